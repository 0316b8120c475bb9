"""Text that is read from right to left as it is shown: its glyphs from left to right, each where it belongs.

What goes in: stretches of a line that follow each other, with their glyphs in the order in which they are read. What
comes out: what is shown, as by `operators`; and what it says, for those who copy it or read it aloud.
"""

from __future__ import annotations

from reportgen.write.pdf.bidi import MIRRORED
from reportgen.write.pdf.breaking import Stretch as Broken
from reportgen.write.pdf.codes import with_moves
from reportgen.write.pdf.justifying import Opening
from reportgen.write.pdf.parts import Show
from reportgen.write.pdf.plan import Plan, Stretch
from reportgen.write.pdf.state import state_of


def said_in(plan: Plan, broken: Broken, group: list[Stretch]) -> str:
    """Return what stretches say, with the space that follows them at a line's end."""
    text = plan.measured.text
    start, end = max(group[0].start, broken.start), min(group[-1].end, broken.end)
    space = " " if end == broken.end and not broken.last and text[end : end + 1] == " " else ""
    meaning = group[0].face.codes.meaning
    return "".join(meaning(code) for code in text[start:end]).replace("\u200d", "") + space


def from_right(plan: Plan, broken: Broken, group: list[Stretch], opening: Opening) -> tuple[Show, ...]:
    """Return what is shown of stretches, the last one first."""
    shows: list[Show] = []
    wide = set(opening.within(broken.start, broken.end))
    for stretch in reversed(group):
        extra = round(opening.wide * 1000 / stretch.look.size)
        for place in range(min(stretch.end, broken.end) - 1, max(stretch.start, broken.start) - 1, -1):
            before = extra if place + 1 in wide and place + 1 < broken.end else 0
            shows.append(_glyph(plan, stretch, place, before))
    return tuple(shows)


def _glyph(plan: Plan, stretch: Stretch, place: int, before: int) -> Show:
    """Return one glyph: what is opened before it, how far it is set off, what follows it."""
    code, face, look = plan.measured.text[place], stretch.face, stretch.look
    if code in MIRRORED:  # it looks like the other of its pair, and is copied as what it is
        code = face.form(face.glyph(MIRRORED[code]), code)
        face.meet(code)
    right, up, after = plan.offsets.get(place, (0, 0, 0))
    after += plan.moves.get(place + 1, 0) if place + 1 < stretch.end else 0
    rise = look.rise + up * look.size / 1000
    state = state_of(face.key, look.size, stretch.tracking, rise, look.colour)
    moves = {0: before + right, 1: after - right}
    return Show(state, with_moves(code, {at: move for at, move in moves.items() if move}))
