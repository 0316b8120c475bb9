"""An Excel workbook as the XML of its parts: an untrusted package, within bounds.

Excel's own parts have no document type; one that has is refused, so that entities cannot grow.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile

SIZE_LIMIT = 256 * 1024 * 1024
"""The most bytes of an unpacked workbook."""

_BOOK = "xl/workbook.xml"
_DAMAGE = (BadZipFile, zlib.error, ExpatError, KeyError, ValueError, NotImplementedError, RuntimeError, EOFError)

Start = Callable[[str, Mapping[str, str]], None]


class UnreadableError(Exception):
    """A workbook cannot be read; the text says why."""


class Package:
    """A workbook's parts. Their names do not tell capitals from small letters, nor the two slashes."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._parts = {_plain(info.filename): info for info in archive.infolist()}
        if len(self._parts) < len(archive.infolist()):
            raise ValueError("two parts have one name")

    def __contains__(self, part: str) -> bool:
        return _plain(part) in self._parts

    @property
    def size(self) -> int:
        """How many bytes the parts have, unpacked."""
        return sum(info.file_size for info in self._parts.values())

    def sheets(self) -> Iterator[tuple[str, str]]:
        """Yield the sheets' names and the parts that hold them.

        Raises UnreadableError where a sheet has no part.
        """
        names: list[tuple[str, str]] = []

        def sheet(tag: str, attributes: Mapping[str, str]) -> None:
            if tag == "sheet":
                names.append((attributes["name"], next(v for k, v in attributes.items() if k.endswith(":id"))))

        self.parse(_BOOK, sheet)
        relations = self.relations("xl/_rels/workbook.xml.rels")
        for name, id_ in names:
            _, target = relations[id_]
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if part not in self:
                raise UnreadableError(f"its sheet `{name}` is missing")
            yield name, part

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the relations in a part by id: what kind each is of, such as ``worksheet``, and where it leads.

        Raises ValueError where two have one id.
        """
        found: dict[str, tuple[str, str]] = {}

        def start(tag: str, attributes: Mapping[str, str]) -> None:
            if tag == "Relationship":
                if attributes["Id"] in found:
                    raise ValueError("two relations have one id")
                found[attributes["Id"]] = (attributes["Type"].rpartition("/")[2], attributes["Target"])

        self.parse(part, start)
        return found

    def parse(self, part: str, start: Start, end: Callable[[str], None] = lambda tag: None) -> None:
        """Call a function for each start and end of an element, named without its prefix.

        Raises KeyError where there is no such part, ValueError for a document type, ExpatError for broken XML.
        """

        def refuse(*_: object) -> None:
            raise ValueError("a document type")

        parser = ParserCreate()
        parser.StartElementHandler = lambda tag, attributes: start(tag.rpartition(":")[2], attributes)
        parser.EndElementHandler = lambda tag: end(tag.rpartition(":")[2])
        parser.StartDoctypeDeclHandler = refuse
        with self._archive.open(self._parts[_plain(part)]) as stream:
            parser.ParseFile(stream)


@contextmanager
def open_workbook(path: Path) -> Iterator[Package]:
    """Open a workbook.

    Raises UnreadableError for what is none, is damaged or larger than anything a report needs, also while it is read.
    """
    try:
        with ZipFile(path) as archive:
            package = Package(archive)
            if package.size > SIZE_LIMIT:
                raise UnreadableError("it is too large")
            if not _is_workbook(package):
                raise UnreadableError("it is no Excel workbook")
            yield package
    except _DAMAGE as error:
        raise UnreadableError("it is damaged, or protected by a password") from error


def _is_workbook(package: Package) -> bool:
    """Tell whether a package's relations name the part that is read here as its document, and no other."""
    relations = package.relations("_rels/.rels").values() if "_rels/.rels" in package else ()
    targets = {_plain(target.lstrip("/")) for kind, target in relations if kind == "officeDocument"}
    return targets == {_BOOK} and _BOOK in package


def _plain(part: str) -> str:
    return part.replace("\\", "/").casefold()
