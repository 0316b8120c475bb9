"""Fonts and faces of the theme file."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Code, Diagnostics, suggest
from reportgen.load.fields import Fields
from reportgen.load.theme_lengths import length
from reportgen.load.values import decimal_of
from reportgen.model.locale import Locale
from reportgen.model.theme import Face, FontFile

_FONT = frozenset({"package", "path", "family", "axes", "optical", "weights"})
_FACE = frozenset({"upright", "italic", "hans", "hant", "word"})
_WORD = frozenset({"latin", "hans", "hant"})
_LIGHTEST, _HEAVIEST = 1, 1000
"""The range of weights (CSS Fonts 4, 2.2)."""


def read_faces(fields: Fields, locale: Locale) -> dict[str, Face]:
    """Return the theme's faces by name, with the Han fonts in the order of a language's shapes."""
    fonts = _fonts(fields)
    node = fields.mapping("faces")
    faces = {}
    for name in node.entries:
        part = Fields(
            Fields(node, "`faces`", frozenset(node.entries), fields.diagnostics).mapping(name),
            f"the face `{name}`",
            _FACE,
            fields.diagnostics,
        )
        word = Fields(part.mapping("word"), "`word`", _WORD, fields.diagnostics)
        faces[name] = Face(
            name,
            _list(part, "upright", fonts),
            _list(part, "italic", fonts),
            _list(part, locale.han, fonts),
            word.needed_text("latin"),
            word.needed_text(locale.han),
        )
    return faces


def _fonts(fields: Fields) -> dict[str, FontFile]:
    node = fields.mapping("fonts")
    names = Fields(node, "`fonts`", frozenset(node.entries), fields.diagnostics)
    return {name: _font(name, names, fields.diagnostics) for name in node.entries}


def _font(name: str, names: Fields, diagnostics: Diagnostics) -> FontFile:
    part = Fields(names.mapping(name), f"the font `{name}`", _FONT, diagnostics)
    axes = part.mapping("axes")
    pins = Fields(axes, "`axes`", frozenset(axes.entries), diagnostics)
    return FontFile(
        name,
        part.text("package"),
        part.needed_text("path"),
        tuple((axis, length(pins, axis)) for axis in axes.entries),
        part.truth("optical", default=False),
        part.text("family"),
        tuple(_weights(part)),
        part.value_place("path"),
    )


def _weights(part: Fields) -> Iterator[int]:
    for node in part.items("weights"):
        value = decimal_of(node, part.diagnostics)
        if value is None:
            continue
        if _LIGHTEST <= value <= _HEAVIEST and value == int(value):
            yield int(value)
        else:
            hint = f"give a whole number from {_LIGHTEST} to {_HEAVIEST}, such as 400 or 700"
            part.diagnostics.error(Code.WRONG_VALUE, f"expected a weight, found `{value}`", node.span, hint)


def _list(part: Fields, key: str, fonts: dict[str, FontFile]) -> tuple[FontFile, ...]:
    part.needed(key)
    found = []
    for name, span in part.texts(key):
        if name in fonts:
            found.append(fonts[name])
        else:
            part.diagnostics.error(Code.WRONG_VALUE, f"there is no font `{name}`", span, suggest(name, fonts))
    return tuple(found)
