"""The `pledges` of a KPI file to `Pledge`s."""

from __future__ import annotations

from reportgen.diagnostics import Span
from reportgen.load.fields import Fields
from reportgen.model.dataset import Pledge

PLEDGE_KEYS = frozenset("statement achieved evidence".split())


def pledge_of(id_: str, place: Span, fields: Fields) -> Pledge:
    """Return a pledge. Whether it is achieved is stated, never guessed."""
    fields.needed("achieved")
    return Pledge(
        id_,
        statement=fields.needed_words("statement"),
        achieved=fields.truth("achieved", default=False),
        evidence=fields.needed_words("evidence"),
        span=place,
    )
