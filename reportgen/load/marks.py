"""`discloses` marks: `{framework: [code, ...]}` to pairs of framework and code."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.diagnostics import Code, Diagnostics, suggest
from reportgen.load.fields import mapping_at
from reportgen.load.values import text_of
from reportgen.load.yaml_nodes import Node, Scalar, Sequence


def marks_of(node: Node | None, frameworks: Iterable[str], diagnostics: Diagnostics) -> tuple[tuple[str, str], ...]:
    """Return the (framework, code) pairs of a `discloses` key; UNKNOWN_FRAMEWORK where the report has no such one."""
    mapping = None if node is None else mapping_at(node, "`discloses`", diagnostics)
    if mapping is None:
        return ()
    pairs: list[tuple[str, str]] = []
    for framework, (place, codes) in mapping.entries.items():
        if framework not in frameworks:
            hint = suggest(framework, frameworks) or "add it to `frameworks` in `content/report.yaml`"
            diagnostics.error(Code.UNKNOWN_FRAMEWORK, f"the report follows no framework `{framework}`", place, hint)
            continue
        pairs.extend((framework, code) for code in _codes(codes, diagnostics))
    return tuple(pairs)


def _codes(node: Node, diagnostics: Diagnostics) -> Iterable[str]:
    items = node.items if isinstance(node, Sequence) else (node,)
    for item in items:
        code = text_of(item, diagnostics, "a provision's code")
        if code is not None and isinstance(item, Scalar):
            yield code
