"""What the rules of derived indicators rest on."""

from __future__ import annotations

from reportgen.model.dataset import Ratio, Share, Sum


def parts_of(rule: Sum | Ratio | Share | None) -> tuple[str, ...]:
    """Return the ids of the indicators that a rule rests on."""
    match rule:
        case Sum(parts):
            return parts
        case Ratio(numerator, denominator):
            return (numerator, denominator)
        case Share(part, whole):
            return (part, whole)
    return ()
