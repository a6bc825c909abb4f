"""A whole journey by command where there is no network: nothing asks for one, nothing else is started."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from brandplatform.cli.arguments import COMMANDS
from tests.offline import PROGRAMS, Watch, alone

TEMPTING = '#import "@preview/cetz:0.3.0": * ![](https://example.com/a.png) <img src="http://example.com/a.png">'
"""A text that would have a careless program fetch something."""

JOURNEY: tuple[tuple[str, ...], ...] = (
    ("new", "begun.brandplatform", "--sample", "maison-levain"),
    ("new", "a.brandplatform", "--sample", "maison-levain"),
    ("set", "a.brandplatform", "promise", TEMPTING),
    ("set", "a.brandplatform", "origin", TEMPTING),
    ("get", "a.brandplatform", "promise"),
    ("info", "a.brandplatform", "--json"),
    ("check", "a.brandplatform"),
    ("diff", "begun.brandplatform", "a.brandplatform"),
    *(("export", "a.brandplatform", "-o", f"a.{form}") for form in ("md", "docx", "html", "pdf", "json")),
    ("export", "a.brandplatform", "--sheet", "poster", "-o", "poster.pdf"),
    *(("import", f"a.{form}", "-o", f"from-{form}.brandplatform") for form in ("md", "docx", "pdf")),
    ("merge", "begun.brandplatform", "a.brandplatform", "begun.brandplatform", "-o", "both.brandplatform"),
    ("history", "a.brandplatform", "--json"),
    ("frameworks", "--json"),
)
"""Every command there is; `diff` and `check` have something to say, which is their status 1."""


class Gone(NamedTuple):
    """A journey that was gone through."""

    watch: Watch
    folder: Path
    refused: list[str]
    """What was said by the commands that could not be carried out."""


@pytest.fixture(scope="module")
def gone(tmp_path_factory: pytest.TempPathFactory) -> Gone:
    """Go through the journey, once for all that is asked of it."""
    folder = tmp_path_factory.mktemp("journey")
    watch = Watch(folder / "watch")
    ours = {"BRANDPLATFORM_HOME": str(folder / "home"), "BRANDPLATFORM_LANG": "en"}
    environ = {**os.environ, **ours, **watch.environ}
    words = [one for one in JOURNEY if one[0] in COMMANDS]
    done = [typed(watch, environ, folder, *one) for one in words]
    refused = [f"{' '.join(one.args[-5:])}: {one.stderr}" for one in done if one.returncode not in (0, 1)]
    return Gone(watch, folder, refused)


def typed(
    watch: Watch, environ: Mapping[str, str], folder: Path, *words: str
) -> "subprocess.CompletedProcess[str]":
    """Type a command under watch."""
    line = watch.line(sys.executable, "-m", "brandplatform", *words)
    return subprocess.run(line, cwd=folder, env=environ, capture_output=True, text=True, check=False)


def test_every_command_is_on_the_journey() -> None:
    assert {words[0] for words in JOURNEY} >= {*COMMANDS}


def test_the_journey_is_gone_through_without_a_network(gone: Gone) -> None:
    assert gone.refused == []
    made = {file.name for file in gone.folder.iterdir()}
    outputs = {words[words.index("-o") + 1] for words in JOURNEY if "-o" in words and words[0] in COMMANDS}
    assert outputs <= made


def test_nothing_on_the_journey_asks_python_for_the_internet_or_for_another_program(gone: Gone) -> None:
    assert gone.watch.tried() == ""


@pytest.mark.oracle("strace")
def test_nothing_on_the_journey_asks_the_system_for_a_socket_or_for_another_program(gone: Gone) -> None:
    assert gone.watch.families() == set()
    assert gone.watch.programs() == PROGRAMS


@pytest.mark.parametrize(
    ("attempt", "event"),
    [
        ("import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)", "socket.__new__"),
        ("import socket; socket.socket(socket.AF_INET6)", "socket.__new__"),
        ("import socket; socket.getaddrinfo('localhost', 80)", "socket.getaddrinfo"),
        ("import urllib.request; urllib.request.urlopen('http://localhost')", "socket.getaddrinfo"),
        ("import subprocess; subprocess.run(['true'])", "subprocess.Popen"),
        ("import os; os.system('true')", "os.system"),
    ],
)
def test_an_attempt_would_be_refused_and_seen(tmp_path: Path, attempt: str, event: str) -> None:
    watch = Watch(tmp_path / "watch")
    environ = {**os.environ, **watch.environ}
    done = subprocess.run([sys.executable, "-c", attempt], env=environ, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert watch.tried() == f"{event}\n"


@pytest.mark.oracle("strace")
def test_what_python_does_not_see_is_seen_by_the_trace(tmp_path: Path) -> None:
    watch = Watch(tmp_path / "watch")
    attempt = "import ctypes, os; ctypes.CDLL(None).socket(2, 1, 0); ctypes.CDLL(None).system(b'exit 0')"
    subprocess.run(watch.line(sys.executable, "-S", "-c", attempt), check=True)
    assert watch.families() == {"AF_INET"}
    assert watch.programs() - PROGRAMS == {"sh"}


def test_where_the_journey_is_gone_through_there_is_no_network() -> None:
    reach = "import socket; print([name for _, name in socket.if_nameindex()])"
    seen = subprocess.run([*alone(), sys.executable, "-c", reach], capture_output=True, text=True, check=True)
    assert not alone() or seen.stdout.split() == ["['lo']"]
