"""The archive a Word file is: which parts there are, read within limits.

Owns the limits. No path from the archive touches the disk, no entity is resolved, no address is opened. Must
not know what the parts say.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from brandplatform.incoming.passages import NotRead

MOST_PACKED = 50 * 2**20
"""Bytes of the largest file."""

MOST_UNPACKED = 200 * 2**20
"""Bytes of all its parts, unpacked; pictures are most of a large one."""

MOST_PART = 32 * 2**20
"""Bytes of the largest part that is parsed: 32 MB of XML are some 3,000 pages."""

MOST_ELEMENTS = 500_000
"""Elements of a part; a document of three hundred pages has some two hundred thousand."""

MOST_PARTS = 10_000

OLD = bytes.fromhex("D0CF11E0A1B11AE1")
"""How a .doc begins, and a .docx with a password."""

ZIP = b"PK\x03\x04"
_ENTRY = b"PK\x01\x02"
_DECLARATIONS = tuple(
    sign.encode(code) for sign in ("<!DOCTYPE", "<!ENTITY") for code in ("ascii", "utf-16-le")
)
_DAMAGES = (
    zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OverflowError, OSError, ValueError, KeyError,
    etree.XMLSyntaxError,
)  # fmt: skip


def local(element: Element) -> str:
    """Return the name of an element without its namespace: strict and transitional files read alike."""
    return str(element.tag).rpartition("}")[2]


def children(element: Element | None) -> list[Element]:
    """Return the elements in an element; none in none."""
    return [] if element is None else list(element)


def child(element: Element | None, name: str) -> Element | None:
    """Return the first element of a name in an element, or None."""
    return next((one for one in children(element) if local(one) == name), None)


def attribute(element: Element, name: str) -> str:
    """Return an attribute by its name without namespace, or nothing."""
    return next(
        (str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), ""
    )


class Package:
    """The parts of a Word file."""

    def __init__(self, data: bytes) -> None:
        """Open an archive.

        Raises NotRead: it is none, too large, or holds no Word document.
        """
        if len(data) > MOST_PACKED:
            raise NotRead("too_long", limit=MOST_PACKED // 2**20)
        if data.startswith(OLD):
            raise NotRead("old_word")
        if data.count(_ENTRY) > MOST_PARTS:
            raise NotRead("too_large", limit=MOST_UNPACKED // 2**20)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            entries = self._archive.infolist()
        except _DAMAGES as error:
            raise NotRead("damaged") from error
        if sum(one.file_size for one in entries) > MOST_UNPACKED:
            raise NotRead("too_large", limit=MOST_UNPACKED // 2**20)
        self._names = {one.filename for one in entries}
        self._left = MOST_UNPACKED
        self.main = next((name for kind, name in self._relations("") if kind == "officeDocument"), "")
        if self.main not in self._names:
            raise NotRead("no_document")

    def bytes_of(self, name: str) -> bytes:
        """Return what a part holds, never more of it than it declares; nothing when there is no such part.

        Raises NotRead: it is damaged or too large.
        """
        if name not in self._names:
            return b""
        try:
            declared = self._archive.getinfo(name).file_size
            if declared > min(MOST_PART, self._left):
                raise NotRead("too_large", limit=MOST_PART // 2**20)
            with self._archive.open(name) as stream:
                data = stream.read(declared + 1)
        except NotRead:
            raise
        except (*_DAMAGES, NotImplementedError) as error:
            raise NotRead("damaged") from error
        if len(data) != declared:
            raise NotRead("damaged")
        self._left -= len(data)
        return data

    def xml(self, name: str) -> Element | None:
        """Return the root of a part, or None: there is no such part.

        Raises NotRead: it is damaged, too large, or declares a type or an entity of its own.
        """
        data = self.bytes_of(name)
        if not data:
            return None
        if any(sign in data for sign in _DECLARATIONS):
            raise NotRead("damaged")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
            remove_pis=True, collect_ids=False,
        )  # fmt: skip
        try:
            root = etree.fromstring(data, parser)
        except _DAMAGES as error:
            raise NotRead("damaged") from error
        if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
            raise NotRead("too_many")
        return root

    def related(self, *kinds: str) -> Iterator[tuple[str, Element]]:
        """Yield the parts the document refers to by kind (`footnotes`, `header`), in the archive's order."""
        for kind, name in dict.fromkeys(self._relations(self.main)):
            root = self.xml(name) if kind in kinds else None
            if root is not None:
                yield kind, root

    def target(self, identity: str) -> str:
        """Return the name of the part that the document refers to by an id, or nothing."""
        found = self._identified(self.main)
        return next((name for one, _, name in found if one == identity), "")

    def refers_to(self, kind: str) -> bool:
        """Tell whether the document refers to a part of a kind."""
        return any(one == kind for one, _ in self._relations(self.main))

    def links(self) -> Iterator[str]:
        """Yield the addresses that the document leads to, as they are written."""
        for one in self._relationships(self.main):
            if attribute(one, "Type").endswith("/hyperlink") and attribute(one, "TargetMode") == "External":
                yield attribute(one, "Target")

    def _relations(self, part: str) -> Iterator[tuple[str, str]]:
        return ((kind, name) for _, kind, name in self._identified(part))

    def _identified(self, part: str) -> Iterator[tuple[str, str, str]]:
        """Yield id, kind and part of what a part refers to inside the archive."""
        folder = part.rpartition("/")[0]
        for one in self._relationships(part):
            if attribute(one, "TargetMode") != "External":
                kind = attribute(one, "Type").rpartition("/")[2]
                name = posixpath.normpath(posixpath.join("/", folder, attribute(one, "Target"))).lstrip("/")
                yield attribute(one, "Id"), kind, name

    def _relationships(self, part: str) -> list[Element]:
        folder, _, file = part.rpartition("/")
        return children(self.xml(posixpath.join(folder, "_rels", f"{file}.rels")))
