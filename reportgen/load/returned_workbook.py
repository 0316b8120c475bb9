"""A workbook that a translator filled in to its rows.

Rows may be sorted, filtered or deleted, and columns added: these are found by the keys in a row near the top. A formula
is never taken for a translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from reportgen.diagnostics import Code, Diagnostics
from reportgen.load.excel import Sheet, read_workbook
from reportgen.model.cell_names import cell_name
from reportgen.model.exchange import Returned
from reportgen.model.exchange_columns import (
    CATALOGUE,
    MESSAGE,
    NEEDED,
    SOURCE,
    SOURCE_DIGEST,
    STATE,
    TRANSLATION,
)

_KEYS_WITHIN = 20
"""The row with the keys is among so many first."""
_ROW_LIMIT = 100_000
_CATALOGUE = re.compile(r"locales/([A-Za-z_]{2,20})/LC_MESSAGES/[A-Za-z0-9_-]+\.po")


def read_returned(path: Path, name: str, diagnostics: Diagnostics) -> tuple[Returned, ...]:
    """Return the rows of a workbook that findings call ``name``; none with a finding where it cannot be read.

    Raises ReportError where the extra is not installed.
    """
    before = len(diagnostics)
    sheets = read_workbook(path, name, diagnostics)
    found = [(sheet, keys) for sheet in sheets if (keys := _keys(sheet))]
    if not found and len(diagnostics) == before:
        hint = "ask for the workbook that `reportgen translate export` wrote, with its hidden first row and columns"
        needed = ", ".join(f"`{key}`" for key in NEEDED)
        message = f"`{name}` cannot be read: no sheet has a row with {needed}"
        diagnostics.error(Code.EXCHANGE_UNREADABLE, message, None, hint)
    return tuple(row for sheet, (head, columns) in found for row in _rows(sheet, head, columns, diagnostics))


def _keys(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    """Return the row of the keys and the column of each."""
    for at, cells in enumerate(sheet.rows[:_KEYS_WITHIN]):
        columns = {cell.strip(): column for column, cell in reversed([*enumerate(cells)]) if isinstance(cell, str)}
        if all(key in columns for key in NEEDED):
            return at, {key: columns[key] for key in NEEDED}
    return None


def _rows(sheet: Sheet, head: int, columns: dict[str, int], diagnostics: Diagnostics) -> Iterator[Returned]:
    if len(sheet.rows) > _ROW_LIMIT:
        message = f"`{sheet.book}` has {len(sheet.rows):,} rows, more than the {_ROW_LIMIT:,} that are read"
        diagnostics.error(Code.EXCHANGE_UNREADABLE, message, None, "delete the rows below the last message")
        return
    for row in range(head + 1, len(sheet.rows)):
        texts = {key: _text(sheet, row, column) for key, column in columns.items()}
        catalogue = _CATALOGUE.fullmatch(texts[CATALOGUE])
        if catalogue:
            yield _returned(sheet, row, columns[TRANSLATION], texts, catalogue[1])
        elif texts[TRANSLATION] and row > head + 1:
            place = _place(sheet, row, columns[TRANSLATION])
            message = f"{place}: the row does not say which catalogue its translation is for"
            hint = "copy the translation into the message's own row"
            diagnostics.error(Code.EXCHANGE_UNREADABLE, message, None, hint)


def _returned(sheet: Sheet, row: int, column: int, texts: dict[str, str], locale: str) -> Returned:
    cell = sheet.cell(row, column)
    fault = "" if cell is None else cell.fault
    if (row, column) in sheet.formats.formulas:
        fault = "a formula"
    elif cell is not None and not fault and not isinstance(cell.content, str):
        fault = "a number"
    return Returned(
        place=_place(sheet, row, column),
        name=texts[MESSAGE],
        locale=locale,
        source=texts[SOURCE_DIGEST],
        state=texts[STATE],
        shown=texts[SOURCE],
        text=texts[TRANSLATION],
        fault=fault,
    )


def _text(sheet: Sheet, row: int, column: int) -> str:
    found = sheet.rows[row][column] if column < len(sheet.rows[row]) else ""
    return found if isinstance(found, str) else str(found)


def _place(sheet: Sheet, row: int, column: int) -> str:
    return f"`{sheet.book}`, {sheet.name}!{cell_name(row, column)}"
