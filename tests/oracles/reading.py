"""How programs from outside read a Word or a Markdown file."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

VALIDATOR = os.environ.get("BRANDPLATFORM_OOXML_VALIDATOR", "ooxml-validator")


def run(*command: str | Path, given: str = "") -> str:
    """Run a program and return what it prints.

    Raises CalledProcessError: it failed.
    """
    done = subprocess.run(
        command, input=given, capture_output=True, text=True, encoding="utf-8", errors="replace", check=True
    )  # poppler prints titles of a structure in their own encoding
    return done.stdout


def errors(word: Path) -> list[object]:
    """Return what the Open XML SDK finds wrong in a Word file."""
    program = shutil.which(VALIDATOR)
    assert program
    done = subprocess.run([program, word], capture_output=True, text=True, check=False)
    found: list[object] = json.loads(done.stdout)["errors"]
    return found


def pages(word: Path) -> list[str]:
    """Return the text of each page, as LibreOffice lays it out."""
    profile = word.parent / "profile"
    settings = f"-env:UserInstallation={profile.as_uri()}"
    run("soffice", settings, "--headless", "--convert-to", "pdf", "--outdir", word.parent, word)
    return run("pdftotext", "-layout", word.with_suffix(".pdf"), "-").split("\f")[:-1]


def words(text: str) -> list[str]:
    """Return the words of a text, whatever stands between them."""
    return re.findall(r"[^\W_]+", text)
