"""For tests: what is sent to translators, and what comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import python_calamine
from workbooks import Rows, write_book

from reportgen.commands.export_translations import Wanted, plan_export, write_export
from reportgen.commands.import_translations import plan_import, write_import
from reportgen.diagnostics import Diagnostics, show

MESSAGE, SOURCE, CHANGES, PRESENT, TRANSLATION = 0, 2, 3, 4, 5
FIRST = 2
Row = list[str]


def exported(root: Path, wanted: Wanted) -> list[Path]:
    """Write the files for translators; return their paths."""
    found = Diagnostics()
    planned = plan_export(root, wanted, found)
    for one in planned:
        write_export(root, one)
    assert [show(finding) for finding in found] == []
    return [root / one.path for one in planned]


def imported(root: Path, file: Path) -> tuple[dict[str, int], list[str]]:
    """Take what came back; return how many rows had each fate, and the findings."""
    found = Diagnostics()
    incoming = plan_import(root, file, found)
    write_import(root, incoming)
    return {fate.value: number for fate, number in incoming.counts.items()}, [show(finding) for finding in found]


def rows_of(file: Path) -> list[Row]:
    """Return the rows of the sheet for translations, with its keys and heads."""
    return python_calamine.load_workbook(str(file)).get_sheet_by_name("Translations").to_python(skip_empty_area=False)


def returned(file: Path, edit: Callable[[list[Row]], list[Row]]) -> Path:
    """Write the workbook that comes back: its rows edited, its formats gone, as another program may save it."""
    rows = rows_of(file)
    sheet: Rows = [list(row) for row in [*rows[:FIRST], *edit(rows[FIRST:])]]
    return write_book(file.with_name("returned.xlsx"), {"Translations": sheet})


def catalogues(root: Path) -> dict[str, bytes]:
    """Return the catalogues as they are on disk."""
    return {path.name + path.parts[-3]: path.read_bytes() for path in sorted((root / "locales").rglob("*.po"))}
