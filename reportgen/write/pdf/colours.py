"""Colours of the theme as operators of a content stream."""

from __future__ import annotations

from functools import cache

from reportgen.model.theme import Theme


def resolve(theme: Theme, token: str, family: str) -> str:
    """Return a colour as ``#RRGGBB``: of a token of the theme, of the family's palette, or as it is given."""
    if token.startswith("#"):
        return token
    if token in theme.colours:
        return theme.colours[token]
    return str(getattr(theme.families[family], token))


@cache
def fill(colour: str) -> bytes:
    """Return the operator that fills with a colour ``#RRGGBB``, in DeviceRGB (the output intent is sRGB)."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return b" ".join(b"%.3g" % part for part in parts) + b" rg"
