"""What may have been meant by a misspelt word, asked of a process of its own.

Owns that process: begun at the first question, gone with the program, begun again should it fall. Looking
for suggestions takes a third of a second and holds Python still, which nobody who writes may feel. Must not
know who asks.
"""

import multiprocessing
import signal
from functools import cache
from multiprocessing.connection import Connection
from threading import Lock

from brandplatform.checks.spelling import NoDictionary, dictionary


class Suggester:
    """Answers one question after the other."""

    def __init__(self) -> None:
        self._one_at_a_time = Lock()
        self._line: Connection | None = None

    def suggest(self, language: str, word: str) -> tuple[str, ...]:
        """Return up to five words, the likeliest first; none where there is no dictionary. Waits."""
        with self._one_at_a_time:
            try:
                line = self._line or self._begin()
                line.send((language, word))
                found: tuple[str, ...] = line.recv()
            except (OSError, EOFError):  # it was ended from outside: the next question begins another
                self._hang_up()
                return ()
            return found

    def close(self) -> None:
        """End the process; a question begins another."""
        with self._one_at_a_time:
            self._hang_up()

    def _begin(self) -> Connection:
        context = multiprocessing.get_context("spawn")  # a fork would take the window along
        self._line, theirs = context.Pipe()
        context.Process(target=answer, args=(theirs,), name="suggestions", daemon=True).start()
        theirs.close()
        return self._line

    def _hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
        self._line = None


@cache
def suggester() -> Suggester:
    """Return the one of this program."""
    return Suggester()


def answer(line: Connection) -> None:
    """Answer what is asked until nobody asks any more; the other process runs this."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program, which ends this
    while True:
        try:
            language, word = line.recv()
        except (EOFError, OSError):
            return
        try:
            found = dictionary(language).suggest(word)
        except NoDictionary:
            found = ()
        line.send(found)
