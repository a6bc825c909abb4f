"""What is written down for whoever looks for a fault: where it came from, and never a word of a document."""

import errno
import re
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
import pytest

from brandplatform.document.model import Platform
from brandplatform.storage import codec, container
from brandplatform.storage.journal import MOST, Journal

SECRET = "Nos clients nous quittent"


class Quoting(Exception):
    """An error that says what it found, everywhere it can."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.errno = words
        self.add_note(words)

    def __str__(self) -> str:
        return SECRET


def told(journal: Journal, error: BaseException) -> str:
    """Note an error, and return what was written."""
    journal.note_error("unexpected", error)
    return journal.file.read_text(encoding="utf-8")


def raised(work: Callable[[], object]) -> BaseException:
    """Return the error that comes of calling something."""
    try:
        work()
    except BaseException as error:
        return error
    raise AssertionError("no error came")


def test_a_line_has_a_date_and_an_error_its_kind_and_its_way(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.note("signal 15")
    lines = told(journal, raised(lambda: container.load(tmp_path / "none"))).splitlines()
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00 signal 15", lines[0])
    assert re.search(r"unexpected: FileNotFoundError 2 at .*container\.py:\d+ content < .* load", lines[1])


ERRORS: Mapping[str, Callable[[], BaseException]] = {
    "a text": lambda: ValueError(SECRET),
    "everywhere": lambda: Quoting(SECRET),
    "a key": lambda: raised(lambda: dict[str, str]()[SECRET]),
    "two arguments": lambda: OSError(SECRET, SECRET),
    "a file's name": lambda: raised(lambda: Path(f"/none/{SECRET}.brandplatform").read_bytes()),
    "a wrong type": lambda: raised(lambda: msgspec.convert({"brand": SECRET}, Platform)),
    "a decoder": lambda: raised(lambda: codec.decode(f'{{"id": "{SECRET}", "{SECRET}": '.encode())),
    "a group": lambda: ExceptionGroup(SECRET, [ValueError(SECRET)]),
    "a letter": lambda: raised(lambda: (SECRET + "é").encode("ascii")),
}


@pytest.mark.parametrize("kind", ERRORS)
def test_no_word_of_a_document_is_written_though_an_error_quotes_it(tmp_path: Path, kind: str) -> None:
    error = ERRORS[kind]()
    written = told(Journal(tmp_path), error)
    assert type(error).__name__ in written
    assert not any(word in written for word in SECRET.split())
    assert len(written.splitlines()) == 1


def test_an_error_that_nobody_raised_has_no_way(tmp_path: Path) -> None:
    assert told(Journal(tmp_path), OSError(errno.ENOSPC, "x")).rstrip().endswith(f"OSError {errno.ENOSPC}")


def test_the_journal_begins_anew_and_keeps_the_one_before(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    for number in range(3 * MOST // 1000):
        journal.note(f"{number} " + "x" * 1000)
    before = tmp_path / "journal-before.txt"
    sizes = [file.stat().st_size for file in (journal.file, before)]
    assert max(sizes) <= MOST + 2000
    assert sorted(file.name for file in tmp_path.iterdir()) == ["journal-before.txt", "journal.txt"]
    last = before.read_text().splitlines()[-1].split()[1]
    assert journal.file.read_text().splitlines()[0].split()[1] == str(int(last) + 1)


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("no folder")
    Journal(tmp_path / "state").note("start")
    (tmp_path / "journal.txt").mkdir()
    Journal(tmp_path).note("start")
    assert (tmp_path / "state").read_text() == "no folder"


def test_lines_of_two_at_once_do_not_mix(tmp_path: Path) -> None:
    def write(letter: str) -> None:
        for _ in range(200):
            Journal(tmp_path).note(letter * 50)

    threads = [threading.Thread(target=write, args=(letter,)) for letter in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = Journal(tmp_path).file.read_text().splitlines()
    assert len(lines) == 400
    assert {line.split()[1] for line in lines} == {"a" * 50, "b" * 50}
