"""Lowers charts: each value as it prints, and exactly."""

from __future__ import annotations

from reportgen.model import block, flow
from reportgen.model.dataset import Exact
from reportgen.model.inline import Bound, Inline
from reportgen.model.plain import plain
from reportgen.model.walk import walk
from reportgen.style.pieces import pieces


def lower_chart(chart: block.Chart, family: str) -> flow.Chart:
    """Return the flow of a chart."""
    return flow.Chart(
        chart.kind,
        flow.Paragraph("chart-title", pieces(chart.title), family),
        flow.Paragraph("chart-subtitle", pieces(chart.subtitle), family) if chart.subtitle else None,
        flow.Paragraph("chart-source", pieces(chart.source), family) if chart.source else None,
        plain(chart.alternative),
        tuple(plain(category) for category in chart.categories),
        tuple(
            flow.Series(plain(series.label), tuple(_point(value) for value in series.values)) for series in chart.series
        ),
        family,
        chart.anchor,
    )


def _point(value: tuple[Inline, ...]) -> flow.Point:
    for inline in walk(value):
        if isinstance(inline, Bound) and inline.facts and isinstance(inline.facts[0].value, Exact):
            return flow.Point(inline.text, inline.facts[0].value.value, inline.occurrence)
    return flow.Point(plain(value), None)
