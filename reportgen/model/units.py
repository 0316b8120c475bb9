"""Units: what each measures, how large it is, and what follows for reckoning with several.

A unit's ``factor`` says how many of its dimension's base one of it is; the base is the unit with the factor 1.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from msgspec import Struct, field

COUNTED = frozenset(("count", "person", "supplier"))
"""Dimensions of things that are counted. Products and quotients may leave them unsaid: hours a person are hours."""

UNKNOWN = "?"
"""The code of the unit that stands in where a project gives none that is known: nothing is held against it."""


class Unit(Struct, frozen=True):
    """A unit: its wording by locale id, alone in a column (``column``) and around a number (``pattern``).

    In a pattern ``{}`` stands for the number: ``{} MWh``, ``{}%``, ``RMB {} million``. ``singular`` is the pattern for
    exactly one, where a language has another. Compact forms print a unit that counts a larger one's multiples in that
    one, its ``base``: a million renminbi in ``RMB``. Units of one ``dimension`` convert; of pure numbers it is empty.
    """

    code: str
    column: dict[str, str]
    pattern: dict[str, str]
    singular: dict[str, str] = field(default_factory=dict)
    base: str = ""
    dimension: str = ""
    factor: Fraction = Fraction(1)


_SAME = Fraction(1)


def converts(one: Unit, other: Unit) -> bool:
    """Tell whether a number in one unit can be given in another."""
    return one.code == other.code or one.dimension == other.dimension


def scale(one: Unit, other: Unit) -> Fraction:
    """Return how many of the other unit one of the first is. Both measure the same."""
    return _SAME if one is other else one.factor / other.factor


def powers(*over: Unit, under: tuple[Unit, ...] = ()) -> dict[str, int]:
    """Return the dimensions of a product of units, divided by those ``under``, without what is counted."""
    found: Counter[str] = Counter()
    for sign, units in ((1, over), (-1, under)):
        for unit in units:
            above, _, below = unit.dimension.partition("/")
            found[above] += sign
            found[below] -= sign
    return {name: power for name, power in found.items() if power and name and name not in COUNTED}


def form_name(unit: Unit) -> str:
    """Return how a reference's form names a unit: `MWh` is `mwh`, `t/RMBm` is `t_per_rmbm`."""
    return unit.code.lower().replace("/", "_per_").replace("%", "percent")
