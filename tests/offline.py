"""How a program is watched for the network: it runs where there is none, tells what it tries, and is traced.

Owns the three watches and what they saw. Knows nothing of the programs.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from tests.checkout import ROOT

PROGRAMS = {Path(sys.executable).name}
"""What a command starts: itself, and nothing else."""

_TRIED = "BRANDPLATFORM_TESTS_TRIED"
_GUARD = f"""
import os, sys

FORBIDDEN = {{"socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname",
    "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty"}}
INTERNET = (2, 10, 23, 30)  # AF_INET, and AF_INET6 as Linux, Windows and macOS have it

def forbid(event, arguments):
    if event in FORBIDDEN or (event == "socket.__new__" and arguments[1] in INTERNET):
        with open(os.environ["{_TRIED}"], "a") as tried:
            tried.write(event + "\\n")
        raise RuntimeError(event)

sys.addaudithook(forbid)
"""


class Watch:
    """A folder that remembers what the programs run under it tried."""

    def __init__(self, folder: Path) -> None:
        """Keep what is seen in `folder`, which is made."""
        self._folder = folder
        folder.mkdir()
        (folder / "sitecustomize.py").write_text(_GUARD, encoding="utf-8")

    @property
    def environ(self) -> Mapping[str, str]:
        """What a Python needs to know to be refused a socket and a process."""
        path = os.pathsep.join((str(self._folder), str(ROOT)))
        return {"PYTHONPATH": path, _TRIED: str(self._folder / "tried")}

    def line(self, *command: str) -> list[str]:
        """Return a command that is run without a network, and traced, as far as this system lets it."""
        log = str(self._folder / f"trace-{len(list(self._folder.iterdir()))}")
        trace = ["strace", "-f", "-qq", "-o", log, "-e", "trace=network,execve,execveat"]
        return [*alone(), *(trace if shutil.which("strace") else []), *command]

    def tried(self) -> str:
        """Return what Python was refused."""
        file = self._folder / "tried"
        return file.read_text() if file.exists() else ""

    def families(self) -> set[str]:
        """Return the families of the sockets that were asked of the system."""
        return {family for line in self._lines() for family in re.findall(r"\bA[FP]_\w+", line)}

    def programs(self) -> set[str]:
        """Return the names of the programs that were started, or that would have been, were they there."""
        found = (re.search(r'\bexecve(?:at)?\([^"]*"([^"]+)"', line) for line in self._lines())
        return {Path(one[1]).name for one in found if one}

    def _lines(self) -> Iterator[str]:
        for file in self._folder.glob("trace-*"):
            yield from file.read_text(errors="replace").splitlines()


@cache
def alone() -> tuple[str, ...]:
    """Return the words in front of a command that give it a system without a network; () where nobody may."""
    for words in (("unshare", "-n"), ("unshare", "-rn")):
        with suppress(FileNotFoundError):
            if subprocess.run([*words, "true"], capture_output=True, check=False).returncode == 0:
                return words
    return ()
