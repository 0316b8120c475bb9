"""A matrix of `content/figures/*.yaml`: the names of its axes, and its issues by group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from reportgen.diagnostics import Code, Diagnostics, Span
from reportgen.load.fields import Fields, check_filled, mapping_at
from reportgen.load.yaml_nodes import Node
from reportgen.model.figure import MATRIX, IssueGroupOf, IssueOf, MatrixOf
from reportgen.model.theme_names import FAMILIES
from reportgen.model.words import Words

AXES_KEYS = frozenset(("x", "y"))
ISSUE_GROUP_KEYS = frozenset(("group", "family", "issues"))
ISSUE_KEYS = frozenset(("name", "x", "y"))

MOST_ISSUES = 20
"""More do not fit beside the plot on one page, where names take two lines."""
_LOWEST, _HIGHEST = Decimal(0), Decimal(100)


def load_matrix(id_: str, title: Words, fields: Fields, place: Span) -> MatrixOf:
    """Return the matrix whose keys ``fields`` reads; what is wrong with it is reported."""
    across, up = _axes(fields, place)
    groups = tuple(_groups(fields.items(MATRIX), fields.diagnostics))
    _check_families(groups, fields.diagnostics)
    issues = [issue for group in groups for issue in group.issues]
    if len(issues) > MOST_ISSUES:
        message = f"expected at most {MOST_ISSUES} issues, found {len(issues)}"
        hint = "join some of them, or leave out those of least weight"
        fields.diagnostics.error(Code.WRONG_VALUE, message, issues[MOST_ISSUES].span, hint)
    return MatrixOf(id_, title, up, across, groups, place)


def _axes(fields: Fields, place: Span) -> tuple[Words, Words]:
    """Return what is measured across and upwards; no words stand in for what is not there."""
    node = fields.needed("axes")
    mapping = None if node is None else mapping_at(node, "`axes`", fields.diagnostics)
    if mapping is None:
        return Words("", place), Words("", place)
    axes = Fields(mapping, "`axes`", AXES_KEYS, fields.diagnostics)
    return axes.needed_words("x"), axes.needed_words("y")


def _groups(nodes: tuple[Node, ...], diagnostics: Diagnostics) -> Iterator[IssueGroupOf]:
    for node in nodes:
        mapping = mapping_at(node, "a group of issues", diagnostics)
        if mapping is None:
            continue
        fields = Fields(mapping, "a group of issues", ISSUE_GROUP_KEYS, diagnostics)
        name = fields.needed_words("group")
        fields.needed("family")
        family = fields.choice("family", {family: family for family in FAMILIES}, "")
        hint = "write `- {name: ..., x: 40, y: 75}`"
        check_filled(fields.needed("issues"), "`issues` as a list of issues", hint, diagnostics)
        yield IssueGroupOf(name, family, tuple(_issues(fields.items("issues"), diagnostics)), fields.place("family"))


def _issues(nodes: tuple[Node, ...], diagnostics: Diagnostics) -> Iterator[IssueOf]:
    for node in nodes:
        mapping = mapping_at(node, "an issue", diagnostics)
        if mapping is not None:
            fields = Fields(mapping, "an issue", ISSUE_KEYS, diagnostics)
            yield IssueOf(fields.needed_words("name"), _place(fields, "x"), _place(fields, "y"), node.span)


def _place(fields: Fields, axis: str) -> Decimal:
    """Return an issue's place on an axis; what is none, or lies beyond it, is reported and stands at its foot."""
    node = fields.needed(axis)
    place = fields.decimal(axis)
    if node is None or place is None:
        return _LOWEST
    if not _LOWEST <= place <= _HIGHEST:
        message = f"expected `{axis}` as a number from {_LOWEST} to {_HIGHEST}, found `{place}`"
        hint = f"{_LOWEST} is the foot of the axis, {_HIGHEST} its head"
        fields.diagnostics.error(Code.WRONG_VALUE, message, node.span, hint)
        return _LOWEST
    return place


def _check_families(groups: tuple[IssueGroupOf, ...], diagnostics: Diagnostics) -> None:
    """Report a group whose colours are those of a group before it: their dots would look alike."""
    seen: Counter[str] = Counter()
    for group in groups:
        seen[group.family] += 1
        if group.family and seen[group.family] == 2:
            message = f"two groups have the colours of `{group.family}`"
            hint = "give each group a family of its own: " + ", ".join(f"`{family}`" for family in FAMILIES)
            diagnostics.error(Code.WRONG_VALUE, message, group.span, hint)
