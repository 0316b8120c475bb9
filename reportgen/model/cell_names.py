"""How Excel names columns and cells: ``A`` to ``Z``, ``AA`` and on, and ``C7``. All are counted from 0 here."""

from __future__ import annotations


def column_letter(number: int) -> str:
    """Return the name of a column."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the number of a column that is named by capitals."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell."""
    return f"{column_letter(column)}{row + 1}"
