"""The command line as a process: its streams closed, cut, full or binary; many at once; interrupted."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMAND = f"{sys.executable} -m brandplatform"


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """Return a folder with one platform, `a.brandplatform`."""
    assert shell(tmp_path, "new a.brandplatform --sample maison-levain").returncode == 0
    return tmp_path


def environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "BRANDPLATFORM_HOME": str(folder / "home"),
        "BRANDPLATFORM_LANG": "en",
    }


def shell(folder: Path, words: str) -> "subprocess.CompletedProcess[str]":
    """Run a command with the shell's redirections; its exit status is its own, also before a pipe."""
    line = f"set -o pipefail; {COMMAND} {words}"
    return subprocess.run(
        ["bash", "-c", line], cwd=folder, env=environment(folder), capture_output=True, text=True, check=False
    )


def one_line(done: "subprocess.CompletedProcess[str]") -> str:
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    return done.stderr


@pytest.mark.parametrize("stdin", ["<&-", "< /bin/ls"])
def test_a_text_that_cannot_be_read_from_standard_input_is_refused(there: Path, stdin: str) -> None:
    before = (there / "a.brandplatform").read_bytes()
    assert "Standard input" in one_line(shell(there, f"set a.brandplatform promise - {stdin}"))
    assert (there / "a.brandplatform").read_bytes() == before


@pytest.mark.parametrize("stdout", [">&-", "> /dev/full"])
@pytest.mark.parametrize(
    "words",
    ["get a.brandplatform promise", "frameworks --json", "export a.brandplatform -o - --format md", "--help"],
)
def test_an_output_that_takes_nothing_is_named(there: Path, words: str, stdout: str) -> None:
    assert "standard output" in one_line(shell(there, f"{words} {stdout}"))


@pytest.mark.parametrize("words", ["frameworks", "get a.brandplatform promise", "--help"])
def test_a_reader_that_leaves_is_no_fault(there: Path, words: str) -> None:
    assert shell(there, f"{words} | true").stderr == ""


def test_a_closed_standard_error_sends_nothing_to_the_result(there: Path) -> None:
    done = shell(there, "export a.brandplatform -o a.md 2>&-")
    assert (done.returncode, done.stdout) == (0, "a.md: written\n")


def test_of_twenty_texts_set_at_once_none_is_lost(there: Path) -> None:
    command = [sys.executable, "-m", "brandplatform", "set", "a.brandplatform", "values[+].name"]
    before = shell(there, "get a.brandplatform values").stdout.count("\n")
    running = [
        subprocess.Popen(
            [*command, f"V{number}"], cwd=there, env=environment(there), stderr=subprocess.PIPE, text=True
        )
        for number in range(20)
    ]
    assert [one.communicate()[1] for one in running] == [""] * 20
    assert shell(there, "get a.brandplatform values").stdout.count("\n") == before + 20


def test_an_interruption_is_quiet_and_leaves_nothing_behind(there: Path) -> None:
    command = [sys.executable, "-m", "brandplatform", "set", "a.brandplatform", "promise", "-"]
    with subprocess.Popen(
        command, cwd=there, env=environment(there), stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        running.send_signal(signal.SIGINT)
        said = running.communicate()[1]
    assert "Traceback" not in said
    assert running.returncode in (2, -signal.SIGINT)
    assert {file.name for file in there.iterdir()} <= {"a.brandplatform", "home"}
