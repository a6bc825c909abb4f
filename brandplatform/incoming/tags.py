"""HTML inside somebody's Markdown, turned into the Markdown it stands for; what is left of it is text.

Owns which tags there are. Must not know what the text says; only the tags named here are taken out, so that
« <nom de la marque> » stays.
"""

import re

BREAK = "\x1f"
"""A line break inside a line."""

PART = "\x1e"
"""The end of a paragraph inside a line."""

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,14}|[ovwm]:[A-Za-z]{1,20})((?:\s[^<>]{0,4000})?)/?>")
_DECLARED = re.compile(r"<(?:!DOCTYPE|\?xml)[^<>]{0,4000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""\b(href|src|alt)\s{0,3}=\s{0,3}(?:"([^"]{0,2000})"|'([^']{0,2000})')""", re.IGNORECASE
)
_TABLE = re.compile(r"<(/?)table\b[^<>]{0,4000}>", re.IGNORECASE)

_PARTS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div",
    "dl", "fieldset", "figcaption", "figure", "footer", "form", "head", "header", "hr", "html",
    "legend", "main", "meta", "nav", "ol", "p", "pre", "script", "section", "style", "summary",
    "table", "tbody", "tfoot", "thead", "title", "ul",
))  # fmt: skip
_ITEMS = frozenset(("li",))
_BOLD = frozenset(("b", "strong"))
_NOTHING = frozenset((
    "a", "abbr", "acronym", "base", "big", "button", "cite", "code", "col", "colgroup", "del",
    "dfn", "em", "font", "i", "img", "input", "ins", "kbd", "label", "link", "mark", "noscript",
    "option", "picture", "q", "s", "samp", "select", "small", "source", "span", "strike", "sub",
    "sup", "svg", "td", "textarea", "th", "time", "tr", "tt", "u", "var", "video", "wbr",
))  # fmt: skip


def without_tags(text: str) -> str:
    """Return text in which tags are Markdown, or gone; breaks that may not end a line are BREAK and PART."""
    if "<" not in text:
        return text
    return _Reading().over(_DECLARED.sub("", _tables(text))).replace(f"{BREAK}\n", BREAK)


def _tables(text: str) -> str:
    """Return text in which every row of an HTML table is one line between bars."""
    made: list[str] = []
    at = start = depth = 0
    for found in _TABLE.finditer(text):
        depth = max(0, depth + (-1 if found[1] else 1))
        if depth == 1 and not found[1]:
            made.append(text[at : found.start()])
            at, start = found.end(), found.end()
        elif depth == 0 and found[1] and start:
            made.append(_rows(text[at : found.start()]))
            at, start = found.end(), 0
    made.append(text[at:])
    return "".join(made)


def _rows(table: str) -> str:
    """Return the rows of a table, a line each; what stands outside its cells comes before them."""
    lines = []
    for row in re.split(r"<tr\b[^<>]{0,4000}>", " ".join(table.split("\n")), flags=re.IGNORECASE):
        first, *cells = re.split(r"<t[dh]\b[^<>]{0,4000}>", row, flags=re.IGNORECASE)
        if cells:
            lines.append(f"{first}\n|{'|'.join(cell.replace('|', '&#124;') for cell in cells)}|")
        else:
            lines.append(first)
    return "\n\n" + "".join(lines) + "\n\n"


class _Reading:
    """Replaces tags one after the other, and remembers where links lead."""

    def __init__(self) -> None:
        self._links: list[str] = []

    def over(self, text: str) -> str:
        read = _TAG.sub(self._replaced, text)
        return f"{read} {' '.join(self._links)}" if any(self._links) else read

    def _replaced(self, found: re.Match[str]) -> str:
        closing, name, given = found[1] == "/", found[2].lower(), found[3]
        if name[0] == "h" and name[1:] in tuple("123456"):
            return f"{PART}" if closing else f"{PART}{'#' * int(name[1:])} "
        if name == "br":
            return BREAK
        if name in _PARTS:
            return PART
        if name in _ITEMS:
            return PART if closing else f"{PART}- "
        if name == "dt":
            return f"**{PART}" if closing else f"{PART}**"
        if name in _BOLD:
            return "**"
        if name == "a":
            return self._link(given, closing=closing)
        if name == "img":
            return f" {' '.join(filter(None, _attributes(given)))} "
        return "" if name in _NOTHING or ":" in name else found[0]

    def _link(self, given: str, *, closing: bool) -> str:
        """Put where a link leads behind its words."""
        if not closing:
            self._links.append(" ".join(filter(None, _attributes(given))))
            return ""
        address = self._links.pop() if self._links else ""
        return f" ({address})" if address else ""


def _attributes(given: str) -> list[str]:
    return [one[2] or one[3] for one in _ATTRIBUTE.finditer(given)]
