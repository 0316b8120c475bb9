"""The outline (PDF 1.7, 12.3.3): chapters are open, what is below sections is shown on demand."""

from __future__ import annotations

from msgspec import Struct, field

from reportgen.write.pdf.parts import Bookmark
from reportgen.write.pdf.pdfobjects import Document, dictionary, name, reference, text

_OPEN = 1
"""Entries down to this level show what is below them."""


class _Node(Struct):
    level: int
    number: int
    bookmark: Bookmark | None
    nodes: list[_Node] = field(default_factory=list)


def outline_object(document: Document, bookmarks: tuple[Bookmark, ...], pages: list[bytes]) -> bytes | None:
    """Add the outline's objects; return the reference to its root, or nothing where there are no headings."""
    if not bookmarks:
        return None
    first = document.reserve(len(bookmarks) + 1)
    root = _Node(0, first, None)
    path = [root]
    for index, bookmark in enumerate(bookmarks):
        node = _Node(bookmark.level, first + 1 + index, bookmark)
        while path[-1].level >= node.level:
            path.pop()
        path[-1].nodes.append(node)
        path.append(node)
    _fill(document, root, pages)
    entries = {"Type": name("Outlines"), "Count": _shown(root)} | _ends(root)
    document.fill(first, dictionary(entries))
    return reference(first)


def _fill(document: Document, parent: _Node, pages: list[bytes]) -> None:
    for index, node in enumerate(parent.nodes):
        assert node.bookmark is not None
        entry: dict[str, object] = {
            "Title": text(node.bookmark.words),
            "Parent": reference(parent.number),
            "Dest": b"[%b/XYZ 0 %.1f null]" % (pages[node.bookmark.page], node.bookmark.top),
            "Prev": reference(parent.nodes[index - 1].number) if index else None,
            "Next": reference(parent.nodes[index + 1].number) if index + 1 < len(parent.nodes) else None,
        }
        if node.nodes:
            entry |= _ends(node) | {"Count": _shown(node) if node.level <= _OPEN else -len(node.nodes)}
        document.fill(node.number, dictionary(entry))
        _fill(document, node, pages)


def _ends(node: _Node) -> dict[str, object]:
    return {"First": reference(node.nodes[0].number), "Last": reference(node.nodes[-1].number)}


def _shown(node: _Node) -> int:
    """Return how many entries below a node are seen when it is open."""
    return len(node.nodes) + sum(_shown(kid) for kid in node.nodes if kid.nodes and kid.level <= _OPEN)
