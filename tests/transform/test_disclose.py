"""Provisions are answered by marks and by what tables print, or explained, or reported."""

from __future__ import annotations

from reportgen.diagnostics import Diagnostics, Span, show
from reportgen.model.block import Block, Directive, Heading, Section
from reportgen.model.dataset import Dataset, Indicator, Kind, Mark, RowOf, TableOf
from reportgen.model.index import Answer, Explanation, Framework, Provision
from reportgen.model.inline import Text
from reportgen.model.words import Words
from reportgen.transform.disclose import disclose

HERE = Span("content/sections/a.md", 4)
THERE = Span("content/kpis/a.yaml", 6)


def provision(code: str) -> Provision:
    return Provision(code, {"en": code}, {"en": ""}, {"en": ""}, {"en": ""}, "comply_or_explain", True)


FRAMEWORK = Framework("hkex", {"en": "Guide"}, (provision("A1.1"), provision("A1.2"), provision("A2.5")))


def dataset(*codes: str) -> Dataset:
    marks = tuple(Mark("hkex", code, THERE) for code in codes)
    scope2 = Indicator("scope2", Words("Scope 2", THERE), "t", Kind.FLOW, THERE, discloses=marks)
    table = TableOf("ghg", None, ("name",), (RowOf("scope2", THERE),), THERE)
    return Dataset({}, {"scope2": scope2}, {}, {}, {"ghg": table})


def section(*blocks: Block, marks: tuple[str, ...] = ()) -> Section:
    own = tuple(Mark("hkex", code, HERE) for code in marks)
    return Section("air", Heading(2, (Text("Air"),), "air", HERE, own), blocks, (), HERE)


def explanation(code: str, kind: str = "not_applicable") -> dict[str, Explanation]:
    return {code: Explanation("hkex", code, kind, Words("We make nothing.", HERE), HERE)}


def test_a_mark_and_a_printed_indicator_answer_and_an_explanation_stands_in() -> None:
    found = Diagnostics()
    statistics = Directive("statistics", "ghg", {}, {}, (), (), HERE)
    below = Heading(3, (Text("Stacks"),), "stacks", HERE, (Mark("hkex", "A1.1", HERE),))
    rows = disclose(
        [section(below, statistics, marks=("A1.1",))], dataset("A1.2"), {}, FRAMEWORK, explanation("A2.5"), found
    )
    assert [row.answers for row in rows] == [
        (Answer("air", "air"), Answer("stacks", "air")),
        (Answer("air", "air"),),
        (),
    ]
    assert rows[2].explanation is not None
    assert not list(found)


def test_what_is_neither_marked_nor_explained_and_what_names_nothing_is_reported() -> None:
    found = Diagnostics()
    disclose([section(marks=("A1.1", "A6.1"))], dataset(), {}, FRAMEWORK, explanation("A2.5"), found)
    assert [show(d) for d in found] == [
        "error[provision-unanswered]: provision `A1.2` of `hkex` is neither disclosed nor explained\n"
        "  = hint: mark a section `discloses: {hkex: [A1.2]}`, or explain it in `content/indices/hkex.yaml`",
        "error[unknown-provision]: `hkex` has no provision `A6.1`\n"
        "  --> content/sections/a.md:4:1\n"
        "  = hint: did you mean `A1.1`?",
    ]


def test_an_explanation_for_what_is_disclosed_is_questioned() -> None:
    found = Diagnostics()
    disclose([section(marks=("A1.1", "A1.2", "A2.5"))], dataset(), {}, FRAMEWORK, explanation("A2.5"), found)
    assert [show(d) for d in found] == [
        "warning[provision-contradicted]: provision `A2.5` is explained as not applicable, but `#air` discloses it\n"
        "  --> content/sections/a.md:4:1\n"
        "  = hint: remove the explanation or the mark"
    ]
