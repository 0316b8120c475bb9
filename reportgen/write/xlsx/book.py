"""A workbook in the house's style. The only user of ``xlsxwriter``, which comes with the extra `excel`.

Sheets of tables in, bytes out: the same tables make the same bytes. Every text is written as text, so that none can
become a formula.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from msgspec import Struct

from reportgen.diagnostics import Code, fail

_NAME_LIMIT = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - no clock: the same data make the same bytes
FONT = {"font_name": "Arial", "font_size": 10, "valign": "top"}
INK = "#1F2A37"
HEAD = {"bold": True, "font_color": "#FFFFFF", "bg_color": "#17375E", "text_wrap": True, "valign": "vcenter"}
_KEYS = {"font_size": 8, "font_color": "#8A94A3", "italic": True}
LINE = {"bottom": 1, "bottom_color": "#D5DAE1"}
INPUT = {"bg_color": "#FFF6D6", "border": 1, "border_color": "#C9A227"}
_TITLE_ROWS = 3
FIRST_ROW = _TITLE_ROWS + 2
"""The first row of cells, counted from 0: title, subtitle, an empty row, heads and keys stand above."""
_WIDEST_PAGE = 9  # A4


class Number(Struct, frozen=True):
    """A number with a format of Excel's, such as ``#,##0.00``."""

    value: Decimal
    format: str


class Formula(Struct, frozen=True):
    """A formula with the number that it gives now."""

    text: str
    value: Decimal
    format: str


class Link(Struct, frozen=True):
    """Words that lead to a sheet."""

    text: str
    sheet: str


Cell = str | Number | Formula | Link | None


class Column(Struct, frozen=True):
    """A column: its head, its key for the import (or none), its width in characters, whether it is to be filled in."""

    head: str
    width: float
    key: str = ""
    fill_in: bool = False


class Table(Struct, frozen=True):
    """A sheet: a title and a line below it, the columns, the rows. The first ``frozen`` columns stay in sight."""

    sheet: str
    title: str
    subtitle: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    frozen: int = 0


def workbook(title: str, company: str, tables: Sequence[Table]) -> bytes:
    """Return the workbook of some tables.

    Raises ReportError where the extra is not installed.
    """
    stream = BytesIO()
    book = new_book(stream, title, company)
    styles = _Styles(book)
    for table in tables:
        _Writer(book.add_worksheet(table.sheet), styles, table).write()
    book.close()
    return stream.getvalue()


def new_book(stream: BytesIO, title: str, company: str) -> Any:
    """Return an empty workbook that is written to a stream when it is closed.

    Raises ReportError where the extra is not installed.
    """
    book = _library().Workbook(stream, {"in_memory": True})
    book.set_properties({"title": title, "company": company, "author": company, "created": _CREATED})
    return book


def sheet_name(text: str, taken: Sequence[str]) -> str:
    """Return a text as the name of a sheet: short enough, without what Excel forbids, unlike the others."""
    name = base = _FORBIDDEN.sub("_", text).strip("'")[:_NAME_LIMIT] or "Sheet"
    number = 2
    while name.casefold() in (other.casefold() for other in taken):
        name = f"{base[: _NAME_LIMIT - 3]} {number}"
        number += 1
    return name


def number_format(value: Decimal) -> str:
    """Return the number format that shows a number with exactly its digits."""
    decimals = max(0, -int(value.as_tuple().exponent))
    return "#,##0." + "0" * decimals if decimals else "#,##0"


def _library() -> Any:
    try:
        import xlsxwriter  # noqa: PLC0415 - an extra, and only needed here
    except ImportError as error:
        raise fail(
            Code.EXTRA_MISSING,
            "writing Excel workbooks needs the package `xlsxwriter`, which is not installed",
            None,
            f"install it for the Python that runs reportgen: `{sys.executable} -m pip install xlsxwriter`",
        ) from error
    return xlsxwriter


class _Styles:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def get(self, **properties: Any) -> Any:
        """Return a format."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({**FONT, "font_color": INK, **properties})
        return self._made[key]


class _Writer:
    """Writes a table to its sheet."""

    def __init__(self, sheet: Any, styles: _Styles, table: Table) -> None:
        self._sheet = sheet
        self._styles = styles
        self._table = table

    def write(self) -> None:
        self._set_page()
        table = self._table
        self._sheet.write_string(0, 0, table.title, self._styles.get(bold=True, font_size=16))
        self._sheet.write_string(1, 0, table.subtitle, self._styles.get(font_color="#5B6675"))
        head, keys = self._styles.get(**HEAD), self._styles.get(**_KEYS)
        for at, column in enumerate(table.columns):
            self._sheet.set_column(at, at, column.width)
            self._sheet.write_string(_TITLE_ROWS, at, column.head, head)
            if column.key:
                self._sheet.write_string(_TITLE_ROWS + 1, at, column.key, keys)
        for row, cells in enumerate(table.rows, FIRST_ROW):
            for at, cell in enumerate(cells):
                self._write_cell(row, at, cell)

    def _set_page(self) -> None:
        sheet, table = self._sheet, self._table
        sheet.hide_gridlines(2)
        sheet.set_row(0, 26)
        sheet.set_row(_TITLE_ROWS, 30)
        sheet.freeze_panes(FIRST_ROW, table.frozen)
        sheet.set_landscape()
        sheet.set_paper(_WIDEST_PAGE)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_TITLE_ROWS)
        sheet.set_footer("&L&A&R&P / &N")
        if table.rows:
            last = FIRST_ROW + len(table.rows) - 1
            sheet.autofilter(FIRST_ROW - 1, 0, last, len(table.columns) - 1)

    def _write_cell(self, row: int, column: int, cell: Cell) -> None:
        line = INPUT if self._table.columns[column].fill_in else LINE
        match cell:
            case Number(value, form):
                self._sheet.write_number(row, column, float(value), self._styles.get(num_format=form, **line))
            case Formula(text, value, form):
                style = self._styles.get(num_format=form, **line)
                self._sheet.write_formula(row, column, text, style, float(value))
            case Link(text, sheet):
                target = "internal:'" + sheet.replace("'", "''") + "'!A1"
                style = self._styles.get(font_color="#17375E", underline=1, **line)
                self._sheet.write_url(row, column, target, style, text)
            case str(text) if text:
                self._sheet.write_string(row, column, text, self._styles.get(text_wrap=True, **line))
            case _:
                self._sheet.write_blank(row, column, None, self._styles.get(**line))
