"""What all checks of an index see."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from reportgen.diagnostics import Code, Diagnostic, Severity, Span
from reportgen.model.dataset import Dataset, Indicator
from reportgen.model.index import IndexRow
from reportgen.model.project import Project


class Seen(Struct, frozen=True):
    """The data that marks lead to, and the report that they are in."""

    dataset: Dataset
    project: Project

    def indicators(self, row: IndexRow) -> Iterator[Indicator]:
        """Yield the indicators whose marks answer a row, each once."""
        for id in dict.fromkeys(one.indicator for one in row.marks):
            if id in self.dataset.indicators:
                yield self.dataset.indicators[id]


def warn(code: Code, message: str, span: Span, hint: str) -> Diagnostic:
    """Return a finding that the office may answer."""
    return Diagnostic(code, message, span, hint, Severity.WARNING)
