"""What diagrams, cycles and matrices have in common: one strip, with a title above what is drawn."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.write.pdf.page import Page
from reportgen.write.pdf.paragraph import notes_of
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.strip import Paint, Strip
from reportgen.write.pdf.text import SetText


def stack_drawing(
    press: Press, anchor: str, title: SetText, height: float, draw: Paint, texts: Iterable[SetText]
) -> None:
    """Stack a drawing, which is never parted: ``draw`` paints it below its title, with the words in ``texts``."""
    above = title.height + press.theme.measures["diagram-top"]

    def paint(page: Page, top: float) -> None:
        press.record.anchor(anchor, page, top)
        title.paint_all(page, press.theme.page.prose_x, top)
        draw(page, top + above)

    notes = tuple(dict.fromkeys(note for text in (title, *texts) for note in notes_of(text)))
    before, after = title.style.before, press.theme.step
    press.stack.add(Strip(above + height, paint, before=before, after=after, notes=notes, prose=True, grid=True))
