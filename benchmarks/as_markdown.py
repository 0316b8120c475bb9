"""A built report as pandoc's Markdown: the same words in the same order, so that peers set the same text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportgen.model import flow

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#$@|^~])")
_LANGUAGES = {"en": "en", "zh_Hans": "zh"}


def as_markdown(story: flow.Story) -> str:
    """Return a story as a Markdown document with front matter, footnotes at its end."""
    lines = ["---", f'title: "{story.title}"', f'author: "{story.author}"', f"lang: {_LANGUAGES[story.locale]}", "---"]
    for item in story.flows:
        lines += ["", *_flow(item)]
    for number, note in sorted(story.footnotes.items()):
        lines += ["", f"[^{number}]: {_words(note.text.pieces)}"]
    return "\n".join(lines) + "\n"


def _flow(item: flow.Flow) -> Iterator[str]:
    match item:
        case flow.Paragraph(pieces=pieces, level=level):
            yield f"{'#' * level} {_words(pieces)}" if level else _words(pieces)
        case flow.Items():
            yield from _items(item, "")
        case flow.Boxed(content=content):
            for part in content:
                yield from _quoted(part)
        case flow.Table():
            yield from _table(item)
        case _:
            yield from _piece_of_page(item)


def _piece_of_page(item: flow.Flow) -> Iterator[str]:
    match item:
        case flow.Cards(cards=cards) | flow.CardGroup(cards=cards):
            yield from map(_card, cards)
        case flow.Chart():
            yield from _chart(item)
        case flow.Diagram():
            yield from _diagram(item)
        case flow.Matrix():
            yield from _matrix(item)
        case flow.Chapter(number=number, heading=heading, introduction=introduction):
            yield f"# {number} {_words(heading.pieces)}".replace("#  ", "# ")
            if introduction:
                yield from ("", _words(introduction.pieces))
        case flow.Contact(heading=heading, lines=lines):
            yield from (f"# {_words(heading.pieces)}", "")
            yield from (f"- {_words(line.label.pieces)}: {_words(line.text.pieces)}" for line in lines)


def _card(card: flow.Card) -> str:
    figure = f"**{_words(card.figure.pieces)}** " if card.figure else ""
    return f"- {figure}{_words(card.label.pieces)}"


def _diagram(diagram: flow.Diagram) -> Iterator[str]:
    yield from (f"**{_words(diagram.title.pieces)}**", "")
    for box in (box for row in diagram.rows for box in row):
        yield f"- {' '.join(_words(part.pieces) for part in (box.name, box.text) if part)}"


def _matrix(matrix: flow.Matrix) -> Iterator[str]:
    for part in (matrix.title, matrix.up, matrix.across):
        yield from (f"**{_words(part.pieces)}**", "")
    for group in matrix.groups:
        yield from (f"**{_words(group.name.pieces)}**", "")
        yield from (f"- {_words(issue.name.pieces)}" for issue in group.issues)
        yield ""


def _quoted(part: flow.Paragraph | flow.Items) -> Iterator[str]:
    lines = _items(part, "") if isinstance(part, flow.Items) else iter((_words(part.pieces),))
    for line in lines:
        yield f"> {line}"
    yield ">"


def _items(items: flow.Items, indent: str) -> Iterator[str]:
    for item in items.items:
        mark = "1. " if items.ordered else "- "
        for at, part in enumerate(item):
            if isinstance(part, flow.Items):
                yield from _items(part, indent + "    ")
            else:
                yield f"{indent}{mark if at == 0 else '    '}{_words(part.pieces)}"


def _table(table: flow.Table) -> Iterator[str]:
    columns = len(table.columns)
    head, *further = table.head or (flow.Row((), ""),)
    yield _row(head, columns)
    yield "|" + "-----|" * columns
    for row in (*further, *table.body):
        yield _row(row, columns)
    if table.caption:
        yield ""
        yield f": {_words(table.caption.pieces)}"
    for note in table.notes:
        yield from ("", f"({note.number}) {_words(note.text.pieces)}")


def _row(row: flow.Row, columns: int) -> str:
    cells = {cell.column: _cell(cell) for cell in row.cells}
    return "| " + " | ".join(cells.get(column, "") for column in range(columns)) + " |"


def _cell(cell: flow.Cell) -> str:
    parts: list[str] = []
    for part in cell.content:
        parts += [line.strip() for line in _items(part, "")] if isinstance(part, flow.Items) else [_words(part.pieces)]
    return "; ".join(part.removeprefix("- ") for part in parts)


def _chart(chart: flow.Chart) -> Iterator[str]:
    yield f"**{_words(chart.title.pieces)}**"
    yield ""
    for at, category in enumerate(chart.categories):
        values = ", ".join(series.points[at].text for series in chart.series if series.points[at].text)
        yield f"- {_escaped(category)}: {_escaped(values)}"


def _words(pieces: Iterable[flow.Piece]) -> str:
    return "".join(map(_piece, pieces)).strip()


def _piece(piece: flow.Piece) -> str:
    match piece:
        case flow.Run(text=text, strong=strong, emphasis=emphasis):
            inner = text.strip()
            mark = "**" if strong else "*" if emphasis else ""
            if not mark or not inner:
                return _escaped(text)
            before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
            return f"{before}{mark}{_escaped(inner)}{mark}{after}"
        case flow.NoteMark(number, table):
            return f"({number})" if table else f"[^{number}]"
        case flow.LineBreak():
            return " "
        case _:
            return ""


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text.replace("\n", " "))
