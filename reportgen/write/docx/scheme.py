"""The colour scheme: the theme's colours as those of Word's "Design > Colours", which then recolours the document.

A colour is referred to by its slot in the scheme where it is one, or where a lighter or darker shade of one comes out
close enough; any other stays as it is. In drawings every shade of a family's hue is reckoned from its colour, exactly.
"""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls
from math import sqrt

from msgspec import Struct

from reportgen.model.theme import Palette, Theme
from reportgen.write.docx.xml import Node, a, eighths, hexa, w, written

_CLOSE = 12 / 255
"""So far apart may a shade and the theme's colour be, as a distance between their red, green and blue parts."""

_SAME_HUE = 10 / 360
"""So far apart may the hues of a colour and of the accent be that it is drawn as a shade of."""

_ACCENTS = 6
_LAST = ("lt2", "hlink", "folHlink")
"""The slots that no colour is known by: each is a shade of another, or is named by those who mean it."""

_WORD = {"dk1": "text1", "lt1": "background1", "dk2": "text2"}
_DRAWN = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2"}
"""What text (17.18.97) and drawings (20.1.10.54) call the first slots."""


class Reference(Struct, frozen=True):
    """A colour of the scheme: its slot, made lighter (``tint``) or darker (``shade``) to a share of 0 to 255."""

    slot: str
    change: str = ""
    share: int = 0


class Scheme:
    """The colours of a theme and what each is in the scheme; ``slots`` are the scheme's twelve (20.1.6.2)."""

    def __init__(self, theme: Theme) -> None:
        self.slots = _slots(theme)
        self._references: dict[str, Reference] = {}
        self._drawn: dict[str, str] = {}
        self._fills: dict[str, Node] = {}
        self._written: dict[str, str] = {}
        self._families = [f"accent{place + 1}" for place in range(min(_ACCENTS, len(theme.families)))]
        self._of_text: dict[str, dict[str, str]] = {}
        for slot, colour in reversed(self.slots.items()):
            if slot not in _LAST:
                self._references[hexa(colour)] = Reference(slot)
        for accent, palette in zip(self._families, theme.families.values(), strict=False):
            self._derive(palette, accent)
        for colour in theme.colours.values():
            self._refer(colour, "dk2")

    def _derive(self, palette: Palette, accent: str) -> None:
        for colour in (palette.deep, palette.mid, palette.light, palette.tint):
            self._refer(colour, accent)
            self._drawn.setdefault(hexa(colour), accent)

    def _refer(self, colour: str, slot: str) -> None:
        found = _shade(slot, self.slots[slot], colour)
        if found is not None:
            self._references.setdefault(hexa(colour), found)

    def attributes(self, colour: str, value: str = "color", end: str = "Color") -> dict[str, str]:
        """Return a colour as attributes of an element of text: ``value`` names the one that holds it as it is."""
        key = f"{value}{colour}"
        found = self._of_text.get(key)
        if found is None:
            made, reference = {value: hexa(colour)}, self._references.get(hexa(colour))
            if reference is not None:
                made[f"theme{end}"] = _WORD.get(reference.slot, reference.slot)
                if reference.change:
                    part = end.removesuffix("Color") + reference.change.title()
                    made[f"theme{part}"] = f"{reference.share:02X}"
            found = self._of_text[key] = made
        return found

    def colour(self, colour: str) -> Node:
        """Return the colour of text."""
        return w("color", **self.attributes(colour, "val"))

    def link(self) -> Node:
        """Return the colour of links."""
        return w("color", val=hexa(self.slots["hlink"]), themeColor="hyperlink")

    def shade(self, colour: str) -> Node:
        """Return the ground of a paragraph or cell."""
        return w("shd", val="clear", color="auto", **self.attributes(colour, "fill", end="Fill"))

    def rule(self, side: str, weight: float, colour: str, space: int = 0) -> Node:
        """Return a rule at a side of a paragraph, table or cell; ``weight`` and ``space`` in points."""
        return w(side, val="single", sz=eighths(weight), space=space, **self.attributes(colour))

    def fill(self, colour: str) -> Node:
        """Return the fill of something drawn."""
        return a("solidFill", self._in_drawing(hexa(colour)))

    def fill_text(self, colour: str) -> str:
        """Return the fill of something drawn, as it is written."""
        found = self._written.get(colour)
        if found is None:
            found = self._written[colour] = written(self.fill(colour))
        return found

    def _in_drawing(self, colour: str) -> Node:
        found = self._fills.get(colour)
        if found is None:
            found = self._fills[colour] = self._reckoned(colour)
        return found

    def _reckoned(self, colour: str) -> Node:
        reference = self._references.get(colour)
        if reference is not None and not reference.change:
            return a("schemeClr", val=_DRAWN.get(reference.slot, reference.slot))
        accent = self._drawn.get(colour) or self._like(colour)
        if accent:
            return a("schemeClr", *_changes(self.slots[accent], colour), val=accent)
        return a("srgbClr", val=colour)

    def _like(self, colour: str) -> str:
        """Return the accent that a colour is a shade of by its hue, or nothing."""
        hue = _hls(colour)[0]
        turns = {accent: abs((_hls(self.slots[accent])[0] - hue + 0.5) % 1 - 0.5) for accent in self._families}
        nearest = min(turns, key=lambda accent: turns[accent])
        return nearest if turns[nearest] <= _SAME_HUE else ""


def _slots(theme: Theme) -> dict[str, str]:
    colours, palettes = theme.colours, list(theme.families.values())
    accents = [palette.base for palette in palettes] + [palette.mid for palette in palettes]
    while len(accents) < _ACCENTS:
        accents.append(colours["slate"])
    dark = {"dk1": colours["ink"], "lt1": colours["white"], "dk2": colours["slate"], "lt2": palettes[0].tint}
    numbered = {f"accent{place + 1}": accents[place] for place in range(_ACCENTS)}
    return dark | numbered | {"hlink": colours["link"], "folHlink": colours["link"]}


def _shade(slot: str, base: str, colour: str) -> Reference | None:
    """Return the shade of a slot's colour that is as light as another one, where it is that one, nearly.

    A tint of t has the lightness ``1 - t (1 - l)``, a shade of t ``t l`` (17.3.2.6).
    """
    hue, light, strength = _hls(base)
    wanted = _hls(colour)[1]
    lighter = wanted >= light
    share = round(255 * ((1 - wanted) / (1 - light) if lighter else wanted / light)) if 0 < light < 1 else 0
    made = 1 - share / 255 * (1 - light) if lighter else share / 255 * light
    if _distance(hls_to_rgb(hue, made, strength), _rgb(colour)) > _CLOSE:
        return None
    return Reference(slot, "tint" if lighter else "shade", share)


def _changes(base: str, colour: str) -> list[Node]:
    """Return what makes one colour of another: its hue, strength and lightness changed (20.1.2.3.15 and others)."""
    (hue, light, strength), (new_hue, new_light, new_strength) = _hls(base), _hls(colour)
    made = []
    turn = round((new_hue - hue) * 360 * 60000)
    if turn:
        made.append(a("hueOff", val=turn))
    if strength:
        made.append(a("satMod", val=round(new_strength / strength * 100000)))
    if new_light > light:
        share = (1 - new_light) / (1 - light)
        return [*made, a("lumMod", val=round(share * 100000)), a("lumOff", val=round((1 - share) * 100000))]
    return [*made, a("lumMod", val=round(new_light / light * 100000))] if light else made


def _rgb(colour: str) -> tuple[float, float, float]:
    digits = hexa(colour)
    return int(digits[:2], 16) / 255, int(digits[2:4], 16) / 255, int(digits[4:], 16) / 255


def _hls(colour: str) -> tuple[float, float, float]:
    return rgb_to_hls(*_rgb(colour))


def _distance(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    return sqrt(sum((here - there) ** 2 for here, there in zip(one, other, strict=True)))
