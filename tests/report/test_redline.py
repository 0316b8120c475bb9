"""A redline shows exactly what changed since a revision; accepted it is the new report, rejected the old one."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from harbour import ID, KPIS, PROSE, SECTION, Harbour
from lxml import etree
from reading_redline import INSERTED, accepted, changed, marks, rejected
from reviewing import Reviewer, w

from reportgen.cli.main import main

LONGER = PROSE.replace("less than the year before.", "far less than in the year before.")
TRANSLATED = "{current}年，灯塔用电{lamp_power}，较上年显著下降。[^meters]其中码头用电最多。我们每晚抄表。"


@pytest.fixture
def report(tmp_path: Path) -> Harbour:
    made = Harbour(tmp_path)
    made.commit()
    made.build()
    for locale in ("en", "zh_Hans"):
        made.file(locale).rename(made.file(f"{locale}.old"))
    return made


def redline(report: Harbour, *options: str, code: int = 0):
    result = CliRunner().invoke(main, ["build", "--redline", "HEAD", "--project", str(report.root), *options])
    assert result.exit_code == code, result.output
    return result


def shown(report: Harbour, locale: str = "en") -> list[tuple[str, str]]:
    """Build the redline of a language and the report itself, hold them together, and return the changes."""
    redline(report)
    report.build()
    path = report.file(f"{locale}.redline")
    assert accepted(path) == accepted(report.file(locale))
    assert rejected(path) == accepted(report.file(f"{locale}.old"))
    _check_ids(path)
    return changed(path)


def _check_ids(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        roots = [etree.fromstring(package.read(f"word/{part}.xml")) for part in ("document", "footnotes")]
    for tags in (("ins", "del"), ("bookmarkStart",)):
        ids = [node.get(w("id")) for root in roots for tag in tags for node in root.iter(w(tag))]
        assert len(ids) == len(set(ids))
    references = [node.get(w("id")) for node in roots[0].iter(w("footnoteReference"))]
    notes = [note.get(w("id")) for note in roots[1] if note.get(w("type")) is None]
    assert notes == [str(number) for number in range(1, len(notes) + 1)]
    assert notes == list(dict.fromkeys(references))
    names = [node.get(w("name")) for root in roots for node in root.iter(w("bookmarkStart"))]
    assert len(names) == len(set(names))
    targets = {link.get(w("anchor")) for root in roots for link in root.iter(w("hyperlink"))} - {None}
    assert targets <= set(names)


def test_what_did_not_change_is_not_marked(report: Harbour) -> None:
    assert redline(report).stdout == f"build/{ID}.en.redline.docx\nbuild/{ID}.zh_Hans.redline.docx\n"
    assert marks(report.file("en.redline")) == []
    assert rejected(report.file("en.redline")) == accepted(report.file("en.old"))


def test_changed_words_are_marked_and_no_others(report: Harbour) -> None:
    report.replace(SECTION, "less than the year before.", "far less than in the year before.")
    report.translate({LONGER: TRANSLATED})
    assert shown(report) == [("", "far "), ("", " in")]
    assert shown(report, "zh_Hans") == [("有所", "显著")]


def test_all_changes_bear_the_company_and_the_date_of_the_last_commit(report: Harbour) -> None:
    report.replace(SECTION, "less than the year before.", "far less than in the year before.")
    report.translate({LONGER: TRANSLATED})
    redline(report)
    found = {(mark.get(w("author")), mark.get(w("date"))) for mark in marks(report.file("en.redline"))}
    assert found == {("Harbour Light", "2024-03-01T01:00:00Z")}


def test_the_same_input_makes_the_same_bytes(report: Harbour) -> None:
    report.replace(SECTION, "- We trained the keepers.\n", "")
    redline(report)
    before = report.file("en.redline").read_bytes()
    redline(report)
    assert report.file("en.redline").read_bytes() == before


def test_paragraphs_headings_items_and_cases_come_and_go(report: Harbour) -> None:
    report.replace(SECTION, "- We trained the keepers.\n", "- We painted the pier.\n- We hired a captain.\n")
    report.replace(SECTION, "## What We Did {: #measures}\n", "## What We Did {: #measures}\n\nA good deal.\n")
    report.replace(SECTION, '::: case "New lamps on the North Pier"', '::: case "Better lamps on the North Pier"')
    report.translate(
        {
            "We painted the pier.": "粉刷了码头。",
            "We hired a captain.": "聘请了船长。",
            "A good deal.": "很多。",
            "Better lamps on the North Pier": "北码头换灯",
        }
    )
    assert shown(report) == [
        ("", "A good deal."),
        ("We trained the keepers.", ""),
        ("", "We painted the pier."),
        ("", "We hired a captain."),
        ("New", "Better"),
    ]
    ends = [mark for mark in marks(report.file("en.redline")) if mark.getparent().tag == w("rPr")]
    assert [mark.tag == INSERTED for mark in ends] == [True, False, True, True]


def test_a_value_changes_in_text_table_and_chart(report: Harbour) -> None:
    report.replace(KPIS, "current: 4200", "current: 4100")
    report.replace(KPIS, "current: 2500", "current: 2400")
    found = shown(report)
    assert found[0] == ("4,200", "4,100")
    assert found[-2:] == [("4,200", "4,100"), ("2,500", "2,400")]
    gone, drawn = found[1:-2]
    assert gone[0].startswith("[Chart: Each pier took less power. Power by pier, kWh. Category North Pier: 3,000")
    assert (gone[1], drawn[0], drawn[1]) == ("", "", gone[0].replace("2,500", "2,400"))


def test_rows_come_and_go_and_cells_change(report: Harbour) -> None:
    report.replace(SECTION, "| Fog | Yes |\n", "| Ice | No |\n")
    report.replace(SECTION, "| Storm | Yes |", "| Storm | Yes, always |")
    report.translate({"Ice": "冰", "No": "否", "Yes, always": "是"})
    assert shown(report) == [("Fog", ""), ("Yes", ""), ("", "Ice"), ("", "No"), ("", ", always")]
    rows = [mark for mark in marks(report.file("en.redline")) if mark.getparent().tag == w("trPr")]
    assert [mark.tag == INSERTED for mark in rows] == [False, True]


def test_a_table_of_other_columns_is_another_table(report: Harbour) -> None:
    report.replace(KPIS, "columns: [name, unit, prior, current]", "columns: [name, prior, current]")
    found = shown(report)
    assert ("kWh", "") in found
    assert found.count(("4,200", "")) == found.count(("", "4,200")) == 1


def test_notes_are_changed_added_and_taken_away(report: Harbour) -> None:
    report.replace(SECTION, "Power is read from the meters of the piers.", "Power is read off the meters of the piers.")
    report.translate({"Power is read off the meters of the piers.": "用电量由各码头电表读数汇总。"})
    assert shown(report) == [("from", "off")]
    report.replace(SECTION, "less than the year before.[^meters]", "less than the year before.")
    report.replace(
        SECTION, "\n[^meters]: Power is read off the meters of the piers.\n", "\n[^keepers]: They work by night.\n"
    )
    report.replace(SECTION, "- We trained the keepers.", "- We trained the keepers.[^keepers]")
    report.translate(
        {
            PROSE.replace("[^meters]", ""): TRANSLATED.replace("[^meters]", ""),
            "We trained the keepers.[^keepers]": "培训了守灯人。[^keepers]",
            "They work by night.": "他们夜间工作。",
        }
    )
    assert shown(report) == [("\tPower is read from the meters of the piers.", ""), ("", "\tThey work by night.")]


def test_a_title_changes_where_it_is_referred_to(report: Harbour) -> None:
    report.replace(KPIS, "caption: Power by pier", "caption: Power by the pier")
    report.translate({"Power by the pier": "各码头用电"})
    assert ("", "the ") in shown(report)


def test_a_chapter_that_ends_in_what_is_gone_keeps_its_section(report: Harbour) -> None:
    report.replace(SECTION, "::: statistics power\n:::\n", "")
    report.replace(SECTION, 'see [](#power) on page [](#power "page").', "see below.")
    report.translate(
        {"All lamps of the North Pier now *save power*: see below.": "北码头已全部改用*节能灯*，详见下文。"}
    )
    shown(report)
    with zipfile.ZipFile(report.file("en.redline")) as one, zipfile.ZipFile(report.file("en")) as other:
        count = [len(re.findall(rb"<w:sectPr", package.read("word/document.xml"))) for package in (one, other)]
    assert count[0] == count[1]


def test_a_comment_on_a_redline_comes_back_without_the_redline_s_own_changes(report: Harbour) -> None:
    report.replace(SECTION, "- We trained the keepers.\n", "")
    report.replace(SECTION, "less than the year before.", "far less than in the year before.")
    report.translate({LONGER: TRANSLATED})
    redline(report)
    file = Reviewer(report.file("en.redline"))
    paragraph = file.paragraph("In 2023")
    file.change(paragraph, "most", "nearly all")
    file.comment(paragraph, "night", "And by day?")
    path = file.save(report.root / "review.docx")
    result = CliRunner().invoke(main, ["review", "import", "--project", str(report.root), str(path)])
    assert result.stderr == "1 comment, 1 change\n"
    assert "far less than in the year before. The piers take [-most-]{+nearly all+} of it." in result.stdout
    assert "  7:26 Legal, 2024-03-05 10:15 on “night”:\n" in result.stdout


def refused(report: Harbour, revision: str, *options: str) -> str:
    result = CliRunner().invoke(main, ["build", "--redline", revision, "--project", str(report.root), *options])
    assert result.exit_code == 1, result.output
    assert not list(report.root.glob("build/*.redline.docx"))
    return result.stderr.split("\n", 2)[2]


def test_a_revision_that_is_none_or_cannot_be_built_is_told(report: Harbour) -> None:
    assert refused(report, "nonsense") == (
        "error[unknown-revision]: git knows no revision `nonsense`\n"
        "  = hint: name a commit, branch or tag, such as HEAD~5 or main; a shallow clone needs"
        " `git fetch --unshallow`\n\n"
    )
    report.replace("content/report.yaml", "source: en", "source: fr")
    report.commit()
    report.replace("content/report.yaml", "source: fr", "source: en")
    assert refused(report, "HEAD") == (
        "error[revision-broken]: the report as it was at `HEAD` cannot be built: unknown language `fr` at"
        " content/report.yaml:13:9\n"
        "  = hint: name a later revision\n\n"
    )


def test_a_language_that_is_new_has_no_redline(report: Harbour) -> None:
    report.replace("content/report.yaml", "locales: [en, zh_Hans]", "locales: [en]")
    report.commit()
    report.replace("content/report.yaml", "locales: [en]", "locales: [en, zh_Hans]")
    result = redline(report, code=1)
    assert result.stdout == f"build/{ID}.en.redline.docx\n"
    assert result.stderr.endswith(
        "error[revision-broken]: the report as it was at `HEAD` was not made in `zh_Hans`\n"
        "  = hint: name a later revision, or another language: `--locale`\n\n"
    )


def test_a_report_in_no_repository_has_no_redline(tmp_path: Path) -> None:
    report = Harbour(tmp_path)
    assert refused(report, "HEAD").startswith("error[no-git]: the report's folder is in no git repository\n")


def test_two_kinds_of_copies_are_not_asked_for_at_once(report: Harbour) -> None:
    result = CliRunner().invoke(main, ["build", "--redline", "HEAD", "--bilingual", "--project", str(report.root)])
    assert result.exit_code == 2
    assert "--bilingual and --redline write different files: choose one" in result.stderr


@pytest.mark.parametrize("copy", [("--bilingual",), ("--redline", "HEAD")])
def test_a_copy_is_in_word_and_in_no_format_that_is_asked_for(report: Harbour, copy: tuple[str, ...]) -> None:
    result = CliRunner().invoke(main, ["build", *copy, "--format", "pdf", "--project", str(report.root)])
    assert result.exit_code == 2
    assert f"{copy[0]} writes Word files alone: leave out --format" in result.stderr
