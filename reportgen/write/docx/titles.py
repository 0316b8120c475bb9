"""What stands at the places that references lead to: a reference in the words of its place is Word's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.model.flow import Chapter, Chart, Diagram, Flow, LineBreak, Matrix, Paragraph, Piece, Run, Table


def titles(flows: Iterable[Flow]) -> dict[str, str]:
    """Return the words of headings and captions by their anchors, numbers left out; none of those that hold a note."""
    found: dict[str, str] = {}
    for flow in flows:
        for anchor, pieces in _titled(flow):
            if anchor and pieces and all(isinstance(piece, Run | LineBreak) for piece in pieces):
                found.setdefault(anchor, words_of(pieces))
    return found


def text_of(pieces: Iterable[Piece]) -> str:
    """Return the text of pieces, with all numbers: note marks and page numbers left out."""
    return "".join(piece.text for piece in pieces if isinstance(piece, Run))


def words_of(pieces: Iterable[Piece]) -> str:
    """Return the words of pieces, without the numbers that Word counts."""
    return "".join(piece.text for piece in pieces if isinstance(piece, Run) and not piece.counts)


def _titled(flow: Flow) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    match flow:
        case Paragraph(pieces=pieces, anchor=anchor):
            yield anchor, pieces
        case Chapter(heading=heading):
            yield heading.anchor, heading.pieces
        case Table(caption=Paragraph(pieces=pieces), anchor=anchor):
            yield anchor, _without_label(pieces)
        case Chart() | Diagram() | Matrix():
            yield flow.anchor, _without_label(flow.title.pieces)


def _without_label(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return nothing of a caption with a number: what refers to it has not the words of all of it."""
    return () if any(isinstance(piece, Run) and piece.counts for piece in pieces) else pieces
