"""Columns and cells are named as Excel names them."""

from __future__ import annotations

import pytest

from reportgen.model.cell_names import cell_name, column_letter, column_number


@pytest.mark.parametrize(
    ("number", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_columns_are_named_as_excel_names_them(number: int, letters: str) -> None:
    assert column_letter(number) == letters
    assert column_number(letters) == number


def test_a_cell_is_named_by_its_column_and_its_row() -> None:
    assert cell_name(6, 2) == "C7"
