"""Drawings in the text: what stands in a line, and what is drawn behind a page."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.style.cloud import Bar
from reportgen.write.docx.xml import GROUP, Element, a, clean, element, emu, hexa, w, worded

_ROUND = "50000"
"""The roundness of a bar's corners, in hundred-thousandths of its height: half of it."""


def in_line(number: int, name: str, alternative: str, size: tuple[float, float], graphic: Element) -> Element:
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


def graphic(uri: str, content: Element) -> Element:
    """Return the frame of a picture's, chart's or group's own vocabulary."""
    return a("graphic", a("graphicData", content, uri=uri))


def behind_page(number: int, name: str, alternative: str, size: tuple[float, float], bars: Iterable[Bar]) -> Element:
    """Return a drawing of bars behind the text of its page. ``size`` is the page's, in points; bars are clipped to it.

    The group is offered to programs that know it (Word from 2010 on); others leave the decoration out.
    """
    width, height = size
    shapes = [shape for at, bar in enumerate(bars, 1) if (shape := _shape(number * 1000 + at, bar, size)) is not None]
    anchor = element(
        "wp:anchor",
        element("wp:simplePos", x=0, y=0),
        _position("wp:positionH"),
        _position("wp:positionV"),
        element("wp:extent", cx=emu(width), cy=emu(height)),
        element("wp:effectExtent", l=0, t=0, r=0, b=0),
        element("wp:wrapNone"),
        _described(number, name, alternative),
        element("wp:cNvGraphicFramePr"),
        graphic(GROUP, element("wpg:wgp", element("wpg:cNvGrpSpPr"), _whole(size), *shapes)),
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


def _described(number: int, name: str, alternative: str) -> Element:
    return element("wp:docPr", id=number, name=name, descr=clean(alternative))


def _position(tag: str) -> Element:
    return element(tag, worded(element("wp:posOffset"), "0"), relativeFrom="page")


def _whole(size: tuple[float, float]) -> Element:
    width, height = emu(size[0]), emu(size[1])
    return element(
        "wpg:grpSpPr",
        a(
            "xfrm",
            a("off", x=0, y=0),
            a("ext", cx=width, cy=height),
            a("chOff", x=0, y=0),
            a("chExt", cx=width, cy=height),
        ),
    )


def _shape(number: int, bar: Bar, size: tuple[float, float]) -> Element | None:
    left, right = max(bar.x, 0.0), min(bar.x + bar.width, size[0])
    if right - left < 1:
        return None
    cut = right < bar.x + bar.width
    kind = "rect" if bar.height > 100 or bar.height < 2 else "round2SameRect" if cut else "roundRect"
    return element(
        "wps:wsp",
        element("wps:cNvPr", id=number, name=f"Bar {number}"),
        element("wps:cNvSpPr"),
        element(
            "wps:spPr",
            _placed(left, bar.y, right - left, bar.height, turned=kind == "round2SameRect"),
            _geometry(kind),
            a("solidFill", a("srgbClr", val=hexa(bar.colour))),
            a("ln", a("noFill")),
        ),
        element("wps:bodyPr"),
    )


def _placed(x: float, y: float, width: float, height: float, turned: bool) -> Element:
    """Place a shape. A bar cut off at the page's edge is round at its left only: its top, turned by three quarters."""
    if turned:
        middle_x, middle_y = x + width / 2, y + height / 2
        x, y, width, height = middle_x - height / 2, middle_y - width / 2, height, width
    made = a("xfrm", a("off", x=emu(x), y=emu(y)), a("ext", cx=emu(width), cy=emu(height)))
    if turned:
        made.set("rot", str(270 * 60000))
    return made


def _geometry(kind: str) -> Element:
    values = {"roundRect": ["adj"], "round2SameRect": ["adj1", "adj2"]}.get(kind, [])
    guides = [a("gd", name=guide, fmla=f"val {0 if guide == 'adj2' else _ROUND}") for guide in values]
    return a("prstGeom", a("avLst", *guides), prst=kind)
