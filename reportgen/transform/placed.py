"""Checks what directives place: the table, chart or index that they name must be there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from reportgen.diagnostics import Code, Diagnostics, suggest
from reportgen.model.block import Directive, Paragraph, Section
from reportgen.model.dataset import Dataset
from reportgen.model.figure import ChartOf
from reportgen.model.index import Framework
from reportgen.model.walk import rewrite

_NAMED = {
    "statistics": (Code.UNKNOWN_TABLE, "table", "content/kpis"),
    "targets": (Code.UNKNOWN_TABLE, "table", "content/kpis"),
    "chart": (Code.UNKNOWN_FIGURE, "chart", "content/figures"),
    "index": (Code.UNKNOWN_FRAMEWORK, "framework", "`frameworks` of content/report.yaml"),
}


def placed(
    sections: Mapping[str, Section],
    dataset: Dataset,
    charts: Mapping[str, ChartOf],
    frameworks: Iterable[Framework],
    diagnostics: Diagnostics,
) -> dict[str, Section]:
    """Return the sections with directives that name nothing reported and taken out."""
    known = {"table": dataset.tables, "chart": charts, "framework": {framework.id: 0 for framework in frameworks}}

    def change(node: Any) -> Any:
        if not isinstance(node, Directive) or node.kind not in _NAMED:
            return node
        code, what, home = _NAMED[node.kind]
        if node.argument in known[what]:
            return node
        hint = suggest(node.argument, known[what]) or f"define it in {home}"
        diagnostics.error(code, f"there is no {what} `{node.argument}`", node.span, hint)
        return Paragraph((), node.span)

    return {id: rewrite(section, change) for id, section in sections.items()}
