"""YAML text to a tree of our own nodes. The only user of ``yaml``.

Every scalar is text with its place: YAML's own typing would turn 5.30 into 5.3 and `no` into False. The tree is built
of libyaml's events, without recursion: composing by the library ends the process on deeply nested text, and takes
three times as long. Aliases and tags are refused, so the tree is never larger than its text.
"""

from __future__ import annotations

from typing import Any

import yaml
from msgspec import Struct
from yaml.cyaml import CSafeLoader
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from reportgen.diagnostics import Code, Diagnostics, Span
from reportgen.load.scalar_places import first_place, turns_of
from reportgen.model.words import Turn, Words

DEPTH_LIMIT = 20
"""The deepest nesting: a project's files need six."""


class Scalar(Struct, frozen=True):
    """Text and its place. ``turns`` as in `Words`. ``plain`` is false for quoted and block text."""

    text: str
    span: Span
    turns: tuple[Turn, ...] = ()
    plain: bool = True


class Sequence(Struct, frozen=True):
    """A list of nodes."""

    items: tuple[Node, ...]
    span: Span


class Mapping(Struct, frozen=True):
    """Nodes by key, in order, with each key's place."""

    entries: dict[str, tuple[Span, Node]]
    span: Span


Node = Scalar | Sequence | Mapping


def parse_yaml(text: str, path: str, diagnostics: Diagnostics, lines_before: int = 0) -> Node | None:
    """Return the root node of one YAML document, or ``None`` where it is broken (YAML_BROKEN, YAML_TOO_DEEP) or empty.

    ``lines_before`` counts the lines of the file that stand above the text. Keys given twice are DUPLICATE_KEY, the
    first counts.
    """
    builder = _Builder(text, path, diagnostics, lines_before)
    try:
        for event in iter(CSafeLoader(text).get_event, None):
            if not builder.take(event):
                return None
    except yaml.reader.ReaderError as error:
        builder.refuse(error.position, f"the character U+{_code(error):04X} is not allowed", "delete it")
        return None
    except yaml.MarkedYAMLError as error:
        builder.report(error)
        return None
    return builder.root


def words_of(scalar: Scalar) -> Words:
    """Return a scalar as words."""
    return Words(scalar.text, scalar.span, scalar.turns)


def _code(error: yaml.reader.ReaderError) -> int:
    character: Any = error.character
    return character if isinstance(character, int) else ord(character)


class _Builder:
    """Takes events, keeps the open collections on a stack, below them one that holds the document's node."""

    def __init__(self, text: str, path: str, diagnostics: Diagnostics, lines_before: int) -> None:
        self._root = _OpenSequence(Span(path))
        self._text = text
        self._path = path
        self._diagnostics = diagnostics
        self._line = lines_before + 1
        self._documents = 0
        self._stack: list[_OpenMapping | _OpenSequence] = [self._root]

    @property
    def root(self) -> Node | None:
        """The document's node."""
        return self._root.items[0] if self._root.items else None

    def take(self, event: Any) -> bool:
        """Take an event; return whether to go on."""
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is MappingStartEvent:
            return self._open(_OpenMapping(self._span(event)), event)
        if kind is SequenceStartEvent:
            return self._open(_OpenSequence(self._span(event)), event)
        if kind is MappingEndEvent or kind is SequenceEndEvent:
            done = self._stack.pop().node()
            self._stack[-1].add(done, self._diagnostics)
            return True
        if kind is AliasEvent:
            return self._broken(self._span(event), "aliases (`*name`) are not supported", "write the value out")
        if kind is DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                return self._broken(self._span(event), "a second document begins (`---`)", "keep one document a file")
        return True

    def report(self, error: yaml.MarkedYAMLError) -> None:
        """Report what libyaml found, at its place; a bracket that is still open on a later line, at the bracket."""
        problem = error.problem or "it is not valid YAML"
        mark, opened = error.problem_mark or error.context_mark, error.context_mark
        if problem in _UNCLOSED and mark and opened and opened.line < mark.line:
            mark = opened
        line, column = (mark.line, mark.column) if mark else (0, 0)
        self._broken(Span(self._path, line + self._line, column + 1), _spoken(problem), _hint(problem))

    def refuse(self, position: int, message: str, hint: str) -> None:
        """Report a fault at an offset of the text's bytes, which libyaml reads as UTF-8."""
        before = self._text.encode()[:position].decode()
        line, column = before.count("\n"), len(before) - before.rfind("\n")
        self._broken(Span(self._path, line + self._line, column), message, hint)

    def _scalar(self, event: Any) -> bool:
        if event.tag is not None and event.tag != "!":
            return self._broken(self._span(event), "tags (`!name`) are not supported", "write the value without it")
        start, value = event.start_mark, event.value
        column = start.column + 1
        # libyaml's binding says "" of a plain scalar, the library's own parser `None`.
        style = event.style or None
        if style is None and start.line == event.end_mark.line:
            span = Span(self._path, start.line + self._line, column, len(value) or 1)
            self._stack[-1].add(Scalar(value, span), self._diagnostics)
            return True
        source = self._text[start.index : event.end_mark.index]
        line, column = first_place(source, style, start.line + self._line, column)
        turns = turns_of(value, source, style, start.line + self._line, start.column + 1)
        length = turns[0].offset if turns else len(value)
        span = Span(self._path, line, column, max(1, length))
        self._stack[-1].add(Scalar(value, span, turns, style is None), self._diagnostics)
        return True

    def _open(self, opened: _OpenMapping | _OpenSequence, event: Any) -> bool:
        if event.tag is not None:
            return self._broken(opened.span, "tags (`!name`) are not supported", "write the value without it")
        top = self._stack[-1]
        if isinstance(top, _OpenMapping) and top.wants_key():
            return self._broken(opened.span, "a key must be text, not a list or mapping", "quote the key")
        self._stack.append(opened)
        if len(self._stack) > DEPTH_LIMIT + 1:
            self._diagnostics.error(
                Code.YAML_TOO_DEEP,
                f"the text is nested more than {DEPTH_LIMIT} levels deep",
                opened.span,
                "check the brackets and the indentation",
            )
            return False
        return True

    def _span(self, event: Any) -> Span:
        mark = event.start_mark
        return Span(self._path, mark.line + self._line, mark.column + 1)

    def _broken(self, span: Span, message: str, hint: str) -> bool:
        self._diagnostics.error(Code.YAML_BROKEN, message, span, hint)
        return False


class _OpenSequence:
    """A sequence whose end is still to come."""

    def __init__(self, span: Span) -> None:
        self.span = span
        self.items: list[Node] = []

    def add(self, node: Node, diagnostics: Diagnostics) -> None:
        self.items.append(node)

    def node(self) -> Node:
        return Sequence(tuple(self.items), self.span)


class _OpenMapping:
    """A mapping whose end is still to come; keys and values arrive by turns."""

    def __init__(self, span: Span) -> None:
        self.span = span
        self._entries: dict[str, tuple[Span, Node]] = {}
        self._key: Scalar | None = None

    def wants_key(self) -> bool:
        return self._key is None

    def add(self, node: Node, diagnostics: Diagnostics) -> None:
        key = self._key
        if key is None:
            # `_open` lets no collection stand as a key.
            self._key = node if isinstance(node, Scalar) else None
            return
        self._key = None
        first = self._entries.setdefault(key.text, (key.span, node))
        if first[0] is not key.span:
            diagnostics.error(
                Code.DUPLICATE_KEY,
                f"the key `{key.text}` is given twice",
                key.span,
                f"the other one is at {first[0]}; keep one of them",
            )

    def node(self) -> Node:
        return Mapping(self._entries, self.span)


_UNCLOSED = ("did not find expected ',' or ']'", "did not find expected ',' or '}'")
_PLAIN = {
    "mapping values are not allowed in this context": (
        "a colon stands where no key is expected",
        "indent the line as the ones around it, or quote the text if the colon belongs to it",
    ),
    "found unexpected end of stream": ("a quotation mark is not closed", "close it"),
    "could not find expected ':'": (
        "a key without a colon",
        "write `key: value`, or indent the line if it continues the one above",
    ),
    "did not find expected ',' or ']'": ("a list in brackets is not closed", "add `]`, or a comma between its items"),
    "did not find expected ',' or '}'": (
        "a mapping in braces is not closed",
        "add `}`, or a comma between its entries",
    ),
    "did not find expected key": ("a key is expected here", "check the indentation of this line and the one above"),
    "did not find expected '-' indicator": (
        "a list's item is expected here",
        "check the indentation of this line and the one above",
    ),
    "found character that cannot start any token": (
        "a value cannot begin with this character",
        "indent by spaces, not tabs, and quote a text that begins with %, @ or a backtick",
    ),
}


def _spoken(problem: str) -> str:
    return _PLAIN[problem][0] if problem in _PLAIN else problem


def _hint(problem: str) -> str:
    return _PLAIN[problem][1] if problem in _PLAIN else "check the indentation, the quotation marks and the colons"
