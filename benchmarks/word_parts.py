"""What of a Word file is to last when somebody opens, edits and saves it, as countable things."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Hashable, Iterator
from pathlib import Path

from lxml import etree

from reportgen.i18n.identity import message_of

Element = etree._Element
Parts = dict[str, Counter[Hashable]]
"""The things of each kind, each as often as it is there."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CONTENTS = ("toc ", "table of figures")
_PAGES = ("PAGE", "PAGEREF", "SECTIONPAGES", "NUMPAGES")


def read_parts(file: Path, without: str = "") -> Parts:
    """Return what is to last of a Word file, its words ``without`` those that an editor added."""
    with zipfile.ZipFile(file) as package:
        parts = {name: etree.fromstring(package.read(name)) for name in package.namelist() if name.endswith(".xml")}
    body = parts["word/document.xml"].find(f"{W}body")
    styles = _styles(parts["word/styles.xml"])
    named = {paragraph: styles[style_of(paragraph)] for paragraph in paragraphs(body)}
    words = {paragraph: _told(paragraph, style).replace(without, "") for paragraph, style in named.items()}
    told = {paragraph: text for paragraph, text in words.items() if text}
    return {
        "text of paragraphs": Counter(told.values()),
        "their styles": Counter((text, named[paragraph]) for paragraph, text in told.items()),
        "footnotes where marked": Counter(_notes(body, parts.get("word/footnotes.xml"))),
        "message ids on their words": Counter(_messages(told)),
        "places of references": Counter(_places(body)),
        "repeated header rows": Counter(_header_rows(body)),
        "titles of tables": Counter(_values(body, "tblCaption")),
        "descriptions of tables": Counter(_values(body, "tblDescription")),
        "alternative texts of charts": Counter(_alternatives(body, charts=True)),
        "alternative texts of pictures": Counter(_alternatives(body, charts=False)),
        "drawings marked as decoration": Counter(str(mark.get("val")) for mark in shown(body, _DECORATIVE)),
    }


def paragraphs(root: Element) -> Iterator[Element]:
    """Yield the paragraphs that are shown, those within cells and boxes too."""
    yield from shown(root, f"{W}p")


def shown(root: Element, *tags: str) -> Iterator[Element]:
    """Yield elements but those kept for programs that do not know what is shown."""
    for found in root.iter(*tags):
        if next(found.iterancestors(_FALLBACK), None) is None:
            yield found


def _told(paragraph: Element, style: str) -> str:
    """Return a paragraph's words with single spaces; an entry of the contents without its page at the end."""
    words = words_of(paragraph)
    return " ".join((words.rpartition("\t")[0] if style.startswith(_CONTENTS) else words).split())


def words_of(paragraph: Element) -> str:
    """Return a paragraph's own words, without the results of fields that print pages, and marks of notes."""
    words: list[str] = []
    fields: list[str] = []
    for node in shown(paragraph, f"{W}t", f"{W}tab", f"{W}br", f"{W}fldChar", f"{W}instrText"):
        if next(node.iterancestors(f"{W}p")) is not paragraph:
            continue
        match node.tag.removeprefix(W), node.get(f"{W}fldCharType"):
            case "fldChar", "begin":
                fields.append("")
            case "fldChar", "end" if fields:
                fields.pop()
            case "instrText", _ if fields:
                fields[-1] += node.text or ""
            case "t", _ if not _prints_page(node, fields):
                words.append(node.text or "")
            case "tab" | "br", _:
                words.append("\t" if node.tag == f"{W}tab" else " ")
    return "".join(words)


def style_of(paragraph: Element) -> str:
    """Return the id of a paragraph's style."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "Normal" if style is None else str(style.get(f"{W}val"))


def _prints_page(words: Element, fields: list[str]) -> bool:
    around = [field.get(f"{W}instr") for field in words.iterancestors(f"{W}fldSimple")]
    return any((field.split() or [""])[0] in _PAGES for field in (*fields, *around))


def _styles(part: Element) -> dict[str, str]:
    """Return the names of styles by their ids; Word takes no heed of how they are capitalized."""
    return {
        str(style.get(f"{W}styleId")): str(style.find(f"{W}name").get(f"{W}val")).lower()
        for style in part.iter(f"{W}style")
    }


def _notes(body: Element, part: Element | None) -> Iterator[Hashable]:
    texts = {} if part is None else {note.get(f"{W}id"): _note(note) for note in part}
    for at, mark in enumerate(shown(body, f"{W}footnoteReference")):
        yield at, texts.get(mark.get(f"{W}id"))


def _note(note: Element) -> str:
    return " ".join(" ".join(map(words_of, paragraphs(note))).split())


def _messages(told: dict[Element, str]) -> Iterator[Hashable]:
    for paragraph, text in told.items():
        for mark in shown(paragraph, f"{W}bookmarkStart"):
            message = message_of(str(mark.get(f"{W}name")), {})
            if message and next(mark.iterancestors(f"{W}p")) is paragraph:
                yield message, text


def _places(body: Element) -> Iterator[Hashable]:
    return (mark.get(f"{W}name") for mark in shown(body, f"{W}bookmarkStart") if mark.get(f"{W}name")[0] != "_")


def _header_rows(body: Element) -> Iterator[Hashable]:
    for at, table in enumerate(shown(body, f"{W}tbl")):
        rows = sum(row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.findall(f"{W}tr"))
        yield from ((at, row) for row in range(rows))


def _values(body: Element, tag: str) -> Iterator[Hashable]:
    return (found.get(f"{W}val") for found in shown(body, f"{W}{tag}"))


def _alternatives(body: Element, *, charts: bool) -> Iterator[Hashable]:
    for drawn in shown(body, f"{_WP}docPr"):
        chart = next(drawn.getparent().iter(f"{_CHART}chart"), None) is not None
        if chart is charts and drawn.get("descr") and next(drawn.iter(_DECORATIVE), None) is None:
            yield drawn.get("descr")
