"""One walk and one rewriting over everything that is made of frozen dataclasses, tuples and dictionaries."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from operator import is_
from typing import Any, TypeVar, cast

from reportgen.diagnostics import Span
from reportgen.model.dataset import Fact

T = TypeVar("T")

_LEAVES = (str, int, Span, Fact, type(None))
_LEAF_TYPES = {"str", "int", "bool", "Span", "tuple[str, ...]", "tuple[int, ...]", "tuple[Fact, ...]"}
"""The annotations of fields that hold no nodes: half of all fields, so they are not looked into."""


def walk(node: object) -> Iterator[Any]:
    """Yield a node and all that it holds, in reading order, parents first. Spans and facts are not entered."""
    if isinstance(node, _LEAVES):
        return
    if isinstance(node, tuple):
        for part in node:
            yield from walk(part)
    elif isinstance(node, dict):
        for part in node.values():
            yield from walk(part)
    elif is_dataclass(node):
        yield node
        for name in _names(node.__class__):
            yield from walk(getattr(node, name))


def rewrite(node: T, change: Callable[[Any], Any]) -> T:
    """Return a node with ``change`` applied to each dataclass in it, in reading order, children first.

    ``change`` returns what it is given where there is nothing to change; then the old tree's parts are shared.
    """
    result: Any = node
    if isinstance(node, _LEAVES):
        return node
    if isinstance(node, tuple):
        parts = tuple([rewrite(part, change) for part in node])
        result = node if all(map(is_, parts, node)) else parts
    elif isinstance(node, dict):
        result = {key: rewrite(part, change) for key, part in node.items()}
    elif is_dataclass(node):
        result = change(_with_parts(node, change))
    return result  # type: ignore[no-any-return]


def _with_parts(node: Any, change: Callable[[Any], Any]) -> Any:
    changed = {}
    for name in _names(node.__class__):
        part = getattr(node, name)
        new = rewrite(part, change)
        if new is not part:
            changed[name] = new
    return replace(node, **changed) if changed else node


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cast("type[Any]", kind)) if field.type not in _LEAF_TYPES)
