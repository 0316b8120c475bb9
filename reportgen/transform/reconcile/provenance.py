"""Values that do not say where they come from, or who answers for them."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Code, Diagnostic, Severity
from reportgen.model.dataset import Absent, Dataset, Fact, Reason
from reportgen.model.project import Project


def provenance(dataset: Dataset, project: Project) -> Iterator[Diagnostic]:
    """Yield NO_SOURCE for filed values; NO_OWNER too, once a report has begun to name owners."""
    facts = [fact for indicator in dataset.indicators.values() for fact in indicator.facts.values() if _is_filed(fact)]
    owned = any(fact.owner for fact in facts)
    for fact in facts:
        named = f"`{fact.indicator}` for `{fact.period}`"
        if fact.source is None:
            hint = "add `source: {document: ...}` to the value, the indicator or the file"
            yield Diagnostic(Code.NO_SOURCE, f"{named} has no source", fact.span, hint, Severity.WARNING)
        if owned and not fact.owner:
            hint = "add `owner: ...` to the value, the indicator or the file"
            yield Diagnostic(Code.NO_OWNER, f"{named} has no owner", fact.span, hint, Severity.WARNING)


def _is_filed(fact: Fact) -> bool:
    """Tell whether someone stated a value: nil is one, "not available" is none."""
    return not fact.computed and (not isinstance(fact.value, Absent) or fact.value.reason is Reason.NIL)
