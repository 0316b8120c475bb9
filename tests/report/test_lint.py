"""Faults planted in the sample's translations: each is found, by its code, at its file and line; nothing else is."""

from __future__ import annotations

import polib
import pytest
from click.testing import CliRunner

from reportgen.cli.main import main
from reportgen.commands.lint_catalogues import lint_catalogues
from reportgen.diagnostics import Diagnostics

GREEN, OFFICE, KPIS = "green_data_center", "low_carbon_office", "kpis"
CLIMATE, ABOUT = "climate_change", "about_the_report"

FAULTS = {
    "a lost reference": (GREEN, "的PUE应{pue_changshu}。", "的PUE应达标。", "reference-lost"),
    "a swapped reference": (GREEN, "的PUE应{pue_changshu}。", "的PUE应{pue_tianjin}。", "reference-lost"),
    "another period of the same reference": (GREEN, '"{next}年，各项上限', '"{prior}年，各项上限', "reference-lost"),
    "a changed link": (ABOUT, "Stock Exchange ([www.hkex.com.hk](https://www", "on ([x](http://www", "reference-lost"),
    "a lost note": (KPIS, "综合能源消耗总量[^energy]", "综合能源消耗总量", "reference-lost"),
    "a lost place": ("templates", "%(period)s年上限%(value)s", "上限%(value)s", "reference-lost"),
    "a wrong number": (GREEN, "（GB50174-2017）、《公共", "（GB50174-2018）、《公共", "number-differs"),
    "a wrong year": (ABOUT, "Reporting Standards* (GRI", "Reporting Standards 2016* (GRI", "number-differs"),
    "a wrong scope": ("ghg_inventory", "范围1及范围2合计", "范围1及范围4合计", "number-differs"),
    "half-width punctuation": (GREEN, "从源头打造绿色数据中心。", "从源头打造,绿色数据中心。", "wrong-punctuation"),
    "half-width brackets": (GREEN, "电源使用效率（PUE）要求", "电源使用效率(PUE)要求", "wrong-punctuation"),
    "straight quotation marks": (GREEN, "秉持“不破坏区域生态”的", '秉持\\"不破坏区域生态\\"的', "wrong-punctuation"),
    "full-width punctuation in English": (ABOUT, "Initiative, *GRI", "Initiative，*GRI", "wrong-punctuation"),
    "a Traditional character": (GREEN, 'msgstr "租赁数据中心"', 'msgstr "租賃数据中心"', "wrong-script"),
    "Chinese left in English": (ABOUT, 'msgstr "Reporting Scope"', 'msgstr "报告 Scope"', "wrong-script"),
    "a forbidden term": (GREEN, "全体员工的绩效考核", "全体雇员的绩效考核", "forbidden-term"),
    "a term of its own": (GREEN, 'msgstr "租赁数据中心"', 'msgstr "租赁机房"', "term-missing"),
    "broken strong emphasis": (GREEN, "capacity}**{photo", "capacity}*{photo", "broken-markup"),
    "lost strong emphasis": (OFFICE, '"**照明。**"', '"照明。"', "broken-markup"),
    "a title without its end": (GREEN, "《IDC项目质量管理办法》等", "《IDC项目质量管理办法等", "broken-markup"),
    "a copy of a title": (GREEN, "环境目标与要求", "Environmental Targets and Requirements", "same-as-source"),
    "a copy of a sentence": (OFFICE, None, None, "same-as-source"),
    "stray Jinja": (GREEN, 'msgstr "租赁数据中心"', 'msgstr "租赁数据中心{{ name }}"', "stray-template"),
    "a Jinja tag": (GREEN, 'msgstr "租赁数据中心"', 'msgstr "租赁数据中心{% if x %}"', "stray-template"),
    "a brace of no reference": (GREEN, 'msgstr "租赁数据中心"', 'msgstr "租赁数据中心{"', "broken-reference"),
    "HTML": (GREEN, 'msgstr "租赁数据中心"', 'msgstr "<b>租赁</b>数据中心"', "raw-html"),
    "an attribute": (GREEN, 'msgstr "租赁数据中心"', 'msgstr "租赁数据中心 {: #leased}"', "wrong-attributes"),
    "a missing full stop": (GREEN, "从源头打造绿色数据中心。", "从源头打造绿色数据中心", "stop-differs"),
    "a mark twice": (GREEN, "从源头打造绿色数据中心。", "从源头打造绿色数据中心。。", "doubled"),
    "a word twice": (GREEN, "数据中心全体员工的绩效", "数据中心全体员工的的绩效", "doubled"),
    "a blank between characters": (GREEN, "从源头打造绿色", "从源头 打造绿色", "wrong-punctuation"),
    "a blank at the end": (GREEN, 'msgstr "租赁数据中心"', 'msgstr "租赁数据中心 "', "blanks-differ"),
    "a line end too many": (GREEN, 'msgstr "租赁数据中心"', 'msgstr "租赁数据中心\\n"', "blanks-differ"),
    "an invisible character": (GREEN, 'msgstr "租赁数据中心"', 'msgstr "租赁\u200b数据中心"', "unprintable"),
    "a private character": (GREEN, 'msgstr "租赁数据中心"', 'msgstr "租赁\ue123数据中心"', "unprintable"),
    "most of it missing": (CLIMATE, None, None, "length-differs"),
    "no language at the head": (GREEN, '"Language: zh_Hans\\n"\n', "", "wrong-head"),
}  # fmt: skip


def path_of(domain):
    return f"locales/{'en' if domain == ABOUT else 'zh_Hans'}/LC_MESSAGES/{domain}.po"


def lint(report):
    found = Diagnostics()
    lint_catalogues(report.root, (), (), found)
    return list(found)


def plant(report, domain, old, new):
    """Change the first place in a catalogue, or a whole long translation; return the line changed."""
    path = report.root / path_of(domain)
    text = path.read_text(encoding="utf-8")
    if old is None:
        return plant_whole(path, text, domain)
    at = text.index(old)
    path.write_text(text[:at] + new + text[at + len(old) :], encoding="utf-8")
    return text[:at].count("\n") + 1


def plant_whole(path, text, domain):
    file = polib.pofile(text)
    entry = max(file, key=lambda entry: len(entry.msgid))
    entry.msgstr = "如此。" if domain == CLIMATE else entry.msgid
    line = entry.linenum + text.split("\n")[entry.linenum - 1 :].index('msgstr ""') if domain != CLIMATE else 0
    file.save(path)
    return line


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found_at_its_place(report, name):
    domain, old, new, code = FAULTS[name]
    line = plant(report, domain, old, new)
    found = [finding for finding in lint(report) if finding.code.value == code]
    assert found, name
    assert found[0].span.path == path_of(domain)
    if old is not None and code != "wrong-head":
        assert abs(found[0].span.line - line) <= 1
    assert found[0].hint


def test_the_sample_s_own_catalogues_have_none(report):
    assert lint(report) == []


def test_a_finding_is_shown_with_its_line_and_strict_counts_warnings(report):
    plant(report, GREEN, "从源头打造绿色数据中心。", "从源头打造,绿色数据中心。")
    command = ["translate", "lint", "--project", str(report.root), GREEN]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0
    assert "warning[wrong-punctuation]: half-width `,` beside a Chinese character\n" in result.stderr
    assert CliRunner().invoke(main, [*command, "--strict"]).exit_code == 1
    assert CliRunner().invoke(main, ["check", "--project", str(report.root), "--strict"]).exit_code == 1


def test_check_names_each_fault_once(report):
    plant(report, GREEN, "的PUE应{pue_changshu}。", "的PUE应达标。")
    result = CliRunner().invoke(main, ["check", "--project", str(report.root)])
    assert result.stderr.count("error[reference-lost]") == 1


def test_a_mute_hides_one_message_s_fault_and_an_idle_mute_is_found(report):
    path = report.root / path_of(GREEN)
    text = path.read_text(encoding="utf-8").replace("GB50174-2017）、《公共", "GB50174-2018）、《公共")
    at = text.index("#. Green Data Center > Planning and Location Selection")
    path.write_text(f"{text[:at]}# The newer edition. lint: ignore=number\n{text[at:]}", encoding="utf-8")
    assert lint(report) == []
    path.write_text(f"{text[:at]}# lint: ignore=number,length,nonsense\n{text[at:]}", encoding="utf-8")
    assert [finding.message for finding in lint(report)] == [
        "nothing is called `nonsense` that could be ignored",
        "there is no `length-differs` here that `lint: ignore` could hide",
    ]


def test_a_catalogue_that_is_not_there(report):
    result = CliRunner().invoke(main, ["translate", "lint", "--project", str(report.root), "green_data_centre"])
    assert result.exit_code == 1
    assert result.stderr == (
        "error[wrong-value]: there is no catalogue `green_data_centre`\n  = hint: did you mean `green_data_center`?\n\n"
    )
