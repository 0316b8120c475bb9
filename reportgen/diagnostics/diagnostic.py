"""A finding, the list they are collected in, and the exception that ends a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from msgspec import Struct

from reportgen.diagnostics.code import UNREADABLE, Code
from reportgen.diagnostics.span import Span


class Severity(Enum):
    """An error stops the language it is found in; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Diagnostic(Struct, frozen=True):
    """One finding: what was expected and found, where, and what to do about it.

    ``message`` is lower case, without a full stop, with names in backticks. ``hint`` is an action, or empty.
    ``answer`` is the reason that the data give why the finding stands: an answered finding stops nothing.
    """

    code: Code
    message: str
    span: Span | None = None
    hint: str = ""
    severity: Severity = Severity.ERROR
    answer: str = ""


class Diagnostics:
    """Collects findings so that all of them are reported at once. The same finding is kept once.

    Answered findings are kept beside the others: only `everything` shows them.
    """

    def __init__(self) -> None:
        self._found: dict[Diagnostic, None] = {}

    def error(self, code: Code, message: str, span: Span | None = None, hint: str = "") -> None:
        """Add an error."""
        self._found[Diagnostic(code, message, span, hint)] = None

    def warning(self, code: Code, message: str, span: Span | None = None, hint: str = "") -> None:
        """Add a warning."""
        self._found[Diagnostic(code, message, span, hint, Severity.WARNING)] = None

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Add findings made elsewhere, answered ones too."""
        made = diagnostics.everything() if isinstance(diagnostics, Diagnostics) else diagnostics
        for diagnostic in made:
            self._found[diagnostic] = None

    def everything(self) -> tuple[Diagnostic, ...]:
        """Return all findings, answered or not, in the order of iteration."""
        return tuple(sorted(self._found, key=_place))

    @property
    def failed(self) -> bool:
        """Whether an error without an answer is among the findings."""
        return any(d.severity is Severity.ERROR and not d.answer for d in self._found)

    def __iter__(self) -> Iterator[Diagnostic]:
        """Findings without an answer by file, line and column, those without a place before them.

        First of all come those of files that cannot be read: others may follow from them.
        """
        return iter([found for found in self.everything() if not found.answer])

    def __len__(self) -> int:
        return sum(not found.answer for found in self._found)


def _place(diagnostic: Diagnostic) -> tuple[bool, str, int, int, str]:
    span = diagnostic.span or Span("")
    return (diagnostic.code not in UNREADABLE, span.path, span.line, span.column, diagnostic.code.value)


class ReportError(Exception):
    """The run cannot go on: carries the findings that say why."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(d.message for d in self.diagnostics))


def fail(code: Code, message: str, span: Span | None = None, hint: str = "") -> ReportError:
    """Make the exception for a single finding, to be raised."""
    return ReportError([Diagnostic(code, message, span, hint)])
