"""What an index is asked: each check's whole text, and what it lets pass."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Span, show
from reportgen.i18n.boilerplate import explains_nothing
from reportgen.model.dataset import Absent, Answer, Dataset, Fact, Indicator, Mark, Reason
from reportgen.model.dataset import Kind as DataKind
from reportgen.model.index import Answer as Place
from reportgen.model.index import (
    Component,
    Explanation,
    Framework,
    IndexRow,
    Kind,
    Marked,
    Obligation,
    Office,
    PlaceKind,
    Provision,
)
from reportgen.model.locale import LOCALES
from reportgen.model.project import Company, Listing, Period, Project
from reportgen.model.words import Words
from reportgen.transform.index_checks import check_index
from reportgen.transform.index_checks.explanations import empty_explanations
from reportgen.transform.index_checks.seen import Seen

HERE = Span("content/sections/board.md", 4, 20, 4)
THERE = Span("content/kpis/a.yaml", 6)
OFFICE = Span("content/indices/hkex_2023.yaml", 9)
NAME = Words("Harbour Light", THERE)
ENGLISH = LOCALES["en"]


def period(id: str, year: int) -> Period:
    return Period(id, str(year), date(year, 1, 1), date(year, 12, 31), THERE)


PERIODS = {id: period(id, year) for id, year in (("current", 2023), ("prior", 2022), ("y2023", 2023), ("next", 2024))}
PROJECT = Project(
    root=Path("/nowhere"),
    id="harbour",
    title=NAME,
    short_title=NAME,
    company=Company(NAME, NAME, NAME, NAME, ()),
    periods=PERIODS,
    source=ENGLISH,
    locales=(ENGLISH,),
    prevails=ENGLISH,
    frameworks={"hkex_2023": Span("content/report.yaml", 9, 14, 4)},
    chapters=(),
    span=Span("content/report.yaml"),
    listing=Listing(frozenset({"hkex_main"})),
    known_frameworks=("hkex_2023", "hkex_2025"),
)
NO_OFFICE = Office()
PROVISION = Provision("A2.1", {}, {}, {}, {}, (), verified=True)


def indicator(id: str, unit: str = "MWh", dimension: str = "", *periods: str) -> Indicator:
    facts = {each: Fact(id, each, Absent(Reason.NOT_AVAILABLE), THERE) for each in periods}
    return Indicator(id, NAME, unit, DataKind.FLOW, THERE, dimension=dimension, facts=facts)


def check(
    provision: Provision,
    indicators: Iterable[Indicator] = (),
    components: Iterable[str] = ("",),
    office: Office = NO_OFFICE,
    framework: Framework | None = None,
    project: Project = PROJECT,
) -> list[Diagnostic]:
    known = {each.id: each for each in indicators}
    place = Place("energy", "energy", PlaceKind.TABLE)
    marks = [Marked(Mark("hkex_2023", "A2.1", HERE, part), place) for part in components]
    marks += [Marked(Mark("hkex_2023", "A2.1", THERE), place, id) for id in known]
    row = IndexRow(
        provision, Obligation.COMPLY_OR_EXPLAIN, (place,), None, confirmed=provision.verified, marks=tuple(marks)
    )
    seen = Seen(Dataset({}, known, {}, {}, {}), project)
    return list(check_index([row], framework or Framework("hkex_2023", {}, (provision,)), office, seen))


def shown(*arguments: object, **named: object) -> str:
    return "\n".join(map(show, check(*arguments, **named)))  # type: ignore[arg-type]


def test_numbers_asked_for_and_words_given() -> None:
    assert shown(replace(PROVISION, kind=Kind.QUANTITATIVE)) == (
        "warning[quantity-in-words]: `A2.1` asks for numbers, and only words are marked with it\n"
        "  --> content/sections/board.md:4:20\n"
        "  = hint: mark the indicator too: `discloses: {hkex_2023: [A2.1]}` in content/kpis"
    )
    assert shown(replace(PROVISION, kind=Kind.QUANTITATIVE), [indicator("energy")]) == ""
    assert shown(replace(PROVISION, kind=Kind.BOTH)) == ""


def test_parts_left_out() -> None:
    board = replace(PROVISION, components=tuple(Component(id, {}) for id in ("oversight", "approach", "progress")))
    assert shown(board, (), ("oversight",)) == (
        "warning[component-missing]: the marks of `A2.1` leave out `approach`, `progress`\n"
        "  --> content/sections/board.md:4:20\n"
        "  = hint: mark where it is disclosed with `A2.1/approach`"
    )
    assert shown(board, (), ("oversight", "approach", "progress")) == ""
    assert shown(board, (), ("",)) == ""


def test_a_unit_that_is_not_asked_for() -> None:
    energy = replace(PROVISION, units=("MWh", "kWh"))
    assert shown(energy, [indicator("energy", "GJ")]) == (
        "warning[unit-not-asked]: `energy` is in `GJ`, and `A2.1` asks for `MWh` or `kWh`\n"
        "  --> content/kpis/a.yaml:6:1\n"
        "  = hint: give it in `MWh` or `kWh`, or take the mark away"
    )
    assert shown(energy, [indicator("energy"), indicator("intensity", "MWh/RMBm")]) == ""


def test_years_that_are_missing() -> None:
    three = replace(PROVISION, years=3)
    project = replace(PROJECT, periods={**PERIODS, "prior2": period("prior2", 2021)})
    one = indicator("deaths", "person", "", "current", "prior")
    assert shown(three, [one], project=project) == (
        "warning[years-missing]: `A2.1` asks for 3 years, and `deaths` has no value for 2021\n"
        "  --> content/kpis/a.yaml:6:1\n"
        "  = hint: add the values, or say `{none: not_available}`"
    )
    assert shown(three, [one]) == (
        "warning[years-missing]: `A2.1` asks for 3 years, and the report knows 2\n"
        "  --> content/kpis/a.yaml:6:1\n"
        "  = hint: declare the periods in content/report.yaml"
    )
    whole = indicator("deaths", "person", "", "y2023", "prior", "prior2")
    assert shown(three, [whole], project=project) == ""


def test_breakdowns_that_are_missing() -> None:
    staff = replace(PROVISION, breakdowns=("gender", "age", "region"))
    women = indicator("women", "person", "gender")
    assert shown(staff, [women]) == (
        "warning[breakdown-missing]: `A2.1` asks for data by `age`, `region`, and no indicator marked with it has that"
        " `dimension`\n"
        "  --> content/sections/board.md:4:20\n"
        "  = hint: mark the indicators with `dimension: age` too"
    )
    others = [indicator("young", "person", "age"), indicator("north", "person", "region")]
    assert shown(staff, [women, *others]) == ""


def test_the_office_answers_and_an_answer_to_nothing_is_reported() -> None:
    energy = replace(PROVISION, units=("MWh",))
    reason = Answer("The grid reports in gigajoules.", OFFICE)
    answered = check(energy, [indicator("energy", "GJ")], office=Office(answers={"A2.1": {"unit-not-asked": reason}}))
    assert [found.answer for found in answered] == ["The grid reports in gigajoules."]
    assert shown(energy, [indicator("energy")], office=Office(answers={"A2.1": {"unit-not-asked": reason}})) == (
        "warning[unused-answer]: there is no finding `unit-not-asked` that `A2.1` could answer\n"
        "  --> content/indices/hkex_2023.yaml:9:1\n"
        "  = hint: remove the answer"
    )


def test_what_nobody_compared_with_the_framework_is_listed() -> None:
    assert shown(replace(PROVISION, verified=False)) == (
        "warning[unconfirmed]: 1 provisions of `hkex_2023` are to be confirmed: `A2.1`\n"
        "  = hint: compare them with the framework's own text, then name them under `confirmed` in "
        "`content/indices/hkex_2023.yaml`"
    )


def test_a_framework_of_another_year_or_for_other_issuers() -> None:
    old = Framework("hkex_2023", {}, (), end=date(2024, 12, 31), boards=frozenset({"hkex_main", "hkex_gem"}))
    assert shown(PROVISION, framework=old) == ""
    later = replace(PROJECT, periods={"current": period("current", 2025)}, listing=Listing(frozenset({"nasdaq"})))
    assert shown(PROVISION, framework=old, project=later) == (
        "warning[wrong-version]: `hkex_2023` is not for financial years that begin on 2025-01-01\n"
        "  --> content/report.yaml:9:14\n"
        "  = hint: write `hkex`, which is `hkex_2025` for this year\n"
        "warning[wrong-version]: `hkex_2023` is for issuers of `hkex_gem`, `hkex_main`, and the report's `listing` has"
        " none of them\n"
        "  --> content/report.yaml:9:14\n"
        "  = hint: correct `boards` under `listing`, or take it out"
    )


def test_what_links_lend_is_not_held_against_the_framework() -> None:
    place = Place("energy", "energy")
    row = IndexRow(
        replace(PROVISION, kind=Kind.QUANTITATIVE),
        Obligation.VOLUNTARY,
        (place,),
        None,
        marks=(Marked(Mark("gri", "302-1", HERE), place),),
        linked=True,
    )
    seen = Seen(Dataset({}, {}, {}, {}, {}), PROJECT)
    assert list(check_index([row], Framework("hkex_2023", {}, ()), Office(), seen)) == []


def test_an_explanation_without_a_reason_is_an_error() -> None:
    explanation = Explanation("hkex_2023", "A2.5", "not_applicable", Words("Not material.", OFFICE), OFFICE)
    row = IndexRow(PROVISION, Obligation.COMPLY_OR_EXPLAIN, (), explanation)
    found = empty_explanations([row], lambda domain, words: words)
    assert [show(each) for each in found] == [
        "error[empty-explanation]: the explanation of `A2.1` gives no reason: “Not material.”\n"
        "  --> content/indices/hkex_2023.yaml:9:1\n"
        "  = hint: say in a sentence why it does not apply, or why it is not disclosed and when it will be"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " – ",
        "N/A",
        "n/a.",
        "Not applicable",
        "Not material to the Group.",
        "This KPI is not applicable to us",
        "Immaterial",
        "Nil",
        "No data available",
        "不适用",
        "不适用于本集团。",
        "对本公司不重大",
        "暂无数据",
        "待定",
        "無",
    ],
)
def test_these_explain_nothing(text: str) -> None:
    assert explains_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "We make no physical products.",
        "Not applicable: we make no physical products.",
        "The data are not available before 2025, when meters are installed.",
        "本公司不生产实体产品。",
        "不适用：本公司不生产实体产品，无包装材料。",
        "None of our suppliers is in that region.",
    ],
)
def test_these_give_a_reason(text: str) -> None:
    assert not explains_nothing(text)
