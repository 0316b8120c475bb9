"""Lowers two documents side by side to a story of its own: headings of both languages, tables of what stands between.

Each row has the message's name, then the words in either language. Footnotes are rows too, so marks are plain numbers,
counted through the copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from reportgen.model import flow
from reportgen.model.inline import Inline, Said
from reportgen.model.theme import Theme
from reportgen.style.pieces import messages, pieces
from reportgen.style.turned import turned
from reportgen.transform.side_by_side import Beside, Piece

FAMILY = "brand"
STYLE = "text"
_WIDTHS = (18, 41, 41)

Words = Mapping[str, tuple[Inline, ...]]
"""The copy's own words by name, in one language: ``title``, ``prevails``, ``names``, ``message``, ``language``."""


class Copy(Struct, frozen=True):
    """What a bilingual copy is made of: the pieces side by side, its own words in both languages."""

    beside: tuple[Beside, ...]
    left: Words
    right: Words


def lower_bilingual(copy: Copy, story: flow.Story) -> flow.Story:
    """Return the story of a bilingual copy; ``story`` is that of the report in the left language."""
    return replace(story, flows=tuple(_flows(copy)), footnotes={})


def landscape(theme: Theme) -> Theme:
    """Return a theme whose page lies on its side, with one column between its margins."""
    page = turned(theme.page)
    left = page.left * 0.75
    frame = page.width - 2 * left
    return replace(theme, page=replace(page, left=left, frame_width=frame, prose_x=left, prose_width=frame))


def _flows(copy: Copy) -> Iterator[flow.Flow]:
    yield _heading(1, "h1", (copy.left["title"], copy.right["title"]))
    for name in ("prevails", "names"):
        for words in (copy.left[name], copy.right[name]):
            yield flow.Paragraph("prose", _plain(words), FAMILY)
    rows: list[flow.Row] = []
    for beside in copy.beside:
        if beside.either.level:
            yield from _table(copy, rows)
            rows = []
            yield _titled(beside)
        else:
            rows.append(_row(beside))
    yield from _table(copy, rows)


def _titled(beside: Beside) -> flow.Paragraph:
    level = beside.either.level
    return _heading(level, f"h{level}", [piece.inlines for piece in (beside.left, beside.right) if piece])


def _heading(level: int, style: str, titles: Iterable[tuple[Inline, ...]]) -> flow.Paragraph:
    """Return a heading in both languages."""
    words: list[flow.Piece] = []
    for title in titles:
        words += [*([flow.Run("  ·  ")] if words else []), *_plain(title)]
    return flow.Paragraph(style, tuple(words), FAMILY, level)


def _table(copy: Copy, rows: list[flow.Row]) -> Iterator[flow.Table]:
    if rows:
        heads = (copy.left["message"], copy.left["language"], copy.right["language"])
        head = flow.Row(tuple(_cell(at, "table-head", _plain(words)) for at, words in enumerate(heads)), "head")
        yield flow.Table(STYLE, ("text",) * 3, _WIDTHS, None, (), (head,), tuple(rows), (), FAMILY)


def _row(beside: Beside) -> flow.Row:
    name = flow.Run(_name(beside.either))
    cells = [_cell(0, "table-quiet", (name,) if name.text else ())]
    for at, piece in enumerate((beside.left, beside.right), 1):
        cells.append(_cell(at, "table-cell", _said(piece) if piece else ()))
    return flow.Row(tuple(cells), "")


def _name(piece: Piece) -> str:
    """Return the name of the message that a piece is made of, empty where it is made of several or of data."""
    names = messages(piece.inlines)
    return names[0] if len(names) == 1 and isinstance(piece.inlines[-1], Said) else ""


def _said(piece: Piece) -> tuple[flow.Piece, ...]:
    mark = (flow.Run(f"[{piece.note}] "),) if piece.note else ()
    return (*mark, *_plain(piece.inlines))


def _cell(column: int, style: str, words: tuple[flow.Piece, ...]) -> flow.Cell:
    return flow.Cell(column, (flow.Paragraph(style, words, FAMILY),))


def _plain(inlines: Iterable[Inline]) -> tuple[flow.Piece, ...]:
    """Return the pieces of inlines without what leads elsewhere in the report: its pages are not these."""
    return tuple(_without_jumps(pieces(inlines)))


def _without_jumps(words: Iterable[flow.Piece]) -> Iterator[flow.Piece]:
    for piece in words:
        match piece:
            case flow.Run(link=link) if link.startswith("#"):
                yield replace(piece, link="", occurrence=-1)
            case flow.Run():
                yield replace(piece, occurrence=-1)
            case flow.NoteMark(number, table):
                yield flow.Run(f"({number})" if table else f"[{number}]")
            case flow.LineBreak():
                yield piece
            case flow.PageNumber():
                continue
