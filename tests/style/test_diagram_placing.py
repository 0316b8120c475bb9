"""How the boxes of a diagram share the column: rows as even as may be, none with more than has room."""

from __future__ import annotations

import pytest

from reportgen.model.flow import Diagram, DiagramBox, Paragraph, Run
from reportgen.style.diagram_placing import across_of, rows_of


def words(text: str) -> Paragraph:
    return Paragraph("diagram-name", (Run(text),), "brand")


def boxes(count: int, text: str) -> tuple[DiagramBox, ...]:
    said = words(text) if text else None
    return tuple(DiagramBox(words(f"{number}"), words("name"), said) for number in range(count))


def diagram(kind: str, *rows: tuple[DiagramBox, ...]) -> Diagram:
    return Diagram(kind, words("Title"), "Alternative", rows, "brand")


@pytest.mark.parametrize(
    ("count", "text", "rows"),
    [
        (1, "", [1]),
        (4, "", [4]),
        (5, "", [3, 2]),
        (7, "", [4, 3]),
        (9, "", [3, 3, 3]),
        (3, "text", [3]),
        (4, "text", [2, 2]),
        (7, "text", [3, 3, 1]),
        (8, "text", [3, 3, 2]),
    ],
)
def test_steps_go_on_in_the_next_row(count: int, text: str, rows: list[int]) -> None:
    steps = diagram("steps", boxes(count, text))
    assert [len(row) for row in rows_of(steps)] == rows
    assert across_of(steps) == rows[0]
    assert [box for row in rows_of(steps) for box in row] == list(steps.rows[0])


def test_one_step_with_a_text_makes_room_for_all() -> None:
    steps = diagram("steps", (*boxes(3, ""), *boxes(1, "text")))
    assert [len(row) for row in rows_of(steps)] == [2, 2]


def test_levels_stay_as_they_are_and_each_divides_the_width_by_itself() -> None:
    levels = diagram("levels", boxes(1, ""), boxes(6, "text"))
    assert rows_of(levels) == list(levels.rows)
    assert across_of(levels) == 0
