"""Links as annotations (PDF 1.7, 12.5.6.5), each owned by its structure element (ISO 14289-1, 7.18.5)."""

from __future__ import annotations

from urllib.parse import quote

from reportgen.diagnostics import Code, fail
from reportgen.write.pdf.parts import Layout, LinkArea
from reportgen.write.pdf.pdfobjects import Document, array, dictionary, name, text
from reportgen.write.pdf.structure import Tree

_PRINTED = 4
_IN_ADDRESS = "%:/?#[]@!$&'()*+,;=~-._"


def link_objects(document: Document, layout: Layout, tree: Tree, page: int) -> list[bytes]:
    """Add the annotations of a page; return the references to them."""
    return [_link(document, layout, tree, page, area) for area in layout.sheets[page].links]


def _link(document: Document, layout: Layout, tree: Tree, page: int, area: LinkArea) -> bytes:
    entries = {
        "Type": name("Annot"),
        "Subtype": name("Link"),
        "F": _PRINTED,
        "Border": array([0, 0, 0]),
        "Rect": array(round(value) for value in area.rectangle),
        "Contents": text(area.words),
        "StructParent": tree.next_key(),
    } | _target(area.target, layout, tree)
    annotation = document.add(dictionary(entries))
    tree.own(area.element, page, annotation)
    return annotation


def _target(target: str, layout: Layout, tree: Tree) -> dict[str, object]:
    if not target.startswith("#"):
        action = {"S": name("URI"), "URI": text(quote(target, safe=_IN_ADDRESS))}
        return {"A": dictionary(action)}
    if target[1:] not in layout.anchors:
        raise fail(Code.BROKEN_REFERENCE, f"a link leads to `{target}`, which is nowhere in the report")
    page, top = layout.anchors[target[1:]]
    return {"Dest": b"[%b/XYZ 0 %.1f null]" % (tree.pages[page], top)}
