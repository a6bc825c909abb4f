"""The swap test: a sentence with a competitor's name in the place of one's own.

Must not know which field the sentence is from, nor what is concluded.
"""

import re

_WE: dict[str, tuple[tuple[str, str], ...]] = {
    "fr": (
        ("nous promettons", "{other} promet"),
        ("chez nous", "chez {other}"),
        ("grâce à nous", "grâce à {other}"),
    ),
    "en": (("with us", "with {other}"), ("we promise", "{other} promises")),
}  # fmt: skip


def swapped(sentence: str, brand: str, other: str, language: str) -> str:
    """Return a sentence said by `other` (“a competitor”): for the name or for “we”, else before it.

    >>> swapped("Chez Levain, le pain est tiède.", "Levain", "un concurrent", "fr")
    'Chez un concurrent, le pain est tiède.'
    """
    text = " ".join(sentence.split())
    if not text:
        return ""
    if brand.strip():
        named = re.compile(rf"(?<!\w){re.escape(brand.strip())}(?!\w)", re.IGNORECASE)
        if named.search(text):
            return _begun(named.sub(lambda _: other, text))
    for own, theirs in _WE.get(language, ()):
        found = re.search(rf"(?<!\w){own}(?!\w)", text, re.IGNORECASE)
        if found is not None:
            said = theirs.replace("{other}", other)
            return _begun(text[: found.start()] + said + text[found.end() :])
    quoted = f"«\u00a0{text}\u00a0»" if language == "fr" else f"“{text}”"
    return f"{_begun(other)}\u00a0: {quoted}" if language == "fr" else f"{_begun(other)}: {quoted}"


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]
