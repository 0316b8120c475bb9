"""Prints tables to a terminal: columns aligned for wide characters, numbers to the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.diagnostics import columns


def table_lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield a table's lines; cells of digits stand to the right, and so does the head above them."""
    if not rows:
        return
    widths = [max(columns(row[at]) for row in rows) for at in range(len(rows[0]))]
    right = [all(_is_number(row[at]) for row in rows[1:]) for at in range(len(rows[0]))]
    for row in rows:
        cells = [_padded(cell, width, to) for cell, width, to in zip(row, widths, right, strict=True)]
        yield "  ".join(cells).rstrip()


def _is_number(text: str) -> bool:
    return text.replace(",", "").replace(".", "").removesuffix("%").isdecimal() or not text


def _padded(text: str, width: int, right: bool) -> str:
    space = " " * (width - columns(text))
    return space + text if right else text + space
