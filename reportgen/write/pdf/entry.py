"""An entry of the contents or of an opening's list: its title, the number of its page."""

from __future__ import annotations

from reportgen.model.flow import Entry, Paragraph
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.paragraph import followed
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.slot import Place, Slot
from reportgen.write.pdf.text import SetText, baseline


def entry_title(press: Press, entry: Entry, style: str, width: float, element: Element) -> SetText:
    """Set an entry's title, which the number of its page follows."""
    return SetText(press, followed(Paragraph(style, entry.title, entry.family)), width, element)


def paint_entry(
    press: Press, entry: Entry, title: SetText, page_style: str, page: Page, place: tuple[float, float], indent: float
) -> None:
    """Paint an entry whose page stands before its title, at a place (left, top), the title ``indent`` further.

    The page comes first in the content, as it stands, so that programs that know no structure keep lines apart; in the
    structure the title does, as it is read.
    """
    element = title.element
    assert element is not None
    before = len(element.kids)
    page.end()
    paint_entry_page(press, entry, page_style, page, place, element)
    page.end()
    x, top = place
    title.paint_all(page, x + indent, top)
    element.kids.append(element.kids.pop(before))


def paint_entry_page(
    press: Press, entry: Entry, style: str, page: Page, place: tuple[float, float], element: Element
) -> None:
    """Leave a place (left, top) for the number of the page that an entry leads to."""
    x, top = place
    named = press.theme.styles[style]
    page.content(element)
    slot = Slot(entry.anchor, named, press.colour(named.colour, entry.family), strong=False, width=0.0)
    page.show_at(Place(x, 0.0, own=slot), top + baseline(named.leading, named.size, press.theme.measures["baseline"]))
