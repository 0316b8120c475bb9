"""Drawings in the text: pictures, charts and art stand in a line like a word, so that nothing floats about."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.style.cloud import THICKNESS, Bar
from reportgen.write.docx.scheme import Scheme
from reportgen.write.docx.xml import GROUP, SHAPE, Node, a, clean, element, emu, w

_ROUND = "50000"
"""The roundness of a bar's corners, in hundred-thousandths of its height: half of it."""


_DECORATION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""The extension by which Word's accessibility checker and screen readers pass a drawing over ([MS-ODRAWXML] 2.29)."""

_LEAST = 1.0
"""What shows less than this of itself, in points, is not drawn."""

_ARROW = (13.0, 8.8)
"""The width and height of an arrow in points."""

Frame = tuple[float, float, float, float]
"""A place on the page: left, top, width and height in points."""


def in_line(number: int, name: str, alternative: str, size: tuple[float, float], graphic: Node) -> Node:
    """Return a drawing that stands in its line like a word; one that says nothing is decoration. ``size`` in points."""
    described = element("wp:docPr", id=number, name=name, descr=clean(alternative))
    return _inline(described if alternative else _decorative(number, ""), size, graphic)


def _inline(described: Node, size: tuple[float, float], content: Node) -> Node:
    inline = element(
        "wp:inline",
        element("wp:extent", cx=emu(size[0]), cy=emu(size[1])),
        described,
        element("wp:cNvGraphicFramePr"),
        content,
        distT=0,
        distB=0,
        distL=0,
        distR=0,
    )
    return w("drawing", inline)


def graphic(uri: str, content: Node) -> Node:
    """Return the frame of a picture's, chart's or group's own vocabulary."""
    return a("graphic", a("graphicData", content, uri=uri))


def art_frame(bars: Iterable[Bar], page_width: float) -> Frame:
    """Return the place of what shows of bars on a page ``page_width`` points wide: left, top, width and height."""
    kept = [bar for bar in bars if _shows(bar, page_width)]
    left, right = max(0.0, min(bar.x for bar in kept)), min(page_width, max(bar.x + bar.width for bar in kept))
    top, foot = min(bar.y for bar in kept), max(bar.y + bar.height for bar in kept)
    return left, top, right - left, foot - top


def art(number: int, words: str, frame: Frame, bars: Iterable[Bar], page_width: float, scheme: Scheme) -> Node:
    """Return a drawing of bars that stands in its line, and shows what is within a frame of the page.

    It is marked as decoration, which screen readers and Word's accessibility checker pass over; ``words`` are for
    programs that do not know the mark. The group is offered to programs that know groups (Word from 2010 on); others
    leave it out.
    """
    shapes = [_shape(bar, page_width, scheme) for bar in bars if _shows(bar, page_width)]
    group = element("wpg:wgp", element("wpg:cNvGrpSpPr"), _group(frame), *shapes)
    drawing = _inline(_decorative(number, words), (frame[2], frame[3]), graphic(GROUP, group))
    return element("mc:AlternateContent", element("mc:Choice", drawing, Requires="wpg"))


def arrow(number: int, words: str, colour: Node, line: float) -> Node:
    """Return an arrow to the right that stands in its line, as thick as a ``line``; ``words`` say where it leads.

    It is marked as decoration: the order of what it leads from and to says the same.
    """
    width, height = _ARROW
    middle, head = height / 2, width - height / 2
    shaft, tip = ((0.0, middle), (width, middle)), ((head, 0.0), (width, middle), (head, height))
    path = a("path", *_stroke(shaft), *_stroke(tip), w=emu(width), h=emu(height), fill="none")
    shape = element(
        "wps:wsp",
        element("wps:cNvSpPr"),
        element(
            "wps:spPr",
            a("xfrm", a("off", x=0, y=0), a("ext", cx=emu(width), cy=emu(height))),
            a("custGeom", a("avLst"), a("gdLst"), a("ahLst"), a("cxnLst"), _whole(), a("pathLst", path)),
            a("noFill"),
            a("ln", colour, a("round"), w=emu(line), cap="rnd"),
        ),
        element("wps:bodyPr"),
    )
    drawing = _inline(_decorative(number, words), _ARROW, graphic(SHAPE, shape))
    return element("mc:AlternateContent", element("mc:Choice", drawing, Requires="wps"))


def _whole() -> Node:
    return a("rect", l="0", t="0", r="r", b="b")


def _stroke(points: Iterable[tuple[float, float]]) -> list[Node]:
    """Return a line through points."""
    places = [a("pt", x=emu(x), y=emu(y)) for x, y in points]
    return [a("moveTo", places[0]), *(a("lnTo", place) for place in places[1:])]


def _shows(bar: Bar, page_width: float) -> bool:
    return bar.x < page_width - _LEAST and bar.x + bar.width > _LEAST


def _decorative(number: int, words: str) -> Node:
    """Name a drawing and mark it as decoration."""
    extension = a("ext", element("adec:decorative", val=1), uri=_DECORATION)
    return element("wp:docPr", a("extLst", extension), id=number, name=f"Art {number}", descr=clean(words))


def _group(frame: Frame) -> Node:
    """Return a group's place: its own measures are the page's, so that its shapes say where on the page they are."""
    x, y, width, height = (emu(length) for length in frame)
    off, extent = a("off", x=0, y=0), a("ext", cx=width, cy=height)
    return element("wpg:grpSpPr", a("xfrm", off, extent, a("chOff", x=x, y=y), a("chExt", cx=width, cy=height)))


def _shape(bar: Bar, page_width: float, scheme: Scheme) -> Node:
    left, right = max(0.0, bar.x), min(bar.x + bar.width, page_width)
    kind, turn = _kind(bar, page_width)
    return element(
        "wps:wsp",
        element("wps:cNvSpPr"),
        element(
            "wps:spPr",
            _placed(left, bar.y, right - left, bar.height, turn),
            _geometry(kind),
            scheme.fill(bar.colour),
        ),
        element("wps:bodyPr"),
    )


def _kind(bar: Bar, page_width: float) -> tuple[str, int]:
    """Return a bar's shape, and by how many degrees it is turned.

    A rule is square. A bar that the page cuts off is round at its other end only: a shape round at its top, turned.
    """
    if bar.height != THICKNESS:
        return "rect", 0
    if bar.x + bar.width > page_width:
        return "round2SameRect", 270
    return ("round2SameRect", 90) if bar.x < 0 else ("roundRect", 0)


def _placed(x: float, y: float, width: float, height: float, turn: int) -> Node:
    """Place a shape; one that is turned is placed as it was before its turn about its middle."""
    if turn:
        middle_x, middle_y = x + width / 2, y + height / 2
        x, y, width, height = middle_x - height / 2, middle_y - width / 2, height, width
    made = a("xfrm", a("off", x=emu(x), y=emu(y)), a("ext", cx=emu(width), cy=emu(height)))
    if turn:
        made.attributes["rot"] = str(turn * 60000)
    return made


def _geometry(kind: str) -> Node:
    values = {"roundRect": ["adj"], "round2SameRect": ["adj1", "adj2"]}.get(kind, [])
    guides = [a("gd", name=guide, fmla=f"val {0 if guide == 'adj2' else _ROUND}") for guide in values]
    return a("prstGeom", a("avLst", *guides), prst=kind)
