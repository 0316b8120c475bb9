"""The words of paragraphs under review, with what each change and comment is about.

Offsets are those of the words before the review: they are what sources, catalogues and data can be asked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from msgspec.structs import replace

from reportgen.diagnostics import Span
from reportgen.model.passage import Changed, Number
from reportgen.model.review import ADDED, Anchor, Kind, Paragraph, Stretch, said_after, said_before
from reportgen.model.words import Words, span_at

PARAGRAPH_END = "\n"
_MOVED = frozenset({Kind.MOVED_AWAY, Kind.MOVED_HERE})
_EVEN = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009\t\n", " "))
_DIGITS = frozenset("0123456789.,%")
_INVISIBLE = "\u200b\u2060\u00ad\ufeff"


def whole(paragraphs: Sequence[Paragraph]) -> tuple[Stretch, ...]:
    """Return the stretches of paragraphs that are one passage, with the ends between them."""
    stretches: list[Stretch] = []
    for at, paragraph in enumerate(paragraphs):
        stretches += paragraph.stretches
        if at < len(paragraphs) - 1:
            stretches.append(Stretch(PARAGRAPH_END, paragraph.end))
    return tuple(stretches)


def changes(stretches: Iterable[Stretch]) -> Iterator[Changed]:
    """Yield the changes in stretches, neighbours by the same author as one; a note or drawing is one by itself."""
    at = 0
    for (author, held), group in groupby(stretches, key=lambda stretch: (_author(stretch), stretch.held)):
        run = list(group)
        end = at + len(said_before(run))
        if author is not None:
            told = run if held is None else [replace(part, text=held.words) for part in run]
            deleted, inserted = said_before(told), said_after(told)
            withdrawn = "".join(part.text for part in told if not part.before and not part.after)
            moved = all(revision.kind in _MOVED for part in run for revision in part.revisions)
            date = run[0].revisions[0].date
            yield Changed(author, date, moved, deleted, inserted, withdrawn, at, end, held and held.thing)
        at = end


def _author(stretch: Stretch) -> str | None:
    """Return who changed a stretch last, or ``None`` where nobody did."""
    return stretch.revisions[-1].author if stretch.revisions else None


def commented(paragraphs: Sequence[Paragraph], begin: Anchor, end: Anchor) -> str:
    """Return the words between two places: as they are after the review, or as they were where nothing is left."""
    parts: list[tuple[Stretch, ...]] = []
    for at in range(begin.paragraph, min(end.paragraph, len(paragraphs) - 1) + 1):
        first = begin.offset if at == begin.paragraph else 0
        last = end.offset if at == end.paragraph else len(paragraphs[at].text)
        parts.append(tuple(_cut(paragraphs[at].stretches, first, last)))
    after = PARAGRAPH_END.join(said_after(part) for part in parts).strip()
    return after or PARAGRAPH_END.join("".join(stretch.text for stretch in part) for part in parts).strip()


def _cut(stretches: Iterable[Stretch], first: int, last: int) -> Iterator[Stretch]:
    at = 0
    for stretch in stretches:
        text = stretch.text[max(first - at, 0) : max(last - at, 0)]
        at += len(stretch.text)
        if text:
            yield replace(stretch, text=text)


def offset_before(paragraph: Paragraph, offset: int) -> int:
    """Return where an offset of a paragraph's whole text is in its words before the review."""
    return len(said_before(_cut(paragraph.stretches, 0, offset)))


def squeeze(text: str) -> str:
    """Return a text without white space and what nobody sees."""
    return "".join(c for c in text if not c.isspace() and c not in _INVISIBLE)


def touched(before: str, numbers: Iterable[Number], start: int, end: int, inserted: str = "") -> Iterator[Number]:
    """Yield the numbers in words that a change from ``start`` to ``end`` touches; an insertion may lengthen one."""
    even, cursor = before.translate(_EVEN), 0
    longer_left, longer_right = inserted[:1] in _DIGITS, inserted[-1:] in _DIGITS
    for number in numbers:
        at = even.find(number.text.translate(_EVEN), cursor)
        if at < 0:
            continue
        cursor = at + len(number.text)
        inside = start < cursor and at < max(end, start + 1) and not (start == end == at)
        beside = bool(inserted) and ((start == cursor and longer_left) or (end == at and longer_right))
        if inside or beside:
            yield number


def stretch_in(now: str, before: str, start: int, end: int) -> tuple[int, int]:
    """Return where a text has, in the place of another, the words from ``start`` to ``end``, or what took theirs."""
    codes = SequenceMatcher(None, before, now, autojunk=False).get_opcodes()
    first = next((k + (start - i if tag == "equal" else 0) for tag, i, j, k, _ in codes if start < j), len(now))
    last = next((k + end - i if tag == "equal" else m for tag, i, j, k, m in codes if end <= j), len(now))
    return first, max(first, last)


def place_of(words: Words, before: str, at: int) -> Span:
    """Return where the character stands in words, as they are written, that prints at an offset."""
    printed, last = 0, 0
    for block in SequenceMatcher(None, before, words.text, autojunk=False).get_matching_blocks():
        if at < block.a:
            break
        last = block.b + min(at - block.a, block.size)
        printed = block.a + block.size
        if at < printed:
            break
    return span_at(words, min(last, max(len(words.text) - 1, 0)))


def was_added(paragraph: Paragraph) -> bool:
    """Whether all words of a paragraph were added in the review."""
    return bool(paragraph.after.strip()) and not paragraph.before.strip()


def was_removed(paragraph: Paragraph) -> bool:
    """Whether all words of a paragraph were deleted in the review, and its end too."""
    ended = any(revision.kind not in ADDED for revision in paragraph.end)
    return ended and bool(paragraph.before.strip()) and not paragraph.after.strip()
