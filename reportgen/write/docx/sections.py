"""Word's sections: the page, its margins, its running head and foot."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from reportgen.model.flow import BackCover, Chapter
from reportgen.model.theme_names import BY_CHAPTER
from reportgen.write.docx import characters
from reportgen.write.docx.body import Body
from reportgen.write.docx.cover import write_foot_strip, write_head_strip
from reportgen.write.docx.markup import PARAGRAPH, SECTION, add_field, add_paragraph, add_text, align_paragraph
from reportgen.write.docx.package import TreePart
from reportgen.write.docx.plan import Kind, Section
from reportgen.write.docx.titles import text_of
from reportgen.write.docx.xml import Element, Node, attach, tree, twips, w

_RIGHT = "default"
_KINDS = {
    "header": (RELATIONSHIP_TYPE.HEADER, CONTENT_TYPE.WML_HEADER, "hdr"),
    "footer": (RELATIONSHIP_TYPE.FOOTER, CONTENT_TYPE.WML_FOOTER, "ftr"),
}
_FIRST_NUMBERS = {"front": "ii", "foot": "01"}
"""What a foot's field shows before Word counts pages."""


_SIDES = (_RIGHT, "even")
_FIRST = "first"
"""A page with a block of colour is its section's first: head and foot carry the block on, or are bare.

LibreOffice gives a first page of which nothing is said the foot of the pages before it.
"""
_EDGE = -1
_GAP = "\N{EM SPACE}"
"""Between the number and the words of a running head or foot."""


class Sections:
    """Ends sections one after the other; each says what its pages carry above and below the text."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._made: dict[str, str] = {}
        self._counting = False

    def end(self, section: Section) -> None:
        """End a section after what has been written last."""
        head = foot = "bare"
        if section.kind is Kind.CHAPTER and section.chapter is not None:
            head = f"chapter {section.chapter.number} {section.chapter.heading.anchor}"
        if section.kind in (Kind.CHAPTER, Kind.FRONT):
            foot = "foot" if section.kind is Kind.CHAPTER else "front"
        made = w("sectPr")
        for kind, key in (("header", head), ("footer", foot)):
            for side in _SIDES:
                made.append(self._reference(kind, key, side, section.chapter))
        if _bleeds(section):
            for reference in self._of_block(section):
                made.append(reference)
        self._end(made, section)

    def _of_block(self, section: Section) -> Iterator[Node]:
        """Yield what the head and the foot of a page with a block of colour are."""
        body, chapter = self._body, section.chapter
        palette = body.palette(chapter.family) if chapter else body.design.palette(body.design.first)
        yield self._drawn("header", palette.deep, write_head_strip)
        if isinstance(section.flows[0], BackCover):
            yield self._drawn("footer", palette.deep, write_foot_strip)
        else:
            yield self._reference("footer", "bare", _FIRST, None)

    def finish(self) -> None:
        """Move the last section's properties to the body's end, where Word looks for them."""
        root = self._body.root
        if not len(root):
            return
        properties = root[-1][0].find(SECTION)
        if properties is not None:  # the paragraph that held them stays: Word has one after every table
            root.append(properties)

    def _end(self, made: Node, section: Section) -> None:
        page = self._body.theme.page
        made.append(*self._notes(section))
        made.append(w("type", val="nextPage"))
        size = w("pgSz", w=twips(page.width), h=twips(page.height))
        if page.width > page.height:
            size.set("w:orient", "landscape")
        made.append(size)
        made.append(_margins(self._body, section))
        made.append(self._numbers(section))
        made.append(w("cols", space=0))
        if _bleeds(section):
            made.append(w("titlePg"))
        self._place(made)

    def _notes(self, section: Section) -> list[Node]:
        """Count notes by chapter, if the theme does: a section that begins one begins anew, others go on.

        Source: ISO/IEC 29500-1, 17.18.74.
        """
        if self._body.theme.footnotes != BY_CHAPTER:
            return []
        begins = isinstance(section.flows[0], Chapter)
        return [w("footnotePr", w("numRestart", val="eachSect" if begins else "continuous"))]

    def _numbers(self, section: Section) -> Node:
        """Number pages from 01 on in the body, in roman numerals before it."""
        if section.kind in (Kind.COVER, Kind.FRONT):
            return w("pgNumType", fmt="lowerRoman")
        made = w("pgNumType", fmt="decimalZero")
        if not self._counting:
            made.set("w:start", 1)
            self._counting = True
        return made

    def _place(self, properties: Node) -> None:
        """Put a section's properties into its last paragraph; a section that ends in a table gets one."""
        root = self._body.root
        last = root[-1] if len(root) else None
        if last is None or last.tag != PARAGRAPH or last[0].find(SECTION) is not None:
            last = self._body.end_paragraph()
        attach(last[0], properties)
        self._body.gap, self._body.opens = False, True

    def _reference(self, kind: str, key: str, side: str, chapter: Chapter | None) -> Node:
        return _reference(kind, side, self._part(kind, key, side, chapter))

    def _part(self, kind: str, key: str, side: str, chapter: Chapter | None) -> str:
        name = f"{kind} {key} {side if key != 'bare' else ''}"
        if name not in self._made:
            paragraph = self._new_part(name, kind)
            if key != "bare":
                self._fill(paragraph, kind, key, side, chapter)
        return self._made[name]

    def _drawn(self, kind: str, colour: str, draw: Callable[[Body, Element, str], None]) -> Node:
        """Return the reference to a first head or foot with nothing but a strip of colour."""
        name = f"{kind} {colour}"
        if name not in self._made:
            draw(self._body, self._new_part(name, kind), colour)
        return _reference(kind, _FIRST, self._made[name])

    def _new_part(self, name: str, kind: str) -> Element:
        """Add a part for a head or a foot; return its paragraph."""
        relation, content_type, tag = _KINDS[kind]
        root = tree(w(tag))
        style = "running-title" if kind == "header" else "foot-title"
        number = sum(made.startswith(kind) for made in self._made) + 1
        part = TreePart(f"{kind}{number}", content_type, root, self._body.part.package)
        self._made[name] = str(self._body.part.relate_to(part, relation))
        return add_paragraph(root, self._body.styles.paragraph(style, ""))

    def _fill(self, paragraph: Element, kind: str, key: str, side: str, chapter: Chapter | None) -> None:
        """Write a running head or foot; on right-hand pages, which are odd, it stands at the right."""
        right = side == _RIGHT
        if right:
            align_paragraph(paragraph, "right")
        if kind == "header" and chapter is not None:
            self._head(paragraph, chapter)
            return
        words, strong = self._body.story.short_title, self._body.styles.character(characters.STRONG)
        if right:
            add_text(paragraph, words + _GAP)
        add_field(paragraph, "PAGE", _FIRST_NUMBERS[key], strong)
        if not right:
            add_text(paragraph, _GAP + words)

    def _head(self, paragraph: Element, chapter: Chapter) -> None:
        styles = self._body.styles
        if chapter.number:
            add_text(paragraph, chapter.number, styles.character(characters.ACCENT, chapter.family))
            add_text(paragraph, _GAP)
        left_out = chapter.heading.anchor in self._body.uncounted
        reference = styles.reference_uncounted if left_out else styles.reference
        style = reference(chapter.heading.style, chapter.family)
        title = text_of(chapter.title)
        add_field(paragraph, f"STYLEREF {style}", title)


def _reference(kind: str, side: str, relation: str) -> Node:
    made = w(f"{kind}Reference", type=side)
    made.set("r:id", relation)
    return made


def _margins(body: Body, section: Section) -> Node:
    """Return a section's margins. Below nought means exactly: where a block of colour reaches the page's edge."""
    page = body.theme.page
    foot = body.theme.styles["foot-title"].leading
    made = w(
        "pgMar",
        top=twips(page.top),
        right=twips(page.width - page.left - page.frame_width),
        bottom=twips(page.height - page.bottom),
        left=twips(page.left),
        header=twips(page.head_top),
        footer=twips(page.height - page.foot_top - foot),
        gutter=0,
    )
    if _bleeds(section):
        made.set("w:top", _EDGE)
        made.set("w:header", 0)
    if isinstance(section.flows[0], BackCover):
        made.set("w:bottom", _EDGE)
        made.set("w:footer", 0)
    return made


def _bleeds(section: Section) -> bool:
    """Say whether a section begins with a block of colour that reaches the page's edges."""
    return section.kind is Kind.OPENING or isinstance(section.flows[0], BackCover)
