"""Owns which files the checkout holds, for the tests that read them all. Knows nothing of what they say."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def files(pattern: str = "*") -> list[Path]:
    """Return the files of the checkout, without those that git ignores; `pattern` as in `git ls-files`."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "-co", "--exclude-standard", "--", pattern]
    listed = subprocess.run(command, capture_output=True, check=False) if shutil.which("git") else None
    if listed is None or listed.returncode:  # a source archive, or a checkout that belongs to someone else
        found = ROOT.rglob("*") if pattern == "*" else (*ROOT.rglob(pattern), *(ROOT / pattern).rglob("*"))
        return sorted(file for file in found if file.is_file() and not _is_made(file))
    names = sorted(listed.stdout.decode().split("\0"))
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def _is_made(file: Path) -> bool:
    made = {".git", ".venv", ".hypothesis", "build", "dist", "__pycache__"}
    return any(part in made or part.endswith("_cache") for part in file.relative_to(ROOT).parts)
