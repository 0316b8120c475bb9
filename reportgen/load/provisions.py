"""One provision of a framework's catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reportgen.diagnostics import Code, Diagnostics
from reportgen.load.fields import Fields, mapping_at
from reportgen.load.theme_lengths import colour
from reportgen.load.values import text_of
from reportgen.load.wordings import wordings_of
from reportgen.load.yaml_nodes import Mapping, Scalar, Sequence
from reportgen.model.index import Component, Duty, Kind, Obligation, Provision, Wording

PROVISION_KEYS = frozenset(
    "code label part area aspect obligation kind requirement components units years by links verified colour".split()
)
DUTY_KEYS = frozenset("is boards large_cap from".split())
_OBLIGATIONS = {obligation.value: obligation for obligation in Obligation}


def provision_of(node: Mapping, diagnostics: Diagnostics) -> Provision:
    """Return a provision as a framework's catalogue has it."""
    fields = Fields(node, "a provision", PROVISION_KEYS, diagnostics)
    return Provision(
        code=fields.needed_text("code"),
        label=wordings_of(fields, "label"),
        requirement=wordings_of(fields, "requirement"),
        part=wordings_of(fields, "part"),
        area=wordings_of(fields, "area") if "area" in fields else {},
        aspect=wordings_of(fields, "aspect") if "aspect" in fields else {},
        duties=tuple(_duties(fields)),
        kind=fields.choice("kind", {kind.value: kind for kind in Kind}, Kind.NARRATIVE),
        components=tuple(_components(fields)),
        units=tuple(text for text, _ in fields.texts("units")),
        years=fields.whole("years") or 1,
        breakdowns=tuple(text for text, _ in fields.texts("by")),
        links=tuple(_links(fields)),
        verified=fields.truth("verified", default=False),
        colour=colour(fields, "colour") if "colour" in fields else "",
    )


def obligation_names(fields: Fields) -> dict[Obligation, Wording]:
    """Return what a framework calls each obligation."""
    named = Fields(fields.mapping("obligations"), "`obligations`", frozenset(_OBLIGATIONS), fields.diagnostics)
    return {obligation: wordings_of(named, name) for name, obligation in _OBLIGATIONS.items() if name in named}


def board_names(fields: Fields) -> frozenset[str]:
    """Return the boards that a key names."""
    return frozenset(text for text, _ in fields.texts("boards"))


def _duties(fields: Fields) -> Iterator[Duty]:
    """Yield whom the provision binds and how: one word for everybody, or a list of cases."""
    node = fields.needed("obligation")
    if isinstance(node, Scalar):
        yield Duty(fields.choice("obligation", _OBLIGATIONS, Obligation.VOLUNTARY))
    elif isinstance(node, Sequence):
        for item in node.items:
            case = mapping_at(item, "a case of `obligation`", fields.diagnostics)
            if case is not None:
                yield _duty(Fields(case, "a case of `obligation`", DUTY_KEYS, fields.diagnostics))
    elif node is not None:
        hint = "write `obligation: mandatory`, or a list of cases `- {is: mandatory, from: 2026-01-01}`"
        fields.diagnostics.error(Code.WRONG_VALUE, "expected `obligation` as a word or a list", node.span, hint)


def _duty(fields: Fields) -> Duty:
    return Duty(
        fields.choice("is", _OBLIGATIONS, Obligation.VOLUNTARY),
        board_names(fields),
        fields.truth("large_cap", default=False),
        fields.date("from") if "from" in fields else date.min,
    )


def _components(fields: Fields) -> Iterator[Component]:
    components = fields.mapping("components")
    named = Fields(components, "`components`", frozenset(components.entries), fields.diagnostics)
    for name in components.entries:
        yield Component(name, wordings_of(named, name))


def _links(fields: Fields) -> Iterator[tuple[str, str]]:
    links = fields.mapping("links")
    named = Fields(links, "`links`", frozenset(links.entries), fields.diagnostics)
    for framework in links.entries:
        for node in named.items(framework):
            code = text_of(node, fields.diagnostics, "a provision's code")
            if code is not None:
                yield framework, code
