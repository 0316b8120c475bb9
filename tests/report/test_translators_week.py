"""A translator's week on the sample: what changed is shown, kept, accepted; nothing is lost, nothing is stale."""

from __future__ import annotations

import ctypes
import json
import subprocess
from decimal import ROUND_DOWN, Decimal

import docx
import polib
import pypdfium2
import pypdfium2.raw
import pytest
from click.testing import CliRunner
from git_settings import SOMEBODY

from reportgen.cli.main import main
from reportgen.i18n.identity import message_id

SECTION = "content/sections/green_data_center.md"
CATALOGUE = "locales/zh_Hans/LC_MESSAGES/green_data_center.po"
ABOUT = "locales/en/LC_MESSAGES/about_the_report.po"
DRAFT = (0xB3, 0x00, 0x6B)
OLD = "we set requirements for power usage"
NEW = "we set requirements, for power usage"


def run(report, *arguments, code=0):
    result = CliRunner().invoke(main, ["translate", *arguments, "--project", str(report.root)])
    assert result.exit_code == code, result.output
    return result.stdout, result.stderr


def entry(report, words, path=CATALOGUE):
    return next(entry for entry in polib.pofile(report.root / path) if words in entry.msgid)


@pytest.fixture
def moved(report):
    """Return the sample after a comma was put into a sentence, its catalogues brought up to date."""
    report.replace(SECTION, OLD, NEW)
    run(report, "update")
    return report


def test_a_comma_keeps_the_translation_as_out_of_date_with_the_previous_source(moved):
    changed = entry(moved, NEW)
    assert changed.fuzzy
    assert OLD in changed.previous_msgid
    assert changed.msgstr.startswith("我们根据自建数据中心的实际运行情况")


def test_diff_shows_the_comma_and_accept_clears_it(moved):
    changed = entry(moved, NEW)
    name = message_id("green_data_center", changed.msgid)
    out, err = run(moved, "diff")
    assert out == (
        f"{name}  changed\n"
        f"  {SECTION}:11 -> {CATALOGUE}:24\n"
        "  Green Data Center\n"
        "  en: For the data centers that we built ourselves, we set targets for the use of energy and water, in the "
        "light of how they actually run; for those that we lease, we set requirements{+,+} for power usage "
        "effectiveness (PUE). PUE and related indicators are part of the performance assessment of all data center "
        "employees.\n"
        f"  zh_Hans: {changed.msgstr}\n"
        "\n"
    )
    assert err == "1 changed\n"
    assert run(moved, "accept", name) == (f"{name}\n", "1 accepted\n")
    accepted = entry(moved, NEW)
    assert (accepted.fuzzy, accepted.previous_msgid, accepted.msgstr) == (False, None, changed.msgstr)
    assert run(moved, "diff") == ("", "nothing has changed\n")
    assert list(moved.found()) == []


def test_a_message_whose_translation_was_taken_out_is_listed_once_as_new(moved):
    file = moved.root / CATALOGUE
    catalogue = polib.pofile(file)
    next(entry for entry in catalogue if NEW in entry.msgid).msgstr = ""
    catalogue.save()
    assert run(moved, "diff")[1] == "1 new\n"


def test_a_message_is_accepted_by_its_place_by_section_or_all(moved):
    assert run(moved, "accept", f"{CATALOGUE}:30")[1] == "1 accepted\n"
    moved.replace(SECTION, NEW, OLD)
    assert run(moved, "accept", "--section", "low_carbon_office")[1] == "0 accepted\n"
    assert run(moved, "accept", "--all", "--locale", "zh_Hans")[1] == "1 accepted\n"


def test_what_cannot_be_accepted_is_said_and_stays(report):
    report.replace(SECTION, "In {current} the Yizhuang", "In {prior} the Yizhuang")
    report.replace(SECTION, OLD, "we set requirements for 15 years for power usage")
    run(report, "update")
    title = message_id("green_data_center", "Green Data Center")
    year = message_id("green_data_center", entry(report, "In {prior} the Yizhuang").msgid)
    count = message_id("green_data_center", entry(report, "for 15 years").msgid)
    _, err = run(report, "accept", title, year, count, "green_data_center.00000000", "nonsense", code=1)
    assert err.splitlines()[0] == "0 accepted"
    messages = [line for line in err.splitlines() if line.startswith("error")]
    assert messages == [
        "error[unknown-message]: there is no message `green_data_center.00000000`",
        "error[unknown-message]: there is no message's name or place `nonsense`",
        f"error[not-accepted]: `{title}` is not accepted: it is not out of date",
        f"error[not-accepted]: `{count}` is not accepted: a number of its source has changed",
        f"error[not-accepted]: `{year}` is not accepted: its translation lacks `{{prior}}`",
    ]
    assert entry(report, "for 15 years").fuzzy


def test_a_paragraph_moved_to_another_section_keeps_its_translation(report):
    paragraph = "We give priority to environmentally friendly data centers"
    file = report.root / SECTION
    text = file.read_text(encoding="utf-8")
    whole = next(block for block in text.split("\n\n") if block.startswith(paragraph))
    file.write_text(text.replace(f"{whole}\n\n", ""), encoding="utf-8")
    other = report.root / "content/sections/low_carbon_office.md"
    other.write_text(f"{other.read_text(encoding='utf-8')}\n{whole}\n", encoding="utf-8")
    before = entry(report, paragraph).msgstr
    run(report, "update")
    moved = entry(report, paragraph, "locales/zh_Hans/LC_MESSAGES/low_carbon_office.po")
    assert (moved.msgstr, moved.fuzzy) == (before, False)
    assert run(report, "status", "--fail-under", "100")[1] == ""


def test_status_counts_by_catalogue_and_language(moved):
    moved.replace(
        SECTION, "## Planning and Location Selection", "New words: {current}.\n\n## Planning and Location Selection"
    )
    out, err = run(moved, "status", "green_data_center", "about_the_report")
    about = len(live(moved.root / ABOUT))
    green = len(live(moved.root / CATALOGUE)) + 1
    done = percent(green - 2, green)
    assert out == (
        "To en\n"
        "catalogue         messages  translated  changed  new  words  obsolete    done\n"
        f"about_the_report  {about:8}  {about:10}        0    0      0         0  100.0%\n"
        f"together          {about:8}  {about:10}        0    0      0         0  100.0%\n"
        "\n"
        "To zh_Hans\n"
        "catalogue          messages  translated  changed  new  words  obsolete   done\n"
        f"green_data_center  {green:8}  {green - 2:10}        1    1     56         0  {done}%\n"
        f"together           {green:8}  {green - 2:10}        1    1     56         0  {done}%\n"
        "\n"
    )
    assert err == "Some catalogues are not up to date with the sources: run `reportgen translate update`.\n"
    records = json.loads(run(moved, "status", "--json", "green_data_center")[0])
    assert records == [
        {
            "locale": "zh_Hans",
            "catalogue": "green_data_center",
            "language": "en",
            "messages": green,
            "translated": green - 2,
            "changed": 1,
            "new": 1,
            "words": 56,
            "obsolete": 0,
            "current": False,
            "percent": f"{done}",
        }
    ]
    _, err = run(moved, "status", "--fail-under", "99.9", code=1)
    messages = 1 + sum(len(live(path)) for path in (moved.root / "locales/zh_Hans").rglob("*.po"))
    assert err.splitlines()[-1] == f"zh_Hans is {percent(messages - 2, messages)}% done, less than 99.9%"


def live(path):
    return [entry for entry in polib.pofile(path) if not entry.obsolete]


def percent(part, whole):
    return (Decimal(100) * part / whole).quantize(Decimal("0.1"), ROUND_DOWN)


def test_a_section_that_is_not_there_is_named_with_its_neighbour(report):
    _, err = run(report, "status", "green_data_centre", code=1)
    assert err.splitlines()[:2] == [
        "error[wrong-value]: there is no catalogue `green_data_centre`",
        "  = hint: did you mean `green_data_center`?",
    ]


@pytest.fixture
def history(report, monkeypatch):
    """Return the sample as a repository with one commit."""
    for name, value in SOMEBODY.items():
        monkeypatch.setenv(name, value)
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "one"]):
        subprocess.run(["git", *arguments], cwd=report.root, check=True, capture_output=True)
    return report


def test_diff_since_a_revision_shows_the_week(history):
    history.replace(SECTION, OLD, NEW)
    history.replace(
        "content/sections/supplier_lifecycle.md", "title: Supplier Full Lifecycle Management", "title: Ships"
    )
    file = history.root / "locales/zh_Hans/LC_MESSAGES/low_carbon_office.po"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('msgstr "低碳办公"', 'msgstr "低碳办公室"', 1), encoding="utf-8")
    out, err = run(history, "diff", "--since", "HEAD")
    assert err == "1 changed, 1 new, 1 translation changed, 1 gone\n"
    heads = [line.split("  ")[1] for line in out.splitlines() if line and not line.startswith(" ")]
    assert heads == ["changed", "translation changed", "new", "gone"]
    assert "  zh_Hans: 低碳办公{+室+}\n" in out
    assert "  en: [-Supplier Full Lifecycle Management-]\n" in out


def test_a_revision_that_is_none(history):
    for revision in ("nonsense", "--output=x"):
        out, err = run(history, "diff", f"--since={revision}", code=1)
        assert out == ""
        assert err == (
            f"error[unknown-revision]: git knows no revision `{revision}`\n"
            "  = hint: name a commit, branch or tag, such as HEAD~5 or main; a shallow clone needs `git fetch "
            "--unshallow`\n\n"
        )


def test_the_page_for_a_browser(moved, tmp_path):
    page = tmp_path / "week.html"
    assert run(moved, "diff", "--html", str(page))[0] == f"{page}\n"
    text = page.read_text(encoding="utf-8")
    assert "we set requirements<ins>,</ins> for power usage" in text
    assert '<p lang="zh-Hans-CN">我们根据自建数据中心' in text
    assert "<script" not in text
    moved.replace(SECTION, NEW, "we set requirements, <br>**for** power usage")
    run(moved, "diff", "--html", str(page))
    assert "&lt;br&gt;" in page.read_text(encoding="utf-8")


def test_accepting_writes_what_moved_too(moved):
    paragraph = "We give priority to environmentally friendly data centers"
    file = moved.root / SECTION
    text = file.read_text(encoding="utf-8")
    whole = next(block for block in text.split("\n\n") if block.startswith(paragraph))
    file.write_text(text.replace(f"{whole}\n\n", ""), encoding="utf-8")
    other = moved.root / "content/sections/low_carbon_office.md"
    other.write_text(f"{other.read_text(encoding='utf-8')}\n{whole}\n", encoding="utf-8")
    run(moved, "accept", "--section", "green_data_center")
    run(moved, "update")
    assert entry(moved, paragraph, "locales/zh_Hans/LC_MESSAGES/low_carbon_office.po").msgstr


def test_a_place_in_a_catalogue_that_is_behind_is_refused(moved):
    moved.replace(SECTION, "## Planning and Location Selection", "New.\n\n## Planning and Location Selection")
    _, err = run(moved, "accept", f"{CATALOGUE}:30", code=1)
    assert err.splitlines()[1:3] == [
        f"error[unknown-message]: the lines of `{CATALOGUE}` are about to change",
        "  = hint: run `reportgen translate update`, then look for the line again, or name the message",
    ]


def test_a_number_that_is_none_and_a_section_that_is_none(report):
    assert CliRunner().invoke(main, ["translate", "status", "--fail-under", "nan"]).exit_code == 2
    _, err = run(report, "accept", "--section", "nonsense", code=1)
    assert "error[wrong-value]: there is no catalogue `nonsense`" in err


def test_one_message_out_of_date_stops_its_language_and_a_draft_marks_it_on_the_page(moved):
    outcome, findings = moved.build("zh_Hans")
    assert outcome.written == ()
    assert len(findings) == 1
    assert findings[0].startswith(
        "error[fuzzy]: the zh_Hans translation of “For the data centers that we built ourselves"
    )
    assert f"correct it in `{CATALOGUE}`, line " in findings[0]
    translation = entry(moved, NEW).msgstr
    outcome, findings = moved.build("zh_Hans", draft=True)
    assert (findings, len(outcome.written)) == ([], 4)
    assert "".join(moved.story_of_draft("zh_Hans")) == translation
    document = docx.Document(str(moved.file("zh_Hans", "docx")))
    marked = [run.text for each in document.paragraphs for run in each.runs if run.style.name.startswith("Draft")]
    assert "".join(marked) == translation
    assert "".join(draft_words(moved.file("zh_Hans", "pdf"))).replace("\n", "") == translation


def draft_words(path):
    """Yield the words that a PDF prints in the theme's colour for drafts, in order."""
    pdf = pypdfium2.PdfDocument(path)
    for number in range(len(pdf)):
        page = pdf[number]
        text = page.get_textpage()
        for at in range(text.count_chars()):
            red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
            pypdfium2.raw.FPDFText_GetFillColor(text.raw, at, red, green, blue, alpha)
            if (red.value, green.value, blue.value) == DRAFT:
                yield text.get_text_range(at, 1)
