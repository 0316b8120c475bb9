"""What shows of a table on each page that it reaches: its head, its cells' grounds, overleaf its caption again."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from reportgen.model.flow import Paragraph, Table
from reportgen.model.theme import TableStyle
from reportgen.write.pdf.columns import Columns
from reportgen.write.pdf.headers import Headers
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.rows import SetRow, head_rows
from reportgen.write.pdf.text import SetText

CONTINUED = "table-continued"


@dataclass
class Frame:
    """The holder of a table's rows: what shows of the table on each page that it reaches."""

    press: Press
    table: Table
    style: TableStyle
    columns: Columns
    _place: int = field(default=0, init=False)
    _grounds: list[bytes] = field(default_factory=list, init=False)

    def begin(self, page: Page) -> None:
        """The table begins, or goes on, on a page: the grounds of its cells lie beneath what follows."""
        self._place, self._grounds = page.reserve(), []

    def ground(self, operators: bytes) -> None:
        """Lay a ground beneath a row's cells."""
        self._grounds.append(operators)

    def end(self, page: Page) -> None:
        """The table ends on a page."""
        if self._grounds:
            page.fill_in(self._place, b"".join(self._grounds))

    @property
    def resumed(self) -> float:
        """The height of the caption and the head, repeated."""
        caption = self._caption
        gap = self._caption_style_after() if caption else 0.0
        return (caption.height if caption else 0.0) + gap + head_height(self.press, self._head)

    def pause(self, page: Page, bottom: float, foot: float) -> None:
        """Rule off the rows of this page: the table goes on."""
        edges, weight = self.columns.edges, self.press.theme.measures["rule"]
        colour = self.press.colour("rule", self.table.family)
        page.paint(page.ink.rule(edges[0], bottom - weight, edges[-1] - edges[0], weight, colour))
        self.end(page)

    def resume(self, page: Page, top: float) -> None:
        """Repeat the caption, with the word for "continued", and the head. Both are artifacts here."""
        self.begin(page)
        caption = self._caption
        if caption:
            caption.paint_all(page, self.columns.edges[0], top)
            self._paint_continued(page, caption, top)
            top += caption.height + self._caption_style_after()
        paint_head(self.press, self.table, self.columns, self._head, page, top)

    @cached_property
    def _head(self) -> list[SetRow]:
        """The head to repeat: artifacts, which are set once, however often they are painted."""
        return head_rows(self.press, self.table, self.style, self.columns, None, Headers())

    @cached_property
    def _caption(self) -> SetText | None:
        if self.table.caption is None:
            return None
        return SetText(self.press, self.table.caption, self.press.theme.page.frame_width, None)

    def _caption_style_after(self) -> float:
        caption = self.table.caption
        return self.press.theme.styles[caption.style].after if caption else 0.0

    def _paint_continued(self, page: Page, caption: SetText, top: float) -> None:
        words = Paragraph(CONTINUED, self.table.continued, self.table.family)
        last = caption.lines[-1].width + self.press.theme.measures["continued-gap"]
        text = SetText(self.press, words, self.press.theme.page.frame_width - last, None)
        if text.lines:
            text.paint(page, 0, self.columns.edges[0] + last, top + caption.height - caption.style.leading)


def head_height(press: Press, head: list[SetRow]) -> float:
    """Return the height of a table's head with the rule beneath it."""
    return sum(row.height for row in head) + (press.theme.measures["head-rule"] if head else 0.0)


def paint_head(press: Press, table: Table, columns: Columns, head: list[SetRow], page: Page, top: float) -> None:
    """Paint a table's head: the tint, the cells standing on their rows' feet, the rule beneath."""
    left, width = columns.edges[0], columns.edges[-1] - columns.edges[0]
    height = sum(row.height for row in head)
    if not head:
        return
    page.paint(page.ink.rectangle(left, top, width, height, press.colour("tint", table.family)))
    rule = press.theme.measures["head-rule"]
    page.paint(page.ink.rule(left, top + height, width, rule, press.colour("ink", table.family)))
    for number, row in enumerate(head):
        for cell in row.cells:
            spanned = head[number : number + cell.cell.rows]
            foot = top + sum(each.height for each in spanned) - spanned[-1].padding[1]
            cell.paint(page, foot - cell.height)
            if cell.cell.columns > 1 and number + cell.cell.rows < len(head):
                _paint_span(press, table, columns.box(cell.cell), page, foot + spanned[-1].padding[1])
        top += row.height


def _paint_span(press: Press, table: Table, box: tuple[float, float], page: Page, y: float) -> None:
    """Paint the rule that ties a head over several columns to the heads below it."""
    left, width = box
    _, pad_right, _, pad_left = press.theme.tables[table.style].cell_padding
    rule, colour = press.theme.measures["rule"], press.colour("rule", table.family)
    page.paint(page.ink.rule(left + pad_left, y - rule, width - pad_left - pad_right, rule, colour))
