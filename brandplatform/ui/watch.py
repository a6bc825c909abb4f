"""What could be discussed in the document that is open, looked at again once a person stops writing.

Owns when the checks run: 1.5 s after the last word, in a worker, on the immutable value; what they found of
an older value is dropped. Must not know how a finding is shown.
"""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from brandplatform.checks.finding import TO_DISCUSS, Finding
from brandplatform.document.model import Platform
from brandplatform.ui.desk import Desk
from brandplatform.ui.session import Session

if TYPE_CHECKING:
    from brandplatform.ui.errand import Errand

PAUSE = 1500
"""Milliseconds without a word before anything is said: never while typing."""


class Watch(QObject):
    """The findings of one document."""

    found = Signal()
    """The findings are others than they were."""

    def __init__(self, desk: Desk, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._session = desk, session
        self.findings: tuple[Finding, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look)
        self._errand: Errand | None = None
        session.changed.connect(self._wait)  # bound: it goes with this object, a lambda would not
        self._pause.start()

    def _wait(self, _change: object) -> None:
        self._pause.start()

    def look(self) -> None:
        """Look now, as on leaving a field."""
        self._pause.stop()
        session, words, library = self._session, self._desk.words, self._desk.library
        platform, framework, day = session.platform, session.framework, date.today()

        def work() -> tuple[Platform, tuple[Finding, ...]]:
            from brandplatform.checks.guide import (  # read in the worker, not at the start
                Guide,
                shared_lexicons,
            )

            guide = Guide(framework, library, shared_lexicons(), words)
            return platform, guide.all(platform, platform.languages, day)

        self.errand.run(work)

    @property
    def errand(self) -> "Errand":
        """Who does the work; hired for the first look."""
        from brandplatform.ui.errand import Errand

        if self._errand is None:
            self._errand = Errand(self)
            self._errand.done.connect(self._take)
        return self._errand

    def at(self, place: str, language: str) -> tuple[Finding, ...]:
        """Return what there is to say about a place (`values[r1].meaning`), the most serious first."""
        here = (one for one in self.findings if place_of(one) == place and one.lang in ("", language))
        return tuple(sorted(here, key=lambda one: -one.severity))

    @property
    def to_discuss(self) -> tuple[Finding, ...]:
        """What is to be discussed, hints left out."""
        return tuple(one for one in self.findings if one.severity == TO_DISCUSS)

    def _take(self, result: tuple[Platform, tuple[Finding, ...]]) -> None:
        platform, findings = result
        if platform is self._session.platform and findings != self.findings:
            self.findings = findings
            self.found.emit()


def place_of(finding: Finding) -> str:
    """Return the place a finding is about, as the document writes it."""
    row = f"[{finding.row}]" if finding.row else ""
    return finding.field + row + (f".{finding.column}" if finding.column else "")
