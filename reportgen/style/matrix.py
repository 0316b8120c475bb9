"""A matrix to the flow: its issues numbered through the groups, each group in its own colours."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from reportgen.model import block, flow
from reportgen.model.plain import plain
from reportgen.style.pieces import paragraph


def lower_matrix(matrix: block.Matrix, family: str) -> flow.Matrix:
    """Return a matrix with its words in the styles of the theme."""
    numbers = count(1)
    return flow.Matrix(
        paragraph("chart-title", matrix.title, family),
        plain(matrix.alternative),
        paragraph("matrix-axis", matrix.up, family),
        paragraph("matrix-axis", matrix.across, family),
        tuple(_group(group, numbers) for group in matrix.groups),
        family,
        matrix.anchor,
    )


def _group(group: block.IssueGroup, numbers: Iterator[int]) -> flow.IssueGroup:
    return flow.IssueGroup(
        paragraph("matrix-group", group.name, group.family),
        tuple(_issue(issue, group.family, next(numbers)) for issue in group.issues),
        group.family,
    )


def _issue(issue: block.Issue, family: str, number: int) -> flow.Issue:
    numeral = flow.Paragraph("matrix-number", (flow.Run(f"{number}"),), family)
    return flow.Issue(numeral, paragraph("matrix-issue", issue.name, family), issue.x, issue.y)
