"""Checks a PDF's structure with pikepdf: what PDF/UA-1 (ISO 14289-1) asks for and a program can tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

_PAINTING = set("S s f F f* B B* b b* Do Tj TJ ' \" sh".split())
_WITHIN = {
    "TR": {"Table", "THead", "TBody"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "LBody": {"LI"},
    "Lbl": {"LI", "Note"},
    "TOCI": {"TOC"},
    "TOC": {"Sect", "Part", "TOCI"},
    "Part": {"Document"},
    "Sect": {"Document", "Part", "Sect"},
    "Caption": {"Table", "Figure"},
}
"""The elements that may hold an element (ISO 32000-1, 14.8.4)."""


def faults(path: Path) -> list[str]:
    """Return what is wrong with a file's structure, in words."""
    with pikepdf.open(path) as pdf:
        tree = _Tree(pdf)
        found = [*_catalog(pdf), *_content(pdf, tree), *_headings(tree), *_elements(tree), *_tables(tree)]
        return [*found, *_links(pdf, tree), *_notes(tree), *_fonts(pdf)]


class _Element:
    """A structure element, with its parent, its children, its marked content and the objects it owns."""

    def __init__(self, node: Any, parent: _Element | None) -> None:
        self.node = node
        self.tag = str(node.S)[1:]
        self.parent = parent
        self.kids: list[_Element] = []
        self.content: list[tuple[Any, int]] = []
        self.objects: list[Any] = []

    @property
    def attributes(self) -> Any:
        return self.node.get("/A", pikepdf.Dictionary())

    def all(self, *tags: str) -> Iterator[_Element]:
        for kid in self.kids:
            if kid.tag in tags or not tags:
                yield kid
            yield from kid.all(*tags)


class _Tree:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.root = self._read(pdf.Root.StructTreeRoot.K, None, None)
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        self.parents = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        names = pdf.Root.StructTreeRoot.get("/IDTree", pikepdf.Dictionary(Names=[])).Names
        self.ids = {str(names[at]): names[at + 1] for at in range(0, len(names), 2)}

    def all(self, *tags: str) -> Iterator[_Element]:
        return self.root.all(*tags)

    def _read(self, node: Any, parent: _Element | None, page: Any) -> _Element:
        element = _Element(node, parent)
        page = node.get("/Pg", page)
        kids = node.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                element.content.append((page.objgen, int(kid)))
            elif kid.get("/Type") == "/MCR":
                element.content.append((kid.get("/Pg", page).objgen, int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                element.objects.append(kid.Obj)
            else:
                element.kids.append(self._read(kid, element, page))
        return element


def _catalog(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "the file does not say that it is tagged"
    for key in ("/Lang", "/Metadata", "/OutputIntents", "/PageLabels", "/Outlines", "/OpenAction"):
        if key not in root:
            yield f"the catalog has no {key}"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "the window does not show the title"


def _content(pdf: pikepdf.Pdf, tree: _Tree) -> Iterator[str]:
    """Everything painted is marked once; every number is an element's, the same in both directions."""
    owned = Counter(place for element in (tree.root, *tree.all()) for place in element.content)
    yield from (f"marked content {place} is in {count} elements" for place, count in owned.items() if count > 1)
    for page in pdf.pages:
        numbers: list[int] = []
        yield from _painted(page, numbers)
        if len(set(numbers)) < len(numbers):
            yield f"page {page.label} uses a number twice"
        parents = tree.parents.get(int(page.obj.get("/StructParents", -1)), pikepdf.Array())
        for number in numbers:
            if (page.objgen, number) not in owned:
                yield f"page {page.label}: content {number} is in no element"
            if number >= len(parents):
                yield f"page {page.label}: content {number} has no parent"
    for element in (tree.root, *tree.all()):
        for place, number in element.content:
            (page,) = (page for page in pdf.pages if page.objgen == place)
            if tree.parents[int(page.obj.StructParents)][number].objgen != element.node.objgen:
                yield f"page {page.label}: content {number} has another parent than it is in"


def _properties(page: Any, said: list[Any]) -> Any:
    """Return what is said of marked content: there, or by the name of what the page has for it."""
    if said and isinstance(said[0], pikepdf.Name):
        return page.obj.Resources.Properties[said[0]]
    return said[0] if said else pikepdf.Dictionary()


def _painted(page: Any, numbers: list[int]) -> Iterator[str]:
    open_marks: list[str] = []
    in_text = False
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                if open_marks:
                    yield f"page {page.label}: marked content within marked content"
                open_marks.append("BT" if in_text else "")
                tag, properties = str(operands[0]), _properties(page, operands[1:])
                if "/MCID" in properties:
                    numbers.append(int(properties.MCID))
                elif tag != "/Artifact":
                    yield f"page {page.label}: content marked {tag} has no number"
            case "EMC":
                if open_marks.pop() != ("BT" if in_text else ""):
                    yield f"page {page.label}: text objects and marked content do not nest"
            case "BT" | "ET" as text:
                in_text = text == "BT"
            case painting if painting in _PAINTING and not open_marks:
                yield f"page {page.label}: `{painting}` paints what is not marked"


def _headings(tree: _Tree) -> Iterator[str]:
    above = 0
    for heading in tree.all("H1", "H2", "H3", "H4", "H5", "H6"):
        level = int(heading.tag[1:])
        if level > above + 1:
            yield f"a heading of level {level} follows one of level {above}"
        above = level


def _elements(tree: _Tree) -> Iterator[str]:
    for element in tree.all():
        parent = element.parent.tag if element.parent else ""
        if parent not in _WITHIN.get(element.tag, {parent}):
            yield f"{element.tag} stands in {parent}"
        if element.tag == "Figure" and not str(element.node.get("/Alt", "")):
            yield "a figure has no alternative text"
        if element.tag == "Figure" and "/BBox" not in element.attributes:
            yield "a figure has no bounding box"
        if element.tag == "L" and "/ListNumbering" not in element.attributes:
            yield "a list does not say how it is numbered"
        if element.tag == "LI" and [kid.tag for kid in element.kids] != ["Lbl", "LBody"]:
            yield f"an item holds {[kid.tag for kid in element.kids]}"
        if element.tag == "TOCI" and not (element.kids and element.kids[0].tag == "Reference"):
            yield "an entry of the contents has no reference"
        if element.tag == "Span" and not {"/Lang", "/ActualText"} & set(element.node.keys()):
            yield "a span says nothing"
        if not (element.kids or element.content or element.objects or element.tag in ("TD", "TH", "Sect", "Part")):
            yield f"an element {element.tag} is empty"


def _tables(tree: _Tree) -> Iterator[str]:
    for table in tree.all("Table"):
        rows = list(table.all("TR"))
        taken: set[tuple[int, int]] = set()
        for at, row in enumerate(rows):
            column = 0
            for cell in row.kids:
                while (at, column) in taken:
                    column += 1
                across, down = (int(cell.attributes.get(key, 1)) for key in ("/ColSpan", "/RowSpan"))
                places = {(at + y, column + x) for y in range(down) for x in range(across)}
                if places & taken:
                    yield "cells of a table lie upon each other"
                taken |= places
                yield from _cell(cell, tree)
        widths = Counter(row for row, _ in taken)
        if len(set(widths.values())) > 1 or set(widths) != set(range(len(rows))):
            yield f"the rows of a table have {sorted(set(widths.values()))} columns"


def _cell(cell: _Element, tree: _Tree) -> Iterator[str]:
    if cell.tag == "TH" and str(cell.attributes.get("/Scope", "")) not in ("/Column", "/Row", "/Both"):
        yield "a header cell has no scope"
    for header in cell.attributes.get("/Headers", pikepdf.Array()):
        if str(header) not in tree.ids or tree.ids[str(header)].S != "/TH":
            yield f"a cell names the header `{header}`, which there is not"


def _links(pdf: pikepdf.Pdf, tree: _Tree) -> Iterator[str]:
    owners = {found.objgen: link for link in tree.all("Link") for found in link.objects}
    yield from ("a link leads nowhere" for link in tree.all("Link") if not link.objects)
    for page in pdf.pages:
        for annotation in page.get("/Annots", pikepdf.Array()):
            if not str(annotation.get("/Contents", "")):
                yield f"page {page.label}: a link has no words"
            owner = owners.get(annotation.objgen)
            if owner is None or tree.parents[int(annotation.StructParent)].objgen != owner.node.objgen:
                yield f"page {page.label}: a link is in no element"


def _notes(tree: _Tree) -> Iterator[str]:
    ids = Counter(str(note.node.get("/ID", "")) for note in tree.all("Note"))
    yield from (f"{count} notes are called `{name}`" for name, count in ids.items() if count > 1 or not name)
    targets = [str(element.node.get("/ID", "")) for element in tree.all() if "/ID" in element.node]
    yield from (f"`{name}` names two elements" for name, count in Counter(targets).items() if count > 1)


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    fonts = {font.objgen: font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()}
    for font in fonts.values():
        if "/ToUnicode" not in font:
            yield f"{font.BaseFont} does not say what its characters are"
        if not {"/FontFile2", "/FontFile3"} & set(font.DescendantFonts[0].FontDescriptor.keys()):
            yield f"{font.BaseFont} is not embedded"
