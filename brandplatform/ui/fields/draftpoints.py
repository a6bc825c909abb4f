"""What could be discussed in the drafts of one statement, looked at once a person stops writing.

Owns when they are looked at: 1.5 s after the last word, in a worker. A draft set aside is never looked at.
Must not know how a finding is shown.
"""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from brandplatform.checks.finding import TO_DISCUSS, Finding
from brandplatform.document import drafts, edit
from brandplatform.document.framework import Field
from brandplatform.document.model import Platform, Statement
from brandplatform.ui.errand import Errand
from brandplatform.ui.fields.here import Here
from brandplatform.ui.watch import PAUSE

Points = Mapping[str, tuple[Finding, ...]]
"""Draft -> what is to discuss in it, the statement of today under the empty id."""


class DraftPoints(QObject):
    """The findings of the drafts of one statement."""

    found = Signal()
    """They were looked at again."""

    def __init__(self, here: Here, field: Field, parent: QObject) -> None:
        super().__init__(parent)
        self._here, self._field = here, field
        self.points: Points = {}
        self._seen: tuple[Platform, str] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look)
        self._errand = Errand(self)
        self._errand.done.connect(self._take)

    def look_later(self) -> None:
        """Look again once nothing was written for a while; not at what was seen already."""
        if self._seen != (self._here.platform, self._here.language):
            self._pause.start()

    def look(self) -> None:
        """Look now."""
        self._pause.stop()
        here, field, language = self._here, self._field.id, self._here.language
        self._seen = platform, _ = here.platform, language
        words, library, framework = here.desk.words, here.desk.library, here.session.framework
        named = [one.id for one in drafts.drafts_of(platform, field) if one.status != drafts.REFUSED]

        def work() -> tuple[Platform, Points]:
            from brandplatform.checks.guide import Guide, shared_lexicons  # in the worker, not before it

            guide = Guide(framework, library, shared_lexicons(), words)
            points: dict[str, tuple[Finding, ...]] = {}
            for draft in ("", *named):
                text = drafts.wording(platform, field, draft).get(language, "")
                put = edit.write_text(platform, field, Statement, language, text)
                found = guide.field(put, field, language) if text else ()
                points[draft] = tuple(one for one in found if one.severity == TO_DISCUSS)
            return platform, points

        self._errand.run(work)

    def _take(self, result: tuple[Platform, Points]) -> None:
        platform, points = result
        if platform is self._here.platform:
            self.points = points
            self.found.emit()
