"""Plays a reviewer who works in Word: comments and tracked changes in a built file, as Word writes them.

Runs are split where a change begins, with revision ids all over; comments have ranges, references, replies by the ids
of their paragraphs; marks of paragraphs carry their own changes.
"""

from __future__ import annotations

import copy
import zipfile
from pathlib import Path

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office/2011/relationships"
DATE = "2024-03-05T10:15:00Z"


def w(tag: str) -> str:
    return f"{{{W}}}{tag}"


def text_of(paragraph: etree._Element) -> str:
    return "".join(part.text or "" for part in paragraph.iter(w("t"), w("delText")))


class Reviewer:
    """A copy of a Word file that a reviewer works in. Methods return the reviewer's paragraph or comment's number."""

    def __init__(self, file: Path, author: str = "Legal", date: str = DATE) -> None:
        with zipfile.ZipFile(file) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.document = etree.fromstring(self.parts["word/document.xml"])
        self.notes = etree.fromstring(self.parts["word/footnotes.xml"])
        self.author, self.date = author, date
        self.comments: list[tuple[str, str, list[str], int | None, bool]] = []
        self._number = 9000

    def save(self, path: Path) -> Path:
        parts = dict(self.parts)
        parts["word/document.xml"] = etree.tostring(self.document, encoding="UTF-8", xml_declaration=True)
        parts["word/footnotes.xml"] = etree.tostring(self.notes, encoding="UTF-8", xml_declaration=True)
        if self.comments:
            self._add_comments(parts)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in parts.items():
                package.writestr(name, data)
        return path

    def paragraph(self, words: str, time: int = 1, notes: bool = False) -> etree._Element:
        """Find the paragraph that holds words; of several the first, second ..."""
        found = [p for p in (self.notes if notes else self.document).iter(w("p")) if words in text_of(p)]
        assert len(found) >= time, f"{words!r} stands in {len(found)} paragraphs"
        return found[time - 1]

    def change(self, paragraph: etree._Element, old: str, new: str, author: str = "") -> None:
        """Replace words with others, tracked; either may be empty. A lone insertion stands before ``old``'s end."""
        runs = self._isolated(paragraph, old)
        parent, at = runs[0].getparent(), runs[0].getparent().index(runs[0])
        struck = self._mark("del", author)
        parent.insert(at, struck)
        for run in runs:
            struck.append(run)
            for part in run.iter(w("t")):
                part.tag = w("delText")
        if new:
            added = self._mark("ins", author)
            parent.insert(at + 1, added)
            added.append(self._run(new, runs[0]))

    def insert(self, paragraph: etree._Element, after: str, new: str, author: str = "") -> None:
        """Insert words after others, tracked."""
        run = self._isolated(paragraph, after)[-1]
        added = self._mark("ins", author)
        run.addnext(added)
        added.append(self._run(new, run))

    def note(self, paragraph: etree._Element, after: str, text: str) -> None:
        """Write a footnote of their own after words, tracked."""
        self._number += 1
        made = etree.SubElement(self.notes, w("footnote"), {w("id"): str(self._number)})
        words = self._mark("ins")
        words.append(self._run(text, None))
        etree.SubElement(made, w("p")).append(words)
        mark = etree.Element(w("r"))
        etree.SubElement(mark, w("footnoteReference"), {w("id"): made.get(w("id"))})
        added = self._mark("ins")
        added.append(mark)
        self._isolated(paragraph, after)[-1].addnext(added)

    def strike(self, run: etree._Element) -> None:
        """Delete a run that has no words, tracked."""
        struck = self._mark("del")
        run.addprevious(struck)
        struck.append(run)

    def delete_paragraph(self, paragraph: etree._Element) -> None:
        self.change(paragraph, text_of(paragraph), "")
        self._mark_end(paragraph, "del")

    def new_paragraph(self, after: etree._Element, text: str) -> etree._Element:
        """Press Enter at a paragraph's end and type: the first end is new, the second the one that was there."""
        made = etree.Element(w("p"))
        made.append(copy.deepcopy(after[0]))
        after.addnext(made)
        self._mark_end(after, "ins")
        added = self._mark("ins")
        made.append(added)
        added.append(self._run(text, None))
        return made

    def split(self, paragraph: etree._Element, before: str) -> etree._Element:
        """Press Enter before words."""
        first = self._isolated(paragraph, before)[0]
        made = etree.Element(w("p"))
        made.append(copy.deepcopy(paragraph[0]))
        for node in [first, *first.itersiblings()]:
            made.append(node)
        paragraph.addnext(made)
        self._mark_end(paragraph, "ins")
        return made

    def comment(
        self,
        paragraph: etree._Element,
        words: str,
        *text: str,
        to: etree._Element | None = None,
        author: str = "",
        resolved: bool = False,
    ) -> int:
        """Comment on words, or on all from them to the end of a further paragraph; return the comment's number."""
        number = len(self.comments)
        self.comments.append((author or self.author, self.date, list(text), None, resolved))
        runs = self._isolated(paragraph, words)
        begin = etree.Element(w("commentRangeStart"), {w("id"): str(number)})
        end = etree.Element(w("commentRangeEnd"), {w("id"): str(number)})
        runs[0].addprevious(begin)
        if to is None:
            runs[-1].addnext(end)
        else:
            to.append(end)
        end.addnext(self._reference(number))
        return number

    def reply(self, parent: int, text: str, author: str) -> None:
        """Answer a comment: Word gives the answer the same range."""
        number = len(self.comments)
        self.comments.append((author, "2024-03-06T09:00:00Z", [text], parent, False))
        for tag in ("commentRangeStart", "commentRangeEnd"):
            mark = next(m for m in self.document.iter(w(tag)) if m.get(w("id")) == str(parent))
            mark.addnext(etree.Element(w(tag), {w("id"): str(number)}))
        mark.getparent().append(self._reference(number))

    def _reference(self, number: int) -> etree._Element:
        run = etree.Element(w("r"), {w("rsidR"): "00C51B2E"})
        etree.SubElement(run, w("commentReference"), {w("id"): str(number)})
        return run

    def _mark(self, tag: str, author: str = "") -> etree._Element:
        self._number += 1
        attributes = {w("id"): str(self._number), w("author"): author or self.author, w("date"): self.date}
        return etree.Element(w(tag), attributes)

    def _mark_end(self, paragraph: etree._Element, tag: str) -> None:
        properties = paragraph.find(w("pPr"))
        look = properties.find(w("rPr"))
        if look is None:
            look = etree.SubElement(properties, w("rPr"))
        look.insert(0, self._mark(tag))

    def _run(self, text: str, like: etree._Element | None) -> etree._Element:
        run = etree.Element(w("r"), {w("rsidR"): "00A77B3E"})
        if like is not None and like.find(w("rPr")) is not None:
            run.append(copy.deepcopy(like.find(w("rPr"))))
        words = etree.SubElement(run, w("t"), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
        words.text = text
        return run

    def _isolated(self, paragraph: etree._Element, words: str) -> list[etree._Element]:
        """Return the runs of words, split off from what stands before and after."""
        start = text_of(paragraph).index(words)
        end = start + len(words)
        found, at = [], 0
        for run in [
            r for r in paragraph.iter(w("r")) if r.find(w("t")) is not None or r.find(w("delText")) is not None
        ]:
            text = text_of(run)
            first, last = max(start - at, 0), min(end - at, len(text))
            at += len(text)
            if first >= last or run.find(w("t")) is None:
                continue
            run.find(w("t")).text = text[first:last]
            run.find(w("t")).set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.set(w("rsidR"), "00C51B2E")
            if text[:first]:
                run.addprevious(self._run(text[:first], run))
            if text[last:]:
                run.addnext(self._run(text[last:], run))
            found.append(run)
        assert found, f"{words!r} is in no run"
        return found

    def _add_comments(self, parts: dict[str, bytes]) -> None:
        root = etree.Element(w("comments"), nsmap={"w": W, "w14": W14})
        threads = etree.Element(f"{{{W15}}}commentsEx", nsmap={"w15": W15})
        for number, (author, date, lines, parent, resolved) in enumerate(self.comments):
            made = etree.SubElement(root, w("comment"))
            for key, value in (("id", str(number)), ("author", author), ("date", date), ("initials", author[:1])):
                made.set(w(key), value)
            for line in lines:
                paragraph = etree.SubElement(made, w("p"), {f"{{{W14}}}paraId": f"{number:04X}{lines.index(line):04X}"})
                for word in (line[:5], line[5:]):
                    paragraph.append(self._run(word, None))
            own = {f"{{{W15}}}paraId": f"{number:04X}{len(lines) - 1:04X}", f"{{{W15}}}done": str(int(resolved))}
            if parent is not None:
                own[f"{{{W15}}}paraIdParent"] = f"{parent:04X}{len(self.comments[parent][2]) - 1:04X}"
            etree.SubElement(threads, f"{{{W15}}}commentEx", own)
        _add_part(parts, "comments", root, f"{OFFICE}/comments", "comments")
        _add_part(parts, "commentsExtended", threads, f"{MICROSOFT}/commentsExtended", "commentsExtended")


def _add_part(parts: dict[str, bytes], name: str, root: etree._Element, relation: str, kind: str) -> None:
    parts[f"word/{name}.xml"] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    relations = etree.fromstring(parts["word/_rels/document.xml.rels"])
    made = etree.SubElement(relations, f"{{{RELATIONSHIPS}}}Relationship")
    for key, value in (("Id", f"rIdReview{name}"), ("Type", relation), ("Target", f"{name}.xml")):
        made.set(key, value)
    parts["word/_rels/document.xml.rels"] = etree.tostring(relations)
    types = etree.fromstring(parts["[Content_Types].xml"])
    content = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    etree.SubElement(types, f"{{{TYPES}}}Override", {"PartName": f"/word/{name}.xml", "ContentType": content})
    parts["[Content_Types].xml"] = etree.tostring(types)
