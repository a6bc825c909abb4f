"""The wheel and the source archive, installed into a clean environment and used from another folder."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

import brandplatform
from brandplatform.storage.container import MIMETYPE
from tests.checkout import ROOT, files

SCRIPTS = "Scripts" if os.name == "nt" else "bin"


class Place:
    """An environment with nothing of ours in it, which sees the packages that the tests run on."""

    def __init__(self, folder: Path) -> None:
        """Make it in `folder`."""
        venv.create(folder)
        self.folder, self.scripts = folder, folder / SCRIPTS
        # A path in a .pth is that and no more: the .pth files of that folder, ours among them, are not read.
        sight = next(folder.rglob("site-packages")) / "sight.pth"
        sight.write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")

    def run(self, *command: str, cwd: Path) -> str:
        """Run a command that must succeed, with nothing in the environment that leads to the checkout."""
        astray = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "BRANDPLATFORM_HOME")
        environ = {name: value for name, value in os.environ.items() if name not in astray}
        environ.update(PYTHONUTF8="1", BRANDPLATFORM_LANG="en", PIP_CONFIG_FILE=os.devnull)
        done = subprocess.run(command, cwd=cwd, env=environ, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def install(self, archive: Path, cwd: Path) -> None:
        """Install an archive, without the network, by the pip that the tests have."""
        offline = ("--no-deps", "--no-index", "--no-build-isolation", "--disable-pip-version-check")
        pip = (sys.executable, "-m", "pip", "--python", str(self.scripts / "python"))
        self.run(*pip, "install", "--quiet", *offline, str(archive), cwd=cwd)


@pytest.mark.parametrize("kind", ["*.whl", "*.tar.gz"], ids=["wheel", "source"])
def test_what_is_built_installs_and_runs_away_from_the_checkout(
    built: Path, kind: str, tmp_path: Path
) -> None:
    place, desk = Place(tmp_path / "environment"), tmp_path / "bureau d’été"
    desk.mkdir()
    place.install(next(built.glob(kind)), desk)
    ask = "import brandplatform; print(brandplatform.__file__)"
    where = place.run(str(place.scripts / "python"), "-c", ask, cwd=desk)
    assert Path(where.strip()).is_relative_to(place.folder)
    program = str(place.scripts / "brandplatform")
    assert place.run(program, "--version", cwd=desk).strip() == brandplatform.__version__
    place.run(program, "new", "levain.brandplatform", "--sample", "maison-levain", cwd=desk)
    assert "Maison Levain" in place.run(program, "info", "levain.brandplatform", cwd=desk)
    for ending, begins in (("docx", b"PK"), ("pdf", b"%PDF"), ("html", b"<!doctype html>")):
        place.run(program, "export", "levain.brandplatform", "-o", f"levain.{ending}", cwd=desk)
        assert (desk / f"levain.{ending}").read_bytes()[:15].lower().startswith(begins.lower())
    assert MIMETYPE in (desk / "levain.brandplatform").read_bytes()[:80]


def test_the_wheel_puts_what_a_desktop_looks_for_where_it_looks(built: Path, tmp_path: Path) -> None:
    place = Place(tmp_path / "environment")
    place.install(next(built.glob("*.whl")), tmp_path)
    share = ROOT / "resources" / "desktop" / "share"
    wanted = {file.relative_to(share) for file in files("resources") if file.is_relative_to(share)}
    assert len(wanted) > 20
    assert {one for one in wanted if not (place.folder / "share" / one).is_file()} == set()
