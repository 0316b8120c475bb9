"""Boxes around text: a tinted case with a bar, a pledge beside a bar, a callout between rules with an arrow."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec.structs import replace

from reportgen.model.flow import Boxed
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.items import Column, content_strips
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.strip import Paint, Strip, space

_ARROW = (((0.0, 6.0), (13.0, 6.0)), ((8.6, 1.6), (13.0, 6.0), (8.6, 10.4)))
"""The arrow's strokes, in points from its upper left corner."""
_ARROW_WEIGHT = 1.5
_ARROW_HEIGHT = 12.0
_ARROW_X = 3.0


def flow_box(press: Press, boxed: Boxed) -> None:
    """Stack a box."""
    match boxed.style:
        case "callout":
            _flow_callout(press, boxed)
        case "pledge":
            _flow_barred(press, boxed, _Ground(press, boxed.family, press.theme.measures["pledge-bar"], tinted=False))
        case _:
            _flow_barred(press, boxed, _Ground(press, boxed.family, press.theme.measures["case-bar"], tinted=True))


@dataclass(slots=True)
class _Ground:
    """The holder of a box's lines: the tint and the bar behind what stands of it on each page."""

    press: Press
    family: str
    bar: float
    tinted: bool
    resumed: float = 0.0
    _top: float = field(default=0.0, init=False)
    _place: int = field(default=0, init=False)

    def begin(self, page: Page, top: float) -> None:
        """The box begins, or goes on, at ``top``."""
        self._top, self._place = top, page.reserve()

    resume = begin

    def pause(self, page: Page, bottom: float, foot: float) -> None:
        """The box goes on overleaf: it reaches the page's foot, or is closed where its text ends well above that."""
        self.end(page, min(foot, bottom + self.press.theme.measures["case-padding"]))

    def end(self, page: Page, bottom: float) -> None:
        """Paint the ground down to ``bottom``."""
        x, width = self.press.theme.page.prose_x, self.press.theme.page.prose_width
        height = bottom - self._top
        base = page.ink.rectangle(x, self._top, self.bar, height, self.press.colour("base", self.family))
        tint = page.ink.rectangle(x, self._top, width, height, self.press.colour("tint", self.family))
        page.fill_in(self._place, tint + base if self.tinted else base)


def _flow_barred(press: Press, boxed: Boxed, ground: _Ground) -> None:
    measures, page = press.theme.measures, press.theme.page
    pad = measures["case-padding"] if ground.tinted else 0.0
    side = measures["case-padding-side"] if ground.tinted else measures["pledge-indent"]
    right = side if ground.tinted else 0.0
    column = Column(page.prose_x + side, page.prose_width - side - right, add(press.parent, "Sect"), grouping=True)
    strips = content_strips(press, boxed.content, column)
    if not strips:
        return
    strips[-1].after = 0.0
    ends = [space(pad), *strips, space(pad)]
    ends[0].before = ends[-1].after = press.theme.step
    ends[0].paint = ground.begin
    ends[0].grid = True
    ends[-1].paint = lambda page, top: ground.end(page, top + pad)
    _keep_box(ends, len(boxed.content), measures["case-whole"])
    for strip in ends:
        strip.holder, strip.prose = ground, True
        press.stack.add(strip)


def _keep_box(strips: list[Strip], parts: int, whole: float) -> None:
    """Keep a box no higher than ``whole`` together; of others the beginning, with two lines of text, and the end."""
    titles = sum(1 for strip in strips[1 : min(parts, 3)] if strip.keep == 0)
    kept = [*strips[: titles + 2], *strips[-3:-1]]
    if sum(strip.height + strip.after for strip in strips) - strips[-1].after <= whole:
        kept = strips[:-1]
    for strip in kept:
        strip.keep = max(strip.keep, 1)


def _flow_callout(press: Press, boxed: Boxed) -> None:
    """Stack a callout: one strip, never parted."""
    measures, page = press.theme.measures, press.theme.page
    indent, pad = measures["callout-indent"], measures["callout-padding"]
    column = Column(page.prose_x + indent, page.prose_width - indent, add(press.parent, "Sect"), grouping=True)
    strips = content_strips(press, boxed.content, column)
    if not strips:
        return
    strips[0] = replace(strips[0], paint=_beside_arrow(press, boxed, strips[0]))
    rules = 2 * measures["rule"]
    height = sum(strip.height for strip in strips) + 2 * pad + rules
    notes = tuple(number for strip in strips for number in strip.notes)

    def paint(sheet: Page, top: float) -> None:
        colour = press.colour("rule", boxed.family)
        for y in (top, top + height - measures["rule"]):
            sheet.paint(sheet.ink.rule(page.prose_x, y, page.prose_width, measures["rule"], colour))
        y = top + measures["rule"] + pad
        for strip in strips:
            strip.paint(sheet, y)
            y += strip.height

    step = press.theme.step
    press.stack.add(Strip(height, paint, before=step, after=step, notes=notes, prose=True, grid=True))


def _beside_arrow(press: Press, boxed: Boxed, first: Strip) -> Paint:
    line = first.paint

    def paint(page: Page, top: float) -> None:
        x = press.theme.page.prose_x + _ARROW_X
        y = top + (first.height - _ARROW_HEIGHT) / 2
        strokes = [[(x + across, y + down) for across, down in stroke] for stroke in _ARROW]
        page.paint(page.ink.stroke(strokes, _ARROW_WEIGHT, press.colour("base", boxed.family)))
        line(page, top)

    return paint
