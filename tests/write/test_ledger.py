"""The ledger names every printed number, its facts and its places."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from reportgen.diagnostics import Span
from reportgen.load.units import load_units
from reportgen.model.block import ChapterBlock, Chart, Document, Heading, Note, Paragraph, Section, Series
from reportgen.model.dataset import (
    Absent,
    Dataset,
    Exact,
    Fact,
    Indicator,
    Kind,
    Qualifier,
    Range,
    Reason,
    Restated,
    Source,
    Status,
)
from reportgen.model.inline import Bound, Inline, Ref, Text
from reportgen.model.locale import LOCALES
from reportgen.model.project import Company, Project
from reportgen.model.rules import Share
from reportgen.model.words import Words
from reportgen.write.ledger import Entries, encoded, ledger, ledger_entries
from reportgen.write.printed_numbers import Printed, printed_numbers

FILE = "content/sections/people.md"
HERE = Span(FILE, 7, 5)
NOTHING = Words("", HERE)
DATA = Span("content/kpis/a.yaml", 12, 9)

STAFF = Fact(
    "staff",
    "current",
    Exact(Decimal("10493.50")),
    DATA,
    Qualifier.ABOUT,
    status=Status.ESTIMATED,
    assured=True,
    source=Source("HR ledger", cell="B7"),
    owner="HR",
)
SHARE = Fact("share", "current", Exact(Decimal("34.02")), DATA, computed=True)


def indicator(id_: str, unit: str, rule: Share | None = None) -> Indicator:
    return Indicator(id_, Words(id_, DATA), unit, Kind.STOCK, DATA, rule=rule)


DATASET = Dataset(
    load_units(),
    {
        "staff": replace(indicator("staff", "person"), facts={"current": STAFF}),
        "women": indicator("women", "person"),
        "share": indicator("share", "%", Share("women", "staff")),
    },
    {},
    {},
    {},
)
PROJECT = Project(
    root=Path(),
    id="r",
    title=NOTHING,
    short_title=NOTHING,
    company=Company(NOTHING, NOTHING, NOTHING, NOTHING, ()),
    periods={},
    source=LOCALES["en"],
    locales=(LOCALES["en"], LOCALES["zh_Hans"]),
    prevails=LOCALES["en"],
    frameworks={},
    chapters=(),
    span=HERE,
)


def bound(text: str, occurrence: int, *facts: Fact, form: str = "") -> Bound:
    return Bound(text, Ref("staff", "", form, HERE), facts, occurrence)


def document(*inlines: Inline, note: Bound | None = None) -> Document:
    heading = Heading(2, (Text("Our people"),), "people", HERE)
    section = Section("people", heading, (Paragraph(inlines, HERE),), (), Span(FILE))
    opening = Paragraph((bound("10,493", 9, STAFF),), HERE)
    chapter = ChapterBlock("talent", "05", "people", heading, (section,), HERE)
    first = ChapterBlock("about", "", "brand", heading, (opening,), HERE)
    notes = (Note("n", (note,), Span(FILE, 20), 1),) if note else ()
    return Document("en", (), (), (), (chapter, first), notes)


def written(reports: dict[str, Printed]) -> Entries:
    return encoded(ledger_entries(PROJECT, DATASET, printed_numbers(PROJECT, reports)))


def entries(**reports: Printed) -> list[dict[str, Any]]:
    content = json.loads(ledger(PROJECT, [written(reports).internal]))
    assert (content["format"], content["report"]) == (2, "r")
    found: list[dict[str, Any]] = content["entries"]
    return found


def test_an_entry_says_what_is_printed_where_and_what_it_rests_on() -> None:
    report = Printed(document(bound("34.02%", 0, SHARE, STAFF, form="share")), {0: ("45", "46"), 9: ("3",)})
    assert entries(en=report)[0] == {
        "locale": "en",
        "occurrence": 0,
        "text": "34.02%",
        "form": "share",
        "formula": "share ÷ staff × 100",
        "in": "text",
        "section": "people",
        "title": "Our people",
        "place": f"{FILE}:7:5",
        "pages": ["45", "46"],
        "facts": [
            {
                "indicator": "share",
                "period": "current",
                "value": "34.02",
                "qualifier": None,
                "unit": "%",
                "timing": "year",
                "status": "measured",
                "assured": False,
                "computed": True,
                "formula": "women ÷ staff × 100",
                "parts": [{"indicator": "staff", "period": "current", "value": "10493.50"}],
                "owner": None,
                "source": None,
                "place": "content/kpis/a.yaml:12",
            },
            {
                "indicator": "staff",
                "period": "current",
                "value": "10493.50",
                "qualifier": "about",
                "unit": "person",
                "timing": "year",
                "status": "estimated",
                "assured": True,
                "computed": False,
                "formula": None,
                "parts": [],
                "owner": "HR",
                "source": {"document": "HR ledger", "cell": "B7"},
                "place": "content/kpis/a.yaml:12",
            },
        ],
    }


def test_entries_stand_in_reading_order_by_language() -> None:
    one = Printed(document(bound("a", 2, STAFF), bound("2023", -1), bound("b", 1, STAFF)), {})
    found = entries(zh_Hans=one, en=one)
    assert [(e["locale"], e["occurrence"], e["section"], e["pages"]) for e in found] == [
        (locale, occurrence, section, [])
        for locale in ("en", "zh_Hans")
        for occurrence, section in ((1, "people"), (2, "people"), (9, "about"))
    ]


def test_a_footnote_belongs_to_the_section_whose_file_it_stands_in() -> None:
    report = Printed(document(note=bound("5", 3, STAFF)), {3: ("46",)})
    assert [(e["occurrence"], e["section"], e["in"], e["pages"]) for e in entries(en=report)] == [
        (3, "people", "note", ["46"]),
        (9, "about", "text", []),
    ]


def test_a_note_of_a_chapter_belongs_to_it() -> None:
    made = document()
    chapter, first = made.blocks
    assert isinstance(chapter, ChapterBlock)
    note = Note("n", (bound("5", 3, STAFF),), HERE, 1)
    made = replace(made, blocks=(replace(chapter, notes=(note,)), first), notes=(note,))
    assert [(e["occurrence"], e["section"], e["in"]) for e in entries(en=Printed(made, {}))] == [
        (3, "talent", "note"),
        (9, "about", "text"),
    ]


def test_ranges_and_absent_values() -> None:
    values = (Range(Decimal("1.50"), Decimal(3)), Absent(Reason.NIL), Exact(Decimal("0.000007")))
    facts = [Fact("staff", "current", value, DATA) for value in values]
    report = Printed(document(*(bound("x", at, fact) for at, fact in enumerate(facts))), {})
    assert [e["facts"][0]["value"] for e in entries(en=report)[:3]] == [["1.50", "3"], {"none": "nil"}, "0.000007"]


def test_what_is_read_aloud_of_a_chart_stands_on_its_page() -> None:
    series = (Series((), ((bound("10,493", 1, STAFF),),)),)
    chart = Chart("bars", (), (), (), (bound("10,493", 0, STAFF),), ((),), series, "", HERE)
    section = Section("people", Heading(2, (), "people", HERE), (chart,), (), Span(FILE))
    report = Printed(Document("en", (), (), (), (section,)), {1: ("07",)})
    assert [(e["in"], e["pages"]) for e in entries(en=report)] == [("alternative text", ["07"]), ("chart", ["07"])]


def test_a_target_is_set_and_not_reckoned() -> None:
    target = Fact("share", "next", Exact(Decimal(35)), DATA)
    entry = entries(en=Printed(document(bound("35%", 0, target, form="target")), {}))[0]
    fact = entry["facts"][0]
    assert (entry["formula"], fact["status"], fact["formula"], fact["parts"]) == ("target of share", "target", None, [])


def test_the_public_form_has_neither_owners_nor_places() -> None:
    filed = replace(STAFF, source=Source("hr\\2023/ledger.xlsx", "Q4", "B7"))
    made = written({"en": Printed(document(bound("10,493", 0, filed)), {0: ("45",)})})
    internal, public = (json.loads(ledger(PROJECT, [form])) for form in (made.internal, made.public))
    assert internal.keys() == public.keys()
    entry, shown = internal["entries"][0], public["entries"][0]
    assert entry.keys() - shown.keys() == {"place"}
    assert entry["facts"][0].keys() - shown["facts"][0].keys() == {"owner", "place"}
    assert shown["facts"][0]["source"] == {"document": "ledger.xlsx"}
    assert "content/" not in json.dumps(public)


def test_it_is_the_same_twice_and_keeps_its_characters() -> None:
    report = Printed(document(bound("超过1,300", 0, STAFF)), {0: ("1",)})
    text = ledger(PROJECT, [written({"zh_Hans": report, "en": report}).internal])
    assert text == ledger(PROJECT, [written({"en": report, "zh_Hans": report}).internal])
    assert '"text": "超过1,300"' in text.decode()
    assert text.endswith(b"}\n")


def test_languages_follow_each_other_and_one_may_print_no_number() -> None:
    english, chinese = (
        written({language: Printed(document(bound("7", 0, STAFF)), {})}).internal for language in ("en", "zh_Hans")
    )
    none = written({"en": Printed(Document("en", (), (), (), ()), {})}).internal
    content = json.loads(ledger(PROJECT, [english, none, chinese]))
    assert [entry["locale"] for entry in content["entries"]] == ["en", "en", "zh_Hans", "zh_Hans"]
    assert json.loads(ledger(PROJECT, [none]))["entries"] == []


def test_a_restated_value_says_what_it_was_and_the_public_form_does_not() -> None:
    fact = replace(STAFF, status=Status.RESTATED, restated=Restated(Decimal("10480.50"), "A site was counted twice"))
    report = Printed(document(bound("10,493.50", 0, fact)), {})
    found = entries(en=report)[0]["facts"][0]
    assert found["restated"] == {"from": "10480.50", "reason": "A site was counted twice"}
    assert b"counted twice" not in written({"en": report}).public


def test_a_target_in_another_unit_is_a_target() -> None:
    report = Printed(document(bound("10", 0, STAFF, form="target_in_count")), {})
    assert entries(en=report)[0]["facts"][0]["status"] == "target"
