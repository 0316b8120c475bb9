"""Merges the blocks of two documents: paragraphs word by word, tables row by row and cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy

from msgspec import Struct

from reportgen.write.docx.markup import CELL, PARAGRAPH, ROW, SECTION, TABLE, add_paragraph, space_paragraph
from reportgen.write.docx.redline.alignment import Pair, align
from reportgen.write.docx.redline.block import Block, block_of, paragraphs_of, row_of
from reportgen.write.docx.redline.glyphs import Reader
from reportgen.write.docx.redline.stamp import DELETED, INSERTED, Stamper
from reportgen.write.docx.redline.words import WordWriter
from reportgen.write.docx.styles import NORMAL
from reportgen.write.docx.xml import Element, word_name

_HEAD, _PROPERTIES = map(word_name, ("tblHeader", "trPr"))


class Readers(Struct, frozen=True):
    """What reads the paragraphs of the older document and of the new one."""

    old: Reader
    new: Reader


class BlockMerger:
    """Merges containers of blocks: a body, a cell."""

    def __init__(self, readers: Readers, writer: WordWriter, stamper: Stamper) -> None:
        self._readers = readers
        self._writer = writer
        self._stamper = stamper

    def merge(self, old: Element, new: Element) -> None:
        """Put what changed since the ``old`` container into the ``new`` one."""
        before = [block for block in self._blocks(old, self._readers.old) if block.text]
        after = [block for block in self._blocks(new, self._readers.new) if block.text]
        last: Element | None = None
        for was, now in _paired(new, before, after):
            if now is None:
                assert was is not None
                last = self._put(new, last, self._deleted(was.element))
            else:
                self._change(was, now)
                last = now.element
        self._mend(new)

    def _blocks(self, container: Element, reader: Reader) -> list[Block]:
        return [block_of(element, reader) for element in container if element.tag in (PARAGRAPH, TABLE)]

    def _change(self, was: Block | None, now: Block) -> None:
        """Mark in a block what it was not."""
        if was is None:
            self._inserted(now.element)
        elif now.element.tag == TABLE:
            self._table(was.element, now.element)
        elif was.text != now.text:
            glyphs = self._readers.old.glyphs(was.element)
            self._writer.merge(now.element, glyphs, self._readers.new.glyphs(now.element))

    def _put(self, container: Element, last: Element | None, made: Element) -> Element:
        """Put a deleted block after what came last; where that ends its section, the section ends after the block."""
        if last is None:
            first = next((at for at, node in enumerate(container) if node.tag in (PARAGRAPH, TABLE)), len(container))
            container.insert(first, made)
            return made
        last.addnext(made)
        section = last[0].find(SECTION) if last.tag == PARAGRAPH else None
        if section is not None:
            end = _low(container)
            end[0].append(section)
            made.addnext(end)
        return made

    def _inserted(self, element: Element) -> None:
        if element.tag == TABLE:
            for row in element.iterchildren(ROW):
                self._inserted_row(row)
            return
        self._writer.insert(element, self._readers.new.glyphs(element))
        self._stamper.end(element, INSERTED)

    def _inserted_row(self, row: Element) -> None:
        self._stamper.row(row, INSERTED)
        for paragraph in row.iter(PARAGRAPH):
            self._writer.insert(paragraph, self._readers.new.glyphs(paragraph))
            self._stamper.end(paragraph, INSERTED)

    def _deleted(self, element: Element) -> Element:
        """Return a block of the older document as a deleted one of the new."""
        made = deepcopy(element)
        for old, copy in zip(paragraphs_of(element), paragraphs_of(made), strict=True):
            for section in copy[0].findall(SECTION):
                copy[0].remove(section)
            self._writer.delete(copy, self._readers.old.glyphs(old))
            self._stamper.end(copy, DELETED)
        for row in [made] if made.tag == ROW else made.iterchildren(ROW):
            for properties in row.iterchildren(_PROPERTIES):
                for head in properties.findall(_HEAD):
                    properties.remove(head)
            self._stamper.row(row, DELETED)
        return made

    def _table(self, old: Element, new: Element) -> None:
        before = [row_of(row, self._readers.old) for row in old.iterchildren(ROW)]
        after = [row_of(row, self._readers.new) for row in new.iterchildren(ROW)]
        last: Element | None = None
        for was, now in align(before, after):
            if now is None:
                assert was is not None
                made = self._deleted(was.element)
                if last is None:
                    after[0].element.addprevious(made)
                else:
                    last.addnext(made)
                last = made
                continue
            if was is None:
                self._inserted_row(now.element)
            elif was.text != now.text:
                for cell, other in zip(was.element.iterchildren(CELL), now.element.iterchildren(CELL), strict=True):
                    self.merge(cell, other)
            last = now.element

    def _mend(self, container: Element) -> None:
        """Give the last end in a cell, which cannot change, to the paragraph before it; part tables that met."""
        for table in container.findall(TABLE):
            following = table.getnext()
            if following is not None and following.tag == TABLE:
                between = _low(container)
                self._stamper.end(between, DELETED)
                table.addnext(between)
        if container.tag == CELL and len(container) and container[-1].tag == PARAGRAPH:
            self._pass_on(container[-1])

    def _pass_on(self, last: Element) -> None:
        for kind in (INSERTED, DELETED):
            look = last[0].find(word_name("rPr"))
            mark = look.find(word_name(kind)) if look is not None else None
            if look is None or mark is None:
                continue
            look.remove(mark)
            if not len(look):
                last[0].remove(look)
            before = last.getprevious()
            if before is not None and before.tag == PARAGRAPH:
                self._stamper.end(before, kind)


def _low(container: Element) -> Element:
    """Add a paragraph without words and without height."""
    made = add_paragraph(container, NORMAL)
    space_paragraph(made, before=0, after=0, line=20, lineRule="exact")
    return made


def _paired(container: Element, before: Sequence[Block], after: Sequence[Block]) -> Iterable[Pair]:
    """Return which block was which; the only one of a cell is what it was, whatever it says now."""
    if container.tag == CELL and len(before) == len(after) == 1 and before[0].kind == after[0].kind:
        return [(before[0], after[0])]
    return align(before, after)
