"""How Excel shows the numbers of a workbook: what python-calamine does not tell.

The parts of an ``.xlsx`` package in, per sheet the number format and the error values by cell out. Excel's own parts
have no document type; one that has is refused, so that entities cannot grow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile

from msgspec import Struct, field

from reportgen.model.cell_names import column_number
from reportgen.model.incoming import Shown

SIZE_LIMIT = 256 * 1024 * 1024
"""The most bytes of an unpacked workbook."""
AREA_LIMIT = 4_000_000
"""The most cells from A1 to a sheet's last: a single cell at the far corner would be a table of 17 billion."""

_BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"}
_BUILT_IN |= {37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00"}
_BUILT_IN |= {41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00"}
_WORDS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DIGITS = re.compile(r"[^0#?.,]*[0#?,]*[0#?](?:\.([0#?]*))?[^0#?.,]*")
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class UnreadableError(Exception):
    """A workbook cannot be read; the text says why."""


class SheetFormats(Struct):
    """Number formats and error values by cell, such as ``C7``, and the cells with a formula."""

    shown: dict[str, Shown] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    formulas: set[str] = field(default_factory=set)


def read_formats(path: Path) -> dict[str, SheetFormats]:
    """Return the formats of a workbook's sheets by name.

    Raises:
        UnreadableError: it is no package of Excel's, or larger than anything a report needs.
    """
    with _package(path) as package:
        if sum(info.file_size for info in package.infolist()) > SIZE_LIMIT:
            raise UnreadableError("it is too large")
        if "xl/workbook.xml" not in package.namelist():
            raise UnreadableError("it is no Excel workbook")
        styles = _styles(package)
        return {name: _sheet(package, part, styles) for name, part in _sheets(package)}


def shown_by(code: str) -> Shown | None:
    """Return how a number format shows numbers, or ``None`` where it does not fix the digits (General, text, dates)."""
    bare = _WORDS.sub("", code).split(";")[0]
    match = _DIGITS.fullmatch(bare)
    if match is None or re.search(r"[A-Za-z@/]", bare) or bare.rstrip(" %").endswith(","):
        return None
    decimals = match[1] or ""
    return Shown(decimals.count("0"), len(decimals), "%" in bare)


@contextmanager
def _package(path: Path) -> Iterator[ZipFile]:
    try:
        with ZipFile(path) as package:
            yield package
    except (BadZipFile, ExpatError, KeyError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise UnreadableError("it is damaged, or protected by a password") from error


def _sheets(package: ZipFile) -> Iterator[tuple[str, str]]:
    """Yield the sheets' names and the parts that hold them."""
    parts: dict[str, str] = {}
    names: list[tuple[str, str]] = []

    def relation(tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "Relationship":
            parts[attributes["Id"]] = attributes["Target"]

    def sheet(tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "sheet":
            names.append((attributes["name"], next(v for k, v in attributes.items() if k.endswith(":id"))))

    _parse(package, "xl/_rels/workbook.xml.rels", relation)
    _parse(package, "xl/workbook.xml", sheet)
    for name, id_ in names:
        target = parts.get(id_, "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part in package.namelist() and "worksheets" in part:
            yield name, part


def _styles(package: ZipFile) -> list[Shown | None]:
    """Return how the cell styles show numbers, by their index."""
    codes = dict(_BUILT_IN)
    styles: list[Shown | None] = []
    inside = [""]

    def element(tag: str, attributes: Mapping[str, str]) -> None:
        if tag in ("cellXfs", "cellStyleXfs", "dxfs"):
            inside[0] = tag
        elif tag == "numFmt" and inside[0] != "dxfs":
            codes[int(attributes["numFmtId"])] = attributes["formatCode"]
        elif tag == "xf" and inside[0] == "cellXfs":
            styles.append(shown_by(codes.get(int(attributes.get("numFmtId", "0")), "General")))

    if "xl/styles.xml" in package.namelist():
        _parse(package, "xl/styles.xml", element)
    return styles


def _sheet(package: ZipFile, part: str, styles: list[Shown | None]) -> SheetFormats:
    formats = SheetFormats()
    cell = [""]
    error = [False]
    corner = [0, 0]

    def element(tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "c":
            cell[0], error[0] = attributes.get("r", ""), attributes.get("t") == "e"
            style = int(attributes.get("s", "0"))
            shown = styles[style] if style < len(styles) else None
            if shown is not None:
                formats.shown[cell[0]] = shown
        elif tag == "f":
            formats.formulas.add(cell[0])
        elif tag in ("v", "is"):
            _stretch(corner, cell[0])
            if error[0]:
                formats.errors[cell[0]] = "an error value"

    _parse(package, part, element)
    if corner[0] * corner[1] > AREA_LIMIT:
        raise UnreadableError(f"a sheet has cells in row {corner[0]} and column {corner[1]}: it is too large")
    return formats


def _stretch(corner: list[int], cell: str) -> None:
    """Stretch a corner, row and column, to a cell."""
    match = _CELL.fullmatch(cell)
    if match:
        corner[0], corner[1] = max(corner[0], int(match[2])), max(corner[1], column_number(match[1]) + 1)


def _parse(package: ZipFile, part: str, element: Callable[[str, Mapping[str, str]], None]) -> None:
    def refuse(*_: object) -> None:
        raise ValueError("a document type")

    parser = ParserCreate()
    parser.StartElementHandler = lambda tag, attributes: element(tag.rpartition(":")[2], attributes)
    parser.StartDoctypeDeclHandler = refuse
    with package.open(part) as stream:
        parser.ParseFile(stream)
