"""The folder that runs without Python: built once, then used as people use it, with no Python in sight."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checkout import ROOT
from tests.journeys.hands import until

pytestmark = [pytest.mark.long, pytest.mark.skipif(os.name == "nt", reason="ends the window with a signal")]

MERGED = "À sept heures, votre pain est chaud."


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the program outside the checkout and return its folder."""
    made = tmp_path_factory.mktemp("bundle")
    places = ["--distpath", str(made / "dist"), "--workpath", str(made / "work")]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", *places, str(ROOT / "build.spec")]
    done = subprocess.run(command, cwd=made, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
    return made / "dist" / "brandplatform"


class Desk:
    """A folder to work in, and the program to work with."""

    def __init__(self, program: Path, here: Path) -> None:
        """Work in `here`."""
        self.program, self.here = str(program), here
        self.environ = {
            "PATH": "",
            "HOME": str(here),
            "BRANDPLATFORM_HOME": str(here / "home"),
            "BRANDPLATFORM_LANG": "fr",
            "QT_QPA_PLATFORM": "offscreen",
        }

    def run(self, *words: str, status: int = 0) -> str:
        """Run one command, which ends with `status` and never in a traceback."""
        command = [self.program, *words]
        done = subprocess.run(
            command, cwd=self.here, env=self.environ, capture_output=True, text=True, check=False
        )
        assert (done.returncode, "Traceback" in done.stderr) == (status, False), done.stdout + done.stderr
        return done.stdout


@pytest.fixture
def desk(folder: Path, tmp_path: Path) -> Desk:
    """Return a desk on which the sample lies."""
    made = Desk(folder / "brandplatform", tmp_path)
    made.run("new", "levain.brandplatform", "--sample", "maison-levain")
    return made


@pytest.mark.parametrize(
    ("ending", "begins"),
    [("docx", b"PK"), ("pdf", b"%PDF-"), ("html", b"<!DOCTYPE html>"), ("md", b"---\n"), ("json", b"{")],
)
def test_it_writes_what_people_are_given(desk: Desk, ending: str, begins: bytes) -> None:
    desk.run("export", "levain.brandplatform", "-o", f"levain.{ending}")
    written = (desk.here / f"levain.{ending}").read_bytes()
    assert written[: len(begins)].upper() == begins.upper()
    assert len(written) > 10_000


def test_it_reads_back_what_it_wrote(desk: Desk) -> None:
    promise = desk.run("get", "levain.brandplatform", "promise")
    for ending in ("docx", "pdf", "md"):
        desk.run("export", "levain.brandplatform", "-o", f"x.{ending}")
        desk.run("import", f"x.{ending}", "-o", f"{ending}.brandplatform")
        assert desk.run("get", f"{ending}.brandplatform", "promise").startswith(promise.strip())


def test_it_merges_and_keeps_versions(desk: Desk) -> None:
    desk.run("export", "levain.brandplatform", "-o", "theirs.brandplatform")
    desk.run("set", "theirs.brandplatform", "promise", MERGED, "--lang", "fr")
    words = ("levain.brandplatform", "levain.brandplatform", "theirs.brandplatform")
    desk.run("merge", *words, "-o", "both.brandplatform")
    assert desk.run("get", "both.brandplatform", "promise", "--lang", "fr").strip() == MERGED
    assert desk.run("history", "both.brandplatform").strip()
    desk.run("diff", "levain.brandplatform", "both.brandplatform", status=1)
    desk.run("nonsense", "both.brandplatform", status=2)


def test_its_window_opens_a_platform_and_leaves_when_asked(desk: Desk) -> None:
    note = desk.here / ".~levain.brandplatform.lock"
    command = [desk.program, "levain.brandplatform"]
    with subprocess.Popen(command, cwd=desk.here, env=desk.environ, stderr=subprocess.PIPE) as window:
        try:
            until(lambda: note.exists() or window.poll() is not None, "the platform is open in the window")
            window.send_signal(signal.SIGTERM)
            said = window.communicate(timeout=30)[1].decode()
        finally:
            window.kill()
    assert (window.returncode, "Traceback" in said) == (128 + signal.SIGTERM, False), said
    assert not note.exists()


def test_it_holds_what_it_needs_with_its_licences_and_no_more(folder: Path) -> None:
    inside = folder / "_internal" if (folder / "_internal").is_dir() else folder
    names = {file.relative_to(inside).as_posix() for file in inside.rglob("*")}
    assert {"LICENSE", "THIRD-PARTY.md", "resources/desktop/install.sh"} <= names
    assert any(name.startswith("lxml-") and "/licenses/" in name for name in names)
    strangers = ("PIL", "mypy", "pytest", "numpy", "tests", "PySide6/QtNetwork", "PySide6/QtQml")
    assert [one for one in strangers if any(name.startswith(one) for name in names)] == []
    assert [name for name in names if "gtk" in name.lower()] == []
