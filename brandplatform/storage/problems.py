"""What can be wrong with a file: a few things, each with a sentence in the catalogue."""


class FileProblem(Exception):
    """A file that cannot be opened; `key` names its sentence, `place` says where in the file and why."""

    key = "error.damaged"

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place
        self.filename = ""
        """The file, where it is known."""


class NotOurs(FileProblem):
    """It is no platform of this program."""

    key = "error.not_ours"


class Damaged(FileProblem):
    """It is one of ours, and something in it cannot be read; the reason begins with the place."""

    key = "error.damaged"


class TooNew(FileProblem):
    """It was written by a newer program, in a way this one cannot read."""

    key = "error.too_new"


class NotReadable(FileProblem):
    """Its owner keeps it to themselves."""

    key = "error.cannot_read"


class TooLarge(FileProblem):
    """It would be so large that it could not be opened again: it was not written."""

    key = "error.too_large"
