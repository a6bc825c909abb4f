"""The Compare screen on files with versions, other copies and things to decide, for tests."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brandplatform.document import edit
from brandplatform.document.merge import merge
from brandplatform.document.model import Platform, Statement, Table
from brandplatform.storage import container
from brandplatform.storage.container import Kept
from brandplatform.storage.history import Moment, with_versions
from brandplatform.ui.compare import ComparePage
from brandplatform.ui.compareconflict import Card
from brandplatform.ui.comparetext import Struck
from brandplatform.ui.comparework import Source
from brandplatform.ui.session import Session
from tests.shipped import LIBRARY, sample
from tests.ui import house as houses
from tests.ui import whole

BASE = replace(sample(), signatures=(), settled=())
DAYS = ("2026-11-20T08:05:00+00:00", "2026-11-23T10:15:00+00:00", "2026-11-25T13:05:00+00:00")


def promised(platform: Platform, text: str) -> Platform:
    """Return a platform with a promise in French."""
    return edit.write_text(platform, "promise", Statement, "fr", text)


def promise(platform: Platform) -> str:
    """Return the promise in French."""
    return houses.promise(platform)


def rows(platform: Platform) -> tuple[str, ...]:
    """Return the ids of the values."""
    answer = platform.answers["values"]
    assert isinstance(answer, Table)
    return tuple(row.id for row in answer.rows)


VALUES = rows(BASE)
"""Ids of the values."""


def later() -> Platform:
    """Return the platform after a week: a sentence written again, a value gone, a section put away."""
    now = promised(BASE, "Demain à huit heures, votre pain aura levé.")
    return edit.put_away(edit.remove_row(now, "values", VALUES[0]), "tagline", True)


def kept(now: Platform, *before: Platform, name: str = "") -> Kept:
    """Return a file with versions, the last of them as it stands."""
    moments = [Moment(one, day, "Ana Roy") for one, day in zip(before, DAYS, strict=False)]
    if name:
        moments[0] = Moment(before[0], DAYS[0], "Ana Roy", name, "import")
    history, versions = with_versions((), {}, [*moments, Moment(now, DAYS[2], "Luc Petit")])
    return Kept(platform=now, history=history, versions=versions)


def page(qtbot: QtBot, held: Kept, language: str = "fr") -> tuple[ComparePage, Session]:
    """Return the screen on a file, with the keyboard."""
    session = Session(held, LIBRARY, lambda _: "")
    made = ComparePage(whole.desk(language), session)
    qtbot.addWidget(made)
    made.resize(1024, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made, session


def opened(qtbot: QtBot, now: Platform | None = None) -> tuple[ComparePage, Session]:
    """Return the screen on the version before the last, compared."""
    made, session = page(qtbot, kept(later() if now is None else now, BASE))
    settled(qtbot, made)
    return made, session


def settled(qtbot: QtBot, made: ComparePage, source: Source | None = None) -> None:
    """Wait until what is chosen is compared."""

    def done() -> bool:
        found = made.compared
        return found is not None and found.now is made._session.platform and source in (None, found.source)

    qtbot.waitUntil(done)


def other(tmp_path: Path, platform: Platform, *before: Platform) -> Path:
    """Write another copy and return where it is."""
    file = tmp_path / "Copie de Luc.brandplatform"
    held = kept(platform, *before)
    container.save(file, held, "", "2026-11-25T14:00:00+00:00", by="Luc Petit")
    return file


def beside(qtbot: QtBot, made: ComparePage, file: Path) -> None:
    """Compare with another copy."""
    made.show_copy(file)
    qtbot.waitUntil(lambda: made.compared is not None and made.compared.source.kind == "copy")


def press(key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def tick(made: ComparePage, title: str) -> None:
    """Take the line of that title."""
    line = next(one for one in made.table.lines if one.named.title == title)
    line.take.setFocus()
    QTest.keyClick(line.take, Qt.Key.Key_Space)


def said(made: ComparePage) -> dict[str, tuple[str, str]]:
    """Return each line's name, with what it says before and after."""
    words = {}
    for line in made.table.lines:
        both = [part.text if isinstance(part, Struck) else "" for part in (line.before, line.after)]
        words[line.named.whole] = (both[0], both[1])
    return words


def at_odds() -> Platform:
    """Return our copy, in which a promise and a value are to be decided."""
    ours = promised(edit.remove_row(BASE, "values", VALUES[0]), "Du pain tiède.")
    theirs = promised(edit.write_cell(BASE, "values", VALUES[0], "name", "Tenir", "fr"), "Du pain brûlant.")
    return merge(BASE, ours, theirs, by="Luc Petit", when=DAYS[1]).platform


def card(made: ComparePage, title: str) -> Card:
    """Return the conflict of that title."""
    return next(one for one in made.conflicts.cards if one.named.title == title)
