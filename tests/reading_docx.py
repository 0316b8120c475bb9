"""Reads a Word file with lxml: its blocks in order, its footnotes, its charts, what its diagrams say."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from reading_story import Words, squeeze

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def read_docx(path: Path) -> Words:
    """Return the words of a Word file. Page numbers are left out, marks of footnotes are their numbers."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = etree.fromstring(parts["word/document.xml"]).find(f"{W}body")
    _count_notes(body)
    words = Words(notes=_notes(parts["word/footnotes.xml"]))
    words.blocks = [block for block in map(squeeze, _blocks(body)) if block]
    words.diagrams = [squeeze(said) for said in _said(body)]
    charts = sorted(name for name in parts if name.startswith("word/charts/chart") and name.endswith(".xml"))
    words.charts = [_chart(etree.fromstring(parts[name])) for name in charts]
    return words


def tables(path: Path) -> list[list[list[str]]]:
    """Return the tables of a Word file: rows of cells, merged cells once."""
    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    return [
        [[_cell(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")] for table in body.iter(f"{W}tbl")
    ]


def _said(body: etree._Element) -> Iterator[str]:
    """Yield what diagrams say to those who do not see them: a table of boxes, or a group of shapes."""
    for said in body.iter(f"{W}tblDescription", f"{WP}inline"):
        if said.tag == f"{W}tblDescription":
            yield said.get(f"{W}val")
        elif said.find(f".//{WPG}wgp") is not None and said.find(f".//{ADEC}decorative") is None:
            yield said.find(f"{WP}docPr").get("descr")


def _count_notes(body: etree._Element) -> None:
    """Let marks of footnotes be called as Word counts them: sections may begin anew (ISO/IEC 29500-1, 17.18.74)."""
    marks: list[etree._Element] = []
    count = 0
    for block in body:
        marks.extend(block.iter(f"{W}footnoteReference"))
        for section in block.iter(f"{W}sectPr"):
            restart = section.find(f"{W}footnotePr/{W}numRestart")
            count = 0 if restart is not None and restart.get(f"{W}val") == "eachSect" else count
            for mark in marks:
                count += 1
                mark.set(f"{W}id", str(count))
            marks = []


def _blocks(parent: etree._Element) -> Iterator[str]:
    for child in parent:
        match child.tag.removeprefix(W):
            case "p":
                yield _paragraph(child)
            case "tbl":
                yield from (_cell(cell) for cell in child.iter(f"{W}tc"))
            case "sdt" | "sdtContent":
                yield from _blocks(child)


def _cell(cell: etree._Element) -> str:
    outer = (paragraph for paragraph in cell.iter(f"{W}p") if paragraph.getparent().tag != f"{W}txbxContent")
    return "".join(_paragraph(paragraph) for paragraph in outer)


def _paragraph(paragraph: etree._Element) -> str:
    """Return a paragraph's words; results of fields that print page numbers are left out."""
    words: list[str] = []
    field: list[str] = []
    simple = {
        text for part in paragraph.iter(f"{W}fldSimple") if "PAGE" in part.get(f"{W}instr") for text in part.iter()
    }
    for node in paragraph.iter(f"{W}t", f"{W}fldChar", f"{W}instrText", f"{W}footnoteReference"):
        match node.tag.removeprefix(W):
            case "t" if node not in simple and not (field and "PAGE" in field[-1]):
                words.append(node.text or "")
            case "footnoteReference":
                words.append(node.get(f"{W}id", ""))
            case "instrText":
                field[-1] += node.text or ""
            case "fldChar" if node.get(f"{W}fldCharType") == "begin":
                field.append("")
            case "fldChar" if node.get(f"{W}fldCharType") == "end" and field:
                field.pop()
    return "".join(words)


def _notes(part: bytes) -> list[str]:
    notes = [note for note in etree.fromstring(part) if note.get(f"{W}type") is None]
    return [squeeze("".join(_paragraph(paragraph) for paragraph in note.iter(f"{W}p"))) for note in notes]


def _chart(part: etree._Element) -> list[str]:
    """Return a chart's words: its categories, then the values of each series as they are stored."""
    first = part.find(f".//{C}ser")
    words = [squeeze(v.text or "") for v in first.findall(f"{C}cat//{C}v")]
    for series in part.iter(f"{C}ser"):
        words += [_value(point) for point in series.findall(f"{C}val//{C}pt")]
    return words


def _value(point: etree._Element) -> str:
    """Return a point's value; one that prints as words (a dash) is these words."""
    code = point.get("formatCode", "")
    return code.strip('"') if code.startswith('"') else point.findtext(f"{C}v") or ""
