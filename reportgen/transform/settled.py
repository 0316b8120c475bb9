"""A redline that came back: its own changes are the report's, not the reviewers', and count as accepted."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from reportgen.model.review import ADDED, Anchor, Comment, Paragraph, ReviewedFile, Revision, Stretch


def settled(file: ReviewedFile, author: str) -> ReviewedFile:
    """Return a file with the changes of an author accepted, and the comments where they are then."""
    paragraphs = tuple(_settled(paragraph, author) for paragraph in file.paragraphs)
    comments = tuple(_moved(comment, file.paragraphs, author) for comment in file.comments)
    return replace(file, paragraphs=paragraphs, comments=comments)


def _settled(paragraph: Paragraph, author: str) -> Paragraph:
    stretches = tuple(
        replace(stretch, revisions=_others(stretch.revisions, author))
        for stretch in paragraph.stretches
        if not _gone(stretch, author)
    )
    return replace(paragraph, stretches=stretches, end=_others(paragraph.end, author))


def _others(revisions: Iterable[Revision], author: str) -> tuple[Revision, ...]:
    return tuple(revision for revision in revisions if revision.author != author)


def _gone(stretch: Stretch, author: str) -> bool:
    return any(revision.author == author and revision.kind not in ADDED for revision in stretch.revisions)


def _moved(comment: Comment, paragraphs: tuple[Paragraph, ...], author: str) -> Comment:
    places = [place and _place(place, paragraphs[place.paragraph], author) for place in (comment.begin, comment.end)]
    return replace(comment, begin=places[0], end=places[1])


def _place(place: Anchor, paragraph: Paragraph, author: str) -> Anchor:
    kept = at = 0
    for stretch in paragraph.stretches:
        if not _gone(stretch, author):
            kept += min(max(place.offset - at, 0), len(stretch.text))
        at += len(stretch.text)
    return Anchor(place.paragraph, kept)
