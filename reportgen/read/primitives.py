"""Primitive directives: those that the reader itself turns into blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from reportgen.diagnostics import Code, Diagnostics
from reportgen.model.block import (
    Block,
    Box,
    Card,
    Cards,
    Cell,
    Chart,
    Diagram,
    Directive,
    Figure,
    Landscape,
    ListBlock,
    Paragraph,
    Series,
    Table,
)
from reportgen.model.figure import BOXED, KINDS
from reportgen.model.inline import Inline, Strong
from reportgen.read.leading_space import without_space
from reportgen.read.levels import read_levels
from reportgen.read.matrix import read_matrix
from reportgen.read.pictures import picture_found
from reportgen.read.reading import Reading
from reportgen.read.signature import Signature, Use
from reportgen.read.tables import SETTINGS

BOX_STYLES = ("case", "callout")

_MAY, _MUST = Use.OPTIONAL, Use.REQUIRED

PRIMITIVES: Mapping[str, Signature] = {
    "table": Signature(words={"caption": _MAY, "continued": _MAY}, settings=dict.fromkeys(SETTINGS, _MAY), blocks=True),
    "box": Signature(argument=_MUST, words={"label": _MAY, "title": _MAY}, blocks=True),
    "cards": Signature(blocks=True),
    "landscape": Signature(blocks=True),
    "plot": Signature(
        argument=_MUST,
        words={"title": _MUST, "subtitle": _MAY, "source": _MAY, "alternative": _MUST},
        settings={"id": _MAY},
        blocks=True,
    ),
    "drawing": Signature(
        argument=_MUST, words={"title": _MUST, "alternative": _MUST}, settings={"id": _MAY}, blocks=True
    ),
    "matrix": Signature(
        words=dict.fromkeys(("title", "up", "across", "alternative"), _MUST), settings={"id": _MAY}, blocks=True
    ),
    "figure": Signature(argument=_MUST, words={"alternative": _MUST, "caption": _MAY}, settings={"id": _MAY}),
}


OWN_NOTES = ("table", "plot")
"""The primitives beneath which their notes stand; the notes that are written in others are their section's."""


def make_block(directive: Directive, reading: Reading) -> tuple[Block, ...]:
    """Return what a directive stands for: a primitive's block, or what ``reading.expand`` makes of it."""
    make = _MAKERS.get(directive.kind)
    if make is None:
        return reading.expand(directive)
    block = make(directive, reading)
    return () if block is None else (block,)


def _table(directive: Directive, reading: Reading) -> Block | None:
    table = _only_table(directive, reading)
    return table and replace(
        table,
        caption=reading.inlines(directive.words.get("caption")),
        continued=reading.inlines(directive.words.get("continued")),
        notes=directive.notes,
        span=directive.span,
    )


def _only_table(directive: Directive, reading: Reading) -> Table | None:
    match directive.blocks:
        case (Table() as table,):
            return table
        case _:
            hint = "write one table of lines `| ... |` between its opening and `:::`, and its notes below"
            message = f"`{directive.kind}` holds one table and nothing else"
            reading.diagnostics.error(Code.WRONG_DIRECTIVE, message, directive.span, hint)
            return None


def _box(directive: Directive, reading: Reading) -> Block:
    _check_argument(directive, BOX_STYLES, reading)
    words = directive.words
    label, title = reading.inlines(words.get("label")), reading.inlines(words.get("title"))
    return Box(directive.argument, label, title, directive.blocks, directive.span)


def _landscape(directive: Directive, reading: Reading) -> Block:
    return Landscape(directive.blocks, directive.span)


def _cards(directive: Directive, reading: Reading) -> Block | None:
    cards = _listed(directive, reading.diagnostics)
    return None if cards is None else Cards(cards, directive.span)


def card_group(
    directive: Directive, diagnostics: Diagnostics
) -> tuple[tuple[Card, ...], tuple[tuple[Inline, ...], ...]] | None:
    """Return the key figures in a directive's list, and its items without one; ``None`` where it holds no list."""
    cards = _listed(directive, diagnostics)
    if cards is None:
        return None
    return tuple(card for card in cards if card.figure), tuple(card.label for card in cards if not card.figure)


def _listed(directive: Directive, diagnostics: Diagnostics) -> tuple[Card, ...] | None:
    match directive.blocks:
        case (ListBlock(items=items),):
            return tuple(_card(item, directive, diagnostics) for item in items)
        case _:
            hint = "write a list: `- **{id}** of what it says`"
            message = "key figures are the items of one list"
            diagnostics.error(Code.WRONG_DIRECTIVE, message, directive.span, hint)
            return None


def _card(item: tuple[Block, ...], directive: Directive, diagnostics: Diagnostics) -> Card:
    match item:
        case (Paragraph(inlines=(Strong(children=figure), *label)),):
            return Card(figure, without_space(tuple(label)))
        case (Paragraph(inlines=label),):
            return Card((), label)
        case _:
            hint = "write it in one paragraph: `- **{id}** of what it says`"
            message = "a key figure is one line of text"
            diagnostics.error(Code.WRONG_DIRECTIVE, message, directive.span, hint)
            return Card((), ())


def _plot(directive: Directive, reading: Reading) -> Block | None:
    _check_argument(directive, KINDS, reading)
    table = _only_table(directive, reading)
    if table is None or not _is_grid(table, directive, reading.diagnostics):
        return None
    words = {key: reading.inlines(words) for key, words in directive.words.items()}
    columns = [[_words_of(cell) for _, cell in row.cells] for row in (*table.head, *table.body)]
    (_, *labels), *rows = columns
    series = tuple(Series(label, tuple(row[number] for row in rows)) for number, label in enumerate(labels, start=1))
    return Chart(
        directive.argument,
        title=words.get("title", ()),
        subtitle=words.get("subtitle", ()),
        source=words.get("source", ()),
        alternative=words.get("alternative", ()),
        categories=tuple(row[0] for row in rows),
        series=series,
        anchor=reading.anchor(directive.settings.get("id", ""), directive.span),
        span=directive.span,
        notes=directive.notes,
    )


def _is_grid(table: Table, directive: Directive, diagnostics: Diagnostics) -> bool:
    """Whether a table has a value for each category and series: none but one head row, and every cell by itself."""
    count = len(table.columns)
    rows = (*table.head, *table.body)
    if len(table.head) == 1 and table.body and count > 1 and all(len(row.cells) == count for row in rows):
        return True
    hint = "write a head row with the names of the series, and a row for each category; merge no cells"
    message = f"the table of a `{directive.kind}` has one head row, and a value for each category and series"
    diagnostics.error(Code.WRONG_DIRECTIVE, message, directive.span, hint)
    return False


def _drawing(directive: Directive, reading: Reading) -> Block | None:
    _check_argument(directive, BOXED, reading)
    levels = read_levels(directive, reading.diagnostics)
    if levels is None:
        return None
    return Diagram(
        directive.argument,
        reading.inlines(directive.words.get("title")),
        reading.inlines(directive.words.get("alternative")),
        levels,
        reading.anchor(directive.settings.get("id", ""), directive.span),
        directive.span,
    )


def _words_of(cell: Cell) -> tuple[Inline, ...]:
    match cell.blocks:
        case (Paragraph(inlines=inlines), *_):
            return inlines
        case _:
            return ()


def _figure(directive: Directive, reading: Reading) -> Block | None:
    if not picture_found(directive.argument, directive.span, reading):
        return None
    return Figure(
        directive.argument,
        reading.inlines(directive.words.get("alternative")),
        reading.inlines(directive.words.get("caption")),
        reading.anchor(directive.settings.get("id", ""), directive.span),
        directive.span,
    )


def _check_argument(directive: Directive, known: tuple[str, ...], reading: Reading) -> None:
    if directive.argument and directive.argument not in known:
        hint = "it is " + " or ".join(f"`{name}`" for name in known)
        message = f"`{directive.argument}` is no kind of `{directive.kind}`"
        reading.diagnostics.error(Code.WRONG_DIRECTIVE, message, directive.span, hint)


_MAKERS: Mapping[str, Callable[[Directive, Reading], Block | None]] = {
    "table": _table,
    "box": _box,
    "cards": _cards,
    "landscape": _landscape,
    "plot": _plot,
    "drawing": _drawing,
    "matrix": read_matrix,
    "figure": _figure,
}
