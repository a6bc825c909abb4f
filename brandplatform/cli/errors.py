"""What can go wrong on the command line, as one sentence in the person's language.

Owns the choice of the sentence. Must not know what the commands do.
"""

import errno

from brandplatform.document.framework import FrameworkError
from brandplatform.document.places import PlaceError
from brandplatform.publish.problems import NotPublished
from brandplatform.resources import ResourceError, Words
from brandplatform.storage.atomic import NotAFile, Protected
from brandplatform.storage.problems import FileProblem


class Refused(Exception):
    """A command that cannot be carried out: a key of the catalogue, what fills it, the file it is about."""

    def __init__(self, key: str, *, about: object = "", **values: object) -> None:
        super().__init__(key)
        self.key, self.values, self.filename = key, values, about


_SYSTEM = {
    errno.ENOENT: "error.not_found",
    errno.EISDIR: "error.is_folder",
    errno.EACCES: "error.cannot_write",
    errno.EPERM: "error.cannot_write",
    errno.EROFS: "error.cannot_write",
    errno.ENOSPC: "error.disk_full",
    errno.EDQUOT: "error.disk_full",
    errno.ENOTDIR: "error.no_folder",
}

KNOWN = (Refused, FileProblem, NotPublished, OSError, PlaceError, FrameworkError, ResourceError)
"""What a person, or their machine, can bring about; anything else is a fault of ours."""


def sentence(words: Words, error: Exception) -> str:
    """Return one line: what is wrong, and what to do."""
    match error:
        case Refused() | NotPublished():
            said = words(error.key, None, **error.values)
        case FileProblem():
            said = words(error.key, place=error.place)
        case PlaceError():
            said = words(f"error.{error.reason}", None, **error.values)
        case NotAFile():
            said = words("error.not_a_file")
        case Protected():
            said = words("error.read_only_save")
        case OSError():
            key = _SYSTEM.get(error.errno or 0)
            said = words(key) if key else words("error.system", reason=error.strerror or str(error))
        case _:
            said = words("error.resource", reason=str(error))
    return " ".join(said.split("\n"))
