"""LibreOffice opens a Word file, edits it and saves it: every text is still found under its field."""

from pathlib import Path

import pytest

from brandplatform.publish.word import to_word
from tests.oracles import reading
from tests.oracles.returned import Returned, read
from tests.publish.documents import composed

MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
    script:language="StarBasic">
Sub Edit(source As String, target As String, tracked As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  document.RecordChanges = (tracked = "tracked")
  EditText(document.Text)
  Dim word(0) As New com.sun.star.beans.PropertyValue
  word(0).Name = "FilterName"
  word(0).Value = "MS Word 2007 XML"
  document.storeToURL(target, word())
  document.close(True)
  StarDesktop.terminate()
End Sub

Sub EditText(text)
  parts = text.createEnumeration()
  Do While parts.hasMoreElements()
    part = parts.nextElement()
    If part.supportsService("com.sun.star.text.TextTable") Then
      For Each name In part.CellNames
        EditText(part.getCellByName(name))
      Next
    ElseIf Left(part.ParaStyleName, 3) = "bp." Then
      cursor = part.Text.createTextCursorByRange(part.Start)
      cursor.goRight(3, False)
      part.Text.insertString(cursor, "§", False)
      part.Text.insertString(part.End, "¶", False)
    End If
  Loop
End Sub
</script:module>
"""
"""Types a sign inside each paragraph of a field, and one at its end, outside the control round it."""

IN, AFTER = "§", "¶"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the example, as LibreOffice saved it when it had only opened it."""
    made = tmp_path_factory.mktemp("back")
    sent = made / "sent.docx"
    sent.write_bytes(to_word(composed(), {}, tuple(range(3, 100)), "p1"))
    office(made, "--convert-to", "docx:MS Word 2007 XML", "--outdir", made / "opened", sent)
    return made


def office(folder: Path, *arguments: str | Path) -> None:
    settings = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    reading.run("soffice", settings, "--headless", *arguments)


def edited(folder: Path, how: str) -> Returned:
    """Return the example with a sign typed twice into each paragraph of a field."""
    target = folder / f"{how}.docx"
    (folder / "profile/user/basic/Standard/Module1.xba").write_text(MACRO, encoding="utf-8")
    files = ", ".join(f'"{one.as_uri()}"' for one in (folder / "sent.docx", target))
    office(folder, f'macro:///Standard.Module1.Edit({files}, "{how}")')
    return read(target)


def typed(paragraph: str) -> str:
    """Return a paragraph without the signs that were typed into it."""
    assert (paragraph.count(IN), paragraph[-1]) == (1, AFTER)
    return paragraph.replace(IN, "").removesuffix(AFTER)


def test_as_it_leaves_every_paragraph_has_its_three_marks(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(to_word(composed(), {}, (), "p1"))
    sent = read(file)
    assert {mark for found in sent.fields.values() for mark in found.marks} == {
        frozenset({"control", "bookmark", "style"})
    }
    assert {place: found.accepted for place, found in sent.fields.items()} == sent.written


@pytest.mark.oracle("soffice")
def test_opened_and_saved_every_text_is_that_of_its_field(folder: Path) -> None:
    back = read(folder / "opened" / "sent.docx")
    assert back.about["platform"] == "p1"
    assert len(back.written) > 200
    assert {place: found.accepted for place, found in back.fields.items()} == back.written
    assert back.quarrels == []
    assert all(mark >= {"bookmark", "style"} for found in back.fields.values() for mark in found.marks)


@pytest.mark.oracle("soffice")
def test_edited_with_tracked_changes_both_the_old_and_the_new_text_are_found(folder: Path) -> None:
    back = edited(folder, "tracked")
    assert {place: found.rejected for place, found in back.fields.items()} == back.written
    assert {place: [*map(typed, found.accepted)] for place, found in back.fields.items()} == back.written
    assert back.quarrels == []


@pytest.mark.oracle("soffice")
def test_edited_without_tracking_the_new_text_is_found(folder: Path) -> None:
    back = edited(folder, "plainly")
    assert {place: [*map(typed, found.accepted)] for place, found in back.fields.items()} == back.written
    assert back.quarrels == []
