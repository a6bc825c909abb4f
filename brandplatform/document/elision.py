"""How French words meet: what loses its vowel before the next word, and what is contracted with it.

Must not know where the words come from.
"""

import re
import unicodedata

ELIDED = {
    "de": "d’", "que": "qu’", "le": "l’", "la": "l’", "ne": "n’", "je": "j’", "me": "m’", "te": "t’",
    "se": "s’", "ce": "c’", "jusque": "jusqu’", "lorsque": "lorsqu’", "puisque": "puisqu’",
    "quoique": "quoiqu’",
}  # fmt: skip
"""Word -> what it becomes before a vowel or a mute h."""

_CONTRACTED = {("à", "le"): "au", ("à", "les"): "aux"}
_WORD = re.compile(r"[^\W\d_]+")
_LAST = re.compile(r"(?:^|(?<=[\s’'«“\"(]))([^\W\d_]+)\s\Z")
_TAIL = 24
"""Characters of a text that are looked at for its last word."""

_FULL = frozenset({"onze", "onzieme", "oui", "ouistiti", "uhlan", "ululement"})
_SOFT_Y = frozenset({"yeux", "yeuse", "yonne", "yerres"})
_ASPIRATED = re.compile(
    r"hach|haies?\b|hail|hain|hair\b|haiss|hal(?:e|er|o|os|te|tes)\b|halet|hall(?:s|e|es)?\b|ham(?:ac|b|eau|pe|st)"
    r"|han|happ|har(?!mon)|has|hat|hau|hav|henn|heriss|hern|heron|heros\b|hers|hetr|heurt|hib|hic|hid|hierarch"
    r"|hippies?\b|hiss|hob|hoch|hock|hold|homard|hong|hont|hoqu|hord|hors|hott|hou|hub|huch|hue"
    r"|huit(?:|ieme|iemes|aine|aines|ante)\b|hulul|hun|hupp|hurl|huss|hutt|huguenot"
)
_MUTE_NAMES = re.compile(
    r"(?:hadrien|harmonie|hector|helen|helene|heloise|henri|henriett|henry|herc|hermin|herve|hilaire|hippolyte"
    r"|honore|honorine|horace|hortense|hubert|hugues|huguette|hyacinthe"
    r"|habit|hebdo|heberg|herbe|heriti|heure|hier|histoire|hiver|homme|honn|hopit|horaire|hote|huile|huiss|huitr"
    r"|humain|hygi)"
)
"""Names, and common words that somebody gave a capital; any other name in H elides nothing."""


def is_soft(text: str) -> bool:
    """Tell whether a text begins with a vowel or a mute h, so that the word before it is elided."""
    found = _WORD.match(text[:60])
    if found is None:
        return False
    word = found.group()
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))
    if plain[0] in "aeiouœæ":
        return plain not in _FULL
    if plain[0] == "y":
        return plain in _SOFT_Y or (len(plain) > 1 and plain[1] not in "aeiou") or plain == "y"
    if plain[0] != "h":
        return False
    return _MUTE_NAMES.match(plain) is not None if word[0].isupper() else _ASPIRATED.match(plain) is None


def met(left: str, right: str, *, noun: bool) -> str:
    """Return two texts written one after the other; before a `noun`, `à` takes in its article.

    >>> met("nous promettons de ", "avoir du pain", noun=False)
    'nous promettons d’avoir du pain'
    """
    found = _LAST.search(left[-_TAIL:])
    if found is None or not right:
        return left + right
    word, head = found.group(1), left[: len(left) - len(found.group(0).lstrip("’'«“\"("))]
    small = word.lower()
    if small in ELIDED and is_soft(right):
        return head + _as(word, ELIDED[small]) + right
    if small == "si" and re.match(r"ils?\b", right[:4]):
        return head + _as(word, "s’") + right
    first, space, rest = right.partition(" ")
    if noun and space and (small, first) in _CONTRACTED and not (first == "le" and is_soft(rest)):
        return f"{head}{_as(word, _CONTRACTED[small, first])} {rest}"
    return left + right


def _as(word: str, other: str) -> str:
    """Return `other` with a capital where `word` has one."""
    return other[:1].upper() + other[1:] if word[:1].isupper() else other
