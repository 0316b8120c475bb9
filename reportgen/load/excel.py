"""Excel workbooks to sheets of cells. The only user of ``python_calamine``, which comes with the extra `excel`."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, time, timedelta
from decimal import Context, Decimal
from math import isfinite
from pathlib import Path
from typing import Any

from msgspec import Struct

from reportgen.diagnostics import Code, Diagnostics, fail
from reportgen.load.excel_formats import SheetFormats, read_formats
from reportgen.load.excel_package import UnreadableError
from reportgen.model.cell_names import cell_name
from reportgen.model.decimals import shortest
from reportgen.model.incoming import Address, Cell

_ZIPPED = (".xlsx", ".xlsm")
_SUFFIXES = (*_ZIPPED, ".xls")
_SIZE_LIMIT = 64 * 1024 * 1024
_EXCEL_DIGITS = Context(prec=15)
"""Excel reckons with binary numbers and shows 15 digits of them: 0.1 + 0.2 is 0.3."""


class Sheet(Struct, frozen=True):
    """A sheet: what stands in its cells, row by row from A1."""

    book: str
    name: str
    rows: list[list[Any]]
    formats: SheetFormats

    def cell(self, row: int, column: int) -> Cell | None:
        """Return a cell, counted from 0, or ``None`` where it is empty."""
        found = self.rows[row][column] if row < len(self.rows) and column < len(self.rows[row]) else ""
        at = Address(self.book, self.name, cell_name(row, column))
        if (row, column) in self.formats.errors:
            return Cell(at, "", fault=self.formats.errors[row, column])
        match found:
            case bool() | date() | time() | timedelta():
                kind = "true or false" if isinstance(found, bool) else "a date or time"
                return Cell(at, str(found), fault=kind)
            case float() if not isfinite(found):
                return Cell(at, "", fault="no finite number")
            case int() | float():
                return Cell(at, exact(found), self.formats.shown.get((row, column)))
            case str() if found.strip():
                return Cell(at, found.strip())
        return None

    def text(self, row: int, column: int) -> str:
        """Return a cell's text, a whole number without a point; empty where there is none."""
        cell = self.cell(row, column)
        if cell is None:
            return ""
        if isinstance(cell.content, str):
            return " ".join(cell.content.split())
        whole = cell.content == cell.content.to_integral_value()
        return f"{cell.content:.0f}" if whole else f"{cell.content:f}"


def exact(number: float) -> Decimal:
    """Return the number that Excel means by a binary one."""
    return shortest(_EXCEL_DIGITS.create_decimal(Decimal(repr(number))))


def read_workbook(path: Path, book: str, diagnostics: Diagnostics) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook, which messages call ``book``; none with a finding where it cannot be read.

    Raises ReportError where the extra is not installed.
    """
    calamine = _calamine()
    reason = _refusal(path)
    if not reason:
        try:
            formats = read_formats(path) if path.suffix.lower() in _ZIPPED else defaultdict(SheetFormats)
            return tuple(_sheets(calamine, path, book, formats))
        except (UnreadableError, OSError) as error:
            reason = getattr(error, "strerror", None) or str(error)
    code = Code.WORKBOOK_UNREADABLE if path.exists() else Code.FILE_MISSING
    diagnostics.error(code, f"`{book}` cannot be read: {reason}", None, _hint(path))
    return ()


def _calamine() -> Any:
    try:
        import python_calamine  # noqa: PLC0415 - an extra, and only needed here
    except ImportError as error:
        raise fail(
            Code.EXTRA_MISSING,
            "reading Excel workbooks needs the package `python-calamine`, which is not installed",
            None,
            f"install it for the Python that runs reportgen: `{sys.executable} -m pip install python-calamine`",
        ) from error
    return python_calamine


def _refusal(path: Path) -> str:
    if not path.exists():
        return "it does not exist"
    if path.suffix.lower() not in _SUFFIXES:
        return "it is no Excel workbook"
    return "it is too large" if path.stat().st_size > _SIZE_LIMIT else ""


def _hint(path: Path) -> str:
    if not path.exists():
        return "check the name; paths are relative to the folder you are in"
    return "open it in Excel and save it as .xlsx, without a password"


def _sheets(calamine: Any, path: Path, book: str, formats: Mapping[str, SheetFormats]) -> Iterator[Sheet]:
    try:
        with calamine.load_workbook(str(path)) as workbook:
            for meta in workbook.sheets_metadata:
                if meta.typ == calamine.SheetTypeEnum.WorkSheet:
                    rows = workbook.get_sheet_by_name(meta.name).to_python(skip_empty_area=False)
                    yield Sheet(book, meta.name, rows, formats[meta.name])
    except (calamine.CalamineError, KeyError) as error:
        raise UnreadableError("it is damaged, or protected by a password") from error
    except BaseException as error:
        # A panic in the library's Rust is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise UnreadableError("it is damaged") from error
