"""What a report prints, and what rests on nothing printed."""

from __future__ import annotations

from decimal import Decimal

from reportgen.diagnostics import Diagnostics, Span, show
from reportgen.model.block import Document, Paragraph
from reportgen.model.dataset import Answer, Dataset, Exact, Fact, Indicator, Kind
from reportgen.model.inline import Bound, Ref, Text
from reportgen.model.rules import Ratio, Rule, Sum
from reportgen.model.words import Words
from reportgen.transform.reconcile.printed import printed_indicators, reconcile_printed

HERE = Span("content/kpis/a.yaml", 7, 3)


def indicator(id_: str, rule: Rule | None = None, answer: str = "") -> Indicator:
    answers = {"not-printed": Answer(answer, HERE)} if answer else {}
    return Indicator(id_, Words(id_, HERE), "t", Kind.FLOW, HERE, rule=rule, answers=answers)


def found(*indicators: Indicator, printed: str = "") -> list[str]:
    diagnostics = Diagnostics()
    dataset = Dataset({}, {one.id: one for one in indicators}, {}, {}, {})
    reconcile_printed(dataset, printed.split(), diagnostics)
    return [show(finding) for finding in diagnostics.everything()]


def test_what_nothing_prints():
    assert found(indicator("water"), indicator("waste"), printed="waste current") == [
        "warning[not-printed]: nothing prints `water`, nor anything that rests on it\n"
        "  --> content/kpis/a.yaml:7:3\n"
        "  = hint: refer to it, remove it, or answer `not-printed`"
    ]


def test_what_a_printed_value_rests_on_is_used_however_far_below():
    rests = indicator("intensity", Ratio("total", "revenue"))
    assert (
        found(rests, indicator("total", Sum(("part",))), indicator("part"), indicator("revenue"), printed="intensity")
        == []
    )


def test_what_is_not_printed_may_have_a_reason():
    assert found(indicator("all", answer="Not disclosed.")) == [
        "answered[not-printed]: nothing prints `all`, nor anything that rests on it\n"
        "  --> content/kpis/a.yaml:7:3\n"
        "  = answer: Not disclosed."
    ]


def test_the_reason_is_of_no_use_once_it_is_printed():
    assert found(indicator("all", answer="Not disclosed."), printed="all") == [
        "warning[unused-answer]: there is no finding `not-printed` that `all` could answer\n"
        "  --> content/kpis/a.yaml:7:3\n"
        "  = hint: remove the answer"
    ]


def test_a_document_prints_what_its_references_name_and_rest_on():
    fact = Fact("water", "prior", Exact(Decimal(5)), HERE)
    change = Bound("+5%", Ref("water", "", "change", HERE), (fact,))
    document = Document("en", (), (), (), (Paragraph((Text("up "), change), HERE),))
    assert printed_indicators(document) == {"water"}
