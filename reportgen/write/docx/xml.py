"""The vocabulary of WordprocessingML and DrawingML: the elements that the other modules build their parts of.

`w`, `c`, `a` ... make an element from its children and attributes; the functions below them write what occurs often
straight into its parent. Lengths given in points are turned into each element's own unit here.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
NAMESPACES = {
    "w": WORD,
    "r": RELATIONS,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": CHART,
    "pic": PICTURE,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wpg": GROUP,
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}

PARAGRAPH, ROW, KEEP, SECTION = (f"{{{WORD}}}{tag}" for tag in ("p", "tr", "keepNext", "sectPr"))
"""Names of elements that are looked for in what is written already."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def name(tag: str) -> str:
    """Return the full name of a prefixed tag or attribute: ``w:val`` -> ``{http://...}val``."""
    prefix, _, local = tag.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def element(tag: str, *children: Element, **attributes: str | int) -> Element:
    """Make an element with attributes in no namespace."""
    made = etree.Element(name(tag), {key: str(value) for key, value in attributes.items()}, NAMESPACES)
    made.extend(children)
    return made


def w(tag: str, *children: Element, **attributes: str | int) -> Element:
    """Make an element of WordprocessingML; its attributes are of that namespace too."""
    full = {f"{{{WORD}}}{key}": str(value) for key, value in attributes.items()}
    made = etree.Element(f"{{{WORD}}}{tag}", full, NAMESPACES)
    made.extend(children)
    return made


def c(tag: str, *children: Element, **attributes: str | int) -> Element:
    """Make an element of a chart part."""
    return element(f"c:{tag}", *children, **attributes)


def a(tag: str, *children: Element, **attributes: str | int) -> Element:
    """Make an element of DrawingML's main vocabulary."""
    return element(f"a:{tag}", *children, **attributes)


def worded(made: Element, text: str) -> Element:
    """Give an element its text."""
    made.text = clean(text)
    return made


def clean(text: str) -> str:
    """Return a text without the characters that XML cannot hold."""
    return _FORBIDDEN.sub("", text)


def serialize(root: Element) -> bytes:
    """Return a part's bytes."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r", "mc", "wpg", "wps"])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def twips(points: float) -> int:
    """Return points as twentieths of a point."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Return points as half points, the unit of font sizes."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Return points as eighths of a point, the unit of borders."""
    return max(2, round(points * 8))


def emu(points: float) -> int:
    """Return points as English metric units, the unit of drawings."""
    return round(points * 12700)


def hexa(colour: str) -> str:
    """Return ``#RRGGBB`` as Word writes it."""
    return colour.lstrip("#").upper()


# What makes up most of a document is written straight into its parent.

_P, _PPR, _PSTYLE, _R, _RPR, _RSTYLE, _T, _BR, _TAB = (
    f"{{{WORD}}}{tag}" for tag in ("p", "pPr", "pStyle", "r", "rPr", "rStyle", "t", "br", "tab")
)
_VAL, _ID, _NAME = (f"{{{WORD}}}{attribute}" for attribute in ("val", "id", "name"))
_BEGIN, _END, _SIMPLE, _INSTRUCTION = (
    f"{{{WORD}}}{tag}" for tag in ("bookmarkStart", "bookmarkEnd", "fldSimple", "instr")
)
_SPACING = f"{{{WORD}}}spacing"
_AFTER_SPACING = (f"{{{WORD}}}ind", SECTION)
_LINK, _ANCHOR, _HISTORY = (f"{{{WORD}}}{tag}" for tag in ("hyperlink", "anchor", "history"))
_NUMBERING, _LEVEL, _NUMBER = (f"{{{WORD}}}{tag}" for tag in ("numPr", "ilvl", "numId"))


def add(parent: Element, tag: str, **attributes: str | int) -> Element:
    """Add an element of WordprocessingML to a parent and return it."""
    full = {f"{{{WORD}}}{key}": str(value) for key, value in attributes.items()}
    return etree.SubElement(parent, f"{{{WORD}}}{tag}", full)


def add_paragraph(parent: Element, style: str) -> Element:
    """Add an empty paragraph of a style and return it."""
    paragraph = etree.SubElement(parent, _P)
    etree.SubElement(etree.SubElement(paragraph, _PPR), _PSTYLE).set(_VAL, style)
    return paragraph


def number_paragraph(paragraph: Element, number: int, level: int) -> None:
    """Make a paragraph that has only its style so far an item of a list."""
    numbering = etree.SubElement(paragraph[0], _NUMBERING)
    etree.SubElement(numbering, _LEVEL).set(_VAL, str(level))
    etree.SubElement(numbering, _NUMBER).set(_VAL, str(number))


def space_paragraph(paragraph: Element, **lengths: int) -> None:
    """Set a paragraph's space ``before`` or ``after`` in twips, and leave the rest to its style."""
    properties = paragraph[0]
    spacing = properties.find(_SPACING)
    if spacing is None:
        later = next((at for at, part in enumerate(properties) if part.tag in _AFTER_SPACING), len(properties))
        spacing = w("spacing")
        properties.insert(later, spacing)
    for side, length in lengths.items():
        spacing.set(f"{{{WORD}}}{side}", str(length))


def add_run(parent: Element, style: str = "") -> Element:
    """Add an empty run, in a character style where one is given, and return it."""
    run = etree.SubElement(parent, _R)
    if style:
        etree.SubElement(etree.SubElement(run, _RPR), _RSTYLE).set(_VAL, style)
    return run


def add_text(parent: Element, text: str, style: str = "") -> Element:
    """Add a run of text and return it."""
    run = add_run(parent, style)
    words = etree.SubElement(run, _T)
    words.text = clean(text)
    if text[:1].isspace() or text[-1:].isspace():
        words.set(_SPACE, "preserve")
    return run


def add_tab(parent: Element) -> None:
    """Add a tab."""
    etree.SubElement(etree.SubElement(parent, _R), _TAB)


def add_break(parent: Element) -> None:
    """Add a line break."""
    etree.SubElement(etree.SubElement(parent, _R), _BR)


def add_field(parent: Element, instruction: str, result: str, style: str = "") -> None:
    """Add a field with its result."""
    field = etree.SubElement(parent, _SIMPLE)
    field.set(_INSTRUCTION, f" {instruction} ")
    add_text(field, result, style)


def add_field_mark(parent: Element, kind: str) -> None:
    """Add the ``begin``, ``separate`` or ``end`` of a field that spans paragraphs."""
    add(add_run(parent), "fldChar", fldCharType=kind)


def add_instruction(parent: Element, instruction: str) -> None:
    """Add the instruction of a field that spans paragraphs."""
    words = add(add_run(parent), "instrText")
    words.text = f" {instruction} "
    words.set(_SPACE, "preserve")


def add_jump(parent: Element, bookmark: str) -> Element:
    """Add a link to a bookmark and return it."""
    link = etree.SubElement(parent, _LINK)
    link.set(_ANCHOR, bookmark)
    link.set(_HISTORY, "1")
    return link


def add_link(parent: Element, relation: str) -> Element:
    """Add a link to the address of a relationship and return it."""
    link = etree.SubElement(parent, _LINK)
    link.set(f"{{{RELATIONS}}}id", relation)
    link.set(_HISTORY, "1")
    return link


def begin_bookmark(parent: Element, number: int, bookmark: str) -> None:
    """Begin a bookmark here."""
    mark = etree.SubElement(parent, _BEGIN)
    mark.set(_ID, str(number))
    mark.set(_NAME, bookmark)


def end_bookmark(parent: Element, number: int) -> None:
    """End a bookmark here."""
    etree.SubElement(parent, _END).set(_ID, str(number))
