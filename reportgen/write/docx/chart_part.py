"""The chart part: a plot of its kind, every value labelled at its place, no grid or legend."""

from __future__ import annotations

from collections.abc import Callable

from reportgen.model.flow import Chart
from reportgen.model.theme import Palette
from reportgen.write.docx.chart_bars import bar_plot
from reportgen.write.docx.chart_donut import donut_plot
from reportgen.write.docx.chart_lines import dot_plot, line_plot
from reportgen.write.docx.chart_pieces import Look, nothing, text
from reportgen.write.docx.chart_stacks import stacked_bar_plot, stacked_column_plot
from reportgen.write.docx.design import Design
from reportgen.write.docx.xml import Node, c

_PLOTS: dict[str, Callable[[Chart, Look], list[Node]]] = {
    "columns": bar_plot,
    "stacked_columns": stacked_column_plot,
    "bars": bar_plot,
    "stacked_bars": stacked_bar_plot,
    "donut": donut_plot,
    "lines": line_plot,
    "dots": dot_plot,
}


def chart_part(chart: Chart, design: Design, palette: Palette, workbook: str, size: tuple[float, float]) -> Node:
    """Return the root of a chart's part, ``size`` points wide and high.

    ``workbook`` is the id of the relationship to its workbook.
    """
    look = Look(design, palette, size)
    plot = c("plotArea", *_PLOTS[chart.kind](chart, look), nothing("spPr"))
    data = c("externalData", c("autoUpdate", val=0))
    data.set("r:id", workbook)
    return c(
        "chartSpace",
        c("date1904", val=0),
        c("lang", val=design.locale.word),
        c("roundedCorners", val=0),
        c("chart", c("autoTitleDeleted", val=1), plot, c("plotVisOnly", val=1), c("dispBlanksAs", val="gap")),
        nothing("spPr"),
        text(design.theme.styles["chart-label"], look),
        data,
    )
