"""A share or mean that does not say of whom it is."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Code, Diagnostic, Severity
from reportgen.model.dataset import Dataset
from reportgen.model.project import Project
from reportgen.transform.reconcile.exact import is_average


def unnamed_populations(dataset: Dataset, project: Project) -> Iterator[Diagnostic]:
    """Yield UNNAMED_POPULATION; what a rule derives names its denominator by the rule."""
    for indicator in dataset.indicators.values():
        if is_average(indicator) and indicator.population is None and indicator.rule is None:
            yield Diagnostic(
                Code.UNNAMED_POPULATION,
                f"`{indicator.id}` is a share or mean, but of whom it is not said",
                indicator.span,
                "add `population: ...`, such as `Full-time employees at year end`",
                Severity.WARNING,
            )
