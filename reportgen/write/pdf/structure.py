"""The structure tree (PDF 1.7, 14.7): elements, the parent tree and the tree of identifiers.

A report has thousands of elements: they are written as bytes, not built of pdfdoc's objects.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from reportgen.write.pdf.parts import Element, Layout
from reportgen.write.pdf.pdfobjects import Document, reference, text


class Tree(Struct):
    """The objects of elements, by element's identity, and the annotations that belong to elements.

    ``annotations`` has for each link element the pages and references of its annotations; ``parents`` the entries of
    the parent tree that they need: (key, reference of the element). ``first`` is the first element's object.
    """

    first: int
    references: dict[int, bytes]
    pages: list[bytes]
    annotations: dict[int, list[tuple[int, bytes]]] = field(default_factory=dict)
    parents: list[tuple[int, bytes]] = field(default_factory=list)

    def reference(self, element: Element) -> bytes:
        """Return the reference to an element."""
        return self.references[id(element)]

    def own(self, element: Element, page: int, annotation: bytes) -> None:
        """Let an element own the annotation last numbered by `next_key`."""
        self.annotations.setdefault(id(element), []).append((page, annotation))
        self.parents.append((self.next_key(), self.reference(element)))

    def next_key(self) -> int:
        """Return the next key of the parent tree: pages come first, then annotations."""
        return len(self.pages) + len(self.parents)


def plant(document: Document, layout: Layout, pages: list[bytes]) -> Tree:
    """Reserve an object for each element."""
    elements = list(_walk(layout.root))
    first = document.reserve(len(elements))
    return Tree(first, {id(element): reference(number) for number, element in enumerate(elements, first)}, pages)


def grow(document: Document, layout: Layout, tree: Tree) -> bytes:
    """Write all elements; return the reference to the root of the tree."""
    root = document.reserve(1)
    names = []
    for number, element in enumerate(_walk(layout.root), tree.first):
        document.fill(number, _element(element, tree, reference(root)))
        if element.id:
            names.append((element.id, tree.reference(element)))
    document.fill(
        root,
        b"<</Type/StructTreeRoot/K %b/ParentTree %b/ParentTreeNextKey %d%b>>"
        % (tree.reference(layout.root), document.add(_parents(layout, tree)), tree.next_key(), _ids(names)),
    )
    return reference(root)


def _walk(root: Element) -> Iterator[Element]:
    """Yield an element and all below it, level by level.

    Numbered so, the kids of an element follow each other, and their references take a twentieth less room.
    """
    level = [root]
    while level:
        yield from level
        level = [kid for element in level for kid in element.kids if isinstance(kid, Element)]


def _element(element: Element, tree: Tree, root: bytes) -> bytes:
    parent = root if element.parent is None else tree.reference(element.parent)
    page = next((kid[0] for kid in element.kids if kid.__class__ is tuple), None)
    kids = [_kid(kid, page, tree) for kid in element.kids]
    for at, annotation in tree.annotations.get(id(element), ()):
        kids.append(b"<</Type/OBJR/Pg %b/Obj %b>>" % (tree.pages[at], annotation))
    entries = b"" if page is None else b"/Pg %b" % tree.pages[page]
    if kids:
        entries += b"/K %b" % kids[0] if len(kids) == 1 else b"/K[%b]" % b" ".join(kids)
    for key, words in _texts(element):
        if words:
            entries += b"/%b%b" % (key, text(words))
    if element.attributes:
        entries += b"/A<<%b>>" % "".join([f"/{key} {value}" for key, value in element.attributes.items()]).encode()
    return b"<</S/%b/P %b%b>>" % (element.tag.encode(), parent, entries)


def _texts(element: Element) -> tuple[tuple[bytes, str], ...]:
    return (
        (b"Alt", element.alternative),
        (b"ActualText", element.actual),
        (b"Lang", element.language),
        (b"ID", element.id),
    )


def _kid(kid: Element | tuple[int, int], page: int | None, tree: Tree) -> bytes:
    if isinstance(kid, Element):
        return tree.reference(kid)
    at, content = kid
    return b"%d" % content if at == page else b"<</Type/MCR/Pg %b/MCID %d>>" % (tree.pages[at], content)


def _parents(layout: Layout, tree: Tree) -> bytes:
    entries = [
        b"%d[%b]" % (index, b" ".join([tree.reference(element) for element in sheet.marked]))
        for index, sheet in enumerate(layout.sheets)
    ]
    entries += [b"%d %b" % entry for entry in tree.parents]
    return b"<</Nums[%b]>>" % b"\n".join(entries)


def _ids(names: list[tuple[str, bytes]]) -> bytes:
    if not names:
        return b""
    pairs = sorted((text(identifier), element) for identifier, element in names)
    return b"/IDTree<</Names[%b]>>" % b" ".join([identifier + element for identifier, element in pairs])
