from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostics, ReportError, Span, show
from reportgen.load.framework import load_framework, shipped_frameworks
from reportgen.load.units import load_units
from reportgen.load.versions import version_for
from reportgen.load.yaml_file import PACKAGE_ROOT
from reportgen.model.locale import LOCALES
from reportgen.model.project import Listing
from reportgen.transform.obligation import obligation

SIZES = {"hkex_2023": 53, "hkex_2025": 78, "gri": 86, "sasb_tc_si": 19, "nasdaq": 30, "tcfd": 11, "sdg": 17}
UNVERIFIED = {"hkex_2025": 24, "gri": 86, "nasdaq": 30, "tcfd": 11}


def test_every_framework_is_whole_in_every_language_and_its_links_lead_somewhere() -> None:
    loaded = {}
    for id in shipped_frameworks():
        diagnostics = Diagnostics()
        loaded[id] = load_framework(id, PACKAGE_ROOT, diagnostics)
        assert list(diagnostics) == []
    assert {id: len(framework.provisions) for id, framework in loaded.items()} == SIZES
    codes = {id: {provision.code for provision in framework.provisions} for id, framework in loaded.items()}
    for framework in loaded.values():
        assert framework.title.keys() == framework.wording.keys() == LOCALES.keys()
        unverified = sum(not provision.verified for provision in framework.provisions)
        assert unverified == UNVERIFIED.get(framework.id, 0)
        for provision in framework.provisions:
            assert provision.label.keys() == provision.requirement.keys() == provision.part.keys() == LOCALES.keys()
            assert [link for link in provision.links if link[1] not in codes[link[0]]] == []
            assert set(provision.units) <= load_units().keys()


def test_what_hkex_asks_of_whom_in_2025_and_2026() -> None:
    code = load_framework("hkex_2025", PACKAGE_ROOT, Diagnostics())
    provisions = {provision.code: provision for provision in code.provisions}
    main, gem = frozenset({"hkex_main"}), frozenset({"hkex_gem"})
    for provision, listing, year, expected in (
        ("D.28(a)", Listing(gem), 2025, "mandatory"),
        ("D.20", Listing(main, large_cap=True), 2025, "comply_or_explain"),
        ("D.20", Listing(main, large_cap=True), 2026, "mandatory"),
        ("D.20", Listing(main, large_cap=False), 2026, "comply_or_explain"),
        ("D.20", Listing(gem), 2026, "voluntary"),
        ("A2.1", Listing(main), 2025, "comply_or_explain"),
    ):
        assert obligation(provisions[provision], listing, date(year, 1, 1)).value == expected


def test_the_version_in_force_is_that_of_the_financial_year() -> None:
    known = shipped_frameworks()
    years = {2022: "hkex_2023", 2023: "hkex_2023", 2024: "hkex_2023", 2025: "hkex_2025", 2030: "hkex_2025"}
    assert {year: version_for("hkex", known, date(year, 1, 1)) for year in years} == years
    assert version_for("hkex_2023", known, date(2030, 1, 1)) == "hkex_2023"
    assert version_for("gri", known, date(2030, 1, 1)) == "gri"


def test_the_hkex_guide_is_complete_in_both_languages() -> None:
    diagnostics = Diagnostics()
    framework = load_framework("hkex_2023", PACKAGE_ROOT, diagnostics)
    assert not len(diagnostics)
    codes = [provision.code for provision in framework.provisions]
    assert len(codes) == len(set(codes))
    assert {"A1.GD", "A1.2", "A4.1", "B1.1", "B8.2"} <= set(codes)
    for provision in framework.provisions:
        for wording in (provision.label, provision.requirement, provision.part, provision.aspect, framework.title):
            assert wording["en"]
            assert wording["zh_Hans"]
            assert wording.keys() <= LOCALES.keys()


def test_a_framework_without_provisions_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "content/frameworks"
    folder.mkdir(parents=True)
    for text, message, place in (
        ("id: harbour\ntitle: {en: Harbour}\n", "missing-key]: a framework needs the key `provisions`", "1:1"),
        (
            "id: harbour\ntitle: {en: Harbour}\nprovisions: []\n",
            "wrong-value]: expected `provisions` as a list of provisions, found an empty list",
            "3:13",
        ),
    ):
        (folder / "harbour.yaml").write_text(text, encoding="utf-8")
        found = Diagnostics()
        load_framework("harbour", tmp_path, found)
        hint = (
            "add `provisions: ...`" if "missing" in message else "list its provisions: `provisions: [{code: ..., ...}]`"
        )
        assert [show(one) for one in found] == [
            f"error[{message}\n  --> content/frameworks/harbour.yaml:{place}\n  = hint: {hint}"
        ]


def test_an_unknown_framework() -> None:
    with pytest.raises(ReportError) as raised:
        load_framework("hkex_2032", PACKAGE_ROOT, Diagnostics(), Span("content/report.yaml", 17, 14, 9))
    assert [show(found) for found in raised.value.diagnostics] == [
        "error[unknown-framework]: unknown framework `hkex_2032`\n"
        "  --> content/report.yaml:17:14\n"
        "  = hint: did you mean `hkex_2025`?"
    ]
