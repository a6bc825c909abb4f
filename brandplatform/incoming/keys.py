"""Names as they are compared: their words, plain, without contractions and the number in front.

Must not know whose names they are.
"""

import re
import unicodedata
from collections.abc import Iterator

Key = tuple[str, ...]
"""A name as it is compared: its words, plain."""

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(
    r"\s*(?:(?:chapitre|chapter|partie|part|section|étape|step|annexe|appendix|slide|page)\s+)?"
    r"(?:(?:\d{1,3}|[ivxIVX]{1,5}(?=\.\d))(?:\.\d{1,3})*\s*[.)°:/–—-]?|"
    r"(?:[ivxIVX]{1,5}|[a-zA-Z])\s*(?:[.)]|\s[–—-]))\s+",
    re.IGNORECASE,
)
_ALONE = {"i": "we", "me": "us", "my": "our", "mine": "ours", "myself": "ourselves"}
"""What a person alone says, and a house says otherwise."""

_SHORTENED = {"re": "are", "ll": "will", "ve": "have", "s": "is"}
_ASKING = frozenset(("who", "what", "where", "that", "it", "here", "there", "she", "he"))
_NEGATED = {
    "can": "can", "couldn": "could", "didn": "did", "doesn": "does", "don": "do", "hasn": "has",
    "haven": "have", "isn": "is", "aren": "are", "shouldn": "should", "wasn": "was", "won": "will",
    "wouldn": "would",
}  # fmt: skip
_SHORT = frozenset((*_SHORTENED, *_ALONE, "t", "l", "m"))


def key_of(text: str) -> Key:
    """Return the words of a text without capitals, accents and signs, nor contractions."""
    folded = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    words = _WORD.findall("".join(c for c in folded if not unicodedata.combining(c)))
    return tuple(words if _SHORT.isdisjoint(words) else _whole(words))


def _whole(words: list[str]) -> Iterator[str]:
    """Yield words, « don t » as « do not », « we re » as « we are », « l on » as « on », « I » as « we »."""
    before = ""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if (word, following) == ("l", "on"):
            continue
        if following == "t" and word in _NEGATED:
            yield _NEGATED[word]
        elif word == "t" and before in _NEGATED:
            yield "not"
        elif (before, word) == ("i", "m"):
            yield "are"
        elif word in _ALONE:
            yield _ALONE[word]
        elif word in _SHORTENED and before and (word != "s" or before in _ASKING):
            yield _SHORTENED[word]
        else:
            yield word
        before = word


def parted(label: str) -> tuple[str, str]:
    """Return the number in front of a name, and the name: `1.2`, `Notre vision`."""
    found = _NUMBER.match(label)
    name = label[found.end() :] if found else ""
    return (label[: len(label) - len(name)].strip(), name) if name.strip() else ("", label)


def unnumbered(label: str) -> str:
    return parted(label)[1]
