"""What docs/translating.md and docs/review.md quote of the sample, in either language, is what the sample has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from reviewing import Reviewer

from reportgen.cli.main import main
from reportgen.i18n.identity import message_id

from .conftest import ROOT, Report

DOMAIN = "intellectual_property"
SECTION = f"content/sections/{DOMAIN}.md"
CATALOGUE = f"locales/zh_Hans/LC_MESSAGES/{DOMAIN}.po"
SENTENCE = "We set great store by protecting our own IP, and manage it ever more closely throughout its lifecycle."
TRANSLATING, REVIEW = (
    [ROOT / "docs" / name for name in names]
    for names in (("translating.md", "translating.zh.md"), ("review.md", "review.zh.md"))
)
BLOCK = re.compile(r"^```(?:po)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def quoted_in(pages: list[Path], shown: str) -> None:
    """Hold that all pages show this, in a block of its own."""
    for page in pages:
        blocks = map(without_lines_of_kpis, BLOCK.findall(page.read_text(encoding="utf-8")))
        stale = f"{page.name} quotes what the sample no longer says; renew the block to\n\n{shown}"
        assert without_lines_of_kpis(shown) in blocks, stale


def without_lines_of_kpis(shown: str) -> str:
    """Leave out lines and columns of the KPI files and of their catalogue: every number that is added moves them."""
    others, passage, rest = shown.partition("\nkpis.")
    return others + passage + re.sub(r"\d+:\d+", "", rest)


def run(report: Report, *arguments: str) -> str:
    result = CliRunner().invoke(main, [*arguments, "--project", str(report.root)])
    return result.stdout + result.stderr


@pytest.fixture
def reworded(report: Report) -> Report:
    """Return the sample after a comma was taken out of a sentence, its catalogues brought up to date."""
    report.replace(SECTION, SENTENCE, SENTENCE.replace("IP,", "IP"))
    run(report, "translate", "update")
    return report


def test_the_guide_shows_a_message_as_its_catalogue_has_it(report: Report) -> None:
    entries = (report.root / CATALOGUE).read_text(encoding="utf-8").split("\n\n")
    (entry,) = [entry for entry in entries if "{ip_trainings} training sessions" in entry]
    quoted_in(TRANSLATING, entry + "\n")


def test_the_guide_shows_the_state_and_the_difference_of_a_reworded_message(reworded: Report) -> None:
    quoted_in(TRANSLATING, run(reworded, "translate", "status", DOMAIN).rstrip("\n") + "\n")
    shown, _, _ = run(reworded, "translate", "diff").partition("\n\n")
    quoted_in(TRANSLATING, shown + "\n")
    name, _, _ = shown.partition(" ")
    line = re.search(rf"{CATALOGUE}:\d+", shown)[0]
    for page in TRANSLATING:
        text = page.read_text(encoding="utf-8")
        named = [word for word in (f"`{name}`", f"translate accept {name}\n", f"accept {line}\n") if word not in text]
        assert named == [], f"{page.name} does not name the message {name} and its line {line}"


def test_the_guide_shows_what_is_found_where_a_translation_states_another_number(report: Report) -> None:
    report.replace(CATALOGUE, "每年4月26日", "每年4月25日")
    quoted_in(TRANSLATING, run(report, "translate", "lint").rstrip("\n") + "\n")


def test_the_guide_shows_a_lawyer_s_changes_and_comments_by_line(built: Report) -> None:
    file = Reviewer(built.file("en", "docx"))
    paragraph = file.paragraph("We set great store by protecting")
    file.change(paragraph, "our own IP", "the Company’s own IP")
    number = file.comment(paragraph, "lifecycle", "Define it here, or where it is used first.")
    file.reply(number, "It is in the Measures that the next paragraph names.", "ESG Office")
    file.change(file.paragraph("58,941.32"), "58,941.32", "58,941.30")
    quoted_in(REVIEW, imported(built, file))


def test_the_guide_shows_a_comment_on_the_translation_by_its_catalogue_s_line(built: Report) -> None:
    file = Reviewer(built.file("zh_Hans", "docx"), author="法务部")
    file.comment(file.paragraph("我们高度重视自主知识产权保护"), "全生命周期", "请与词汇表核对。")
    shown = imported(built, file)
    assert shown.startswith(message_id(DOMAIN, SENTENCE))
    quoted_in(REVIEW, shown)


def imported(report: Report, file: Reviewer) -> str:
    return run(report, "review", "import", str(file.save(report.root / "reviewed.docx"))).rpartition("\n\n")[0] + "\n"
