"""A mark as it is written: `B.13`, or `B.13/oversight` for a part of a provision."""

from __future__ import annotations

from reportgen.diagnostics import Span
from reportgen.model.dataset import Mark


def mark_of(framework: str, text: str, span: Span) -> Mark:
    """Return the mark that a code means, with the part of the provision that it may name."""
    code, _, component = text.partition("/")
    return Mark(framework, code, span, component)
