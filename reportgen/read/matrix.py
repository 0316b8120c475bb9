"""A matrix as its directive holds it: the levels of a diagram, each of which is a group and its issues.

    - - **Environment** environment
      - **Energy** 88 92

The group's first box has its name and the family of its colours; the others an issue's name and its place, across and
upwards, from 0 to 100.
"""

from __future__ import annotations

from decimal import Decimal

from reportgen.diagnostics import Code, Diagnostics, suggest
from reportgen.model.block import DiagramBox, Directive, Issue, IssueGroup, Matrix
from reportgen.model.plain import plain
from reportgen.model.theme_names import FAMILIES
from reportgen.read.attributes import names
from reportgen.read.levels import read_levels
from reportgen.read.reading import Reading

_PLACE = "write `- - **name** family` for a group, `  - **name** 40 75` for each of its issues"


def read_matrix(directive: Directive, reading: Reading) -> Matrix | None:
    """Return the matrix that a directive holds; ``None`` where it holds anything else (WRONG_DIRECTIVE)."""
    levels = read_levels(directive, reading.diagnostics)
    if levels is None:
        return None
    title, up, across, alternative = (
        reading.inlines(directive.words.get(key)) for key in ("title", "up", "across", "alternative")
    )
    return Matrix(
        title,
        up,
        across,
        alternative,
        tuple(_group(level, directive, reading.diagnostics) for level in levels),
        reading.anchor(directive.settings.get("id", ""), directive.span),
        directive.span,
    )


def _group(level: tuple[DiagramBox, ...], directive: Directive, diagnostics: Diagnostics) -> IssueGroup:
    head, *issues = level
    family = plain(head.text).strip()
    if family not in FAMILIES:
        hint = suggest(family, FAMILIES) or f"the families are {names(FAMILIES)}"
        message = f"a group of a matrix is its name and a family of colours, found `{family}`"
        diagnostics.error(Code.WRONG_DIRECTIVE, message, directive.span, hint)
    return IssueGroup(head.name, family, tuple(_issue(issue, directive, diagnostics) for issue in issues))


def _issue(box: DiagramBox, directive: Directive, diagnostics: Diagnostics) -> Issue:
    x, y = _place(plain(box.text)) or (None, None)
    if x is None or y is None:
        message = "an issue of a matrix is its name and its place, across and upwards"
        diagnostics.error(Code.WRONG_DIRECTIVE, message, directive.span, _PLACE)
    return Issue(box.name, x or Decimal(0), y or Decimal(0))


def _place(text: str) -> tuple[Decimal, Decimal] | None:
    """Return two numbers from 0 to 100, or ``None`` where a text is anything else."""
    try:
        x, y = map(Decimal, text.split())
        return (x, y) if 0 <= x <= 100 and 0 <= y <= 100 else None
    except (ValueError, ArithmeticError):
        return None
