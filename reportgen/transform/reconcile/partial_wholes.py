"""A share of a whole that is only a part: 34% of full-time employees may be read as 34% of all employees."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Code, Diagnostic, Severity
from reportgen.model.dataset import Dataset, Indicator
from reportgen.model.project import Project
from reportgen.model.rules import Share
from reportgen.transform.reconcile.breakdowns import breakdowns


def partial_wholes(dataset: Dataset, project: Project) -> Iterator[Diagnostic]:
    """Yield PARTIAL_WHOLE for each share whose whole is a member of a breakdown."""
    larger: dict[str, Indicator] = {}
    for breakdown in breakdowns(dataset):
        for member in breakdown.members.values():
            larger.setdefault(member.id, breakdown.whole)
    for indicator in dataset.indicators.values():
        if isinstance(indicator.rule, Share) and indicator.rule.whole in larger:
            whole = indicator.rule.whole
            yield Diagnostic(
                Code.PARTIAL_WHOLE,
                f"`{indicator.id}` is a share of `{whole}`, which is only a part of `{larger[whole].id}`",
                indicator.span,
                f"say so wherever it is printed, and answer `{Code.PARTIAL_WHOLE.value}` here",
                Severity.WARNING,
            )
