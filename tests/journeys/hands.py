"""Two hands on a keyboard: keys sent to the program as a person sends them.

`ScreenHands` presses them on a real X display; `OffscreenHands` hands them to a child process that has none.
Knows nothing of the program but how it is started.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Protocol, TypeVar

ROOT = Path(__file__).parents[2]
NEEDED = ("Xvfb", "openbox", "setxkbmap", "xdotool", "xclip")
KEYBOARD = ("fr", "-variant", "bepo")
"""A layout on which accents are keys: one that xdotool must first find a key for is sometimes lost."""
BOARDS: tuple[tuple[str, ...], ...] = ((), ("-device", "5"))
"""What the layout is given to: the keyboard of the display, and the one xdotool plays (always the fifth)."""
PATIENCE = 20.0
"""Seconds a person would wait for something before calling it broken."""

T = TypeVar("T")


class Hands(Protocol):
    """What a journey can do."""

    def type(self, text: str) -> None:
        """Type text, key by key."""

    def press(self, *keys: str) -> None:
        """Press keys or chords, such as `Tab` or `ctrl+s`, one after the other."""

    def paste(self, text: str) -> None:
        """Paste text that was copied elsewhere."""

    def window(self) -> str:
        """Return the title of the window that has the keyboard, or an empty string."""

    def shoot(self, file: Path) -> None:
        """Keep a picture of what is on the screen, where there is one."""

    def ended(self) -> bool:
        """Tell whether the program has ended by itself."""

    def kill(self) -> None:
        """End the program as a power cut does."""

    def close(self) -> None:
        """End the program and whatever was started for it."""


def until(seen: Callable[[], T], what: str) -> T:
    """Return the first true answer of `seen`.

    Raises AssertionError: `what` was not seen within a person's patience.
    """
    end = time.monotonic() + PATIENCE
    while not (answer := seen()):
        if time.monotonic() > end:
            raise AssertionError(f"waited {PATIENCE:.0f} s and did not see: {what}")
        time.sleep(0.05)
    return answer


class ScreenHands:
    """Real keys on a real X display of our own, with a window manager."""

    def __init__(self, arguments: tuple[str, ...], environ: Mapping[str, str], said: Path) -> None:
        """Start the program; what it says on standard error is kept in the file `said`."""
        reading, writing = os.pipe()
        screen = ("-screen", "0", "1440x900x24", "-nolisten", "tcp")
        self._server = subprocess.Popen(
            [
                "Xvfb",
                "-displayfd",
                str(writing),
                *screen,
                "-noreset",
            ],  # else it forgets all between two clients
            pass_fds=(writing,),
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as answer:
            display = f":{answer.readline().strip()}"
        self._environ = {**environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        for board in BOARDS:
            subprocess.run(["setxkbmap", *board, *KEYBOARD], env=self._environ, check=True)
        self._manager = subprocess.Popen(
            ["openbox"], env=self._environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._program = _started("brandplatform", arguments, self._environ, said)
        _await_window(self)

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self._environ, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def type(self, text: str) -> None:
        self._xdotool("type", "--delay", "15", text)

    def press(self, *keys: str) -> None:
        for key in keys:
            self._xdotool("key", "--delay", "15", key)
            time.sleep(0.05)  # a person's fingers; the program may be opening a dialog

    def paste(self, text: str) -> None:
        subprocess.run(
            ["xclip", "-selection", "clipboard"],
            input=text,
            text=True,
            env=self._environ,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        self.press("ctrl+v")

    def window(self) -> str:
        return self._xdotool("getactivewindow", "getwindowname")

    def shoot(self, file: Path) -> None:
        subprocess.run(["import", "-window", "root", str(file)], env=self._environ, check=True)

    def ended(self) -> bool:
        return self._program.poll() is not None

    def kill(self) -> None:
        self._program.kill()
        self._program.wait()

    def close(self) -> None:
        for process in (self._program, self._manager, self._server):
            _ended(process)


class OffscreenHands:
    """The same keys without a display: a child process reads them and gives them to the focused widget."""

    def __init__(self, arguments: tuple[str, ...], environ: Mapping[str, str], said: Path) -> None:
        """Start the program; what it says on standard error is kept in the file `said`."""
        quiet = {**environ, "QT_QPA_PLATFORM": "offscreen"}
        self._program = _started("tests.journeys.offscreen", arguments, quiet, said)
        _await_window(self)

    def _ask(self, word: str, text: str = "") -> str:
        keys, answers = self._program.stdin, self._program.stdout
        assert keys is not None
        assert answers is not None
        try:
            print(word, repr(text), file=keys, flush=True)
        except BrokenPipeError:
            return ""
        return _line(answers)

    def type(self, text: str) -> None:
        self._ask("type", text)

    def press(self, *keys: str) -> None:
        for key in keys:
            self._ask("press", key)

    def paste(self, text: str) -> None:
        self._ask("paste", text)

    def window(self) -> str:
        return self._ask("window")

    def shoot(self, file: Path) -> None:
        self._ask("shoot", str(file))

    def seen(self) -> str:
        """Return the words that stand in the window, line by line."""
        return self._ask("seen").replace("\t", "\n")

    def ended(self) -> bool:
        return self._program.poll() is not None

    def fail(self) -> None:
        """Have something in the program go wrong."""
        self._ask("fail")

    def tell(self, *numbers: int) -> None:
        """Send the program signals, as the system does."""
        for number in numbers:
            self._program.send_signal(number)

    def status(self) -> int:
        """Wait for the end of the program, and return what it ended with."""
        return self._program.wait(PATIENCE)

    def kill(self) -> None:
        self._program.kill()
        self._program.wait()

    def close(self) -> None:
        _ended(self._program)


def _await_window(hands: Hands) -> None:
    try:
        until(hands.window, "the window of the program")
    except BaseException:
        hands.close()
        raise


def _started(
    module: str, arguments: tuple[str, ...], environ: Mapping[str, str], said: Path
) -> "subprocess.Popen[str]":
    with said.open("wb") as heard:
        return subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            env={**environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=heard,
            text=True,
            encoding="utf-8",
        )


def _line(answers: IO[str]) -> str:
    return answers.readline().rstrip("\n")


def _ended(process: "subprocess.Popen[str] | subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()
