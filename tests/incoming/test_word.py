"""A Word file of somebody else’s, as a neutral tree: what counts as its text, and counts once."""

import io
import zipfile

import pytest

from brandplatform.incoming.passages import Aside, Grid, Heading, Line, NotRead, Passage, Stranger
from brandplatform.incoming.word import read_word
from tests.incoming.wordmaking import W, bare, notes, paragraph, typed, with_part, with_parts

STYLES = (
    f'<w:styles xmlns:w="{W}">'
    '<w:style w:styleId="T1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Chapitre"><w:name w:val="Chapitre"/><w:basedOn w:val="T1"/></w:style>'
    '<w:style w:styleId="Plan"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:styleId="Fort" w:type="character"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:styleId="Gras"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:styleId="Puce"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="TM1"><w:name w:val="toc 1"/></w:style></w:styles>'
)
RELATIONS = "<Relationships></Relationships>"


def read(body: str, styles: str = STYLES) -> tuple[Passage, ...]:
    """Return the passages of a body."""
    file = with_part(
        bare(body, **{"word/_rels/document.xml.rels": RELATIONS}), "styles.xml", "styles", styles
    )
    return read_word(file).passages


def styled(style: str, text: str, run: str = "") -> str:
    """Return a paragraph in a style."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    return f"<w:p>{look}<w:r>{run}<w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("style", "level"), [("T1", 1), ("Chapitre", 1), ("Plan", 3), ("Titre2", 2), ("Title", 0)]
)
def test_a_heading_is_known_by_its_style_or_what_that_is_based_on(style: str, level: int) -> None:
    assert read(styled(style, "Notre vision")) == (Heading(level, "Notre vision"),)


def test_a_long_text_in_the_style_of_a_heading_is_a_text() -> None:
    text = " ".join(["mot"] * 40)
    assert read(styled("T1", text)) == (Line(text),)


def test_bold_is_that_of_the_run_its_style_or_the_paragraph() -> None:
    bold, fort = "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:rStyle w:val="Fort"/></w:rPr>'
    not_bold = '<w:rPr><w:b w:val="0"/></w:rPr>'
    assert read(f"<w:p><w:r>{bold}<w:t>Oser</w:t></w:r><w:r><w:t> : non</w:t></w:r></w:p>") == (
        Line("Oser : non", "Oser"),
    )
    assert read(styled("", "Oser", fort)) == read(styled("Gras", "Oser")) == (Line("Oser", "Oser"),)
    assert read(styled("Gras", "Oser", not_bold)) == (Line("Oser"),)


def test_insertions_count_and_deletions_do_not() -> None:
    (line,) = read_word(typed("[inserted] Le neuf. [removed] Le vieux.")).passages
    assert line == Line("Le neuf.")


def test_moved_text_counts_where_it_went() -> None:
    moved = "<w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom>"
    assert read(f"<w:p>{moved}<w:moveTo><w:r><w:t>y</w:t></w:r></w:moveTo></w:p>") == (Line("y"),)


def test_content_controls_links_and_fields_count_and_instructions_do_not() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    inside = (
        f"<w:hyperlink>{run.format('un ')}</w:hyperlink><w:sdt><w:sdtPr/><w:sdtContent>{run.format('deux ')}"
        f"</w:sdtContent></w:sdt><w:fldSimple>{run.format('trois ')}</w:fldSimple>"
        f"<w:r><w:instrText>PAGE</w:instrText></w:r><w:smartTag>{run.format('quatre')}</w:smartTag>"
    )
    assert read(f"<w:p>{inside}</w:p>") == (Line("un deux trois quatre"),)


def test_a_text_box_counts_once_even_if_only_older_programs_see_it() -> None:
    assert [one.text for one in read_word(typed("[box] Dedans")).passages] == ["Dedans"]
    old = f"<mc:Fallback><w:pict><w:txbxContent>{paragraph('Vieux')}</w:txbxContent></w:pict></mc:Fallback>"
    ways = f'<mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing/></mc:Choice>{old}</mc:AlternateContent>'
    assert read(f"<w:p><w:r>{ways}</w:r></w:p>") == (Line("Vieux"),)


def test_breaks_tabs_and_hyphens_are_read_as_they_look() -> None:
    inside = (
        "<w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/>"
    )
    assert read(f"<w:p><w:r>{inside}</w:r></w:p>") == (Line("a\nb c-d"),)


def test_items_are_known_by_their_list_or_their_style() -> None:
    deep = '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr></w:pPr>'
    none = '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'
    run = "<w:r><w:t>x</w:t></w:r>"
    assert read(f"<w:p>{deep}{run}</w:p>") == (Line("x", depth=2),)
    assert read(f"<w:p>{none}{run}</w:p>") == (Line("x"),)
    assert read(styled("Puce", "x")) == read(styled("ListBullet", "• x")) == (Line("x", depth=1),)


def test_a_table_keeps_its_columns_where_cells_span_them() -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("a")}</w:tc>'
    last = f"<w:sdt><w:sdtContent><w:tc>{paragraph('c')}</w:tc></w:sdtContent></w:sdt>"
    (grid,) = read(f"<w:tbl><w:tr>{wide}</w:tr><w:tr><w:tc>{paragraph('b')}</w:tc>{last}</w:tr></w:tbl>")
    assert grid == Grid((((Line("a"),), ()), ((Line("b"),), (Line("c"),))))


def test_a_table_in_a_cell_is_read_cell_by_cell() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('b')}</w:tc><w:tc>{paragraph('c')}</w:tc></w:tr></w:tbl>"
    (grid,) = read(f"<w:tbl><w:tr><w:tc>{paragraph('a')}{inner}</w:tc></w:tr></w:tbl>")
    assert grid == Grid((((Line("a"), Line("b"), Line("c")),),))


def test_lines_of_contents_are_one_passage_beside_the_text() -> None:
    body = styled("TM1", "Mission 3") + styled("TM1", "Vision 4") + paragraph("Un texte.")
    assert read(body) == (Aside("Mission 3\nVision 4", "contents"), Line("Un texte."))


def test_notes_comments_margins_and_drawings_stand_beside_the_text() -> None:
    parts = {
        "footnotes": notes("Une note."),
        "comments": f'<w:comments xmlns:w="{W}"><w:comment>{paragraph("À revoir.")}</w:comment></w:comments>',
        "header": f'<w:hdr xmlns:w="{W}">{paragraph("Confidentiel")}</w:hdr>',
        "diagramData": '<d:m xmlns:d="d" xmlns:a="a"><a:p><a:r><a:t>Pyramide</a:t></a:r></a:p></d:m>',
    }
    data = bare(paragraph("x"), **{"word/_rels/document.xml.rels": RELATIONS})
    for kind, part in parts.items():
        data = with_part(data, f"{kind}.xml", kind, part)
    assert set(read_word(data).passages) == {
        Line("x"), Aside("Une note.", "note"), Aside("À revoir.", "comment"), Aside("Confidentiel", "margin"),
        Aside("Pyramide", "drawing"),
    }  # fmt: skip


def test_what_pictures_say_and_where_links_lead_stands_beside_the_text() -> None:
    link = (
        '<Relationships><Relationship Id="r9" TargetMode="External" Target="https://levain.example/preuve" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/></Relationships>'
    )
    drawn = (
        '<w:p xmlns:wp="wp" xmlns:v="v"><w:r><w:drawing><wp:inline><wp:docPr id="1" descr="Une miche"/>'
        '</wp:inline></w:drawing><w:pict><v:shape><v:textpath string="Tiède encore"/></v:shape></w:pict>'
        "</w:r></w:p>"
    )
    data = bare(paragraph("x") + drawn, **{"word/_rels/document.xml.rels": link})
    assert set(read_word(data).passages) == {
        Line("x"), Aside("Une miche", "picture"), Aside("Tiède encore", "picture"),
        Aside("https://levain.example/preuve", "link"),
    }  # fmt: skip


def test_a_document_inside_the_document_is_not_passed_over() -> None:
    data = bare(paragraph("x"), **{"word/_rels/document.xml.rels": RELATIONS})
    with pytest.raises(NotRead, match="embedded"):
        read_word(with_part(data, "chunk.html", "aFChunk", "<p>Notre promesse</p>"))


def test_the_strict_form_of_the_format_is_read_too() -> None:
    def strict(parts: dict[str, bytes]) -> None:
        parts["word/document.xml"] = parts["word/document.xml"].replace(
            W.encode(), b"http://purl.oclc.org/ooxml/w"
        )

    assert read_word(with_parts(bare(paragraph("x")), strict)).passages == (Line("x"),)


def test_the_title_is_that_of_the_file() -> None:
    document: Stranger = read_word(typed("@ Plateforme Levain\nUn texte."))
    assert document.title == "Plateforme Levain"


def test_nothing_of_the_archive_is_written_to_the_disk(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(str(tmp_path))
    data = bare(paragraph("x"), **{"../evil": "x", "/evil": "x"})
    assert read_word(data).passages == (Line("x"),)
    assert zipfile.ZipFile(io.BytesIO(data)).namelist()[-1] == "/evil"
