"""The icons that systems want, drawn from the two drawings they are kept as: the program, and a platform.

Owns the sizes and the three containers: a folder of PNG for Linux, .ico for Windows, .icns for macOS. To make
them again after a change: `python -m tests.setup.drawn`.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from tests.checkout import ROOT

DESKTOP = ROOT / "resources" / "desktop"
THEME = DESKTOP / "share" / "icons" / "hicolor"
PROGRAM = ROOT / "resources" / "icons" / "app.svg"
DOCUMENT = THEME / "scalable" / "mimetypes" / "application-vnd.brandplatform+zip.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO = (16, 24, 32, 48, 64, 256)
ICNS = (
    (b"icp4", 16), (b"icp5", 32), (b"ic11", 32), (b"ic12", 64), (b"ic07", 128),
    (b"ic13", 256), (b"ic08", 256), (b"ic14", 512), (b"ic09", 512), (b"ic10", 1024),
)  # fmt: skip
"""Kind of entry -> pixels; some are the same picture for a screen of twice the density."""


def image(drawing: Path, size: int) -> QImage:
    """Draw a drawing, `size` pixels wide and high."""
    made = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(0)
    painter = QPainter(made)
    QSvgRenderer(str(drawing)).render(painter, QRectF(made.rect()))
    painter.end()
    return made.convertToFormat(QImage.Format.Format_RGBA8888)


def png(drawing: Path, size: int) -> bytes:
    """Return the drawing as a PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image(drawing, size).save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(drawing: Path) -> bytes:
    """Return the drawing as Windows wants it, in all its sizes."""
    pictures = [png(drawing, size) for size in ICO]
    offset = 6 + 16 * len(pictures)
    entries = b""
    for size, picture in zip(ICO, pictures, strict=True):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures)


def icns(drawing: Path) -> bytes:
    """Return the drawing as macOS wants it, in all its sizes."""
    body = b""
    for kind, size in ICNS:
        picture = png(drawing, size)
        body += struct.pack(">4sI", kind, 8 + len(picture)) + picture
    return struct.pack(">4sI", b"icns", 8 + len(body)) + body


def pictures() -> Iterator[tuple[Path, Path, int]]:
    """Yield (file, drawing, size) of the PNG of Linux's folder."""
    for size in SIZES:
        folder = THEME / f"{size}x{size}"
        yield folder / "apps" / "brandplatform.png", PROGRAM, size
        yield folder / "mimetypes" / f"{DOCUMENT.stem}.png", DOCUMENT, size


def renew() -> None:
    """Make every icon again."""
    for file, drawing, size in pictures():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(png(drawing, size))
    (THEME / "scalable" / "apps" / "brandplatform.svg").write_bytes(PROGRAM.read_bytes())
    (DESKTOP / "brandplatform.ico").write_bytes(ico(PROGRAM))
    for name, drawing in (("brandplatform", PROGRAM), ("document", DOCUMENT)):
        (DESKTOP / f"{name}.icns").write_bytes(icns(drawing))


if __name__ == "__main__":
    renew()
