"""What the cards of a folder say, in which order, and which of them hold the words that were typed.

Owns the sentences of a card; must not know Qt's widgets, nor how a file is read.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Literal

from msgspec import Struct

from brandplatform.checks.text import folded
from brandplatform.document.framework import FrameworkError
from brandplatform.publish.typography import typeset
from brandplatform.resources import Words
from brandplatform.storage.portfolio import Found, Summary, legible
from brandplatform.ui import beginnings, files
from brandplatform.ui.comparelist import when_said
from brandplatform.ui.fields.dates import iso

Order = Literal["review", "written"]
ORDERS: tuple[Order, ...] = ("review", "written")

Mark = Literal["", "empty", "started", "discuss", "settled"]
"""The mark before a line, as `Icons.mark` draws it; none where a word is enough."""


class Card(Struct, frozen=True):
    """One file of the folder: not read yet, summed up, or why it could not be read."""

    found: Found
    summary: Summary | None = None
    problem: Exception | None = None
    text: str = ""
    """What is searched, folded."""

    @property
    def title(self) -> str:
        """The brand, else the name of the file."""
        return (self.summary.brand if self.summary else "") or self.found.name

    @property
    def written(self) -> str:
        """When it was last saved, ISO 8601 in UTC: as the file says, else as the disk does."""
        said = self.summary.written if self.summary else ""
        try:
            then = datetime.fromisoformat(said)
        except ValueError:
            then = datetime.fromtimestamp(self.found.stamp[0] / 1e9, UTC)
        then = then if then.tzinfo else then.replace(tzinfo=UTC)
        return then.astimezone(UTC).isoformat(timespec="seconds")


def card(found: Found, summary: Summary | None = None, problem: Exception | None = None) -> Card:
    """Return the card of a file, with what is searched in it."""
    said = (summary.brand, *summary.promises.values()) if summary else ()
    return Card(found, summary, problem, folded("\n".join((found.name, *said))))


class Line(Struct, frozen=True):
    """One thing a card says, with its mark."""

    text: str
    mark: Mark = ""


def ordered(cards: Iterable[Card], order: Order) -> list[Card]:
    """Return cards in an order, those of the same moment by name; what cannot be read comes last."""
    by_name = sorted(cards, key=lambda card: (folded(card.title), card.found.path))
    if order == "written":
        return sorted(by_name, key=lambda card: card.written, reverse=True)
    return sorted(by_name, key=_by_review)


def _by_review(card: Card) -> tuple[bool, str]:
    """Return what cards are sorted by: those with a date first, `2027` after every day of 2027."""
    said = card.summary.review if card.summary else ""
    if is_date(said):
        return False, f"{said}~"
    return True, "~" if card.problem else ""


def is_date(text: str) -> bool:
    """Tell whether a text is a day, a month or a year in ISO 8601."""
    return bool(text) and iso(text) == text


def overdue(review: str, today: date) -> bool:
    """Tell whether the day, month or year at which a platform is read again has gone by."""
    return is_date(review) and review < today.isoformat()[: len(review)]


def matching(cards: Iterable[Card], typed: str) -> list[Card]:
    """Return the cards whose name or promise hold every word typed; accents and capitals do not count."""
    words = folded(typed.strip()).split()
    return [card for card in cards if all(word in card.text for word in words)]


def promise_said(words: Words, card: Card) -> str:
    """Say the promise, or what stands in its place."""
    if card.problem is not None:
        return why_not(words, card.problem)
    if card.summary is None:
        return words("portfolio.waits")
    said = card.summary.promise(words.language)
    return typeset(said, words.language) if said else words("start.no_promise")


def why_not(words: Words, problem: Exception) -> str:
    """Say why a file could not be read."""
    if isinstance(problem, FrameworkError):
        return beginnings.why_not(words, problem)
    return files.sentence(words, problem)


def foot_said(words: Words, card: Card) -> str:
    """Say which file it is and when it was last saved."""
    saved = words("file.saved_on", date=when_said(words, card.written))
    shut = words("file.read_only") if card.summary and not card.summary.writable else ""
    return " · ".join(filter(None, (legible(card.found.path.name), saved, shut)))


def lines_said(words: Words, card: Card, today: date) -> tuple[Line, ...]:
    """Say what stands beside the promise: signed or not, read again when, what is open."""
    if card.problem is not None:
        return (Line(words("portfolio.shut"), "discuss"),)
    if (about := card.summary) is None:
        return ()
    return (_status(words, about), _review(words, about, today), *_open(words, about))


def _status(words: Words, about: Summary) -> Line:
    if about.status == "draft":
        return Line(words("state.draft"), "empty")
    if about.status == "changed":
        return Line(words("state.changed"), "discuss")
    who = words("common.list_join").join(about.signers)
    return Line(words("portfolio.signed", who=who) if who else words("state.signed"), "settled")


def _review(words: Words, about: Summary, today: date) -> Line:
    if not about.review:
        return Line(words("portfolio.no_review"))
    when = words.day(about.review)
    if overdue(about.review, today):
        return Line(words("portfolio.overdue", date=when), "discuss")
    return Line(words("portfolio.review", date=when))


def _open(words: Words, about: Summary) -> Iterable[Line]:
    if about.conflicts:
        yield Line(words("portfolio.conflicts", n=about.conflicts), "discuss")
    if about.unbegun:
        yield Line(words("portfolio.unbegun", n=about.unbegun, all=about.sections), "started")
    else:
        yield Line(words("portfolio.all_begun"))
    if about.loose:
        yield Line(words("portfolio.loose", n=about.loose))


def read_aloud(words: Words, card: Card, today: date) -> str:
    """Say the whole of a card in one line."""
    said = (card.title, promise_said(words, card), *(line.text for line in lines_said(words, card, today)),
            foot_said(words, card))  # fmt: skip
    return ", ".join(one.rstrip(".") for one in said if one)
