"""The breaks of a paragraph chosen together, so that its worst lines are as good as can be (Knuth and Plass, 1981).

What goes in: the places where a line may end, with their costs. What comes out: those where lines end. From each place
only those within reach of a line are tried, so that the time grows with the text.
"""

from __future__ import annotations

from bisect import bisect_right
from math import inf

from msgspec import Struct

BAD = 10.0
"""The cost of a line that is as loose as one should be at most; costs grow with the third power of looseness."""
HYPHENS_IN_A_ROW = 40.0
LAST_CUT = 20.0
"""The cost of a hyphen before a last line."""
SHORT = 20.0
"""The cost of a last line of less than a word."""

TOLERANCE = 0.01
"""In points: sums of fractions are not exact."""
_LOOSEST = 2.0
"""Lines looser than this (`Fit.loosest` says of what) are tried only for want of others."""


class Nodes(Struct, frozen=True):
    """The places where a line may end, in order; the first is the paragraph's beginning, the last its end.

    Positions in points on a line without end: ``ends`` of a line that ends there, with its hyphen; ``starts`` of the
    line after it. ``given`` is what gaps up to a place may be opened by: of a line that ends, of one that begins
    there. ``costs`` are those of ending a line at a place; ``cut`` says whether that hyphenates a word.
    """

    ends: list[float]
    starts: list[float]
    given: tuple[list[float], list[float]]
    costs: list[float]
    cut: list[bool]


class Measure(Struct, frozen=True):
    """What lines have to fill, in points.

    ``first`` is the width of the first line, ``width`` of the others. ``ragged`` is by how much a line may fall short
    beyond what its gaps give; ``least`` is the width that a last line should have, ``even`` says that it should be as
    long as the others.
    """

    first: float
    width: float
    ragged: float
    least: float
    even: bool


class Fit(Struct, frozen=True):
    """The nodes at which lines end, in order, and how loose the loosest line is: 1 is as loose as one should be."""

    nodes: list[int]
    loosest: float


def fit(nodes: Nodes, measure: Measure) -> Fit:
    """Choose the breaks of a paragraph. A line is overfull only where two places are further apart than it is wide."""
    count = len(nodes.ends)
    best, back, loose = [inf] * count, [0] * count, [0.0] * count
    best[0] = 0.0
    for node in range(count - 1):
        if best[node] < inf:
            _reach(nodes, measure, node, (best, back, loose))
    chosen = [count - 1]
    while back[chosen[-1]]:
        chosen.append(back[chosen[-1]])
    return Fit(chosen[::-1], max(loose[node] for node in chosen))


def _reach(nodes: Nodes, measure: Measure, node: int, found: tuple[list[float], list[int], list[float]]) -> None:
    """Try all lines that begin at a node."""
    best, back, loose = found
    ends, costs, cut = nodes.ends, nodes.costs, nodes.cut
    last = len(ends) - 1
    limit = nodes.starts[node] + (measure.width if node else measure.first) + TOLERANCE
    ragged = measure.ragged - nodes.given[1][node]
    given, before = nodes.given[0], best[node]
    furthest = max(bisect_right(ends, limit, node + 1) - 1, node + 1)
    for end in range(furthest, node, -1):
        ratio = (limit - ends[end]) / (ragged + given[end]) if end < last or measure.even else 0.0
        if ratio > _LOOSEST and end < furthest:
            break
        cost = before + costs[end] + ratio * ratio * ratio * BAD
        if cut[node]:
            cost += cut[end] * HYPHENS_IN_A_ROW + (end == last) * LAST_CUT
        if end == last and node and limit - ends[end] > measure.width - measure.least:
            cost += SHORT
        if cost < best[end]:
            best[end], back[end], loose[end] = cost, node, ratio
