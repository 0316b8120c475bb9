"""The page lying on its side, for what is wider than the page: heads and feet stand upright on it."""

from __future__ import annotations

from msgspec.structs import replace

from reportgen.model.theme import Page


def turned(page: Page) -> Page:
    """Return a page on its side, with the margins that it has upright; a page that lies already is returned as it is.

    Prose keeps its column: lines do not grow longer with the page.
    """
    if page.width > page.height:
        return page
    return replace(
        page,
        width=page.height,
        height=page.width,
        bottom=page.width - (page.height - page.bottom),
        frame_width=page.height - (page.width - page.frame_width),
        foot_top=page.width - (page.height - page.foot_top),
    )
