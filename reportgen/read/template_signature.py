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

_BODY = re.compile(r"^\s*:{3,}\s*body\b", re.MULTILINE)
_Key = tuple[str, str]


def signature_of(name: str, sources: Mapping[str, str], trees: Mapping[str, nodes.Template]) -> Signature:
    """Return what the template's directive takes. Included templates count as part of it."""
    used: set[_Key] = set()
    asked: set[_Key] = set()
    blocks = False
    for part in sorted(_parts(name, trees)):
        tree = trees[part]
        used.update(_used(tree))
        asked.update(_asked(tree))
        blocks = blocks or _BODY.search(sources[part]) is not None
    uses = {key: Use.OPTIONAL if key in asked else Use.REQUIRED for key in used | asked}
    return Signature(
        argument=uses.get(("argument", "")),
        words={key: use for (what, key), use in sorted(uses.items()) if what == "words"},
        settings={key: use for (what, key), use in sorted(uses.items()) if what == "settings"},
        blocks=blocks,
        any_words=("words", "items") in used,
    )


def _parts(name: str, trees: Mapping[str, nodes.Template]) -> set[str]:
    """Return the names of a template and of all that it includes."""
    found: set[str] = set()
    ahead = [name]
    while ahead:
        part = ahead.pop()
        if part in trees and part not in found:
            found.add(part)
            ahead.extend(included(trees[part]))
    return found


def included(tree: nodes.Template) -> list[str]:
    """Return the names of the templates that a template includes."""
    includes = tree.find_all(nodes.Include)
    return [include.template.value for include in includes if isinstance(include.template, nodes.Const)]


def _used(tree: nodes.Node) -> Iterator[_Key]:
    for node in tree.find_all((nodes.Getattr, nodes.Getitem)):
        key = _key(node)
        if key is not None and key[1] not in {"get", "keys", "values"}:
            yield key


def _asked(tree: nodes.Node) -> Iterator[_Key]:
    """Yield what the template asks for before it uses it."""
    for test in tree.find_all(nodes.Test):
        if test.name in {"defined", "undefined"}:
            yield from _given(_key(test.node))
    for default in tree.find_all(nodes.Filter):
        if default.name in {"default", "d"} and default.node is not None:
            yield from _given(_key(default.node))
    yield from _asked_by_name(tree)


def _asked_by_name(tree: nodes.Node) -> Iterator[_Key]:
    for call in tree.find_all(nodes.Call):
        key = _key(call.node)
        if key is not None and key[1] == "get" and call.args and isinstance(call.args[0], nodes.Const):
            yield key[0], call.args[0].value
    for compare in tree.find_all(nodes.Compare):
        holder = _holder(compare.ops[0].expr)
        if compare.ops[0].op in {"in", "notin"} and holder and isinstance(compare.expr, nodes.Const):
            yield holder, compare.expr.value


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
