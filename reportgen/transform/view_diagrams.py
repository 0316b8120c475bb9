"""What templates see of a diagram: its words, row by row."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from reportgen.model.figure import BoxOf, DiagramOf
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


def view_diagram(diagram: DiagramOf, translate: Translate) -> DiagramView:
    """Return what templates see of a diagram."""
    title = translate("figures", diagram.title)
    rows = tuple(tuple(_box(box, translate) for box in row) for row in diagram.rows)
    return DiagramView(diagram.id, diagram.kind, title, without_marks(title), rows)


def _box(box: BoxOf, translate: Translate) -> BoxView:
    name, text = translate("figures", box.name), box.text and translate("figures", box.text)
    return BoxView(name, text, without_marks(name), text and without_marks(text))
