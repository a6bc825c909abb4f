"""What a changed file does to the program: it opens, or is refused in one sentence; soon, in little memory.

Owns how each format is fed to what reads it, in this process and through the command line in another.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from brandplatform.cli.bringing import inside
from brandplatform.document.framework import FrameworkError
from brandplatform.document.model import Brand, Logo, Platform
from brandplatform.incoming.bringing import bring
from brandplatform.incoming.markdown import NotAnArchive, from_archive
from brandplatform.incoming.passages import NotRead
from brandplatform.publish import pictures
from brandplatform.publish.archive import archive
from brandplatform.publish.output import Form, Wish, composed, written
from brandplatform.publish.problems import NotATemplate, NotPublished
from brandplatform.publish.wordforeign import safe
from brandplatform.resources import ResourceError, Words, read_toml
from brandplatform.storage import codec, container
from brandplatform.storage.container import Kept
from brandplatform.storage.problems import Damaged, NotOurs, Ruined, TooNew
from brandplatform.storage.salvage import is_ours, salvaged
from tests.checkout import ROOT
from tests.mutants import Mutant
from tests.shipped import LIBRARY, sample
from tests.storage.mutated_documents import file_of

MOST_SECONDS = 3.0
MOST_MEMORY = 300 * 2**20
"""Bytes of memory in use at the most."""

DAY = "2026-11-25"
WATCH = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(status, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
"""Runs a command from a process that is small itself: the memory of a child counts that of its parent."""


class Verdict(NamedTuple):
    """What came of one input: `opened`, or which refusal; how many seconds and bytes of memory it took."""

    outcome: str
    seconds: float
    memory: int = 0


class TooSlow(Exception):
    """It was still at work when its time was over."""


@contextmanager
def in_time(seconds: float) -> Iterator[None]:
    """End what takes longer.

    Raises TooSlow.
    """

    def ended(_signal: int, _frame: object) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGALRM, ended)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def tried(mutant: Mutant, folder: Path) -> Verdict:
    """Feed a mutant to what reads its format; raise whatever is neither an opening nor a known refusal."""
    began = time.process_time()
    with in_time(4 * MOST_SECONDS):
        outcome = FEEDS[mutant.form](mutant, folder)
    return Verdict(outcome, time.process_time() - began)


def _platform(mutant: Mutant, _folder: Path) -> str:
    """Open a platform, save it and open it again, publish it; or take what is left of it."""
    try:
        kept = container.read(mutant.data)
    except (NotOurs, Damaged, TooNew) as refusal:
        return f"{type(refusal).__name__}, {_left(mutant.data)}"
    _comes_back(kept)
    _published(kept)
    return "opened"


def _left(data: bytes) -> str:
    """Take what is left of a platform."""
    if not is_ours(data):
        return "not ours"
    try:
        found = salvaged(data, "plateforme", lambda text: from_archive(text, codec.plain))
    except (Ruined, TooNew) as refusal:
        return type(refusal).__name__
    assert found.lost
    _comes_back(found.kept)
    return "salvaged"


def _comes_back(kept: Kept) -> None:
    """Save what was opened and open it again: it is equal."""
    again = container.read(container.pack(kept, ""))
    assert again == kept
    assert codec.decode(codec.encode(kept.platform))[0] == kept.platform


def _published(kept: Kept, forms: tuple[Form, ...] = ("md",)) -> None:
    for form in forms:
        try:
            language = kept.platform.main_language
            archive(LIBRARY.framework(kept.platform.framework.id), LIBRARY, kept.platform, Words("fr"))
            document = composed(kept.platform, LIBRARY, Wish(form, language), DAY)
            assert written(document, Wish(form, language), kept.assets).data
        except (FrameworkError, NotPublished):
            continue


def _document(mutant: Mutant, folder: Path) -> str:
    """Bring a document in; a Word file is tried as a template, too."""
    try:
        found = bring(mutant.data, "plan", LIBRARY, Words("fr"), inside, codec.plain)
    except (NotRead, NotAnArchive, UnicodeDecodeError, NotOurs, Damaged, TooNew) as refusal:
        outcome = getattr(refusal, "reason", type(refusal).__name__)
    else:
        _comes_back(Kept(platform=found.platform))
        outcome = "opened"
    if mutant.form == "docx":
        try:
            safe(mutant.data)
        except NotATemplate:
            return outcome
    return outcome


def _toml(mutant: Mutant, folder: Path) -> str:
    file = file_of(mutant, folder)
    try:
        read_toml(str(file))
    except ResourceError:
        return "refused"
    return "opened"


def _image(mutant: Mutant, _folder: Path) -> str:
    """Publish a platform with an image for its logo."""
    width, height = pictures.pixels(mutant.data)
    assert width * height <= pictures.MOST
    name = f"logo.{mutant.form}"
    whole: Platform = replace(
        sample(), answers={}, notes={}, brand=Brand(name="Levain", logo=Logo(asset=name))
    )
    _published(Kept(platform=whole, assets={name: mutant.data}), ("html", "pdf", "docx"))
    return "shown" if width else "left out"


FEEDS: Mapping[str, Callable[[Mutant, Path], str]] = {
    "brandplatform": _platform, "archive": _document, "stranger": _document, "docx": _document,
    "pdf": _document, "toml": _toml, "png": _image, "jpeg": _image,
}  # fmt: skip


def commanded(mutant: Mutant, folder: Path) -> Iterator[Verdict]:
    """Run the command line on a mutant, in processes of their own, and yield what came of each."""
    file = file_of(mutant, folder)
    if mutant.form == "toml" or mutant.form in ("png", "jpeg"):
        return
    out = f"{folder.name}.out"
    commands: list[list[str]] = [["import", file.name, "-o", f"{out}.brandplatform", "--force"]]
    if mutant.form == "brandplatform":
        commands += [["info", file.name], ["set", file.name, "promise", "Chaud."]]
        commands += [
            ["export", file.name, "-o", f"{out}.{form}", "--force"] for form in ("md", "html", "docx", "pdf")
        ]
    for command in commands:
        yield _run(command, folder)
    for made in folder.glob(f"{out}.*"):
        made.unlink()
    assert [one.name for one in folder.iterdir() if not one.name.startswith("home")] == [file.name]


def _run(command: list[str], folder: Path) -> Verdict:
    """Run one command: it ends with a status of ours, says at most a line of a refusal, within the limits."""
    environment = {
        "PYTHONPATH": str(ROOT),
        "BRANDPLATFORM_HOME": str(folder / "home"),
        "BRANDPLATFORM_LANG": "en",
    }
    watched = [sys.executable, "-S", "-c", WATCH, sys.executable, "-m", "brandplatform", *command]
    told = subprocess.run(
        watched, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True
    )
    status, seconds, memory = told.stdout.split()
    errors = told.stderr.splitlines()
    assert status in ("0", "2"), (command, errors[-3:])
    assert not any("Traceback" in line for line in errors), errors
    assert status == "0" or len(errors) == 1, errors
    assert all(line.startswith("brandplatform: ") for line in errors), errors
    return Verdict(f"{command[0]}: {status}", float(seconds), int(memory) * 1024)


def limits_held(verdict: Verdict) -> bool:
    """Tell whether an input took no longer, and no more memory, than any may."""
    return verdict.seconds <= MOST_SECONDS and verdict.memory <= MOST_MEMORY


def shown(value: Any) -> str:
    """Return a value on one short line."""
    return f"{value!r:.200}"
