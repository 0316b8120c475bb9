"""The nodes of a template as a list: what looks for something in a template goes through it, and not down its tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinja2 import nodes
from jinja2.ext import GETTEXT_FUNCTIONS

Nodes = Sequence[nodes.Node]
"""All nodes of a template."""


def nodes_of(tree: nodes.Template) -> list[nodes.Node]:
    """Return all nodes below a template's root, in their order, parents first."""
    found: list[nodes.Node] = []
    ahead: list[nodes.Node] = [tree]
    while ahead:
        node = ahead.pop()
        found.append(node)
        parts: list[object] = []
        for name in node.fields:
            part = getattr(node, name, None)
            parts += part if isinstance(part, list) else (part,)
        ahead += [part for part in reversed(parts) if isinstance(part, nodes.Node)]
    return found[1:]


def messages(template: Nodes) -> Iterator[tuple[int, str]]:
    """Yield the words ``_("...")`` that a template prints, each with the number of its line."""
    for node in template:
        match node:
            case nodes.Call(node=nodes.Name(name=name), args=[nodes.Const(value=str(text)), *_]) if (
                text and name in GETTEXT_FUNCTIONS
            ):
                yield node.lineno, text
