"""Somebody who edits, types, undoes, saves, reopens, merges and restores in any order, beside a plain model.

The model is a list of values and where one is in it. Knows the session and no widget.
"""

import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from PySide6.QtCore import QEventLoop, QTimer

from brandplatform.document import decide, edit
from brandplatform.document.merge import merge
from brandplatform.document.model import Platform, Statement, new_platform
from brandplatform.storage import container
from brandplatform.storage.container import Kept
from brandplatform.storage.history import Version, Why, read_version
from brandplatform.storage.onfile import ChangedElsewhere
from brandplatform.storage.recovery import Note, Recovery
from brandplatform.ui.commands import Spot
from brandplatform.ui.session import Session
from tests.document.platforms import TEXT
from tests.ui import method

FIELDS = st.sampled_from(["promise", "vision"])
ROW = st.sampled_from(["r1", "r2", "r3"])
WRITTEN = st.one_of(st.sampled_from(["", "Du pain.", "Du pain chaud.", "Demain, du pain."]), TEXT)
EDITS = st.one_of(
    st.tuples(st.just("write"), FIELDS, WRITTEN),
    st.tuples(st.just("name"), WRITTEN),
    st.tuples(st.just("add"), ROW, st.none() | st.integers(0, 3)),
    st.tuples(st.just("remove"), ROW),
    st.tuples(st.just("move"), ROW, st.integers(-1, 4)),
    st.tuples(st.just("cell"), ROW, st.sampled_from(["name", "meaning"]), WRITTEN),
)
NOTE = Note(when="2026-11-25T09:00:00+00:00")
PATIENCE = 20_000
"""Milliseconds until a save that does not end is a fault."""


def edited(platform: Platform, how: tuple[Any, ...]) -> Platform:
    """Return a platform after one edit."""
    match how:
        case ("write", field, text):
            return edit.write_text(platform, field, Statement, "fr", text)
        case ("name", text):
            return edit.rebrand(platform, name=text)
        case ("add", row, at):
            return edit.add_row(platform, "values", row, at)
        case ("remove", row):
            return edit.remove_row(platform, "values", row)
        case ("move", row, to):
            return edit.move_row(platform, "values", row, to)
        case ("cell", row, column, text):
            return edit.write_cell(platform, "values", row, column, text, "fr")
        case _:
            raise AssertionError(how)


Key = tuple[str, str, str, str]


def key(version: Version) -> Key:
    """Return what a version is told by, whatever it took the place of."""
    return version.id, version.when, version.why, version.name


class Clock:
    """The time, a second later whenever somebody looks."""

    def __init__(self) -> None:
        self._time = datetime(2026, 11, 25, 9, tzinfo=UTC)

    def __call__(self) -> str:
        self.wait(1)
        return self._time.isoformat(timespec="seconds")

    def wait(self, seconds: int) -> None:
        """Let time pass."""
        self._time += timedelta(seconds=seconds)


CLOCK = Clock()
"""Of the session and of other people alike."""


class Machine(RuleBasedStateMachine):
    """One person, one document, one file."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="machine-"))
        self.file = self.folder / "a.brandplatform"
        self.lasting: list[Key] = []
        self.moments: list[tuple[Why, str]] = []
        self._open(Kept(platform=new_platform("plateforme", "fr", "Levain")), None)

    def _open(self, kept: Kept, path: Path | None) -> None:
        self.session = Session(kept, method.library(), lambda _platform: "", path)
        self.values, self.at = [kept.platform], 0
        self.typed: list[str] = [""]
        """What each value was typed into; empty: it was not."""
        self.saved: Platform = kept.platform
        self.moments = []

    def _step(self, after: Platform, spot: str, *, typing: bool = False, opens: bool = True) -> None:
        """Edit, here and in the model."""
        before = self.session.platform
        self.session.edit(after, "écrire", Spot(spot), typing=typing, opens_step=opens)
        if after is before:
            return
        merges = typing and not opens and self.at > 0 and self.typed[self.at] == spot
        keep = self.at if merges else self.at + 1
        self.values[keep:] = [after]
        self.typed[keep:] = [spot if typing else ""]
        self.at = keep

    # Editing

    @rule(how=EDITS)
    def edits(self, how: tuple[Any, ...]) -> None:
        self._step(edited(self.session.platform, how), how[0])

    @rule(field=FIELDS, text=WRITTEN, opens=st.booleans())
    def types(self, field: str, text: str, opens: bool) -> None:
        after = edited(self.session.platform, ("write", field, text))
        self._step(after, field, typing=True, opens=opens)

    @rule()
    def undoes(self) -> None:
        self.session.undo()
        self.at = max(0, self.at - 1)

    @rule()
    def redoes(self) -> None:
        self.session.redo()
        self.at = min(len(self.values) - 1, self.at + 1)

    @rule(name=st.sampled_from(["Pour Anna", "Lundi"]))
    def names_a_version(self, name: str) -> None:
        self.session.name_version(name)
        self.moments.append(("", name))

    # Others, and older versions

    @rule(data=st.data(), how=st.lists(EDITS, min_size=1, max_size=3))
    def merges_another_copy(self, data: st.DataObject, how: list[tuple[Any, ...]]) -> None:
        base = theirs = data.draw(st.sampled_from(self.values))
        for one in how:
            theirs = edited(theirs, one)
        self._unite(base, theirs)

    def _unite(self, base: Platform, theirs: Platform) -> None:
        before = self.session.platform
        self._keep_moment("merge")
        merged = merge(base, before, theirs).platform
        if before == base:
            assert merged == theirs
        if theirs == base:
            assert merged == before
        if merged != before:
            self._step(merged, "")

    def _keep_moment(self, why: Why) -> None:
        self.session.keep_moment(why)
        self.moments.append((why, ""))

    @precondition(lambda self: self.session.history)
    @rule(data=st.data())
    def restores(self, data: st.DataObject) -> None:
        now = self.session.platform
        then = self.session.version(data.draw(st.sampled_from(self.session.history)).id)
        there = decide.proposals(now, then)
        taken = data.draw(st.lists(st.sampled_from(there), unique=True)) if there else []
        self._keep_moment("restore")
        after = decide.take(now, then, taken)
        if len(taken) == len(there):
            assert decide.proposals(after, then) == ()
        if not taken:
            assert decide.proposals(now, after) == ()
        self._step(after, "")

    # The file

    def _save(self) -> Exception | None:
        loop, failed = QEventLoop(), []
        self.session.saved.connect(loop.quit)
        self.session.save_failed.connect(lambda error: (failed.append(error), loop.quit()))
        QTimer.singleShot(PATIENCE, loop, lambda: loop.exit(1))
        self.session.save(self.file if self.session.path is None else None)
        assert loop.exec() == 0, "a save does not end"
        self.session.saved.disconnect()
        self.session.save_failed.disconnect()
        return failed[0] if failed else None

    @rule(minutes=st.sampled_from([1, 11, 70, 26 * 60, 8 * 24 * 60, 100 * 24 * 60]))
    def time_passes(self, minutes: int) -> None:
        CLOCK.wait(60 * minutes)

    @rule()
    def saves(self) -> None:
        before = self.session.history
        assert self._save() is None
        self._has_saved(before)

    def _has_saved(self, before: tuple[Version, ...]) -> None:
        self.saved = self.session.platform
        kept = container.load(self.file)
        assert kept.platform == self.saved
        assert kept.history == self.session.history
        self._check_history(before, kept)
        self.moments = []

    def _check_history(self, before: tuple[Version, ...], kept: Kept) -> None:
        """See that nothing was dropped that is to last, and that no more came than was asked for."""
        history = kept.history
        lasting = [key(one) for one in history if one.lasting]
        assert sorted(lasting) == sorted(set(lasting))
        assert set(self.lasting) <= set(lasting)
        new = [(why, name) for *_, why, name in lasting if (*_, why, name) not in self.lasting]
        assert sorted(new) == sorted(self.moments)
        self.lasting = lasting
        assert len(history) <= len(before) + len(self.moments) + 1
        assert [key(one) for one in history[:1]] == [key(one) for one in before[:1]] or not before
        assert read_version(history[-1].id, kept.versions[history[-1].id]) == self.saved
        assert {one.id for one in history} == set(kept.versions)
        remembered = {name for one in history for name in (*one.over, one.id)}
        assert {one.id for one in before} <= remembered

    @precondition(lambda self: self.session.path is not None)
    @rule()
    def reopens(self) -> None:
        self.session.close()
        self._open(container.load(self.file), self.file)

    @precondition(lambda self: self.session.path is not None)
    @rule(how=EDITS)
    def saves_after_somebody_else(self, how: tuple[Any, ...]) -> None:
        there = container.load(self.file)
        theirs = edited(there.platform, how)
        copy = Kept(platform=theirs, history=there.history, versions=there.versions)
        container.save(self.file, copy, "", CLOCK(), by="Anna")
        error = self._save()
        if theirs == there.platform:
            assert error is None
        else:
            assert isinstance(error, ChangedElsewhere)
            self.session.have_read(error.there)
            self._unite(error.base, error.there.platform)
            assert self._save() is None
        self._has_saved(self.session.history)

    @rule()
    def is_killed_and_recovers(self) -> None:
        """What would be kept for the next start is the value that is shown."""
        if self.session.modified:
            one = Recovery(self.folder / "state")
            one.write(self.session.kept, NOTE)
            assert one.read()[0].platform == self.session.platform
            one.drop()

    # What is always so

    @invariant()
    def the_model_holds(self) -> None:
        session = self.session
        assert session.platform is self.values[self.at]
        assert (session.stack.index(), session.stack.count()) == (self.at, len(self.values) - 1)
        assert session.modified == (session.platform is not self.saved or any(n for _, n in self.moments))

    def teardown(self) -> None:
        while self.session.stack.canUndo():
            self.session.undo()
        assert self.session.platform is self.values[0]
        while self.session.stack.canRedo():
            self.session.redo()
        assert self.session.platform is self.values[-1]
        self.session.close()
        shutil.rmtree(self.folder)
