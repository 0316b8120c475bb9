"""Numbers in numeric cells: parted at the decimal point, so that a column can align them."""

from __future__ import annotations

import re

from msgspec import Struct

from reportgen.model.flow import Cell, NoteMark, Paragraph, Run
from reportgen.write.pdf.press import Press

_FIGURE = re.compile(r"(?P<whole>[^.]*\d|\s*[–—−-]\s*)(?P<fraction>\.\d+)?(?P<rest>[^.\d]*)", re.DOTALL)
TWO_DECIMALS = ".00"
"""A head's right edge stands over two decimals."""


class Figure(Struct, frozen=True):
    """A number as it prints: up to the point, from the point on, and the note marks after it.

    The point of a number without fraction, and of a dash, lies after it: a dash stands in the units' place.
    """

    whole: str
    fraction: str
    paragraph: Paragraph
    marks: tuple[NoteMark, ...]
    strong: bool
    occurrences: tuple[int, ...]


def figure_of(cell: Cell) -> Figure | None:
    """Return the number in a cell, or ``None`` where there is something else in it."""
    if len(cell.content) != 1 or not isinstance(cell.content[0], Paragraph):
        return None
    paragraph = cell.content[0]
    runs = tuple(piece for piece in paragraph.pieces if isinstance(piece, Run))
    marks = tuple(piece for piece in paragraph.pieces if isinstance(piece, NoteMark))
    found = _FIGURE.fullmatch("".join(run.text for run in runs))
    if found is None or len(runs) + len(marks) < len(paragraph.pieces) or any(run.unfinished for run in runs):
        return None
    return Figure(
        found["whole"],
        (found["fraction"] or "") + found["rest"],
        paragraph,
        marks,
        any(run.strong for run in runs),
        tuple(run.occurrence for run in runs if run.occurrence >= 0),
    )


def text_width(press: Press, figure: Figure, text: str) -> float:
    """Return the width of a part of a number in points."""
    if not text:
        return 0.0
    style = press.theme.styles[figure.paragraph.style]
    key = (figure.paragraph.style, figure.strong, text)
    if key not in press.widths:
        colour = press.colour(style.colour, figure.paragraph.family)
        press.widths[key] = press.typesetter.tabular(text, style, figure.strong, colour).width
    return press.widths[key]


def marks_width(press: Press, figure: Figure) -> float:
    """Return the width of the note marks that hang after a number."""
    return press.typesetter.measure(marks_of(figure)).natural if figure.marks else 0.0


def marks_of(figure: Figure) -> Paragraph:
    """Return the note marks of a number as a paragraph."""
    return Paragraph(figure.paragraph.style, figure.marks, figure.paragraph.family)
