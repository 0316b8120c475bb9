"""Provisions are answered by marks, by what tables and prose print, by links, or explained, or reported."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from reportgen.diagnostics import Diagnostics, Span, show
from reportgen.model.block import Block, Directive, Heading, Paragraph, Section
from reportgen.model.dataset import Dataset, Indicator, Kind, Mark, RowOf, TableOf
from reportgen.model.index import (
    ALL,
    Answer,
    Component,
    Duty,
    Explanation,
    Framework,
    IndexRow,
    Obligation,
    Office,
    PlaceKind,
    Provision,
)
from reportgen.model.inline import Ref, Text
from reportgen.model.locale import LOCALES
from reportgen.model.project import Company, Period, Project
from reportgen.model.words import Words
from reportgen.transform.disclose import check_codes, check_rows, disclose
from reportgen.transform.marked import marked_places

HERE = Span("content/sections/a.md", 4)
THERE = Span("content/kpis/a.yaml", 6)
NAME = Words("Harbour Light", HERE)
ENGLISH = LOCALES["en"]
YEAR = Period("current", "2023", date(2023, 1, 1), date(2023, 12, 31), HERE)
PROJECT = Project(
    root=Path("/nowhere"),
    id="harbour",
    title=NAME,
    short_title=NAME,
    company=Company(NAME, NAME, NAME, NAME, ()),
    periods={"current": YEAR},
    source=ENGLISH,
    locales=(ENGLISH,),
    prevails=ENGLISH,
    frameworks={"hkex": HERE},
    chapters=(),
    span=HERE,
)
OWED = (Duty(Obligation.COMPLY_OR_EXPLAIN),)
AIR = Answer("air", "air")
TABLE = Answer("ghg", "air", PlaceKind.TABLE)


def provision(code: str, *links: tuple[str, str], duties: tuple[Duty, ...] = OWED, parts: str = "") -> Provision:
    components = tuple(Component(part, {"en": part}) for part in parts.split())
    words = {"en": code}
    return Provision(code, words, words, words, {}, duties, True, components=components, links=links)


FRAMEWORK = Framework("hkex", {"en": "Guide"}, (provision("A1.1"), provision("A1.2"), provision("A2.5")))


def dataset(*codes: str) -> Dataset:
    marks = tuple(Mark("hkex", code, THERE) for code in codes)
    scope2 = Indicator("scope2", Words("Scope 2", THERE), "t", Kind.FLOW, THERE, discloses=marks)
    table = TableOf("ghg", None, ("name",), (RowOf("scope2", THERE),), THERE)
    return Dataset({}, {"scope2": scope2}, {}, {}, {"ghg": table})


def section(*blocks: Block, marks: tuple[str, ...] = ()) -> Section:
    own = tuple(Mark("hkex", code, HERE) for code in marks)
    return Section("air", Heading(2, (Text("Air"),), "air", HERE, own), blocks, (), HERE)


def explained(code: str, kind: str = "not_applicable") -> dict[str, Office]:
    explanation = Explanation("hkex", code, kind, Words("We make nothing.", HERE), HERE)
    return {"hkex": Office({code: explanation})}


def rows(
    held: Section,
    data: Dataset,
    offices: dict[str, Office],
    found: Diagnostics,
    framework: Framework = FRAMEWORK,
) -> tuple[IndexRow, ...]:
    marked = marked_places([held], data, {})
    made = disclose(marked, framework, offices, PROJECT)
    check_codes(marked, framework, offices.get(framework.id, Office()), found)
    check_rows(made, framework, found)
    return made


STATISTICS = Directive("statistics", "ghg", {}, {}, (), (), HERE)


def test_a_mark_and_a_printed_indicator_answer_and_an_explanation_stands_in() -> None:
    found = Diagnostics()
    below = Heading(3, (Text("Stacks"),), "stacks", HERE, (Mark("hkex", "A1.1", HERE),))
    made = rows(section(below, STATISTICS, marks=("A1.1",)), dataset("A1.2"), explained("A2.5"), found)
    assert [row.answers for row in made] == [(AIR, Answer("stacks", "air", PlaceKind.HEADING)), (TABLE,), ()]
    assert made[2].explanation is not None
    assert not list(found)


def test_prose_answers_for_an_indicator_that_no_table_prints() -> None:
    prose = Paragraph((Text("It was "), Ref("scope2", "", "", HERE)), HERE)
    stacks = Heading(3, (Text("Stacks"),), "stacks", HERE)
    alone = rows(section(stacks, prose), dataset("A1.2"), {}, Diagnostics())
    assert alone[1].answers == (Answer("stacks", "air", PlaceKind.HEADING),)
    both = rows(section(stacks, prose, STATISTICS), dataset("A1.2"), {}, Diagnostics())
    assert both[1].answers == (TABLE,)


LINKED = Framework(
    "gri",
    {"en": "GRI"},
    (
        provision("305-1", ("hkex", "A1.2"), duties=()),
        provision("301-1", ("hkex", "A2.5"), duties=()),
        provision("2-1", duties=()),
    ),
)


def test_marks_fill_what_is_linked_with_them_one_step_far() -> None:
    found = Diagnostics()
    made = rows(section(STATISTICS), dataset("A1.2"), explained("A2.5"), found, LINKED)
    assert [(row.answers, row.linked) for row in made] == [((TABLE,), True), ((), False), ((), False)]
    assert made[1].explanation == explained("A2.5")["hkex"].explanations["A2.5"]
    assert {row.obligation for row in made} == {Obligation.VOLUNTARY}
    assert not list(found)


def test_own_marks_and_explanations_go_before_links() -> None:
    own = Section("air", Heading(2, (), "air", HERE, (Mark("gri", "305-1", HERE),)), (STATISTICS,), (), HERE)
    assert rows(own, dataset("A1.2"), {}, Diagnostics(), LINKED)[0].answers == (AIR,)
    reason = Explanation("gri", "305-1", "not_disclosed", Words("Next year.", HERE), HERE)
    row = rows(section(STATISTICS), dataset("A1.2"), {"gri": Office({"305-1": reason})}, Diagnostics(), LINKED)[0]
    assert (row.answers, row.explanation) == ((), reason)


def test_the_office_confirms_what_the_tool_s_makers_could_not() -> None:
    unsure = Framework("hkex", {"en": "Code"}, (Provision("D.1", {}, {}, {}, {}, (), False),))
    for confirmed, sure in ((frozenset[str](), False), (frozenset({"D.1"}), True), (frozenset({ALL}), True)):
        made = disclose((), unsure, {"hkex": Office(confirmed=confirmed)}, PROJECT)
        assert made[0].confirmed is sure


def test_what_is_neither_marked_nor_explained_and_what_names_nothing_is_reported() -> None:
    found = Diagnostics()
    rows(section(marks=("A1.1", "A6.1")), dataset(), explained("A2.5"), found)
    assert [show(d) for d in found] == [
        "error[provision-unanswered]: provision `A1.2` of `hkex` (comply or explain) is neither disclosed nor"
        " explained\n"
        "  = hint: mark a section `discloses: {hkex: [A1.2]}`, or explain it in `content/indices/hkex.yaml`",
        "error[unknown-provision]: `hkex` has no provision `A6.1`\n"
        "  --> content/sections/a.md:4:1\n"
        "  = hint: did you mean `A1.1`?",
    ]


def test_a_wrong_letter_is_seen() -> None:
    found = Diagnostics()
    goods = Framework("hkex", {"en": "Guide"}, (provision("A1.1"), provision("A6.2"), provision("B6.1")))
    rows(section(marks=("A1.1", "A6.2", "B6.1", "A6.1")), dataset(), {}, found, goods)
    assert [finding.hint for finding in found] == ["did you mean `B6.1`?"]


def test_a_part_that_the_provision_has_not_is_reported() -> None:
    found = Diagnostics()
    board = Framework("hkex", {"en": "Guide"}, (provision("B.13", parts="oversight approach"),))
    own = (Mark("hkex", "B.13", HERE, "oversigt"), Mark("hkex", "B.13", HERE, "oversight"))
    rows(Section("air", Heading(2, (), "air", HERE, own), (), (), HERE), dataset(), {}, found, board)
    assert [show(d) for d in found] == [
        "error[unknown-provision]: the provision `B.13` has no part `oversigt`\n"
        "  --> content/sections/a.md:4:1\n"
        "  = hint: did you mean `oversight`?"
    ]


def test_an_explanation_for_what_is_disclosed_is_questioned() -> None:
    found = Diagnostics()
    rows(section(marks=("A1.1", "A1.2", "A2.5")), dataset(), explained("A2.5"), found)
    assert [show(d) for d in found] == [
        "warning[provision-contradicted]: provision `A2.5` is explained as not applicable, but `#air` discloses it\n"
        "  --> content/sections/a.md:4:1\n"
        "  = hint: remove the explanation or the mark"
    ]
