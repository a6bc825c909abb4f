"""What a path of a document is called and what a leaf says, as people read them.

Owns the words for every part of a document; a part it has no word for keeps its path. Must not know how a
difference is found or shown.
"""

from collections.abc import Mapping

from msgspec import Struct

from brandplatform.document import drafts, questions
from brandplatform.document.change import ORDER, Path
from brandplatform.document.edit import clean
from brandplatform.document.framework import Column, Field, Framework
from brandplatform.document.merge import is_prose
from brandplatform.document.model import MatrixCell, Platform, Row, Table
from brandplatform.publish.typography import typeset
from brandplatform.ui.desk import Desk

_SHORT = 32
"""Letters of a row's or a part's name."""


class Named(Struct, frozen=True):
    """What something is called: where it stands, what of it, and the language of a text."""

    title: str
    detail: str = ""
    language: str = ""

    @property
    def whole(self) -> str:
        """All of it, in one line."""
        return ", ".join(filter(None, (self.title, self.detail, self.language)))


class Naming:
    """The words for the parts of two platforms that are compared."""

    def __init__(self, desk: Desk, framework: Framework, now: Platform, then: Platform) -> None:
        self._desk, self.framework, self._both = desk, framework, (now, then)
        self.words = desk.words
        self._several = len({*now.languages, *then.languages}) > 1

    # Names

    def name(self, path: Path) -> Named:
        """Return what stands at a path is called; a path nobody has a word for is said as it is."""
        language = self._language_of(path)
        match path:
            case ("answers", field, *rest):
                title, own = self.field(field)
                within = self._within(field, tuple(rest))
                return Named(title, self._joined(own, within), language)
            case ("notes", question, *_) | ("questions", question, *_):
                section = self.framework.section_of(question)
                title = self.say(section.title) if section else self.words("page.questions")
                own = self.words("compare.wording") if path[0] == "questions" else ""
                return Named(title, self._joined(self.question(question), own), language)
            case ("brand", *rest):
                return Named(self.words("screen.brand"), self._brand(tuple(rest)), language)
            case _:
                return Named(*self._other(path), language)

    def _other(self, path: Path) -> tuple[str, str]:
        """Return title and detail of what is neither an answer nor the brand."""
        words, part = self.words, path[1] if len(path) > 1 else ""
        order = words("compare.order") if path[-1:] == (ORDER,) else ""
        match path[0] if path else "":
            case "languages":
                return words("brand.languages"), ""
            case "settled" | "put_away" | "unasked":
                return words(f"compare.{path[0]}"), ""
            case "matrix":
                return words("screen.matrix"), order or self._cell(part)
            case "signatures":
                return words("signoff.title"), order or self._of(path[:2], "name")
            case "reviews":
                return words("reading.title"), order or words.day(self._of(path[:2], "when"))
            case "loose":
                return words("tray.title"), order or self._of(path[:2], "source")
            case "comments":
                return words("compare.comment"), order or self.field(self._of(path[:2], "place"))[0]
            case "accepted":
                return words("compare.accepted"), order or short(self._of(path[:2], "words"))
            case "framework":
                return words("compare.method"), ""
            case _:
                return ".".join(path), ""

    def _within(self, field: str, rest: Path) -> str:
        """Return what of a field a path leads to."""
        words = self.words
        match rest:
            case ("today" | "wanted" as end,):
                return words(f"page.scale_{end}")
            case ("rows" | "drafts" | "proofs" as kind, "#order"):
                return words(f"compare.order_{kind}")
            case ("rows", row, *more):
                return self._joined(self.row(field, row), self._in_part(field, tuple(more)))
            case ("drafts", draft, *more):
                return self._joined(self._draft(field, draft), self._in_part(field, tuple(more)))
            case ("tests", test, *_):
                return self.test(test)
            case ("proofs", *_):
                return words("compare.link")
            case ("translated", *_):
                return words("compare.translated")
            case _:
                return ""

    def _in_part(self, field: str, rest: Path) -> str:
        """Return what of a row or of a draft a path leads to."""
        match rest:
            case ("tests", test, *_):
                return self.test(test)
            case ("cells", column, *_):
                return self._column(field, column)
            case ("reason", *_):
                return self.words("compare.reason")
            case _:
                return ""

    def _joined(self, *parts: str) -> str:
        return " · ".join(filter(None, parts))

    def field(self, field: str) -> tuple[str, str]:
        """Return the section a field is in, and its own title where that is not what the section is about."""
        section, known = self.framework.section_of(field), self.known(field)
        if section is None or known is None:
            return field, ""
        own = "" if field == section.fields[0] else self.say(known.title)
        return self.say(section.title), own

    def called(self, field: str) -> str:
        """Return what a field is called beside its like."""
        known = self.known(field)
        return self.say(known.short or known.title) if known else field

    def rank(self, path: Path) -> tuple[int, int]:
        """Return where a path comes in a list: the brand, then the sections in their order, then the rest."""
        if path[0] in ("brand", "languages"):
            return 0, 0
        if path[0] not in ("answers", "notes", "questions"):
            return 2, 0
        section = self.framework.section_of(path[1])
        names = [one.id for one in self.framework.sections]
        return 1, names.index(section.id) if section else len(names)

    def known(self, field: str) -> Field | None:
        """Return the definition of a field, or None."""
        return self._desk.library.field(self.framework, field)

    def _column(self, field: str, column: str) -> str:
        found = self.column_of(field, column)
        return self.say(found.title) if found else column

    def column_of(self, field: str, column: str) -> Column | None:
        """Return the definition of a column, or None."""
        known = self.known(field)
        return known.column(column) if known else None

    def item(self, path: Path) -> str:
        """Return what a part is called among its like: a row by its name alone, where it has one."""
        if path[0] == "answers" and path[2:3] == ("rows",):
            nth, name = self._found_row(path[1], path[3])
            return short(name) or self.words("compare.row", row=nth)
        named = self.name(path)
        return named.detail or named.title

    def row(self, field: str, row: str) -> str:
        """Return a row by its number and, where it has one, its name."""
        nth, name = self._found_row(field, row)
        key = "compare.row_named" if name else "compare.row"
        return self.words(key, row=nth, name=short(name)) if nth else row

    def _found_row(self, field: str, row: str) -> tuple[int, str]:
        for platform in self._both:
            answer = platform.answers.get(field)
            for nth, one in enumerate(answer.rows if isinstance(answer, Table) else (), 1):
                if one.id == row:
                    return nth, self._row_name(field, one)
        return 0, ""

    def _row_name(self, field: str, row: Row) -> str:
        known = self.known(field)
        names = [column.id for column in known.columns] if known else list(row.cells)
        cells = (row.cells.get(name, "") for name in names)
        main = self._both[0].main_language
        said = (cell if isinstance(cell, str) else cell.get(main, "") for cell in cells)
        return next(filter(None, said), "")

    def _draft(self, field: str, draft: str) -> str:
        for platform in self._both:
            found = {one.id: one for one in drafts.drafts_of(platform, field)}
            if draft in found:
                letter = drafts.lettered(platform, field).get(draft)
                named = self.words("drafts.named", letter=letter) if letter else ""
                return named or self.words("drafts.first_line")
        return self.words("drafts.title")

    def test(self, test: str) -> str:
        """Return a test as it is named."""
        trial = next((one for one in self._desk.library.trials().trials if one.id == test), None)
        return self.words("compare.test", test=self.say(trial.title) if trial else test)

    def question(self, question: str) -> str:
        """Return a question as it is asked here."""
        section = self.framework.section_of(question)
        if section is not None:
            for platform in self._both:
                for one in questions.known(self._desk.library, platform, section):
                    if one.id == question and self.say(one.ask):
                        return self.say(one.ask)
        return self.words("page.questions")

    def _cell(self, cell: str) -> str:
        found = self.cell_of(cell)
        return f"{short(found.part)} · {self.called(found.under)}" if found else ""

    def cell_of(self, cell: str) -> MatrixCell | None:
        """Return a cell of the matrix, as it is or was."""
        return next((one for platform in self._both for one in platform.matrix if one.id == cell), None)

    def _brand(self, rest: Path) -> str:
        key = {"legal_owner": "owner"}.get(rest[0], rest[0]) if rest else "title"
        key = "logo_alt" if rest[:2] == ("logo", "alt") else key
        return self.words(f"brand.{key}") if f"brand.{key}" in self.words else ".".join(rest)

    def _of(self, path: Path, key: str) -> str:
        """Return a text of a part of a list."""
        kind, name = path[0], path[1] if len(path) > 1 else ""
        for platform in self._both:
            for one in getattr(platform, kind):
                if one.id == name:
                    return str(getattr(one, key))
        return ""

    def _language_of(self, path: Path) -> str:
        """Return the language of a text in words, where there are several."""
        text = is_prose(path) or path[-2:-1] in (("lines",), ("translated",))
        return self.spoken(path[-1]) if text and self._several else ""

    def spoken(self, language: str) -> str:
        """Return a language in words."""
        return self.words(f"common.{language}") if f"common.{language}" in self.words else language

    def say(self, said: Mapping[str, str]) -> str:
        """Return a text of the method, set as it is printed."""
        language = self.words.language
        return typeset(said.get(language, ""), language)


def short(text: str) -> str:
    """Return the beginning of a text, on one line."""
    line = " ".join(clean(text).split())
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1].rstrip()}…"
