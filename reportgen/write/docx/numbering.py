"""The numbering part: bullets, numbers, and the signs that stand before a style's paragraphs."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from reportgen.model.flow import Chapter, Flow
from reportgen.write.docx.fonts import BULLETS, SYMBOLS
from reportgen.write.docx.scheme import Scheme
from reportgen.write.docx.xml import Node, half_points, twips, w

_LEVELS = 4
_BULLET = "■"
HEADINGS, _HEADINGS = 9000, 9000
"""The number of the list of headings, and of its definition: beyond those of lists, which are counted from nought."""
CHAPTER = "opening-title"
"""The style of chapters' headings that Word counts: those that have an opening page."""
NO_LIST = 0
"""The number by which a style leaves the list of the one it is based on (ECMA-376 part 1, 17.9.18)."""
HEADING_GAP = "\N{EN SPACE}"
_IN_MARGIN = 60
"""So far in the margin stands a number that is not seen, in twips."""
_SQUARE = 0.6
"""A bullet's size, in sizes of the text."""


class _Definition(Struct, frozen=True):
    """A list's look: its indents in points, its sign (empty for numbers), that sign's colour and size."""

    left: float
    hang: float
    sign: str
    colour: str
    size: float
    font: str = BULLETS
    follow: str = "tab"


class Heading(Struct, frozen=True):
    """A level of headings that are counted: the id of its style, and how a number is written that is not seen.

    ``unseen`` is a format (ECMA-376 part 1, 17.18.59) and a text with ``%1`` for the number; nothing where it is seen.
    """

    style: str
    unseen: tuple[str, str] | None = None


def uncounted(flows: Iterable[Flow]) -> frozenset[str]:
    """Return the anchors of the chapters that Word leaves out as it counts: their number is none, or not the next."""
    left_out, last = set(), 0
    for chapter in flows:
        if isinstance(chapter, Chapter) and chapter.heading.style == CHAPTER:
            if chapter.number.isdecimal() and int(chapter.number) == last + 1:
                last += 1
            else:
                left_out.add(chapter.heading.anchor)
    return frozenset(left_out)


def chapter_format(numbers: list[str]) -> tuple[str, str]:
    """Return the format and text in which Word writes chapters' numbers as they are: 01, 02; or 1, 2."""
    if all(number.startswith("0") for number in numbers):
        return "decimal", "0%1"
    return "decimalZero" if any(number.startswith("0") for number in numbers) else "decimal", "%1"


class Numbering:
    """Hands out the numbers of lists and collects their definitions, in order of first use."""

    def __init__(self) -> None:
        self._definitions: dict[_Definition, int] = {}
        self._lists: list[tuple[int, bool]] = []
        self._shared: dict[_Definition, int] = {}

    def bullets(self, left: float, hang: float, colour: str, size: float) -> int:
        """Return the number of a bulleted list whose text hangs at ``left + hang``."""
        return self._share(_Definition(left, hang, _BULLET, colour, size * _SQUARE))

    def bullets_in_line(self, left: float, colour: str, size: float) -> int:
        """Return the number of a bulleted list whose lines all begin at ``left``, as in a box with a bar."""
        return self._share(_Definition(left, 0.0, _BULLET, colour, size * _SQUARE, follow="space"))

    def numbers(self, left: float, hang: float, colour: str, size: float) -> int:
        """Return the number of a list that counts from 1."""
        return self._add(_Definition(left, hang, "", colour, size), restart=True)

    def sign(self, sign: str, left: float, hang: float, colour: str, size: float) -> int:
        """Return the number by which a style sets a sign before its paragraphs."""
        return self._share(_Definition(left, hang, sign, colour, size, font=SYMBOLS))

    def _share(self, definition: _Definition) -> int:
        if definition not in self._shared:
            self._shared[definition] = self._add(definition, restart=False)
        return self._shared[definition]

    def _add(self, definition: _Definition, restart: bool) -> int:
        abstract = self._definitions.setdefault(definition, len(self._definitions))
        self._lists.append((abstract, restart))
        return len(self._lists)

    def part(self, scheme: Scheme, headings: tuple[Heading, ...]) -> Node:
        """Return the part's root. ``headings`` are the levels of headings that are counted, the chapters' first."""
        root = w("numbering")
        root.append(_headings(headings, scheme))
        for definition, number in self._definitions.items():
            root.append(_abstract(definition, number, scheme))
        for number, (abstract, restart) in enumerate(self._lists, 1):
            made = w("num", w("abstractNumId", val=abstract), numId=number)
            if restart:
                made.append(w("lvlOverride", w("startOverride", val=1), ilvl=0))
            root.append(made)
        root.append(w("num", w("abstractNumId", val=_HEADINGS), numId=HEADINGS))
        return root


def _headings(levels: tuple[Heading, ...], scheme: Scheme) -> Node:
    """Return the list of headings: ``1.2`` is the second section of the first chapter."""
    kind = w("multiLevelType", val="multilevel")
    made = (_heading(level, at, scheme) for at, level in enumerate(levels))
    return w("abstractNum", kind, *made, abstractNumId=_HEADINGS)


def _heading(level: Heading, at: int, scheme: Scheme) -> Node:
    """Return a level of headings.

    A chapter's number stands large on its opening page. The one of its heading is there for the contents and for those
    who move about by headings; it has no size and no colour, and hangs in the margin.
    """
    counted = [w("start", val=1), w("numFmt", val=level.unseen[0] if level.unseen else "decimal")]
    linked = w("pStyle", val=level.style)
    if level.unseen is None:
        text = w("lvlText", val=".".join(f"%{number + 1}" for number in range(at + 1)) + HEADING_GAP)
        return w(
            "lvl",
            *counted, linked, w("isLgl"), w("suff", val="nothing"), text, w("lvlJc", val="left"),
            w("pPr", w("ind", left=0, firstLine=0)), ilvl=at,
        )  # fmt: skip
    look = w("rPr", scheme.colour(scheme.slots["lt1"]), w("spacing", val=0), w("sz", val=2))
    return w(
        "lvl",
        *counted, linked, w("suff", val="tab"), w("lvlText", val=level.unseen[1]), w("lvlJc", val="left"),
        w("pPr", w("ind", left=0, hanging=_IN_MARGIN)), look, ilvl=at,
    )  # fmt: skip


def _abstract(definition: _Definition, number: int, scheme: Scheme) -> Node:
    kind = w("multiLevelType", val="hybridMultilevel")
    levels = (_level(definition, level, scheme) for level in range(_LEVELS))
    return w("abstractNum", kind, *levels, abstractNumId=number)


def _level(definition: _Definition, level: int, scheme: Scheme) -> Node:
    left = definition.left + definition.hang * (level + 1)
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="bullet" if definition.sign else "decimal"),
        w("suff", val=definition.follow),
        w("lvlText", val=definition.sign or f"%{level + 1}."),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=twips(left), hanging=twips(definition.hang))),
        _look(definition, scheme),
        ilvl=level,
    )


def _look(definition: _Definition, scheme: Scheme) -> Node:
    look = w("rPr")
    if definition.sign:
        look.append(w("rFonts", ascii=definition.font, hAnsi=definition.font, eastAsia=definition.font, hint="default"))
    look.append(scheme.colour(definition.colour))
    look.append(w("sz", val=half_points(definition.size)))
    return look
