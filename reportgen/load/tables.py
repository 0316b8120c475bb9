"""The `tables` of a KPI file to `TableOf`s."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Code, Diagnostics, Span, suggest
from reportgen.load.answers import answers_of
from reportgen.load.facts import period_known
from reportgen.load.fields import Fields, mapping_at, words_in
from reportgen.load.units import unit_known
from reportgen.load.values import kind_of, one_of
from reportgen.load.yaml_nodes import Mapping, Node, Scalar, Sequence
from reportgen.model.dataset import GroupOf, PledgeRow, RowOf, TableOf
from reportgen.model.project import Period
from reportgen.model.words import Words

TABLE_KEYS = frozenset("caption layout head columns rows answers".split())
LAYOUTS = ("statistics", "grouped", "targets", "text", "index")
ROLES = ("child", "total", "quiet")

NAMED_COLUMNS = frozenset(("name", "group", "unit", "value", "progress", "pledge", "by"))
ROW_KEYS = frozenset("indicator period name role unit".split())
GROUP_KEYS = frozenset("group rows".split())
PLEDGE_ROW_KEYS = frozenset(("pledge",))


def table_of(id_: str, place: Span, fields: Fields, periods: dict[str, Period]) -> TableOf:
    """Return a table; the indicators and pledges that its rows name are checked when all files are read."""
    fields.needed("columns")
    fields.needed("rows")
    columns = tuple(
        text for text, span in fields.texts("columns") if _column_known(text, span, periods, fields.diagnostics)
    )
    return TableOf(
        id_,
        caption=fields.words("caption"),
        columns=columns,
        rows=tuple(_rows(fields.items("rows"), periods, fields.diagnostics)),
        span=place,
        head=_head(fields, columns),
        layout=fields.choice("layout", {name: name for name in LAYOUTS}, "statistics"),
        answers=answers_of(fields),
    )


def _column_known(name: str, span: Span, periods: dict[str, Period], diagnostics: Diagnostics) -> bool:
    if name in NAMED_COLUMNS or name in periods:
        return True
    kind, _, rest = name.partition(":")
    if kind == "target" and rest:
        return period_known(rest, span, periods, diagnostics)
    if kind in periods:
        return unit_known(rest, span, diagnostics)
    known = {*NAMED_COLUMNS, *periods, *(f"target:{period}" for period in periods)}
    hint = suggest(name, known) or f"a column is {one_of(dict.fromkeys(sorted(known)))}"
    diagnostics.error(Code.WRONG_VALUE, f"unknown column `{name}`", span, hint)
    return False


def _head(fields: Fields, columns: tuple[str, ...]) -> dict[str, Words]:
    head: dict[str, Words] = {}
    for column, (place, node) in fields.mapping("head").entries.items():
        if column not in columns:
            hint = suggest(column, columns) or f"the table's columns are {', '.join(f'`{name}`' for name in columns)}"
            fields.diagnostics.error(Code.UNKNOWN_KEY, f"the table has no column `{column}`", place, hint)
        words = words_in(node, column, fields.diagnostics)
        if words is not None:
            head[column] = words
    return head


def _rows(
    nodes: tuple[Node, ...], periods: dict[str, Period], diagnostics: Diagnostics
) -> Iterator[RowOf | GroupOf | PledgeRow]:
    for node in nodes:
        match node:
            case Mapping(entries={"group": _}):
                yield _group(Fields(node, "a group of rows", GROUP_KEYS, diagnostics), periods)
            case Mapping(entries={"pledge": _}):
                fields = Fields(node, "a pledge's row", PLEDGE_ROW_KEYS, diagnostics)
                yield PledgeRow(fields.text("pledge"), _value_place(fields, "pledge"))
            case _:
                row = _row(node, periods, diagnostics)
                if row is not None:
                    yield row


def _group(fields: Fields, periods: dict[str, Period]) -> GroupOf:
    fields.needed("rows")
    rows = (_row(node, periods, fields.diagnostics) for node in fields.items("rows"))
    return GroupOf(fields.needed_words("group"), tuple(row for row in rows if row is not None), fields.span)


def _row(node: Node, periods: dict[str, Period], diagnostics: Diagnostics) -> RowOf | None:
    if isinstance(node, Scalar) and node.text:
        return RowOf(node.text, node.span)
    if isinstance(node, Sequence | Scalar):
        message = f"expected a row as an indicator's id or a mapping, found {kind_of(node)}"
        diagnostics.error(Code.WRONG_VALUE, message, node.span)
        return None
    mapping = mapping_at(node, "a row", diagnostics)
    if mapping is None:
        return None
    fields = Fields(mapping, "a row", ROW_KEYS, diagnostics)
    period = fields.text("period")
    if period and not period_known(period, _value_place(fields, "period"), periods, diagnostics):
        period = ""
    return RowOf(
        fields.needed_text("indicator"),
        _value_place(fields, "indicator"),
        period,
        fields.words("name"),
        fields.choice("role", {name: name for name in ROLES}, ""),
        _unit(fields),
    )


def _unit(fields: Fields) -> str:
    """Return the unit that a row asks for; whether it suits the indicator is checked when all files are read."""
    code = fields.text("unit")
    return code if code and unit_known(code, _value_place(fields, "unit"), fields.diagnostics) else ""


def _value_place(fields: Fields, key: str) -> Span:
    node = fields.node(key)
    return fields.span if node is None else node.span
