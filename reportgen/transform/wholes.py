"""What each indicator is a part of: the wholes of the shares that name it, or, where there is none, its sums."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.model.dataset import Indicator
from reportgen.model.rules import Rule, Share, Sum


def wholes_of(indicators: Mapping[str, Indicator]) -> dict[str, tuple[str, ...]]:
    """Return the ids of each indicator's wholes, sorted; of one that is part of nothing there is no entry."""
    shares: dict[str, set[str]] = {}
    sums: dict[str, set[str]] = {}
    for id_, indicator in indicators.items():
        for rule in (indicator.rule, *indicator.also):
            _take(id_, rule, shares, sums)
    return {id_: tuple(sorted(wholes)) for id_, wholes in (sums | shares).items()}


def _take(id_: str, rule: Rule | None, shares: dict[str, set[str]], sums: dict[str, set[str]]) -> None:
    match rule:
        case Share(part, whole):
            shares.setdefault(part, set()).add(whole)
        case Sum(parts):
            for part in parts:
                sums.setdefault(part, set()).add(id_)
