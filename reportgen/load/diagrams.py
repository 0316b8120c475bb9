"""`content/figures/*.yaml` to diagrams."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Code, Diagnostics, Span
from reportgen.load.fields import Fields, check_filled, mapping_at, words_in
from reportgen.load.figures import FIGURE_FILE_KEYS, FIGURES
from reportgen.load.matrix import load_matrix
from reportgen.load.source import list_files
from reportgen.load.values import is_id, kind_of
from reportgen.load.yaml_file import read_yaml
from reportgen.load.yaml_nodes import Mapping, Node, Scalar, Sequence
from reportgen.model.figure import DIAGRAMS, MATRIX, BoxOf, DiagramOf, MatrixOf
from reportgen.model.project import Project

DIAGRAM_KEYS = frozenset("kind title steps levels cycle axes matrix".split())
BOX_KEYS = frozenset(("name", "text"))

MOST_STEPS = 9
MOST_ACROSS = 6
"""How many boxes stand side by side at most: more leave no room for words."""


def load_diagrams(project: Project, diagnostics: Diagnostics) -> dict[str, DiagramOf | MatrixOf]:
    """Return all diagrams of a report by id."""
    diagrams: dict[str, DiagramOf | MatrixOf] = {}
    quiet = Diagnostics()  # what is wrong with the files themselves, the charts' loader says
    for path in list_files(project.root, FIGURES, ".yaml"):
        mapping = read_yaml(project.root, path, quiet)
        if mapping is None:
            continue
        node = Fields(mapping, "a file of figures", FIGURE_FILE_KEYS, quiet).node("diagrams")
        written = None if node is None else mapping_at(node, "`diagrams`", diagnostics)
        for id_, (place, node) in written.entries.items() if written else ():
            diagram = _diagram(id_, place, node, diagnostics)
            if diagram is not None and _is_new(diagrams.get(id_), diagram, diagnostics):
                diagrams[id_] = diagram
    return diagrams


def _diagram(id_: str, place: Span, node: Node, diagnostics: Diagnostics) -> DiagramOf | MatrixOf | None:
    if not is_id(id_):
        hint = "use small letters, digits and `_`, beginning with a letter"
        diagnostics.error(Code.WRONG_VALUE, f"`{id_}` cannot be an id", place, hint)
    mapping = mapping_at(node, f"the diagram `{id_}`", diagnostics)
    if mapping is None:
        return None
    fields = Fields(mapping, f"the diagram `{id_}`", DIAGRAM_KEYS, diagnostics)
    fields.needed("kind")
    title = fields.needed_words("title")
    kind = fields.choice("kind", {kind: kind for kind in DIAGRAMS}, "")
    if not kind:
        return None
    fields.needed(kind)
    _check_filled(kind, fields)
    _check_other(kind, fields)
    if kind == MATRIX:
        return load_matrix(id_, title, fields, place)
    rows = tuple(_levels(fields)) if kind == "levels" else (tuple(_boxes(fields.items(kind), diagnostics)),)
    _check_count(kind, rows, fields)
    return DiagramOf(id_, kind, title, tuple(row for row in rows if row), place)


_LISTED = {
    "steps": ("steps", "write `- a step`"),
    "levels": ("levels", "write `- [one box, another]`"),
    "cycle": ("steps", "write `- a step`"),
    MATRIX: ("groups", "write `- {group: ..., family: ..., issues: [...]}`"),
}
"""What the list of a kind is of, and how one is written."""


def _check_filled(kind: str, fields: Fields) -> None:
    """Check that something is drawn, and a box on each level."""
    node = fields.node(kind)
    listed, hint = _LISTED[kind]
    check_filled(node, f"`{kind}` as a list of {listed}", hint, fields.diagnostics)
    for level in node.items if kind == "levels" and isinstance(node, Sequence) else ():
        check_filled(level, "a level as a list of boxes", hint, fields.diagnostics)


def _check_other(kind: str, fields: Fields) -> None:
    for key, other in {**{each: each for each in DIAGRAMS}, "axes": MATRIX}.items():
        if other != kind and key in fields:
            message = f"a diagram of kind `{kind}` has no `{key}`"
            fields.diagnostics.error(Code.WRONG_VALUE, message, fields.place(key), f"use `kind: {other}`")


def _check_count(kind: str, rows: tuple[tuple[BoxOf, ...], ...], fields: Fields) -> None:
    most, what = (MOST_ACROSS, "boxes on a level") if kind == "levels" else (MOST_STEPS, "steps")
    for row in rows:
        if len(row) > most:
            message = f"expected at most {most} {what}, found {len(row)}"
            hint = "join some of them, or show them as a list"
            fields.diagnostics.error(Code.WRONG_VALUE, message, row[most].span, hint)
        if kind == "cycle" and len(row) == 1:
            message = "expected at least 2 steps of a cycle, found 1"
            fields.diagnostics.error(Code.WRONG_VALUE, message, row[0].span, "write the step that it leads to")


def _levels(fields: Fields) -> Iterator[tuple[BoxOf, ...]]:
    for node in fields.items("levels"):
        if isinstance(node, Sequence):
            yield tuple(_boxes(node.items, fields.diagnostics))
        else:
            message = f"expected a level as a list of boxes, found {kind_of(node)}"
            fields.diagnostics.error(Code.WRONG_VALUE, message, node.span, "write `- [one box, another]`")


def _boxes(nodes: tuple[Node, ...], diagnostics: Diagnostics) -> Iterator[BoxOf]:
    for node in nodes:
        match node:
            case Scalar():
                words = words_in(node, "a box", diagnostics)
                if words is not None:
                    yield BoxOf(words, None, node.span)
            case Mapping():
                fields = Fields(node, "a box", BOX_KEYS, diagnostics)
                yield BoxOf(fields.needed_words("name"), fields.words("text"), node.span)
            case _:
                message = f"expected a box as words or a mapping, found {kind_of(node)}"
                diagnostics.error(Code.WRONG_VALUE, message, node.span, "write `{name: ..., text: ...}`")


def _is_new(other: DiagramOf | MatrixOf | None, diagram: DiagramOf | MatrixOf, diagnostics: Diagnostics) -> bool:
    if other is None:
        return True
    hint = f"the other one is at {other.span}; rename one of them"
    diagnostics.error(Code.DUPLICATE_ID, f"the diagram `{diagram.id}` is defined twice", diagram.span, hint)
    return False
