"""Reads a Word file with tracked changes as it is once all are accepted, or once all are rejected."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
INSERTED, DELETED = f"{W}ins", f"{W}del"
_PAGES = ("PAGE", "PAGEREF", "NOTEREF")
_MARK = "‡"
"""The mark of a note that was marked before: its number is the file's affair."""


def accepted(path: Path) -> list[str]:
    """Return the paragraphs that hold words once all changes are accepted: of the body, then of the footnotes."""
    return _read(path, DELETED)


def rejected(path: Path) -> list[str]:
    """Return the paragraphs that hold words once all changes are rejected."""
    return _read(path, INSERTED)


def changed(path: Path) -> list[tuple[str, str]]:
    """Return the changes in order, those side by side as one: what was deleted and what was inserted."""
    found: list[list[str]] = []
    for root in _roots(path):
        for paragraph in root.iter(f"{W}p"):
            last = None
            for mark in paragraph.iter(INSERTED, DELETED):
                if mark.getparent().tag in (f"{W}rPr", f"{W}trPr"):
                    continue
                if last is None or _after(last) is not mark:
                    found.append(["", ""])
                found[-1][mark.tag == INSERTED] += "".join(_words(mark, ""))
                last = mark
    return [(old, new) for old, new in found if old or new]


def marks(path: Path) -> list[etree._Element]:
    """Return all marks of changes."""
    return [mark for root in _roots(path) for mark in root.iter(INSERTED, DELETED)]


def _after(mark: etree._Element) -> etree._Element | None:
    node = mark.getnext()
    while node is not None and node.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        node = node.getnext()
    return node


def _roots(path: Path) -> list[etree._Element]:
    with zipfile.ZipFile(path) as package:
        return [etree.fromstring(package.read(f"word/{part}.xml")) for part in ("document", "footnotes")]


def _read(path: Path, gone: str) -> list[str]:
    body, notes = _roots(path)
    referred = [
        mark.get(f"{W}id")
        for mark in body.iter(f"{W}footnoteReference")
        if not any(parent.tag == gone for parent in mark.iterancestors())
    ]
    by_number = {note.get(f"{W}id"): note for note in notes}
    read = [
        text
        for root in (body, *(by_number[number] for number in dict.fromkeys(referred)))
        for text in _paragraphs(root, gone)
    ]
    return [text for text in read if text.strip()]


def _paragraphs(root: etree._Element, gone: str) -> Iterator[str]:
    joined = ""
    for paragraph in root.iter(f"{W}p"):
        row = next(paragraph.iterancestors(f"{W}tr"), None)
        if row is not None and row.find(f"{W}trPr/{gone}") is not None:
            continue
        joined += "".join(_words(paragraph, gone))
        if paragraph.find(f"{W}pPr/{W}rPr/{gone}") is None or paragraph.getnext() is None:
            yield joined
            joined = ""
    yield joined


def _is_mark(run: etree._Element) -> bool:
    style = run.find(f"{W}rPr/{W}rStyle")
    words = "".join(part.text or "" for part in run.iter(f"{W}t", f"{W}delText"))
    return style is not None and style.get(f"{W}val") == "FootnoteReference" and words.isdecimal()


def _words(node: etree._Element, gone: str, silent: list[bool] | None = None) -> Iterator[str]:
    """Yield the words in a node: results of fields that print pages left out, drawings as their alternative texts."""
    silent = [] if silent is None else silent
    for child in node:
        match child.tag.rpartition("}")[2]:
            case "pPr" | "rPr":
                continue
            case _ if child.tag == gone:
                continue
            case "t" | "delText":
                yield "" if any(silent) else child.text or ""
            case "tab":
                yield "\t"
            case "br":
                yield "\n"
            case "fldSimple" if child.get(f"{W}instr").split()[0] in _PAGES:
                yield _MARK if "NOTEREF" in child.get(f"{W}instr") else ""
            case "r" if _is_mark(child):
                yield _MARK
            case "fldChar":
                kind = child.get(f"{W}fldCharType")
                silent.append(False) if kind == "begin" else silent.pop() if kind == "end" and silent else None
            case "instrText" if silent:
                silent[-1] = child.text.split()[0] in _PAGES
            case "drawing" | "AlternateContent":
                if next(child.iter(f"{WP}anchor"), None) is None:
                    words = next(child.iter(f"{WP}docPr")).get("descr", "")
                    yield f"[{words}]" if words else ""
            case _:
                yield from _words(child, gone, silent)
