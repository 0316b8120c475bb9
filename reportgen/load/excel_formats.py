"""How Excel shows the numbers of a workbook: what python-calamine does not tell.

The parts of an ``.xlsx`` package in, per sheet the number format and the error values by cell out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from reportgen.load.excel_package import Package, UnreadableError, open_workbook
from reportgen.model.cell_names import column_number
from reportgen.model.incoming import Shown

AREA_LIMIT = 4_000_000
"""The most cells from A1 to a sheet's last: a single cell at the far corner would be a table of 17 billion."""

_BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"}
_BUILT_IN |= {37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00"}
_BUILT_IN |= {41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00"}
_LONGEST = 255
"""The most characters of a number format."""
_WORDS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DIGITS = re.compile(r"[^0#?.,]*[0#?,]*[0#?](?:\.([0#?]*))?[^0#?.,]*")
_CELL = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")

Place = tuple[int, int]
"""The row and the column of a cell, counted from 0."""


class SheetFormats(Struct):
    """Number formats and error values by cell, and the cells with a formula."""

    shown: dict[Place, Shown] = field(default_factory=dict)
    errors: dict[Place, str] = field(default_factory=dict)
    formulas: set[Place] = field(default_factory=set)


def read_formats(path: Path) -> dict[str, SheetFormats]:
    """Return the formats of a workbook's sheets by name.

    Raises:
        UnreadableError: it is no package of Excel's, or larger than anything a report needs.
    """
    with open_workbook(path) as package:
        styles = _styles(package)
        return {name: _formats(package, part, styles) for name, part in package.sheets()}


def shown_by(code: str) -> Shown | None:
    """Return how a number format shows numbers, or ``None`` where it does not fix the digits (General, text, dates)."""
    bare = _WORDS.sub("", code).split(";")[0]
    match = _DIGITS.fullmatch(bare)
    if match is None or len(code) > _LONGEST or re.search(r"[A-Za-z@/]", bare) or bare.rstrip(" %").endswith(","):
        return None
    decimals = match[1] or ""
    return Shown(decimals.count("0"), len(decimals), "%" in bare)


def _styles(package: Package) -> list[Shown | None]:
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

    if "xl/styles.xml" in package:
        package.parse("xl/styles.xml", element)
    return styles


class _Sheet:
    """Takes a sheet's elements, and counts rows and cells that do not say where they stand."""

    def __init__(self, styles: list[Shown | None]) -> None:
        self.formats = SheetFormats()
        self._styles = styles
        self._row = self._column = 0
        self._at = (0, 0)
        self._wrong = False
        self._rows = self._columns = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        if tag == "row":
            self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row
        elif tag == "c":
            self._begin(attributes)
        elif tag == "f":
            self.formats.formulas.add(self._at)
        elif tag in ("v", "is"):
            self._fill()

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if tag == "row":
            self._row, self._column = self._row + 1, 0
        elif tag == "c":
            self._column += 1

    def check_area(self) -> None:
        """Raise UnreadableError where the cells with a content reach further than any report needs."""
        if self._rows * self._columns > AREA_LIMIT:
            raise UnreadableError(f"a sheet has cells in row {self._rows} and column {self._columns}: it is too large")

    def _begin(self, attributes: Mapping[str, str]) -> None:
        self._at = _place(attributes["r"]) if "r" in attributes else (self._row, self._column)
        self._column = self._at[1]
        self._wrong = attributes.get("t") == "e"
        style = int(attributes.get("s", "0"))
        shown = self._styles[style] if 0 <= style < len(self._styles) else None
        if shown is not None:
            self.formats.shown[self._at] = shown

    def _fill(self) -> None:
        row, column = self._at
        self._rows, self._columns = max(self._rows, row + 1), max(self._columns, column + 1)
        if self._wrong:
            self.formats.errors[self._at] = "an error value"


def _formats(package: Package, part: str, styles: list[Shown | None]) -> SheetFormats:
    sheet = _Sheet(styles)
    package.parse(part, sheet.start, sheet.end)
    sheet.check_area()
    return sheet.formats


def _place(name: str) -> Place:
    """Return where a cell stands that is named such as ``C7``."""
    match = _CELL.fullmatch(name)
    if match is None:
        raise ValueError("no cell's name")
    return int(match[2]) - 1, column_number(match[1].upper())
