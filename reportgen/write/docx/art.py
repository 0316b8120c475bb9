"""The art of cover, openings and back: bars in a group that stands in its line, cut off at the page's edges.

A page has some hundred shapes of some ten elements each. They are written as text and parsed at once: that takes a
quarter of the time, and what is repeated is seen at a glance.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from lxml import etree

from reportgen.style.cloud import THICKNESS, Bar
from reportgen.write.docx.drawings import Frame, decorative, graphic, group, offered, placed_in_line
from reportgen.write.docx.scheme import Scheme
from reportgen.write.docx.xml import GROUP, NAMESPACES, Element, attach, emu, name

_LEAST = 1.0
"""What shows less than this of itself, in points, is not drawn."""

_ROUND = "val 50000"
"""The roundness of a bar's corners, in hundred-thousandths of its height: half of it."""
_FORMS = {
    "rect": "<a:avLst/>",
    "roundRect": f'<a:avLst><a:gd name="adj" fmla="{_ROUND}"/></a:avLst>',
    "round2SameRect": f'<a:avLst><a:gd name="adj1" fmla="{_ROUND}"/><a:gd name="adj2" fmla="val 0"/></a:avLst>',
}


def art_frame(bars: Iterable[Bar], page_width: float) -> Frame:
    """Return the place of what shows of bars on a page ``page_width`` points wide."""
    kept = [bar for bar in bars if _shows(bar, page_width)]
    left, right = max(0.0, min(bar.x for bar in kept)), min(page_width, max(bar.x + bar.width for bar in kept))
    top, foot = min(bar.y for bar in kept), max(bar.y + bar.height for bar in kept)
    return left, top, right - left, foot - top


def add_art(
    run: Element, number: int, words: str, frame: Frame, bars: Iterable[Bar], page_width: float, scheme: Scheme
) -> None:
    """Add a drawing of bars to a run: it shows what is within a frame of the page.

    It is marked as decoration, which screen readers and Word's accessibility checker pass over; ``words`` are for
    programs that do not know the mark. The group is offered to programs that know groups (Word from 2010 on); others
    leave it out.
    """
    drawing = placed_in_line(decorative(number, words), frame[2:], graphic(GROUP, group(frame)))
    empty = next(attach(run, offered("wpg", drawing)).iter(name("wpg:wgp")))
    shapes = "".join(_shape(bar, page_width, scheme) for bar in bars if _shows(bar, page_width))
    declared = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("a", "wpg", "wps"))
    filled = etree.fromstring(f"<wpg:wgp {declared}>{shapes}</wpg:wgp>")
    empty.extend(list(filled))


def _shows(bar: Bar, page_width: float) -> bool:
    return bar.x < page_width - _LEAST and bar.x + bar.width > _LEAST


def _shape(bar: Bar, page_width: float, scheme: Scheme) -> str:
    looks = _outline(bar.x, bar.y, bar.width, bar.height, page_width) + scheme.fill_text(bar.colour)
    return f"<wps:wsp><wps:cNvSpPr/><wps:spPr>{looks}</wps:spPr><wps:bodyPr/></wps:wsp>"


@cache  # the openings differ in their colours alone
def _outline(x: float, y: float, width: float, height: float, page_width: float) -> str:
    left, right = max(0.0, x), min(x + width, page_width)
    form, turn = _form(x, width, height, page_width)
    placed = _placed(left, y, right - left, height, turn)
    return f'{placed}<a:prstGeom prst="{form}">{_FORMS[form]}</a:prstGeom>'


def _form(x: float, width: float, height: float, page_width: float) -> tuple[str, int]:
    """Return a bar's form, and by how many degrees it is turned.

    A rule is square. A bar that the page cuts off is round at its other end only: a form round at its top, turned.
    """
    if height != THICKNESS:
        return "rect", 0
    if x + width > page_width:
        return "round2SameRect", 270
    return ("round2SameRect", 90) if x < 0 else ("roundRect", 0)


def _placed(x: float, y: float, width: float, height: float, turn: int) -> str:
    """Place a shape; one that is turned is placed as it was before its turn about its middle."""
    if turn:
        middle_x, middle_y = x + width / 2, y + height / 2
        x, y, width, height = middle_x - height / 2, middle_y - width / 2, height, width
    turned = f' rot="{turn * 60000}"' if turn else ""
    extent = f'<a:ext cx="{emu(width)}" cy="{emu(height)}"/>'
    return f'<a:xfrm{turned}><a:off x="{emu(x)}" y="{emu(y)}"/>{extent}</a:xfrm>'
