"""A checkout of run.py and a few lines of program that need no package: a real set-up, offline and quick."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.checkout import ROOT

PROGRAM = """
import os, sys
print(os.getcwd(), sys.argv[1:], [folder for folder in sys.path if folder in ("", os.getcwd())])
sys.exit(7)
"""


def make(folder: Path) -> Path:
    """Make the little checkout in `folder` and return the folder."""
    package = folder / "brandplatform"
    package.mkdir(parents=True)
    shutil.copy(ROOT / "run.py", folder)
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(PROGRAM, encoding="utf-8")
    for lock in ("requirements.lock", "requirements-test.lock"):
        (folder / lock).write_text("# nothing\n", encoding="utf-8")
    return folder


def run(
    folder: Path, *arguments: str, cwd: Path | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Type `python3 run.py ARGUMENTS` with the Python under .venv; a variable given as "" is taken away."""
    environment = {**os.environ, "BRANDPLATFORM_LANG": "en", "PYTHONUTF8": "1", **variables}
    python = getattr(sys, "_base_executable", sys.executable)
    return subprocess.run(
        [python, str(folder / "run.py"), *arguments],
        cwd=cwd or folder,
        env={name: value for name, value in environment.items() if value},
        capture_output=True,
        text=True,
        check=False,
    )
