"""The notes beneath a table or chart: numbers in the indent, each a structure element of its own."""

from __future__ import annotations

from reportgen.model.flow import TableNote
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.paragraph import line_strips, notes_of
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.strip import Strip
from reportgen.write.pdf.text import SetText, baseline

NUMBER = "table-note-number"


def flow_notes(press: Press, notes: tuple[TableNote, ...], column: tuple[float, float]) -> None:
    """Stack the notes of the table or chart that was stacked last, in a column given by its left edge and width."""
    set_notes = [made for note in notes if (made := _set_note(press, note, column))]
    if not set_notes:
        return
    set_notes[0][0].before = press.theme.measures["table-notes-gap"]
    set_notes[-1][-1].after = press.theme.measures["table-after"]
    strips = [strip for made in set_notes for strip in made]
    if sum(strip.height for strip in strips) <= press.stack.frame_height * press.theme.measures["row-whole"]:
        for strip in strips[:-1]:
            strip.keep = max(strip.keep, 1)
    for strip in strips:
        press.stack.add(strip)


def _set_note(press: Press, note: TableNote, column: tuple[float, float]) -> list[Strip]:
    """Return the lines of a note, its number in the indent of the first."""
    left, width = column
    element = add(press.parent, "Note")
    target = press.note_target(note.number, press.table).removeprefix("#")
    element.id = target
    label = add(element, "Lbl")
    style = press.theme.styles[note.text.style]
    text = SetText(press, note.text, width - style.indent, add(element, "P"))
    press.notes.declare(notes_of(text), press.parent)
    strips = line_strips(text, left + style.indent)
    if not strips:
        return []
    strips[0].before = strips[-1].after = style.after
    paint_line = strips[0].paint

    def paint(page_: Page, top: float) -> None:
        press.record.anchor(target, page_, top)
        _paint_number(press, note, label, page_, (left, top))
        paint_line(page_, top)

    strips[0].paint = paint
    for strip in strips:
        strip.prose = strip.grid = False
    return strips


def _paint_number(press: Press, note: TableNote, label: Element, page: Page, place: tuple[float, float]) -> None:
    style, text = press.theme.styles[NUMBER], press.theme.styles[note.text.style]
    colour = press.colour(style.colour, note.text.family)
    segment = press.typesetter.plain(f"({note.number})", style, colour)
    page.content(label)
    base = baseline(text.leading, text.size, press.theme.measures["baseline"])
    page.show(segment, place[0], place[1] + base)
