"""The rules of derived indicators, and what each rests on. Parts are named by their ids."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

EVERY_PERIOD = ""
"""Stands for the period where a factor holds for all of them."""


class Sum(Struct, frozen=True):
    """The indicator is the sum of its parts."""

    parts: tuple[str, ...]


class Ratio(Struct, frozen=True):
    """The indicator is one indicator divided by another."""

    numerator: str
    denominator: str


class Share(Struct, frozen=True):
    """The indicator is one indicator as a percentage of another."""

    part: str
    whole: str


class Change(Struct, frozen=True):
    """The indicator is the change of another against the period before, in per cent of that period's absolute value."""

    of: str


class Difference(Struct, frozen=True):
    """The indicator is one indicator less another, or, where no other is named, less itself in the period before."""

    first: str
    second: str = ""


class Mean(Struct, frozen=True):
    """The indicator is the mean of its members, weighted by their populations: pairs of a value and a population."""

    members: tuple[tuple[str, str], ...]


class Count(Struct, frozen=True):
    """The indicator is the number of its parts that keep to the bounds; without bounds, of those that are not zero."""

    parts: tuple[str, ...]
    at_least: Decimal | None = None
    at_most: Decimal | None = None


class Term(Struct, frozen=True):
    """An activity, and the factor that it is multiplied by, by period or for `EVERY_PERIOD`."""

    activity: str
    factors: dict[str, str]


class Activity(Struct, frozen=True):
    """The indicator is the sum of activities, each multiplied by its factor: energy to emissions."""

    terms: tuple[Term, ...]


Rule = Sum | Ratio | Share | Change | Difference | Mean | Count | Activity


def parts_of(rule: Rule | None) -> tuple[str, ...]:
    """Return the ids of the indicators that a rule rests on."""
    match rule:
        case Sum(parts) | Count(parts):
            return parts
        case Ratio(first, second) | Share(first, second):
            return (first, second)
        case Change(of):
            return (of,)
        case Difference(first, second):
            return (first, second) if second else (first,)
        case Mean(members):
            return (*(value for value, _ in members), *(population for _, population in members))
        case Activity(terms):
            return tuple(term.activity for term in terms)
    return ()


def factors_of(rule: Rule | None) -> tuple[str, ...]:
    """Return the ids of the factors that a rule multiplies by."""
    return tuple(id_ for term in rule.terms for id_ in term.factors.values()) if isinstance(rule, Activity) else ()


def factor_for(term: Term, period: str) -> str:
    """Return the id of a term's factor for a period; empty where it has none."""
    return term.factors.get(period) or term.factors.get(EVERY_PERIOD, "")
