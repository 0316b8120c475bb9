"""The document's body while it is being written, and what every piece of it needs at hand."""

from __future__ import annotations

from pathlib import Path

from docx.opc.part import Part
from reportgen.model.flow import Paragraph, Story
from reportgen.model.locale import Locale
from reportgen.model.theme import Palette, Theme
from reportgen.write.docx.formats import BOLD
from reportgen.write.docx.numbering import Numbering
from reportgen.write.docx.pieces import Bookmarks, PieceWriter, bookmark_name
from reportgen.write.docx.styles import StyleSheet
from reportgen.write.docx.xml import Element, add_paragraph, number_paragraph


class Body:
    """What is written to, and what is written with.

    ``root`` is the body's element and ``folder`` the project's. ``gap`` says that what was written last (a table, a
    box) cannot hold the space below it, which the next paragraph then holds above.
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

    def palette(self, family: str) -> Palette:
        """Return a family's palette."""
        return self.theme.families.get(family) or next(iter(self.theme.families.values()))

    def flow(self, paragraph: Paragraph, *anchors: str) -> Element:
        """Write a paragraph that stands in the flow of the page, and take up the space the piece before it needs."""
        small = self.theme.styles[paragraph.style].before < self.theme.step
        spaced = self.gap and small and paragraph.style not in ("callout", "pledge")
        self.gap = False
        return self.write(self.root, paragraph, "spaced" if spaced else "", *anchors)

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
        return made

    def fill(self, made: Element, paragraph: Paragraph, *anchors: str) -> None:
        """Write a paragraph's words into an element that has its properties already."""
        names = [bookmark_name(anchor) for anchor in (paragraph.anchor, *anchors) if anchor]
        begun = [self.bookmarks.begin(made, name) for name in dict.fromkeys(names)]
        bold = self.theme.styles[paragraph.style].weight >= BOLD
        self.pieces.write(made, paragraph.pieces, paragraph.style, bold)
        for number in reversed(begun):
            self.bookmarks.end(made, number)

    def drawing(self) -> int:
        """Return the number of the next drawing."""
        self.drawings += 1
        return self.drawings
