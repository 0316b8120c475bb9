"""References print in every form, know their facts, and every fault has its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostics, Span, show
from reportgen.load.units import load_units
from reportgen.model.block import Document, Paragraph
from reportgen.model.dataset import (
    Absent,
    Dataset,
    Exact,
    Fact,
    Indicator,
    Kind,
    Operator,
    Qualifier,
    Range,
    Reason,
    Target,
)
from reportgen.model.inline import Bound, Ref, Strong, Text
from reportgen.model.locale import LOCALES
from reportgen.model.project import Company, Period, Project
from reportgen.model.rules import Share, Sum
from reportgen.model.walk import walk
from reportgen.model.words import Words
from reportgen.transform.bind import bind, written
from reportgen.transform.wholes import wholes_of

HERE = Span("content/sections/a.md", 7, 5)
DATA = Span("content/kpis/a.yaml", 3, 3)
NOTHING = Words("", HERE)


def period(id_: str, year: int) -> Period:
    return Period(id_, str(year), date(year, 1, 1), date(year, 12, 31), DATA)


PERIODS = [period("current", 2023), period("prior", 2022), period("prior2", 2021), period("y2022", 2022)]
PROJECT = Project(
    root=Path(),
    id="r",
    title=NOTHING,
    short_title=NOTHING,
    company=Company(NOTHING, NOTHING, NOTHING, NOTHING, ()),
    periods={p.id: p for p in PERIODS},
    source=LOCALES["en"],
    locales=(LOCALES["en"], LOCALES["zh_Hans"]),
    prevails=LOCALES["en"],
    frameworks={},
    chapters=(),
    span=HERE,
)


def indicator(id_: str, unit: str, rule: Sum | Share | None = None, **values: str | Range | Absent | Fact) -> Indicator:
    facts = {}
    for name, value in values.items():
        if isinstance(value, Fact):
            facts[name] = value
        else:
            facts[name] = Fact(id_, name, Exact(Decimal(value)) if isinstance(value, str) else value, DATA)
    return Indicator(id_, Words(id_, DATA), unit, Kind.FLOW, DATA, rule=rule, facts=facts)


def over(id_: str, value: str, qualifier: Qualifier) -> Fact:
    return Fact(id_, "current", Exact(Decimal(value)), DATA, qualifier=qualifier)


def aimed(id_: str, unit: str, value: str, target: Target) -> Indicator:
    return replace(indicator(id_, unit, current=value), targets={target.period: target})


PUE = indicator("pue", "one", current="1.362")
INDICATORS = [
    indicator("energy", "MWh", current="82274.99", prior="50637.58"),
    indicator("waste", "t", current="0.049", prior="0.897", prior2="1"),
    indicator("rate", "%", current="12.5", prior="11.25"),
    indicator("flat", "t", current="5", prior="5"),
    indicator("new", "t", current="5", prior=Absent(Reason.NOT_AVAILABLE)),
    indicator("from_zero", "t", current="5", prior="0"),
    indicator("women", "person", current="3570"),
    indicator("men", "person", current="6923"),
    indicator("staff", "person", Sum(("women", "men")), current="10493"),
    indicator("women_share", "%", Share("women", "staff"), current="34.02"),
    indicator("revenue", "RMBm", current="7047.5"),
    indicator("savings", "kWh", current=over("savings", "1000000", Qualifier.OVER)),
    indicator("hospitals", "count", current=over("hospitals", "1300", Qualifier.OVER)),
    indicator("sessions", "count", current="32"),
    indicator("directors", "count", current="7"),
    indicator("path", "year", current=Range(Decimal("1.5"), Decimal(3))),
    indicator("lawsuits", "count", current=Absent(Reason.NIL)),
    indicator("scope3", "tCO2e", current="5", prior=Absent(Reason.NOT_AVAILABLE)),
    Indicator(
        "pue",
        PUE.name,
        "one",
        Kind.RATIO,
        DATA,
        facts=PUE.facts,
        targets={"current": Target("pue", "current", Operator.AT_MOST, Decimal("1.365"), DATA)},
    ),
]
INDICATORS += [
    aimed("band", "one", "1.4", Target("band", "current", Operator.BETWEEN, Decimal("1.2"), DATA, Decimal("1.5"))),
    aimed("demand", "kWh", "1", Target("demand", "current", Operator.AT_MOST, Decimal(1250), DATA)),
]
BY_ID = {i.id: i for i in INDICATORS}
DATASET = Dataset(load_units(), BY_ID, {}, {}, {}, wholes=wholes_of(BY_ID))


def reference(text: str) -> Ref:
    """Return the reference that `id[period].form` stands for."""
    head, _, form = text.partition(".")
    id_, _, rest = head.partition("[")
    return Ref(id_, rest.rstrip("]"), form, HERE)


def bound(*references: str, locale: str = "en") -> tuple[list[Bound], str]:
    diagnostics = Diagnostics()
    paragraph = Paragraph((Text("Of "), Strong(tuple(reference(text) for text in references))), HERE)
    document = Document(locale, (), (), (), (paragraph,))
    result = bind(document, DATASET, PROJECT, LOCALES[locale], diagnostics)
    found = [node for node in walk(result) if isinstance(node, Bound)]
    return found, "\n".join(show(d) for d in diagnostics)


def printed(text: str, locale: str = "en") -> str:
    found, shown = bound(text, locale=locale)
    assert shown == ""
    return found[0].text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("energy", "82,274.99 MWh", "82,274.99兆瓦时"),
        ("energy[prior]", "50,637.58 MWh", "50,637.58兆瓦时"),
        ("energy[y2022]", "50,637.58 MWh", "50,637.58兆瓦时"),
        ("energy.value", "82,274.99", "82,274.99"),
        ("energy.unit", "MWh", "兆瓦时"),
        ("energy.change", "+62.5%", "+62.5%"),
        ("waste.change", "−94.5%", "−94.5%"),
        ("waste[prior].change", "−10.3%", "−10.3%"),
        ("waste.change_abs", "94.5%", "94.5%"),
        ("flat.change", "0.0%", "0.0%"),
        ("energy.difference", "+31,637.41 MWh", "+31,637.41兆瓦时"),
        ("waste.difference", "−0.848 tonnes", "−0.848吨"),
        ("waste.difference_abs", "0.848 tonnes", "0.848吨"),
        ("from_zero.difference", "+5 tonnes", "+5吨"),
        ("rate.difference", "+1.25 percentage points", "+1.25个百分点"),
        ("women.share", "34.02%", "34.02%"),
        ("men.share", "65.98%", "65.98%"),
        ("revenue", "RMB 7,047.5 million", "人民币7,047.5百万元"),
        ("revenue.compact", "RMB 7 billion", "人民币70亿元"),
        ("savings.compact", "over 1 million kWh", "超过100万千瓦时"),
        ("hospitals", "over 1,300", "超过1,300"),
        ("hospitals.value", "1,300", "1,300"),
        ("hospitals.over_1300", "1,300", "1,300"),
        ("sessions.over_30", "30", "30"),
        ("savings.over_900000", "900,000 kWh", "900,000千瓦时"),
        ("sessions.nearly_33", "33", "33"),
        ("directors.words", "seven", "七"),
        ("directors.ordinal", "7th", "第七"),
        ("path", "1.5–3 years", "1.5至3年"),
        ("lawsuits", "zero", "零"),
        ("lawsuits.value", "0", "0"),
        ("lawsuits.words", "zero", "零"),
        ("scope3[prior].value", "–", "–"),
        ("pue.target", "1.365", "1.365"),
        ("energy.as_gwh", "82.27499 GWh", "82.27499吉瓦时"),
        ("energy.as_1000kwh", "82,274.99 thousand kWh", "82,274.99千个千瓦时"),
        ("energy.as_gj", "296,190.0 GJ", "296,190.0吉焦"),
        ("energy.as_tce", "10,106.25 tonnes of standard coal", "10,106.25吨标准煤"),
        ("energy[prior].in_gj", "182,295.3", "182,295.3"),
        ("savings.as_mwh", "over 1,000 MWh", "超过1,000兆瓦时"),
        ("revenue.as_rmb", "RMB 7,047,500,000", "人民币7,047,500,000元"),
        ("rate.in_one", "0.125", "0.125"),
        ("scope3[prior].in_kgco2e", "–", "–"),
        ("band", "1.4", "1.4"),
        ("band.target", "1.2–1.5", "1.2至1.5"),
        ("demand.target_as_mwh", "1.25 MWh", "1.25兆瓦时"),
        ("demand.target_in_mwh", "1.25", "1.25"),
        ("current", "2023", "2023"),
        ("y2022", "2022", "2022"),
    ],
)
def test_every_form(text: str, english: str, chinese: str) -> None:
    assert printed(text) == english
    assert printed(text, "zh_Hans") == chinese


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("new[prior].value", "not available", "暂无数据"),
        ("new[prior].in_kg", "not available", "暂无数据"),
        ("new.value", "", ""),
        ("new[prior]", "", ""),
        ("lawsuits.value", "", ""),
    ],
)
def test_a_sign_for_a_value_is_read_aloud_in_words(text: str, english: str, chinese: str) -> None:
    spoken = [bound(text, locale=locale)[0][0].spoken for locale in ("en", "zh_Hans")]
    assert spoken == [english, chinese]


def test_references_with_facts_are_numbered_in_reading_order() -> None:
    found, _ = bound("energy", "current", "energy.unit", "energy.change", "energy")
    assert [b.occurrence for b in found] == [0, -1, -1, 1, 2]
    assert [[(f.indicator, f.period) for f in b.facts] for b in found] == [
        [("energy", "current")],
        [],
        [],
        [("energy", "current"), ("energy", "prior")],
        [("energy", "current")],
    ]
    assert [written(b.ref) for b in found] == ["{energy}", "{current}", "{energy.unit}", "{energy.change}", "{energy}"]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "enrgy",
            "error[unknown-reference]: there is no indicator or period `enrgy`\n"
            "  --> content/sections/a.md:7:5\n"
            "  = hint: did you mean `energy`?",
        ),
        (
            "curent",
            "error[unknown-reference]: there is no indicator or period `curent`\n"
            "  --> content/sections/a.md:7:5\n"
            "  = hint: did you mean `current`?",
        ),
        (
            "energy[pior]",
            "error[unknown-period]: the report has no period `pior`\n"
            "  --> content/sections/a.md:7:5\n"
            "  = hint: did you mean `prior`?",
        ),
        (
            "energy.chnge",
            "error[unknown-form]: unknown form `chnge`\n"
            "  --> content/sections/a.md:7:5\n"
            "  = hint: did you mean `change`?",
        ),
        (
            "energy.xyz",
            "error[unknown-form]: unknown form `xyz`\n"
            "  --> content/sections/a.md:7:5\n"
            "  = hint: the forms are `value`, `unit`, `change`, `change_abs`, `difference`, `difference_abs`, `share`, "
            "`compact`, `words`, `ordinal`, `target`, `when`, `over_10`, `nearly_500`, `as_mwh`, `in_mwh`",
        ),
        (
            "current.value",
            "error[unknown-form]: `current` is a period: it has only its label\n"
            "  --> content/sections/a.md:7:5\n"
            "  = hint: write `{current}`",
        ),
        (
            "energy[prior2]",
            "error[no-value]: `energy` has no value for `prior2`\n"
            "  --> content/sections/a.md:7:5\n"
            "  = hint: add it at content/kpis/a.yaml:3:3, or refer to one of `current`, `prior`",
        ),
        (
            "women.change",
            "error[no-value]: `women` has no value for `prior`, with which `.change` compares `current`\n"
            "  --> content/sections/a.md:7:5\n"
            "  = hint: add it at content/kpis/a.yaml:3:3",
        ),
        (
            "waste[prior2].change",
            "error[no-value]: `waste` has no value for an earlier period, with which `.change` compares `prior2`\n"
            "  --> content/sections/a.md:7:5\n"
            "  = hint: add it at content/kpis/a.yaml:3:3",
        ),
        (
            "new.change",
            "error[no-value]: `new` has no value for `prior`: `.change` needs a number\n"
            "  --> content/sections/a.md:7:5\n"
            "  = hint: use another form; the value is at content/kpis/a.yaml:3:3",
        ),
        (
            "path.compact",
            "error[no-value]: `path` has a range for `current`: `.compact` needs a number\n"
            "  --> content/sections/a.md:7:5\n"
            "  = hint: use another form; the value is at content/kpis/a.yaml:3:3",
        ),
        (
            "from_zero.change",
            "error[no-value]: `from_zero` is zero for `prior`: a change from it has no per cent\n"
            "  --> content/sections/a.md:7:5\n"
            "  = hint: use `.difference`",
        ),
        (
            "energy.share",
            "error[no-value]: `energy` is part of no known whole\n"
            "  --> content/sections/a.md:7:5\n"
            "  = hint: add an indicator with `share: [energy, ...]` and refer to it",
        ),
        (
            "energy.target",
            "error[no-value]: `energy` has no target for `current`\n"
            "  --> content/sections/a.md:7:5\n"
            "  = hint: add it to `targets` at content/kpis/a.yaml:3:3",
        ),
        (
            "energy.as_gwhs",
            "error[unknown-unit]: there is no unit `gwhs`\n"
            "  --> content/sections/a.md:7:5\n"
            "  = hint: did you mean `gwh`?",
        ),
        (
            "energy.in_t",
            "error[unit-mismatch]: `energy` is in `MWh`, which `t` does not measure\n"
            "  --> content/sections/a.md:7:5\n"
            "  = hint: it can be given in `kwh`, `1000kwh`, `mwh`, `gwh`, `mj`, `gj`, `tj`, `kgce`, `tce`",
        ),
        (
            "energy.words",
            "error[wrong-value]: `.words` needs a whole number from 0 to 9,999, found 82274.99\n"
            "  --> content/sections/a.md:7:5\n"
            "  = hint: leave the form out",
        ),
        (
            "sessions.over_32",
            "error[round-statement]: `sessions` is 32 for `current`, which is not over 32\n"
            "  --> content/sections/a.md:7:5\n"
            "  = hint: change the form; the value is at content/kpis/a.yaml:3:3",
        ),
        (
            "sessions.nearly_40",
            "error[round-statement]: `sessions` is 32 for `current`, which is not nearly 40\n"
            "  --> content/sections/a.md:7:5\n"
            "  = hint: change the form; the value is at content/kpis/a.yaml:3:3",
        ),
        (
            "hospitals.over_1301",
            "error[round-statement]: `hospitals` is over 1300 for `current`, which is not over 1,301\n"
            "  --> content/sections/a.md:7:5\n"
            "  = hint: change the form; the value is at content/kpis/a.yaml:3:3",
        ),
    ],
)
def test_a_reference_that_cannot_be_printed_stays_as_written(text: str, finding: str) -> None:
    found, shown = bound(text)
    assert shown == finding
    assert [(b.text, b.facts, b.occurrence) for b in found] == [(f"{{{text}}}", (), -1)]


def test_what_several_references_of_one_place_lack_is_told_once() -> None:
    _, once = bound("sessions[prior]")
    _, shown = bound("sessions[prior]", "sessions[prior].value")
    assert shown == once != ""


def test_a_share_of_several_wholes_is_ambiguous() -> None:
    indicators = {i.id: i for i in INDICATORS}
    indicators["board"] = indicator("board", "person", Sum(("women",)), current="10")
    del indicators["women_share"]
    diagnostics = Diagnostics()
    document = Document("en", (), (), (), (Paragraph((reference("women.share"),), HERE),))
    dataset = Dataset(load_units(), indicators, {}, {}, {}, wholes=wholes_of(indicators))
    bind(document, dataset, PROJECT, LOCALES["en"], diagnostics)
    assert [show(d) for d in diagnostics] == [
        "error[no-value]: `women` is part of more than one whole: `board`, `staff`\n"
        "  --> content/sections/a.md:7:5\n"
        "  = hint: add an indicator with `share: [women, ...]` and refer to it"
    ]
