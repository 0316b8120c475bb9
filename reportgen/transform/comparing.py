"""Holds a value against what a rule gives: the findings name both, and the parts that the rule rests on."""

from __future__ import annotations

from fractions import Fraction

from reportgen.diagnostics import Code, Diagnostics
from reportgen.model.dataset import Exact, Fact, Indicator
from reportgen.model.rules import Activity, Change, Count, Difference, Mean, Ratio, Rule, Share, Sum, factors_of
from reportgen.transform.arithmetic import decimals_of, round_half_up


def compare(
    indicator: Indicator, rule: Rule, given: Fact, exact: Fraction, sources: list[Fact], diagnostics: Diagnostics
) -> None:
    """Hold a value against what a rule gives, at the digits given: SUM_DIFFERS, RATIO_DIFFERS, RULE_DIFFERS."""
    if not isinstance(given.value, Exact) or given.qualifier is not None:
        return
    expected = round_half_up(exact, decimals_of(given.value.value))
    if expected == given.value.value:
        return
    code, gives = _verdict(rule)
    diagnostics.error(
        code,
        f"`{indicator.id}` is {given.value.value} for `{given.period}`, but {gives} {_plain(exact, expected)}",
        given.span,
        f"correct it, or a part: {_listed(sources)}",
    )


def _verdict(rule: Rule) -> tuple[Code, str]:
    match rule:
        case Sum():
            return Code.SUM_DIFFERS, "its parts add up to"
        case Ratio(numerator, denominator):
            return Code.RATIO_DIFFERS, f"`{numerator}` divided by `{denominator}` gives"
        case Share(part, whole):
            return Code.RATIO_DIFFERS, f"`{part}` in per cent of `{whole}` gives"
        case Mean():
            return Code.RULE_DIFFERS, "the mean of its members, weighted by their populations, is"
        case Count():
            return Code.RULE_DIFFERS, "the number of its parts that count is"
        case Activity():
            return Code.RULE_DIFFERS, f"multiplied by {_named(factors_of(rule))}, its activities give"
        case Change() | Difference():
            return Code.RULE_DIFFERS, _against(rule)


def _against(rule: Change | Difference) -> str:
    match rule:
        case Change(of):
            return f"the change of `{of}` in per cent is"
        case Difference(first, ""):
            return f"`{first}` less that of the period before is"
        case Difference(first, second):
            return f"`{first}` less `{second}` is"


def _named(ids: tuple[str, ...]) -> str:
    return ", ".join(f"`{id_}`" for id_ in dict.fromkeys(ids))


def _plain(exact: Fraction, rounded: object) -> str:
    """Return the exact number if it is short, else the rounded one."""
    short = round_half_up(exact, 6)
    return f"{short.normalize():f}" if Fraction(short) == exact else str(rounded)


def _listed(sources: list[Fact]) -> str:
    return ", ".join(f"`{fact.indicator}` {_value(fact)} ({fact.span})" for fact in sources)


def _value(fact: Fact) -> str:
    return str(fact.value.value) if isinstance(fact.value, Exact) else "nil"
