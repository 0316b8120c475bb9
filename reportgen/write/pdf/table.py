"""Tables: caption, head, rows on strips, notes beneath; on each further page the caption and the head again."""

from __future__ import annotations

from reportgen.model.flow import Table
from reportgen.write.pdf.columns import columns_of
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.headers import Headers, headers_of
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.paragraph import notes_of, set_caption
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.record import words_of
from reportgen.write.pdf.row_strip import RowStrips
from reportgen.write.pdf.rows import body_rows, head_rows
from reportgen.write.pdf.strip import Strip
from reportgen.write.pdf.table_frame import Frame, head_height, paint_head
from reportgen.write.pdf.table_notes import flow_notes
from reportgen.write.pdf.text import SetText


def flow_table(press: Press, table: Table, kin: tuple[Table, ...]) -> None:
    """Stack a table; its columns are those of its kin."""
    press.table += 1
    page, style = press.theme.page, press.theme.tables[table.style]
    columns = columns_of(press, table, kin, page.left, page.frame_width)
    element = add(press.parent, "Table")
    frame = Frame(press, table, style, columns)
    found = headers_of(table, press.table)
    opening = _opening_strips(press, frame, element, found)
    body = body_rows(press, table, style, columns, add(element, "TBody"), found)
    strips = [*opening, *RowStrips(press, table, style, columns, body, frame).strips()]
    strips[0].room = min(sum(strip.height for strip in strips), press.theme.measures["table-room"])
    for strip in strips:
        press.stack.add(strip)
    flow_notes(press, table.notes, (page.left, page.frame_width))


def _opening_strips(press: Press, frame: Frame, element: Element, found: Headers) -> list[Strip]:
    """Return the strips of the caption and the head, each kept with what follows."""
    strips = []
    table = frame.table
    if table.caption is not None:
        caption = set_caption(press, table.caption, press.theme.page.frame_width, add(element, "Caption"))
        strips.append(_caption_strip(press, table, caption, frame))
    head = head_rows(press, table, frame.style, frame.columns, add(element, "THead"), found)

    def paint(page: Page, top: float) -> None:
        if table.caption is None:
            press.record.anchor(table.anchor, page, top)
        if frame.columns.overfull:
            press.record.overfull.append((words_of(table.caption.pieces) if table.caption else "", page.index))
        frame.begin(page)
        paint_head(press, table, frame.columns, head, page, top)

    notes = tuple(number for row in head for number in row.notes)
    before = 0.0 if strips else press.theme.measures["table-before"]
    bare = not table.body and not table.notes
    after = press.theme.measures["table-after"] if bare else 0.0
    strips.append(Strip(head_height(press, head), paint, before, after, keep=int(not bare), notes=notes, holder=frame))
    return strips


def _caption_strip(press: Press, table: Table, caption: SetText, frame: Frame) -> Strip:
    left = frame.columns.edges[0]

    def paint(page: Page, top: float) -> None:
        press.record.anchor(table.anchor, page, top)
        caption.paint_all(page, left, top)

    before, after = press.theme.measures["table-before"], caption.style.after
    return Strip(caption.height, paint, before, after, keep=caption.style.keep, notes=notes_of(caption), holder=frame)
