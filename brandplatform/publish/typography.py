"""One sheet of sizes, spaces and colours for every writer, and the typographic habits of two languages.

Owns how a document looks in numbers and how its texts are set. Must not know any format it is written to:
lengths are millimetres, sizes and leadings points.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

SERIF: Final = "Source Serif 4"
SANS: Final = "Source Sans 3"
SERIF_INSTEAD: Final = "Georgia"
SANS_INSTEAD: Final = "Calibri"

INK: Final = "#221D18"
MUTED: Final = "#6B635A"
RULE: Final = "#E2D9CB"
PAPER: Final = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of paper and its margins, in millimetres."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    outdent: float
    """Width of the label column with its gutter: labels, headings and tables begin this far to the left."""
    header: float
    footer: float

    @property
    def measure(self) -> float:
        """Width of the running text."""
        return self.width - self.left - self.right

    @property
    def full(self) -> float:
        """Width of a table."""
        return self.measure + self.outdent


A4: Final = Page(210, 297, top=28, right=25, bottom=26, left=55, outdent=30, header=11, footer=11)
LETTER: Final = Page(215.9, 279.4, top=28, right=24.9, bottom=26, left=55, outdent=30, header=11, footer=11)
A5: Final = Page(148, 210, top=18, right=18, bottom=18, left=18, outdent=0, header=8, footer=8)
PAPERS: Final[Mapping[str, Page]] = {"a4": A4, "letter": LETTER, "a5": A5}
"""Id of a paper -> its page."""

BINDING: Final = 8
"""Millimetres more on the inner side where pages are bound: the label column gives way, not the measure."""

SUMMARY_MARGIN: Final = 18
ROOM: Final = 90
"""Millimetres that have to remain for a chapter to run on."""


@dataclass(frozen=True, slots=True)
class Face:
    """How a role is set: `size` and `leading` in points, `before` and `after` in millimetres."""

    family: Literal["serif", "sans"]
    size: float
    leading: float
    before: float = 0
    after: float = 0
    semibold: bool = False
    muted: bool = False
    together: bool = False
    """Whether it keeps with what follows."""
    whole: bool = False
    """Whether its lines stay on one page."""
    hyphens: bool = False
    tracking: float = 0
    """Added between letters, in points."""

    @property
    def name(self) -> str:
        """The typeface."""
        return SERIF if self.family == "serif" else SANS


BODY: Final = Face("serif", 10.5, 14.2, after=2.5, hyphens=True)
LABELLED: Final = Face("serif", 10.5, 14.2, after=3.75, hyphens=True)
"""Text beside a label, which may run over two lines where the text has one."""

STATEMENT: Final = Face("serif", 18, 25, after=7.5, whole=True)
SECTION: Final = Face("serif", 24, 30, before=17.5, after=7.5, together=True)
HEADING_2: Final = Face("sans", 12, 15, before=10, after=2.5, semibold=True, together=True)
HEADING_3: Final = Face("sans", 10.5, 14.2, before=5, after=1.25, semibold=True, together=True)
LABEL: Final = Face("sans", 8.5, 10.5, semibold=True, muted=True, tracking=0.1, together=True)
CELL: Final = Face("serif", 9.5, 12.5)
CELL_HEAD: Final = Face("sans", 8.5, 12, semibold=True, together=True)
CELL_NOTE: Final = Face("sans", 8.5, 12.5, muted=True)
RUNNING: Final = Face("sans", 8.5, 11, muted=True)
CARD_NAME: Final = Face("serif", 18, 22.5, before=5, after=2.5, semibold=True, together=True)
CARD_ROLE: Final = Face("sans", 9, 12.5, after=2.5, muted=True, together=True)
CARD_QUOTE: Final = Face("serif", 13, 19, after=2.5, together=True)
COVER_NAME: Final = Face("serif", 34, 40, after=4.5, semibold=True)
COVER_KIND: Final = Face("sans", 12, 15, muted=True)
COVER_FOOT: Final = Face("sans", 8.5, 12.5, muted=True)
NOTE: Final = Face("sans", 9, 12.5, muted=True)
SENTENCE: Final = Face("serif", 14, 20, after=5, whole=True)
INTERNAL: Final = Face("serif", 13, 19)
SIGNATURE: Final = Face("sans", 8.5, 12.5, muted=True)

SUMMARY_PROMISES: Final = (Face("serif", 28, 36), Face("serif", 24, 31))
SUMMARY_FOUNDATIONS: Final = (Face("serif", 14, 19), Face("serif", 12.5, 17))
"""On the one page: short, and as soon as one of its kind is long."""

SUMMARY_LONG: Final = 20
"""Words from which a statement on the one page is long."""

SUMMARY_NAME: Final = Face("serif", 13, 16, semibold=True)
SUMMARY_MEANING: Final = Face("serif", 10.5, 14)
SUMMARY_P: Final = Face("serif", 10, 13.5)
SUMMARY_ONE_THING: Final = Face("serif", 14, 18)

PROMISES: Final = (Face("serif", 40, 48), Face("serif", 32, 40), Face("serif", 26, 34))
"""A promise alone on its page: short, of middling length, long."""


def promise_rank(words: int) -> int:
    """Return which of `PROMISES` sets a promise of that many words."""
    return 0 if words <= 12 else 1 if words <= 20 else 2


NARROW: Final = "\u202f"
FIXED: Final = "\u00a0"
_SPACES = "[ \u00a0\u202f]"

_UNTOUCHED = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+")
"""Addresses: nothing in them is punctuation. One begins where its word does: tried from every letter on, a
text of 20,000 letters without a space took a second."""

_BOTH = (
    (re.compile(r"\.\.\."), "…"),
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
    (re.compile(r"(?<=\S) -(?= )"), " –"),
)
_FRENCH = (
    (re.compile(r"'"), "’"),
    (re.compile(r'(^|[\s(«—–*_\[])"(?=\S)'), "\\1«" + FIXED),
    (re.compile(r'(?<=\S)"'), FIXED + "»"),
    (re.compile(f"«{_SPACES}*(?=\\S)"), "«" + FIXED),
    (re.compile(f"(?<=\\S){_SPACES}*»"), FIXED + "»"),
    (re.compile(f"(?<=[^\\s(!?;:…]){_SPACES}*(?=[;!?](?![\\w]))"), NARROW),
    (re.compile(f"(?<=[^\\s:]){_SPACES}*:(?=\\s|$)"), FIXED + ":"),
    (re.compile(r"(?<![\d,.])(\d{1,3})((?:[ \u00a0\u202f]\d{3})+)(?![\d])"), "thousands"),
    (re.compile(f"(?<=\\d){_SPACES}?h{_SPACES}?(?=\\d\\d(?!\\d))"), f"{FIXED}h{FIXED}"),
    (re.compile(r"(?<=\d) (?=(?:h|%|€|km|kg|cm|mm|g|m|l|min|°C)(?!\w))"), FIXED),
    (re.compile(r"(?<=\d)%"), FIXED + "%"),
    (re.compile(f"\\b([nN]°){_SPACES}*(?=\\d)"), "\\1" + FIXED),
    (re.compile(r"\b(M\.|MM\.|Mme|Mlle|Dr) (?=[A-ZÀ-Þ])"), "\\1" + FIXED),
)
_ENGLISH = (
    (re.compile(r'(^|[\s(\[—–‘*_])"(?=\S)'), "\\1“"),
    (re.compile(r'(?<=\S)"'), "”"),
    (re.compile(r"(^|[\s(\[—–“*_])'(?=\S)"), "\\1‘"),
    (re.compile(r"(?<=\S)'"), "’"),
    (re.compile(r"(?<![\w.,/–-])(\d{1,4})-(\d{1,4})(?![\w/–-])"), "range"),
    (re.compile(r"\b(Mr|Mrs|Ms|Dr) (?=[A-Z])"), "\\1" + FIXED),
)


def typeset(text: str, language: str) -> str:
    """Return the text with the spaces, quotes and dashes its language wants; a second time changes nothing.

    Languages other than French and English only have what they share: apostrophes, ellipses, dashes.
    """
    rules = _BOTH + {"fr": _FRENCH, "en": _ENGLISH}.get(language[:2], ())
    before = ""
    while text != before:  # a quote inside a quote is seen once the outer one is turned
        before, text = text, _set(text, rules)
    return text


def _set(text: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    made, start = [], 0
    for address in _UNTOUCHED.finditer(text):
        made += [_set_plain(text[start : address.start()], rules), address.group()]
        start = address.end()
    made.append(_set_plain(text[start:], rules))
    return "".join(made)


def _set_plain(text: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, instead in rules:
        if instead == "thousands":
            text = pattern.sub(lambda m: m[1] + re.sub(_SPACES, NARROW, m[2]), text)
        elif instead == "range":
            text = pattern.sub(_range, text)
        else:
            text = pattern.sub(instead, text)
    return text


def _range(found: re.Match[str]) -> str:
    """Return an en dash between two numbers that grow; a month of a year is not a range."""
    first, last = found[1], found[2]
    month = len(first) == 4 and len(last) == 2
    return found[0] if month or int(first) >= int(last) else f"{first}–{last}"


_LEANING: Final = {
    "fr": " à au aux avec ce ces cet cette chaque dans de des du en entre et la le les leur ma mes mon ne "
    "ni nos notre on ou où par pas pour qu que qui sa sans se ses si son sous sur ta tes ton un une vos "
    "votre y ",
    "en": " a an and are as at be but by for from her his in into is its my no nor not of on or our so than "
    "that the their this to was we who will with your ",
}
"""Words that lean on the next one: a line of a statement does not end on them."""

_LAST = 24
"""Most letters, with its spaces, of the end that stays together: about a fifth of the measure at 32 pt."""


def broken_by_sense(text: str, language: str) -> str:
    """Return a statement that breaks by sense: no line ends on an article, no last word is alone."""
    words = text.split(" ")
    leaning = _LEANING.get(language[:2], "")
    last = len(words) - 2
    made = words[:1]
    for index, word in enumerate(words[1:]):
        before = words[index]
        bound = f" {before.lower().strip('«“(‘')} " in leaning and len(before) + len(word) < _LAST
        bound |= index == last and len(before) + len(word) < _LAST
        made.append((FIXED if bound else " ") + word)
    return "".join(made)
