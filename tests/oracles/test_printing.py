"""A real print queue takes the pages that were seen: CUPS, with a printer that writes PDF files."""

import os
import secrets
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from pytestqt.qtbot import QtBot

from brandplatform.ui.exporting import Choices
from brandplatform.ui.press import printed
from brandplatform.ui.printing import prepare, put_on
from tests.shipped import LIBRARY, sample

MODEL = "lsb/usr/cups-pdf/CUPS-PDF_opt.ppd"


def said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def until(found: object, seconds: float = 20) -> None:
    """Wait until a callable says something true."""
    end = time.monotonic() + seconds
    while not (found() if callable(found) else found):
        assert time.monotonic() < end
        time.sleep(0.1)


@pytest.fixture(scope="module")
def queue() -> Iterator[str]:
    """A print queue of this test's own; the scheduler is started where none runs, which takes root."""
    if os.geteuid() != 0:
        pytest.skip("only root can add a print queue")
    started = None
    if "is running" not in said("lpstat", "-r"):
        started = subprocess.Popen(["cupsd", "-f"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until(lambda: "is running" in said("lpstat", "-r"))
    name = f"paper{secrets.token_hex(3)}"
    added = ["lpadmin", "-p", name, "-v", "cups-pdf:/", "-m", MODEL, "-E"]
    subprocess.run(added, check=True, capture_output=True)
    yield name
    subprocess.run(["lpadmin", "-x", name], check=True, capture_output=True)
    if started is not None:
        started.terminate()
        started.wait(10)


@pytest.mark.oracle("cupsd", "lpadmin", "lpstat")
def test_the_promise_page_and_a_page_on_its_side_reach_the_printer(qtbot: QtBot, queue: str) -> None:
    until(lambda: queue in QPrinterInfo.availablePrinterNames())
    made = printed(sample(), LIBRARY, Choices(language="fr"), {})
    wide = next(at for at, (width, height) in enumerate(made.sizes, 1) if width > height)
    pages = (made.places["promise"], wide)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(queue)
    title = f"Levain{secrets.token_hex(4)}"
    prepare(printer, made.sizes, pages, title)
    assert put_on(printer, made.pdf, made.sizes, pages) == 2
    folder = Path.home() / "PDF"
    until(lambda: any(folder.glob(f"*{title}*.pdf")))
    (file,) = folder.glob(f"*{title}*.pdf")
    until(lambda: "completed" in said("lpstat", "-W", "completed", "-o", queue) or file.stat().st_size > 0)
    until(lambda: file.read_bytes().rstrip().endswith(b"%%EOF"))
    found = pypdfium2.PdfDocument(file.read_bytes())
    sizes = [found.get_page_size(at) for at in range(len(found))]
    found.close()
    file.unlink()
    assert len(sizes) == 2
    assert [round(min(size)) for size in sizes] == [595, 595]
