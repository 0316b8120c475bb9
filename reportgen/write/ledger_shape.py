"""What a ledger that is read again must look like: its format's keys, as far as anything is made of them."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, convert, json

from reportgen.write.ledger import FORMAT


class _Source(Struct):
    document: str


class _Fact(Struct):
    indicator: str
    period: str
    value: str | list[str] | dict[str, str]
    unit: str
    status: str
    assured: bool
    computed: bool
    formula: str | None
    owner: str | None
    source: _Source | None
    place: str


class _Entry(Struct):
    locale: str
    text: str
    formula: str | None
    section: str
    title: str
    place: str
    pages: list[str]
    facts: list[_Fact]


class _Ledger(Struct):
    format: int
    entries: list[_Entry]


def ledger_in(content: bytes) -> dict[str, Any]:
    """Return a ledger from its file's bytes, with all of its keys.

    Raises ValueError where they are no ledger of the present format.
    """
    try:
        found: dict[str, Any] = json.decode(content)
        form = convert(found, _Ledger).format
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if form != FORMAT:
        raise ValueError(f"format {form}")
    return found
