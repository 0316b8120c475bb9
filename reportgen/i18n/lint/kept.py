"""References, marks of notes, links and places that a translation has lost, or that its source has not."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Code
from reportgen.i18n.lint.pair import Fault, Pair
from reportgen.i18n.references import lost_and_added


def kept_references(pair: Pair) -> Iterator[Fault]:
    """Yield REFERENCE_LOST for each; repeating one is the translator's right."""
    gone, extra = lost_and_added(pair.source, pair.translation)
    for reference in gone:
        instead = f"; it has `{extra[0]}` instead" if len(extra) == len(gone) == 1 else ""
        message = f"the translation has lost `{reference}`{instead}"
        start = max(pair.translation.find(extra[0]), 0) if instead else 0
        yield Fault(Code.REFERENCE_LOST, message, f"put `{reference}` where it belongs", start)
    for reference in extra if len(extra) != len(gone) or len(gone) != 1 else ():
        start = pair.translation.find(reference)
        message = f"the translation has `{reference}`, which its source has not"
        yield Fault(Code.REFERENCE_LOST, message, "take it out, or compare it with the source", start, len(reference))
