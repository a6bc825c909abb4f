"""A logo read from a file, checked before it is decoded.

Owns what is taken for a logo; must not know where it is shown."""

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap

from brandplatform.publish.pictures import MOST, pixels

MOST_BYTES = 10 * 1024 * 1024
_EXTENSIONS = {"png": "png", "jpeg": "jpg"}


class LogoProblem(Exception):
    """An image that is not taken; `key` and `values` name its sentence in the catalogue."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


class Image(Struct, frozen=True):
    """The bytes of an image as they were in its file, and the extension they go by."""

    data: bytes
    extension: str


def read_logo(path: Path) -> Image:
    """Read a PNG or JPEG of at most 10 MB and 40 million pixels.

    Raises LogoProblem: it is no such image, or too big; OSError: it cannot be read.
    """
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise LogoProblem("error.image_too_big", limit=MOST_BYTES // (1024 * 1024))
    if b"<svg" in data[:4096].lower():
        raise LogoProblem("error.image_svg")
    reader, _keep = _reader(data)
    extension = _EXTENSIONS.get(bytes(reader.format().data()).decode())
    size = reader.size()
    if extension is None or not size.isValid():
        raise LogoProblem("error.image_unreadable")
    if size.width() * size.height() > MOST or (extension == "png" and not all(pixels(data))):
        raise LogoProblem("error.image_too_many_pixels", limit=MOST // 1_000_000)
    if reader.read().isNull():
        raise LogoProblem("error.image_unreadable")
    return Image(data, extension)


def shown_logo(data: bytes, room: QSize, ratio: float) -> QPixmap:
    """Return a logo scaled to a room in logical pixels; empty when it cannot be read."""
    reader, _keep = _reader(data)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST:
        return QPixmap()
    reader.setScaledSize(size.scaled(room * ratio, Qt.AspectRatioMode.KeepAspectRatio))
    pixmap = QPixmap.fromImage(reader.read())
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _reader(data: bytes) -> tuple[QImageReader, QBuffer]:
    """Return a reader that trusts the content, not a name, and the buffer it must not outlive."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    return reader, buffer
