"""`discloses` marks, `{framework: [code, ...]}`, with their places; a code may name a part: `B.13/oversight`."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from reportgen.diagnostics import Code, Diagnostics, Span, suggest
from reportgen.load.fields import mapping_at
from reportgen.load.mark import mark_of
from reportgen.load.values import text_of
from reportgen.load.yaml_nodes import Node, Scalar, Sequence
from reportgen.model.dataset import Mark


def marks_of(node: Node | None, frameworks: Collection[str], diagnostics: Diagnostics) -> tuple[Mark, ...]:
    """Return the marks of a `discloses` key; UNKNOWN_FRAMEWORK for one of none of the ``frameworks``."""
    mapping = None if node is None else mapping_at(node, "`discloses`", diagnostics)
    if mapping is None:
        return ()
    marks: list[Mark] = []
    for framework, (place, codes) in mapping.entries.items():
        if framework not in frameworks:
            hint = suggest(framework, frameworks) or f"there are {', '.join(f'`{name}`' for name in frameworks)}"
            diagnostics.error(Code.UNKNOWN_FRAMEWORK, f"unknown framework `{framework}`", place, hint)
            continue
        marks.extend(mark_of(framework, code, span) for code, span in _codes(codes, diagnostics))
    return tuple(marks)


def _codes(node: Node, diagnostics: Diagnostics) -> Iterator[tuple[str, Span]]:
    items = node.items if isinstance(node, Sequence) else (node,)
    for item in items:
        code = text_of(item, diagnostics, "a provision's code")
        if code is not None and isinstance(item, Scalar):
            yield code, item.span
