"""`reportgen trace`: the pages it names are those on which a search of the PDFs finds the digits, and no others."""

from __future__ import annotations

import json
import re

import pypdfium2
import pytest
from click.testing import CliRunner

from reportgen.cli.main import main
from reportgen.commands.trace import trace
from reportgen.diagnostics import Diagnostics, ReportError, show

LANGUAGES = ("en", "zh_Hans")
DIGITS = {
    "ghg_scope2": ("58,941.32", "35,796.91"),
    "ghg_scope3": ("133,245.19",),
    "energy_total": ("82,274.99", "50,637.58"),
    "employees_full_time": ("10,493",),
    "ghg_purchases": ("81,695.21",),
    "suppliers": ("2,742",),
    "pue_yizhuang": ("1.362", "1.365", "1.355"),
}


def squeezed(text: str) -> str:
    """Return a text without white space: where lines break is the layout's business."""
    return re.sub(r"\s", "", text)


@pytest.fixture(scope="module")
def pages(sample):
    """Return the text of each page by language and page label."""
    found: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        pdf = pypdfium2.PdfDocument(sample.file(language, "pdf"))
        found[language] = {pdf.get_page_label(at): page.get_textpage().get_text_range() for at, page in enumerate(pdf)}
        pdf.close()
    return found


@pytest.fixture(scope="module")
def entries(sample):
    return json.loads(sample.ledger.read_text(encoding="utf-8"))["entries"]


@pytest.mark.parametrize("id", DIGITS)
def test_the_ledger_names_the_pages_that_a_search_finds_and_no_other(id, entries, pages):
    for language in LANGUAGES:
        for digits in DIGITS[id]:
            whole = re.compile(rf"(?<![\d,.]){re.escape(digits)}(?![\d]|[.,]\d)")
            searched = {label for label, text in pages[language].items() if whole.search(text)}
            named = {
                page
                for entry in entries
                if entry["locale"] == language and whole.search(entry["text"]) and about(entry, id)
                for page in entry["pages"]
            }
            assert searched
            assert named == searched, (language, digits)


def about(entry, id):
    return any(fact["indicator"] == id for fact in entry["facts"])


@pytest.mark.parametrize("id", ["ghg_scope2", "employees_full_time"])
def test_trace_names_the_numbers_and_pages_of_the_ledger(id, sample, entries):
    numbers = trace(sample.root, id, Diagnostics()).numbers
    assert [(number.locale, number.text, list(number.pages)) for number in numbers] == [
        (entry["locale"], entry["text"], entry["pages"]) for entry in entries if about(entry, id)
    ]


def test_every_printed_number_of_the_ledger_stands_on_its_pages(entries, pages):
    assert {entry["locale"] for entry in entries} == set(LANGUAGES)
    for entry in entries:
        assert entry["pages"], entry
        if entry["in"] != "alternative text":
            for page in entry["pages"]:
                assert squeezed(entry["text"]) in squeezed(pages[entry["locale"]][page]), entry


def test_the_public_ledger_names_the_same_numbers_and_no_place_or_owner(sample):
    public = sample.ledger.with_name(sample.ledger.name.replace(".ledger.", ".ledger.public."))
    shown, internal = (json.loads(file.read_text(encoding="utf-8")) for file in (public, sample.ledger))
    assert [entry["text"] for entry in shown["entries"]] == [entry["text"] for entry in internal["entries"]]
    assert not re.search(r"content/|locales/|\"owner\"|\"place\"|\"cell\"", public.read_text(encoding="utf-8"))


def test_what_trace_prints(sample):
    result = CliRunner().invoke(main, ["trace", "ghg_scope12", "--project", str(sample.root)])
    assert (result.exit_code, result.stderr) == (0, "")
    text = re.sub(r"(\.yaml|\.md|\.po):\d+", r"\1:N", result.stdout)
    text = re.sub(r"(source): .*;", r"\1: S;", re.sub(r"(pages?) \d+(?:, \d+)*", r"\1 N", text))
    assert text == (
        """\
ghg_scope12: Total GHG emissions (Scope 1 and 2)
    content/kpis/environment.yaml:N, in tCO2e

2023 (current): 59,007.89\xa0tCO₂e
    filed, measured, not assured, content/kpis/environment.yaml:N
    source: S; owner: none
    = ghg_scope1 + ghg_scope2
        ghg_scope1: 66.57\xa0tCO₂e  content/kpis/environment.yaml:N
        ghg_scope2: 58,941.32\xa0tCO₂e  content/kpis/environment.yaml:N

2022 (prior): 35,850.34\xa0tCO₂e
    filed, measured, not assured, content/kpis/environment.yaml:N
    source: S; owner: none
    = ghg_scope1 + ghg_scope2
        ghg_scope1: 53.43\xa0tCO₂e  content/kpis/environment.yaml:N
        ghg_scope2: 35,796.91\xa0tCO₂e  content/kpis/environment.yaml:N

used by ghg_intensity

printed in en: pages N
    page N  59,007.89\xa0tCO₂e  content/sections/ghg_inventory.md:N  GHG Emissions Inventory
    page N  64.6%  content/sections/environmental_statistics.md:N  Environmental Statistics
    page N  35,850.34  content/sections/environmental_statistics.md:N  Environmental Statistics, table
    page N  59,007.89  content/sections/environmental_statistics.md:N  Environmental Statistics, table

printed in zh_Hans: pages N
    page N  59,007.89\xa0tCO₂e  locales/zh_Hans/LC_MESSAGES/ghg_inventory.po:N  温室气体排放盘查
    page N  64.6%  locales/zh_Hans/LC_MESSAGES/environmental_statistics.po:N  环境数据
    page N  35,850.34  content/sections/environmental_statistics.md:N  环境数据, table
    page N  59,007.89  content/sections/environmental_statistics.md:N  环境数据, table
"""
    )


def test_a_target_is_traced_with_its_bound(sample):
    result = CliRunner().invoke(main, ["trace", "pue_yizhuang", "--project", str(sample.root)])
    lines = [line.partition(",")[0] for line in result.stdout.splitlines() if "target:" in line]
    assert lines == ["    target: at most 1.365", "    target: at most 1.355"]
    assert "2024 (next): no value" in result.stdout


def test_rules_in_a_circle_are_followed_to_where_it_closes(report):
    (report.root / "content/kpis/circle.yaml").write_text(
        "indicators:\n"
        "  out: {name: Out, unit: t, values: {current: 10}, sum: [back]}\n"
        "  back: {name: Back, unit: t, values: {current: 10}, sum: [out]}\n",
        encoding="utf-8",
    )
    result = CliRunner().invoke(main, ["trace", "out", "--project", str(report.root)])
    assert result.exit_code == 1
    assert "error[circular-rule]: the rules go in a circle: `back` → `out` → `back`" in result.stderr
    lines = [line.partition("\xa0")[0] for line in result.stdout.splitlines()]
    assert lines[lines.index("    = back") :][:4] == [
        "    = back",
        "        back: 10",
        "            = out",
        "                out: 10",
    ]


def test_an_unknown_indicator_is_named_with_its_neighbour(sample):
    with pytest.raises(ReportError) as raised:
        trace(sample.root, "ghg_scope22", Diagnostics())
    assert [show(finding) for finding in raised.value.diagnostics] == [
        "error[unknown-reference]: there is no indicator `ghg_scope22`\n  = hint: did you mean `ghg_scope2`?"
    ]
    result = CliRunner().invoke(main, ["trace", "ghg_scope22", "--project", str(sample.root)])
    assert (result.exit_code, result.stdout) == (1, "")


def test_a_language_with_an_error_is_named_and_the_other_is_traced(report):
    report.replace("content/sections/ghg_inventory.md", "They amounted to", "In all they amounted to")
    result = CliRunner().invoke(main, ["trace", "ghg_scope3", "--project", str(report.root)])
    assert result.exit_code == 1
    assert "error[untranslated]" in result.stderr
    assert "printed in en: page" in result.stdout
    assert "not printed in zh_Hans" in result.stdout
