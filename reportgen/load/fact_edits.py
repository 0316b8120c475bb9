"""Revised values to edits of a KPI file: each number in its own place, comments, order and digits as they were.

The file is never written out from what was read of it. What has been edited is read again, and must say what was
meant: where it does not, such as for a value with escapes or a range, it is a finding and the file stays.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table
from datetime import date
from decimal import Decimal, InvalidOperation

from reportgen.diagnostics import Code, Diagnostics
from reportgen.load.text_edits import Edit, Places, edited
from reportgen.load.yaml_nodes import Mapping, Node, Scalar, parse_yaml
from reportgen.model.dataset import Source
from reportgen.model.incoming import Revision

_PLAIN = re.compile(r"[A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff .()/-]*[\w\u4e00-\u9fff).]")


class _NotEditableError(Exception):
    """A value is written in a way that cannot be changed in place."""


def revised_text(
    raw: str, path: str, revisions: Iterable[Revision], starts: Table[str, date], diagnostics: Diagnostics
) -> str:
    """Return a KPI file's text, its line ends as they are, with values revised.

    ``starts`` says when each period begins: new values stand in that order. NOT_EDITABLE where a value cannot be
    changed in place; the others are.
    """
    wanted = list(revisions)
    text = _revised(raw, path, wanted, starts)
    return _one_by_one(raw, path, wanted, starts, diagnostics) if text is None else text


def _one_by_one(
    raw: str, path: str, revisions: Iterable[Revision], starts: Table[str, date], diagnostics: Diagnostics
) -> str:
    """Revise values one after the other, where they are in each other's way or one of them cannot be revised."""
    text = raw
    for revision in revisions:
        made = _revised(text, path, [revision], starts)
        if made is None:
            where = revision.old.span if revision.old else None
            message = f"`{revision.indicator}` for `{revision.period}` cannot be changed in place to {revision.new:f}"
            diagnostics.error(Code.NOT_EDITABLE, message, where, "change it in the file by hand, and import again")
        else:
            text = made
    return text


def _revised(text: str, path: str, revisions: list[Revision], starts: Table[str, date]) -> str | None:
    """Return the text with values revised, or ``None`` where that cannot be done in place."""
    root = _parsed(text, path)
    if root is None:
        return None
    places = Places(text)
    try:
        edits = [edit for one in revisions for edit in _Editor(places, one, starts).edits(_indicator(root, one))]
        made = edited(text, edits)
        again = _parsed(made, path)
        return made if all(_says(again, one) for one in revisions) else None
    except (_NotEditableError, KeyError, IndexError):
        return None


def _parsed(text: str, path: str) -> Mapping | None:
    found = Diagnostics()
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    node = parse_yaml(plain, path, found)
    return node if isinstance(node, Mapping) and not found.failed else None


def _indicator(root: Mapping, revision: Revision) -> Mapping:
    return _mapping(_mapping(root.entries["indicators"][1]).entries[revision.indicator][1])


def _mapping(node: Node) -> Mapping:
    if not isinstance(node, Mapping):
        raise _NotEditableError
    return node


def _says(root: Mapping | None, revision: Revision) -> bool:
    """Tell whether an edited file says what was meant."""
    if root is None:
        return False
    node = _mapping(_indicator(root, revision).entries["values"][1]).entries[revision.period][1]
    fields = node.entries if isinstance(node, Mapping) else {}
    value = fields["value"][1] if "value" in fields else node
    try:
        right = isinstance(value, Scalar) and Decimal(value.text) == revision.new and value.text == f"{revision.new:f}"
    except InvalidOperation:
        return False
    if not right or revision.source is None:
        return right
    document = _mapping(fields["source"][1]).entries["document"][1]
    return isinstance(document, Scalar) and document.text == revision.source.document


class _Editor:
    """Makes the edits of one revision."""

    def __init__(self, places: Places, revision: Revision, starts: Table[str, date]) -> None:
        self._places = places
        self._revision = revision
        self._starts = starts

    def edits(self, indicator: Mapping) -> Iterator[Edit]:
        """Yield the edits, given the indicator's node."""
        if "values" not in indicator.entries:
            yield self._new_values(indicator)
            return
        values = _mapping(indicator.entries["values"][1])
        if self._revision.period not in values.entries:
            yield self._new_value(values)
            return
        node = values.entries[self._revision.period][1]
        match node:
            case Scalar():
                yield self._over(node, self._fact() if self._revision.source else f"{self._revision.new:f}")
            case Mapping():
                yield from self._detailed(node)
            case _:
                raise _NotEditableError

    def _detailed(self, node: Mapping) -> Iterator[Edit]:
        """Yield the edits of a value that stands with its qualifier, note, source."""
        if list(node.entries) == ["none"] and self._is_flow(node):
            start = self._places.offset(node.span)
            yield Edit(start, self._end(start) + 1, self._fact())
            return
        name = next((key for key in ("value", "none") if key in node.entries), "")
        if not name:
            raise _NotEditableError  # a range: which end is meant nobody can tell
        key, scalar = node.entries[name]
        if not isinstance(scalar, Scalar):
            raise _NotEditableError
        if name == "none":
            start = self._places.offset(key)
            yield Edit(start, self._outside(scalar)[1], f"value: {self._revision.new:f}")
        else:
            yield self._over(scalar, f"{self._revision.new:f}")
        if self._revision.source is not None:
            yield self._source(node, self._outside(scalar)[1], key.column)

    def _source(self, node: Mapping, after: int, column: int) -> Edit:
        """Return the edit that names a value's source: in place of the one it has, or behind the value."""
        text = _source_text(self._revision.source)
        if "source" in node.entries:
            old = _mapping(node.entries["source"][1])
            start = self._places.offset(old.span)
            if not self._is_flow(old):
                raise _NotEditableError
            return Edit(start, self._end(start) + 1, text)
        if self._is_flow(node):
            return Edit(after, after, f", source: {text}")
        return self._line_behind(after, column, f"source: {text}")

    def _new_value(self, values: Mapping) -> Edit:
        """Return the insertion of a period, before the first one that begins later, or at the end."""
        entry = f"{self._revision.period}: {self._fact()}"
        begin = self._starts[self._revision.period]
        keys = [(period, key) for period, (key, _) in values.entries.items()]
        later = next((key for period, key in keys if self._starts.get(period, date.min) > begin), None)
        flow = self._is_flow(values)
        if later is not None:
            at = self._places.offset(later)
            separator = ", " if flow else self._break(later.column)
            return Edit(at, at, entry + separator)
        if flow:
            at = self._places.before(self._end(self._places.offset(values.span)))
            return Edit(at, at, f", {entry}" if keys else entry)
        _, last = values.entries[keys[-1][0]]
        return self._line_behind(self._last_offset(last), keys[-1][1].column, entry)

    def _new_values(self, indicator: Mapping) -> Edit:
        """Return the insertion of `values` behind the indicator's unit."""
        key, unit = indicator.entries["unit"]
        after = self._outside(unit)[1]
        entry = f"values: {{{self._revision.period}: {self._fact()}}}"
        if self._is_flow(indicator):
            return Edit(after, after, f", {entry}")
        return self._line_behind(after, key.column, entry)

    def _fact(self) -> str:
        number = f"{self._revision.new:f}"
        source = self._revision.source
        return f"{{value: {number}, source: {_source_text(source)}}}" if source else number

    def _over(self, scalar: Scalar, text: str) -> Edit:
        """Return the replacement of a scalar, without its quotation marks if it has any."""
        start, end = self._outside(scalar)
        return Edit(start, end, text)

    def _outside(self, node: Node) -> tuple[int, int]:
        """Return where a scalar begins and ends in its file, quotation marks included."""
        if not isinstance(node, Scalar):
            raise _NotEditableError
        start = self._places.offset(node.span)
        end = start + len(node.text)
        return (start, end) if node.plain else (start - 1, end + 1)

    def _is_flow(self, node: Mapping) -> bool:
        return self._places.text.startswith("{", self._places.offset(node.span))

    def _end(self, start: int) -> int:
        end = self._places.closing(start)
        if end < 0:
            raise _NotEditableError
        return end

    def _last_offset(self, node: Node) -> int:
        """Return an offset in the last line of a node."""
        match node:
            case Scalar():
                return self._outside(node)[1]
            case Mapping() if not self._is_flow(node):
                return self._last_offset(list(node.entries.values())[-1][1])
            case _:
                return self._end(self._places.offset(node.span))

    def _line_behind(self, offset: int, column: int, text: str) -> Edit:
        at = self._places.line_end(offset)
        return Edit(at, at, self._break(column) + text)

    def _break(self, column: int) -> str:
        return self._places.line_break + " " * (column - 1)


def _source_text(source: Source | None) -> str:
    document = source.document if source else ""
    return f"{{document: {document if _PLAIN.fullmatch(document) else json.dumps(document, ensure_ascii=False)}}}"
