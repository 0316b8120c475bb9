"""Digits that someone types into the sample are found where they were typed, whatever the language and the file."""

from __future__ import annotations

import re

from click.testing import CliRunner

from reportgen.cli.main import main

EN, ZH = "locales/en/LC_MESSAGES", "locales/zh_Hans/LC_MESSAGES"


TYPED = [
    (f"{EN}/chairman_statement.po", "", "The 5 letters: ", "the number `5`"),
    (f"{EN}/cloud_for_good.po", "", "Seven clouds: ", "the number `Seven`"),
    (f"{ZH}/supplier_lifecycle.po", "", "12类：", "the number `12`"),
    (f"{ZH}/climate_change.po", "", "七项：", "the number `七项`"),
    ("content/sections/about_the_report.md", "title: 关于本报告", "title: 关于本2023报告", "the year 2023"),
    ("content/sections/ghg_inventory.md", "", "We count at 31 sites.", "the number `31`"),
    ("content/report.yaml", "title: Appendix", "title: Appendix of 30 pages", "the number `30`"),
    ("content/report.yaml", "label: Languages", "label: 2 languages", "the number `2`"),
    ("content/kpis/environment.yaml", "caption: Energy and water", "caption: Energy of 3 kinds", "the number `3`"),
    ("content/figures/governance.yaml", "title: The Board", "title: 4 boards", "the number `4`"),
    ("templates/index_of.md.j2", '_("Page")', '_("Page of 40 pages")', "the number `40`"),
]
"""Where a number is typed: the file, what stands there, what is typed instead, and what is said of it.

Where nothing is named that stands there, it is typed before the first translation of a catalogue, or below a section.
"""
_TRANSLATED = re.compile(r'^(msgid ".+"\nmsgstr ")(?=[^"])', re.MULTILINE)


def type_in(report, path, old, new):
    file = report.root / path
    text = file.read_text(encoding="utf-8")
    match file.suffix:
        case _ if old:
            report.replace(path, old, new)
        case ".po":
            file.write_text(_TRANSLATED.sub(rf"\g<1>{new}", text, count=1), encoding="utf-8")
        case ".md":
            file.write_text(f"{text}\n{new}\n", encoding="utf-8")


def typed(report):
    """Return the numbers typed by hand: the file of each, and what is said of it."""
    return [
        (finding.span.path, finding.message)
        for finding in report.found()
        if finding.code.value in ("typed-number", "typed-year")
    ]


def test_the_sample_has_none(sample):
    assert typed(sample) == []


def test_a_number_typed_anywhere_is_found_there_and_nowhere_else(report):
    for path, old, new, _ in TYPED:
        type_in(report, path, old, new)
    assert sorted(typed(report)) == sorted(
        (path, f"{said} is typed {'as digits' if 'year' in said else 'by hand'}") for path, _, _, said in TYPED
    )


def test_the_count_ends_the_build(report):
    type_in(report, f"{EN}/about_the_report.po", "", "The 5 frameworks of 2023: ")
    result = CliRunner().invoke(main, ["build", "--project", str(report.root), "--locale", "en", "--format", "pdf"])
    assert result.exit_code == 0
    assert result.stderr.splitlines()[2].endswith(" numbers from the data, 2 typed by hand")


def test_a_mark_needs_a_word(report):
    report.replace("content/sections/ghg_inventory.md", "id: ghg_inventory", "id: ghg_inventory\nplain_numbers: [31]")
    type_in(report, "content/sections/ghg_inventory.md", "", "We count at 31 sites.")
    assert (
        "wrong-value",
        "`31` alone is no phrase of `plain_numbers`",
        "add a word that stands beside it: `31 hours`",
    ) in [(finding.code.value, finding.message, finding.hint) for finding in report.found("en")]
    report.replace("content/sections/ghg_inventory.md", "plain_numbers: [31]", "plain_numbers: [31 sites]")
    assert typed(report) == []
