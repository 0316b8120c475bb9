"""A Word file that came back, as the XML of its parts: an untrusted package, unpacked within bounds.

No more is unpacked than a report can have; what claims to be larger, or turns out to be, is refused. A part has no
document type, so that no entity can grow.
"""

from __future__ import annotations

import posixpath
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile

from msgspec import Struct

SIZE_LIMIT = 256 * 1024 * 1024
"""The most bytes of a file; pictures make it large."""
PART_LIMIT = 64 * 1024 * 1024
"""The most bytes of a part once unpacked: a report of 2,000 paragraphs has a million."""
RATIO_LIMIT = 500
"""The most times that a part may grow when it is unpacked; Word's own grow ten to fifty times."""
ENTRY_LIMIT = 10_000
"""The most parts of a package."""
DEPTH_LIMIT = 1_000
"""How deep elements may stand in one another."""

_SMALL = 1024 * 1024
"""Up to so many bytes a part may grow as it likes."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_OLD = b"\xd0\xcf\x11\xe0"
_WORD = frozenset(
    (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
        "http://schemas.microsoft.com/office/word/2010/wordml",
        "http://schemas.microsoft.com/office/word/2012/wordml",
    )
)
_PREFIXES = {
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
}

Start = Callable[[str, Mapping[str, str]], None]


class UnreadableError(Exception):
    """A Word file cannot be read; the text says why."""


class Package(Struct, frozen=True):
    """The parts of a package. ``main`` is the name of the document's own."""

    archive: ZipFile
    main: str

    def part(self, name: str) -> bytes | None:
        """Return a part, or ``None`` where there is none.

        Raises UnreadableError where it is larger than any report needs.
        """
        try:
            info = self.archive.getinfo(name)
        except KeyError:
            return None
        if info.file_size > PART_LIMIT or info.file_size > max(_SMALL, RATIO_LIMIT * info.compress_size):
            raise UnreadableError(f"its part `{name}` would be too large")
        with self.archive.open(info) as stream:
            data = stream.read(info.file_size + 1)
        if len(data) > info.file_size:
            raise UnreadableError(f"its part `{name}` is larger than it claims")
        return data

    def related(self, kind: str) -> Iterator[str]:
        """Yield the names of the parts that the document's is related to as ``comments``, ``styles`` ..."""
        folder, _, file = self.main.rpartition("/")
        for kind_of, target in _relations(self.part(f"{folder}/_rels/{file}.rels")):
            if kind_of == kind:
                yield posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


@contextmanager
def open_package(path: Path) -> Iterator[Package]:
    """Open a Word file.

    Raises UnreadableError for what is none or is damaged, too large, or protected by a password; OSError where it
    cannot be opened.
    """
    with path.open("rb") as stream:
        if stream.read(4) == _OLD:
            raise UnreadableError("it is protected by a password, or of a kind older than .docx")
    if path.stat().st_size > SIZE_LIMIT:
        raise UnreadableError("it is too large")
    try:
        with ZipFile(path) as archive:
            if len(archive.infolist()) > ENTRY_LIMIT:
                raise UnreadableError("it has too many parts")
            yield package_in(archive)
    except (BadZipFile, zlib.error, ExpatError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise UnreadableError("it is damaged, or no Word file") from error


def package_in(archive: ZipFile) -> Package:
    """Return the package in an archive.

    Raises UnreadableError for what is no Word file.
    """
    return Package(archive, _main(archive))


def _main(archive: ZipFile) -> str:
    for kind, target in _relations(Package(archive, "").part("_rels/.rels")):
        if kind == "officeDocument":
            return target.lstrip("/")
    raise UnreadableError("it is no Word file")


def _relations(part: bytes | None) -> list[tuple[str, str]]:
    """Return the relations of a part to others inside the package: kind and target."""
    found: list[tuple[str, str]] = []

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "rel:Relationship" and attributes.get("TargetMode") != "External":
            found.append((attributes.get("Type", "").rpartition("/")[2], attributes.get("Target", "")))

    if part is not None:
        walk_part(part, start)
    return found


def walk_part(
    part: bytes,
    start: Start,
    end: Callable[[str], None] = lambda tag: None,
    text: Callable[[str], None] = lambda text: None,
) -> None:
    """Call a function for each start and end of an element and each stretch of text, in order.

    Text has no control characters. Elements and attributes of Word's main vocabulary are named without prefix, such as
    ``p``, others with one, such as ``mc:Fallback``; what is of no interest is ``other``.

    Raises UnreadableError for a document type and for elements too deep in one another, ExpatError for broken XML.
    """
    depth = 0

    def started(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEPTH_LIMIT:
            raise UnreadableError("its elements stand too deep in one another")
        start(_local(tag), {_local(key): printable(value) for key, value in attributes.items()})

    def ended(tag: str) -> None:
        nonlocal depth
        depth -= 1
        end(_local(tag))

    def refuse(*_: object) -> None:
        raise UnreadableError("it has a document type, which no Word file has")

    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    parser.CharacterDataHandler = lambda said: text(printable(said))
    parser.Parse(part, True)


def printable(text: str) -> str:
    """Return a text without control characters, which a terminal would obey."""
    return _CONTROL.sub("", text)


def _local(name: str) -> str:
    space, _, local = name.rpartition(" ")
    if not space or space in _WORD:
        return local
    return f"{_PREFIXES[space]}:{local}" if space in _PREFIXES else "other"
