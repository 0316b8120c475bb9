"""Colours between colours."""

from __future__ import annotations

from functools import cache


@cache
def rgb(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue of ``#RRGGBB``, from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def mix(first: str, second: str, share: float) -> str:
    """Return the colour at ``share`` (0 to 1) of the way from the first to the second."""
    share = min(1.0, max(0.0, share))
    parts = (a + (b - a) * share for a, b in zip(rgb(first), rgb(second), strict=True))
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)


def ramp(colours: tuple[str, ...], share: float) -> str:
    """Return the colour at ``share`` (0 to 1) of the way through a row of colours."""
    last = len(colours) - 1
    if last == 0:
        return colours[0]
    share = min(1.0, max(0.0, share))
    step = min(int(share * last), last - 1)
    return mix(colours[step], colours[step + 1], share * last - step)
