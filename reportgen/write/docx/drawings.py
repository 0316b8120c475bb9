"""Drawings in the text: pictures, charts and art stand in a line like a word, so that nothing floats about."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.write.docx.xml import SHAPE, Node, a, clean, element, emu, w, worded

Frame = tuple[float, float, float, float]
"""Left, top, width and height in points."""

_DECORATION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""The extension by which Word's accessibility checker and screen readers pass a drawing over ([MS-ODRAWXML] 2.29)."""

_CLOSE = dict.fromkeys(("distT", "distB", "distL", "distR"), 0)
"""No distance from the text around."""
_ARROW = (13.0, 8.8)
"""The width and height of an arrow in points."""


def in_line(number: int, name: str, alternative: str, size: tuple[float, float], graphic: Node) -> Node:
    """Return a drawing that stands in its line like a word; one that says nothing is decoration. ``size`` in points."""
    described = element("wp:docPr", id=number, name=name, descr=clean(alternative))
    return placed_in_line(described if alternative else decorative(number, ""), size, graphic)


def placed_in_line(described: Node, size: tuple[float, float], content: Node) -> Node:
    """Return a drawing in its line, by what it is called and says (`decorative`), its size in points, its content."""
    inline = element(
        "wp:inline",
        element("wp:extent", cx=emu(size[0]), cy=emu(size[1])),
        described,
        element("wp:cNvGraphicFramePr"),
        content,
        **_CLOSE,
    )
    return w("drawing", inline)


def placed_on_page(described: Node, frame: Frame, content: Node) -> Node:
    """Return a drawing at its place on the page, behind all text: for heads and feet."""
    x, y, width, height = map(emu, frame)
    anchor = element(
        "wp:anchor",
        element("wp:simplePos", x=0, y=0),
        element("wp:positionH", worded(element("wp:posOffset"), str(x)), relativeFrom="page"),
        element("wp:positionV", worded(element("wp:posOffset"), str(y)), relativeFrom="page"),
        element("wp:extent", cx=width, cy=height),
        element("wp:wrapNone"),
        described,
        element("wp:cNvGraphicFramePr"),
        content,
        **_CLOSE,
        simplePos=0,
        relativeHeight=1,
        behindDoc=1,
        locked=0,
        layoutInCell=1,
        allowOverlap=1,
    )
    return w("drawing", anchor)


def graphic(uri: str, content: Node) -> Node:
    """Return the frame of a picture's, chart's or group's own vocabulary."""
    return a("graphic", a("graphicData", content, uri=uri))


def offered(vocabulary: str, drawing: Node) -> Node:
    """Return a drawing for programs that know the vocabulary of a prefix; others leave it out."""
    return element("mc:AlternateContent", element("mc:Choice", drawing, Requires=vocabulary))


def group(frame: Frame, *shapes: Node) -> Node:
    """Return a group as large as a frame; its shapes are placed as the frame is, and may reach beyond it."""
    x, y, width, height = map(emu, frame)
    own = (a("chOff", x=x, y=y), a("chExt", cx=width, cy=height))
    place = a("xfrm", a("off", x=0, y=0), a("ext", cx=width, cy=height), *own)
    return element("wpg:wgp", element("wpg:cNvGrpSpPr"), element("wpg:grpSpPr", place), *shapes)


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
    return offered("wps", placed_in_line(decorative(number, words), _ARROW, graphic(SHAPE, shape)))


def _whole() -> Node:
    return a("rect", l="0", t="0", r="r", b="b")


def _stroke(points: Iterable[tuple[float, float]]) -> list[Node]:
    """Return a line through points."""
    places = [a("pt", x=emu(x), y=emu(y)) for x, y in points]
    return [a("moveTo", places[0]), *(a("lnTo", place) for place in places[1:])]


def decorative(number: int, words: str) -> Node:
    """Name a drawing and mark it as decoration."""
    extension = a("ext", element("adec:decorative", val=1), uri=_DECORATION)
    return element("wp:docPr", a("extLst", extension), id=number, name=f"Art {number}", descr=clean(words))


def ground(number: int, words: str, frame: Frame, colour: Node) -> Node:
    """Return a rectangle of a colour at its place on the page; it is marked as decoration."""
    size = a("ext", cx=emu(frame[2]), cy=emu(frame[3]))
    looks = element("wps:spPr", a("xfrm", a("off", x=0, y=0), size), a("prstGeom", a("avLst"), prst="rect"), colour)
    shape = element("wps:wsp", element("wps:cNvSpPr"), looks, element("wps:bodyPr"))
    return offered("wps", placed_on_page(decorative(number, words), frame, graphic(SHAPE, shape)))
