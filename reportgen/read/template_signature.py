"""What a directive with a template takes, as its template shows: what it uses must be given, unless it asks first.

``directive.argument``, ``directive.words.title``, ``directive.settings.id`` are required where the template uses them;
``"title" in directive.words``, ``directive.words.title is defined``, ``directive.words.get("title")`` and
``directive.words.title|default(...)`` make them optional. ``::: body`` takes blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jinja2 import nodes

from reportgen.read.signature import Signature, Use
from reportgen.read.template_nodes import Nodes

_BODY = re.compile(r"^\s*:{3,}\s*body\b", re.MULTILINE)
_Key = tuple[str, str]


def signature_of(name: str, sources: Mapping[str, str], parts: Mapping[str, Nodes]) -> Signature:
    """Return what the template's directive takes. Included templates count as part of it.

    ``parts`` has all nodes of each template: they are looked through a dozen times.
    """
    used: set[_Key] = set()
    asked: set[_Key] = set()
    blocks = False
    for part in sorted(_with_included(name, parts)):
        used.update(_used(parts[part]))
        asked.update(_asked(parts[part]))
        blocks = blocks or _BODY.search(sources[part]) is not None
    uses = {key: Use.OPTIONAL if key in asked else Use.REQUIRED for key in used | asked}
    return Signature(
        argument=uses.get(("argument", "")),
        words={key: use for (what, key), use in sorted(uses.items()) if what == "words"},
        settings={key: use for (what, key), use in sorted(uses.items()) if what == "settings"},
        blocks=blocks,
        any_words=("words", "items") in used,
    )


def _with_included(name: str, parts: Mapping[str, Nodes]) -> set[str]:
    """Return the names of a template and of all that it includes."""
    found: set[str] = set()
    ahead = [name]
    while ahead:
        part = ahead.pop()
        if part in parts and part not in found:
            found.add(part)
            ahead.extend(included(parts[part]))
    return found


def included(template: Nodes) -> list[str]:
    """Return the names of the templates that a template includes."""
    includes = [node.template for node in template if isinstance(node, nodes.Include)]
    return [included.value for included in includes if isinstance(included, nodes.Const)]


def _used(template: Nodes) -> Iterator[_Key]:
    for node in template:
        key = _key(node)
        if key is not None and key[1] not in {"get", "keys", "values"}:
            yield key


def _asked(template: Nodes) -> Iterator[_Key]:
    """Yield what the template asks for before it uses it."""
    for node in template:
        match node:
            case nodes.Test(name="defined" | "undefined", node=inner):
                yield from _given(_key(inner))
            case nodes.Filter(name="default" | "d", node=nodes.Node() as inner):
                yield from _given(_key(inner))
            case nodes.Call() | nodes.Compare():
                yield from _asked_by_name(node)


def _asked_by_name(node: nodes.Call | nodes.Compare) -> Iterator[_Key]:
    match node:
        case nodes.Call(node=called, args=[nodes.Const(value=name), *_]):
            key = _key(called)
            if key is not None and key[1] == "get":
                yield key[0], name
        case nodes.Compare(expr=nodes.Const(value=name), ops=[nodes.Operand(op="in" | "notin", expr=inner), *_]):
            holder = _holder(inner)
            if holder:
                yield holder, name


def _given(key: _Key | None) -> Iterator[_Key]:
    if key is not None:
        yield key


def _key(node: nodes.Node) -> _Key | None:
    """Return what ``directive.words.title`` or ``directive.words["title"]`` names."""
    match node:
        case nodes.Getattr(node=nodes.Name(name="directive"), attr="argument"):
            return "argument", ""
        case nodes.Getattr(node=inner, attr=name):
            holder = _holder(inner)
        case nodes.Getitem(node=inner, arg=nodes.Const(value=str(name))):
            holder = _holder(inner)
        case _:
            return None
    return (holder, name) if holder else None


def _holder(node: nodes.Node) -> str:
    match node:
        case nodes.Getattr(node=nodes.Name(name="directive"), attr="words" | "settings" as name):
            return str(name)
        case _:
            return ""
