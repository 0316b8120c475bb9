"""Where the parts of charts and their labels stand, for both writers. Plain values and lengths in; the same out.

Parts of a whole are drawn in proportion, but none so small that it is not seen. Labels stand where they are wanted,
moved apart where they would run into each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

_BEYOND = Decimal("0.15")
"""How far a scale of dots goes beyond the values at either end, of their span."""


def dots_scale(values: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """Return the low and the high end of a scale on which values stand apart from both ends."""
    if not values:
        return Decimal(0), Decimal(1)
    low, high = min(values), max(values)
    beyond = (high - low) * _BEYOND or abs(high) * _BEYOND or Decimal(1)
    return low - beyond, high + beyond


def parted(values: Sequence[Decimal | None], length: float, gap: float, least: float) -> list[float]:
    """Return the lengths of parts side by side on a length with gaps between, each positive one of at least ``least``.

    A value that is missing or not above zero has no length and no gap.
    """
    drawn = [at for at, value in enumerate(values) if value is not None and value > 0]
    room = length - gap * max(len(drawn) - 1, 0)
    lengths = [0.0] * len(values)
    small: set[int] = set()
    while True:
        left = [at for at in drawn if at not in small]
        whole = sum((values[at] or Decimal(0) for at in left), Decimal(0))
        rest = room - least * len(small)
        for at in left:
            lengths[at] = float((values[at] or Decimal(0)) / whole) * rest
        short = {at for at in left if lengths[at] < least}
        if not short or len(left) == len(short):
            return lengths
        for at in short:
            lengths[at] = least
        small |= short


def starts(lengths: Sequence[float], gap: float) -> list[float]:
    """Return where parts side by side start; one without length starts where the next one does."""
    at, found = 0.0, []
    for length in lengths:
        found.append(at)
        at += length + gap if length else 0.0
    return found


def spread(wanted: Sequence[float], sizes: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Return starts as near as may be to the wanted ones, in their order, ``gap`` apart, between two bounds.

    Where there is not room for all, they begin at ``low`` and run over ``high``.
    """
    places = list(wanted)
    end = high
    for at in reversed(range(len(places))):
        places[at] = min(places[at], end - sizes[at])
        end = places[at] - gap
    start = low
    for at, size in enumerate(sizes):
        places[at] = max(places[at], start)
        start = places[at] + size + gap
    return places


def over_parts(
    lengths: Sequence[float], widths: Sequence[float], part_gap: float, gap: float, wide: float, length: float
) -> list[float]:
    """Return where labels over the parts of a bar start.

    A label stands over the start of its part. The last parts narrower than ``wide`` are labelled together at the bar's
    end, in order.
    """
    wanted = starts(lengths, part_gap)
    at = len(lengths) - 1
    while at > 0 and lengths[at] < wide:
        wanted[at] = length
        at -= 1
    return spread(wanted, widths, gap, 0.0, length)


def label_lines(
    lengths: Sequence[float], widths: Sequence[float], part_gap: float, gap: float, wide: float, length: float
) -> tuple[list[float], list[int]]:
    """Return where labels over the parts of a bar start, and on which line each stands, 0 the highest.

    What does not fit on one line goes on from the left, in order.
    """
    if sum(widths) + gap * (len(widths) - 1) <= length:
        return over_parts(lengths, widths, part_gap, gap, wide, length), [0] * len(widths)
    places: list[float] = []
    lines: list[int] = []
    x, line = 0.0, 0
    for width in widths:
        if x and x + width > length:
            x, line = 0.0, line + 1
        places.append(x)
        lines.append(line)
        x += width + gap
    return places, lines


def at_dots(dots: Sequence[float], size: float, reach: float, low: float, high: float) -> list[float]:
    """Return the upper edges of labels at dots above each other, given from the top down, between two bounds.

    A label stands above its dot, ``reach`` from its middle; below it, where the dot above is so near that the label
    would cover it.
    """
    wanted = [y - reach - size for y in dots]
    for at in range(1, len(dots)):
        if dots[at] - dots[at - 1] < size + 2 * reach and dots[at] + reach + size <= high:
            wanted[at] = dots[at] + reach
    return spread(wanted, [size] * len(wanted), 0.0, low, high)


def beside_ticks(ticks: Sequence[float], widths: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Return where the labels of ticks start, given from left to right.

    The first label starts at its tick and the last one ends at its own, unless two then meet: they turn outwards.
    """
    last = len(ticks) - 1
    if last < 1:
        return spread(ticks, widths, gap, low, high)
    wanted = [tick - width / 2 for tick, width in zip(ticks, widths, strict=True)]
    wanted[0], wanted[last] = ticks[0], ticks[last] - widths[last]
    if last == 1 and wanted[0] + widths[0] + gap > wanted[1]:
        wanted = [ticks[0] - widths[0], ticks[1]]
    return spread(wanted, widths, gap, low, high)
