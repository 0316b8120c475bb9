"""The vocabulary of WordprocessingML and DrawingML: what the parts of the package are made of.

`w`, `c`, `a` and `element` describe an element with its children; `attach` adds what they describe to a tree. Lengths
given in points are turned into each element's own unit here. What occurs most is written without a description: see
`markup`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TypeAlias

from lxml import etree
from msgspec import Struct, field

Element: TypeAlias = etree._Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
NAMESPACES = {
    "w": WORD,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": CHART,
    "pic": PICTURE,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wpg": GROUP,
    "wps": SHAPE,
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}

_PREFIXES = {uri: prefix for prefix, uri in NAMESPACES.items()}
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Node(Struct):
    """An element before it stands in a tree; ``tag`` and the attributes' names are full names."""

    tag: str
    attributes: dict[str, str]
    children: list[Node] = field(default_factory=list)
    text: str = ""

    def append(self, *children: Node) -> None:
        """Add children."""
        self.children.extend(children)

    def set(self, attribute: str, value: str | int) -> None:
        """Set a prefixed attribute: ``r:id``."""
        self.attributes[name(attribute)] = str(value)

    def drop(self, attribute: str) -> None:
        """Take a prefixed attribute away where there is one."""
        self.attributes.pop(name(attribute), None)


@cache
def name(tag: str) -> str:
    """Return the full name of a prefixed tag or attribute: ``w:val`` -> ``{http://...}val``."""
    prefix, _, local = tag.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


@cache
def word_name(local: str) -> str:
    """Return the full name of a tag or attribute of WordprocessingML."""
    return f"{{{WORD}}}{local}"


def element(tag: str, *children: Node, **attributes: str | int) -> Node:
    """Describe an element with attributes in no namespace."""
    return Node(name(tag), {key: str(value) for key, value in attributes.items()}, list(children))


def w(tag: str, *children: Node, **attributes: str | int) -> Node:
    """Describe an element of WordprocessingML; its attributes are of that namespace too."""
    full = {word_name(key): str(value) for key, value in attributes.items()}
    return Node(word_name(tag), full, list(children))


def c(tag: str, *children: Node, **attributes: str | int) -> Node:
    """Describe an element of a chart part."""
    return element(f"c:{tag}", *children, **attributes)


def a(tag: str, *children: Node, **attributes: str | int) -> Node:
    """Describe an element of DrawingML's main vocabulary."""
    return element(f"a:{tag}", *children, **attributes)


def worded(made: Node, text: str) -> Node:
    """Give an element its text."""
    made.text = clean(text)
    return made


def attach(parent: Element, node: Node) -> Element:
    """Add an element with all that it holds to a parent and return it."""
    made = etree.SubElement(parent, node.tag)
    for attribute, value in node.attributes.items():  # one by one: lxml takes a dictionary more slowly
        made.set(attribute, value)
    if node.text:
        made.text = node.text
    for child in node.children:
        attach(made, child)
    return made


def tree(node: Node) -> Element:
    """Return the root of a part, with all that it holds; it declares all prefixes that may occur in it."""
    root = etree.Element(node.tag, node.attributes, NAMESPACES)
    for child in node.children:
        attach(root, child)
    return root


def apart(node: Node) -> Element:
    """Return an element of WordprocessingML with all that it holds in no tree, to be copied into some."""
    root = etree.Element(node.tag, node.attributes, {"w": WORD})
    for child in node.children:
        attach(root, child)
    return root


def written(node: Node) -> str:
    """Return an element without text as it is written, its attributes in no namespace."""
    uri, _, local = node.tag[1:].partition("}")
    tag = f"{_PREFIXES[uri]}:{local}"
    attributes = "".join(f' {key}="{value}"' for key, value in node.attributes.items())
    return f"<{tag}{attributes}>{''.join(map(written, node.children))}</{tag}>"


def serialize(root: Element) -> bytes:
    """Return a part's bytes."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r", "mc", "wpg", "wps"])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def clean(text: str) -> str:
    """Return a text without the characters that XML cannot hold."""
    return text if text.isprintable() else _FORBIDDEN.sub("", text)


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
