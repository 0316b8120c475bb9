"""The notes beneath a table or chart: numbers in the indent, each a structure element of its own."""

from __future__ import annotations

from reportgen.model.flow import TableNote
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.paragraph import line_strips, notes_of
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.text import SetText, baseline

NUMBER = "table-note-number"


def flow_notes(press: Press, notes: tuple[TableNote, ...], column: tuple[float, float]) -> None:
    """Stack the notes of the table or chart that was stacked last, in a column given by its left edge and width."""
    last = len(notes) - 1
    for number, note in enumerate(notes):
        _flow_note(press, note, column, first=number == 0, last=number == last)


def _flow_note(press: Press, note: TableNote, column: tuple[float, float], *, first: bool, last: bool) -> None:
    """Stack a note, its number in the indent."""
    measures, (left, width) = press.theme.measures, column
    element = add(press.parent, "Note")
    target = press.note_target(note.number, press.table).removeprefix("#")
    element.id = target
    label = add(element, "Lbl")
    style = press.theme.styles[note.text.style]
    text = SetText(press, note.text, width - style.indent, add(element, "P"))
    press.notes.declare(notes_of(text), press.parent)
    strips = line_strips(text, left + style.indent)
    if not strips:
        return
    strips[0].before = measures["table-notes-gap"] if first else style.after
    strips[-1].after = measures["table-after"] if last else style.after
    paint_line = strips[0].paint

    def paint(page_: Page, top: float) -> None:
        press.record.anchor(target, page_, top)
        _paint_number(press, note, label, page_, (left, top))
        paint_line(page_, top)

    strips[0].paint = paint
    for strip in strips:
        strip.prose = strip.grid = False
        press.stack.add(strip)


def _paint_number(press: Press, note: TableNote, label: Element, page: Page, place: tuple[float, float]) -> None:
    style, text = press.theme.styles[NUMBER], press.theme.styles[note.text.style]
    colour = press.colour(style.colour, note.text.family)
    segment = press.typesetter.plain(f"({note.number})", style, colour)
    page.content(label)
    base = baseline(text.leading, text.size, press.theme.measures["baseline"])
    page.show(segment, place[0], place[1] + base)
