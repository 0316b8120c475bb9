"""Footnotes in two documents: which is which, and what became of each."""

from __future__ import annotations

from collections.abc import Hashable
from copy import deepcopy

from reportgen.write.docx.markup import PARAGRAPH
from reportgen.write.docx.redline.alignment import align
from reportgen.write.docx.redline.block import note_of
from reportgen.write.docx.redline.blocks import Readers
from reportgen.write.docx.redline.words import NoteLog, WordWriter
from reportgen.write.docx.xml import Element, word_name

_NOTE, _REFERENCE, _ID, _TYPE = map(word_name, ("footnote", "footnoteReference", "id", "type"))


class NoteMerger:
    """Merges the notes of two documents. ``old`` and ``new`` say which note each number is in either."""

    def __init__(self, old: Element, new: Element, readers: Readers) -> None:
        self._root = new
        self._readers = readers
        self._notes = {_number(note): note for note in _notes(old)}
        self._pairs: dict[str, str] = {}
        self.old: dict[str, Hashable] = {}
        self.new: dict[str, Hashable] = {}
        before = [note_of(note, readers.old) for note in _notes(old)]
        after = [note_of(note, readers.new) for note in _notes(new)]
        for was, now in align(before, after):
            if was is not None:
                self.old[_number(was.element)] = (was and _number(was.element), now and _number(now.element))
            if now is not None:
                self.new[_number(now.element)] = (was and _number(was.element), now and _number(now.element))
            if was is not None and now is not None:
                self._pairs[_number(now.element)] = _number(was.element)

    @property
    def free(self) -> int:
        """The first number that no new note has."""
        return max((int(number) for number in self.new), default=0) + 1

    def merge(self, log: NoteLog, writer: WordWriter, body: Element) -> None:
        """Write the notes with what became of them, ordered and numbered as their references come in the body.

        LibreOffice finds the text of a reference by its order, not by its number.
        """
        for note in _notes(self._root):
            number = _number(note)
            if number in log.inserted:
                for paragraph in note.iter(PARAGRAPH):
                    writer.insert(paragraph, self._readers.new.glyphs(paragraph))
            elif number in self._pairs:
                self._changed(self._notes[self._pairs[number]], note, writer)
        for old, number in log.deleted.items():
            self._root.append(self._deleted(self._notes[old], number, writer))
        self._number_anew(list(body.iter(_REFERENCE)))

    def _number_anew(self, references: list[Element]) -> None:
        notes = {_number(note): note for note in _notes(self._root)}
        order = dict.fromkeys([*(reference.get(_ID, "") for reference in references), *notes])
        numbers = {number: str(place) for place, number in enumerate(order, 1)}
        for reference in references:
            reference.set(_ID, numbers[reference.get(_ID, "")])
        for number in order:
            notes[number].set(_ID, numbers[number])
            self._root.append(notes[number])

    def _changed(self, old: Element, new: Element, writer: WordWriter) -> None:
        for was, now in zip(old.iter(PARAGRAPH), new.iter(PARAGRAPH), strict=True):
            if self._readers.old.text(was) != self._readers.new.text(now):
                writer.merge(now, self._readers.old.glyphs(was), self._readers.new.glyphs(now))

    def _deleted(self, old: Element, number: str, writer: WordWriter) -> Element:
        made = deepcopy(old)
        made.set(_ID, number)
        for was, copy in zip(old.iter(PARAGRAPH), made.iter(PARAGRAPH), strict=True):
            writer.delete(copy, self._readers.old.glyphs(was))
        return made


def _notes(root: Element) -> list[Element]:
    return [note for note in root.iterchildren(_NOTE) if note.get(_TYPE) is None]


def _number(note: Element) -> str:
    return note.get(_ID, "")
