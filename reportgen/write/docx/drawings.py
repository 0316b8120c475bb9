"""Drawings in the text: what stands in a line, and what is drawn behind a page."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.style.cloud import THICKNESS, Bar
from reportgen.write.docx.xml import GROUP, Node, a, clean, element, emu, hexa, w, worded

_ROUND = "50000"
"""The roundness of a bar's corners, in hundred-thousandths of its height: half of it."""


_DECORATION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""The extension by which Word's accessibility checker and screen readers pass a drawing over."""

_LEAST = 1.0
"""What shows less than this of itself, in points, is not drawn."""


def in_line(number: int, name: str, alternative: str, size: tuple[float, float], graphic: Node) -> Node:
    """Return a drawing that stands in its line like a word. ``size`` in points."""
    width, height = size
    inline = element(
        "wp:inline",
        element("wp:extent", cx=emu(width), cy=emu(height)),
        _described(number, name, alternative),
        element("wp:cNvGraphicFramePr"),
        graphic,
        distT=0,
        distB=0,
        distL=0,
        distR=0,
    )
    return w("drawing", inline)


def graphic(uri: str, content: Node) -> Node:
    """Return the frame of a picture's, chart's or group's own vocabulary."""
    return a("graphic", a("graphicData", content, uri=uri))


def behind_page(number: int, name: str, alternative: str, width: float, bars: Iterable[Bar]) -> Node:
    """Return a drawing of bars behind the text of its page, which is ``width`` points wide: bars are cut off there.

    The group is offered to programs that know it (Word from 2010 on); others leave the decoration out.
    """
    kept = [bar for bar in bars if bar.x < width - _LEAST]
    shapes = [_shape(number * 1000 + at, bar, width) for at, bar in enumerate(kept, 1)]
    left, right = min(bar.x for bar in kept), min(width, max(bar.x + bar.width for bar in kept))
    top, foot = min(bar.y for bar in kept), max(bar.y + bar.height for bar in kept)
    frame = (left, top, right - left, foot - top)
    anchor = element(
        "wp:anchor",
        element("wp:simplePos", x=0, y=0),
        _position("wp:positionH", left),
        _position("wp:positionV", top),
        element("wp:extent", cx=emu(frame[2]), cy=emu(frame[3])),
        element("wp:effectExtent", l=0, t=0, r=0, b=0),
        element("wp:wrapNone"),
        _described(number, name, alternative),
        element("wp:cNvGraphicFramePr"),
        graphic(GROUP, element("wpg:wgp", element("wpg:cNvGrpSpPr"), _group(frame), *shapes)),
        distT=0,
        distB=0,
        distL=0,
        distR=0,
        simplePos=0,
        relativeHeight=number,
        behindDoc=1,
        locked=0,
        layoutInCell=1,
        allowOverlap=1,
    )
    return element("mc:AlternateContent", element("mc:Choice", w("drawing", anchor), Requires="wpg"))


def _described(number: int, name: str, alternative: str) -> Node:
    """Return what a drawing is called and says; one that says nothing is marked as decoration."""
    if alternative:
        return element("wp:docPr", id=number, name=name, descr=clean(alternative))
    mark = a("ext", element("adec:decorative", val=1), uri=_DECORATION)
    return element("wp:docPr", a("extLst", mark), id=number, name=name, descr="")


def _position(tag: str, points: float) -> Node:
    return element(tag, worded(element("wp:posOffset"), str(emu(points))), relativeFrom="page")


def _group(frame: tuple[float, float, float, float]) -> Node:
    """Return a group's place: its own measures are the page's, so that its shapes say where on the page they are."""
    x, y, width, height = (emu(length) for length in frame)
    off, extent = a("off", x=x, y=y), a("ext", cx=width, cy=height)
    return element("wpg:grpSpPr", a("xfrm", off, extent, a("chOff", x=x, y=y), a("chExt", cx=width, cy=height)))


def _shape(number: int, bar: Bar, page_width: float) -> Node:
    right = min(bar.x + bar.width, page_width)
    kind = _kind(bar, page_width)
    return element(
        "wps:wsp",
        element("wps:cNvSpPr"),
        element(
            "wps:spPr",
            _placed(bar.x, bar.y, right - bar.x, bar.height, turned=kind == "round2SameRect"),
            _geometry(kind),
            a("solidFill", a("srgbClr", val=hexa(bar.colour))),
        ),
        element("wps:bodyPr"),
    )


def _kind(bar: Bar, page_width: float) -> str:
    """Return a bar's shape: a rule or a block is square, a bar that the page cuts off is round at its left only."""
    if bar.height != THICKNESS:
        return "rect"
    return "round2SameRect" if bar.x + bar.width > page_width else "roundRect"


def _placed(x: float, y: float, width: float, height: float, turned: bool) -> Node:
    """Place a shape. A bar cut off at the page's edge is round at its left only: its top, turned by three quarters."""
    if turned:
        middle_x, middle_y = x + width / 2, y + height / 2
        x, y, width, height = middle_x - height / 2, middle_y - width / 2, height, width
    made = a("xfrm", a("off", x=emu(x), y=emu(y)), a("ext", cx=emu(width), cy=emu(height)))
    if turned:
        made.attributes["rot"] = str(270 * 60000)
    return made


def _geometry(kind: str) -> Node:
    values = {"roundRect": ["adj"], "round2SameRect": ["adj1", "adj2"]}.get(kind, [])
    guides = [a("gd", name=guide, fmla=f"val {0 if guide == 'adj2' else _ROUND}") for guide in values]
    return a("prstGeom", a("avLst", *guides), prst=kind)
