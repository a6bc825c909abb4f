"""Owns which files the checkout holds, for the tests that read them all. Knows nothing of what they say."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def files(pattern: str = "") -> list[Path]:
    """Return the files of the checkout, those git ignores left out; `pattern` as in `git ls-files`."""
    if not shutil.which("git") or not (ROOT / ".git").exists():
        return sorted(file for file in ROOT.rglob(pattern or "*") if file.is_file() and not _is_made(file))
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "-co", "--exclude-standard", "--", pattern or "."]
    names = subprocess.run(command, capture_output=True, check=True).stdout.decode().split("\0")
    return [ROOT / name for name in sorted(names) if (ROOT / name).is_file()]


def _is_made(file: Path) -> bool:
    made = {".venv", "build", "dist", "__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache"}
    return not made.isdisjoint(file.relative_to(ROOT).parts)
