"""The line at the foot of the window: where the file stands, in words.

Must not know how a file is written."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from brandplatform.resources import Words
from brandplatform.ui.desk import Desk
from brandplatform.ui.paper import quiet
from brandplatform.ui.session import Session
from brandplatform.ui.tokens import HAIR, LARGE, MEDIUM

_AGAIN = 20_000
"""Milliseconds between two looks at the clock: “2 min ago” is never a minute wrong."""


def saved_when(words: Words, saved: datetime, now: datetime) -> str:
    """Say when a file was saved: a moment, minutes or hours ago, or the day."""
    minutes = max(0, int((now - saved).total_seconds() // 60))
    if minutes < 1:
        return words("file.saved_now")
    if minutes < 60:
        return words("file.saved_minutes", n=minutes)
    if minutes < 12 * 60:
        return words("file.saved_hours", n=minutes // 60)
    return words("file.saved_on", date=day(words, saved))


def day(words: Words, when: datetime) -> str:
    """Write a day as it is written in the language of the interface."""
    return words.day(when.astimezone().date().isoformat())


def moment(words: Words, when: str) -> str:
    """Write a moment (ISO 8601) as a day and an hour; empty where it cannot be read."""
    try:
        then = datetime.fromisoformat(when)
    except ValueError:
        return ""
    then = (then if then.tzinfo else then.replace(tzinfo=UTC)).astimezone()
    hour = words("file.hour", h=then.hour, m=f"{then:%M}")
    return words("file.moment", date=day(words, then), hour=hour)


class Foot(QWidget):
    """Saved, saving, not saved yet, read-only."""

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__()
        self._desk, self._session = desk, session
        self._state, self._points = quiet(desk), quiet(desk)
        self._points.setWordWrap(False)
        self._offline = quiet(desk, desk.words("common.offline"))
        self._offline.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, HAIR + 1, MEDIUM, HAIR)
        row.addWidget(self._state, 1)
        row.addWidget(self._points, 1, Qt.AlignmentFlag.AlignHCenter)
        row.addStretch(1)
        row.addWidget(self._offline)
        self._clock = QTimer(self, interval=_AGAIN)
        self._clock.timeout.connect(self.refresh)
        self._clock.start()
        session.state_changed.connect(self.refresh)
        self.refresh()

    @property
    def text(self) -> str:
        """What the line says."""
        return self._state.text()

    def show_points(self, count: int) -> None:
        """Say how many points are to discuss; nothing when there is none."""
        self._points.setText(self._desk.words("state.to_discuss", n=count) if count else "")

    def refresh(self) -> None:
        """Say how it stands now."""
        said = self._said()
        if said != self._state.text():
            self._state.setText(said)

    def _said(self) -> str:
        session, words = self._session, self._desk.words
        if not session.writable:
            return words("file.read_only")
        if session.saving:
            return words("file.saving")
        saved = session.saved_at or _written(session)
        if session.modified or saved is None:
            return words("file.unsaved")
        return saved_when(words, saved, datetime.now(UTC))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, QColor(self._desk.tokens.rule))


def _written(session: Session) -> datetime | None:
    """Return when the file that was opened was last written, where there is one."""
    if session.path is None or not session.path.exists():
        return None
    return datetime.fromtimestamp(session.path.stat().st_mtime, UTC)
