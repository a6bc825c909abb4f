"""Sentences made from formulas: what a person's words become in a slot, and how they are read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandplatform.document.formula import Formula, Slot, fill, is_offered, marked, parse, read, told
from brandplatform.resources import path, read_toml

PROMISE = "À [personne ou rôle], nous promettons [de + verbe + résultat vérifiable], même quand [contrainte]."
ENGLISH = "To [person or role], we promise to [verb + checkable result], even when [constraint]."
WHEN = "[Quand], [résultat pour vous] ; sinon, [réparation]."
FILES = sorted(file.name for file in path("fields").glob("*.toml"))
EVERY = [
    (language, text[language])
    for name in FILES
    for text in read_toml("fields", name).get("formulas", ())
    for language in ("fr", "en")
]


def french(formula: str, *texts: str) -> str:
    return fill(parse(formula), texts, "fr")


def english(formula: str, *texts: str) -> str:
    return fill(parse(formula), texts, "en")


def test_a_formula_is_words_and_slots() -> None:
    found = parse("Vous aurez [résultat], sans [ce que vous redoutez].")
    slots = (Slot("résultat"), Slot("ce que vous redoutez"))
    assert found == Formula(("Vous aurez ", ", sans ", "."), slots)


def test_an_empty_formula_has_no_slot() -> None:
    assert parse("") == Formula(("",), ())
    assert fill(parse(""), (), "fr") == ""


def test_slots_without_words_stay_in_brackets() -> None:
    assert french(PROMISE) == PROMISE
    assert french(PROMISE, "Anna", " ") == PROMISE.replace("[personne ou rôle]", "Anna")


def test_every_formula_of_the_method_stays_itself_until_it_is_filled() -> None:
    assert [fill(parse(text), (), language) for language, text in EVERY] == [text for _, text in EVERY]


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("avoir du pain", "d’avoir du pain"),
        ("livrer", "de livrer"),
        ("de livrer", "de livrer"),
        ("d'ouvrir à sept heures", "d’ouvrir à sept heures"),
        ("Habiller la voisine", "d’habiller la voisine"),
        ("hisser le rideau", "de hisser le rideau"),
        ("y aller", "d’y aller"),
        ("ne pas fermer", "de ne pas fermer"),
        ("être là", "d’être là"),
    ],
)
def test_the_program_writes_the_de_of_a_verb(words: str, made: str) -> None:
    assert french(PROMISE, "", words).split(", ")[1] == f"nous promettons {made}"


@pytest.mark.parametrize(
    ("formula", "words", "made"),
    [
        ("Nous voyons que [constat].", "il pleut", "Nous voyons qu’il pleut."),
        ("Nous voyons que [constat].", "on attend", "Nous voyons qu’on attend."),
        ("Nous voyons que [constat].", "onze clients attendent", "Nous voyons que onze clients attendent."),
        ("Passer de [x].", "Hélène", "Passer d’Hélène."),
        ("Passer de [x].", "Hugo", "Passer de Hugo."),
        ("Passer de [x].", "Hassan", "Passer de Hassan."),
        ("Passer de [x].", "huit jours", "Passer de huit jours."),
        ("Passer de [x].", "huîtres fraîches", "Passer d’huîtres fraîches."),
        ("Passer de [x].", "8 jours", "Passer de 8 jours."),
        ("Passer de [x].", "yaourts", "Passer de yaourts."),
        ("Passer de [x].", "Yves", "Passer d’Yves."),
        ("C’est le [mot].", "œuf du jour", "C’est l’œuf du jour."),
        ("C’est la [mot].", "héroïne", "C’est l’héroïne."),
        ("C’est le [mot].", "héros", "C’est le héros."),
        ("Plus tôt si [événement].", "ils partent", "Plus tôt s’ils partent."),
        ("Plus tôt si [événement].", "elles partent", "Plus tôt si elles partent."),
        ("Nous ne [refus] pas.", "attendons", "Nous n’attendons pas."),
        ("À [qui].", "le boulanger", "Au boulanger."),
        ("À [qui].", "les voisins", "Aux voisins."),
        ("À [qui].", "le habitant", "À le habitant."),
        ("On vend à [lieux].", "la gare", "On vend à la gare."),
        ("Nous voyons que [constat].", "Élodie attend", "Nous voyons qu’Élodie attend."),
    ],
)
def test_french_words_meet_as_they_should(formula: str, words: str, made: str) -> None:
    assert french(formula, words) == made


def test_the_sentence_begins_with_a_capital_and_ends_with_one_full_stop() -> None:
    assert french(WHEN, "demain", "le pain sera tiède.", "il est offert.") == (
        "Demain, le pain sera tiède ; sinon, il est offert."
    )


@pytest.mark.parametrize("end", ["!", "?", "…", "..."])
def test_another_final_mark_is_not_followed_by_a_full_stop(end: str) -> None:
    assert french("Vous aurez [résultat].", f"du pain{end}") == f"Vous aurez du pain{end}"


def test_a_capital_that_began_a_sentence_goes_and_that_of_a_name_stays() -> None:
    made = french(PROMISE, "Anna", "Livrer le pain de Noé.", "Le four est froid.")
    assert made == "À Anna, nous promettons de livrer le pain de Noé, même quand le four est froid."
    assert english(ENGLISH, "The baker", "Deliver", "I am ill") == (
        "To the baker, we promise to deliver, even when I am ill."
    )


def test_what_the_formula_says_already_is_not_said_twice() -> None:
    made = "To Ann, we promise to deliver, even when it rains."
    assert english(ENGLISH, "to Ann", "To deliver.", "Even when it rains") == made


def test_a_sentence_inside_the_formula_begins_with_a_capital() -> None:
    made = french("Nous le montrons. [quoi], à [qui].", "le four", "Anna")
    assert made == "Nous le montrons. Le four, à Anna."


def test_spaces_and_line_breaks_become_single_spaces() -> None:
    assert english("With us, [fact].", "  bread\n\n is \t warm\x00 ") == "With us, bread is warm."


def test_a_slot_left_open_goes_with_the_words_before_it() -> None:
    formula = parse(PROMISE)
    assert told(formula, ("Anna", "livrer"), "fr") == "À Anna, nous promettons de livrer."
    assert (
        told(formula, ("", "livrer", "il pleut"), "fr") == "Nous promettons de livrer, même quand il pleut."
    )
    assert told(parse(WHEN), ("demain", "du pain"), "fr") == "Demain, du pain."
    assert told(formula, ("", " ", ""), "fr") == ""


@pytest.mark.parametrize(
    "texts",
    [
        ("Anna", "avoir du pain", "il pleut"),
        ("le boulanger", "livrer", ""),
        ("", "habiter ici", "huit voisins attendent, tous"),
        ("les voisins", "", "Hélène est là !"),
    ],
)
def test_the_words_in_the_slots_are_read_back(texts: tuple[str, str, str]) -> None:
    formula = parse(PROMISE)
    assert read(formula, fill(formula, texts, "fr"), "fr") == texts


def test_a_sentence_written_by_hand_is_not_read_as_a_formula() -> None:
    assert read(parse(PROMISE), "Demain à sept heures, votre pain sera tiède.", "fr") is None
    assert read(parse(PROMISE), "", "fr") is None
    assert read(parse(PROMISE), PROMISE, "fr") is None


def test_one_knows_where_each_slot_stands_in_the_sentence() -> None:
    sentence, spans = marked(parse(PROMISE), ("Anna", "avoir du pain"), "fr")
    words = [sentence[start:end] for start, end in spans]
    assert words == ["Anna", "d’avoir du pain", "[contrainte]"]


WORDS = st.lists(
    st.one_of(st.text(max_size=6), st.sampled_from([", ", "de ", "même quand ", "le ", "Hugo", ".", "[x]"])),
    max_size=5,
).map("".join)


@given(st.sampled_from(EVERY), st.lists(WORDS, max_size=5))
def test_what_is_read_back_makes_the_same_sentence(of: tuple[str, str], texts: list[str]) -> None:
    language, text = of
    formula = parse(text)
    sentence = fill(formula, texts, language)
    found = read(formula, sentence, language)
    assert found is None or fill(formula, found, language) == sentence
    assert "  " not in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize("text", ["a" * 50_000, "nous " * 10_000, ", même quand " * 4_000, "[" * 50_000])
def test_fifty_thousand_characters_fit_a_slot(text: str) -> None:
    formula = parse(PROMISE)
    sentence = fill(formula, (text, text, text), "fr")
    found = read(formula, sentence, "fr")
    assert found is None or fill(formula, found, "fr") == sentence
    assert len(sentence) > len(text.split()[0])


def test_only_a_short_answer_is_offered_whole() -> None:
    assert is_offered("La voisine du troisième étage.")
    assert not is_offered("La voisine du troisième, avant son travail.")
    assert not is_offered(" … ")
