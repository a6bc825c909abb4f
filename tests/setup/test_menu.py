"""`resources/desktop/install.sh`: what it puts among a person's applications, and takes away again."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from brandplatform.storage.container import MIMETYPE
from tests.checkout import ROOT
from tests.setup.drawn import DESKTOP
from tests.setup.test_desktop import ENTRY, SHARE, entry, validated

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only a Linux desktop reads these")

ASK_QT = """
import sys
from PySide6.QtCore import QMimeDatabase
for file in sys.argv[1:]:
    print(QMimeDatabase().mimeTypeForFile(file, QMimeDatabase.MatchMode.MatchDefault).name())
"""


def installer(folder: Path) -> Path:
    """Copy what the script needs under a folder's `resources`, and return the script."""
    shutil.copytree(DESKTOP, folder / "resources" / "desktop")
    return folder / "resources" / "desktop" / "install.sh"


def run(script: Path, data: Path, *options: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run the script for a person whose data folder is `data`."""
    known = {**os.environ, "XDG_DATA_HOME": str(data), "BRANDPLATFORM_LANG": "en", **environ}
    command = ["sh", str(script), *options]
    return subprocess.run(command, env=known, capture_output=True, text=True, check=False)


def started(data: Path) -> list[str]:
    """Return the command of the installed entry, read as the specification says, without the file to open."""
    value = entry(data / "applications" / ENTRY.name)["Exec"].replace("\\\\", "\\")
    assert re.fullmatch(r'("([^"`$\\]|\\["`$\\])*" )+%f', value)
    words = re.findall(r'"((?:[^"\\]|\\.)*)"', value)
    return [re.sub(r"\\(.)", r"\1", word).replace("%%", "%") for word in words]


def test_a_checkout_is_put_among_the_applications_whatever_its_folder_is_called(tmp_path: Path) -> None:
    folder, data = tmp_path / 'ma "marque" à 100 % $HOME `x` \\', tmp_path / "data"
    script = installer(folder)
    (folder / "run.py").write_text("import sys; print('it runs', *sys.argv[1:])", encoding="utf-8")
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / ".venv" / "bin" / "python").symlink_to(sys.executable)
    done = run(script, data)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "brandplatform: it is among your applications, and opens your platforms.\n"
    assert started(data) == [str(folder / ".venv/bin/python"), str(folder / "run.py")]
    assert subprocess.check_output([*started(data), "a b"], text=True) == "it runs a b\n"
    for file in SHARE.rglob("*.*"):
        if file.is_file() and file != ENTRY:
            assert (data / file.relative_to(SHARE)).read_bytes() == file.read_bytes()
    if shutil.which("desktop-file-validate"):
        validated("desktop-file-validate", data / "applications" / ENTRY.name)


def test_the_built_program_is_put_there_too(tmp_path: Path) -> None:
    script = installer(tmp_path / "brandplatform" / "_internal")
    (tmp_path / "brandplatform" / "brandplatform").touch(mode=0o755)
    assert run(script, tmp_path / "data").returncode == 0
    assert started(tmp_path / "data") == [str(tmp_path / "brandplatform" / "brandplatform")]


def test_what_was_put_there_is_taken_away_and_nothing_else(tmp_path: Path) -> None:
    script, data = installer(tmp_path / "here"), tmp_path / "data"
    (tmp_path / "here" / "run.py").touch()
    other = data / "applications" / "other.desktop"
    other.parent.mkdir(parents=True)
    other.write_text("[Desktop Entry]\nType=Application\nName=Other\nExec=true\n", encoding="utf-8")
    assert run(script, data).returncode == 0
    assert run(script, data).returncode == 0  # again, after a move
    done = run(script, data, "--remove", BRANDPLATFORM_LANG="fr")
    assert "il n’est plus parmi vos applications" in done.stdout
    left = {file.name for file in data.rglob("*") if file.is_file()}
    assert not [name for name in left if "brandplatform" in name]
    assert other.exists()
    assert run(script, tmp_path / "never", "--remove").returncode == 0
    assert not (tmp_path / "never").exists()


@pytest.mark.parametrize(
    ("language", "words"), [("en", "nowhere on the PATH"), ("fr", "nulle part dans le PATH")]
)
def test_where_there_is_no_program_it_says_so(language: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    for tool in ("sh", "dirname"):
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool) or "")
    script = installer(tmp_path / "here")
    done = run(script, tmp_path / "data", PATH=str(tmp_path / "bin"), BRANDPLATFORM_LANG=language)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert not (tmp_path / "data").exists()


@pytest.mark.oracle("update-mime-database")
def test_a_platform_is_known_by_its_name_and_by_its_content(tmp_path: Path) -> None:
    script, data = installer(tmp_path / "here"), tmp_path / "data"
    (tmp_path / "here" / "run.py").touch()
    assert run(script, data).returncode == 0
    sample = next((ROOT / "tests" / "data").rglob("*.brandplatform"))
    unnamed, emptied, archive = tmp_path / "sent", tmp_path / "x.brandplatform", tmp_path / "x.zip"
    unnamed.write_bytes(sample.read_bytes())
    emptied.touch()
    shutil.make_archive(str(archive.with_suffix("")), "zip", ENTRY.parent)
    command = [sys.executable, "-c", ASK_QT, *map(str, (sample, unnamed, emptied, archive))]
    environ = {**os.environ, "XDG_DATA_HOME": str(data), "XDG_DATA_DIRS": "/usr/share"}
    said = subprocess.check_output(command, env=environ, text=True).split()
    assert said == [MIMETYPE.decode()] * 3 + ["application/zip"]
