"""What build.spec asks for on each system; the building itself is in test_bundle.py."""

import ast
import plistlib
import re
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import brandplatform
from brandplatform.storage.container import MIMETYPE
from tests.checkout import ROOT
from tests.setup import recipe
from tests.setup.drawn import DESKTOP

SYSTEMS = ["linux", "win32", "darwin"]
VERSION: str = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def windows_version() -> tuple[dict[str, object], dict[str, str]]:
    """Return the numbers and the texts that Windows shows, from the file that PyInstaller reads."""
    tree = ast.parse((DESKTOP / "windows-version.txt").read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    of = {"FixedFileInfo": [], "StringStruct": [], "VarStruct": []}
    for call in calls:
        of.get(ast.unparse(call.func), []).append(call)
    numbers = {one.arg or "": ast.literal_eval(one.value) for one in of["FixedFileInfo"][0].keywords}
    texts = dict(tuple(map(ast.literal_eval, call.args)) for call in of["StringStruct"])
    return numbers, texts


@pytest.mark.parametrize("system", SYSTEMS)
def test_all_that_it_names_is_there_and_the_licences_come_along(
    system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = recipe.asked_on(system, monkeypatch)
    there = recipe.files(asked)
    assert [place for place, source in there.items() if not source.exists()] == []
    assert {"resources", "LICENSE", "THIRD-PARTY.md"} <= set(there)
    licensed = {place.partition("-")[0].lower() for place in there if ".dist-info/licenses/" in place}
    # Qt's own packages bring no text along: it is in resources/licences.
    assert {"lxml", "markdown", "msgspec", "pypdfium2", "python_docx", "tomli", "typst"} <= licensed
    for name in ("LGPL-3.0", "GPL-3.0"):
        assert "Version 3, 29 June 2007" in (ROOT / "resources" / "licences" / f"{name}.txt").read_text()
    assert [one for one in asked["Analysis"].arguments[0] if not Path(one).is_file()] == []
    icon = asked["EXE"].named["icon"]
    assert (icon is None) if system == "linux" else Path(icon).is_file()


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_command_line_answers_in_its_terminal_and_a_click_shows_none(
    system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = recipe.asked_on(system, monkeypatch)["EXE"].named
    # On macOS a program without a console answers in a terminal too; with one it has no place in the Dock.
    assert (program["console"], program["hide_console"]) == (system != "darwin", "hide-early")
    assert program["exclude_binaries"]


def test_the_gtk_of_the_build_machine_stays_there(monkeypatch: pytest.MonkeyPatch) -> None:
    collected = recipe.asked_on("linux", monkeypatch)["COLLECT"].arguments[1]
    assert [name for name, _, _ in collected] == ["libQt6Core.so.6"]


def test_windows_is_told_the_name_and_the_version(monkeypatch: pytest.MonkeyPatch) -> None:
    assert recipe.asked_on("linux", monkeypatch)["EXE"].named["version"] is None
    assert Path(recipe.asked_on("win32", monkeypatch)["EXE"].named["version"]).parent == DESKTOP
    numbers, texts = windows_version()
    four = (*map(int, re.findall(r"\d+", VERSION)), 0, 0, 0)[:4]
    assert (numbers["filevers"], numbers["prodvers"]) == (four, four)
    assert (texts["FileVersion"], texts["ProductVersion"]) == (VERSION, VERSION)
    # The name by which the task manager and "Open with" call a program is its description.
    assert texts["FileDescription"] == texts["ProductName"] == "brandplatform"
    assert texts["OriginalFilename"] == "brandplatform.exe"


def test_macos_is_told_what_it_opens_and_in_which_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = recipe.asked_on("darwin", monkeypatch)
    bundle = asked["BUNDLE"].named
    said = plistlib.loads(plistlib.dumps(bundle["info_plist"]))
    assert bundle["version"] == said["CFBundleShortVersionString"] == VERSION
    assert said["CFBundleLocalizations"] == ["en", "fr"]
    assert said["NSHighResolutionCapable"] is True
    assert said["LSMinimumSystemVersion"] == "13.0"
    (document,), (kind,) = said["CFBundleDocumentTypes"], said["UTExportedTypeDeclarations"]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    assert (document["CFBundleTypeRole"], document["LSHandlerRank"]) == ("Editor", "Owner")
    assert kind["UTTypeTagSpecification"] == {
        "public.filename-extension": ["brandplatform"],
        "public.mime-type": [MIMETYPE.decode()],
    }
    assert "public.data" in kind["UTTypeConformsTo"]
    there = recipe.files(asked)
    assert {document["CFBundleTypeIconFile"], kind["UTTypeIconFile"]} == {"document.icns"} <= set(there)
    assert Path(bundle["icon"]).is_file()


def test_one_name_and_one_version_stand_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    store = next((DESKTOP / "share" / "metainfo").iterdir())
    component = ET.parse(store)
    name = recipe.asked_on("darwin", monkeypatch)["BUNDLE"].named["bundle_identifier"]
    assert component.findtext("id") == name == store.name.removesuffix(".metainfo.xml")
    release = component.find("releases/release")
    assert release is not None
    assert release.get("version") == brandplatform.__version__ == VERSION
