"""What templates see of a diagram: its words, row by row; of a matrix, its axes and issues."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from msgspec import Struct

from reportgen.model.figure import MATRIX, BoxOf, DiagramOf, IssueGroupOf, IssueOf, MatrixOf
from reportgen.model.theme_names import FAMILIES
from reportgen.model.words import Words
from reportgen.transform.without_marks import without_marks

Translate = Callable[[str, Words], Words]


class BoxView(Struct, frozen=True):
    """A step or a part of an organisation: its name and text, and the same without note marks."""

    name: Words
    text: Words | None
    said_name: Words
    said_text: Words | None


class DiagramView(Struct, frozen=True):
    """A diagram, ready to be written as a `drawing`. ``said`` is the title without note marks."""

    id: str
    kind: str
    title: Words
    said: Words
    rows: tuple[tuple[BoxView, ...], ...]


class IssueView(Struct, frozen=True):
    """An issue of a matrix: its name, the same without note marks, its place on either axis from 0 to 100."""

    name: Words
    said_name: Words
    x: Decimal
    y: Decimal


class IssueGroupView(Struct, frozen=True):
    """A group of issues: its name, the same without note marks, the family of its colours, its issues."""

    name: Words
    said_name: Words
    family: str
    issues: tuple[IssueView, ...]


class MatrixView(Struct, frozen=True):
    """A matrix, ready to be written as a `matrix`. Words that begin with ``said`` are without note marks."""

    id: str
    title: Words
    said: Words
    up: Words
    said_up: Words
    across: Words
    said_across: Words
    groups: tuple[IssueGroupView, ...]
    kind: str = MATRIX


def view_diagram(diagram: DiagramOf | MatrixOf, translate: Translate) -> DiagramView | MatrixView:
    """Return what templates see of a diagram."""
    if isinstance(diagram, MatrixOf):
        return _matrix(diagram, translate)
    title = translate("figures", diagram.title)
    rows = tuple(tuple(_box(box, translate) for box in row) for row in diagram.rows)
    return DiagramView(diagram.id, diagram.kind, title, without_marks(title), rows)


def _box(box: BoxOf, translate: Translate) -> BoxView:
    name, text = translate("figures", box.name), box.text and translate("figures", box.text)
    return BoxView(name, text, without_marks(name), text and without_marks(text))


def _matrix(matrix: MatrixOf, translate: Translate) -> MatrixView:
    title, up, across = (translate("figures", words) for words in (matrix.title, matrix.up, matrix.across))
    said_up, said_across = without_marks(up), without_marks(across)
    groups = tuple(_group(group, translate) for group in matrix.groups)
    return MatrixView(matrix.id, title, without_marks(title), up, said_up, across, said_across, groups)


def _group(group: IssueGroupOf, translate: Translate) -> IssueGroupView:
    name = translate("figures", group.name)
    family = group.family or FAMILIES[0]  # what is no family was reported where it is written
    return IssueGroupView(name, without_marks(name), family, tuple(_issue(issue, translate) for issue in group.issues))


def _issue(issue: IssueOf, translate: Translate) -> IssueView:
    name = translate("figures", issue.name)
    return IssueView(name, without_marks(name), issue.x, issue.y)
