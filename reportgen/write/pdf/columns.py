"""The widths of a table's columns: numbers get what their longest needs, units theirs, texts share the rest.

What goes in: a table of the story. What comes out: the columns' edges on the page and, for numeric columns, where the
decimal point stands and where a head ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from reportgen.model.flow import Cell, Items, Paragraph, Table
from reportgen.model.theme import TableStyle
from reportgen.write.pdf.figures import TWO_DECIMALS, Figure, figure_of, marks_width, text_width
from reportgen.write.pdf.parts import Measure
from reportgen.write.pdf.press import Press

_RIGHT, _LEFT = 1, 3
"""Places in a padding: top, right, bottom, left."""

_SLACK = 0.5
_EVEN_OUT = 0.6
"""The exponent that keeps a long column from taking all the room of the short ones."""


@dataclass(frozen=True, slots=True)
class Numeric:
    """A numeric column: the distances of the decimal point and of a head's end from the column's right edge."""

    point: float
    head: float


@dataclass(frozen=True, slots=True)
class Want:
    """What a column wants, in points: its widest piece, a width at which no row grows, and one that breaks no line."""

    widest: float
    natural: float
    whole: float


@dataclass(frozen=True, slots=True)
class Columns:
    """``edges`` are the left edges of the columns and the right edge of the last, on the page.

    ``overfull`` says that there is no room for all of the columns' numbers.
    """

    edges: tuple[float, ...]
    numeric: dict[int, Numeric]
    overfull: bool = False

    def box(self, cell: Cell) -> tuple[float, float]:
        """Return the left edge and the width of a cell."""
        left = self.edges[cell.column]
        return left, self.edges[min(cell.column + cell.columns, len(self.edges) - 1)] - left


def columns_of(press: Press, table: Table, kin: Iterable[Table], left: float, width: float) -> Columns:
    """Return the columns of a table that begins at ``left`` and is ``width`` wide.

    ``kin`` are the tables, itself among them, that are to have the same columns.
    """
    style = press.theme.tables[table.style]
    alike = tuple(kin)
    cells = [[cell for each in alike for cell in _single(each, column)] for column in range(len(table.columns))]
    numeric = {
        column: _numeric(press, cells[column], style)
        for column, kind in enumerate(table.columns)
        if kind in ("number", "current")
    }
    if table.widths:
        widths = [width * share / sum(table.widths) for share in table.widths]
    else:
        widths = _by_content(press, table, style, cells, numeric, width)
    overfull = any(
        widths[column] < max(_whole_widths(press, cells[column], style), default=0.0) + place.point - _SLACK
        for column, place in numeric.items()
    )
    return Columns(tuple(accumulate(widths, initial=left)), numeric, overfull)


def _single(table: Table, column: int) -> list[Cell]:
    """Return the cells that stand in one column alone, heads first."""
    return [c for row in (*table.head, *table.body) for c in row.cells if c.column == column and c.columns == 1]


def _numeric(press: Press, cells: list[Cell], style: TableStyle) -> Numeric:
    figures = [figure for cell in cells if (figure := figure_of(cell)) and _is_body(cell, style)]
    after = max((_after_point(press, figure) for figure in figures), default=0.0)
    two = max((text_width(press, figure, TWO_DECIMALS) for figure in figures), default=0.0)
    right = style.cell_padding[_RIGHT]
    return Numeric(right + after, right + after - min(after, two))


def _is_body(cell: Cell, style: TableStyle) -> bool:
    return isinstance(cell.content[0], Paragraph) and cell.content[0].style != style.head


def _after_point(press: Press, figure: Figure) -> float:
    return text_width(press, figure, figure.fraction) + marks_width(press, figure)


def _by_content(
    press: Press, table: Table, style: TableStyle, cells: list[list[Cell]], numeric: dict[int, Numeric], width: float
) -> list[float]:
    wants = [_want(press, cells[column], style) for column in range(len(table.columns))]
    widths: dict[int, float] = {}
    for column, kind in enumerate(table.columns):
        if column in numeric:
            widths[column] = _numeric_width(press, cells[column], style, numeric[column], width / len(table.columns))
        elif kind == "unit":
            widths[column] = min(wants[column].whole, press.theme.measures["unit-most"])
    texts = [column for column in range(len(table.columns)) if column not in widths]
    if not texts:
        return _squeezed([widths[column] for column in range(len(table.columns))], width)
    least = press.theme.measures["text-column-least"]
    rest = width - sum(widths.values())
    if rest < sum(min(wants[column].widest, least) for column in texts):
        return _squeezed([widths.get(column, min(want.widest, least)) for column, want in enumerate(wants)], width)
    widths.update(zip(texts, share(rest, [wants[column] for column in texts], least), strict=True))
    return [widths[column] for column in range(len(table.columns))]


def _squeezed(widths: list[float], width: float) -> list[float]:
    """Return widths that are too wide together, each narrower by the same factor."""
    return [each * width / sum(widths) for each in widths]


def _numeric_width(press: Press, cells: list[Cell], style: TableStyle, numeric: Numeric, most: float) -> float:
    """Return the width of a column of numbers; where they need less, it is not made wider than ``most``."""
    width = min(press.theme.measures["number-column-least"], most)
    head_most = press.theme.measures["number-head-most"]
    for whole in _whole_widths(press, cells, style):
        width = max(width, style.cell_padding[_LEFT] + whole + numeric.point)
    for cell in cells:
        if figure_of(cell) is None or not _is_body(cell, style):
            want = measure_content(press, cell)
            wide = max(want.widest, min(want.natural, head_most))
            width = max(width, wide + style.cell_padding[_LEFT] + numeric.head)
    return width


def _whole_widths(press: Press, cells: list[Cell], style: TableStyle) -> Iterator[float]:
    """Yield the widths of a column's numbers up to their points."""
    for cell in cells:
        figure = figure_of(cell)
        if figure and _is_body(cell, style):
            yield text_width(press, figure, figure.whole)


def _want(press: Press, cells: list[Cell], style: TableStyle) -> Want:
    """Return what a column's cells want with their padding. What spans rows may break into as many lines at no cost."""
    padding = style.cell_padding[_LEFT] + style.cell_padding[_RIGHT] + _SLACK
    widest = natural = whole = 0.0
    for cell in cells:
        measure, indent = measure_content(press, cell), indent_of(press, cell, style)
        widest = max(widest, measure.widest + indent)
        natural = max(natural, measure.natural / cell.rows + indent)
        whole = max(whole, measure.natural + indent)
    return Want(widest + padding, max(natural, widest) + padding, whole + padding)


def indent_of(press: Press, cell: Cell, style: TableStyle) -> float:
    """Return how far a cell's text is indented by its role."""
    match cell.role:
        case "child":
            return style.child_indent
        case "achieved" | "missed":
            return press.theme.measures["tick"] + press.theme.measures["tick-gap"]
        case _:
            return 0.0


def measure_content(press: Press, cell: Cell) -> Measure:
    """Return the widest piece and the natural width of a cell's text."""
    return _measure(press, cell.content)


def _measure(press: Press, content: tuple[Paragraph | Items, ...]) -> Measure:
    widest = natural = 0.0
    for part in content:
        if isinstance(part, Paragraph):
            measure, indent = press.typesetter.measure(part), 0.0
        else:
            measures = [_measure(press, item) for item in part.items]
            measure = Measure(
                max((m.widest for m in measures), default=0.0), max((m.natural for m in measures), default=0.0)
            )
            indent = press.theme.styles[part.style].indent
        widest, natural = max(widest, measure.widest + indent), max(natural, measure.natural + indent)
    return Measure(widest, natural)


def share(rest: float, wants: list[Want], least: float) -> list[float]:
    """Share ``rest`` among text columns: by what they want where there is room, else from their least up."""
    spare = rest - sum(want.natural for want in wants)
    if spare >= 0:
        return _shared_out(rest, spare, wants)
    floors = [max(min(want.widest, rest / len(wants) * 1.5), min(least, rest / len(wants))) for want in wants]
    spare = rest - sum(floors)
    if spare <= 0:
        return [floor * rest / sum(floors) for floor in floors]
    grows = [max(want.natural - floor, 0.0) ** _EVEN_OUT for want, floor in zip(wants, floors, strict=True)]
    total = sum(grows) or 1.0
    return [floor + spare * grow / total for floor, grow in zip(floors, grows, strict=True)]


def _shared_out(rest: float, spare: float, wants: list[Want]) -> list[float]:
    """Share what is left over: first so that no line is broken, then in proportion."""
    lacking = sum(want.whole - want.natural for want in wants)
    part = min(1.0, spare / lacking) if lacking else 0.0
    widths = [want.natural + (want.whole - want.natural) * part for want in wants]
    return [width * rest / sum(widths) for width in widths]
