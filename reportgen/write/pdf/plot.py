"""What charts share: a drawing of a height, its labels, its scale."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from msgspec import Struct

from reportgen.model.flow import Chart, Series
from reportgen.style.chart_shades import ramp
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.parts import Element, Segment
from reportgen.write.pdf.press import Press

_STEPS = tuple(Decimal(step) for step in ("1", "1.2", "1.4", "1.6", "2", "2.5", "3", "4", "5", "6", "8", "10"))
_SHADES = {1: ("base",), 2: ("light", "base"), 3: ("light", "mid", "base")}


class Plot(Struct, frozen=True):
    """A drawing ``height`` points high; ``paint`` draws it from a y on down."""

    height: float
    paint: Callable[[Page, float], None]


def scale_of(series: tuple[Series, ...]) -> Decimal:
    """Return the top of a scale from 0: a round number not below the largest value."""
    values = [point.value for each in series for point in each.points if point.value is not None]
    return top_of(max(values, default=Decimal(0)))


def top_of(most: Decimal) -> Decimal:
    """Return a round number not below a value; 1 where there is nothing above zero."""
    if most <= 0:
        return Decimal(1)
    power = Decimal(1).scaleb(most.adjusted())
    return next(step * power for step in _STEPS if step * power >= most)


def length(value: Decimal | None, scale: Decimal, longest: float, least: float) -> float:
    """Return a value's length where ``scale`` is ``longest``: none without a value, else ``least`` at the least.

    Lengths start from 0: a value below it has none, its label alone says it.
    """
    if value is None or value <= 0:
        return 0.0
    return max(float(value / scale) * longest, least)


def shades_of(press: Press, chart: Chart) -> tuple[str, ...]:
    """Return a colour for each series, the last one strongest."""
    tokens = _SHADES.get(len(chart.series), ("light", "mid", "base", "deep"))
    return tuple(press.colour(tokens[number % len(tokens)], chart.family) for number in range(len(chart.series)))


def part_shades(press: Press, chart: Chart, count: int) -> tuple[str, ...]:
    """Return a colour for each of so many parts of a whole."""
    return tuple(press.colour(token, chart.family) for token in ramp(count))


def label(press: Press, chart: Chart, text: str, style: str) -> Segment:
    """Set a label in a style of the theme."""
    named = press.theme.styles[style]
    return press.typesetter.plain(text, named, press.colour(named.colour, chart.family))


def put_label(page: Page, figure: Element, segment: Segment, x: float, base: float) -> None:
    """Paint a label whose baseline is at ``base``."""
    page.content(figure)
    page.show(segment, x, base)


def value_style(chart: Chart, number: int) -> str:
    """Return the style of a series' values: those of the last one are set stronger."""
    return "chart-value-current" if number == len(chart.series) - 1 else "chart-value"
