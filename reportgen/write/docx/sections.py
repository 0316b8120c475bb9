"""Word's sections: the page, its margins, its running head and foot."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from reportgen.model.flow import Chapter, Run
from reportgen.write.docx import characters
from reportgen.write.docx.body import Body
from reportgen.write.docx.markup import PARAGRAPH, SECTION, add_field, add_paragraph, add_tab, add_text
from reportgen.write.docx.package import TreePart
from reportgen.write.docx.plan import Kind, Section
from reportgen.write.docx.styles import SECTION_END
from reportgen.write.docx.xml import Element, Node, attach, tree, twips, w

_KINDS = {
    "header": (RELATIONSHIP_TYPE.HEADER, CONTENT_TYPE.WML_HEADER, "hdr"),
    "footer": (RELATIONSHIP_TYPE.FOOTER, CONTENT_TYPE.WML_FOOTER, "ftr"),
}
_FIRST_NUMBERS = {"front": "ii", "foot": "01"}
"""What a foot's field shows before Word counts pages."""


class Sections:
    """Ends sections one after the other; each says what its pages carry above and below the text."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._made: dict[str, str] = {}
        self._counting = False

    def end(self, section: Section) -> None:
        """End a section after what has been written last."""
        match section.kind, section.chapter:
            case Kind.CHAPTER, Chapter() as chapter:
                key = f"chapter {chapter.number} {chapter.heading.anchor}"
                self._end(self._part("header", key, chapter), self._part("footer", "foot"))
            case Kind.FRONT, _:
                self._end(self._part("header", "bare"), self._part("footer", "front"), body=False)
            case kind, _:
                body = kind is not Kind.COVER
                self._end(self._part("header", "bare"), self._part("footer", "bare"), body=body)

    def finish(self) -> None:
        """Move the last section's properties to the body's end, where Word looks for them."""
        root = self._body.root
        if not len(root):
            return
        last = root[-1]
        properties = last[0].find(SECTION)
        if properties is not None:
            root.append(properties)
            if len(last) == 1:  # it held nothing but them
                root.remove(last)

    def _end(self, header: str, footer: str, *, body: bool = True) -> None:
        page = self._body.theme.page
        made = w("sectPr")
        for kind, relation in (("header", header), ("footer", footer)):
            reference = w(f"{kind}Reference", type="default")
            reference.set("r:id", relation)
            made.append(reference)
        made.append(w("type", val="nextPage"))
        size = w("pgSz", w=twips(page.width), h=twips(page.height))
        if page.width > page.height:
            size.set("w:orient", "landscape")
        made.append(size)
        made.append(_margins(self._body))
        made.append(self._numbers(body))
        made.append(w("cols", space=0))
        self._place(made)

    def _numbers(self, body: bool) -> Node:
        """Number pages from 01 on in the body, in roman numerals before it."""
        if not body:
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
            last = add_paragraph(root, self._body.styles.paragraph(SECTION_END, ""))
        attach(last[0], properties)
        self._body.gap, self._body.opens = False, True

    def _part(self, kind: str, key: str, chapter: Chapter | None = None) -> str:
        if f"{kind} {key}" not in self._made:
            relation, content_type, tag = _KINDS[kind]
            root = tree(w(tag))
            self._fill(root, kind, key, chapter)
            number = sum(made.startswith(kind) for made in self._made) + 1
            part = TreePart(f"{kind}{number}", content_type, root, self._body.part.package)
            self._made[f"{kind} {key}"] = str(self._body.part.relate_to(part, relation))
        return self._made[f"{kind} {key}"]

    def _fill(self, root: Element, kind: str, key: str, chapter: Chapter | None) -> None:
        styles = self._body.styles
        paragraph = add_paragraph(root, styles.paragraph("running-title" if kind == "header" else "foot-title", ""))
        if chapter is not None:
            self._head(paragraph, chapter)
        elif key in _FIRST_NUMBERS:
            add_field(paragraph, "PAGE", _FIRST_NUMBERS[key], styles.character(characters.STRONG))
            add_tab(paragraph)
            add_text(paragraph, self._body.story.short_title)

    def _head(self, paragraph: Element, chapter: Chapter) -> None:
        styles = self._body.styles
        if chapter.number:
            add_text(paragraph, chapter.number, styles.character(characters.CHAPTER_MARK, chapter.family))
            add_tab(paragraph)
        style = styles.reference(chapter.heading.style, chapter.family)
        title = "".join(piece.text for piece in chapter.title if isinstance(piece, Run))
        add_field(paragraph, f'STYLEREF "{style}"', title)


def _margins(body: Body) -> Node:
    page = body.theme.page
    foot = body.theme.styles["foot-title"].leading
    return w(
        "pgMar",
        top=twips(page.top),
        right=twips(page.width - page.left - page.frame_width),
        bottom=twips(page.height - page.bottom),
        left=twips(page.left),
        header=twips(page.head_top),
        footer=twips(page.height - page.foot_top - foot),
        gutter=0,
    )
