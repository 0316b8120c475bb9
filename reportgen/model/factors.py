"""Factors: what activities are multiplied by, such as energy to emissions."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from reportgen.diagnostics import Span


class Factor(Struct, frozen=True):
    """A factor: so much ``of`` one unit ``per`` one of another, for a region and a year, by a source."""

    id: str
    value: Decimal
    of: str
    per: str
    region: str
    year: str
    source: str
    span: Span
