"""Findings: their place, their code, their wording. The lowest layer; imports nothing of the project."""

from reportgen.diagnostics.code import Code
from reportgen.diagnostics.diagnostic import Diagnostic, Diagnostics, ReportError, Severity, fail
from reportgen.diagnostics.excerpt import columns, show
from reportgen.diagnostics.span import Span
from reportgen.diagnostics.suggestion import suggest, suggest_code

__all__ = [
    "Code",
    "Diagnostic",
    "Diagnostics",
    "ReportError",
    "Severity",
    "Span",
    "columns",
    "fail",
    "show",
    "suggest",
    "suggest_code",
]
