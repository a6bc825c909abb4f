"""The swap test: a sentence with a competitor's name in the place of one's own.

Must not know which field the sentence is from, nor what is concluded.
"""

import re

Span = tuple[int, int]
"""Where something begins in a text, and where it ends."""

_WE: dict[str, tuple[tuple[str, str], ...]] = {
    "fr": (
        ("nous promettons", "{other} promet"),
        ("chez nous", "chez {other}"),
        ("grâce à nous", "grâce à {other}"),
    ),
    "en": (("with us", "with {other}"), ("we promise", "{other} promises")),
}  # fmt: skip
"""What may be said of oneself, and the same said of another: the verb has to follow."""

_HERE = "{other}"


def swapped(sentence: str, brand: str, other: str, language: str) -> tuple[str, tuple[Span, ...]]:
    """Return a sentence said by `other` (“a competitor”), and where they stand in it.

    They take the place of the name, else that of “we”; where there is neither they say the whole of it.

    >>> swapped("Chez Levain, le pain est tiède.", "Levain", "un concurrent", "fr")
    ('Chez un concurrent, le pain est tiède.', ((5, 18),))
    """
    text = " ".join(sentence.split())
    if not text:
        return "", ()
    named = ((re.escape(brand.strip()), _HERE),) if brand.strip() else ()
    for own, theirs in (*named, *_WE.get(language[:2], ())):
        pattern = re.compile(rf"(?<!\w){own}(?!\w)", re.IGNORECASE)
        if pattern.search(text):
            return _put(pattern.split(text), theirs, other)
    french = language[:2] == "fr"
    return _put(["", f"\u00a0: «\u00a0{text}\u00a0»" if french else f": “{text}”"], _HERE, other)


def _put(parts: list[str], theirs: str, other: str) -> tuple[str, tuple[Span, ...]]:
    """Return the parts with what is said of another between them."""
    before, after = theirs.split(_HERE)
    made, spans = parts[0], list[Span]()
    for part in parts[1:]:
        begins = _begins(made)
        made += before[:1].upper() + before[1:] if begins else before
        said = other[:1].upper() + other[1:] if begins and not before else other
        spans.append((len(made), len(made) + len(said)))
        made += said + after + part
    return made, tuple(spans)


def _begins(before: str) -> bool:
    """Tell whether a sentence begins after what stands before."""
    return before.rstrip(' \t\n\u00a0\u202f«“"—–-')[-1:] in ("", ".", "!", "?", "…")
