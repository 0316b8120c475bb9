"""Digits that someone types into the sample are found where they were typed, whatever the language and the file."""

from __future__ import annotations

from click.testing import CliRunner

from reportgen.cli.main import main

EN, ZH = "locales/en/LC_MESSAGES", "locales/zh_Hans/LC_MESSAGES"


TYPED = [
    (f"{EN}/about_the_report.po", "on these frameworks", "on these 5 frameworks", "the number `5`"),
    (f"{EN}/about_the_report.po", "a systematic picture", "seven systematic pictures", "the number `seven`"),
    (f"{ZH}/supplier_lifecycle.po", 'msgstr "供应商', 'msgstr "12类供应商', "the number `12`"),
    (f"{ZH}/climate_change.po", 'msgstr "急性风险"', 'msgstr "七项急性风险"', "the number `七项`"),
    ("content/sections/about_the_report.md", "title: 关于本报告", "title: 关于本2023报告", "the year 2023"),
    ("content/report.yaml", "title: Appendix", "title: Appendix of 30 pages", "the number `30`"),
    ("content/kpis/environment.yaml", "caption: Energy and water", "caption: Energy of 3 kinds", "the number `3`"),
    ("content/sections/ghg_inventory.md", "on our past practice", "for 31 sites", "the number `31`"),
    ("content/figures/governance.yaml", "name: Problem identification", "name: 4 problems", "the number `4`"),
    ("content/report.yaml", "text: Chinese and English.", "text: 2 languages.", "the number `2`"),
    ("templates/index_of.md.j2", '_("Page")', '_("Page of 40 pages")', "the number `40`"),
]
"""Where a number is typed: the file, what stands there, what is typed instead, and what is said of it."""


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
        report.replace(path, old, new)
    assert sorted(typed(report)) == sorted(
        (path, f"{said} is typed {'as digits' if 'year' in said else 'by hand'}") for path, _, _, said in TYPED
    )


def test_the_count_ends_the_build(report):
    report.replace(f"{EN}/about_the_report.po", "on these frameworks", "on these 5 frameworks of 2023")
    result = CliRunner().invoke(main, ["build", "--project", str(report.root), "--locale", "en", "--format", "pdf"])
    assert result.exit_code == 0
    assert result.stderr.splitlines()[2].endswith(" numbers from the data, 2 typed by hand")


def test_a_mark_needs_a_word(report):
    report.replace("content/sections/ghg_inventory.md", "id: ghg_inventory", "id: ghg_inventory\nplain_numbers: [31]")
    report.replace("content/sections/ghg_inventory.md", "on our past practice", "for 31 sites")
    assert (
        "wrong-value",
        "`31` alone is no phrase of `plain_numbers`",
        "add a word that stands beside it: `31 hours`",
    ) in [(finding.code.value, finding.message, finding.hint) for finding in report.found("en")]
    report.replace("content/sections/ghg_inventory.md", "plain_numbers: [31]", "plain_numbers: [31 sites]")
    assert typed(report) == []
