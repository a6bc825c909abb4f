"""What a desktop is told of the program: menu entry, store page, kind of file, icons."""

import configparser
import re
import struct
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from brandplatform.resources import path
from brandplatform.storage.container import MIMETYPE
from tests.checkout import ROOT
from tests.setup import drawn

SHARE = drawn.DESKTOP / "share"
ENTRY = SHARE / "applications" / "brandplatform.desktop"
ABOUT = SHARE / "metainfo" / "org.brandplatform.brandplatform.metainfo.xml"
KIND = SHARE / "mime" / "packages" / "brandplatform.xml"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

def entry(file: Path = ENTRY) -> configparser.SectionProxy:
    """Return what a .desktop file says."""
    parser = configparser.RawConfigParser(delimiters="=")
    parser.optionxform = str
    parser.read_string(file.read_text(encoding="utf-8"))
    return parser["Desktop Entry"]


def about(tag: str, language: str | None = None) -> list[str]:
    """Return the texts of a tag of the store page, in French or in the language it is written in."""
    return [one.text or "" for one in ET.parse(ABOUT).iter(tag) if one.get(LANG) == language]


def validated(*command: str | Path) -> str:
    """Run a validator that must be content, and return what it said."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.mark.oracle("desktop-file-validate")
def test_the_menu_entry_is_valid() -> None:
    assert validated("desktop-file-validate", "--warn-kde", ENTRY) == ""


@pytest.mark.oracle("appstreamcli")
def test_the_store_page_is_valid_to_the_last_remark() -> None:
    said = validated("appstreamcli", "validate", "--no-net", "--pedantic", "--no-color", ABOUT)
    assert "successful" in said
    assert not re.search(r"^[EWIP]: ", said, re.MULTILINE), said


@pytest.mark.oracle("xmllint")
@pytest.mark.parametrize("file", [ABOUT, KIND, drawn.DOCUMENT], ids=lambda file: file.suffix + file.stem[-9:])
def test_what_is_xml_is_well_formed(file: Path) -> None:
    assert validated("xmllint", "--noout", "--nonet", file) == ""


def test_every_text_is_there_in_french_and_in_english() -> None:
    said = entry()
    assert {key[:-4] for key in said if key.endswith("[fr]")} == {"GenericName", "Comment", "Keywords"}
    for tag in ("summary", "p", "li", "developer_name"):
        assert len(about(tag)) == len(about(tag, "fr")) > 0
    french = [text for tag in ("summary", "p", "li") for text in about(tag, "fr")]
    assert not [text for text in french if re.search(r" [:;?!»]|« |'", text)]
    assert about("lang") == ["en", "fr"]


def test_the_menu_the_store_and_the_program_say_the_same() -> None:
    said, project = entry(), tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert said["MimeType"].rstrip(";") == about("mediatype")[0] == MIMETYPE.decode()
    assert ET.parse(KIND).getroot()[0].get("type") == MIMETYPE.decode()
    assert (said["Comment"], said["Comment[fr]"]) == (*about("summary"), *about("summary", "fr"))
    assert said["Categories"].rstrip(";").split(";") == about("category")
    assert about("launchable") == [ENTRY.name]
    assert about("id") == [ABOUT.name.removesuffix(".metainfo.xml")]
    assert about("project_license") == [project["license"]]
    assert next(ET.parse(ABOUT).iter("release")).get("version") == project["version"]
    # By this name Wayland and X11 find the entry that a window belongs to.
    start = (ROOT / "brandplatform" / "ui" / "app.py").read_text(encoding="utf-8")
    assert f'setDesktopFileName("{ENTRY.stem}")' in start
    assert said["StartupWMClass"] == said["Icon"] == ENTRY.stem


@pytest.mark.parametrize(
    ("file", "drawing", "size"),
    [pytest.param(*one, id=f"{one[0].parent.name}-{one[2]}") for one in drawn.pictures()],
)
def test_every_picture_is_what_is_drawn_today(file: Path, drawing: Path, size: int) -> None:
    kept = QImage(str(file)).convertToFormat(QImage.Format.Format_RGBA8888)
    made = drawn.image(drawing, size)
    assert kept.size() == made.size()
    before, after = (bytes(image.constBits()) for image in (kept, made))
    # Another processor may round a shade another way; nobody sees eight of 256.
    assert before == after or max(abs(a - b) for a, b in zip(before, after, strict=True)) <= 8


def test_the_program_has_one_icon_everywhere() -> None:
    svg = drawn.THEME / "scalable" / "apps" / "brandplatform.svg"
    assert svg.read_bytes() == path("icons", "app.svg").read_bytes()
    data = (drawn.DESKTOP / "brandplatform.ico").read_bytes()
    entries = [struct.unpack_from("<BBBBHHII", data, 6 + 16 * at) for at in range(len(drawn.ICO))]
    assert [one[0] or 256 for one in entries] == list(drawn.ICO)
    for size, at in zip(drawn.ICO, entries, strict=True):
        assert QImage.fromData(data[at[7] : at[7] + at[6]]).width() == size
    for name in ("brandplatform", "document"):
        data, at, found = (drawn.DESKTOP / f"{name}.icns").read_bytes(), 8, []
        while at < len(data):
            kind, length = struct.unpack_from(">4sI", data, at)
            found.append((kind, QImage.fromData(data[at + 8 : at + length]).width()))
            at += length
        assert tuple(found) == drawn.ICNS


@pytest.mark.parametrize("size", [16, 32])
def test_a_platform_is_told_from_the_program_at_a_glance(size: int) -> None:
    """A page: clear in its middle where the program is coloured, both pure colours there, corners empty."""
    page, program = (drawn.image(one, size) for one in (drawn.DOCUMENT, drawn.PROGRAM))
    edge = size * 11 // 64
    assert page.pixelColor(edge, size // 2).name() == "#a8471f"
    assert page.pixelColor(size * 5 // 16, size * 4 // 16).name() == "#fffdf9"
    assert program.pixelColor(size * 5 // 16, size * 2 // 16).name() == "#a8471f"
    assert page.pixelColor(0, 0).alpha() == page.pixelColor(size - 1, 0).alpha() == 0
