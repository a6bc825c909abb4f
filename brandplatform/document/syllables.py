"""How many syllables a word has, French and English, by its letters: near enough to tell long words.

Vowels that touch are one syllable but where two are heard (`créer`, `experience`), an `e` nobody hears none.
"""

import re

_VOWELS = "aeiouyàâäáéèêëîïíôöóûüùúœæ"
_GROUPS = re.compile(f"[{_VOWELS}]+")
_APART = {
    "fr": re.compile(r"é(?=[aoéè]|e(?!s?$))|(?<=[aeou])[ïë]|[aou](?=é)|i(?=ez$)"),
    "en": re.compile(
        r"(?<![tscg])i(?=[ao]|en|er(?!s?$)|um|us$)|e(?=a(?:t(?:e|ing|ion)|l)\b)|(?<![qg])u(?=a[lt])"
    ),
}
_SILENT = {
    "fr": re.compile(rf"(?<=[^{_VOWELS}])es?$|(?<=[aoi])ient$"),
    "en": re.compile(rf"(?<=[^{_VOWELS}l])es?$|(?<=[{_VOWELS}rnmwv]l)es?$|(?<=[^{_VOWELS}td])ed$"),
}
_HEARD = re.compile(r"(?:[sxz]|ch|sh|[cg])es$")
"""English plurals whose `e` is heard: `boxes`, `changes`."""


def syllables(word: str, language: str) -> int:
    """Return how many syllables a word has, at least one; other languages count vowels that stand apart."""
    letters = word.lower()
    spoken = language[:2]
    if spoken == "fr":
        letters = re.sub(r"(?<=[qg])u(?=[eéèêiy])", "", letters)
    count = len(_GROUPS.findall(letters))
    if spoken in _APART:
        count += len(_APART[spoken].findall(letters))
        heard = spoken == "en" and _HEARD.search(letters)
        count -= 1 if not heard and _SILENT[spoken].search(letters) else 0
    return max(1, count)
