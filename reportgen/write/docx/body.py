"""The document's body while it is being written, and what every piece of it needs at hand."""

from __future__ import annotations

import re
from pathlib import Path

from docx.opc.part import Part

from reportgen.model.flow import Paragraph, Run, Story
from reportgen.model.locale import Locale
from reportgen.model.theme import Palette, Theme
from reportgen.style.foreign import runs_from_right
from reportgen.style.numbered import HEADING
from reportgen.write.docx import characters
from reportgen.write.docx.design import design_of
from reportgen.write.docx.markup import (
    PARAGRAPH,
    TABLE,
    add_paragraph,
    align_paragraph,
    number_paragraph,
    restyle_paragraph,
    space_paragraph,
    turn_paragraph,
)
from reportgen.write.docx.numbering import Numbering, uncounted
from reportgen.write.docx.pieces import Bookmarks, PieceWriter, Places
from reportgen.write.docx.styles import NORMAL, StyleSheet
from reportgen.write.docx.titles import text_of, titles
from reportgen.write.docx.xml import Element, twips

_LONG_WORD = re.compile("[!-~]{12}")

_HOLD_SPACE = ("callout", "pledge", "case-label")
"""The styles whose own placing holds space above."""


class Body:
    """What is written to, and what is written with.

    ``root`` is the body's element and ``folder`` the project's. ``gap`` says that what was written last (a table, a
    box) cannot hold the space below it, which the next paragraph then holds above; ``opens`` that nothing stands yet
    in the section. ``heading`` are the words of the last heading, ``uncounted`` the anchors of the chapters that Word
    does not count.
    """

    def __init__(
        self, part: Part, root: Element, story: Story, theme: Theme, locale: Locale, pages: dict[str, str], folder: Path
    ) -> None:
        self.part = part
        self.root = root
        self.story = story
        self.theme = theme
        self.locale = locale
        self.folder = folder
        self.numbering = Numbering()
        self.design = design_of(theme, locale)
        self.styles = StyleSheet(self.design, self.numbering)
        self.bookmarks = Bookmarks()
        self.places = Places(pages, titles(story.flows))
        self.pieces = PieceWriter(part, self.styles, self.bookmarks, self.places, frozenset(story.footnotes))
        self.drawings = 0
        self.uncounted = uncounted(story.flows)
        self.heading = ""
        self.gap = False
        self.opens = True

    def palette(self, family: str) -> Palette:
        """Return a family's palette."""
        return self.design.palette(family)

    def flow(self, paragraph: Paragraph, *anchors: str) -> Element:
        """Write a paragraph that stands in the flow of the page, with bookmarks for its own anchor and for others."""
        made = self.write(self.root, paragraph, *anchors)
        self._space(made, paragraph.style)
        if paragraph.level:
            self.heading = text_of(paragraph.pieces)
        return made

    def _space(self, made: Element, name: str) -> None:
        """Let a paragraph take up the space the piece before it needs, or give up its own as a section begins."""
        style = self.theme.styles[name]
        if self.opens and style.before:
            space_paragraph(made, before=0)
        elif self.gap and style.before < self.theme.step and name not in _HOLD_SPACE:
            space_paragraph(made, before=twips(self.theme.measures["table-before"]))
        self.opens = self.gap = False

    def make_room(self) -> None:
        """Set what was written last off from a table, which cannot hold the space above it.

        Word would make one table of two that nothing parts.
        """
        space = twips(self.theme.measures["table-before"])
        last = self.root[-1] if len(self.root) else None
        if last is None:
            return
        if last.tag == PARAGRAPH:
            space_paragraph(last, after=space)
        elif last.tag == TABLE:
            space_paragraph(add_paragraph(self.root, NORMAL), before=0, after=0, line=space, lineRule="exact")

    def write(
        self, parent: Element, paragraph: Paragraph, *anchors: str, worn: str = "", bold: bool = False
    ) -> Element:
        """Write a paragraph into a parent, with bookmarks for its own anchor and for others.

        ``worn`` is the theme's style that it takes in place of its own; its words are ``bold`` where they stand.
        """
        made = add_paragraph(parent, self.styles.paragraph(worn or paragraph.style, paragraph.family))
        self.fill(made, paragraph, *anchors, bold=bold)
        return made

    def item(self, parent: Element, paragraph: Paragraph, number: int, level: int, *, bold: bool = False) -> Element:
        """Write a paragraph as an item of a list."""
        made = add_paragraph(parent, self.styles.paragraph(paragraph.style, paragraph.family))
        number_paragraph(made, number, level)
        self.fill(made, paragraph, bold=bold)
        if parent is self.root:
            self._space(made, paragraph.style)
        return made

    def fill(self, made: Element, paragraph: Paragraph, *anchors: str, bold: bool = False) -> None:
        """Write a paragraph's words, within its bookmarks, into an element that has its properties already."""
        style, pieces = paragraph.style, paragraph.pieces
        if style in self.theme.numbered:  # Word counts them by itself
            pieces = tuple(piece for piece in pieces if not isinstance(piece, Run) or piece.counts != HEADING)
            if len(pieces) == len(paragraph.pieces):
                self.leave_out(made, paragraph)
        if runs_from_right(text_of(pieces)):
            placing = self.styles.placing(style, paragraph.family)
            turn_paragraph(made, twips(placing.left), twips(placing.right))
        elif self._opens_wide(paragraph):
            align_paragraph(made, "left")
        mark = self.styles.words(style, paragraph.family)
        if bold and mark == characters.STRONG:
            mark = ""
        begun = self.bookmarks.open(made, (paragraph.anchor, *anchors), paragraph.messages)
        self.pieces.write(made, pieces, style, bold=bold or self.styles.is_bold(style), mark=mark)
        self.bookmarks.close(made, begun)

    def leave_out(self, made: Element, heading: Paragraph) -> None:
        """Leave a heading out of what Word counts, by its style: it has the next one's number nowhere."""
        restyle_paragraph(made, self.styles.uncounted(heading.style, heading.family))

    def wear(self, other: Body) -> None:
        """Take the styles and lists of another body in place of its own."""
        self.numbering, self.styles = other.numbering, other.styles
        self.pieces.wear(other.styles)

    def _opens_wide(self, paragraph: Paragraph) -> bool:
        """Say whether a justified paragraph holds a word so long, as an address is, that lines before it open wide."""
        if self.theme.styles[paragraph.style].align != "justify":
            return False
        return any(isinstance(piece, Run) and _LONG_WORD.search(piece.text) for piece in paragraph.pieces)

    def end_paragraph(self) -> Element:
        """Write the paragraph without words and height that Word asks for where a section ends without one."""
        made = add_paragraph(self.root, NORMAL)
        space_paragraph(made, before=0, after=0, line=2, lineRule="exact")
        return made

    def drawing(self) -> int:
        """Return the number of the next drawing."""
        self.drawings += 1
        return self.drawings
