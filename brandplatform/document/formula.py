"""Formulas of the method: sentences with slots, filled by a person's words and read back.

Owns elision, capital, full stop and spaces of what is made; must not know which field asks, nor who fills it.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from brandplatform.document.edit import on_one_line
from brandplatform.document.elision import ELIDED, is_soft, met
from brandplatform.document.words import count_words

OFFERED = 6
"""Words: an answer of this many or fewer is offered whole for a slot, a longer one never."""

_SLOT = re.compile(r"\[([^\[\]]*)\]")
_DE = re.compile(r"de \+ ")
_ITS_DE = re.compile(r"^(?:de\s+|d[’'])(?=\S)", re.IGNORECASE)
_JOINING_WORDS = "à de d en par pour quand que qu sans si sinon at by for from if in that to when without"
_SMALL_WORDS = """
à au aux avec ce ces cette chaque chez dans de des du elle elles en entre et il ils je la le les leur
leurs ma mes mon même ne nos notre nous on par pas pour quand que sa sans se ses si son sur tes toi ton
tous tout toute toutes un une votre vos vous a an and any at by each even every for from he if in it its
my no not of on or our she that the their they this to we when with without you your
"""
_JOINING = frozenset(_JOINING_WORDS.split())
_SMALL = frozenset(_SMALL_WORDS.split())
"""Words that carry a capital only because they began a sentence."""


Span = tuple[int, int]
"""Where words stand in a sentence: from, to."""


class Slot(Struct, frozen=True):
    """A place to fill; `hint` says with what, and stands in brackets until then."""

    hint: str

    @property
    def is_verb(self) -> bool:
        """Whether what is done goes there, and not a person or a thing."""
        return "verb" in self.hint.lower()


class Formula(Struct, frozen=True):
    """Words, a slot, words, a slot … words: always one more text than there are slots."""

    texts: tuple[str, ...]
    slots: tuple[Slot, ...]


def parse(text: str) -> Formula:
    """Read a formula as the method writes it."""
    parts = _SLOT.split(" ".join(text.split()))
    return Formula(tuple(parts[0::2]), tuple(map(Slot, parts[1::2])))


def is_offered(answer: str) -> bool:
    """Tell whether an answer is short enough to be offered whole for a slot."""
    return 0 < count_words(answer) <= OFFERED


def fill(formula: Formula, texts: Sequence[str], language: str) -> str:
    """Return the sentence; a slot without words stands in it as its hint, in brackets."""
    return marked(formula, texts, language)[0]


def marked(formula: Formula, texts: Sequence[str], language: str) -> tuple[str, tuple[Span, ...]]:
    """Return the sentence as `fill` does, and where each slot stands in it."""
    return _made(formula, _padded(formula, texts), language, holes=True)


def told(formula: Formula, texts: Sequence[str], language: str) -> str:
    """Return the sentence without what was left open: a slot without words goes with the words before it."""
    padded = _padded(formula, texts)
    return _made(formula, padded, language, holes=False)[0] if any(padded) else ""


def read(formula: Formula, sentence: str, language: str) -> tuple[str, ...] | None:
    """Return the words in the slots of a sentence that `fill` made, or None: it is somebody's own wording."""
    wanted = " ".join(sentence.split())
    at, found, before = 0, list[str](), ""
    for nth, literal in enumerate(formula.texts):
        last = nth == len(formula.texts) - 1
        start, end, lead = _find(literal, wanted, at, first=nth == 0, last=last, language=language)
        if start < 0:
            return None
        if nth:
            found.append(before + wanted[at:start])
        at, before = end, lead
    texts = tuple(_unfilled(one, slot) for one, slot in zip(found, formula.slots, strict=True))
    return texts if any(texts) and fill(formula, texts, language) == wanted else None


def _unfilled(words: str, slot: Slot) -> str:
    """Return what was put into a slot, given what stands there."""
    if words == f"[{slot.hint}]":
        return ""
    return _without_de(words) if _DE.match(slot.hint) else words


def _without_de(words: str) -> str:
    return _ITS_DE.sub("", words, count=1)


def _find(
    literal: str, sentence: str, at: int, *, first: bool, last: bool, language: str
) -> tuple[int, int, str]:
    """Return where words of the formula stand from `at` on, and what of them belongs to the slot after."""
    if last:
        mark = literal.rstrip(".")
        start = sentence.rfind(mark, at) if mark else len(sentence.rstrip("."))
        return max(start, at) if not mark else start, len(sentence), ""
    forms = _forms(literal, language)
    if first:
        capitals = [(form[:1].upper() + form[1:], lead) for form, lead in forms]
        places = [(at if sentence.startswith(form, at) else -1, form, lead) for form, lead in capitals]
    else:
        places = [(sentence.find(form, at), form, lead) for form, lead in forms]
    there = [place for place in places if place[0] >= 0]
    if not there:
        return -1, -1, ""
    start, form, lead = min(there, key=lambda place: place[0])
    return start, start + len(form), lead


def _forms(literal: str, language: str) -> list[tuple[str, str]]:
    """Return how words of the formula may read before a slot, and the article they took in from it."""
    forms = [(literal, "")]
    if language == "fr":
        before, _, word = literal.rstrip().rpartition(" ")
        head, small = f"{before} " if before else "", word.lower()
        if small in ELIDED or small == "si":
            forms.append((head + ELIDED.get(small, "s’"), ""))
        elif small == "à":
            forms += [(f"{head}au ", "le "), (f"{head}aux ", "les ")]
    return forms


def _padded(formula: Formula, texts: Sequence[str]) -> tuple[str, ...]:
    given = [" ".join(on_one_line(text).split()) for text in texts[: len(formula.slots)]]
    return (*given, *("" for _ in range(len(formula.slots) - len(given))))


def _made(
    formula: Formula, texts: tuple[str, ...], language: str, *, holes: bool
) -> tuple[str, tuple[Span, ...]]:
    out, spans = "", list[Span]()
    for nth, (literal, slot, text) in enumerate(zip(formula.texts, formula.slots, texts, strict=False)):
        words = _trimmed(text, last=nth == len(formula.slots) - 1)
        if words or holes:
            out += literal if out or holes else literal.lstrip(" ,;:»”")
        before = out
        if words:
            out = _with_words(out, slot, words, language)
        elif holes:
            out += f"[{slot.hint}]"
        spans.append((_parting(before, out), len(out)))
    return _ended(out, formula.texts[-1]), tuple(spans)


def _parting(before: str, after: str) -> int:
    """Return where the words of a slot begin, what was elided before them left to the formula."""
    at = len(before)
    while at > 0 and before[:at] != after[:at]:
        at -= 1
    return at + 1 if after[at : at + 1] == "’" else at


def _with_words(out: str, slot: Slot, words: str, language: str) -> str:
    """Put the words of a slot after what is written so far."""
    starts = not out.strip() or out.rstrip()[-1:] in ".!?"
    if language == "fr" and _DE.match(slot.hint):
        words = _lowered(_without_de(words), always=True)
        return out + ("d’" if is_soft(words) else "de ") + words
    words = _capitalised(words) if starts else _lowered(_without_repeated(out, words), always=slot.is_verb)
    return met(out, words, noun=not slot.is_verb) if language == "fr" else out + words


def _without_repeated(left: str, words: str) -> str:
    """Drop the words at the head of a slot that stand before it already: `even when even when it rains`."""
    head = [_bare(word) for word in words.split(" ", 3)[:3]]
    tail = [_bare(word) for word in left[-60:].split()]
    for size in (3, 2, 1):
        if len(head) >= size and head[:size] == tail[-size:] and (size > 1 or head[0] in _JOINING):
            rest = words.split(" ", size)[size:]
            return rest[0] if rest else words
    return words


def _bare(word: str) -> str:
    return word.strip(",;:.’'").lower()


def _trimmed(text: str, *, last: bool) -> str:
    """Return words without the punctuation that ended them where they come from."""
    words = text.rstrip(" .,;:…") if not (last and text.endswith(("…", "..."))) else text
    return words.lstrip(" .,;:")


def _ended(out: str, ending: str) -> str:
    """Put the formula's last words behind the sentence: one full stop, none after another final mark."""
    out = out.rstrip()
    if not out:
        return ending
    closed = out[-1] in "!?…" or out.endswith("...")
    return _capitalised(out + (ending.removeprefix(".") if closed else ending))


def _capitalised(text: str) -> str:
    """Return text with a capital, behind an opening mark too."""
    for at, letter in enumerate(text[:4]):
        if letter.isalpha():
            return text[:at] + (letter.upper() if len(letter.upper()) == 1 else letter) + text[at + 1 :]
        if letter.isdigit() or letter == "[":
            break
    return text


def _lowered(text: str, *, always: bool = False) -> str:
    """Return text without the capital that only its place had given it; a name keeps its own."""
    first = re.split(r"[\s’'-]", text[:40], maxsplit=1)[0]
    capital = first[:1].isupper() and (len(first) == 1 or first[1:].islower())
    small = first.lower() in _SMALL or (first.lower() in "cdjlmnst" and text[1:2] in "’'")
    return text[:1].lower() + text[1:] if capital and (small or always) and first != "I" else text
