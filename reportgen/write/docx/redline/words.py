"""Writes a paragraph anew with its changes: what was inserted in ``w:ins``, what was deleted in ``w:del``.

A field that was deleted is the text that it showed, a drawing its alternative text in brackets: the file has no longer
what they would lead to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import groupby

from reportgen.i18n.word_diff import Kind, word_diff
from reportgen.write.docx.markup import add, add_field_mark, add_instruction, add_run
from reportgen.write.docx.redline.glyphs import Glyph, described, result_of
from reportgen.write.docx.redline.stamp import DELETED, INSERTED, Stamper
from reportgen.write.docx.xml import Element, clean, word_name

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LEAST = 0.25
"""Where less than this of either text stays, words in common are chance: the whole is replaced."""
_DRAWN = ("drawing", "AlternateContent")

Step = tuple[Kind, Glyph]


@dataclass(slots=True)
class NoteLog:
    """What became of the notes whose references were met: inserted ones, and the old ones by the new number of each.

    ``free`` is the next number that no note has.
    """

    free: int
    inserted: set[str] = field(default_factory=set)
    deleted: dict[str, str] = field(default_factory=dict)


class WordWriter:
    """Writes paragraphs with their changes."""

    def __init__(self, stamper: Stamper, notes: NoteLog) -> None:
        self._stamper = stamper
        self._notes = notes

    def merge(self, paragraph: Element, old: Sequence[Glyph], new: Sequence[Glyph]) -> None:
        """Write a paragraph, whose glyphs are ``new``, with what changed since ``old``."""
        self._write(paragraph, list(_steps([glyph for glyph in old if glyph.sign], new)))

    def insert(self, paragraph: Element, new: Iterable[Glyph]) -> None:
        """Write a paragraph all of whose words were inserted."""
        self._write(paragraph, [(Kind.INSERTED if glyph.sign else Kind.KEPT, glyph) for glyph in new])

    def delete(self, paragraph: Element, old: Iterable[Glyph]) -> None:
        """Write a paragraph of the older document all of whose words were deleted."""
        self._write(paragraph, [(Kind.DELETED, glyph) for glyph in old if glyph.sign])

    def _write(self, paragraph: Element, steps: list[Step]) -> None:
        for node in list(paragraph)[1:]:
            paragraph.remove(node)
        homes = list(_homes(steps))
        for holder, run in groupby(zip(homes, steps, strict=True), key=lambda pair: pair[0]):
            parent = paragraph
            if holder is not None:
                parent = add(paragraph, "hyperlink")
                for key, value in holder.attrib.items():
                    parent.set(key, value)
            self._fill(parent, [step for _, step in run])

    def _fill(self, parent: Element, steps: list[Step]) -> None:
        for kind, run in groupby(steps, key=lambda step: step[0]):
            glyphs = [glyph for _, glyph in run]
            if kind is Kind.KEPT:
                _keep(parent, glyphs)
            elif kind is Kind.INSERTED:
                self._insert(self._stamper.add(parent, INSERTED), glyphs)
            else:
                self._delete(self._stamper.add(parent, DELETED), glyphs)

    def _insert(self, parent: Element, glyphs: list[Glyph]) -> None:
        for glyph in glyphs:
            if glyph.kind == "footnoteReference":
                self._notes.inserted.add(glyph.nodes[0].get(word_name("id"), ""))
        _keep(parent, glyphs, within=True)

    def _delete(self, parent: Element, glyphs: list[Glyph]) -> None:
        for node, run in groupby(glyphs, key=lambda glyph: glyph.nodes):
            first, *rest = run
            text = "".join(glyph.sign for glyph in (first, *rest))
            match first.kind:
                case "t":
                    _say(parent, text, first.look, "delText")
                case "r" | "fldSimple":
                    _say(parent, result_of(first), first.look, "delText")
                case kind if kind in _DRAWN:
                    _say(parent, f"[{described(node[0])}]" if described(node[0]) else "", None, "delText")
                case "footnoteReference":
                    reference = _copied(parent, first)
                    reference.set(word_name("id"), self._number(node[0].get(word_name("id"), "")))
                case _:
                    for _ in text:
                        _copied(parent, first)

    def _number(self, old: str) -> str:
        """Return the number that a note of the older document gets beside those of the new one."""
        if old not in self._notes.deleted:
            self._notes.deleted[old] = str(self._notes.free)
            self._notes.free += 1
        return self._notes.deleted[old]


def _steps(old: Sequence[Glyph], new: Sequence[Glyph]) -> Iterator[Step]:
    """Yield the glyphs of both documents in order, each with what became of it."""
    before, after = iter(old), iter(new)
    for kind, length in _changes("".join(glyph.sign for glyph in old), "".join(glyph.sign for glyph in new)):
        for _ in range(length):
            if kind is Kind.DELETED:
                yield kind, next(before)
                continue
            if kind is Kind.KEPT:
                next(before)
            for glyph in after:
                if glyph.sign:
                    yield kind, glyph
                    break
                yield Kind.KEPT, glyph
    yield from ((Kind.KEPT, glyph) for glyph in after)


def _changes(old: str, new: str) -> list[tuple[Kind, int]]:
    changes = [(change.kind, len(change.text)) for change in word_diff(old, new)]
    kept = sum(length for kind, length in changes if kind is Kind.KEPT)
    if old and new and kept < _LEAST * min(len(old), len(new)):
        return [(Kind.DELETED, len(old)), (Kind.INSERTED, len(new))]
    return changes


def _homes(steps: Sequence[Step]) -> Iterator[Element | None]:
    """Yield the link that each glyph stands in; what was deleted within a link stays within."""
    following: list[Element | None] = []
    after: Element | None = None
    for kind, glyph in reversed(steps):
        after = after if kind is Kind.DELETED else glyph.holder
        following.append(after)
    last: Element | None = None
    for (kind, glyph), after in zip(steps, reversed(following), strict=True):
        if kind is not Kind.DELETED:
            last = glyph.holder
            yield last
        else:
            yield last if last is after else None


def _keep(parent: Element, glyphs: Iterable[Glyph], *, within: bool = False) -> None:
    """Write glyphs as they are. ``within`` the mark of a change, which takes no other elements, a field is its runs."""
    for nodes, run in groupby(glyphs, key=lambda glyph: glyph.nodes):
        first, *rest = run
        match first.kind:
            case "t":
                _say(parent, "".join(glyph.sign for glyph in (first, *rest)), first.look, "t")
            case "fldSimple" if within:
                _spread(parent, first)
            case _ if nodes[0].getparent() is not None and nodes[0].getparent().tag == word_name("r"):
                _copied(parent, first)
            case _:
                for node in nodes:
                    parent.append(deepcopy(node))


def _say(parent: Element, text: str, look: Element | None, tag: str) -> None:
    if not text:
        return
    run = add_run(parent)
    if look is not None:
        run.append(deepcopy(look))
    words = add(run, tag)
    words.text = clean(text)
    words.set(_SPACE, "preserve")


def _copied(parent: Element, glyph: Glyph) -> Element:
    run = add_run(parent)
    if glyph.look is not None:
        run.append(deepcopy(glyph.look))
    node = deepcopy(glyph.nodes[0])
    node.tail = None
    run.append(node)
    return node


def _spread(parent: Element, field: Glyph) -> None:
    """Write a field as runs: its begin, its instruction, its result, its end."""
    add_field_mark(parent, "begin")
    add_instruction(parent, field.nodes[0].get(word_name("instr"), "").strip())
    add_field_mark(parent, "separate")
    _say(parent, result_of(field), field.look, "t")
    add_field_mark(parent, "end")
