"""Names of files, and errors as sentences for a person."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from brandplatform.resources import Words
from brandplatform.storage.atomic import NotAFile, Protected
from brandplatform.storage.problems import Damaged, NotOurs, TooNew
from brandplatform.ui import files
from brandplatform.ui.question import Question

FR = Words("fr")
Asked = Callable[[Path], Path | None]


@pytest.mark.parametrize(
    ("brand", "name"),
    [
        ("Maison Levain", "Maison Levain.brandplatform"),
        ("A/B: «C»?", "A B «C».brandplatform"),
        ("  ...  ", "Sans nom.brandplatform"),
        ("", "Sans nom.brandplatform"),
        ("x" * 300, "x" * 80 + ".brandplatform"),
        ("🥖" * 80, "🥖" * 50 + ".brandplatform"),
        ("con", "con_.brandplatform"),
        ("Deux\nlignes", "Deux lignes.brandplatform"),
    ],
)
def test_a_brand_gives_a_name_every_system_takes(brand: str, name: str) -> None:
    assert files.file_name(brand, FR) == name


def test_a_suffix_is_added_once() -> None:
    assert files.with_suffix(Path("a")).name == "a.brandplatform"
    assert files.with_suffix(Path("a.b")).name == "a.b.brandplatform"
    assert files.with_suffix(Path("a.BrandPlatform")).name == "a.BrandPlatform"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (NotOurs("archive"), "n’est pas une plateforme"),
        (Damaged("document.json: missing"), "document.json: missing"),
        (TooNew("format 9"), "version plus récente"),
        (OSError(errno.ENOSPC, "full"), "disque est plein"),
        (OSError(errno.EROFS, "ro"), "protégé en écriture"),
        (OSError(errno.EACCES, "no"), "protégé en écriture"),
        (OSError(errno.ENOENT, "no"), "n’existe pas"),
        (OSError(errno.EIO, "Entrée/sortie"), "Entrée/sortie"),
        (Protected(errno.EACCES, "no"), "Ce fichier peut être lu, mais pas modifié"),
        (NotAFile("no"), "n’est pas un fichier ordinaire"),
    ],
)
def test_every_error_is_a_sentence(error: Exception, said: str) -> None:
    assert said in files.sentence(FR, error, writing=True)


def test_reading_and_writing_are_refused_with_different_words() -> None:
    refused = OSError(errno.EACCES, "no")
    assert "droit de lire" in files.sentence(FR, refused)
    assert "protégé en écriture" in files.sentence(FR, refused, writing=True)


@pytest.mark.parametrize(("key", "answer"), [(Qt.Key.Key_Return, "save"), (Qt.Key.Key_Escape, "stay")])
def test_enter_saves_and_escape_stays(qtbot: QtBot, key: Qt.Key, answer: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def press() -> None:
        asking = QApplication.activeModalWidget()
        assert isinstance(asking, Question)
        QTest.keyClick(asking, key)

    QTimer.singleShot(0, press)
    assert files.ask_unsaved(parent, FR, "Levain") == answer


def test_a_file_that_is_there_is_asked_about(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def refuse() -> None:
        asking = QApplication.activeModalWidget()
        assert isinstance(asking, Question)
        asking.buttons["no"].click()

    QTimer.singleShot(0, refuse)
    assert not files.ask_replace(parent, FR, tmp_path / "a.docx")


@pytest.mark.parametrize(
    "ask",
    [
        lambda folder: files.ask_open(None, FR, folder),
        lambda folder: files.ask_save(None, "Enregistrer", "Plateformes", folder / "a.brandplatform", FR),
    ],
)
def test_a_question_for_a_file_is_french_throughout(qtbot: QtBot, tmp_path: Path, ask: Asked) -> None:
    labels: list[str] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        kinds = (QFileDialog.DialogLabel.LookIn, QFileDialog.DialogLabel.FileType)
        labels.extend(dialog.labelText(kind) for kind in kinds)
        dialog.reject()

    QTimer.singleShot(0, read)
    assert ask(tmp_path) is None
    assert labels == ["Dossier\u00a0:", "Type de fichier\u00a0:"]
