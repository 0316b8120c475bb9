"""A table's rows as strips: tints, rules, cells; a row too high to wait for a new page is parted between lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportgen.model.flow import Paragraph, Table
from reportgen.model.theme import TableStyle
from reportgen.write.pdf.cells import SetCell, TextCell, set_cell, stacked_height
from reportgen.write.pdf.columns import Columns
from reportgen.write.pdf.headers import BANDS
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.rows import SetRow
from reportgen.write.pdf.strip import Paint, Strip
from reportgen.write.pdf.table_frame import Frame

_LEAST_LINES = 2
"""A parted row has so many lines at least on each side."""


_FILLED = {"part": "deep", "area": "tint"}
"""The colour of the family behind the rows of these roles."""


@dataclass(frozen=True, slots=True)
class Rule:
    """The rule beneath a row: its weight, its colour, and the columns that it leaves out."""

    weight: float
    colour: str
    without: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class RowStrips:
    """Makes the strips of a table's body."""

    press: Press
    table: Table
    style: TableStyle
    columns: Columns
    rows: list[SetRow]
    frame: Frame

    def strips(self) -> Iterator[Strip]:
        """Yield a strip for each row."""
        last = len(self.rows) - 1
        for number, row in enumerate(self.rows):
            strip = self._strip(row, self._rule(number))
            if number == last:
                strip.paint = _ending(strip.paint, self.frame)
                strip.keep = 1 if self.table.notes else 0
                strip.after = 0.0 if self.table.notes else self.press.theme.measures["table-after"]
            yield strip

    def _strip(self, row: SetRow, rule: Rule) -> Strip:
        strip = Strip(
            row.height + rule.weight,
            lambda page, top: self._paint(row, rule, page, top),
            keep=row.keep,
            notes=row.notes,
            holder=self.frame,
        )
        if not row.joined and row.height > self.press.stack.frame_height / 3:
            strip.split = lambda room: self._split(row, rule, strip, room)
        return strip

    def _rule(self, number: int) -> Rule:
        """Return what closes a row: the true end, a rule where a group begins or ends, else as its style says."""
        row, measures, family = self.rows[number], self.press.theme.measures, self.table.family
        if number == len(self.rows) - 1:
            return Rule(measures["end-rule"], self.press.colour("ink", family))
        below = self.rows[number + 1]
        if row.role in _FILLED or below.role in _FILLED:
            return Rule(0.0, "")
        if self.style.rules != "rows" and row.joined:
            return Rule(0.0, "")
        strong = self.style.rules == "groups" or row.role in BANDS or below.role in BANDS
        return Rule(measures["rule"], self.press.colour("rule" if strong else "hair", family), row.through)

    def _paint(self, row: SetRow, rule: Rule, page: Page, top: float) -> None:
        self._paint_ground(row, rule, page, top)
        for cell in row.cells:
            cell.paint(page, top + row.padding[0])
        for left, right in self._stretches(rule):
            y = top + row.height
            page.paint(page.ink.rule(left, y, right - left, rule.weight, rule.colour))

    def _paint_ground(self, row: SetRow, rule: Rule, page: Page, top: float) -> None:
        edges, family = self.columns.edges, self.table.family
        if row.role in _FILLED:
            width, colour = edges[-1] - edges[0], self.press.colour(_FILLED[row.role], family)
            self.frame.ground(page.ink.rectangle(edges[0], top, width, row.height, colour))
        if row.role in BANDS:
            return
        for column, kind in enumerate(self.table.columns):
            if kind == "current":
                width, height = edges[column + 1] - edges[column], row.height + rule.weight
                tint = self.press.colour("tint", family)
                self.frame.ground(page.ink.rectangle(edges[column], top, width, height, tint))

    def _stretches(self, rule: Rule) -> Iterator[tuple[float, float]]:
        """Yield the stretches of a rule, left and right, without the columns that it leaves out."""
        if not rule.weight:
            return
        edges = self.columns.edges
        left: float | None = None
        for column in range(len(edges) - 1):
            if column in rule.without:
                if left is not None:
                    yield left, edges[column]
                left = None
            elif left is None:
                left = edges[column]
        if left is not None:
            yield left, edges[-1]

    def _split(self, row: SetRow, rule: Rule, strip: Strip, room: float) -> tuple[Strip, Strip] | None:
        """Part a row: what of each cell has room, and the rest; nothing where a part would be too small."""
        above, below = [], []
        for cell in row.cells:
            parts = _parted(cell, room - sum(row.padding) - rule.weight)
            if parts is None:
                return None
            above.append(parts[0])
            below.append(parts[1])
        if not any(cell.strips for cell in below):
            return None
        first = self._part(row, above)
        rest = self._part(row, self._with_first_again(below))
        open_end = Rule(rule.weight, self.press.colour("rule", self.table.family))
        upper, lower = self._strip(first, open_end), self._strip(rest, rule)
        upper.keep, lower.keep, lower.after = 0, strip.keep, strip.after
        if row is self.rows[-1]:
            lower.paint = _ending(lower.paint, self.frame)
        return upper, lower

    def _part(self, row: SetRow, cells: list[TextCell]) -> SetRow:
        height = max(cell.height for cell in cells) + sum(row.padding)
        notes = tuple(number for cell in cells for number in cell.notes)
        return replace(row, cells=list(cells), height=height, notes=notes)

    def _with_first_again(self, below: list[TextCell]) -> list[TextCell]:
        """Say again, as an artifact, what the row is about, if that stood in its upper part whole."""
        first = below[0]
        if first.strips or first.cell.column != 0:
            return below
        again = set_cell(self.press, first.cell, self.table.columns, self.style, self.columns, None)
        if not isinstance(again, TextCell):
            return below
        words = Paragraph(self.style.quiet, self.table.continued, self.table.family)
        more = replace(first.cell, content=(words,))
        tail = set_cell(self.press, more, self.table.columns, self.style, self.columns, None)
        strips = [*again.strips, *(tail.strips if isinstance(tail, TextCell) else ())]
        return [TextCell(first.cell, strips), *below[1:]]


def _ending(paint: Paint, frame: Frame) -> Paint:
    def paint_last(page: Page, top: float) -> None:
        paint(page, top)
        frame.end(page)

    return paint_last


def _parted(cell: SetCell, room: float) -> tuple[TextCell, TextCell] | None:
    """Part a cell's lines at a height: whole, or at least two lines on either side, never where lines are kept."""
    if not isinstance(cell, TextCell):
        return None
    if cell.height <= room:
        return cell, TextCell(cell.cell, [])
    count = 0
    while count < len(cell.strips) and stacked_height(cell.strips[: count + 1]) <= room:
        count += 1
    count = min(count, len(cell.strips) - _LEAST_LINES)
    while count > 0 and cell.strips[count - 1].keep:
        count -= 1
    if count < _LEAST_LINES:
        return None
    return TextCell(cell.cell, cell.strips[:count]), TextCell(cell.cell, cell.strips[count:])
