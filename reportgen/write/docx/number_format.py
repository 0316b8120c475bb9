"""A printed value as the number format that prints it so in a chart and in its workbook."""

from __future__ import annotations

import re
from decimal import Decimal

from reportgen.model.flow import Point

_PRINTED = re.compile(r"(?P<before>[^\d−-]*)(?P<number>[−-]?\d[\d,]*(?:\.(?P<decimals>\d+))?)(?P<after>\D*)")


def number_format(point: Point) -> str:
    """Return a format code (ECMA-376 part 1, 18.8.31) under which a point's exact value prints as its text.

    What is no plain number (a dash, a value in words or in ten thousands) is printed by a format of words alone.
    """
    found = _PRINTED.fullmatch(point.text)
    if found is None or point.value is None or not _rounds(point.value, found["number"], found["decimals"] or ""):
        return _words(point.text)
    whole = "#,##0" if "," in found["number"] or abs(point.value) < 1000 else "0"
    decimals = "." + "0" * len(found["decimals"]) if found["decimals"] else ""
    return _words(found["before"]) + whole + decimals + _words(found["after"])


def named_format(point: Point) -> str:
    """Return a format code that prints a point's value and, after it, its name."""
    return number_format(point) + _words(point.name)


def _rounds(value: Decimal, number: str, decimals: str) -> bool:
    """Say whether a printed number is a value rounded to the decimals it is printed with."""
    printed = Decimal(number.replace(",", "").replace("−", "-"))
    return abs(value - printed) <= Decimal(1).scaleb(-len(decimals)) / 2


def _words(text: str) -> str:
    return '"' + text.replace('"', "") + '"' if text else ""
