"""The cells of a table as HTML, which is how Word and browsers copy it.

Knows text only; must not know what the cells are for.
"""

from html.parser import HTMLParser

_BLOCKS = frozenset({"p", "div", "li", "br"})
_HIDDEN = frozenset({"style", "script", "head", "title"})


def rows_in(html: str) -> list[list[str]]:
    """Return the text of every cell, row by row, the paragraphs of a cell on lines of their own."""
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    return reader.rows


class _TableReader(HTMLParser):
    """Collects the text of every cell, its paragraphs on lines of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._cell: list[str] | None = None
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self._cell = []
        elif tag in _BLOCKS and self._cell:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden -= 1
        elif tag in ("td", "th") and self._cell is not None and self.rows:
            lines = (" ".join(line.split()) for line in "".join(self._cell).split("\n"))
            self.rows[-1].append("\n".join(line for line in lines if line))
            self._cell = None

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._hidden:
            self._cell.append(data.replace("\n", " "))
