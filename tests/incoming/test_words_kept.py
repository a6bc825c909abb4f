"""Whatever stands in a document, every word of it stands in what it becomes, and no other."""

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brandplatform.incoming.passages import Passage
from brandplatform.storage import codec
from tests.incoming.filing import brought, of_passages
from tests.incoming.trees import TEXT, TREE
from tests.incoming.wordcount import of_markdown, of_platform
from tests.incoming.wordcount import of_passages as words_of
from tests.shipped import fields

often = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
OPTIONS = {option.id for field in fields() for column in field.columns for option in column.options}
SIGNS = st.sampled_from(
    ["", "", "# ", "### ", "- ", "1. ", "    * ", "> ", "| ", "|", "```", "---", "===", "**", "<!-- ", "-->",
     "[^1]: ", "<h2>", "<li>", "<td>", "<table>", "</table>", "<tr>", "<br>", "</b>", '<a href="u v">',
     "</a>", "~~~", "title: ", "&nbsp;", '[x](y "z")', "[", "]("]
)  # fmt: skip


@often
@given(TREE)
def test_the_words_that_go_in_are_those_that_come_out(tree: tuple[Passage, ...]) -> None:
    platform = of_passages(*tree)
    before, after = words_of(tree), of_platform(platform)
    assert before - after == {}
    assert set(after - before) <= OPTIONS
    assert codec.decode(codec.encode(platform)) == (platform, True)


@often
@given(st.lists(st.builds("{}{}{}".format, SIGNS, TEXT, SIGNS), max_size=20).map("\n".join))
def test_no_letter_of_a_text_is_lost_whatever_signs_there_are(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    assert letters(of_markdown(text)) - letters(of_platform(brought(text))) == {}


def letters(words: Counter[str]) -> Counter[str]:
    """Return how often each letter stands in words: a sign taken out may join two of them."""
    return Counter(letter for word, times in words.items() for letter in word * times if letter.isalpha())
