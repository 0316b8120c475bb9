"""Charts: title and subtitle above, the source beneath, and between them a figure whose labels are real text.

What is drawn and labelled is one structure element, `Figure`, with an alternative text; title and subtitle are its
`Caption`.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from reportgen.model.flow import Chart, Point
from reportgen.write.pdf.chart_bars import bars_plot
from reportgen.write.pdf.chart_columns import columns_plot
from reportgen.write.pdf.chart_donut import donut_plot
from reportgen.write.pdf.chart_dots import dots_plot
from reportgen.write.pdf.chart_lines import lines_plot
from reportgen.write.pdf.chart_stacked_bars import stacked_bars_plot
from reportgen.write.pdf.chart_stacked_columns import stacked_columns_plot
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.paragraph import notes_of, set_text
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.plot import Plot
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.strip import Strip
from reportgen.write.pdf.table_notes import flow_notes
from reportgen.write.pdf.text import SetText

_PLOTS: dict[str, Callable[[Press, Chart, Element], Plot]] = {
    "columns": columns_plot,
    "stacked_columns": stacked_columns_plot,
    "bars": bars_plot,
    "stacked_bars": stacked_bars_plot,
    "donut": donut_plot,
    "lines": lines_plot,
    "dots": dots_plot,
}


class _Words(Struct, frozen=True):
    """The paragraphs around a plot, and the space before the plot."""

    title: SetText
    subtitle: SetText | None
    source: SetText | None

    @property
    def above(self) -> float:
        return self.title.height + (self.subtitle.height if self.subtitle else 0.0)


def flow_chart(press: Press, chart: Chart) -> None:
    """Stack a chart; it is never parted."""
    press.table += 1
    figure = add(press.parent, "Figure")
    figure.alternative = chart.alternative
    caption = add(figure, "Caption")
    width = press.theme.page.prose_width
    title = set_text(press, chart.title, width, caption)
    subtitle = set_text(press, chart.subtitle, width, caption) if chart.subtitle else None
    source = set_text(press, chart.source, width, press.parent) if chart.source else None
    plot = _PLOTS[chart.kind](press, chart, figure)
    press.stack.add(_strip(press, chart, _Words(title, subtitle, source), plot, figure))
    flow_notes(press, chart.notes, (press.theme.page.prose_x, press.theme.page.prose_width))


def _strip(press: Press, chart: Chart, words: _Words, plot: Plot, figure: Element) -> Strip:
    x, width = press.theme.page.prose_x, press.theme.page.prose_width
    source_height = words.source.height if words.source else 0.0

    def paint(page: Page, top: float) -> None:
        press.record.anchor(chart.anchor, page, top)
        words.title.paint_all(page, x, top)
        if words.subtitle:
            words.subtitle.paint_all(page, x, top + words.title.height)
        y = top + words.above
        page.bound(figure, x, y, width, plot.height)
        plot.paint(page, y)
        press.record.numbers(_occurrences(chart), page)
        if words.source:
            words.source.paint_all(page, x, y + plot.height)

    texts = (words.title, words.subtitle, words.source)
    return Strip(
        words.above + plot.height + source_height,
        paint,
        before=words.title.style.before,
        after=_after(press, chart, words),
        keep=1 if chart.notes else 0,
        notes=tuple(number for text in texts if text for number in notes_of(text)),
        prose=True,
        grid=True,
    )


def _after(press: Press, chart: Chart, words: _Words) -> float:
    if chart.notes:
        return 0.0
    return words.source.style.after if words.source else press.theme.step


def _occurrences(chart: Chart) -> list[int]:
    points: list[Point] = [point for series in chart.series for point in series.points]
    return [point.occurrence for point in points if point.occurrence >= 0]
