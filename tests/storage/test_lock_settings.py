"""A lock that dies with its process; preferences that survive what is done to them."""

import subprocess
import sys
from pathlib import Path

from brandplatform.storage.lock import Lock
from brandplatform.storage.settings import (
    MOST_RECENT,
    Recent,
    Settings,
    forgetting,
    load_settings,
    remembering,
    save_settings,
)

HOLD = """
import sys
from pathlib import Path
from brandplatform.storage.lock import Lock
lock = Lock(Path(sys.argv[1]), Path(sys.argv[2]))
print(lock.acquire(), flush=True)
sys.stdin.readline()
"""


def test_a_lock_held_by_another_process_is_refused_and_dies_with_it(tmp_path: Path) -> None:
    file = tmp_path / "a.brandplatform"
    command = [sys.executable, "-c", HOLD, str(file), str(tmp_path)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        ours = Lock(file, tmp_path)
        assert not ours.acquire()
        other.kill()
    assert ours.acquire()
    ours.release()


def test_two_names_of_one_file_share_a_lock(tmp_path: Path) -> None:
    real = tmp_path / "real.brandplatform"
    real.touch()
    link = tmp_path / "link.brandplatform"
    link.symlink_to(real)
    first, second = Lock(real, tmp_path), Lock(link, tmp_path)
    assert first.acquire()
    assert not second.acquire()
    first.release()
    assert second.acquire()
    second.release()


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    settings = remembering(Settings(language="fr", hidden=("guide",)), Recent(path="a", brand="Levain"))
    save_settings(tmp_path, settings)
    assert load_settings(tmp_path) == (settings, ())


def test_a_value_that_cannot_be_used_is_replaced_and_named(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"language": 3, "folder": "docs", "later": true}')
    assert load_settings(tmp_path) == (Settings(folder="docs"), ("language",))


def test_a_settings_file_that_is_no_json_is_replaced_and_named(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{")
    assert load_settings(tmp_path) == (Settings(), ("settings.json",))


def test_no_settings_yet_is_nothing_to_mention(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none") == (Settings(), ())


def test_the_last_opened_stands_first_once_and_the_list_stays_short() -> None:
    settings = Settings()
    for number in range(20):
        settings = remembering(settings, Recent(path=str(number)))
    settings = remembering(settings, Recent(path="15"))
    assert [recent.path for recent in settings.recent][:3] == ["15", "19", "18"]
    assert len(settings.recent) == MOST_RECENT
    assert "15" not in [recent.path for recent in forgetting(settings, "15").recent]
