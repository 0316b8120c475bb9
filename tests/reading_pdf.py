"""Reads a PDF by its structure with pikepdf, as a screen reader would: elements in order, each with its words."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
from reading_story import Words, squeeze

_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


@dataclass
class Node:
    """A structure element: its tag, the words directly in it and its children, in reading order.

    ``page`` is the label of the page on which its own words begin, empty where it has none of its own.
    """

    tag: str
    parts: list[str | Node] = field(default_factory=list)
    alternative: str = ""
    page: str = ""

    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.text() for part in self.parts)

    def all(self, *tags: str) -> Iterator[Node]:
        """Yield the elements below that have one of the tags, or all."""
        for part in self.parts:
            if isinstance(part, Node):
                if part.tag in tags or not tags:
                    yield part
                yield from part.all(*tags)


def read_structure(path: Path) -> Node:
    """Return the structure tree of a PDF with the words that are marked for each element."""
    with pikepdf.open(path) as pdf:
        words = {page.objgen: _marked(page) for page in pdf.pages}
        labels = {page.objgen: page.label for page in pdf.pages}
        return _node(pdf.Root.StructTreeRoot.K, None, words, labels)


def _node(
    element: Any, page: Any, words: dict[tuple[int, int], dict[int, str]], labels: dict[tuple[int, int], str]
) -> Node:
    if isinstance(element, pikepdf.Array):
        element = element[0]
    node = Node(str(element.S)[1:], alternative=str(element.get("/Alt", "")))
    page = element.get("/Pg", page)
    kids = element.get("/K", pikepdf.Array())
    if "/ActualText" in element:
        node.parts.append(str(element.ActualText))
        kids = pikepdf.Array()
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            node.parts.append(words[page.objgen].get(int(kid), ""))
            node.page = node.page or labels[page.objgen]
        elif kid.get("/Type") == "/MCR":
            place = kid.get("/Pg", page).objgen
            node.parts.append(words[place].get(int(kid.MCID), ""))
            node.page = node.page or labels[place]
        elif kid.get("/Type") != "/OBJR":
            node.parts.append(_node(kid, page, words, labels))
    return node


def _marked(page: Any) -> dict[int, str]:
    """Return the words of each marked content of a page, by its number."""
    fonts = {
        str(name): to_unicode(font.ToUnicode.read_bytes()) for name, font in page.Resources.get("/Font", {}).items()
    }
    found: dict[int, str] = {}
    open_marks: list[int | None] = []
    font: dict[bytes, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                properties = operands[1]
                numbered = not isinstance(properties, pikepdf.Name) and "/MCID" in properties
                open_marks.append(int(properties.MCID) if numbered else None)
            case "BMC":
                open_marks.append(None)
            case "EMC":
                open_marks.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj" | "TJ" if open_marks and open_marks[-1] is not None:
                shown = _shown(operands[0], font)
                found[open_marks[-1]] = found.get(open_marks[-1], "") + shown
    return found


def _shown(operand: Any, font: dict[bytes, str]) -> str:
    strings = operand if isinstance(operand, pikepdf.Array) else [operand]
    parts = (part for string in strings if isinstance(string, pikepdf.String) for part in codes_in(bytes(string), font))
    return "".join(font[part] for part in parts)


def codes_in(data: bytes, known: Container[bytes]) -> Iterator[bytes]:
    """Yield the codes of a string that is shown: bytes that are one, or else two of them."""
    at = 0
    while at < len(data):
        length = 1 if data[at : at + 1] in known else 2
        yield data[at : at + length]
        at += length


def to_unicode(table: bytes) -> dict[bytes, str]:
    """Return the text that each code stands for, from a font's table of it."""
    blocks = re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL)
    return {bytes.fromhex(code.decode()): _utf16(text) for block in blocks for code, text in _PAIR.findall(block)}


def to_glyphs(content: bytes) -> dict[bytes, int]:
    """Return the glyph of each code, from a font's table of them: ranges of codes, and codes alone."""
    found = {}
    body = content.split(b"endcodespacerange")[1].decode()
    for first, last, glyph in re.findall(r"<(\w+)> (?:<(\w+)> )?(\d+)\n", body):
        start, end = bytes.fromhex(first), bytes.fromhex(last or first)
        for at in range(end[-1] - start[-1] + 1):
            found[start[:-1] + bytes([start[-1] + at])] = int(glyph) + at
    return found


def _utf16(text: bytes) -> str:
    return bytes.fromhex(text.decode()).decode("utf-16-be")


_UNITS = ("P", "H1", "H2", "H3", "H4", "LBody", "TH", "TD", "Caption", "TOCI")
_MARK = re.compile(r"\d+\.|•")
"""What marks an item of a list; any other label is a word of the report."""


def read_pdf(path: Path) -> Words:
    """Return the words of a PDF. Page numbers are left out, marks of notes are their numbers."""
    words = Words()
    root = read_structure(path)
    _collect(root, words, {node.page for node in root.all()})
    words.blocks = [block for block in words.blocks if block]
    return words


def _collect(node: Node, words: Words, labels: set[str]) -> None:
    """Add the words of an element and of all in it; ``labels`` are those of the pages."""
    match node.tag:
        case "Figure":
            _figure(node, words)
        case "Note":
            _note(node, words)
        case "TOCI":
            own = "".join(part.text() for part in node.parts if isinstance(part, Node) and part.tag != "TOC")
            words.blocks.append(_without_page(squeeze(own), labels))
            for part in node.all("TOC"):
                _collect(part, words, labels)
        case "Lbl" if not _MARK.fullmatch(node.text().strip()):
            words.blocks.append(squeeze(_said(node)))
        case tag if tag in _UNITS:
            words.blocks.append(squeeze(_said(node)))
            for note in node.all("Note"):
                _note(note, words)
        case _:
            for part in node.parts:
                if isinstance(part, Node):
                    _collect(part, words, labels)


def _without_page(text: str, labels: set[str]) -> str:
    """Return the words of an entry without the page after them, which may follow digits: ``in 2023`` and ``08``."""
    ends = (text[-length:] for length in (3, 2))
    page = next((end for end in ends if end.isdigit() and end in labels), "")
    return text.removesuffix(page)


def _figure(node: Node, words: Words) -> None:
    """Keep what a figure says: of a chart, titled by its caption, what is drawn; of a diagram its boxes, in order."""
    captions = list(node.all("Caption"))
    for caption in captions:
        parts = list(caption.all("P")) or [caption]
        words.blocks += [squeeze(_said(part)) for part in parts]
    drawn = [squeeze(part if isinstance(part, str) else _drawn(part)) for part in node.parts]
    if captions and any(drawn):
        words.charts.append(["".join(drawn)])
    elif any(drawn):
        words.blocks += drawn
        words.diagrams.append(squeeze(node.alternative))


def _drawn(node: Node) -> str:
    return "" if node.tag == "Caption" else node.text()


def _note(node: Node, words: Words) -> None:
    """Keep a footnote with the footnotes, a table's note, numbered (1), with the blocks."""
    label = "".join(part.text() for part in node.all("Lbl"))
    said = squeeze("".join(_said(part) for part in node.all("P")))
    if label.startswith("("):
        words.blocks.append(label + said)
    else:
        words.notes.append(said)


def _said(node: Node) -> str:
    """Return the words of an element and all in it, without notes and without references to pages."""
    words = ""
    for part in node.parts:
        if isinstance(part, str):
            words += part
        elif part.tag == "Reference" or not (
            part.tag in ("Note", "Lbl") or (part.tag == "Link" and part.text().isdigit())
        ):
            words += part.text() if part.tag == "Reference" else _said(part)
    return words
