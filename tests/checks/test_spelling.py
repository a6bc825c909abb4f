"""Which words are misspelt, in French and in English; and suggestions from a process of their own."""

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from brandplatform.checks import spelling
from brandplatform.checks.spelling import MOST, Dictionary, NoDictionary, dictionary, misspelt, words_of
from brandplatform.checks.suggesting import Suggester
from brandplatform.document.model import Statement, Table, Text
from brandplatform.resources import path
from tests.checkout import ROOT
from tests.shipped import SAMPLES, sample

RIGHT = {
    "fr": [
        "Demain à sept heures, votre pain aura levé vingt-quatre heures et sera encore tiède.",
        "L’heure d’ouverture, qu’elle dure jusqu’à midi ; aujourd’hui c’est lorsqu’il pleut.",
        "L'heure d'ouverture, qu'elle dure jusqu'à midi ; aujourd'hui c'est lorsqu'il pleut.",
        "Peut-être ira-t-il là-bas : dit-on, quelques-uns en sont à mi\u2011chemin, vis-à-vis.",
        "Le cœur, la sœur, l’œuvre, l’Œuvre, Noël, Être, ÉTÉ, À.",
        "Une e\u0301cole, un e\u0301le\u0301phante, une bou\u00adlan\u00adge\u00adrie.",
    ],
    "en": [
        "Tomorrow at seven, your bread will have risen for twenty-four hours and still be warm.",
        "It’s the bakers’ oven; don’t forget people’s names, or the shop's.",
        "Our colour, their color; we organise, they organize; the neighbour’s catalogue.",
        "A naïve café owner's well-known résumé.",
    ],
}
WRONG = {
    "fr": [
        ("Une bonne boulengerie.", ["boulengerie"]),
        ("On va à l’boulengerie.", ["boulengerie"]),
        ("Qu’avec d'painn !", ["painn"]),
        ("Un grand-plase, un **painn** 🥖 painn.", ["plase", "painn", "painn"]),
        ("Le coeur.", ["coeur"]),
    ],
    "en": [
        ("We recieve you.", ["recieve"]),
        ("A well-knwon baker.", ["knwon"]),
        ("The bakrey’s oven.", ["bakrey"]),
        ("🥖 Tomorow, allways.", ["Tomorow", "allways"]),
    ],
}
PASSED_OVER = [
    "https://levain.frr/painn?q=tiedde", "www.levvain.com/painn", "bonjuor@levvain.org", "levvain.fr",
    "a1b2c3 24hh H2O 3e v1.2.34", "ONUU L’ONUU PMEs URLs", "YouTubbe iPhoone McDonnald", "Москва 東京",
    "x", "",
]  # fmt: skip


def said(text: str, language: str, *spared: str) -> list[str]:
    """Return the misspelt words of a text."""
    found = misspelt(text, language, dictionary(language).knows, words_of(" ".join(spared)))
    return [text[start:end] for start, end in found]


@pytest.mark.parametrize(("language", "text"), [(name, text) for name in RIGHT for text in RIGHT[name]])
def test_what_is_right_is_left_alone(language: str, text: str) -> None:
    assert said(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "words"), [(name, *case) for name in WRONG for case in WRONG[name]]
)
def test_a_misspelt_word_is_found_where_it_stands(language: str, text: str, words: list[str]) -> None:
    assert said(text, language) == words


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("text", PASSED_OVER)
def test_addresses_figures_initials_and_other_scripts_are_passed_over(language: str, text: str) -> None:
    assert said(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "Levvain, l’Orréal et d’ORRÉAL."), ("en", "Levvain, Levvain’s, L’Orréal’s and orréal.")],
)
def test_the_words_of_a_name_are_spared_with_what_is_elided_before_them(language: str, text: str) -> None:
    assert said(text, language) != []
    assert said(text, language, "Maison Levvain", "L’Orréal") == []


def texts(language: str) -> Iterator[str]:
    """Yield what the complete examples say in a language."""
    for name in SAMPLES:
        for answer in sample(name).answers.values():
            if isinstance(answer, Statement | Text):
                yield answer.text.get(language, "")
            for row in answer.rows if isinstance(answer, Table) else ():
                yield from (one.get(language, "") for one in row.cells.values() if not isinstance(one, str))


@pytest.mark.parametrize(("language", "most"), [("fr", 0.002), ("en", 0.005)])
def test_of_the_complete_examples_hardly_a_word_is_underlined(language: str, most: float) -> None:
    known = dictionary(language).knows
    words = wrong = 0
    for text in texts(language):
        words += len(text.split())
        found = [text[start:end] for start, end in misspelt(text, language, known)]
        wrong += sum(1 for word in found if word.islower())  # a capital is a person or a place
    assert words > 3000
    assert wrong / words < most


def test_of_a_very_long_text_the_first_forty_pages_are_looked_at() -> None:
    text = "painn " * 30_000
    assert len(misspelt(text, "fr", dictionary("fr").knows)) == 16_666


@pytest.mark.parametrize("language", ["de", "", "../dictionaries/fr"])
def test_a_language_without_a_dictionary_is_told(language: str) -> None:
    with pytest.raises(NoDictionary):
        Dictionary(language)


def test_a_system_without_the_checker_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hunspell", None)
    with pytest.raises(NoDictionary):
        Dictionary("fr")


def test_a_dictionary_of_which_half_is_missing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "dictionaries" / "fr").mkdir(parents=True)
    (tmp_path / "dictionaries" / "fr" / "fr.aff").write_bytes(b"SET UTF-8\n")
    monkeypatch.setattr(spelling, "path", tmp_path.joinpath)
    with pytest.raises(NoDictionary):
        Dictionary("fr")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_dictionary_has_its_licence_beside_it(language: str) -> None:
    folder = path("dictionaries", language)
    names = sorted(file.stem for file in folder.glob("*.aff"))
    assert names == sorted(file.stem for file in folder.glob("*.dic")) != []
    assert all((folder / f"LICENSE-{name}.txt").is_file() for name in names)


@pytest.fixture
def suggester() -> Iterator[Suggester]:
    made = Suggester()
    yield made
    made.close()


@pytest.mark.parametrize(
    ("language", "word", "meant"),
    [("fr", "boulengerie", "boulangerie"), ("fr", "Coeur", "Cœur"), ("en", "recieve", "receive"),
     ("en", "behaviuor", "behaviour")],
)  # fmt: skip
def test_what_was_meant_is_among_five_suggestions(
    suggester: Suggester, language: str, word: str, meant: str
) -> None:
    found = suggester.suggest(language, word)
    assert meant in found
    assert len(found) == len(set(found)) <= MOST


def test_nothing_is_suggested_in_a_language_without_a_dictionary(suggester: Suggester) -> None:
    assert suggester.suggest("de", "Brott") == ()


def test_a_process_that_was_ended_is_begun_again(suggester: Suggester) -> None:
    others = set(multiprocessing.active_children())
    suggester.suggest("en", "recieve")
    (child,) = set(multiprocessing.active_children()) - others
    child.kill()
    child.join()
    assert suggester.suggest("en", "recieve") == ()
    assert "receive" in suggester.suggest("en", "recieve")


_KILLED = f"""
import os
from brandplatform.checks.suggesting import suggester

if __name__ == "__main__":
    print(*suggester().suggest("en", "recieve"), flush=True)
    os.kill(os.getpid(), {int(getattr(signal, "SIGKILL", signal.SIGTERM))})
"""


def test_the_process_ends_with_the_program_even_when_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "asks.py"
    script.write_text(_KILLED, encoding="utf-8")
    # What is printed comes to its end once both have gone: the process that answers holds the same line.
    done = subprocess.run(
        [sys.executable, str(script)], env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True,
        text=True, check=False, timeout=30,
    )  # fmt: skip
    assert "receive" in done.stdout
    assert "Traceback" not in done.stderr
