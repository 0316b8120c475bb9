"""What makes up most of a document, written straight into its parent: paragraphs, runs, fields, links, bookmarks."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from functools import cache

from lxml import etree

from reportgen.write.docx.xml import WORD, Element, Node, attach, clean, name, w, word_name

PARAGRAPH, TABLE, ROW, CELL, RUN, SECTION, RUN_PROPERTIES, _KEEP = (
    f"{{{WORD}}}{tag}" for tag in ("p", "tbl", "tr", "tc", "r", "sectPr", "rPr", "keepNext")
)
"""Names of elements that are looked for in what is written already."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_P, _PPR, _PSTYLE, _R, _RSTYLE, _T, _BR, _TAB = (
    f"{{{WORD}}}{tag}" for tag in ("p", "pPr", "pStyle", "r", "rStyle", "t", "br", "tab")
)
_VAL, _ID, _NAME = (f"{{{WORD}}}{attribute}" for attribute in ("val", "id", "name"))
_BEGIN, _END, _SIMPLE, _INSTRUCTION = (
    f"{{{WORD}}}{tag}" for tag in ("bookmarkStart", "bookmarkEnd", "fldSimple", "instr")
)
_SPACING, _INDENT = (f"{{{WORD}}}{tag}" for tag in ("spacing", "ind"))
_LINK, _ANCHOR, _HISTORY = (f"{{{WORD}}}{tag}" for tag in ("hyperlink", "anchor", "history"))
_NUMBERING, _LEVEL, _NUMBER = (f"{{{WORD}}}{tag}" for tag in ("numPr", "ilvl", "numId"))
_BEGINNING, _ENDING = etree.Element(_BEGIN), etree.Element(_END)
"""A bookmark's, to be copied."""

PARAGRAPH_ORDER = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
    *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct"),
    *("topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind"),
    *("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
    *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
)
"""The properties of a paragraph in the order that the schema asks for (ISO/IEC 29500-1, A.1, CT_PPr)."""
_RANKS = {f"{{{WORD}}}{tag}": rank for rank, tag in enumerate(PARAGRAPH_ORDER)}


def keep_paragraph(paragraph: Element) -> None:
    """Keep a paragraph on the page of what follows it."""
    if paragraph[0].find(_KEEP) is None:
        _order(paragraph[0], add(paragraph[0], "keepNext"))


def hold_paragraph(paragraph: Element) -> None:
    """Keep a paragraph's lines on one page."""
    _order(paragraph[0], add(paragraph[0], "keepLines"))


def begin_page(paragraph: Element) -> None:
    """Begin a page with a paragraph, or with the table that it begins."""
    _order(paragraph[0], add(paragraph[0], "pageBreakBefore"))


def add(parent: Element, tag: str, **attributes: str | int) -> Element:
    """Add an element of WordprocessingML to a parent and return it."""
    made = etree.SubElement(parent, word_name(tag))
    for key, value in attributes.items():
        made.set(word_name(key), str(value))
    return made


def add_paragraph(parent: Element, style: str) -> Element:
    """Add an empty paragraph of a style and return it."""
    return add_copy(parent, _paragraph(style))


def add_copy(parent: Element, made: Element) -> Element:
    """Add a copy of an element with all that it holds, and return it: a fifth of the time of making it anew."""
    copied = copy(made)
    parent.append(copied)
    return copied


@cache
def _paragraph(style: str) -> Element:
    paragraph = etree.Element(_P)
    etree.SubElement(etree.SubElement(paragraph, _PPR), _PSTYLE).set(_VAL, style)
    return paragraph


def restyle_paragraph(paragraph: Element, style: str) -> None:
    """Give a paragraph another style."""
    paragraph[0][0].set(_VAL, style)


def number_paragraph(paragraph: Element, number: int, level: int = 0) -> None:
    """Make a paragraph an item of a list."""
    numbering = etree.SubElement(paragraph[0], _NUMBERING)
    etree.SubElement(numbering, _LEVEL).set(_VAL, str(level))
    etree.SubElement(numbering, _NUMBER).set(_VAL, str(number))
    _order(paragraph[0], numbering)


def space_paragraph(paragraph: Element, **lengths: int | str) -> None:
    """Set a paragraph's space ``before``, ``after`` or ``line`` in twips, and leave the rest to its style."""
    _set(paragraph[0], _SPACING, lengths)


def indent_paragraph(paragraph: Element, **lengths: int) -> None:
    """Set a paragraph's indents in twips, ``left``, ``right``, ``hanging``, and leave the rest to its style."""
    _set(paragraph[0], _INDENT, lengths)


def indent_of(paragraph: Element) -> bool:
    """Say whether a paragraph has indents of its own."""
    return paragraph[0].find(_INDENT) is not None


def align_paragraph(paragraph: Element, side: str) -> None:
    """Set to which ``side`` a paragraph's lines are aligned."""
    _order(paragraph[0], add(paragraph[0], "jc", val=side))


def tab_paragraph(paragraph: Element, *stops: tuple[str, int]) -> None:
    """Give a paragraph tab stops: how each aligns, and where it is in twips."""
    tabs = add(paragraph[0], "tabs")
    for kind, place in stops:
        add(tabs, "tab", val=kind, pos=place)
    _order(paragraph[0], tabs)


def _set(properties: Element, tag: str, lengths: Mapping[str, int | str]) -> None:
    found = properties.find(tag)
    if found is None:
        found = etree.SubElement(properties, tag)
        _order(properties, found)
    for side, length in lengths.items():
        found.set(f"{{{WORD}}}{side}", str(length))


def _order(properties: Element, made: Element) -> None:
    """Move a property that was added last before those that the schema puts after it."""
    rank = _RANKS[made.tag]
    place = next((at for at, part in enumerate(properties) if _RANKS[part.tag] > rank), None)
    if place is not None:
        properties.insert(place, made)


def turn_paragraph(paragraph: Element, left: int, right: int) -> None:
    """Let a paragraph run from right to left between indents in twips.

    Word calls the side left at which a line begins. The indent of an item is its list's.
    """
    properties = paragraph[0]
    _order(properties, add(properties, "bidi"))
    if (left or right) and properties.find(_NUMBERING) is None:
        _order(properties, add(properties, "ind", left=right, right=left))


def turn_run(run: Element, language: str) -> None:
    """Let a run, whose other properties are set, run from right to left in a language."""
    properties = run_properties(run)
    add(properties, "rtl")
    add(properties, "lang", bidi=language)


def run_properties(run: Element) -> Element:
    """Return the properties of a run that holds something; it gets some where it has none."""
    if run[0].tag != RUN_PROPERTIES:
        run.insert(0, etree.Element(RUN_PROPERTIES))
    return run[0]


def add_run(parent: Element, style: str = "") -> Element:
    """Add an empty run, in a character style where one is given, and return it."""
    return add_copy(parent, _run(style))


@cache
def _run(style: str) -> Element:
    run = etree.Element(_R)
    if style:
        etree.SubElement(etree.SubElement(run, RUN_PROPERTIES), _RSTYLE).set(_VAL, style)
    return run


@cache
def _run_of_text(style: str) -> Element:
    run = copy(_run(style))
    etree.SubElement(run, _T)
    return run


def add_text(parent: Element, text: str, style: str = "") -> Element:
    """Add a run of text and return it."""
    run = add_copy(parent, _run_of_text(style))
    words = run[-1]
    words.text = clean(text)
    if text[:1].isspace() or text[-1:].isspace():
        words.set(_SPACE, "preserve")
    return run


def set_paragraph(paragraph: Element, given: Node) -> None:
    """Give a paragraph a property, at its place among those that it has."""
    _order(paragraph[0], attach(paragraph[0], given))


def rule_paragraph(paragraph: Element, rule: Node) -> None:
    """Draw a rule at a side of a paragraph."""
    set_paragraph(paragraph, w("pBdr", rule))


def add_tab(parent: Element) -> None:
    """Add a tab."""
    etree.SubElement(etree.SubElement(parent, _R), _TAB)


def add_break(parent: Element) -> None:
    """Add a line break."""
    etree.SubElement(etree.SubElement(parent, _R), _BR)


def add_field(parent: Element, instruction: str, result: str, style: str = "") -> None:
    """Add a field with its result."""
    add_text(add_reference(parent, instruction), result, style)


def add_reference(parent: Element, instruction: str) -> Element:
    """Add a field and return it: its result is yet to be written into it.

    The result looks as before when the field is updated (ISO/IEC 29500-1, 17.16.4.3: ``MERGEFORMAT``).
    """
    field = etree.SubElement(parent, _SIMPLE)
    field.set(_INSTRUCTION, f" {instruction} \\* MERGEFORMAT ")
    return field


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
    link.set(name("r:id"), relation)
    link.set(_HISTORY, "1")
    return link


def begin_bookmark(parent: Element, number: int, bookmark: str) -> None:
    """Begin a bookmark here."""
    mark = add_copy(parent, _BEGINNING)
    mark.set(_ID, str(number))
    mark.set(_NAME, bookmark)


def end_bookmark(parent: Element, number: int) -> None:
    """End a bookmark here."""
    add_copy(parent, _ENDING).set(_ID, str(number))
