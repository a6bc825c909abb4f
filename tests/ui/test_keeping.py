"""Keeping a document: saving and what it says, a file open elsewhere, closing with words in no file."""

import errno
import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from brandplatform.storage import container
from brandplatform.storage.lock import Lock
from brandplatform.ui import files, question
from brandplatform.ui.program import Program
from tests.ui.house import rename, save, saved, shown

# The file


def test_saving_says_so_at_the_foot(qtbot: QtBot, house: Program, tmp_path: Path) -> None:
    window = shown(qtbot, house)
    assert window.screens.foot.text == "Pas encore enregistré"
    save(qtbot, window, tmp_path / "a.brandplatform")
    qtbot.waitUntil(lambda: window.screens.foot.text == "Enregistré à l’instant")
    assert house.preferences.now.recent[0].path == str(tmp_path / "a.brandplatform")
    rename(window, "Autre")
    assert window.screens.foot.text == "Pas encore enregistré"


def test_save_asks_where_the_first_time_and_suggests_the_brand(
    qtbot: QtBot, house: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(qtbot, house)
    asked: list[Path] = []

    def answer(_parent: object, _title: str, _kind: str, suggested: Path, _words: object) -> Path:
        asked.append(suggested)
        return tmp_path / "b.brandplatform"

    monkeypatch.setattr(files, "ask_save", answer)
    window.keeping.save()
    qtbot.waitUntil(lambda: window.session.path is not None)
    window.keeping.save()
    assert [path.name for path in asked] == ["Levain.brandplatform"]


def test_a_folder_that_may_not_be_written_is_said_in_place(
    qtbot: QtBot, house: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    window = shown(qtbot, house)
    monkeypatch.setattr(container, "write_atomically", refuse)  # root may write anywhere
    window.session.save(tmp_path / "a.brandplatform")
    qtbot.waitUntil(lambda: bool(window.screens.notice.text))
    assert "protégé en écriture" in window.screens.notice.text


def test_a_failed_save_says_what_is_safe_and_keeps_the_work(
    qtbot: QtBot, house: Program, tmp_path: Path
) -> None:
    window = shown(qtbot, house)
    window.session.save(tmp_path / "nowhere" / "a.brandplatform")
    qtbot.waitUntil(lambda: bool(window.screens.notice.text))
    assert "Ce dossier n’existe pas" in window.screens.notice.text
    assert "Rien n’a été perdu" in window.screens.notice.text
    assert window.session.modified


def test_an_open_file_is_raised_not_opened_twice(qtbot: QtBot, house: Program, tmp_path: Path) -> None:
    file = saved(tmp_path / "a.brandplatform")
    (tmp_path / "link.brandplatform").symlink_to(file)
    house.open_file(file)
    house.open_file(tmp_path / "link.brandplatform")
    assert len(house.windows) == 1


def test_a_file_open_elsewhere_can_be_read_only(qtbot: QtBot, house: Program, tmp_path: Path) -> None:
    file = saved(tmp_path / "a.brandplatform")
    elsewhere = Lock(file, house.preferences.state_folder)
    assert elsewhere.acquire()
    house.open_file(file)
    (window,) = house.windows
    assert not window.session.writable
    assert "déjà ouvert ailleurs" in window.screens.notice.text
    assert window.screens.foot.text == "Lecture seule"
    assert not window.menus["file.save"].isEnabled()
    window.keeping.save_as()
    assert "lu, mais pas modifié" in window.screens.notice.text
    elsewhere.release()


def test_a_file_is_free_again_once_its_window_is_closed(qtbot: QtBot, house: Program, tmp_path: Path) -> None:
    file = saved(tmp_path / "a.brandplatform")
    house.open_file(file)
    other = Lock(file, house.preferences.state_folder)
    assert not other.acquire()
    house.windows[0].close()
    assert other.acquire()
    other.release()


# Closing


def test_closing_asks_about_words_in_no_file_and_staying_keeps_them(
    qtbot: QtBot, house: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(qtbot, house)
    asked: list[str] = []

    def stay(_parent: object, title: str, _text: str, answers: tuple[tuple[str, str], ...]) -> str:
        asked.append(title)
        return answers[-1][0]

    monkeypatch.setattr(question, "ask", stay)
    assert not window.close()
    assert asked == ["Enregistrer avant de fermer\u202f?"]
    assert house.windows == [window]


def test_closing_with_yes_waits_for_the_file(
    qtbot: QtBot, house: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.brandplatform"
    window = shown(qtbot, house)
    save(qtbot, window, file)
    rename(window, "Autre")
    monkeypatch.setattr(question, "ask", lambda *_: "save")
    window.close()
    qtbot.waitUntil(lambda: house.windows == [])
    assert container.load(file).platform.brand.name == "Autre"


def test_words_written_during_the_last_save_are_asked_about(
    qtbot: QtBot, house: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(files, "ask_unsaved", lambda *_: asked.append("asked") or "stay")
    window = shown(qtbot, house)
    window.session.save(tmp_path / "a.brandplatform")
    rename(window, "Autre")
    window.close()
    qtbot.waitUntil(lambda: asked == ["asked"])
    save(qtbot, window, tmp_path / "a.brandplatform")
    qtbot.waitUntil(lambda: not window.session.modified)
    assert window.isVisible(), "who stayed is not thrown out by a later save"


def test_closing_without_saving_leaves_the_file_alone(
    qtbot: QtBot, house: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.brandplatform"
    window = shown(qtbot, house)
    save(qtbot, window, file)
    before = file.read_bytes()
    rename(window, "Autre")
    monkeypatch.setattr(question, "ask", lambda *_: "discard")
    assert window.close()
    assert file.read_bytes() == before


def test_a_document_comes_back_where_it_was_left(qtbot: QtBot, house: Program, tmp_path: Path) -> None:
    file = saved(tmp_path / "a.brandplatform")
    house.open_file(file)
    house.windows[0].screens.show_section("values")
    house.windows[0].menus["view.guide"].trigger()
    house.windows[0].close()
    house.open_file(file)
    screens = house.windows[0].screens
    assert screens.page.current_section == "values"
    assert screens.outline.section == "values"
    assert not screens.panel_shown("guide")
    assert screens.panel_shown("outline")


def test_words_given_up_are_not_put_on_a_card(
    qtbot: QtBot, house: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(qtbot, house)
    save(qtbot, window, tmp_path / "a.brandplatform")
    rename(window, "Regret")
    monkeypatch.setattr(question, "ask", lambda *_: "discard")
    window.close()
    assert [recent.brand for recent in house.preferences.now.recent] == ["Levain"]


@pytest.mark.parametrize(("answers", "left"), [(["save", "discard"], 0), (["save", "stay"], 1)])
def test_quitting_asks_each_window_in_turn_until_one_stays(
    qtbot: QtBot,
    house: Program,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answers: list[str],
    left: int,
) -> None:
    for name in ("a", "b"):
        window = shown(qtbot, house)
        save(qtbot, window, tmp_path / f"{name}.brandplatform")
        rename(window, "Autre")
    rest = list(answers)
    monkeypatch.setattr(files, "ask_unsaved", lambda *_: rest.pop(0))
    house.windows[0].menus["file.quit"].trigger()
    qtbot.waitUntil(lambda: rest == [] and len(house.windows) == left)
    for window in tuple(house.windows):
        monkeypatch.setattr(files, "ask_unsaved", lambda *_: "discard")
        window.close()
    assert house.windows == []


def test_a_save_that_fails_ends_the_quitting(
    qtbot: QtBot, house: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    for name in ("a", "b"):
        window = shown(qtbot, house)
        save(qtbot, window, folder / f"{name}.brandplatform")
        rename(window, "Autre")
    shutil.rmtree(folder)
    asked = ["save", "discard"]
    monkeypatch.setattr(files, "ask_unsaved", lambda *_: asked.pop(0))
    second, first = house.windows
    house.quit()
    qtbot.waitUntil(lambda: bool(first.screens.notice.text))
    first.close()
    assert house.windows == [second]
