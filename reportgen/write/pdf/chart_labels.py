"""Labels of charts that say a value and what it is called: beside each other, or wrapped in a narrow room."""

from __future__ import annotations

from msgspec import Struct

from reportgen.model.flow import Chart, LineBreak, Paragraph, Piece, Point, Run
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.parts import Element, Segment
from reportgen.write.pdf.plot import label, put_label
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.text import SetText, baseline

VALUE, NAME = "chart-value-current", "chart-part"


class LineLabel(Struct, frozen=True):
    """A value and its name on one line. ``gap`` is the space between them."""

    value: Segment
    name: Segment
    gap: float

    @property
    def width(self) -> float:
        """The width of both."""
        return self.value.width + (self.gap + self.name.width if self.name.width else 0.0)

    def put(self, page: Page, figure: Element, x: float, base: float) -> None:
        """Paint it from ``x`` on, its baseline at ``base``."""
        put_label(page, figure, self.value, x, base)
        if self.name.width:
            put_label(page, figure, self.name, x + self.value.width + self.gap, base)


def line_label(press: Press, chart: Chart, point: Point) -> LineLabel:
    """Set a point's value and name on one line."""
    gap = press.theme.measures["chart-part-gap"]
    return LineLabel(label(press, chart, point.text, VALUE), label(press, chart, point.name.strip(), NAME), gap)


def block_label(
    press: Press, chart: Chart, words: tuple[str, str], room: float, figure: Element, align: str
) -> SetText:
    """Set a value, stronger, and its name within a room; the name below the value where one line does not hold both."""
    value, name = words
    together = _label((Run(value, strong=True), Run(f" {name}")), chart)
    fits = press.typesetter.measure(together).natural <= room
    label = together if fits else _label((Run(value, strong=True), LineBreak(), Run(name)), chart)
    return SetText(press, label, room, figure, align=align)


def _label(pieces: tuple[Piece, ...], chart: Chart) -> Paragraph:
    return Paragraph("chart-label", pieces, chart.family)


def base_in(press: Press, style: str) -> float:
    """Return how far the baseline of a style's line lies below the line's top."""
    named = press.theme.styles[style]
    return baseline(named.leading, named.size, press.theme.measures["baseline"])
