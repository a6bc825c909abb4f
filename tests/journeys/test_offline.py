"""A day at the window where there is no network: a file is opened, written in, saved and exported.

The window speaks to the display and to the session bus of its own machine, and to nobody else.
"""

import subprocess
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from tests.journeys import hands
from tests.journeys.hands import until
from tests.journeys.person import Person, until_kept
from tests.offline import PROGRAMS, Watch

pytestmark = pytest.mark.journey
LOCAL = {"AF_UNIX"}
SCREEN = pytest.param(hands.ScreenHands, id="screen", marks=pytest.mark.oracle(*hands.NEEDED))


def started(
    watch: Watch, module: str, arguments: tuple[str, ...], environ: Mapping[str, str], said: Path
) -> "subprocess.Popen[str]":
    """Start a module under watch, as hands start it.

    A desktop has a session bus; where a display has none, Qt's D-Bus library itself tries `dbus-launch`.
    """
    bus = {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={said.parent / 'bus'}"}
    with said.open("wb") as heard:
        return subprocess.Popen(
            watch.line(sys.executable, "-m", module, *arguments),
            env={**environ, **watch.environ, **bus},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=heard,
            text=True,
            encoding="utf-8",
        )


@pytest.fixture(scope="module", params=[SCREEN, pytest.param(hands.OffscreenHands, id="offscreen")])
def watch(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Watch:
    """What has watched somebody English, without a network, live through their day once."""
    folder = tmp_path_factory.mktemp("day")
    watch = Watch(folder / "watch")
    somebody = Person(folder / "home", "en", request.param)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hands, "_started", partial(started, watch))
        try:
            live_through(somebody)
        finally:
            said = somebody.leave()
    assert said == []
    return watch


def live_through(person: Person) -> None:
    """Open the example, write in it, save, export it as Word and as PDF, look at its pages, close."""
    file = person.documents / "levain.brandplatform"
    assert person.command("new", file, "--sample", "maison-levain", "--lang", "en").returncode == 0
    keys = person.start(file)
    keys.type("Or not. ")
    keys.press("ctrl+s")
    until_kept(file, lambda p: "Or not." in str(p.answers["promise"]), "what was typed, in the file")
    keys.press("ctrl+e")
    until(lambda: keys.window() == "Export", "the export")
    keys.press("Return")
    until((person.documents / "Maison Levain.docx").exists, "the Word document")
    keys.press("Tab", "Right", "Return")
    until((person.documents / "Maison Levain.pdf").exists, "the PDF")
    keys.press("Escape", "ctrl+5")
    until(lambda: "Maison Levain" in keys.window(), "the window")
    keys.press("ctrl+w")
    until(keys.ended, "the end of the program")


def test_a_day_at_the_window_needs_no_network(watch: Watch) -> None:
    assert watch.tried() == ""


@pytest.mark.oracle("strace")
def test_a_day_at_the_window_opens_no_socket_but_local_ones_and_starts_no_program(watch: Watch) -> None:
    assert watch.families() <= LOCAL
    assert watch.programs() == PROGRAMS
