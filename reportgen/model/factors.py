"""Factors: what activities are multiplied by, such as energy to emissions."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from reportgen.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor: so much ``of`` one unit ``per`` one of another, for a region and a year, by a source."""

    id: str
    value: Decimal
    of: str
    per: str
    region: str
    year: str
    source: str
    span: Span
