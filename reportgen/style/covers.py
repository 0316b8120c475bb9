"""The pages that have no running head to the flow: cover, contact page, back cover. The theme names their styles."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.model import block, flow
from reportgen.model.inline import Inline
from reportgen.model.theme import Box, Theme
from reportgen.style.pieces import paragraph

FRONT = "brand"
"""The palette of what stands before the first chapter and after the last."""

Parts = tuple[tuple[str, tuple[Inline, ...]], ...]


def lower_page(page: block.Cover | block.BackCover | block.Contact, theme: Theme) -> flow.Flow:
    """Return a cover or a contact page."""
    match page:
        case block.Cover(parts):
            return flow.Cover(_placed(parts, theme.places["cover"]))
        case block.BackCover(parts):
            return flow.BackCover(_placed(parts, theme.places["back-cover"]))
        case block.Contact(heading, lines, parts):
            title = paragraph("contact-title", heading.inlines, FRONT, heading.level, heading.anchor)
            return flow.Contact(title, tuple(_line(line) for line in lines), _placed(parts, theme.places["contact"]))


def _placed(parts: Parts, boxes: Iterable[Box]) -> tuple[tuple[str, flow.Paragraph], ...]:
    styles = {box.name: box.style for box in boxes}
    return tuple((name, paragraph(styles[name], words, FRONT)) for name, words in parts)


def _line(line: block.ContactLine) -> flow.ContactLine:
    return flow.ContactLine(
        paragraph("contact-label", line.label, FRONT),
        paragraph("contact-text", line.text, FRONT),
    )
