"""What templates see of a table: units asked for, targets and pledges."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from reportgen.diagnostics import Span
from reportgen.load.units import load_units
from reportgen.model.dataset import (
    Dataset,
    Exact,
    Fact,
    Indicator,
    Kind,
    Mark,
    Operator,
    Pledge,
    PledgeRow,
    RowOf,
    TableOf,
    Target,
)
from reportgen.model.locale import LOCALES
from reportgen.model.words import Words
from reportgen.transform.view_tables import TableView, achieved, view_table

HERE = Span("content/kpis/a.yaml", 1, 1)


def energy(value: str = "82274.99", target: Target | None = None) -> Indicator:
    facts = {period: Fact("energy", period, Exact(Decimal(value)), HERE) for period in ("prior", "current")}
    targets = {"current": target} if target else {}
    return Indicator("energy", Words("Energy", HERE), "MWh", Kind.FLOW, HERE, facts=facts, targets=targets)


def aim(operator: Operator, value: str, high: str = "") -> Target:
    return Target("energy", "current", operator, Decimal(value), HERE, Decimal(high) if high else None)


def seen(table: TableOf, indicator: Indicator, locale: str = "en", **pledges: Pledge) -> TableView:
    dataset = Dataset(load_units(), {"energy": indicator}, {}, pledges, {})
    return view_table(table, dataset, LOCALES[locale], lambda domain, words: words)


def table(*columns: str, unit: str = "") -> TableOf:
    return TableOf("energy", None, columns, (RowOf("energy", HERE, unit=unit),), HERE)


def test_a_row_in_another_unit() -> None:
    view = seen(table("name", "unit", "current", unit="GWh"), energy(target=aim(Operator.AT_MOST, "90000")))
    row = view.rows[0]
    assert row.unit.text == "GWh"
    assert row.references["current"].text == "{energy.in_gwh}"
    assert row.references["prior"].text == "{energy[prior].in_gwh}"
    assert row.targets["current"].text == "{energy[current].target_as_gwh}"


def test_a_row_that_answers_a_provision_has_an_anchor_once() -> None:
    marked = replace(energy(), discloses=(Mark("hkex", "A2.1", HERE),))
    twice = replace(table("name", "current"), rows=(RowOf("energy", HERE), RowOf("energy", HERE, unit="GWh")))
    assert [row.anchor for row in seen(twice, marked).rows] == ["energy--energy", ""]
    assert [row.anchor for row in seen(twice, energy()).rows] == ["", ""]


def test_a_column_in_another_unit_stands_beside_the_own_one() -> None:
    view = seen(table("name", "unit", "current", "current:1000kWh", "current:tce"), energy(), "zh_Hans")
    assert [column.label.text for column in view.columns[2:]] == [
        "{current}",
        "{current} (千个千瓦时)",
        "{current} (吨标准煤)",
    ]
    assert [column.setting for column in view.columns] == ["text", "unit", "current", "current", "current"]
    references = view.rows[0].references
    assert [references[column.key].text for column in view.columns[2:]] == [
        "{energy.value}",
        "{energy.in_1000kwh}",
        "{energy.in_tce}",
    ]


@pytest.mark.parametrize(
    ("target", "met"),
    [
        (aim(Operator.AT_MOST, "1.4"), True),
        (aim(Operator.AT_MOST, "1.36"), False),
        (aim(Operator.AT_LEAST, "1.362"), True),
        (aim(Operator.AT_LEAST, "1.4"), False),
        (aim(Operator.BETWEEN, "1.2", "1.362"), True),
        (aim(Operator.BETWEEN, "1.37", "1.4"), False),
        (None, None),
    ],
)
def test_a_target_is_held_against_the_exact_value(target: Target | None, met: bool | None) -> None:
    assert achieved(energy("1.362", target)) is met


def test_a_pledge_shows_its_year_and_status() -> None:
    pledge = Pledge("neutral", Words("Neutral", HERE), None, None, HERE, by="2030")
    shape = replace(table("pledge", "by", "progress"), rows=(PledgeRow("neutral", HERE),))
    row = seen(shape, energy(), neutral=pledge).rows[0]
    assert (row.name.text, row.by, row.achieved) == ("Neutral", "2030", None)
