"""Writes boxes: paragraphs whose styles carry the tint and the bar (case), the rules (callout), the bar (pledge)."""

from __future__ import annotations

from reportgen.model.flow import Boxed, Items
from reportgen.write.docx.body import Body
from reportgen.write.docx.lists import write_items


def write_box(body: Body, box: Boxed) -> None:
    """Write a box."""
    for part in box.content:
        if isinstance(part, Items):
            write_items(body, body.root, part)
        else:
            body.flow(part)
    body.gap = True
