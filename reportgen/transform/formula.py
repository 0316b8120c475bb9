"""Formulas as text: what a rule reckons from its parts, and what a reference's form makes of a value.

Indicators stand by their ids, the period before as ``id[before]``: for those who check, in one language.
"""

from __future__ import annotations

from reportgen.model.rules import Activity, Change, Count, Difference, Mean, Ratio, Rule, Share, Sum
from reportgen.transform.rounded_statement import ROUNDED

MINUS = "\N{MINUS SIGN}"
TIMES = "\N{MULTIPLICATION SIGN}"
OVER = "\N{DIVISION SIGN}"
_PERCENT = f" {TIMES} 100"


def formula_of(rule: Rule) -> str:
    """Return a rule's formula: ``energy_direct + energy_indirect``."""
    match rule:
        case Sum(parts):
            return " + ".join(parts)
        case Ratio(first, second) | Share(first, second):
            return f"{first} {OVER} {second}{_PERCENT if isinstance(rule, Share) else ''}"
        case Change(of):
            return _change(of)
        case Difference(first, second):
            return f"{first} {MINUS} {second or _before(first)}"
        case Mean(members):
            products = " + ".join(f"{value} {TIMES} {population}" for value, population in members)
            return f"({products}) {OVER} ({' + '.join(population for _, population in members)})"
        case Count():
            return _count(rule)
        case Activity(terms):
            return " + ".join(f"{term.activity} {TIMES} {'/'.join(term.factors.values())}" for term in terms)


def formula_of_form(form: str, ids: tuple[str, ...]) -> str:
    """Return what a form makes of the indicators whose facts it rests on; empty where it prints the value itself."""
    match form:
        case "change" | "change_abs":
            return _change(ids[0])
        case "difference" | "difference_abs":
            return f"{ids[0]} {MINUS} {_before(ids[0])}"
        case "share":
            return f"{ids[0]} {OVER} {ids[-1]}{_PERCENT}"
        case "target":
            return f"target of {ids[0]}"
    if stated := ROUNDED.fullmatch(form):
        return f"{ids[0]}, {stated[1]} {int(stated[2]):,}"
    return ""


def _change(of: str) -> str:
    return f"({of} {MINUS} {_before(of)}) {OVER} |{_before(of)}|{_PERCENT}"


def _before(id_: str) -> str:
    return f"{id_}[before]"


def _count(rule: Count) -> str:
    bounds = [f"at least {rule.at_least}"] if rule.at_least is not None else []
    bounds += [f"at most {rule.at_most}"] if rule.at_most is not None else []
    return f"number of {', '.join(rule.parts)} that are {' and '.join(bounds) or 'not zero'}"
