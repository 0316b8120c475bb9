"""Tables: caption, head, rows on strips, notes beneath; on each further page the caption and the head again."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.model.flow import Paragraph, Table, TableNote
from reportgen.model.theme import TableStyle
from reportgen.write.pdf.columns import Columns, columns_of
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.paragraph import line_strips, notes_of
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.row_strip import RowStrips
from reportgen.write.pdf.rows import SetRow, body_rows, head_rows
from reportgen.write.pdf.strip import Strip
from reportgen.write.pdf.text import SetText, baseline

CONTINUED = "table-continued"
NOTE_NUMBER = "table-note-number"


def flow_table(press: Press, table: Table) -> None:
    """Stack a table."""
    press.table += 1
    page, style = press.theme.page, press.theme.tables[table.style]
    columns = columns_of(press, table, style, page.left, page.frame_width)
    element = add(press.parent, "Table")
    frame = _Frame(press, table, style, columns)
    for strip in _opening_strips(press, frame, element):
        press.stack.add(strip)
    body = body_rows(press, table, style, columns, add(element, "TBody"))
    for strip in RowStrips(press, table, style, columns, body, frame).strips():
        press.stack.add(strip)
    for number, note in enumerate(table.notes):
        _flow_note(press, note, first=number == 0, last=number == len(table.notes) - 1)


@dataclass(slots=True)
class _Frame:
    """The holder of a table's rows: what shows of the table on each page that it reaches."""

    press: Press
    table: Table
    style: TableStyle
    columns: Columns

    @property
    def resumed(self) -> float:
        """The height of the caption and the head, repeated."""
        caption = self._caption()
        gap = self._caption_style_after() if caption else 0.0
        return (caption.height if caption else 0.0) + gap + head_height(self.press, self._head())

    def pause(self, page: Page, bottom: float, foot: float) -> None:
        """Rule off the rows of this page: the table goes on."""
        edges, weight = self.columns.edges, self.press.theme.measures["rule"]
        colour = self.press.colour("rule", self.table.family)
        page.paint(page.ink.rule(edges[0], bottom - weight, edges[-1] - edges[0], weight, colour))

    def resume(self, page: Page, top: float) -> None:
        """Repeat the caption, with the word for "continued", and the head. Both are artifacts here."""
        caption = self._caption()
        if caption:
            caption.paint_all(page, self.columns.edges[0], top)
            self._paint_continued(page, caption, top)
            top += caption.height + self._caption_style_after()
        paint_head(self.press, self.table, self.columns, self._head(), page, top)

    def _head(self) -> list[SetRow]:
        return head_rows(self.press, self.table, self.style, self.columns, None)

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


def _opening_strips(press: Press, frame: _Frame, element: Element) -> list[Strip]:
    """Return the strips of the caption and the head, each kept with what follows."""
    strips = []
    table = frame.table
    if table.caption is not None:
        caption = SetText(press, table.caption, press.theme.page.frame_width, add(element, "Caption"))
        press.notes.declare(notes_of(caption), press.parent)
        strips.append(_caption_strip(press, table, caption, frame))
    head = head_rows(press, table, frame.style, frame.columns, add(element, "THead"))

    def paint(page: Page, top: float) -> None:
        if table.caption is None:
            press.record.anchor(table.anchor, page, top)
        paint_head(press, table, frame.columns, head, page, top)

    notes = tuple(number for row in head for number in row.notes)
    before = 0.0 if strips else press.theme.measures["table-before"]
    strips.append(Strip(head_height(press, head), paint, before=before, keep=1, notes=notes, holder=frame))
    return strips


def _caption_strip(press: Press, table: Table, caption: SetText, frame: _Frame) -> Strip:
    left = frame.columns.edges[0]

    def paint(page: Page, top: float) -> None:
        press.record.anchor(table.anchor, page, top)
        caption.paint_all(page, left, top)

    before, after = press.theme.measures["table-before"], caption.style.after
    return Strip(caption.height, paint, before, after, keep=caption.style.keep, notes=notes_of(caption), holder=frame)


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
        top += row.height


def _flow_note(press: Press, note: TableNote, *, first: bool, last: bool) -> None:
    """Stack a note beneath its table, its number in the indent."""
    measures, page = press.theme.measures, press.theme.page
    element = add(press.parent, "Note")
    target = press.note_target(note.number, press.table).removeprefix("#")
    element.id = target
    label = add(element, "Lbl")
    style = press.theme.styles[note.text.style]
    text = SetText(press, note.text, page.frame_width - style.indent, add(element, "P"))
    press.notes.declare(notes_of(text), press.parent)
    strips = line_strips(text, page.left + style.indent)
    if not strips:
        return
    strips[0].before = measures["table-notes-gap"] if first else style.after
    strips[-1].after = measures["table-after"] if last else style.after
    paint_line = strips[0].paint

    def paint(page_: Page, top: float) -> None:
        press.record.anchor(target, page_, top)
        _paint_number(press, note, label, page_, top)
        paint_line(page_, top)

    strips[0].paint = paint
    for strip in strips:
        strip.prose = strip.grid = False
        press.stack.add(strip)


def _paint_number(press: Press, note: TableNote, label: Element, page: Page, top: float) -> None:
    style, text = press.theme.styles[NOTE_NUMBER], press.theme.styles[note.text.style]
    colour = press.colour(style.colour, note.text.family)
    segment = press.typesetter.plain(f"({note.number})", style, colour)
    page.content(label)
    base = baseline(text.leading, text.size, press.theme.measures["baseline"])
    page.begin_text(press.theme.page.left, top + base)
    page.chunks.append(segment.operators + b"\n")
    page.end_text()
