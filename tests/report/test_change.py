"""What an officer does: a number changed, a sentence changed, a mistake made. And what comes of it."""

from __future__ import annotations

import json

from click.testing import CliRunner
from reading_docx import read_docx
from reading_pdf import read_pdf, read_structure

from reportgen.cli.main import main
from reportgen.diagnostics import show

LANGUAGES = ("en", "zh_Hans")
KPIS = "content/kpis/environment.yaml"
SECTION = "content/sections/ghg_inventory.md"


def contents(report):
    return {path.name: path.read_bytes() for path in sorted((report.root / "build").iterdir())}


def place(report, path, text, word=""):
    """Return where a text stands in a file, or a word of it."""
    lines = (report.root / path).read_text(encoding="utf-8").splitlines()
    number, line = next((at, line) for at, line in enumerate(lines, 1) if text in line)
    return f"{path}:{number}:{line.index(word or text) + 1}"


def test_a_changed_number_changes_in_prose_table_chart_and_ledger_of_all_files(report):
    report.replace(KPIS, "current: 81695.21}", "current: 81795.21}")
    report.replace(KPIS, "current: 133245.19}", "current: 133345.19}")
    outcome, findings = report.build()
    assert findings == []
    assert len(outcome.written) == 6
    for language in LANGUAGES:
        pdf, docx = read_pdf(report.file(language, "pdf")), read_docx(report.file(language, "docx"))
        for read in (pdf, docx):
            said = "".join(read.blocks)
            assert said.count("81,795.21") == 2  # prose and table
            assert "81,695.21" not in said
            assert "133,345.19" in said
        assert sum("81,795.21" in chart[0] for chart in pdf.charts) == 1
        assert sum("81795.21" in chart for chart in docx.charts) == 1
        figures = read_structure(report.file(language, "pdf")).all("Figure")
        assert sum("81,795.21" in figure.alternative for figure in figures) == 1
    entries = json.loads(report.ledger.read_text(encoding="utf-8"))["entries"]
    facts = [
        (entry["locale"], entry["text"], fact["value"])
        for entry in entries
        for fact in entry["facts"]
        if (fact["indicator"], fact["period"]) == ("ghg_purchases", "current")
    ]
    assert set(facts) == {
        ("en", "81,795.21\N{NO-BREAK SPACE}tCO₂e", "81795.21"),
        ("en", "81,795.21", "81795.21"),
        ("zh_Hans", "81,795.21\N{NO-BREAK SPACE}tCO₂e", "81795.21"),
        ("zh_Hans", "81,795.21", "81795.21"),
    }


def test_a_number_that_no_longer_adds_up_stops_both_languages_and_leaves_the_files(built):
    before = contents(built)
    built.replace(KPIS, "current: 81695.21}", "current: 81795.21}")
    outcome, findings = built.build()
    parts = {
        "ghg_purchases": "81795.21",
        "ghg_capital_goods": "46103.44",
        "ghg_commuting": "3898.23",
        "ghg_travel": "743.04",
        "ghg_fuel_energy": "805.27",
    }

    def of_current(value):
        return place(built, KPIS, f"current: {value}", value)

    named = ", ".join(f"`{id_}` {value} ({of_current(value)})" for id_, value in parts.items())
    assert findings == [
        "error[sum-differs]: `ghg_scope3` is 133245.19 for `current`, but its parts add up to 133345.19\n"
        f"  --> {of_current('133245.19')}\n"
        f"  = hint: correct it, or a part: {named}"
    ]
    assert outcome.written == ()
    assert len(outcome.stale) == 4
    assert contents(built) == before


def test_a_changed_sentence_is_built_in_its_language_and_named_in_the_other(built):
    before = contents(built)
    built.replace(SECTION, "This year we drew up an inventory", "In {current} we drew up an inventory")
    outcome, findings = built.build()
    assert findings == [
        "error[untranslated]: no zh_Hans translation of “In {current} we drew up an inventory of our Scope 3 "
        "greenhou…”\n"
        "  --> content/sections/ghg_inventory.md:6:1\n"
        "  = hint: run `reportgen translate update`, then translate it in "
        "`locales/zh_Hans/LC_MESSAGES/ghg_inventory.po`"
    ]
    assert [path.split(".", 1)[1] for path in outcome.written] == [
        "en.pdf",
        "en.docx",
        "ledger.json",
        "ledger.public.json",
    ]
    assert [path.split(".", 1)[1] for path in outcome.stale] == ["zh_Hans.pdf", "zh_Hans.docx"]
    after = contents(built)
    assert {name for name in after if after[name] != before[name]} == {
        "kingsoft-cloud-esg-2023.en.pdf",
        "kingsoft-cloud-esg-2023.en.docx",
    }, "the numbers are the same, and so are those of the older files"
    assert "In2023wedrewupaninventory" in "".join(read_pdf(built.file("en", "pdf")).blocks)


def entries_of(file, language):
    entries = json.loads(file.read_text(encoding="utf-8"))["entries"]
    return [entry for entry in entries if entry["locale"] == language]


def test_a_language_that_is_not_built_stays_in_the_ledgers_as_its_files_stay(built):
    files = [built.ledger, built.ledger.with_suffix("").with_suffix(".ledger.public.json")]
    before = [file.read_bytes() for file in files]
    assert built.build("en")[0].unlisted == ()
    assert [file.read_bytes() for file in files] == before
    old = [entries_of(file, "zh_Hans") for file in files]
    built.replace(KPIS, "current: 81695.21}", "current: 81795.21}")
    built.replace(KPIS, "current: 133245.19}", "current: 133345.19}")
    assert built.build("en")[0].unlisted == ()
    assert [entries_of(file, "zh_Hans") for file in files] == old
    assert {entry["locale"] for entry in json.loads(before[0])["entries"]} == set(LANGUAGES)
    for file in files:
        facts = [fact for entry in entries_of(file, "en") for fact in entry["facts"] if fact["period"] == "current"]
        assert {fact["value"] for fact in facts if fact["indicator"] == "ghg_purchases"} == {"81795.21"}


def test_a_language_whose_files_are_gone_is_in_no_ledger(built):
    for form in ("pdf", "docx"):
        built.file("zh_Hans", form).unlink()
    assert built.build("en")[0].unlisted == ()
    assert entries_of(built.ledger, "zh_Hans") == []


def test_a_file_that_cannot_be_written_keeps_no_other_from_it(built):
    built.file("en", "docx").unlink()
    built.file("en", "docx").mkdir()
    outcome, findings = built.build()
    assert findings == [
        "error[file-unwritable]: `kingsoft-cloud-esg-2023.en.docx` cannot be written: is a directory\n"
        "  = hint: close the file if another program has it open, or make room; what was there is untouched"
    ]
    assert [path.split(".", 1)[1] for path in outcome.written] == [
        "en.pdf",
        "zh_Hans.pdf",
        "zh_Hans.docx",
        "ledger.json",
        "ledger.public.json",
    ]
    assert [path.split(".", 1)[1] for path in outcome.stale] == ["en.docx"]


def test_of_a_language_of_which_no_file_can_be_written_the_ledgers_tell_what_they_told(built):
    before = built.ledger.read_bytes()
    for form in ("pdf", "docx"):
        built.file("en", form).unlink()
        built.file("en", form).mkdir()
    built.replace(KPIS, "current: 81695.21}", "current: 81795.21}")
    built.replace(KPIS, "current: 133245.19}", "current: 133345.19}")
    outcome, findings = built.build()
    assert len(findings) == 2
    assert outcome.unlisted == ()
    assert entries_of(built.ledger, "en") == [e for e in json.loads(before)["entries"] if e["locale"] == "en"]
    assert entries_of(built.ledger, "zh_Hans") != [e for e in json.loads(before)["entries"] if e["locale"] == "zh_Hans"]


def test_a_language_whose_numbers_no_ledger_tells_any_more_is_named(built):
    built.ledger.write_text("{", encoding="utf-8")
    for _ in range(2):
        result = CliRunner().invoke(main, ["build", "--locale", "en", "--project", str(built.root)])
        assert "the ledger lacks zh_Hans, which was not built: build it again\n" in result.stderr
    assert entries_of(built.ledger, "zh_Hans") == []
    assert entries_of(built.ledger, "en")


def test_a_draft_shows_what_is_not_translated(report):
    report.replace(SECTION, "This year we drew up an inventory", "In {current} we drew up an inventory")
    outcome, findings = report.build("zh_Hans", draft=True)
    assert findings == []
    assert len(outcome.written) == 4
    story = report.story_of_draft("zh_Hans")
    assert [run for run in story if run.startswith(" we drew up an inventory")]
    for read in (read_pdf(report.file("zh_Hans", "pdf")), read_docx(report.file("zh_Hans", "docx"))):
        assert "In2023wedrewupaninventory" in "".join(read.blocks)
    assert b"Draft" in report.part("zh_Hans", "word/document.xml")


def test_all_mistakes_are_named_at_once_each_with_its_place(report):
    report.replace(SECTION, "{ghg_capital_goods}", "{ghg_capital_good}")
    report.replace(SECTION, "::: chart scope3_by_category", "::: chart scope3_by_categroy")
    report.replace("content/sections/supplier_lifecycle.md", "::: statistics", "::: statistic")
    report.replace("content/report.yaml", "short_title:", "shorttitle:")
    ghg, suppliers = "content/sections/ghg_inventory.md", "content/sections/supplier_lifecycle.md"
    assert [show(finding).split("\n")[:2] for finding in report.found() if "zh_Hans" not in show(finding)] == [
        ["error[missing-key]: the report needs the key `short_title`", "  --> content/report.yaml:2:1"],
        ["error[unknown-key]: the report has no key `shorttitle`", "  --> content/report.yaml:4:1"],
        [
            "error[unknown-reference]: there is no indicator or period `ghg_capital_good`",
            f"  --> {place(report, ghg, '{ghg_capital_good}')}",
        ],
        [
            "error[unknown-figure]: there is no chart `scope3_by_categroy`",
            f"  --> {place(report, ghg, 'scope3_by_categroy')}",
        ],
        [
            "error[unknown-directive]: `statistic` is no kind of directive",
            f"  --> {place(report, suppliers, 'statistic ')}",
        ],
    ]
