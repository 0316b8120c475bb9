"""Charts as `content/figures/*.yaml` defines them. Words are as written, not translated."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.diagnostics import Span
from reportgen.model.words import Words


@dataclass(frozen=True, slots=True)
class Category:
    """A category of a chart: the indicator it shows and, where the indicator's name is too long, a label."""

    indicator: str
    label: Words | None
    span: Span


@dataclass(frozen=True, slots=True)
class ChartOf:
    """A chart: one category an indicator, one series a period. ``kind`` is ``columns`` or ``bars``."""

    id: str
    kind: str
    title: Words
    subtitle: Words | None
    source: Words | None
    categories: tuple[Category, ...]
    periods: tuple[str, ...]
    span: Span
