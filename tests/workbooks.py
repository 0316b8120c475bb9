"""Workbooks for tests: sheets of rows in, a file out."""

from __future__ import annotations

from pathlib import Path

import xlsxwriter
from msgspec import Struct


class Shown(Struct, frozen=True):
    """A number with a number format, or a formula with its result."""

    value: float
    format: str = "General"
    formula: str = ""


Rows = list[list[str | float | bool | Shown | None]]


def write_book(path: Path, sheets: dict[str, Rows]) -> Path:
    """Write a workbook."""
    book = xlsxwriter.Workbook(str(path))
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                match cell:
                    case Shown(value, form, formula) if formula:
                        sheet.write_formula(row, column, formula, book.add_format({"num_format": form}), value)
                    case Shown(value, form):
                        sheet.write_number(row, column, value, book.add_format({"num_format": form}))
                    case bool():
                        sheet.write_boolean(row, column, cell)
                    case str():
                        sheet.write_string(row, column, cell)
                    case int() | float():
                        sheet.write_number(row, column, cell)
    book.close()
    return path
