"""Pictures: as wide as the column of prose, or as high as a page allows; the caption beneath."""

from __future__ import annotations

from reportgen.model.flow import Picture
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.ink import numbers
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.paragraph import notes_of, set_caption
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.strip import Strip


def flow_picture(press: Press, picture: Picture) -> None:
    """Stack a picture with its caption; it is never parted."""
    measures, frame = press.theme.measures, press.theme.page
    figure = add(press.parent, "Figure")
    figure.alternative = picture.alternative
    caption, element = None, figure
    if picture.caption is not None:
        element = Element("Caption", figure)
        caption = set_caption(press, picture.caption, frame.prose_width, element)
    below = caption.height + caption.style.before if caption else 0.0
    width, height = _size(press, picture, press.stack.frame_height * measures["picture-most"] - below)

    def paint(page: Page, top: float) -> None:
        press.record.anchor(picture.anchor, page, top)
        x, foot = frame.prose_x, page.ink.up(top + height)
        page.bound(figure, x, top, width, height)
        name = press.typesetter.picture_name(picture.path).decode()
        page.paint(f"q {numbers(width)} 0 0 {numbers(height, x, foot)} cm /{name} Do Q\n".encode(), figure)
        if caption:
            figure.kids.append(element)  # it is read after the picture, as it stands
            caption.paint_all(page, x, top + height + caption.style.before)

    after = caption.style.after if caption else press.theme.step
    notes = notes_of(caption) if caption else ()
    press.stack.add(
        Strip(height + below, paint, before=press.theme.step, after=after, notes=notes, prose=True, grid=True)
    )


def _size(press: Press, picture: Picture, most: float) -> tuple[float, float]:
    """Return the width and height at which a picture is shown, in its own proportions."""
    across, down = press.typesetter.picture_size(picture.path)
    width = press.theme.page.prose_width
    height = width * down / across
    return (width, height) if height <= most else (most * across / down, most)
