"""One walk and one rewriting over everything that is made of records (frozen `Struct`s), tuples and dictionaries.

Both know by an object's class what to do with it, and enter nothing that cannot hold what they look for; the walk keeps
its own stack. A report is walked and rewritten some twenty times, which took an eighth of the time of its PDF when each
object was asked what it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from inspect import get_annotations
from typing import Any, TypeVar, get_args

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Span
from reportgen.model.dataset import Fact
from reportgen.model.inline import Inline

T = TypeVar("T")

_LEAVES = (Span, Fact)
_LEAF_NAMES = frozenset(("str", "int", "bool", "Span", "Fact", "tuple"))
"""What the annotations of fields that hold no nodes are made of: half of all fields."""
_NAME = re.compile(r"\w+")


@cache
def _fields_of(kind: type, leaves: frozenset[str]) -> tuple[str, ...] | None:
    """Return the names of the fields of a class that may hold nodes; none for a class that is no node."""
    if not issubclass(kind, Struct) or kind in _LEAVES:
        return None
    types = {name: kept for base in kind.__mro__ for name, kept in get_annotations(base).items()}
    return tuple(name for name in kind.__struct_fields__ if not leaves.issuperset(_NAME.findall(types[name])))


class _Fields(dict[type, "tuple[str, ...] | None"]):
    """The fields to enter, by class, in search of ``kinds``; none for a class that neither is nor holds one of them.

    What stands in lines of text is entered where it may be looked for.
    """

    def __init__(self, kinds: tuple[type, ...]) -> None:
        self._kinds = kinds
        in_lines = not kinds or not set(kinds).isdisjoint(get_args(Inline))
        self._leaves = _LEAF_NAMES if in_lines else _LEAF_NAMES | {"Inline"}

    def __missing__(self, kind: type) -> tuple[str, ...] | None:
        names = _fields_of(kind, self._leaves)
        self[kind] = names if names or not self._kinds or kind in self._kinds else None
        return self[kind]


@cache
def _fields_for(kinds: tuple[type, ...]) -> _Fields:
    return _Fields(kinds)


def walk(node: object, *kinds: type) -> Iterator[Any]:
    """Yield a node and all that it holds, in reading order, parents first. Spans and facts are not entered.

    Where ``kinds`` are given, only nodes of these classes are yielded.
    """
    fields = _fields_for(kinds)
    pending: list[Any] = [node]
    while pending:
        part = pending.pop()
        kind = part.__class__
        if kind is tuple:
            pending += part[::-1]
        elif (names := fields[kind]) is not None:
            if not kinds or kind in kinds:
                yield part
            for name in names[::-1]:
                pending.append(getattr(part, name))
        elif kind is dict:
            pending += reversed(part.values())


def rewrite(node: T, change: Callable[[Any], Any], *kinds: type) -> T:
    """Return a node with ``change`` applied to each node in it of the classes ``kinds``: in order, children first.

    ``change`` returns what it is given where there is nothing to change; then the old tree's parts are shared.
    """
    return _Rewriting(change, kinds).any(node)  # type: ignore[no-any-return]


class _Rewriting:
    """A rewriting under way."""

    def __init__(self, change: Callable[[Any], Any], kinds: tuple[type, ...]) -> None:
        self._change = change
        self._kinds = kinds
        self._fields = _fields_for(kinds)

    def any(self, node: Any) -> Any:
        return self.parts(node) if isinstance(node, tuple) else self.node(node)

    def node(self, node: Any) -> Any:
        names = self._fields[node.__class__]
        if names is None:
            return {key: self.any(part) for key, part in node.items()} if isinstance(node, dict) else node
        changed: dict[str, Any] | None = None
        for name in names:
            part = getattr(node, name)
            if part:
                new = self.parts(part) if part.__class__ is tuple else self.node(part)
                if new is not part:
                    changed = changed or {}
                    changed[name] = new
        if changed:
            node = replace(node, **changed)
        return self._change(node) if node.__class__ in self._kinds else node

    def parts(self, parts: tuple[Any, ...]) -> tuple[Any, ...]:
        changed: list[Any] | None = None
        fields = self._fields
        for at, part in enumerate(parts):
            kind = part.__class__
            if kind is tuple:
                new = self.parts(part)
            elif fields[kind] is None and kind is not dict:
                continue
            else:
                new = self.node(part)
            if new is not part:
                changed = changed or list(parts)
                changed[at] = new
        return tuple(changed) if changed else parts
