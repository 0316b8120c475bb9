"""`content/figures/*.yaml` to charts; `diagrams` reads the diagrams in the same files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table

from reportgen.diagnostics import Code, Diagnostics, Span, suggest
from reportgen.load.chart_kinds import check_kind
from reportgen.load.facts import period_known
from reportgen.load.fields import Fields, mapping_at
from reportgen.load.notes import notes_of
from reportgen.load.source import list_files
from reportgen.load.values import is_id, kind_of
from reportgen.load.yaml_file import read_yaml
from reportgen.load.yaml_nodes import Mapping, Node, Scalar
from reportgen.model.figure import KINDS, Category, ChartOf
from reportgen.model.note_marks import marks_in
from reportgen.model.project import Project
from reportgen.model.words import Words

FIGURES = "content/figures"

FIGURE_FILE_KEYS = frozenset(("charts", "diagrams", "notes"))
CHART_KEYS = frozenset("kind title subtitle source periods limits categories".split())
CATEGORY_KEYS = frozenset(("indicator", "label"))
CATEGORY_GROUP_KEYS = frozenset(("group", "parts"))


def load_charts(project: Project, diagnostics: Diagnostics) -> dict[str, ChartOf]:
    """Return all charts of a report by id. `connect_charts` checks the indicators that they name."""
    charts: dict[str, ChartOf] = {}
    for path in list_files(project.root, FIGURES, ".yaml"):
        mapping = read_yaml(project.root, path, diagnostics)
        if mapping is None:
            continue
        file = Fields(mapping, "a file of figures", FIGURE_FILE_KEYS, diagnostics)
        notes = notes_of(file)
        marked: set[str] = set()
        for id_, (place, node) in file.mapping("charts").entries.items():
            chart = _chart(id_, place, node, notes, project, diagnostics)
            if chart is not None and _is_new(charts.get(id_), chart, diagnostics):
                charts[id_] = chart
                marked |= chart.notes.keys()
        _check_used(notes, marked, diagnostics)
    return charts


def _chart(
    id_: str, place: Span, node: Node, notes: Table[str, Words], project: Project, diagnostics: Diagnostics
) -> ChartOf | None:
    if not is_id(id_):
        hint = "use small letters, digits and `_`, beginning with a letter"
        diagnostics.error(Code.WRONG_VALUE, f"`{id_}` cannot be an id", place, hint)
    mapping = mapping_at(node, f"the chart `{id_}`", diagnostics)
    if mapping is None:
        return None
    fields = Fields(mapping, f"the chart `{id_}`", CHART_KEYS, diagnostics)
    fields.needed("kind")
    fields.needed("categories")
    fields.needed("periods")
    title, subtitle, source = fields.needed_words("title"), fields.words("subtitle"), fields.words("source")
    categories = tuple(_categories(fields.items("categories"), diagnostics))
    marks = {name for words in (title, subtitle, source) if words for name, _ in marks_in(words)}
    kind = fields.choice("kind", {kind: kind for kind in KINDS}, "")
    chart = ChartOf(
        id_,
        kind or KINDS[0],
        title,
        subtitle,
        source,
        categories,
        _periods(fields, "periods", project) or ("current",),
        place,
        _periods(fields, "limits", project),
        {name: notes[name] for name in notes if name in marks | _label_marks(categories, notes, diagnostics)},
    )
    if kind:
        check_kind(chart, fields)
    return chart


def _periods(fields: Fields, key: str, project: Project) -> tuple[str, ...]:
    texts = fields.texts(key)
    return tuple(text for text, span in texts if period_known(text, span, project.periods, fields.diagnostics))


def _categories(nodes: Iterable[Node], diagnostics: Diagnostics) -> Iterator[Category]:
    for node in nodes:
        if isinstance(node, Mapping) and not CATEGORY_GROUP_KEYS.isdisjoint(node.entries):
            fields = Fields(node, "a group of categories", CATEGORY_GROUP_KEYS, diagnostics)
            fields.needed("parts")
            group = fields.needed_words("group")
            parts = (_category(part, group, diagnostics) for part in fields.items("parts"))
        else:
            parts = (_category(part, None, diagnostics) for part in (node,))
        yield from (part for part in parts if part is not None)


def _category(node: Node, group: Words | None, diagnostics: Diagnostics) -> Category | None:
    match node:
        case Scalar(text=str() as text) if text:
            return Category(text, None, node.span, group)
        case Mapping():
            fields = Fields(node, "a category", CATEGORY_KEYS, diagnostics)
            id_ = fields.needed("indicator")
            if id_ is not None and fields.text("indicator"):
                return Category(fields.text("indicator"), fields.words("label"), id_.span, group)
        case _:
            message = f"expected a category as an indicator's id or a mapping, found {kind_of(node)}"
            diagnostics.error(Code.WRONG_VALUE, message, node.span)
    return None


def _label_marks(categories: tuple[Category, ...], notes: Table[str, Words], diagnostics: Diagnostics) -> set[str]:
    """Return the marks of labels. They have no place for a footnote: their notes are the file's."""
    labels = dict.fromkeys(words for each in categories for words in (each.group, each.label) if words is not None)
    marks = [mark for words in labels for mark in marks_in(words)]
    for name, span in marks:
        if name not in notes:
            hint = suggest(name, notes) or f"add `{name}: ...` to `notes` of this file"
            diagnostics.error(Code.UNKNOWN_NOTE, f"there is no note `{name}`", span, hint)
    return {name for name, _ in marks}


def _check_used(notes: Table[str, Words], marked: set[str], diagnostics: Diagnostics) -> None:
    for name, words in notes.items():
        if name not in marked:
            hint = f"mark it with `[^{name}]`, or delete it"
            diagnostics.warning(Code.UNUSED_NOTE, f"nothing is marked with the note `{name}`", words.span, hint)


def _is_new(other: ChartOf | None, chart: ChartOf, diagnostics: Diagnostics) -> bool:
    if other is None:
        return True
    hint = f"the other one is at {other.span}; rename one of them"
    diagnostics.error(Code.DUPLICATE_ID, f"the chart `{chart.id}` is defined twice", chart.span, hint)
    return False
