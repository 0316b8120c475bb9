"""A workbook's sheets to the values they deliver, by the layouts of the project or by the sheet's own row of keys.

Workbooks that the tool writes (`data request`, `data export`) have a row with the keys ``id``, ``unit``, ``source``
and the periods' ids above their values: they need no layout, and may be rearranged freely.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fnmatch import fnmatchcase
from unicodedata import normalize

from msgspec import Struct

from reportgen.diagnostics import Code, Diagnostics, suggest, suggest_code
from reportgen.load.excel import Sheet, column_letter
from reportgen.load.excel_layouts import EXCEL
from reportgen.model.dataset import Dataset
from reportgen.model.incoming import Address, Cell, Delivered, Layout
from reportgen.model.project import Project
from reportgen.model.units import Unit

KEY_ID = "id"
KEY_UNIT = "unit"
KEY_SOURCE = "source"

_ROWS_TO_KEYS = 30


class _Columns(Struct, frozen=True):
    """Columns counted from 0, -1 where there is none; ``first`` is the first row below the head."""

    first: int
    indicator: int
    unit: int
    source: int
    periods: dict[str, int]
    period: int = -1
    value: int = -1


def rows_of(
    sheets: Collection[Sheet],
    layouts: Collection[Layout],
    project: Project,
    dataset: Dataset,
    diagnostics: Diagnostics,
) -> Iterator[Delivered]:
    """Yield what a workbook's sheets deliver; WORKBOOK_UNMAPPED where no sheet of it says how to be read."""
    readable = False
    for sheet in sheets:
        layout = next((one for one in layouts if _is_for(one, sheet)), None)
        if layout is not None:
            readable = True
            columns = _Finder(sheet, layout, diagnostics).columns()
            if columns is not None:
                yield from _Reader(sheet, columns, project, dataset, layout, diagnostics).rows()
        elif (columns := _columns_of_keys(sheet, project, diagnostics)) is not None:
            readable = True
            yield from _Reader(sheet, columns, project, dataset, None, diagnostics).rows()
    if sheets and not readable:
        diagnostics.error(
            Code.WORKBOOK_UNMAPPED,
            f"no sheet of `{next(iter(sheets)).book}` has a row of keys, and no layout is for it",
            None,
            f"add its sheet and columns to `{EXCEL}`, as docs/excel.md shows",
        )


def unit_named(text: str, units: dict[str, Unit], own: dict[str, str]) -> str:
    """Return the code of the unit that a workbook names by its code or wording, or an empty text."""
    if text in own:
        return own[text]
    wanted = _plain(text)
    for code, unit in units.items():
        if wanted in (_plain(code), *(_plain(word) for word in unit.column.values())):
            return code
    return ""


def _is_for(layout: Layout, sheet: Sheet) -> bool:
    file = sheet.book.replace("\\", "/").rpartition("/")[2]
    return fnmatchcase(file, layout.file) and fnmatchcase(sheet.name, layout.sheet)


def _plain(text: str) -> str:
    return "".join(normalize("NFKC", text).casefold().split())


def _columns_of_keys(sheet: Sheet, project: Project, diagnostics: Diagnostics) -> _Columns | None:
    """Return the columns that a sheet's row of keys names; UNKNOWN_PERIOD for a key that is hardly another's period."""
    for row in range(min(len(sheet.rows), _ROWS_TO_KEYS)):
        keys = {sheet.text(row, column): column for column in range(len(sheet.rows[row]))}
        periods = {period: keys[period] for period in project.periods if period in keys}
        misspelt = _misspelt(keys, project.periods) if KEY_ID in keys else {}
        for key, hint in misspelt.items():
            at = Address(sheet.book, sheet.name, f"{column_letter(keys[key])}{row + 1}")
            diagnostics.error(Code.UNKNOWN_PERIOD, f"{at}: the report has no period `{key}`", None, hint)
        if KEY_ID in keys and (periods or misspelt):
            return _Columns(row + 1, keys[KEY_ID], keys.get(KEY_UNIT, -1), keys.get(KEY_SOURCE, -1), periods)
    return None


def _misspelt(keys: Collection[str], periods: Collection[str]) -> dict[str, str]:
    """Return the keys that are hardly another than a period's, each with the hint which one."""
    hints = {key: suggest_code(key, periods) for key in keys if key not in periods}
    return {key: hint for key, hint in hints.items() if hint}


class _Finder:
    """Finds the columns that a layout names in a sheet's head."""

    def __init__(self, sheet: Sheet, layout: Layout, diagnostics: Diagnostics) -> None:
        self._sheet = sheet
        self._layout = layout
        self._diagnostics = diagnostics
        self._row = layout.head - 1
        width = len(sheet.rows[self._row]) if 0 <= self._row < len(sheet.rows) else 0
        self._heads = {_plain(sheet.text(self._row, column)): column for column in reversed(range(width))}
        self._missing = False

    def columns(self) -> _Columns | None:
        """Return the columns, or ``None`` where one is missing (WORKBOOK_UNMAPPED)."""
        layout = self._layout
        columns = _Columns(
            layout.head,
            self._at(layout.indicator),
            self._at(layout.unit),
            self._at(layout.source),
            {period: self._at(column) for period, column in layout.periods.items()},
            self._at(layout.period),
            self._at(layout.value),
        )
        return None if self._missing else columns

    def _at(self, name: str) -> int:
        if not name:
            return -1
        if name.startswith("$") and name[1:].isascii() and name[1:].isalpha():
            return _column_number(name[1:].upper())
        if _plain(name) in self._heads:
            return self._heads[_plain(name)]
        self._missing = True
        heads = [self._sheet.text(self._row, column) for column in sorted(self._heads.values())]
        self._diagnostics.error(
            Code.WORKBOOK_UNMAPPED,
            f"`{self._sheet.book}`, sheet `{self._sheet.name}`: row {self._layout.head} has no column `{name}`",
            self._layout.span,
            suggest(name, heads)
            or "name a column by its head, or by its letter as `$B`; `head` is the row of the heads",
        )
        return -1


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number - 1


class _Reader:
    """Reads the rows of a sheet."""

    def __init__(
        self,
        sheet: Sheet,
        columns: _Columns,
        project: Project,
        dataset: Dataset,
        layout: Layout | None,
        diagnostics: Diagnostics,
    ) -> None:
        self._sheet = sheet
        self._columns = columns
        self._project = project
        self._dataset = dataset
        self._names = layout.names if layout else {}
        self._units = layout.units if layout else {}
        self._diagnostics = diagnostics

    def rows(self) -> Iterator[Delivered]:
        """Yield what the rows below the head deliver."""
        for row in range(self._columns.first, len(self._sheet.rows)):
            name = self._sheet.text(row, self._columns.indicator)
            cells = self._cells(row) if name else {}
            if cells and (indicator := self._indicator(row, name)):
                yield from self._row(row, indicator, cells)

    def _row(self, row: int, indicator: str, cells: dict[str, Cell]) -> Iterator[Delivered]:
        unit, unit_at = self._unit(row)
        source = self._text(row, self._columns.source)
        latest = max(cells, key=lambda period: self._project.periods[period].end)
        for period, cell in cells.items():
            yield Delivered(indicator, period, cell, unit, unit_at, source if period == latest else "")

    def _cells(self, row: int) -> dict[str, Cell]:
        """Return the row's filled cells by period."""
        if self._columns.value >= 0:
            cell = self._sheet.cell(row, self._columns.value)
            period = self._period(row) if cell else ""
            return {period: cell} if cell and period else {}
        found = ((period, self._sheet.cell(row, column)) for period, column in self._columns.periods.items())
        return {period: cell for period, cell in found if cell is not None}

    def _indicator(self, row: int, name: str) -> str:
        """Return the row's indicator; where the layout lists names, rows that it does not list are passed over."""
        id_ = self._names.get(name, name)
        if id_ in self._dataset.indicators:
            return id_
        if not self._names or name in self._names:
            self._diagnostics.error(
                Code.UNKNOWN_REFERENCE,
                f"{self._address(row, self._columns.indicator)}: there is no indicator `{id_}`",
                None,
                suggest(id_, self._dataset.indicators) or f"list the rows to read under `names` in `{EXCEL}`",
            )
        return ""

    def _period(self, row: int) -> str:
        """Return the period that a cell names by its id or label."""
        text = self._sheet.text(row, self._columns.period)
        periods = self._project.periods
        by_label = {period.label: id_ for id_, period in reversed(periods.items())}
        found = text if text in periods else by_label.get(text, "")
        if not found:
            self._diagnostics.error(
                Code.UNKNOWN_PERIOD,
                f"{self._address(row, self._columns.period)}: the report has no period `{text}`",
                None,
                suggest(text, (*periods, *by_label)) or f"the periods are {', '.join(f'`{id_}`' for id_ in periods)}",
            )
        return found

    def _unit(self, row: int) -> tuple[str, Address | None]:
        text = self._text(row, self._columns.unit)
        if not text:
            return "", None
        at = self._address(row, self._columns.unit)
        code = unit_named(text, self._dataset.units, self._units)
        if not code:
            hint = suggest_code(text, self._dataset.units) or f"say which unit it is under `units` in `{EXCEL}`"
            self._diagnostics.error(Code.UNKNOWN_UNIT, f"{at}: unknown unit `{text}`", None, hint)
        return code, at

    def _text(self, row: int, column: int) -> str:
        return self._sheet.text(row, column) if column >= 0 else ""

    def _address(self, row: int, column: int) -> Address:
        return Address(self._sheet.book, self._sheet.name, f"{column_letter(column)}{row + 1}")
