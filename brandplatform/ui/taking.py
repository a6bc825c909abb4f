"""A look before anything is taken: where each passage of somebody's document would go.

Owns the list and the question; must not know how a document is read.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from brandplatform.document.framework import Framework
from brandplatform.document.places import Place, PlaceError, parse_place
from brandplatform.incoming.bringing import Brought
from brandplatform.incoming.filing import Filed
from brandplatform.publish.typography import typeset
from brandplatform.ui.desk import Desk
from brandplatform.ui.paper import in_a_row, lettered, quiet
from brandplatform.ui.theme import TITLE
from brandplatform.ui.tokens import LARGE, SMALL, TIGHT, WIDE

_SIZE = (760, 560)


class TakeDialog(QDialog):
    """What was found, passage by passage; it is taken or it is not."""

    def __init__(
        self, desk: Desk, framework: Framework, name: str, brought: Brought, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._desk, self._framework = desk, framework
        words, platform = desk.words, brought.platform
        self.setWindowTitle(words("dialog.import_title"))
        self.resize(*_SIZE)
        self.list = self._list(brought.filed)
        self.take = QPushButton(words("import.take"))
        self.take.setDefault(True)
        self.take.clicked.connect(self.accept)
        leave = QPushButton(words("common.cancel"))
        leave.clicked.connect(self.reject)
        told = [words("import.found", n=len(platform.answers))]
        if platform.loose:
            told.append(words("import.loose", n=len(platform.loose)))
        body = QVBoxLayout(self)
        body.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        body.setSpacing(TIGHT)
        body.addWidget(lettered(name, TITLE))
        body.addWidget(quiet(desk, f"{words('common.list_join').join(told)}. {words('import.nothing_lost')}"))
        body.addSpacing(SMALL)
        body.addWidget(self.list, 1)
        body.addSpacing(SMALL)
        body.addLayout(in_a_row(None, leave, self.take, space=SMALL))

    def _list(self, filed: Sequence[Filed]) -> QTreeWidget:
        words = self._desk.words
        made = QTreeWidget()
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setTextElideMode(Qt.TextElideMode.ElideLeft)
        made.setHeaderLabels([words("import.in_document"), words("import.goes_to")])
        made.setAccessibleName(words("import.list"))
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        made.header().setStretchLastSection(False)
        for one in filed:
            item = QTreeWidgetItem([" ".join(one.origin.split()), self._named(one.place)])
            item.setToolTip(0, one.origin)
            if not one.place:
                item.setForeground(1, QColor(self._desk.tokens.discuss))
            made.addTopLevelItem(item)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return made

    def _named(self, place: str) -> str:
        """Return what a place is called, as the outline and the page say it."""
        language = self._desk.words.language
        if not place:
            return self._desk.words("import.aside")
        try:
            found = parse_place(place)
        except PlaceError:
            found = Place(place)
        section = self._framework.section_of(found.field)
        field = self._desk.library.field(self._framework, found.field)
        if section is None or field is None:
            return place
        names = dict.fromkeys((section.title[language], field.title[language]))
        column = field.column(found.column) if found.column else None
        if column is not None:
            names[column.title[language]] = None
        return typeset(" · ".join(names), language)
