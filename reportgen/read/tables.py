"""Tables: lines ``| a | b |`` -> rows of cells. Every row's cells are counted; merges form rectangles."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from reportgen.diagnostics import Code, Span, suggest
from reportgen.i18n.message import has_words
from reportgen.model.block import Row, Table
from reportgen.model.theme_names import TABLES
from reportgen.model.words import Words
from reportgen.read.attributes import Attributes, check_attributes, names, split_attributes
from reportgen.read.block_rules import Line
from reportgen.read.cells import read_cell
from reportgen.read.merges import Grid, merge
from reportgen.read.reading import Reading
from reportgen.read.source import cut

SETTINGS = ("id", "style", "widths", "columns", "header-rows", "numbers")
PLAIN = "plain"
"""The setting `numbers` of a table whose numbers are meant as they stand."""
COLUMN_KINDS = ("text", "unit", "number", "current")

_PIPES = re.compile(r"\\.|\|")
_DELIMITER = re.compile(r"\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?$")


def read_table(lines: Sequence[Line], attributes: Attributes, reading: Reading) -> Table:
    """Return the table that lines make. ``attributes`` are its settings."""
    rows = [split_row(reading.source.line(line.index, line.text)) for line in lines]
    at = next((i for i, line in enumerate(lines) if _DELIMITER.match(line.text)), None)
    span = reading.source.at(reading.source.line(lines[0].index, lines[0].text), 0)
    if at is None:
        hint = "write `|---|---|` below its head, or `\\|` if it is no table"
        reading.diagnostics.error(Code.LITERAL_MARKUP, "the table has no delimiter line", span, hint)
        at = 0
        kinds: tuple[str, ...] = ("text",) * len(rows[0])
    else:
        kinds = tuple("number" if cell.text.endswith(":") else "text" for cell in rows.pop(at))
    cells = [_counted(row, len(kinds), reading) for row in rows]
    return _set(cells, at, kinds, attributes, span, reading)


def split_row(words: Words) -> list[Words]:
    r"""Return the cells of a line; ``\|`` is no border."""
    borders = [match.start() for match in _PIPES.finditer(words.text) if match.group() == "|"]
    if borders[-1] < len(words.text) - 1:
        borders.append(len(words.text))
    bounds = zip(borders, borders[1:] or [len(words.text)], strict=False)
    return [cut(words, start + 1, end) for start, end in bounds]


def _counted(row: list[Words], count: int, reading: Reading) -> list[Words]:
    if len(row) == count:
        return row
    extra = row[count] if len(row) > count else row[-1]
    message = f"the row has {_many(len(row), 'cell')}, the table has {_many(count, 'column')}"
    hint = "a `|` in text is written `\\|`; merged cells are `^^` and `<<`, an empty cell is `| |`"
    reading.diagnostics.error(Code.CELL_COUNT, message, reading.span(extra), hint)
    return row[:count] + [Words("", row[-1].span)] * (count - len(row))


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _set(
    cells: list[list[Words]], head: int, kinds: tuple[str, ...], attributes: Attributes, span: Span, reading: Reading
) -> Table:
    check_attributes(attributes, SETTINGS, "a table", reading.diagnostics)
    head = _header_rows(attributes, head, len(cells), reading)
    grid = merge(cells, head, reading)
    own = _reading_cells(attributes, reading)
    rows = [_row(grid, number, cells, own) for number in range(len(cells))]
    _check_rows(rows, reading)
    return Table(
        style=_style(attributes, reading),
        columns=_columns(attributes, kinds, reading),
        widths=_widths(attributes, len(kinds), reading),
        caption=(),
        continued=(),
        head=tuple(rows[:head]),
        body=tuple(rows[head:]),
        notes=(),
        anchor=reading.anchor(attributes.get("id"), attributes.span or span),
        span=span,
    )


def _style(attributes: Attributes, reading: Reading) -> str:
    style = attributes.get("style") or "text"
    if style in TABLES:
        return style
    hint = suggest(style, TABLES) or f"the styles are {names(TABLES)}"
    span = attributes.settings["style"].span
    reading.diagnostics.error(Code.WRONG_ATTRIBUTES, f"`{style}` is no style of a table", span, hint)
    return "text"


def _reading_cells(attributes: Attributes, reading: Reading) -> Reading:
    """Return how cells are read: digits alone are not looked at where the table's numbers are meant as they stand."""
    text = attributes.get("numbers")
    if text not in ("", PLAIN):
        hint = f"write `numbers={PLAIN}` where they are meant as they stand, or leave it out"
        span = attributes.settings["numbers"].span
        reading.diagnostics.error(Code.WRONG_ATTRIBUTES, f"the numbers of a table are not `{text}`", span, hint)
    return replace(reading, translate=_if_words(reading.translate)) if text == PLAIN else reading


def _if_words(translate: Callable[[Words], Words]) -> Callable[[Words], Words]:
    return lambda words: translate(words) if has_words(words.text) else words


def _row(grid: Grid, number: int, cells: list[list[Words]], reading: Reading) -> Row:
    made = []
    for column, content in enumerate(cells[number]):
        size = grid.get((number, column))
        if size is not None:
            words, attributes = split_attributes(content, reading.source, reading.diagnostics)
            cell = read_cell(words, attributes, reading)
            made.append((column, replace(cell, rows=size[0], columns=size[1])))
    role = made[0][1].role if made and made[0][0] == 0 else ""
    return Row(tuple(made), reading.source.at(cells[number][0], 0), role)


def _check_rows(rows: Sequence[Row], reading: Reading) -> None:
    for row in rows:
        if not row.cells:
            message = "all cells of the row merge with those above"
            reading.diagnostics.error(Code.WRONG_MERGE, message, row.span, "remove the row")


def _header_rows(attributes: Attributes, default: int, rows: int, reading: Reading) -> int:
    text = attributes.get("header-rows")
    if not text:
        return default
    if not text.isdecimal() or int(text) > rows:
        message = f"`header-rows` is a number from 0 to {rows}, not `{text}`"
        reading.diagnostics.error(Code.WRONG_ATTRIBUTES, message, attributes.settings["header-rows"].span)
        return default
    return int(text)


def _columns(attributes: Attributes, default: tuple[str, ...], reading: Reading) -> tuple[str, ...]:
    kinds = tuple(attributes.get("columns").split())
    if not kinds:
        return default
    wrong = [kind for kind in kinds if kind not in COLUMN_KINDS]
    span = attributes.settings["columns"].span
    if wrong:
        hint = "a column is `text`, `unit`, `number` or `current`"
        reading.diagnostics.error(Code.WRONG_ATTRIBUTES, f"`{wrong[0]}` is no kind of column", span, hint)
        return default
    return kinds if _as_many("columns", len(kinds), len(default), span, reading) else default


def _widths(attributes: Attributes, count: int, reading: Reading) -> tuple[int, ...]:
    parts = attributes.get("widths").split()
    if not parts:
        return ()
    span = attributes.settings["widths"].span
    wrong = [part for part in parts if not part.isdecimal() or not 0 < int(part) < 1000]
    if wrong:
        hint = 'widths are relative: `widths="2 3 5"`'
        reading.diagnostics.error(Code.WRONG_ATTRIBUTES, f"`{wrong[0]}` is no width", span, hint)
        return ()
    return tuple(map(int, parts)) if _as_many("widths", len(parts), count, span, reading) else ()


def _as_many(what: str, found: int, count: int, span: Span, reading: Reading) -> bool:
    if found != count:
        message = f"`{what}` names {_many(found, 'column')}, the table has {count}"
        reading.diagnostics.error(Code.WRONG_ATTRIBUTES, message, span)
    return found == count
