"""The vocabulary of validation: what the keys of a mapping must hold.

A `Fields` reads one mapping. It reports unknown keys when made, and whatever else is wrong when a key is asked for;
it always answers, with a stand-in where the file has nothing usable, so that all faults are found in one run.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeVar

from reportgen.diagnostics import Code, Diagnostics, Span, suggest
from reportgen.load.values import choice_of, date_of, decimal_of, kind_of, member_of, one_of, text_of
from reportgen.load.yaml_nodes import Mapping, Node, Scalar, Sequence, words_of
from reportgen.model.words import Words

E = TypeVar("E", bound=Enum)
V = TypeVar("V")


class Fields:
    """The keys of a mapping, called ``what`` in messages; only ``known`` keys may be in it."""

    def __init__(self, node: Mapping, what: str, known: frozenset[str], diagnostics: Diagnostics) -> None:
        self.span = node.span
        self.diagnostics = diagnostics
        self._entries = node.entries
        self._what = what
        for key in node.entries.keys() - known:
            self._unknown(key, known)

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def node(self, key: str) -> Node | None:
        """Return a key's node, or ``None``."""
        entry = self._entries.get(key)
        return entry[1] if entry else None

    def place(self, key: str) -> Span:
        """Return a key's place, or the mapping's where the key is missing."""
        entry = self._entries.get(key)
        return entry[0] if entry else self.span

    def value_place(self, key: str) -> Span:
        """Return the place of a key's value, or the mapping's where the key is missing."""
        entry = self._entries.get(key)
        return entry[1].span if entry else self.span

    def needed(self, key: str) -> Node | None:
        """Return a key's node; MISSING_KEY where it is missing."""
        node = self.node(key)
        if node is None:
            message = f"{self._what} needs the key `{key}`"
            self.diagnostics.error(Code.MISSING_KEY, message, self.span, f"add `{key}: ...`")
        return node

    def text(self, key: str) -> str:
        """Return a key's text, empty where it is missing."""
        node = self.node(key)
        return "" if node is None else text_of(node, self.diagnostics, f"`{key}` as text") or ""

    def needed_text(self, key: str) -> str:
        """Return a key's text, which must be there."""
        return "" if self.needed(key) is None else self.text(key)

    def words(self, key: str) -> Words | None:
        """Return a key's words, or ``None`` where it is missing."""
        node = self.node(key)
        return None if node is None else words_in(node, key, self.diagnostics)

    def needed_words(self, key: str) -> Words:
        """Return a key's words, which must be there; empty ones stand in."""
        node = self.needed(key)
        words = None if node is None else words_in(node, key, self.diagnostics)
        return words or Words("", self.place(key))

    def decimal(self, key: str) -> Decimal | None:
        """Return a key's exact number."""
        node = self.node(key)
        return None if node is None else decimal_of(node, self.diagnostics)

    def whole(self, key: str) -> int | None:
        """Return a key's whole number from 0 to 20."""
        node = self.node(key)
        value = None if node is None else decimal_of(node, self.diagnostics)
        if value is None or node is None:
            return None
        if value != value.to_integral_value() or not 0 <= value <= 20:
            self.diagnostics.error(
                Code.WRONG_VALUE, f"expected a whole number from 0 to 20, found `{value}`", node.span
            )
            return None
        return int(value)

    def date(self, key: str) -> date:
        """Return a key's date, which must be there."""
        node = self.needed(key)
        return (None if node is None else date_of(node, self.diagnostics)) or date.min

    def choice(self, key: str, choices: Table[str, V], default: V) -> V:
        """Return what a key names, or the default."""
        node = self.node(key)
        found = None if node is None else choice_of(node, choices, f"`{key}` as {one_of(choices)}", self.diagnostics)
        return default if found is None else found

    def member(self, key: str, kind: type[E]) -> E | None:
        """Return the member of an enumeration that a key names."""
        node = self.node(key)
        return None if node is None else member_of(node, kind, f"a {key}", self.diagnostics)

    def truth(self, key: str, default: bool) -> bool:
        """Return a key's `true` or `false`."""
        return self.choice(key, {"true": True, "false": False}, default)

    def mapping(self, key: str) -> Mapping:
        """Return a key's mapping; an empty one stands in."""
        node = self.node(key)
        if isinstance(node, Mapping):
            return node
        if node is not None:
            self._wrong(node, f"`{key}` as a mapping")
        return Mapping({}, self.place(key))

    def items(self, key: str) -> tuple[Node, ...]:
        """Return the items of a key's list; none where it is missing."""
        node = self.node(key)
        if isinstance(node, Sequence):
            return node.items
        if node is not None:
            self._wrong(node, f"`{key}` as a list, `[...]`")
        return ()

    def texts(self, key: str) -> Iterator[tuple[str, Span]]:
        """Yield the texts of a key's list, each with its place."""
        for item in self.items(key):
            text = text_of(item, self.diagnostics, f"`{key}` as a list of texts")
            if text is not None:
                yield text, item.span

    def _wrong(self, node: Node, expected: str) -> None:
        self.diagnostics.error(Code.WRONG_VALUE, f"expected {expected}, found {kind_of(node)}", node.span)

    def _unknown(self, key: str, known: frozenset[str]) -> None:
        hint = suggest(key, known) or f"it may have {one_of(dict.fromkeys(sorted(known)))}"
        self.diagnostics.error(Code.UNKNOWN_KEY, f"{self._what} has no key `{key}`", self.place(key), hint)


def words_in(node: Node, key: str, diagnostics: Diagnostics) -> Words | None:
    """Return a node's words, or ``None`` with WRONG_VALUE where it has none."""
    if isinstance(node, Scalar) and node.text.strip():
        return words_of(node)
    diagnostics.error(Code.WRONG_VALUE, f"expected `{key}` as words, found {kind_of(node)}", node.span)
    return None


def mapping_at(node: Node, what: str, diagnostics: Diagnostics) -> Mapping | None:
    """Return a node as a mapping, or ``None`` with WRONG_VALUE."""
    if isinstance(node, Mapping):
        return node
    diagnostics.error(Code.WRONG_VALUE, f"expected {what} as a mapping, found {kind_of(node)}", node.span)
    return None


def check_filled(node: Node | None, what: str, hint: str, diagnostics: Diagnostics) -> None:
    """Report a list that has no items (WRONG_VALUE)."""
    if isinstance(node, Sequence) and not node.items:
        diagnostics.error(Code.WRONG_VALUE, f"expected {what}, found an empty list", node.span, hint)
