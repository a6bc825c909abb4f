#!/usr/bin/env python3
"""Sets brandplatform up in its own folder, the first time or after a change, and hands over to it.

Owns `.venv` and what the system must have for it. Knows nothing of what the program does: its arguments
pass through. Standard library only, and parsed by Python 3.6: an old Python is told which one is needed.

    python3 run.py                        open the window
    python3 run.py test [PYTEST OPTIONS]  ruff, mypy and pytest
    python3 run.py COMMAND ...            the command line
"""
import contextlib
import ctypes
import hashlib
import importlib.util
import os
import pathlib
import shutil
import subprocess
import sys
from subprocess import DEVNULL, PIPE, STDOUT
from typing import Dict, Iterator, List, Tuple

OLDEST, NEWEST = (3, 11), (3, 14)
ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
STAMP = os.path.join(VENV, "set-up-of-brandplatform")
LOCKS = {"run": "requirements.lock", "test": "requirements-test.lock"}

# What Qt opens on Linux and does not bring along, with the Debian package; what those need comes with them.
QT_PARTS = (
    ("libEGL.so.1", "libegl1"), ("libGL.so.1", "libgl1"), ("libX11.so.6", "libx11-6"),
    ("libfontconfig.so.1", "libfontconfig1"), ("libfreetype.so.6", "libfreetype6"),
    ("libxkbcommon.so.0", "libxkbcommon0"), ("libdbus-1.so.3", "libdbus-1-3"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
)
SCREEN_PARTS = (
    ("libcups.so.2", "libcups2"), ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ("libxcb-cursor.so.0", "libxcb-cursor0"), ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"), ("libxcb-shape.so.0", "libxcb-shape0"),
)
WAYLAND_PARTS = (
    ("libwayland-client.so.0", "libwayland-client0"), ("libwayland-cursor.so.0", "libwayland-cursor0"),
    ("libwayland-egl.so.1", "libwayland-egl1"),
)

WORDS = {
    "python": (
        "Python {oldest} to {newest} is needed and this is Python {this}; start run.py with one of those.",
        "il faut Python {oldest} à {newest} et voici Python {this} ; lancez run.py avec l’un de ceux-là.",
    ),
    "first": (
        "setting up; this takes up to a minute, needs the network, and is done once.",
        "installation ; il faut une minute au plus et une connexion, une seule fois.",
    ),
    "system": ("the system lacks {parts}; installing.", "il manque {parts} au système ; installation."),
    "type": (
        "this system lacks {parts}; type this line, then try again: {line}",
        "il manque {parts} à ce système ; tapez cette ligne, puis recommencez : {line}",
    ),
    "lacks": (
        "this system lacks {parts}; install it with your system’s own package tool, then try again.",
        "il manque {parts} à ce système ; installez-le avec l’outil de votre système, puis recommencez.",
    ),
    "venv": ("{place} could not be made ({reason}).", "{place} n’a pas pu être créé ({reason})."),
    "apt": (
        "the system’s packages could not be installed ({reason}); try this line by hand: {line}",
        "les paquets du système n’ont pas pu être installés ({reason}) ; essayez cette ligne : {line}",
    ),
    "pip": (
        "the packages could not be installed ({reason}); check the network and try again.",
        "les paquets n’ont pas pu être installés ({reason}) ; vérifiez la connexion et recommencez.",
    ),
    "screen": (
        "there is no screen to open a window on; without one, type for instance: "
        "python3 run.py export FILE.brandplatform -o FILE.docx",
        "il n’y a pas d’écran où ouvrir une fenêtre ; sans écran, tapez par exemple : "
        "python3 run.py export FICHIER.brandplatform -o FICHIER.docx",
    ),
}


class Unready(Exception):
    """What keeps the program from starting, as one sentence for the person who typed the command."""


def says(key: str, **values: str) -> str:
    """Return the sentence `key` in the person's language."""
    names = ("BRANDPLATFORM_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    spoken = next((os.environ[name] for name in names if os.environ.get(name)), "")
    if not spoken and os.name == "nt":
        import locale
        spoken = locale.getlocale()[0] or ""
    return WORDS[key][spoken.lower().startswith("fr")].format(**values)


def tell(sentence: str) -> None:
    """Print one line on standard error: standard output belongs to the program."""
    print("brandplatform: " + sentence, file=sys.stderr, flush=True)


def check_python() -> None:
    """Raise Unready on a Python that the locked packages were not made for."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        oldest, newest = ("%d.%d" % version for version in (OLDEST, NEWEST))
        raise Unready(says("python", oldest=oldest, newest=newest, this="%d.%d.%d" % sys.version_info[:3]))


def opens_window(arguments: List[str]) -> bool:
    """Tell whether these arguments ask for the window: none at all, or one platform to open."""
    return not arguments or (len(arguments) == 1 and arguments[0].lower().endswith(".brandplatform"))


def check_screen() -> None:
    """Raise Unready where a window could only fail to open."""
    if sys.platform not in ("win32", "cygwin", "darwin") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise Unready(says("screen"))


def loads(library: str) -> bool:
    """Tell whether the system's loader finds `library`."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_for_qt(testing: bool) -> List[Tuple[str, str]]:
    """Return the (library, Debian package) pairs that a window, or the tests, would miss here."""
    if not sys.platform.startswith("linux"):
        return []
    parts = list(QT_PARTS)
    if os.environ.get("DISPLAY") or (testing and shutil.which("Xvfb")):
        parts += SCREEN_PARTS
    if os.environ.get("WAYLAND_DISPLAY"):
        parts += WAYLAND_PARTS
    return [part for part in parts if not loads(part[0])]


def missing_for_venv() -> List[Tuple[str, str]]:
    """Return (module, Debian package) where this Python cannot make a .venv: Debian cuts ensurepip out."""
    if all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        return []
    package = "python%d.%d-venv" % sys.version_info[:2] if sys.prefix == "/usr" else ""
    return [("ensurepip", package)]


def install_system_parts(missing: List[Tuple[str, str]]) -> None:
    """Install what the system lacks with apt-get, or raise Unready with the line that would."""
    parts = ", ".join(name for name, _ in missing)
    packages = [package for _, package in missing]
    if not all(packages) or not shutil.which("apt-get"):
        raise Unready(says("lacks", parts=parts))
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if sys.platform == "win32" or os.geteuid() != 0:
        line = "sudo apt-get update && sudo " + " ".join(install)
        raise Unready(says("type", parts=parts, line=line))
    tell(says("system", parts=" ".join(packages)))
    with contextlib.suppress(Unready):  # one source out of reach must not stop packages that are at hand
        carry_out(["apt-get", "update"], "apt", line="apt-get update")
    carry_out(install, "apt", line=" ".join(install))


def carry_out(command: List[str], failure: str, **values: str) -> None:
    """Run one silent step of the set-up, or raise Unready: the sentence `failure`, with its reason."""
    # Left in, these would send the packages elsewhere than into .venv.
    astray = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PYTHONPATH", "PYTHONHOME")
    environment = {name: value for name, value in os.environ.items() if name not in astray}
    environment.update(DEBIAN_FRONTEND="noninteractive", PIP_DISABLE_PIP_VERSION_CHECK="1")
    done = subprocess.run(command, stdin=DEVNULL, stdout=PIPE, stderr=STDOUT, env=environment)
    if done.returncode:
        raise Unready(says(failure, reason=last_word(done.stdout.decode("utf-8", "replace")), **values))


def last_word(output: str) -> str:
    """Return the line in which a failed step says why: its last error, else its last line."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith(("ERROR: ", "E: ", "Error: "))]
    return (errors or lines or ["?"])[-1].split(": ", 1)[-1].rstrip(".")


def wanted_stamp() -> Dict[str, str]:
    """Return what a finished set-up states: by which Python, where, and each lock's hash."""
    home = "%d.%d %s %s" % (sys.version_info[0], sys.version_info[1], sys.base_prefix, ROOT)
    locks = {kind: pathlib.Path(ROOT, name).read_bytes() for kind, name in LOCKS.items()}
    return dict({kind: hashlib.sha256(lock).hexdigest() for kind, lock in locks.items()}, home=home)


def read_stamp() -> Dict[str, str]:
    """Return what the last set-up stated at its end; nothing when it was cut short or never begun."""
    if not (os.path.exists(PYTHON) and os.path.exists(STAMP)):
        return {}
    with open(STAMP, encoding="utf-8", errors="surrogateescape") as file:
        return dict(line.rstrip("\n").split("=", 1) for line in file if "=" in line)


def holds(*keys: str) -> bool:
    """Tell whether .venv is a finished set-up where each of `keys` ("home", "run", "test") is as wanted."""
    there, wanted = read_stamp(), wanted_stamp()
    return all(there.get(key) == wanted[key] for key in keys)


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Let one set-up run at a time; the lock falls with the process. Not on Windows."""
    with open(VENV + ".lock", "w") as file:
        if sys.platform != "win32":
            import fcntl
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def set_up(kind: str) -> None:
    """Make .venv hold the locked packages of `kind`; from nothing, unless a finished set-up is there."""
    with alone():
        if holds("home", kind):
            return
        tell(says("first"))
        fresh = not holds("home")
        if os.path.exists(STAMP):
            os.remove(STAMP)
        if fresh:
            make_venv()
        lock = os.path.join(ROOT, LOCKS[kind])
        install = ["install", "--quiet", "--require-hashes", "--only-binary", ":all:", "-r", lock]
        carry_out([PYTHON, "-m", "pip", *install], "pip")
        stamp = wanted_stamp()
        if kind == "run":  # the other lock holds all of this one, not the reverse
            del stamp["test"]
        # Last, so that a set-up cut short is begun again.
        with open(STAMP, "w", encoding="utf-8", errors="surrogateescape") as file:
            file.writelines("%s=%s\n" % pair for pair in sorted(stamp.items()))


def make_venv() -> None:
    """Make .venv anew, with this checkout on its path."""
    if os.path.islink(VENV) or os.path.isfile(VENV):
        os.remove(VENV)
    elif os.path.isdir(VENV):
        shutil.rmtree(VENV)
    carry_out([getattr(sys, "_base_executable", sys.executable), "-m", "venv", VENV], "venv", place=VENV)
    site = "Lib/site-packages" if os.name == "nt" else "lib/python%d.%d/site-packages" % sys.version_info[:2]
    # Relative, hence ASCII: before 3.13 this file is read in the locale's encoding, and folders have accents.
    up = "/".join([".."] * (site.count("/") + 2))
    pathlib.Path(VENV, site, "brandplatform.pth").write_text(up + "\n", encoding="ascii")


def hand_over(arguments: List[str]) -> int:
    """Become the program; the current folder is kept, and what lies in it is not imported (-P)."""
    command = [PYTHON, "-P", "-m", "brandplatform", *arguments]
    if os.name == "posix":
        os.execv(command[0], command)
    return subprocess.call(command)


def run_tests(arguments: List[str]) -> int:
    """Run ruff, mypy and pytest, all three whatever the first ones find; 0 when all are content."""
    status = 0
    for tool in (["ruff", "check", "."], ["mypy"], ["pytest", *arguments]):
        tell(" ".join(tool))
        status = subprocess.call([PYTHON, "-m", *tool], cwd=ROOT) or status
    return status


def start(arguments: List[str]) -> int:
    """Check, set up what is missing, then run the tests or become the program."""
    check_python()
    testing, window = arguments[:1] == ["test"], opens_window(arguments)
    kind = "test" if testing else "run"
    if window:
        check_screen()
    missing = [] if holds("home") else missing_for_venv()
    if window or testing:
        missing += missing_for_qt(testing)
    if missing:
        install_system_parts(missing)
    if not holds("home", kind):
        set_up(kind)
    return run_tests(arguments[1:]) if testing else hand_over(arguments)


def main() -> int:
    """Start, or say in one line why not; 2 is "it could not be done"."""
    try:
        return start(sys.argv[1:])
    except Unready as problem:
        tell(str(problem))
    except OSError as problem:
        tell("%s: %s" % (problem.filename or ROOT, problem.strerror or problem))
    except KeyboardInterrupt:
        return 130
    return 2


if __name__ == "__main__":
    sys.exit(main())
