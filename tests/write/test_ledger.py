"""The ledger names every printed number, its facts and its places."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from reportgen.diagnostics import Span
from reportgen.load.units import load_units
from reportgen.model.block import ChapterBlock, Document, Heading, Note, Paragraph, Section
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
    Share,
    Source,
    Status,
)
from reportgen.model.inline import Bound, Inline, Ref
from reportgen.model.locale import LOCALES
from reportgen.model.project import Company, Project
from reportgen.model.words import Words
from reportgen.write.ledger import Printed, ledger

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
    {"staff": indicator("staff", "person"), "share": indicator("share", "%", Share("women", "staff"))},
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
    frameworks=(),
    chapters=(),
    span=HERE,
)


def bound(text: str, occurrence: int, *facts: Fact, form: str = "") -> Bound:
    return Bound(text, Ref("staff", "", form, HERE), facts, occurrence)


def document(*inlines: Inline, note: Bound | None = None) -> Document:
    heading = Heading(2, (), "people", HERE)
    section = Section("people", heading, (Paragraph(inlines, HERE),), (), Span(FILE))
    opening = Paragraph((bound("10,493", 9, STAFF),), HERE)
    chapter = ChapterBlock("talent", "05", "people", heading, (section,), HERE)
    first = ChapterBlock("about", "", "brand", heading, (opening,), HERE)
    notes = (Note("n", (note,), Span(FILE, 20), 1),) if note else ()
    return Document("en", (), (), (), (chapter, first), notes)


def entries(**reports: Printed) -> list[dict[str, Any]]:
    content = json.loads(ledger(PROJECT, DATASET, reports))
    assert (content["format"], content["report"]) == (1, "r")
    found: list[dict[str, Any]] = content["entries"]
    return found


def test_an_entry_says_what_is_printed_where_and_what_it_rests_on() -> None:
    report = Printed(document(bound("34.02%", 0, SHARE, STAFF, form="share")), {0: "45", 9: "3"})
    assert entries(en=report)[0] == {
        "locale": "en",
        "occurrence": 0,
        "text": "34.02%",
        "form": "share",
        "section": "people",
        "place": f"{FILE}:7:5",
        "page": "45",
        "facts": [
            {
                "indicator": "share",
                "period": "current",
                "value": "34.02",
                "qualifier": None,
                "unit": "%",
                "status": "measured",
                "assured": False,
                "computed": True,
                "rule": {"share": ["women", "staff"]},
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
                "status": "estimated",
                "assured": True,
                "computed": False,
                "rule": None,
                "owner": "HR",
                "source": {"document": "HR ledger", "cell": "B7"},
                "place": "content/kpis/a.yaml:12",
            },
        ],
    }


def test_entries_stand_in_reading_order_by_language() -> None:
    one = Printed(document(bound("a", 2, STAFF), bound("2023", -1), bound("b", 1, STAFF)), {})
    found = entries(zh_Hans=one, en=one)
    assert [(e["locale"], e["occurrence"], e["section"], e["page"]) for e in found] == [
        (locale, occurrence, section, None)
        for locale in ("en", "zh_Hans")
        for occurrence, section in ((1, "people"), (2, "people"), (9, "about"))
    ]


def test_a_footnote_belongs_to_the_section_whose_file_it_stands_in() -> None:
    report = Printed(document(note=bound("5", 3, STAFF)), {3: "46"})
    assert [(e["occurrence"], e["section"], e["page"]) for e in entries(en=report)] == [
        (3, "people", "46"),
        (9, "about", None),
    ]


def test_ranges_and_absent_values() -> None:
    values = (Range(Decimal("1.50"), Decimal(3)), Absent(Reason.NIL), Exact(Decimal("0.000007")))
    facts = [Fact("staff", "current", value, DATA) for value in values]
    report = Printed(document(*(bound("x", at, fact) for at, fact in enumerate(facts))), {})
    assert [e["facts"][0]["value"] for e in entries(en=report)[:3]] == [["1.50", "3"], {"none": "nil"}, "0.000007"]


def test_it_is_the_same_twice_and_keeps_its_characters() -> None:
    report = Printed(document(bound("超过1,300", 0, STAFF)), {0: "1"})
    text = ledger(PROJECT, DATASET, {"zh_Hans": report, "en": report})
    assert text == ledger(PROJECT, DATASET, {"en": report, "zh_Hans": report})
    assert '"text": "超过1,300"' in text
    assert text.endswith("}\n")
