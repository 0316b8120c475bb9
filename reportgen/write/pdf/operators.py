"""A broken line as what is shown of it (PDF 1.7, 9.4): codes, each stretch with its font, spacing, rise and colour.

What goes in: a plan and a stretch of it. What comes out: a `parts.Line`, whose place is left to the page.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import groupby

from reportgen.style.foreign import FROM_RIGHT
from reportgen.write.pdf.bidi import visual
from reportgen.write.pdf.breaking import Stretch as Broken
from reportgen.write.pdf.classes import is_wide
from reportgen.write.pdf.codes import SOFT_HYPHEN, with_moves
from reportgen.write.pdf.faces import Face
from reportgen.write.pdf.from_right import from_right, said_in
from reportgen.write.pdf.justifying import CLOSED, Opening, han_between, opened
from reportgen.write.pdf.parts import Line, Segment, Show
from reportgen.write.pdf.plan import Plan, Stretch
from reportgen.write.pdf.state import State, state_of


def line_of(plan: Plan, broken: Broken, width: float, indent: float) -> Line:
    """Set a line. ``width`` is what it may fill, ``indent`` where it begins; both in points."""
    stretches = _within(plan.stretches, broken)
    opening = opened(plan, broken, width)
    segments = _segments(plan, broken, stretches, opening, indent)
    end = max((segment.x + segment.width for segment in segments), default=indent)
    notes = tuple([number for place, number in plan.notes if broken.start <= place < broken.end])
    occurrences = tuple([number for place, number in plan.occurrences if broken.start <= place < broken.end])
    return Line(segments, end, notes, occurrences, plan.from_right, broken.hyphen)


def _within(stretches: list[Stretch], broken: Broken) -> list[Stretch]:
    first = bisect_right(stretches, broken.start, key=lambda stretch: stretch.end)
    last = bisect_left(stretches, broken.end, key=lambda stretch: stretch.start)
    return stretches[first:last]


def _segments(
    plan: Plan, broken: Broken, stretches: list[Stretch], opening: Opening, indent: float
) -> tuple[Segment, ...]:
    if len(stretches) == 1:  # as three of four lines are
        width = _width(plan, broken, stretches, opening, ends=True)
        return (_segment(plan, broken, stretches, opening, indent, width),)
    groups = [list(group) for _, group in groupby(stretches, key=lambda each: (each.look.role, each.level))]
    levels = [group[0].level for group in groups]
    widths = [_width(plan, broken, group, opening, ends=group is groups[-1]) for group in groups]
    places = visual(zip(levels, widths, strict=True), indent)
    return tuple(
        _segment(plan, broken, group, opening, x, width) for group, x, width in zip(groups, places, widths, strict=True)
    )


def _width(plan: Plan, broken: Broken, group: list[Stretch], opening: Opening, *, ends: bool) -> float:
    start, end = max(group[0].start, broken.start), min(group[-1].end, broken.end)
    measured = plan.measured
    left = measured.left[start] if start == broken.start else measured.running[start]
    width = (measured.right[end] - group[-1].tracking if ends else measured.running[end]) - left
    if opening is not CLOSED:
        width += han_between(group, start, end) * opening.han + len(opening.within(start, end)) * opening.wide
        width -= opening.han * group[-1].face.han * ends
    return width + _hyphen_width(group[-1]) if ends and broken.hyphen else width


def _hyphen_width(stretch: Stretch) -> float:
    return stretch.face.advances[SOFT_HYPHEN] * stretch.look.size / 1000


def _segment(plan: Plan, broken: Broken, group: list[Stretch], opening: Opening, x: float, width: float) -> Segment:
    role = group[0].look.role
    said = said_in(plan, broken, group) if role.language in FROM_RIGHT else ""
    if group[0].level % 2:
        return Segment(from_right(plan, broken, group, opening), x, width, *role, said)
    shows = () if role.page_of else _shows(plan, broken, group, opening)
    return Segment(shows, x, width, *role, said)


def _shows(plan: Plan, broken: Broken, group: list[Stretch], opening: Opening) -> tuple[Show, ...]:
    first = group[0]
    return tuple([Show(_state(each, opening), _codes(plan, broken, each, opening, each is first)) for each in group])


def _state(stretch: Stretch, opening: Opening) -> State:
    look = stretch.look
    spacing = opening.han if stretch.face.han else stretch.tracking
    return state_of(stretch.face.key, look.size, spacing, look.rise, look.colour)


def _codes(plan: Plan, broken: Broken, stretch: Stretch, opening: Opening, first: bool) -> str:
    """Return the codes of a stretch, and between them what is added to the width or taken from it."""
    start, end = max(stretch.start, broken.start), min(stretch.end, broken.end)
    moved = plan.moved
    since = bisect_right(moved, start) if first else bisect_left(moved, start)
    codes = plan.shown[start + since : end + bisect_left(moved, end, since)]
    if opening.places:
        codes = _opened(plan, stretch, (start, end), opening, first)
    if end == broken.end:
        codes += _line_end(plan.measured.text, broken, stretch.face)
    blank = plan.measured.left[start] - plan.measured.running[start] if start == broken.start else 0.0
    return with_moves(codes, {0: -round(blank * 1000 / stretch.look.size)}) if blank else codes


def _opened(plan: Plan, stretch: Stretch, span: tuple[int, int], opening: Opening, first: bool) -> str:
    """Return codes of which the wide gaps are opened."""
    start, end = span
    moved, extra = plan.moved, round(opening.wide * 1000 / stretch.look.size)
    moves = {place: plan.moves[place] for place in moved[bisect_left(moved, start) : bisect_left(moved, end)]}
    for place in opening.within(start - 1, end - 1):
        moves[place] = moves.get(place, 0) + extra
    if first:
        moves.pop(start, None)
    return with_moves(plan.measured.text[start:end], {place - start: move for place, move in moves.items()})


def _line_end(text: str, broken: Broken, face: Face) -> str:
    """Return what the line's end adds: a hyphen, or the space between words, unseen, for those who read the text."""
    if broken.last:
        added = " " if _breaks_words(text, broken.end) else ""
    else:
        added = SOFT_HYPHEN if broken.hyphen else text[broken.end : broken.end + 1]
    if added not in (SOFT_HYPHEN, " "):
        return ""
    if added not in face.advances:  # within the line it may be another face's
        if not face.has(added):
            return ""
        face.meet(added)
    return added


def _breaks_words(text: str, end: int) -> bool:
    """Return whether a hard break parts words here; what it ends goes on elsewhere where nothing follows it.

    Full-width characters are parted by no space.
    """
    after = text[end:].lstrip(" ")
    below = after.lstrip(" \n")[:1]
    return bool(after) and not (below and is_wide(text[end - 1]) and is_wide(below))
