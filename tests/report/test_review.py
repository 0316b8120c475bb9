"""What a reviewer did in Word comes back by file, line and column, in both languages; nothing is changed."""

from __future__ import annotations

import copy
import hashlib
import json
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from harbour import CHINESE, KPIS, PROSE, SECTION, Harbour
from lxml import etree
from reviewing import Reviewer, w

from reportgen.cli.main import main
from reportgen.i18n.identity import message_id

from .conftest import Report

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@pytest.fixture
def report(tmp_path: Path) -> Harbour:
    made = Harbour(tmp_path)
    made.build()
    return made


@pytest.fixture
def file(report: Harbour) -> Reviewer:
    return Reviewer(report.file("en"))


def run(report: Harbour | Report, file: Reviewer | Path, *options: str, code: int = 0):
    path = file.save(report.root / "review.docx") if isinstance(file, Reviewer) else file
    result = CliRunner().invoke(main, ["review", "import", "--project", str(report.root), *options, str(path)])
    assert result.exit_code == code, result.output
    return result


def records(report: Harbour | Report, file: Reviewer | Path, *options: str) -> dict:
    return json.loads(run(report, file, "--output-format", "json", *options).stdout)


def only(report: Harbour, file: Reviewer, *options: str) -> dict:
    """Return the only passage of a review."""
    (passage,) = records(report, file, *options)["passages"]
    return passage


def at(record: dict) -> list[str]:
    return [f"{place['language']} {place['file']}:{place['line']}:{place['column']}" for place in record["places"]]


def line_of(report: Harbour, path: str, words: str, there: str = "") -> str:
    """Return where words stand in the line that holds ``words``, as `file:line:column`."""
    for number, line in enumerate((report.root / path).read_text(encoding="utf-8").splitlines(), 1):
        if words in line:
            return f"{path}:{number}:{line.index(there or words) + 1}"
    raise AssertionError(f"{words!r} is not in {path}")


def test_a_comment_is_listed_by_place_in_both_languages(report: Harbour, file: Reviewer) -> None:
    number = file.comment(file.paragraph("In 2023"), "The piers", "Which ones?", "All four?")
    file.reply(number, "North and South.", "Keepers’ Office")
    result = run(report, file)
    name = message_id("lamps", PROSE)
    assert result.stdout == (
        f"{name}\n"
        "  Power of the Lamps\n"
        f"  en: {SECTION}:5:1\n"
        f"  zh_Hans: {line_of(report, CHINESE, '年，灯塔用电', '{current}')}\n"
        "  6:1 Legal, 2024-03-05 10:15 on “The piers”:\n"
        "    Which ones?\n"
        "    All four?\n"
        "    > Keepers’ Office, 2024-03-06 09:00: North and South.\n"
        "\n"
    )
    assert result.stderr == "1 comment, no changes\n"


def test_a_change_has_the_paragraph_before_and_after(report: Harbour, file: Reviewer) -> None:
    paragraph = file.paragraph("In 2023")
    file.change(paragraph, "most", "nearly all")
    file.insert(paragraph, "every", " single", author="Board Office")
    passage = only(report, file)
    assert passage["state"] == "current"
    assert passage["messages"] == [message_id("lamps", PROSE)]
    assert passage["before"].endswith("The piers take most of it. We read the meters every night.")
    assert passage["after"].endswith("The piers take nearly all of it. We read the meters every single night.")
    first, second = passage["changes"]
    assert (first["deleted"], first["inserted"], first["author"], first["date"]) == (
        "most",
        "nearly all",
        "Legal",
        "2024-03-05T10:15:00Z",
    )
    assert at(first)[0] == f"en {SECTION}:6:16"
    assert (second["deleted"], second["inserted"], second["author"]) == ("", " single", "Board Office")
    assert at(second)[0] == f"en {SECTION}:7:25"
    shown = run(report, file).stdout
    assert "The piers take [-most-]{+nearly all+} of it. We read the meters every{+ single+} night.\n" in shown
    assert "  6:16 Legal, 2024-03-05 10:15: “most” -> “nearly all”\n" in shown
    assert "  7:25 Board Office, 2024-03-05 10:15: inserted “ single”\n" in shown


def test_a_review_of_the_translation_names_the_catalogue_s_line_first(report: Harbour) -> None:
    file = Reviewer(report.file("zh_Hans"), author="法务部")
    file.comment(file.paragraph("灯塔用电"), "灯塔用电", "目录")
    file.change(file.paragraph("较上年有所下降"), "其中码头", "其中各码头")
    came = records(report, file)
    assert came["language"] == "zh_Hans"
    changed = next(passage for passage in came["passages"] if passage["changes"])
    assert at(changed["changes"][0]) == [
        f"zh_Hans {line_of(report, CHINESE, '其中码头')}",
        f"en {SECTION}:5:1",
    ]
    assert (changed["changes"][0]["deleted"], changed["changes"][0]["author"]) == ("其中码头", "法务部")


def test_a_changed_number_leads_to_its_value(report: Harbour, file: Reviewer) -> None:
    file.change(file.paragraph("In 2023"), "4,200", "4,300")
    file.change(file.paragraph("3,000"), "3,000", "3,001")
    file.comment(file.paragraph("2023 the"), "2023", "Or the financial year?")
    prose, cell = records(report, file)["passages"]
    numbers = prose["changes"][0]["numbers"]
    value = line_of(report, KPIS, "current: 4200", "4200")
    assert [(n["text"], n["reference"], f"{n['file']}:{n['line']}:{n['column']}") for n in numbers] == [
        ("4,200\u00a0kWh", "{lamp_power}", value)
    ]
    assert [n["reference"] for n in prose["comments"][0]["numbers"]] == ["{current}"]
    assert cell["state"] == "beside"
    assert cell["messages"] == [message_id("kpis", "Power of the North Pier")]
    (number,) = cell["changes"][0]["numbers"]
    assert (number["reference"], number["file"]) == ("{north_power[prior].value}", KPIS)
    assert (number["line"], number["column"]) == (13, 21)
    assert f"    3,000 is {{north_power[prior].value}}: {KPIS}:13:21\n" in run(report, file).stdout


def test_words_that_stand_there_several_times_are_known_by_their_line(report: Harbour, file: Reviewer) -> None:
    file.comment(file.paragraph("Yes", time=2), "Yes", "How?")
    assert at(only(report, file)["comments"][0])[0] == f"en {line_of(report, SECTION, '| Storm', 'Yes')}"


def test_a_comment_may_go_over_several_paragraphs(report: Harbour, file: Reviewer) -> None:
    file.comment(file.paragraph("We changed"), "the lamps", "Check both.", to=file.paragraph("We trained"))
    (note,) = only(report, file)["comments"]
    assert note["words"] == "the lamps of the North Pier.\nWe trained the keepers."
    assert note["through"] == [message_id("lamps", "We trained the keepers.")]


def test_paragraphs_come_go_and_are_split(report: Harbour, file: Reviewer) -> None:
    file.delete_paragraph(file.paragraph("We trained the keepers."))
    file.new_paragraph(file.paragraph("We changed the lamps"), "We painted the pier.")
    file.split(file.paragraph("All lamps of the North Pier"), "see")
    added, gone, split = records(report, file)["passages"]
    assert added["messages"] == [message_id("lamps", "We changed the lamps of the North Pier.")]
    assert added["after"] == "We changed the lamps of the North Pier.\nWe painted the pier."
    assert (gone["before"], gone["after"]) == ("We trained the keepers.", "")
    assert (split["before"], split["after"]) == (
        "All lamps of the North Pier now save power: see Power by pier on page 03.",
        "All lamps of the North Pier now save power: \nsee Power by pier on page 03.",
    )
    shown = run(report, file).stdout
    assert "Pier.{+⏎+}{+We painted the pier.+}\n" in shown
    assert "  12:3 Legal, 2024-03-05 10:15: deleted all of it\n" in shown


def test_a_page_number_has_the_place_of_its_paragraph(report: Harbour, file: Reviewer) -> None:
    paragraph = file.paragraph("All lamps of the North Pier")
    file.comment(paragraph, "03", "Is it?")
    file.change(file.paragraph("All lamps of the North Pier"), "03", "04")
    passage = only(report, file)
    case = 'All lamps of the North Pier now *save power*: see [](#power) on page [](#power "page").'
    assert (passage["state"], passage["messages"]) == ("current", [message_id("lamps", case)])
    assert passage["after"] == "All lamps of the North Pier now save power: see Power by pier on page 04."
    (change,), (comment,) = passage["changes"], passage["comments"]
    assert (change["deleted"], change["inserted"], comment["words"]) == ("03", "04", "04")
    place = line_of(report, SECTION, "All lamps", '[](#power "page")')
    assert at(change)[0] == at(comment)[0] == f"en {place}"
    assert run(report, file).stderr == "1 comment, 1 change\n"


def test_a_row_marked_as_deleted_is_deleted(report: Harbour, file: Reviewer) -> None:
    row = next(file.paragraph("Fog").iterancestors(w("tr")))
    row.find(w("trPr")).append(file._mark("del"))
    fog, yes = records(report, file)["passages"]
    assert [(passage["before"], passage["after"]) for passage in (fog, yes)] == [("Fog", ""), ("Yes", "")]


def test_moved_and_withdrawn_words_are_told_as_such(report: Harbour, file: Reviewer) -> None:
    paragraph = file.paragraph("In 2023")
    file.change(paragraph, "every night", "")
    for mark in paragraph.iter(w("del")):
        mark.tag = w("moveFrom")
    file.insert(paragraph, "We ", "always ")
    added = next(paragraph.iter(w("ins")))
    struck = file._mark("del", "Board Office")
    struck.extend(list(added))
    added.append(struck)
    shown = run(report, file).stdout
    assert "Board Office, 2024-03-05 10:15: took “always ” away again\n" in shown
    assert "Legal, 2024-03-05 10:15: moved “every night” away\n" in shown


def test_footnotes_headings_and_case_titles_are_messages(report: Harbour, file: Reviewer) -> None:
    file.change(file.paragraph("Power is read", notes=True), "piers", "quays")
    file.change(file.paragraph("What We Did"), "Did", "Have Done")
    file.change(file.paragraph("New lamps on"), "New", "Better")
    found = {
        passage["changes"][0]["inserted"]: at(passage["changes"][0])[0] for passage in records(report, file)["passages"]
    }
    assert found == {
        "quays": f"en {line_of(report, SECTION, 'piers.')}",
        "Have Done": f"en {line_of(report, SECTION, 'Did')}",
        "Better": f"en {line_of(report, SECTION, 'New lamps')}",
    }


def test_notes_and_drawings_come_and_go(report: Harbour, file: Reviewer) -> None:
    mark = next(file.document.iter(w("footnoteReference"))).getparent()
    file.insert(file.paragraph("We trained"), "keepers", "x")
    added = next(file.document.iter(w("ins")))
    added.replace(added[0], copy.deepcopy(mark))
    file.strike(mark)
    file.strike(next(run for run in file.document.iter(w("r")) if run.find(f".//{C}chart") is not None))
    prose, inserted, chart = records(report, file)["passages"]
    note = "Power is read from the meters of the piers."
    assert prose["before"] == prose["after"]
    assert [prose["changes"][0][key] for key in ("thing", "deleted", "inserted")] == ["note", note, ""]
    assert at(prose["changes"][0])[0].startswith(f"en {SECTION}:5:")
    assert [inserted["changes"][0][key] for key in ("thing", "deleted", "inserted")] == ["note", "", note]
    assert chart["changes"][0]["thing"] == "drawing"
    assert chart["changes"][0]["deleted"].startswith("Chart: Each pier took less power.")
    result = run(report, file)
    assert "less than the year before.[-(note)-] The piers" in result.stdout
    assert f"Legal, 2024-03-05 10:15: deleted note “{note}”\n" in result.stdout
    assert f"Legal, 2024-03-05 10:15: inserted note “{note}”\n" in result.stdout
    assert "Legal, 2024-03-05 10:15: deleted drawing “Chart: Each pier took less power." in result.stdout
    assert result.stderr == "no comments, 3 changes\n"


def test_a_new_note_has_the_place_of_the_paragraph_with_its_mark(report: Harbour, file: Reviewer) -> None:
    file.note(file.paragraph("We trained"), "keepers", "All nine of them.")
    file.new_paragraph(file.paragraph("Power is read", notes=True), "Every night.")
    _, old, new = records(report, file)["passages"]
    assert (old["state"], old["messages"]) == (
        "current",
        [message_id("lamps", "Power is read from the meters of the piers.")],
    )
    assert (new["state"], new["messages"]) == ("new note", [message_id("lamps", "We trained the keepers.")])
    assert at(new)[0] == f"en {line_of(report, SECTION, 'We trained')}"
    assert "  (a new note in)\n" in run(report, file).stdout


def test_cells_of_an_index_are_in_no_paragraph_of_the_sources(sample: Report, tmp_path: Path) -> None:
    file = Reviewer(sample.file("en", "docx"))
    for words in ("Paragraph 13", "KPI B1.1"):
        file.comment(file.paragraph(words), words, "Is it?")
    found = records(sample, file.save(tmp_path / "review.docx"))["passages"]
    assert [(passage["state"], passage["places"], passage["heading"]) for passage in found] == [
        ("outside", [], "HKEX ESG Reporting Guide"),
        ("outside", [], "HKEX ESG Reporting Guide"),
    ]
    shown = run(sample, tmp_path / "review.docx").stdout
    assert "(in no paragraph of the sources)\n  HKEX ESG Reporting Guide\n" in shown


def test_words_that_changed_since_are_told_with_what_the_report_says_now(report: Harbour, file: Reviewer) -> None:
    file.change(file.paragraph("We trained"), "keepers", "watchmen")
    file.comment(file.paragraph("In 2023"), "The piers", "Which?")
    report.replace(SECTION, "We trained the keepers.", "We trained the keepers well.")
    report.replace(KPIS, "current: 4200", "current: 4300")
    report.replace(KPIS, "current: 2500", "current: 2600")
    number, source = records(report, file)["passages"]
    assert (number["state"], number["messages"]) == ("changed since", [message_id("lamps", PROSE)])
    assert number["now"].startswith("In 2023 the lamps took 4,300\u00a0kWh")
    assert (source["state"], source["messages"]) == (
        "source changed since",
        [message_id("lamps", "We trained the keepers.")],
    )
    assert source["now"] == "We trained the keepers well."
    assert at(source["changes"][0])[0] == f"en {line_of(report, SECTION, 'keepers well')}"
    result = run(report, file)
    assert "(its source has changed since)\n" in result.stdout
    assert "  now: We trained the keepers well.\n" in result.stdout
    assert result.stderr == "1 comment, 1 change, 2 passages out of date, 2 paragraphs changed without tracking\n"


def test_a_cell_whose_value_changed_since_says_so_and_has_its_place(report: Harbour, file: Reviewer) -> None:
    file.change(file.paragraph("2,500"), "2,500", "2,400")
    file.change(file.paragraph("In 2023"), "4,200", "4,100")
    report.replace(KPIS, "current: 4200", "current: 4310")
    report.replace(KPIS, "current: 2500", "current: 2610")
    prose, cell = records(report, file)["passages"]
    assert (cell["state"], cell["before"], cell["now"]) == ("beside", "2,500", "2,610")
    found = [[(number["text"], number["reference"]) for number in p["changes"][0]["numbers"]] for p in (prose, cell)]
    assert found == [[("4,310\u00a0kWh", "{lamp_power}")], [("2,610", "{north_power.value}")]]
    result = run(report, file)
    assert "  (data beside; the report says something else now)\n" in result.stdout
    place = line_of(report, KPIS, "current: 2610", "2610")
    assert "  was: 2,500\n  now: 2,610\n  [-2,500-]{+2,400+}\n" in result.stdout
    assert f"    2,610 is {{north_power.value}}: {place}\n" in result.stdout
    assert result.stderr == "no comments, 2 changes, 2 passages out of date, 1 paragraph changed without tracking\n"


def test_a_source_that_is_gone_altogether_is_told(report: Harbour, file: Reviewer) -> None:
    file.change(file.paragraph("We trained"), "keepers", "watchmen")
    report.replace(SECTION, "- We trained the keepers.\n", "")
    passage = only(report, file)
    assert (passage["state"], passage["now"], passage["places"]) == ("source changed since", "", [])


def test_a_file_that_lost_the_names_is_held_against_the_report_by_its_words(report: Harbour, file: Reviewer) -> None:
    file.change(file.paragraph("We trained"), "keepers", "watchmen")
    elsewhere = file.paragraph("We changed")
    elsewhere.getparent().remove(elsewhere)
    for tag in ("bookmarkStart", "bookmarkEnd"):
        for mark in [*file.document.iter(w(tag)), *file.notes.iter(w(tag))]:
            mark.getparent().remove(mark)
    result = run(report, file)
    assert f"  en: {line_of(report, SECTION, 'We trained')}\n" in result.stdout
    assert result.stderr == (
        "no comments, 1 change\n"
        "warning[review-unmarked]: no paragraph of `review.docx` carries the name of its message: they are known by"
        " their words alone\n"
        "  = hint: review the .docx that `reportgen build` wrote; copying its text to a new file loses the names\n"
        "\n"
    )


def test_a_comment_by_python_docx_comes_back(report: Harbour) -> None:
    document = docx.Document(str(report.file("en")))
    paragraph = next(paragraph for paragraph in document.paragraphs if paragraph.text.startswith("We trained"))
    document.add_comment(paragraph.runs, text="Since when?", author="Legal", initials="L")
    path = report.root / "saved.docx"
    document.save(str(path))
    (passage,) = records(report, path)["passages"]
    assert at(passage["comments"][0])[0] == f"en {line_of(report, SECTION, 'We trained')}"
    assert passage["comments"][0]["text"] == "Since when?"


def test_what_was_changed_without_tracking_is_counted_and_can_be_listed(report: Harbour, file: Reviewer) -> None:
    assert run(report, file, "--untracked").stderr == "no comments, no changes\n"
    words = file.paragraph("We trained").find(f".//{w('t')}")
    words.text = words.text.replace("keepers", "watchmen")
    result = run(report, file)
    assert result.stdout == ""
    assert result.stderr == "no comments, no changes, 1 paragraph changed without tracking\n"
    shown = run(report, file, "--untracked").stdout
    assert shown == (
        f"{message_id('lamps', 'We trained the keepers.')}  (the report says something else now)\n"
        "  Power of the Lamps > What We Did\n"
        f"  en: {line_of(report, SECTION, 'We trained')}\n"
        f"  zh_Hans: {line_of(report, CHINESE, '培训')}\n"
        "  was: We trained the watchmen.\n"
        "  now: We trained the keepers.\n\n"
    )


def test_words_at_either_end_of_a_paragraph_are_found_without_tracking(report: Harbour, file: Reviewer) -> None:
    first, last, third = map(file.paragraph, ("We changed", "We trained", "All lamps of"))
    third.append(file._run(" So it is.", None))
    first.find(w("bookmarkStart")).addprevious(file._run("Last year ", None))
    last.append(file._run(" Well.", None))
    found = records(report, file)["untracked"]
    assert [(passage["state"], passage["before"], passage["now"]) for passage in found] == [
        (
            "changed since",
            "Last year We changed the lamps of the North Pier.",
            "We changed the lamps of the North Pier.",
        ),
        ("changed since", "We trained the keepers. Well.", "We trained the keepers."),
        (
            "changed since",
            "All lamps of the North Pier now save power: see Power by pier on page 03. So it is.",
            "All lamps of the North Pier now save power: see Power by pier on page ….",
        ),
    ]
    assert at(found[1])[0] == f"en {line_of(report, SECTION, 'We trained')}"


def test_paragraphs_that_come_and_go_are_found_without_tracking(report: Harbour, file: Reviewer) -> None:
    last = file.paragraph("We trained")
    made = etree.Element(w("p"))
    made.append(file._run("We painted the pier.", None))
    last.addnext(made)
    for gone in (last, file.paragraph("Power is read", notes=True)):
        gone.getparent().remove(gone)
    assert run(report, file).stderr == "no comments, no changes, 3 paragraphs changed without tracking\n"
    shown = run(report, file, "--untracked").stdout.split("\n\n")
    assert shown[0].startswith(
        f"{message_id('lamps', 'We changed the lamps of the North Pier.')}  (a new paragraph after)\n"
    )
    assert shown[0].endswith("\n  was: We painted the pier.")
    assert shown[1] == (
        f"{message_id('lamps', 'We trained the keepers.')}  (not in the file)\n"
        "  Power of the Lamps > What We Did\n"
        f"  en: {line_of(report, SECTION, 'We trained')}\n"
        f"  zh_Hans: {line_of(report, CHINESE, '培训')}\n"
        "  now: We trained the keepers."
    )
    assert "(not in the file)" in shown[2]


def test_rows_and_cells_are_found_without_tracking(report: Harbour, file: Reviewer) -> None:
    row = next(file.paragraph("Power of the South Pier").iterancestors(w("tr")))
    made = copy.deepcopy(row)
    for mark in list(made.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        mark.getparent().remove(mark)
    for words, text in zip(made.iter(w("t")), ("Power of the East Pier", "kWh", "7", "8"), strict=True):
        words.text = text
    row.addprevious(made)
    for words in file.paragraph("3,000").iter(w("t")):
        words.text = "3,001"
    found = records(report, file)["untracked"]
    north = [message_id("kpis", "Power of the North Pier")]
    assert [(passage["state"], passage["before"], passage["now"]) for passage in found] == [
        ("beside", "3,001", "3,000"),
        ("new", "Power of the East Pier", ""),
        ("new", "kWh", ""),
        ("new", "7", ""),
        ("new", "8", ""),
    ]
    assert all(passage["messages"] == north for passage in found)
    assert "  (data beside; the report says something else now)\n" in run(report, file, "--untracked").stdout


@pytest.mark.parametrize("locale", ["en", "zh_Hans"])
def test_a_file_that_nobody_changed_is_what_the_report_says(sample: Report, locale: str, tmp_path: Path) -> None:
    path = tmp_path / "saved.docx"
    docx.Document(str(sample.file(locale, "docx"))).save(str(path))
    for file in (sample.file(locale, "docx"), path):
        assert run(sample, file, "--untracked").stderr == "no comments, no changes\n"


def test_a_paragraph_of_nobody_is_a_new_one(report: Harbour, file: Reviewer) -> None:
    stray = etree.Element(w("p"))
    stray.append(etree.Element(w("pPr")))
    stray.append(file._run("Typed here", None))
    file.paragraph("Power of the Lamps", time=3).addnext(stray)
    file.comment(stray, "Typed", "What is this?")
    passage = only(report, file)
    assert (passage["state"], passage["messages"]) == ("new", [message_id("lamps", "Power of the Lamps")])


def test_nothing_is_changed(report: Harbour, file: Reviewer) -> None:
    def state() -> dict[str, str]:
        return {
            str(path): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in report.root.rglob("*")
            if path.is_file()
        }

    file.change(file.paragraph("We trained"), "keepers", "watchmen")
    file.save(report.root / "review.docx")
    before = state()
    run(report, report.root / "review.docx")
    assert state() == before


def test_a_file_that_cannot_be_read_ends_with_status_1(report: Harbour) -> None:
    path = report.root / "review.docx"
    path.write_bytes(b"no Word file")
    result = run(report, path, code=1)
    assert result.stdout == ""
    assert result.stderr == (
        "error[review-unreadable]: `review.docx` cannot be read: it is damaged, or no Word file\n"
        "  = hint: ask for the .docx file, saved by Word without a password\n\n"
    )


def test_a_language_that_the_report_is_not_made_in_is_refused(report: Harbour, file: Reviewer) -> None:
    result = run(report, file, "--locale", "fr", code=1)
    assert "error[wrong-value]: the report is not made in `fr`\n" in result.stderr
