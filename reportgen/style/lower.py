"""The single traversal from the document to the flow: what is printed, in order, in styles of the theme."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from reportgen.model import block, flow
from reportgen.model.plain import plain, without_notes
from reportgen.model.theme import Theme
from reportgen.model.theme_names import BY_CHAPTER
from reportgen.style.by_chapter import by_chapter
from reportgen.style.cards import lower_card_group, lower_cards
from reportgen.style.charts import lower_chart
from reportgen.style.covers import FRONT, lower_page
from reportgen.style.diagrams import lower_diagram
from reportgen.style.goals import lower_goal
from reportgen.style.matrix import lower_matrix
from reportgen.style.numbered import numbered
from reportgen.style.pieces import paragraph, pieces
from reportgen.style.tables import lower_table
from reportgen.style.turned import turned


def lower(document: block.Document, theme: Theme) -> flow.Story:
    """Return the story of a bound, numbered and resolved document."""
    flows = tuple(_Lowering(document, theme).flows())
    notes = {
        note.number: flow.Footnote(note.number, paragraph("footnote", note.inlines, FRONT)) for note in document.notes
    }
    story = flow.Story(
        document.locale,
        plain(document.title),
        plain(document.short_title),
        plain(document.author),
        flows,
        notes,
    )
    story = numbered(story, theme.numbered, {kind: pieces(words) for kind, words in document.labels})
    return by_chapter(story) if theme.footnotes == BY_CHAPTER else story


class _Lowering:
    """Walks a document's blocks; what it needs to know of the whole is the document and the theme.

    ``wider`` is how many times as wide as the theme's the pages are.
    """

    def __init__(self, document: block.Document, theme: Theme, wider: float = 1.0) -> None:
        self._document = document
        self._theme = theme
        self._wider = wider

    def flows(self) -> Iterator[flow.Flow]:
        yield from self._blocks(self._document.blocks, FRONT)

    def _blocks(self, blocks: tuple[block.Block, ...], family: str) -> Iterator[flow.Flow]:
        for part in blocks:
            yield from self._block(part, family)

    def _block(self, part: block.Block, family: str) -> Iterator[flow.Flow]:
        match part:
            case block.ChapterBlock():
                yield from self._chapter(part)
            case block.Section():
                yield from self._section(part, family)
            case block.Heading() | block.Paragraph() | block.ListBlock() | block.Quotation() | block.Box():
                yield _words(part, family)
            case block.Landscape(blocks):
                page = self._theme.page
                yield flow.Turn(landscape=True)
                yield from _Lowering(self._document, self._theme, turned(page).frame_width / page.frame_width)._blocks(
                    blocks, family
                )
                yield flow.Turn(landscape=False)
            case block.Opening() | block.Goal() | block.ContactLine():
                return
            case _:
                yield self._piece(part, family)

    def _piece(self, part: block.Block, family: str) -> flow.Flow:
        match part:
            case block.Table():
                return lower_table(part, family, self._theme, self._wider)
            case block.Chart() | block.Diagram() | block.Matrix() | block.Cards() | block.CardGroup():
                return _drawn(part, family)
            case block.Figure(path, alternative, caption, anchor):
                words = paragraph("caption", caption, family) if caption else None
                return flow.Picture(path, plain(alternative), words, family, anchor)
            case block.Cover() | block.BackCover() | block.Contact():
                return lower_page(part, self._theme)
            case block.Contents(title, of=of):
                entries = () if of else _contents(self._document.blocks)
                return flow.Contents(paragraph("contents-title", title, FRONT), entries, of)
            case _:
                raise TypeError(f"a {type(part).__name__} cannot be laid out")

    def _chapter(self, chapter: block.ChapterBlock) -> Iterator[flow.Flow]:
        opening = next((part for part in chapter.blocks if isinstance(part, block.Opening)), None)
        family = chapter.family
        style = "opening-title" if opening else "h1"
        heading = chapter.heading
        yield flow.Chapter(
            chapter.number,
            pieces(without_notes(heading.inlines)),
            paragraph(style, heading.inlines, family, 1, heading.anchor),
            paragraph("opening-introduction", opening.introduction, family) if opening else None,
            paragraph("opening-label", opening.label, family) if opening else None,
            _sections(chapter),
            family,
            paragraph("opening-label", opening.goals_label, family) if opening else None,
            tuple(lower_goal(goal, family) for goal in opening.goals) if opening else (),
        )
        yield from self._blocks(chapter.blocks, family)

    def _section(self, section: block.Section, family: str) -> Iterator[flow.Flow]:
        if section.heading.inlines:
            yield _heading(section.heading, family)
            yield from self._blocks(section.blocks, family)
        else:
            yield from (_raised(part) for part in self._blocks(section.blocks, family))


def _words(
    part: block.Heading | block.Paragraph | block.ListBlock | block.Quotation | block.Box, family: str
) -> flow.Flow:
    match part:
        case block.Heading():
            return _heading(part, family)
        case block.Quotation(blocks):
            return flow.Boxed("pledge", tuple(_texts(blocks, family, "pledge")), family)
        case block.Box():
            return _box(part, family)
        case _:
            return lower_text(part, family)


def lower_text(
    part: block.Block, family: str, style: str = "prose", items: str = "list"
) -> flow.Paragraph | flow.Items:
    """Return the flow of a paragraph or list in the styles given for either."""
    match part:
        case block.Paragraph(inlines):
            return paragraph(style, inlines, family)
        case block.ListBlock(ordered, entries):
            content = tuple(tuple(_texts(entry, family, items)) for entry in entries)
            return flow.Items(ordered, content, items, family)
        case _:
            raise TypeError(f"a {type(part).__name__} stands where only text may")


def _drawn(part: block.Chart | block.Diagram | block.Matrix | block.Cards | block.CardGroup, family: str) -> flow.Flow:
    match part:
        case block.Chart():
            return lower_chart(part, family)
        case block.Diagram():
            return lower_diagram(part, family)
        case block.Matrix():
            return lower_matrix(part, family)
        case block.Cards():
            return lower_cards(part, family)
        case block.CardGroup():
            return lower_card_group(part)


def _heading(heading: block.Heading, family: str) -> flow.Paragraph:
    return paragraph(f"h{heading.level}", heading.inlines, family, heading.level, heading.anchor)


def _raised(part: flow.Flow) -> flow.Flow:
    """Return a heading one level higher: a section without heading of its own leaves its level out."""
    if isinstance(part, flow.Paragraph) and part.level:
        return replace(part, level=part.level - 1)
    return part


def _texts(blocks: tuple[block.Block, ...], family: str, style: str) -> Iterator[flow.Paragraph | flow.Items]:
    """Yield the flows of what may stand in a box or a list; what may not has been reported."""
    texts = (part for part in blocks if isinstance(part, block.Paragraph | block.ListBlock))
    return (lower_text(part, family, style, style) for part in texts)


def _box(box: block.Box, family: str) -> flow.Boxed:
    style = "callout" if box.style == "callout" else "case-text"
    content: list[flow.Paragraph | flow.Items] = []
    if box.label:
        content.append(paragraph("case-label", box.label, family))
    if box.title:
        content.append(paragraph("case-title", box.title, family))
    content.extend(_texts(box.blocks, family, style))
    return flow.Boxed(box.style, tuple(content), family)


def _contents(blocks: tuple[block.Block, ...]) -> tuple[flow.Entry, ...]:
    chapters = [part for part in blocks if isinstance(part, block.ChapterBlock)]
    return tuple(
        flow.Entry(
            chapter.number,
            pieces(without_notes(chapter.heading.inlines)),
            chapter.heading.anchor,
            chapter.family,
            _sections(chapter),
        )
        for chapter in chapters
    )


def _sections(chapter: block.ChapterBlock) -> tuple[flow.Entry, ...]:
    return tuple(
        flow.Entry("", pieces(without_notes(part.heading.inlines)), part.heading.anchor, chapter.family)
        for part in chapter.blocks
        if isinstance(part, block.Section) and part.heading.inlines
    )
