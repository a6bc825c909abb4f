"""Our own Word template: A4, our styles, our two typefaces inside; built once and checked in.

Owns the parts of the package beside the styles. Run as a module it rewrites the template under resources/,
the same bytes each time; that takes fontTools (`typefaces`). (python-docx brings one that is US Letter, with
164 styles and a Japanese theme.)
"""

import io
import uuid
import zipfile
from collections.abc import Iterator
from typing import Final

from brandplatform import resources
from brandplatform.publish import typefaces
from brandplatform.publish import typography as sheet
from brandplatform.publish.typography import A4, INK
from brandplatform.publish.wordlook import KNOWN, OFFICE, OWN, RELATIONS, twips
from brandplatform.publish.wordnumbering import numbering
from brandplatform.publish.wordstyles import styles

TEMPLATE: Final = ("word", "template.docx")
"""Where the template is, under resources/."""

_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE: Final = f"{OFFICE}/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument"
_WORDS: Final = f"{_TYPE}.wordprocessingml"
_FONTS: Final = {
    sheet.SERIF: (
        (sheet.SERIF_INSTEAD, "roman"),
        {"Regular": "SourceSerif4-Regular", "Bold": "SourceSerif4-Bold", "Italic": "SourceSerif4-Italic"},
    ),
    f"{sheet.SERIF} SemiBold": ((sheet.SERIF_INSTEAD, "roman"), {"Regular": "SourceSerif4-SemiBold"}),
    sheet.SANS: ((sheet.SANS_INSTEAD, "swiss"), {"Regular": "SourceSans3-Regular"}),
    f"{sheet.SANS} SemiBold": ((sheet.SANS_INSTEAD, "swiss"), {"Regular": "SourceSans3-SemiBold"}),
}
"""Family as Word knows it -> (what stands in for it, of which kind), and its faces: the small ones.

Whole faces made every Word file 440 KB larger, and took 65 ms more to write.
"""

_PARTS: Final = {
    "styles": f"{_WORDS}.styles+xml",
    "settings": f"{_WORDS}.settings+xml",
    "fontTable": f"{_WORDS}.fontTable+xml",
    "numbering": f"{_WORDS}.numbering+xml",
    "theme": f"{_TYPE}.theme+xml",
}
"""Parts the document refers to -> their types."""


def template() -> bytes:
    """Return the template as a Word file with nothing in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, data in _parts():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, data)
    return made.getvalue()


def _parts() -> Iterator[tuple[str, bytes]]:
    texts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            (f"{RELATIONS}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{RELATIONS}/extended-properties", "docProps/app.xml"),
        ),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"/>',
        "docProps/app.xml": (
            f'<Properties xmlns="{OFFICE}/officeDocument/2006/extended-properties">'
            "<Application>brandplatform</Application></Properties>"
        ),
        "word/document.xml": f"<w:document {KNOWN}><w:body>{_section()}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            *((f"{RELATIONS}/{name}", f"{_place(name)}.xml") for name in _PARTS)
        ),
        "word/styles.xml": styles(OWN),
        "word/settings.xml": _settings(),
        "word/numbering.xml": numbering(OWN),
        "word/theme/theme1.xml": _theme(),
        "word/fontTable.xml": _font_table(),
        "word/_rels/fontTable.xml.rels": _relations(
            *((f"{RELATIONS}/font", f"fonts/{file}.odttf") for file in _files())
        ),
    }
    for name, text in texts.items():
        yield name, (_XML + text).encode("utf-8")
    for file in _files():
        yield f"word/fonts/{file}.odttf", _hidden(typefaces.embedded(file), file)


def _place(name: str) -> str:
    return "theme/theme1" if name == "theme" else name


def _types() -> str:
    main = f"{_WORDS}.document.main+xml"
    core, app = (
        "application/vnd.openxmlformats-package.core-properties+xml",
        f"{_TYPE}.extended-properties+xml",
    )
    places = {"word/document": main, "docProps/core": core, "docProps/app": app}
    places |= {f"word/{_place(name)}": kind for name, kind in _PARTS.items()}
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "odttf": f"{_TYPE}.obfuscatedFont",
    }
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        + "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in defaults.items())
        + "".join(f'<Override PartName="/{at}.xml" ContentType="{kind}"/>' for at, kind in places.items())
        + "</Types>"
    )


def _relations(*targets: tuple[str, str]) -> str:
    rows = (
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}</Relationships>'


def _section() -> str:
    margins = {"top": A4.top, "right": A4.right, "bottom": A4.bottom, "left": A4.left}
    margins |= {"header": A4.header, "footer": A4.footer, "gutter": 0}
    sides = " ".join(f'w:{side}="{twips(length)}"' for side, length in margins.items())
    return (
        f'<w:sectPr><w:pgSz w:w="{twips(A4.width)}" w:h="{twips(A4.height)}"/><w:pgMar {sides}/></w:sectPr>'
    )


def _settings() -> str:
    """Return settings: our fonts travel, hyphens in running text, the mode of Word 2013 and later."""
    return (
        f"<w:settings {KNOWN}><w:embedTrueTypeFonts/>"
        '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="1"/><w:hyphenationZone w:val="357"/>'
        '<w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )


# Fonts


def _files() -> tuple[str, ...]:
    return tuple(file for _, faces in _FONTS.values() for file in faces.values())


def _key(file: str) -> uuid.UUID:
    """Return the key that hides a face, the same in every build."""
    return uuid.uuid5(uuid.NAMESPACE_DNS, f"{file}.brandplatform")


def _hidden(face: bytes, file: str) -> bytes:
    """Return a face as Word keeps one: its first 32 bytes crossed with its key (ECMA-376 part 4, 4.2)."""
    key = _key(file).bytes[::-1]
    return bytes(byte ^ key[at % 16] for at, byte in enumerate(face[:32])) + face[32:]


def _font_table() -> str:
    numbers = {file: number for number, file in enumerate(_files(), 1)}
    made = []
    for name, ((instead, kind), faces) in _FONTS.items():
        embedded = "".join(
            f'<w:embed{face} r:id="rId{numbers[file]}" w:fontKey="{{{str(_key(file)).upper()}}}"/>'
            for face, file in faces.items()
        )
        made.append(
            f'<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:charset w:val="00"/>'
            f'<w:family w:val="{kind}"/><w:pitch w:val="variable"/>{embedded}</w:font>'
        )
    return f"<w:fonts {KNOWN}>{''.join(made)}</w:fonts>"


# Theme


def _theme() -> str:
    """Return the least theme the schema takes: `accent1` is the brand's, the rest are ink and paper."""
    ink, paper = f'<a:srgbClr val="{INK[1:]}"/>', f'<a:srgbClr val="{sheet.PAPER[1:]}"/>'
    accents = tuple(f"accent{number}" for number in range(1, 7))
    order = ("dk1", "lt1", "dk2", "lt2", *accents, "hlink", "folHlink")
    plain = {name: paper if name.startswith("lt") else ink for name in order}
    colours = "".join(f"<a:{name}>{plain[name]}</a:{name}>" for name in order)
    faces = "".join(
        f'<a:{which}Font><a:latin typeface="{name}"/><a:ea typeface=""/><a:cs typeface=""/></a:{which}Font>'
        for which, name in (("major", sheet.SERIF), ("minor", sheet.SERIF))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line, effect = f"<a:ln>{fill}</a:ln>", "<a:effectStyle><a:effectLst/></a:effectStyle>"
    formats = "".join(
        f"<a:{name}>{one * 3}</a:{name}>"
        for name, one in (
            ("fillStyleLst", fill),
            ("lnStyleLst", line),
            ("effectStyleLst", effect),
            ("bgFillStyleLst", fill),
        )
    )
    return (
        f'<a:theme xmlns:a="{OFFICE}/drawingml/2006/main" name="brandplatform"><a:themeElements>'
        f'<a:clrScheme name="brandplatform">{colours}</a:clrScheme>'
        f'<a:fontScheme name="brandplatform">{faces}</a:fontScheme>'
        f'<a:fmtScheme name="brandplatform">{formats}</a:fmtScheme></a:themeElements></a:theme>'
    )


def main() -> None:
    """Write the template where the program reads it."""
    resources.path(*TEMPLATE).write_bytes(template())


if __name__ == "__main__":
    main()
