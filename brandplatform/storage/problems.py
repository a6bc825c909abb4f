"""What can be wrong with a file: a few things, each with a sentence in the catalogue."""


LONGEST = 200
"""Characters of a place and its reason: a file may hold keys and names of any length."""


def shortened(text: str) -> str:
    """Return a text that fits in a sentence."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


class FileProblem(Exception):
    """A file that cannot be opened; `key` names its sentence, `place` says where in the file and why."""

    key = "error.damaged"

    def __init__(self, place: str) -> None:
        self.place = shortened(place)
        super().__init__(self.place)
        self.filename = ""
        """The file, where it is known."""


class NotOurs(FileProblem):
    """It is no platform of this program."""

    key = "error.not_ours"


class Damaged(FileProblem):
    """It is one of ours, and something in it cannot be read; the reason begins with the place."""

    key = "error.damaged"


class Ruined(Damaged):
    """It is one of ours, and nothing in it can be read: there is nothing to bring back."""

    key = "error.ruined"


class TooNew(FileProblem):
    """It was written by a newer program, in a way this one cannot read."""

    key = "error.too_new"


class NotReadable(FileProblem):
    """Its owner keeps it to themselves."""

    key = "error.cannot_read"


class TooLarge(FileProblem):
    """It would be so large that it could not be opened again: it was not written."""

    key = "error.too_large"
