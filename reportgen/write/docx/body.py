"""The document's body while it is being written, and what every piece of it needs at hand."""

from __future__ import annotations

from pathlib import Path

from docx.opc.part import Part

from reportgen.model.flow import Paragraph, Run, Story
from reportgen.model.locale import Locale
from reportgen.model.theme import Palette, Theme
from reportgen.style.foreign import runs_from_right
from reportgen.write.docx.formats import BOLD
from reportgen.write.docx.markup import PARAGRAPH, add_paragraph, number_paragraph, space_paragraph, turn_paragraph
from reportgen.write.docx.numbering import Numbering
from reportgen.write.docx.pieces import Bookmarks, PieceWriter
from reportgen.write.docx.styles import StyleSheet
from reportgen.write.docx.xml import Element, twips

_HOLD_SPACE = ("callout", "pledge", "case-label")
"""The styles whose own placing holds space above."""


class Body:
    """What is written to, and what is written with.

    ``root`` is the body's element and ``folder`` the project's. ``gap`` says that what was written last (a table, a
    box) cannot hold the space below it, which the next paragraph then holds above; ``opens`` that nothing stands yet
    in the section.
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
        self.styles = StyleSheet(theme, locale, self.numbering)
        self.bookmarks = Bookmarks()
        self.pages = pages
        self.pieces = PieceWriter(part, self.styles, self.bookmarks, pages, frozenset(story.footnotes))
        self.drawings = 0
        self.gap = False
        self.opens = True

    def palette(self, family: str) -> Palette:
        """Return a family's palette."""
        return self.theme.families.get(family) or next(iter(self.theme.families.values()))

    def flow(self, paragraph: Paragraph, *anchors: str) -> Element:
        """Write a paragraph that stands in the flow of the page, with bookmarks for its own anchor and for others."""
        made = self.write(self.root, paragraph, "", *anchors)
        self._space(made, paragraph.style)
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
        """Set what was written last off from a table, which cannot hold the space above it."""
        if len(self.root) and self.root[-1].tag == PARAGRAPH:
            space_paragraph(self.root[-1], after=twips(self.theme.measures["table-before"]))

    def write(self, parent: Element, paragraph: Paragraph, variant: str = "", *anchors: str) -> Element:
        """Write a paragraph into a parent, with bookmarks for its own anchor and for others."""
        made = add_paragraph(parent, self.styles.paragraph(paragraph.style, paragraph.family, variant))
        self.fill(made, paragraph, *anchors)
        return made

    def item(self, parent: Element, paragraph: Paragraph, variant: str, number: int, level: int) -> Element:
        """Write a paragraph as an item of a list."""
        made = add_paragraph(parent, self.styles.paragraph(paragraph.style, paragraph.family, variant))
        number_paragraph(made, number, level)
        self.fill(made, paragraph)
        if parent is self.root:
            self._space(made, paragraph.style)
        return made

    def fill(self, made: Element, paragraph: Paragraph, *anchors: str) -> None:
        """Write a paragraph's words, within its bookmarks, into an element that has its properties already."""
        if runs_from_right("".join(piece.text for piece in paragraph.pieces if isinstance(piece, Run))):
            placing = self.styles.placing(paragraph.style, paragraph.family)
            turn_paragraph(made, twips(placing.left), twips(placing.right))
        bold = self.theme.styles[paragraph.style].weight >= BOLD
        with self.bookmarks.around(made, (paragraph.anchor, *anchors), paragraph.messages):
            self.pieces.write(made, paragraph.pieces, paragraph.style, bold)

    def wear(self, other: Body) -> None:
        """Take the styles and lists of another body in place of its own."""
        self.numbering, self.styles = other.numbering, other.styles
        self.pieces.wear(other.styles)

    def drawing(self) -> int:
        """Return the number of the next drawing."""
        self.drawings += 1
        return self.drawings
