"""Merged cells: ``^^`` goes with the cell above, ``<<`` with the cell to the left; both form rectangles."""

from __future__ import annotations

from collections import defaultdict

from reportgen.diagnostics import Code
from reportgen.model.words import Words
from reportgen.read.reading import Reading

Place = tuple[int, int]
Grid = dict[Place, tuple[int, int]]

_STEPS = {"^^": (-1, 0), "<<": (0, -1)}


def merge(rows: list[list[Words]], head: int, reading: Reading) -> Grid:
    """Return for each cell that is printed, by row and column, how many rows and columns it takes."""
    origins = _origins(rows, head, reading)
    members: dict[Place, list[Place]] = defaultdict(list)
    for place, origin in origins.items():
        members[origin].append(place)
    grid: Grid = {}
    for origin, places in members.items():
        size = max(row for row, _ in places) - origin[0] + 1, max(column for _, column in places) - origin[1] + 1
        if size[0] * size[1] == len(places) and min(column for _, column in places) == origin[1]:
            grid[origin] = size
        else:
            grid.update(dict.fromkeys(places, (1, 1)))
            words = rows[places[-1][0]][places[-1][1]]
            message = "the merged cells form no rectangle"
            hint = "fill the rectangle's other cells with `^^` or `<<` too"
            reading.diagnostics.error(Code.WRONG_MERGE, message, reading.span(words), hint)
    return grid


def _origins(rows: list[list[Words]], head: int, reading: Reading) -> dict[Place, Place]:
    """Return for each place the cell that covers it."""
    origins: dict[Place, Place] = {}
    for row, cells in enumerate(rows):
        for column, words in enumerate(cells):
            step = _STEPS.get(words.text)
            place = (row, column)
            origins[place] = place
            if step is None:
                continue
            above = (row + step[0], column + step[1])
            if above not in origins or (row == head and step[0]):
                _nothing_there(words, reading)
            else:
                origins[place] = origins[above]
    return origins


def _nothing_there(words: Words, reading: Reading) -> None:
    where = "above" if words.text == "^^" else "to the left"
    message = f"`{words.text}` has no cell {where} to merge with"
    hint = "head and body do not merge; an empty cell is `| |`"
    reading.diagnostics.error(Code.WRONG_MERGE, message, reading.span(words), hint)
