"""What workbooks bring: cells with their addresses, the values that they deliver, the changes that come of them."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from reportgen.diagnostics import Span
from reportgen.model.dataset import Fact, Source


class Address(Struct, frozen=True):
    """A cell of a workbook."""

    book: str
    sheet: str
    cell: str

    def __str__(self) -> str:
        return f"`{self.book}`, sheet `{self.sheet}`, cell {self.cell}"


class Shown(Struct, frozen=True):
    """How Excel shows a number: with so many decimals at least and at most, and whether as per cent."""

    least: int
    most: int
    percent: bool = False


class Cell(Struct, frozen=True):
    """A cell's content: a number, or text. ``shown`` is ``None`` where no number format fixes the digits.

    ``fault`` says what stands in the cell instead of a number or text, such as a date or ``#DIV/0!``.
    """

    at: Address
    content: Decimal | str
    shown: Shown | None = None
    fault: str = ""


class Delivered(Struct, frozen=True):
    """What a workbook states for an indicator and period. ``unit`` and ``source`` are empty where it names none."""

    indicator: str
    period: str
    cell: Cell
    unit: str
    unit_at: Address | None
    source: str


class Revision(Struct, frozen=True):
    """A value that is to be filed in place of another, or of none; with ``source`` where the workbook names a new one.

    ``exact`` is the number in the cell where Excel shows fewer digits of it.
    """

    indicator: str
    period: str
    old: Fact | None
    new: Decimal
    at: Address
    source: Source | None = None
    exact: Decimal | None = None


class Layout(Struct, frozen=True):
    """How the sheets of a workbook are laid out: columns named by their heads, or by letter as ``$B``.

    ``periods`` has the column of each period; where they are empty, ``period`` and ``value`` are the columns of sheets
    with a row for each value. ``names`` takes a department's names to indicators, ``units`` its units to codes.
    """

    file: str
    sheet: str
    head: int
    indicator: str
    unit: str
    source: str
    periods: dict[str, str]
    period: str
    value: str
    names: dict[str, str]
    units: dict[str, str]
    span: Span
