"""The issues of a matrix, listed beside it: each group's name, and a list of its numbered issues."""

from __future__ import annotations

from reportgen.model.flow import Issue, IssueGroup, Matrix
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.listed import Listed, Placed
from reportgen.write.pdf.paragraph import set_caption, set_text
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.text import SetText


def list_issues(press: Press, matrix: Matrix, width: float) -> Listed:
    """Set the issues of a matrix in a column."""
    gap = press.theme.measures["matrix-group-gap"]
    texts: list[Placed] = []
    y = 0.0
    for group in matrix.groups:
        y = _group(press, group, width, texts, y + gap if texts else y)
    return Listed(tuple(texts), y)


def _group(press: Press, group: IssueGroup, width: float, texts: list[Placed], y: float) -> float:
    """Set a group from a height on; return where it ends."""
    name = set_text(press, group.name, width, press.parent)
    texts.append(Placed(name, 0.0, y))
    y += name.height
    items = add(press.parent, "L", O="/List", ListNumbering="/Decimal")
    for issue in group.issues:
        y = _issue(press, issue, width, add(items, "LI"), texts, y + press.theme.measures["matrix-issue-gap"])
    return y


def _issue(press: Press, issue: Issue, width: float, item: Element, texts: list[Placed], y: float) -> float:
    indent = press.theme.measures["matrix-number-width"]
    number = SetText(press, issue.number, indent, add(item, "Lbl"))
    name = set_caption(press, issue.name, width - indent, add(item, "LBody"))
    texts += [Placed(number, 0.0, y), Placed(name, indent, y)]
    return y + name.height
