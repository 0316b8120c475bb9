"""A table's rows as strips: tints, rules, cells. Rows that cells join are one strip; what is too high is parted."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from reportgen.model.flow import Cell, Paragraph, Run, Table
from reportgen.model.theme import TableStyle
from reportgen.write.pdf.cells import SetCell, set_cell
from reportgen.write.pdf.columns import Columns
from reportgen.write.pdf.headers import BANDS
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.record import words_of
from reportgen.write.pdf.row_parting import Parting
from reportgen.write.pdf.rows import SetRow
from reportgen.write.pdf.strip import Strip
from reportgen.write.pdf.table_frame import Frame

_FILLED = {"part": "deep", "area": "tint"}
"""The colour of the family behind the rows of these roles."""


class Rule(Struct, frozen=True):
    """The rule beneath a row: its weight, its colour, and the columns that it leaves out."""

    weight: float
    colour: str
    without: frozenset[int] = frozenset()


class _Block(Struct, frozen=True):
    """Rows that stand together, each with the rule beneath it; ``last`` says that the table ends with it.

    ``band`` is the row above that heads them, as it is said again overleaf.
    """

    rows: list[SetRow]
    rules: list[Rule]
    last: bool
    band: Strip | None

    @property
    def height(self) -> float:
        return sum(row.height for row in self.rows) + sum(rule.weight for rule in self.rules)


class RowStrips(Struct, frozen=True):
    """Makes the strips of a table's body."""

    press: Press
    table: Table
    style: TableStyle
    columns: Columns
    rows: list[SetRow]
    frame: Frame

    def strips(self) -> Iterator[Strip]:
        """Yield a strip for each row, or for rows that cells join."""
        start, band = 0, None
        for number, row in enumerate(self.rows):
            if row.joined:
                continue
            block = self.rows[start : number + 1]
            rules = [self._rule(at) for at in range(start, number + 1)]
            heads = block[0].role in BANDS
            yield self._strip(_Block(block, rules, number == len(self.rows) - 1, None if heads else band))
            if heads:
                band = self._said_again(block[0], rules[0])
            start = number + 1

    def _said_again(self, row: SetRow, rule: Rule) -> Strip:
        """Return a row that heads others as it is said again overleaf, with the word for "continued"."""

        def paint(page: Page, top: float) -> None:
            cells = [self._continued(cell) for cell in row.cells]
            self._paint(replace(row, cells=cells), rule, page, top)

        return Strip(row.height + rule.weight, paint)

    def _continued(self, cell: SetCell) -> SetCell:
        """Return a cell with the word for "continued", or without it where that would make it higher."""
        content = cell.cell.content
        if content and isinstance(content[-1], Paragraph):
            words = words_of(self.table.continued)
            gap = " " if words.isascii() else ""  # full-width brackets bring their own
            pieces = (*content[-1].pieces, Run(gap), *self.table.continued)
            content = (*content[:-1], replace(content[-1], pieces=pieces))
        longer = self._set_again(replace(cell.cell, content=content))
        return longer if longer.height == cell.height else self._set_again(cell.cell)

    def _set_again(self, cell: Cell) -> SetCell:
        return set_cell(self.press, cell, self.table.columns, self.style, self.columns, None)

    def _strip(self, block: _Block) -> Strip:
        strip = Strip(
            block.height,
            lambda page, top: self._paint_block(block, page, top),
            keep=block.rows[-1].keep,
            notes=tuple(note for row in block.rows for note in row.notes),
            holder=self.frame,
            again=block.band,
        )
        if block.last:
            strip.keep = 1 if self.table.notes else 0
            strip.after = 0.0 if self.table.notes else self.press.theme.measures["table-after"]
        if block.height > self.press.stack.frame_height * self.press.theme.measures["row-whole"]:
            strip.split = lambda room: self._split(block, room)
        return strip

    def _split(self, block: _Block, room: float) -> tuple[Strip, Strip] | None:
        """Part a block where there is room for a part of it."""
        weight = self.press.theme.measures["rule"]
        parts = Parting(self.press, self.table, self.style, self.columns, weight).parted(block.rows, room)
        if parts is None:
            return None
        above, below = parts
        open_end = Rule(weight, self.press.colour("rule", self.table.family))
        upper = _Block(above, [*block.rules[: len(above) - 1], open_end], False, block.band)
        lower = _Block(below, block.rules[-len(below) :], block.last, block.band)
        first, rest = self._strip(upper), self._strip(lower)
        first.keep = 0
        return first, rest

    def _paint_block(self, block: _Block, page: Page, top: float) -> None:
        for row, rule in zip(block.rows, block.rules, strict=True):
            self._paint(row, rule, page, top)
            top += row.height + rule.weight
        if block.last:
            self.frame.end(page)

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
            self.press.record.anchor(cell.cell.anchor, page, top)
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
