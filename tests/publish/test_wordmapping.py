"""Our styles on somebody else's Word template: found under their name or another, or added."""

import pytest
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from brandplatform.publish.wordagency import report
from tests.publish.wordtemplates import letterhead, look, on, renamed, said, saved


def found(template: WordDocument | bytes) -> dict[str, tuple[str, str]]:
    data = template if isinstance(template, bytes) else saved(template)
    return {one.ours: (one.how, one.theirs) for one in report(data)}


def test_styles_of_the_same_name_are_taken_and_the_others_added() -> None:
    told = found(letterhead())
    assert told["heading 1"] == ("same", "heading 1")
    assert told["Normal"] == ("same", "Normal")
    assert told["BP Statement"] == ("added", "")
    assert "header" not in told


@pytest.mark.parametrize("ids", [True, False])
def test_styles_with_the_name_they_have_in_french_are_the_same(ids: bool) -> None:
    template = renamed({"heading 1": "Titre 1", "List Bullet": "Liste à puces", "Title": "Titre"}, ids=ids)
    told = found(template)
    assert told["heading 1"] == ("same", "Titre 1")
    assert told["List Bullet"] == ("same", "Liste à puces")
    assert told["Title"] == ("same", "Titre")
    word = on(template)
    heading = next(one for one in word.paragraphs if said(one) == "Les personnes" and "toc" not in look(one))
    assert look(heading) == "Titre 1"


def test_a_style_of_the_usual_name_is_known_whatever_its_id() -> None:
    template = letterhead()
    for style in template.styles.element.iterchildren(qn("w:style")):
        if style.get(qn("w:styleId")) == "Heading1":
            style.set(qn("w:styleId"), "Titre1")
    word = on(template)
    assert found(template)["heading 1"] == ("same", "heading 1")
    assert "Titre1" in word.element.body.xpath("./w:p/w:pPr/w:pStyle/@w:val")
    assert word.styles["BP Annex"].base_style.style_id == "Titre1"


def test_a_style_that_does_the_same_work_under_another_name_is_taken() -> None:
    template = letterhead()
    template.styles.add_style("chapô", WD_STYLE_TYPE.PARAGRAPH)
    assert found(template)["BP Statement"] == ("alias", "chapô")
    looks = [look(one) for one in on(template).paragraphs]
    assert "chapô" in looks
    assert "BP Statement" not in looks


def test_what_is_added_takes_their_typeface_and_their_accent() -> None:
    word = on(letterhead())
    added = [one for one in word.styles if one.name and one.name.startswith("BP ")]
    assert len(added) > 20
    assert [one.name for one in added if one.element.xpath(".//w:rFonts")] == []
    (rule,) = word.styles["BP Table"].element.xpath(".//w:bottom[@w:themeColor='accent1']/@w:color")
    assert rule == "4F81BD"


def test_every_style_that_is_named_is_there_once() -> None:
    for template in (letterhead(), renamed({"heading 1": "Titre 1", "List Bullet": "Puce"}, ids=False)):
        word = on(template)
        known = [one.style_id for one in word.styles]
        kinds = ("w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next")
        roots = (word.element.body, word.styles.element, word.part.numbering_part.element)
        named = {one.get(qn("w:val")) for root in roots for one in root.iter(*map(qn, kinds))}
        assert named <= set(known)
        assert len(known) == len(set(known))


def test_numbering_definitions_come_beside_theirs() -> None:
    before = letterhead().part.numbering_part.element
    numbers = on(letterhead()).part.numbering_part.element
    tags = [one.tag for one in numbers]
    assert tags == sorted(tags, key=lambda tag: tag == qn("w:num"))
    for path in ("./w:abstractNum/@w:abstractNumId", "./w:num/@w:numId"):
        ids = numbers.xpath(path)
        assert len(ids) == len(set(ids)) > len(before.xpath(path))
    definitions = set(numbers.xpath("./w:abstractNum/@w:abstractNumId"))
    assert set(numbers.xpath("./w:num/w:abstractNumId/@w:val")) <= definitions


def test_a_list_style_without_a_sign_gets_ours() -> None:
    template = letterhead()
    style = template.styles["List Bullet"].element
    style.pPr.remove(style.pPr.numPr)
    word = on(template)
    (number,) = word.styles["List Bullet"].element.xpath("./w:pPr/w:numPr/w:numId/@w:val")
    root = word.part.numbering_part.element
    (definition,) = root.xpath(f"./w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
    assert root.xpath(f"./w:abstractNum[@w:abstractNumId='{definition}']/w:lvl[1]/w:lvlText/@w:val") == ["–"]


def test_a_template_that_numbers_nothing_gets_numbering() -> None:
    template = letterhead()
    for key, one in list(template.part.rels.items()):
        if one.reltype.endswith("/numbering"):
            del template.part.rels[key]
    assert len(on(template).part.numbering_part.element) > 2
