"""The numbering part: bullets, numbers, and the signs that stand before a style's paragraphs."""

from __future__ import annotations

from msgspec import Struct

from reportgen.write.docx.xml import Node, half_points, hexa, twips, w

_LEVELS = 4
_BULLET = "▪"
_FONT = "Arial"
_SYMBOLS = "Segoe UI Symbol"


class _Definition(Struct, frozen=True):
    """A list's look: its indents in points, its sign (empty for numbers) and that sign's colour and size."""

    left: float
    hang: float
    sign: str
    colour: str
    size: float
    font: str = _FONT
    follow: str = "tab"


class Numbering:
    """Hands out the numbers of lists and collects their definitions, in order of first use."""

    def __init__(self) -> None:
        self._definitions: dict[_Definition, int] = {}
        self._lists: list[tuple[int, bool]] = []
        self._shared: dict[_Definition, int] = {}

    def bullets(self, left: float, hang: float, colour: str, size: float) -> int:
        """Return the number of a bulleted list whose text hangs at ``left + hang``."""
        return self._share(_Definition(left, hang, _BULLET, colour, size))

    def bullets_in_line(self, left: float, colour: str, size: float) -> int:
        """Return the number of a bulleted list whose lines all begin at ``left``, as in a box with a bar."""
        return self._share(_Definition(left, 0.0, _BULLET, colour, size, follow="space"))

    def numbers(self, left: float, hang: float, colour: str, size: float) -> int:
        """Return the number of a list that counts from 1."""
        return self._add(_Definition(left, hang, "", colour, size), restart=True)

    def sign(self, sign: str, left: float, hang: float, colour: str, size: float) -> int:
        """Return the number by which a style sets a sign before its paragraphs."""
        return self._share(_Definition(left, hang, sign, colour, size, _SYMBOLS))

    def _share(self, definition: _Definition) -> int:
        if definition not in self._shared:
            self._shared[definition] = self._add(definition, restart=False)
        return self._shared[definition]

    def _add(self, definition: _Definition, restart: bool) -> int:
        abstract = self._definitions.setdefault(definition, len(self._definitions))
        self._lists.append((abstract, restart))
        return len(self._lists)

    def part(self) -> Node:
        """Return the part's root."""
        root = w("numbering")
        for definition, number in self._definitions.items():
            root.append(_abstract(definition, number))
        for number, (abstract, restart) in enumerate(self._lists, 1):
            made = w("num", w("abstractNumId", val=abstract), numId=number)
            if restart:
                made.append(w("lvlOverride", w("startOverride", val=1), ilvl=0))
            root.append(made)
        return root


def _abstract(definition: _Definition, number: int) -> Node:
    kind = w("multiLevelType", val="hybridMultilevel")
    levels = (_level(definition, level) for level in range(_LEVELS))
    return w("abstractNum", kind, *levels, abstractNumId=number)


def _level(definition: _Definition, level: int) -> Node:
    left = definition.left + definition.hang * (level + 1)
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="bullet" if definition.sign else "decimal"),
        w("suff", val=definition.follow),
        w("lvlText", val=definition.sign or f"%{level + 1}."),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=twips(left), hanging=twips(definition.hang))),
        _look(definition),
        ilvl=level,
    )


def _look(definition: _Definition) -> Node:
    look = w("rPr")
    if definition.sign:
        look.append(w("rFonts", ascii=definition.font, hAnsi=definition.font, eastAsia=definition.font))
    look.append(w("color", val=hexa(definition.colour)))
    look.append(w("sz", val=half_points(definition.size)))
    return look
