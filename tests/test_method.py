"""The method that comes with the program is whole: every id leads somewhere, both languages say it all."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from brandplatform.document.framework import LANGUAGES
from brandplatform.document.words import count_words
from brandplatform.resources import Words, read_toml
from brandplatform.ui.guidesheet import BUSINESSES
from tests.shipped import FILES, FRAMEWORK, LIBRARY, MISTYPED, SECTIONS, THEMES, fields

EXAMPLES = [(theme, one) for theme in THEMES for one in theme.examples]

# Ids are keys in people's files: they are added, never renamed. Section -> how many questions it asks.
QUESTIONS = {
    "people_customers": 6, "people_employees": 6, "people_partners": 5, "p_people": 3,
    "promise": 8, "proof": 6, "commitments": 6, "origin": 3, "belief": 3, "essence": 7, "value_brought": 3,
    "mission": 6, "vision": 7, "values": 6,
    "p_product": 6, "p_price": 6, "p_place": 5, "p_promotion": 6, "differentiation": 6, "positioning": 4,
    "one_thing": 3, "personality": 3, "tone": 6, "tagline": 3, "blindspots": 6, "objectives": 6, "review": 3,
    "signoff": 5,
}  # fmt: skip
CARDS = "person role heard dreads expects owed reach"
FIELDS = {
    "people_customers": "", "people_customers.cards": CARDS, "people_employees": "",
    "people_employees.cards": CARDS, "people_partners": "", "people_partners.cards": CARDS,
    "p_people": "", "p_people.refusal": "", "p_people.proof": "",
    "promise": "", "promise.internal": "", "promise.reality": "",
    "promise.readings": "person date reaction said", "belief": "", "raison_detre": "",
    "proof": "word act evidence date owner due", "commitments": "whom commitment kind owner by if_missed",
    "origin": "", "essence": "", "value_brought": "", "mission": "",
    "vision": "", "vision.horizon": "", "vision.milestones": "when what", "vision.management": "",
    "values": "name meaning seen_when costs we_do_not status proof",
    "p_product": "", "p_product.refusal": "", "p_product.proof": "",
    "p_price": "", "p_price.refusal": "", "p_price.proof": "",
    "p_place": "", "p_place.refusal": "", "p_place.proof": "",
    "p_promotion": "", "p_promotion.refusal": "", "p_promotion.proof": "",
    "differentiation": "", "diff": "see do sacrifice not_copied checked",
    "positioning": "", "alternatives": "alternative gains loses", "one_thing": "",
    "personality": "trait but_not seen_when",
    "tone": "", "tone.funny": "", "tone.casual": "", "tone.irreverent": "", "tone.enthusiastic": "",
    "tone.lexicon": "use avoid", "tone.samples": "situation before after", "tagline": "",
    "blindspots": "belief source date escapes visit by",
    "objectives": "what from to by stretch stop owner obstacle",
    "review.date": "", "review.triggers": "", "signoff.not_yet": "",
}  # fmt: skip
# Words allowed, French and English; a name with a dot that is no field is a column.
CAPS = {
    "essence": (6, 5), "value_brought": (25, 25), "tagline": (8, 7), "one_thing": (12, 12),
    "promise": (23, 20), "promise.internal": (23, 20), "belief": (28, 25),
    "raison_detre": (45, 40), "mission": (28, 25), "vision": (28, 25),
    "origin": (60, 60), "positioning": (69, 60), "differentiation": (69, 60), "tone": (46, 40),
    "values.name": (4, 4), "values.meaning": (25, 25),
    "commitments.commitment": (34, 30), "proof.act": (34, 30),
    "people_customers": (46, 40), "people_employees": (46, 40), "people_partners": (46, 40),
    "p_people": (46, 40), "p_product": (46, 40), "p_price": (46, 40), "p_place": (46, 40),
    "p_promotion": (46, 40), "p_people.proof": (34, 30), "p_product.proof": (34, 30),
    "p_price.proof": (34, 30), "p_place.proof": (34, 30), "p_promotion.proof": (34, 30),
}  # fmt: skip


def cap(name: str, language: str) -> int | None:
    """Return the words allowed in a field or a column, whichever theme has it."""
    return next((n for theme in THEMES if (n := theme.cap(name, language)) is not None), None)


def texts(data: object, key: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every text of a parsed file with its key, caps left out."""
    if isinstance(data, Mapping):
        if set(data) <= set(LANGUAGES) and not any(isinstance(value, int) for value in data.values()):
            yield key, data
            return
        for name, value in data.items():
            yield from texts(value, f"{key}.{name}")
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from texts(value, f"{key}[{index}]")


def said() -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield every text of the method with its file and key."""
    yield from texts(read_toml("frameworks", "plateforme.toml"), "plateforme")
    for name in FILES:
        yield from texts(read_toml("fields", f"{name}.toml"), name)


def test_every_theme_is_shown_and_named_as_its_file() -> None:
    assert [theme.id for theme in THEMES] == FILES == sorted({s.theme for s in SECTIONS.values()})


def test_every_field_of_a_theme_is_shown_once_by_its_own_section() -> None:
    shown = Counter((s.theme, name) for s in SECTIONS.values() for name in s.fields)
    assert shown == Counter((theme.id, field.id) for theme in THEMES for field in theme.fields)


def test_the_fields_and_columns_are_those_that_files_are_keyed_by() -> None:
    assert {f.id: " ".join(c.id for c in f.columns) for f in fields()} == FIELDS


def test_no_two_columns_or_options_of_a_field_share_an_id() -> None:
    lists = [part for f in fields() for part in (f.columns, f.options, *(c.options for c in f.columns))]
    assert [ids for ids in ([one.id for one in part] for part in lists) if len(set(ids)) < len(ids)] == []


def test_every_question_is_asked_by_a_section_of_its_theme_and_numbered_from_one() -> None:
    asked = {name: LIBRARY.questions(section) for name, section in SECTIONS.items()}
    assert {name: len(questions) for name, questions in asked.items()} == QUESTIONS
    for name, questions in asked.items():
        assert [q.id for q in questions] == [f"{name}.q{n + 1}" for n in range(QUESTIONS[name])]
    assert sum(QUESTIONS.values()) == sum(len(theme.questions) for theme in THEMES)


def test_the_four_questions_of_the_short_path_are_there() -> None:
    asked = {q.id for theme in THEMES for q in theme.questions}
    path = {"promise.q4", "promise.q1", "promise.q2", "promise.q6", "people_customers.q1", "proof.q1"}
    assert path <= asked


def test_every_section_is_published_in_one_chapter() -> None:
    published = [name for chapter in FRAMEWORK.chapters for name in chapter.sections]
    assert sorted(published) == sorted(SECTIONS)


def test_every_id_in_what_the_program_says_exists() -> None:
    place = re.compile(r"\b[a-z_]+(?:\.q\d+|\[\d+\]\.[a-z_]+)")
    known = {q.id for theme in THEMES for q in theme.questions}
    known |= {f"{f.id}[].{c.id}" for f in fields() for c in f.columns}
    for language in LANGUAGES:
        words = Words(language)
        named = {re.sub(r"\d+\]", "]", one) for key in words for one in place.findall(words.template(key))}
        assert named
        assert named <= known


def test_every_theme_says_what_holds_how_to_write_it_and_what_to_avoid() -> None:
    bare = [t.id for t in THEMES if not (t.good and t.formulas and t.mistakes and t.questions and t.examples)]
    assert bare == []


def test_an_example_is_of_a_known_company_and_of_a_section_of_its_theme() -> None:
    assert {example.business for _, example in EXAMPLES} <= set(BUSINESSES)
    assert {e.section for theme, e in EXAMPLES if SECTIONS[e.section].theme != theme.id} == set()


def test_an_example_that_is_almost_good_says_why_it_is_not_yet() -> None:
    assert [e.section for _, e in EXAMPLES if bool(e.almost) != bool(e.almost_why)] == []


def test_every_section_has_an_example_and_the_promise_one_of_each_company() -> None:
    assert {example.section for _, example in EXAMPLES} == set(SECTIONS)
    assert {example.business for _, example in EXAMPLES if example.section == "promise"} == set(BUSINESSES)


def test_an_example_that_holds_respects_the_cap_of_its_field() -> None:
    allowed = {f.id: f for f in fields()}
    for theme, example in EXAMPLES:
        field = allowed.get(example.section)
        for language in LANGUAGES:
            # An example of a table is a whole row: it has what its columns have together.
            columns = [c.cap[language] for c in field.columns if c.cap] if field else []
            most = theme.cap(example.section, language) or sum(columns)
            assert not most or count_words(example.holds[language]) <= most, (example.section, language)


def test_a_cap_is_given_in_both_languages_and_is_the_one_agreed() -> None:
    capped = [part.cap for f in fields() for part in (f, *f.columns) if part.cap]
    assert {tuple(one) for one in capped} == {LANGUAGES}
    assert {name: tuple(cap(name, language) for language in LANGUAGES) for name in CAPS} == CAPS


def test_every_statement_has_a_cap() -> None:
    assert [f.id for f in fields() if f.kind == "statement" and not f.cap] == []


def test_the_cap_said_in_words_is_the_one_counted() -> None:
    ticks = {language: LIBRARY.theme("p_promotion").ticks(language)[0] for language in LANGUAGES}
    subtitle = SECTIONS["one_thing"].subtitle
    assert (cap("one_thing", "fr"), cap("one_thing", "en")) == (12, 12)
    assert "douze mots" in ticks["fr"]
    assert "twelve words" in ticks["en"]
    assert (subtitle["fr"], subtitle["en"]) == ("douze mots", "twelve words")


def test_a_cap_in_what_holds_is_filled_from_the_one_that_is_counted() -> None:
    assert "une phrase, 23 mots au plus" in LIBRARY.theme("promise").ticks("fr")
    assert "one sentence, 20 words at most" in LIBRARY.theme("promise").ticks("en")
    assert not any("{" in tick for theme in THEMES for lang in LANGUAGES for tick in theme.ticks(lang))


def test_every_text_is_there_in_both_languages_between_no_stray_spaces() -> None:
    assert [key for key, text in said() if set(text) != set(LANGUAGES)] == []
    assert [key for key, text in said() if any(t != t.strip() or not t for t in text.values())] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_typed_as_its_language_wants(language: str) -> None:
    told = [(key, re.sub(r"\{cap(:[\w.]+)?\}", "0", text[language])) for key, text in said()]
    assert [one for one in told if re.search(MISTYPED[language], one[1])] == []
