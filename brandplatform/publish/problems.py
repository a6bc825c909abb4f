"""What can keep a document from being published: a sentence in the catalogue.

Knows nothing else, so that a window may name it before anything is published.
"""


class NotPublished(Exception):
    """A document that cannot be made: the `key` of the sentence, and what fills it."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


class NotATemplate(NotPublished):
    """A file that cannot be the base of a Word file."""


class TooLong(NotPublished):
    """There is more than is laid out at once."""


class NotLaidOut(NotPublished):
    """What is to be on pages has no place on them."""
