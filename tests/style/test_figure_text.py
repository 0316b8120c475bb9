"""A figure set large: what stands beside its digits is its unit."""

from __future__ import annotations

import pytest

from reportgen.model.flow import Run
from reportgen.style.figure_text import figure_pieces


@pytest.mark.parametrize(
    ("runs", "large"),
    [
        (["98.90%"], ["98.90"]),
        (["RMB 7 billion"], ["7"]),
        (["904", "项"], ["904"]),
        (["over ", "1,300", " hospitals"], ["1,300"]),
        (["7×24小时"], ["7×24"]),
        (["24/7 service"], ["24/7"]),
        (["Zero"], ["Zero"]),
        (["零", "起"], ["零", "起"]),
    ],
)
def test_digits_are_large_and_words_beside_them_small(runs: list[str], large: list[str]) -> None:
    pieces = figure_pieces(tuple(map(Run, runs)))
    assert [piece.text for piece in pieces if isinstance(piece, Run) and not piece.unit] == large
    assert "".join(piece.text for piece in pieces if isinstance(piece, Run)) == "".join(runs)
