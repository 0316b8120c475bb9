"""Checks what directives place: the table, chart, diagram or index that they name must be there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from reportgen.diagnostics import Code, Diagnostics, suggest
from reportgen.model.block import Directive, Paragraph, Section
from reportgen.model.dataset import Dataset
from reportgen.model.figure import ChartOf, DiagramOf, MatrixOf
from reportgen.model.index import Framework
from reportgen.model.walk import rewrite

_NAMED = {
    "statistics": (Code.UNKNOWN_TABLE, "table", "content/kpis"),
    "targets": (Code.UNKNOWN_TABLE, "table", "content/kpis"),
    "chart": (Code.UNKNOWN_FIGURE, "chart", "content/figures"),
    "diagram": (Code.UNKNOWN_FIGURE, "diagram", "content/figures"),
    "index": (Code.UNKNOWN_FRAMEWORK, "framework", "`frameworks` of content/report.yaml"),
}


Named = Mapping[str, Collection[str]]
"""The ids that directives may name, by what they are of: ``table``, ``chart``, ``diagram``, ``framework``."""


def named(
    dataset: Dataset,
    charts: Mapping[str, ChartOf],
    diagrams: Mapping[str, DiagramOf | MatrixOf],
    frameworks: Iterable[Framework],
) -> Named:
    """Return the ids that directives may name."""
    ids = tuple(framework.id for framework in frameworks)
    return {"table": dataset.tables, "chart": charts, "diagram": diagrams, "framework": ids}


def placed(sections: Mapping[str, Section], known: Named, diagnostics: Diagnostics) -> dict[str, Section]:
    """Return the sections with directives that name nothing reported and taken out."""

    def change(directive: Directive) -> Directive | Paragraph:
        if directive.kind not in _NAMED:
            return directive
        code, what, home = _NAMED[directive.kind]
        if directive.argument in known[what]:
            return directive
        if directive.named is not None:  # without a name it was found to lack one
            hint = suggest(directive.argument, known[what]) or f"define it in {home}"
            diagnostics.error(code, f"there is no {what} `{directive.argument}`", directive.named, hint)
        return Paragraph((), directive.span)

    return {id: rewrite(section, change, Directive) for id, section in sections.items()}
