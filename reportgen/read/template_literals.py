"""What a template prints as it stands: its text outside the tags, and texts within them that are no messages."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

_GETTEXT = ("_", "gettext")
_DIRECTIVE = ":::"


def literals(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """Yield the lines of a template's own text, each with its number, then the texts in its tags."""
    for data in tree.find_all(nodes.TemplateData):
        for number, line in enumerate(data.data.split("\n"), data.lineno):
            if not line.startswith(_DIRECTIVE):
                yield number, line
    messages = {id(part) for call in tree.find_all(nodes.Call) if _is_gettext(call) for part in call.args}
    for constant in tree.find_all(nodes.Const):
        if isinstance(constant.value, str) and id(constant) not in messages:
            yield constant.lineno, constant.value


def _is_gettext(call: nodes.Call) -> bool:
    return isinstance(call.node, nodes.Name) and call.node.name in _GETTEXT
