"""What can be wrong with a file that is published on: a sentence in the catalogue.

Knows nothing else, so that a window may name it before anything is published.
"""


class NotATemplate(Exception):
    """A file that cannot be the base of a Word file: the `key` of the sentence, and what fills it."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values
