"""The units that tables ask for, held against what their rows measure: UNIT_MISMATCH."""

from __future__ import annotations

from msgspec.structs import replace

from reportgen.diagnostics import Code, Diagnostics
from reportgen.model.dataset import Dataset, GroupOf, PledgeRow, RowOf, TableOf
from reportgen.model.units import UNKNOWN, converts


def with_fitting_units(table: TableOf, dataset: Dataset, diagnostics: Diagnostics) -> TableOf:
    """Return a table whose rows ask for no unit that they cannot be given in. Its rows' indicators are known."""
    asked = tuple(code for name in table.columns if (code := unit_of_column(name)))
    return replace(table, rows=tuple(_fitting(row, asked, dataset, diagnostics) for row in table.rows))


def unit_of_column(name: str) -> str:
    """Return the unit that a column such as `current:GJ` asks for, or nothing."""
    kind, _, unit = name.partition(":")
    return "" if kind == "target" else unit


def _fitting(
    row: RowOf | GroupOf | PledgeRow, asked: tuple[str, ...], dataset: Dataset, diagnostics: Diagnostics
) -> RowOf | GroupOf | PledgeRow:
    match row:
        case GroupOf(rows=rows):
            return replace(row, rows=tuple(_of_indicator(inner, asked, dataset, diagnostics) for inner in rows))
        case RowOf():
            return _of_indicator(row, asked, dataset, diagnostics)
    return row


def _of_indicator(row: RowOf, asked: tuple[str, ...], dataset: Dataset, diagnostics: Diagnostics) -> RowOf:
    own = dataset.units[dataset.indicators[row.indicator].unit]
    for code in (*asked, row.unit):
        if code and own.code != UNKNOWN and not converts(own, dataset.units[code]):
            alike = ", ".join(f"`{unit.code}`" for unit in dataset.units.values() if converts(own, unit))
            diagnostics.error(
                Code.UNIT_MISMATCH,
                f"`{row.indicator}` is in `{own.code}`, which `{code}` does not measure",
                row.span,
                f"it can be given in {alike}",
            )
    return row if not row.unit or converts(own, dataset.units[row.unit]) else replace(row, unit="")
