"""What can be wrong with a file: three things, each with a sentence in the catalogue."""


class FileProblem(Exception):
    """A file that cannot be opened; `key` names its sentence, `place` says where in the file and why."""

    key = "error.damaged"

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


class NotOurs(FileProblem):
    """It is no platform of this program."""

    key = "error.not_ours"


class Damaged(FileProblem):
    """It is one of ours, and something in it cannot be read; the reason begins with the place."""

    key = "error.damaged"


class TooNew(FileProblem):
    """It was written by a newer program, in a way this one cannot read."""

    key = "error.too_new"
