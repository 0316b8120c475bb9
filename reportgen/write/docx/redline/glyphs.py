"""A paragraph as a row of glyphs: its characters, and what stands among them like one: fields, notes, drawings.

Each glyph has a sign; two are the same for the reader where their signs are. The number of a page or a note is none of
its words, so that fields that count are compared by what they ask for.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from docx.opc.part import Part
from msgspec import Struct

from reportgen.write.docx.xml import NAMESPACES, Element, name, word_name

_RUN, _LINK, _SIMPLE, _TEXT, _LOOK, _PROPERTIES = map(word_name, ("r", "hyperlink", "fldSimple", "t", "rPr", "pPr"))
_FIELD_MARK, _INSTRUCTION, _NOTE, _DRAWING = map(word_name, ("fldChar", "instrText", "footnoteReference", "drawing"))
_ALTERNATE, _ANCHORED, _DESCRIBED = name("mc:AlternateContent"), name("wp:anchor"), name("wp:docPr")
_CHARACTERS = {word_name("tab"): "\t", word_name("br"): "\n", word_name("noBreakHyphen"): "\N{NON-BREAKING HYPHEN}"}
_COUNTING = (["PAGE"], ["PAGEREF"], ["SEQ"])
"""Fields whose results are counted, not written."""
_FIRST_SIGN = 0x100000
"""Signs that are no characters begin here, in a private plane."""


class Signs:
    """Gives the same sign to the same thing, in whichever of the documents it stands."""

    def __init__(self) -> None:
        self._known: dict[Hashable, str] = {}

    def of(self, thing: Hashable) -> str:
        """Return the sign of a thing."""
        return self._known.setdefault(thing, chr(_FIRST_SIGN + len(self._known)))


class Glyph(Struct, frozen=True):
    """A character or what stands like one. ``sign`` is empty for what takes no place, such as a bookmark.

    ``nodes`` are what it is made of: text, a piece of a run, or whole runs of a field. ``look`` are the properties of
    its run; ``holder`` is the link that it stands in, or ``None``.
    """

    sign: str
    nodes: tuple[Element, ...]
    look: Element | None
    holder: Element | None

    @property
    def kind(self) -> str:
        """The name of the element that it is made of: ``t``, ``br``, ``fldSimple``, ``footnoteReference`` ..."""
        return str(self.nodes[0].tag).rpartition("}")[2]


class Reader:
    """Reads the paragraphs of one document. ``notes`` says which note each number is, in both documents alike."""

    def __init__(self, part: Part, signs: Signs, notes: Mapping[str, Hashable]) -> None:
        self._part = part
        self._signs = signs
        self._notes = notes

    def glyphs(self, paragraph: Element) -> list[Glyph]:
        """Return the glyphs of a paragraph."""
        return list(self._children(paragraph, None))

    def text(self, paragraph: Element) -> str:
        """Return the signs of a paragraph."""
        return "".join(glyph.sign for glyph in self._children(paragraph, None))

    def _children(self, parent: Element, holder: Element | None) -> Iterator[Glyph]:
        nodes = [node for node in parent if node.tag != _PROPERTIES]
        at = 0
        while at < len(nodes):
            end = _field_end(nodes, at)
            if end:
                field = tuple(nodes[at : end + 1])
                yield Glyph(self._field(_instruction(field), field), field, _look(field), holder)
                at = end + 1
            else:
                yield from self._node(nodes[at], holder)
                at += 1

    def _node(self, node: Element, holder: Element | None) -> Iterator[Glyph]:
        if node.tag == _RUN:
            yield from self._run(node, holder)
        elif node.tag == _LINK:
            yield from self._children(node, node)
        elif node.tag == _SIMPLE:
            instruction = node.get(word_name("instr"), "")
            yield Glyph(self._field(instruction, (node,)), (node,), _look((node,)), holder)
        else:
            yield Glyph("", (node,), None, holder)

    def _run(self, run: Element, holder: Element | None) -> Iterator[Glyph]:
        look = run.find(_LOOK)
        for part in run:
            if part.tag == _TEXT:
                for character in part.text or "":
                    yield Glyph(character, (part,), look, holder)
            elif part.tag != _LOOK:
                yield Glyph(self._sign(part), (part,), look, holder)

    def _sign(self, part: Element) -> str:
        if part.tag in _CHARACTERS:
            return _CHARACTERS[str(part.tag)]
        if part.tag == _NOTE:
            number = part.get(word_name("id"), "")
            return self._signs.of(("note", self._notes.get(number, number)))
        if part.tag in (_DRAWING, _ALTERNATE):
            behind = next(part.iter(_ANCHORED), None) is not None
            return "" if behind else self._signs.of(("drawing", described(part), self._shown(part)))
        if part.tag == word_name("footnoteRef"):
            return self._signs.of("number of the note")
        if part.tag == word_name("sym"):
            return self._signs.of(("sign", *sorted(map(str, part.attrib.values()))))
        return ""

    def _field(self, instruction: str, field: Sequence[Element]) -> str:
        words = instruction.split()
        if words[:1] == ["NOTEREF"]:
            number = words[1].removeprefix("_Note")
            return self._signs.of(("mark of note", self._notes.get(number, number)))
        counts = words[:1] in _COUNTING
        return self._signs.of(("field", *words) if counts else ("field", *words, _result(field)))

    def _shown(self, drawing: Element) -> str:
        """Return what a drawing's parts are known by: the picture, or the chart with its values."""
        relations = [
            value
            for node in drawing.iter()
            for key, value in node.attrib.items()
            if str(key).startswith(f"{{{NAMESPACES['r']}}}")
        ]
        return sha256(b"".join(self._part.related_parts[relation].blob for relation in relations)).hexdigest()


def described(drawing: Element) -> str:
    """Return the alternative text of a drawing."""
    return next((node.get("descr", "") for node in drawing.iter(_DESCRIBED)), "")


def result_of(field: Glyph) -> str:
    """Return the result that a field shows."""
    return _result(field.nodes)


def _result(field: Iterable[Element]) -> str:
    return "".join(text.text or "" for node in field for text in node.iter(_TEXT))


def _look(field: Iterable[Element]) -> Element | None:
    """Return the properties of the first run of a field that shows a result."""
    runs = (run for node in field for run in node.iter(_RUN) if run.find(_TEXT) is not None)
    return next((run.find(_LOOK) for run in runs), None)


def _field_end(nodes: Sequence[Element], at: int) -> int:
    """Return where a field ends that begins at a run, or 0 where none does, or it ends in another paragraph."""
    depth = 0
    for place in range(at, len(nodes)):
        for mark in nodes[place].iter(_FIELD_MARK):
            depth += {"begin": 1, "end": -1}.get(mark.get(word_name("fldCharType"), ""), 0)
        if depth == 0:
            return place if place > at else 0
    return 0


def _instruction(field: Sequence[Element]) -> str:
    return "".join(part.text or "" for node in field for part in node.iter(_INSTRUCTION))
