"""Lowers charts: each value as it prints, and exactly."""

from __future__ import annotations

from reportgen.model import block, flow
from reportgen.model.dataset import Exact
from reportgen.model.inline import Bound, Inline, NoteRef
from reportgen.model.plain import plain
from reportgen.model.walk import walk
from reportgen.style.pieces import paragraph


def lower_chart(chart: block.Chart, family: str) -> flow.Chart:
    """Return the flow of a chart."""
    return flow.Chart(
        chart.kind,
        paragraph("chart-title", chart.title, family),
        paragraph("chart-subtitle", chart.subtitle, family) if chart.subtitle else None,
        paragraph("chart-source", chart.source, family) if chart.source else None,
        plain(chart.alternative),
        tuple(_label(category) for category in chart.categories),
        tuple(
            flow.Series(_label(series.label), tuple(_point(value) for value in series.values))
            for series in chart.series
        ),
        family,
        chart.anchor,
        tuple(flow.TableNote(note.number, paragraph("table-note", note.inlines, family)) for note in chart.notes),
    )


def _point(value: tuple[Inline, ...]) -> flow.Point:
    """Return a point: its number as it prints, and what stands after it as its name."""
    for place, inline in enumerate(value):
        if isinstance(inline, Bound) and inline.facts:
            number = inline.facts[0].value
            exact = number.value if isinstance(number, Exact) else None
            return flow.Point(inline.text, exact, inline.occurrence, _label(value[place + 1 :]))
    return flow.Point(plain(value), None)


def _label(inlines: tuple[Inline, ...]) -> str:
    """Return a label's words. Charts' labels are plain text, so that a mark is the number of its note in brackets."""
    marks = "".join(f"\N{NO-BREAK SPACE}({mark.number})" for mark in walk(inlines, NoteRef))
    return plain(inlines) + marks
