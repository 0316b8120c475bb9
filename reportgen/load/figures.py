"""`content/figures/*.yaml` to charts."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Code, Diagnostics, Span
from reportgen.load.facts import period_known
from reportgen.load.fields import Fields, mapping_at
from reportgen.load.source import list_files
from reportgen.load.values import is_id, kind_of
from reportgen.load.yaml_file import read_yaml
from reportgen.load.yaml_nodes import Mapping, Node, Scalar
from reportgen.model.figure import Category, ChartOf
from reportgen.model.project import Project

FIGURES = "content/figures"
KINDS = ("columns", "bars")

_FILE_KEYS = frozenset(("charts",))
_CHART_KEYS = frozenset("kind title subtitle source periods categories".split())
_CATEGORY_KEYS = frozenset(("indicator", "label"))


def load_charts(project: Project, diagnostics: Diagnostics) -> dict[str, ChartOf]:
    """Return all charts of a report by id. `connect_charts` checks the indicators that they name."""
    charts: dict[str, ChartOf] = {}
    for path in list_files(project.root, FIGURES, ".yaml"):
        mapping = read_yaml(project.root, path, diagnostics)
        if mapping is None:
            continue
        file = Fields(mapping, "a file of figures", _FILE_KEYS, diagnostics)
        for id_, (place, node) in file.mapping("charts").entries.items():
            chart = _chart(id_, place, node, project, diagnostics)
            if chart is not None and _is_new(charts.get(id_), chart, diagnostics):
                charts[id_] = chart
    return charts


def _chart(id_: str, place: Span, node: Node, project: Project, diagnostics: Diagnostics) -> ChartOf | None:
    if not is_id(id_):
        hint = "use small letters, digits and `_`, beginning with a letter"
        diagnostics.error(Code.WRONG_VALUE, f"`{id_}` cannot be an id", place, hint)
    mapping = mapping_at(node, f"the chart `{id_}`", diagnostics)
    if mapping is None:
        return None
    fields = Fields(mapping, f"the chart `{id_}`", _CHART_KEYS, diagnostics)
    fields.needed("kind")
    fields.needed("categories")
    return ChartOf(
        id_,
        kind=fields.choice("kind", {kind: kind for kind in KINDS}, KINDS[0]),
        title=fields.needed_words("title"),
        subtitle=fields.words("subtitle"),
        source=fields.words("source"),
        categories=tuple(_categories(fields.items("categories"), diagnostics)),
        periods=_periods(fields, project),
        span=place,
    )


def _periods(fields: Fields, project: Project) -> tuple[str, ...]:
    fields.needed("periods")
    texts = fields.texts("periods")
    periods = tuple(text for text, span in texts if period_known(text, span, project.periods, fields.diagnostics))
    return periods or ("current",)


def _categories(nodes: tuple[Node, ...], diagnostics: Diagnostics) -> Iterator[Category]:
    for node in nodes:
        match node:
            case Scalar(text=str() as text) if text:
                yield Category(text, None, node.span)
            case Mapping():
                fields = Fields(node, "a category", _CATEGORY_KEYS, diagnostics)
                id_ = fields.needed("indicator")
                if id_ is not None and fields.text("indicator"):
                    yield Category(fields.text("indicator"), fields.words("label"), id_.span)
            case _:
                message = f"expected a category as an indicator's id or a mapping, found {kind_of(node)}"
                diagnostics.error(Code.WRONG_VALUE, message, node.span)


def _is_new(other: ChartOf | None, chart: ChartOf, diagnostics: Diagnostics) -> bool:
    if other is None:
        return True
    hint = f"the other one is at {other.span}; rename one of them"
    diagnostics.error(Code.DUPLICATE_ID, f"the chart `{chart.id}` is defined twice", chart.span, hint)
    return False
