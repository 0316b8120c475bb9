"""Either language can lead: a report written in Chinese, and one whose sections are written in either language."""

from __future__ import annotations

import re
import shutil
import zipfile
from functools import partial
from pathlib import Path

import polib
import pytest
from reading_docx import read_docx
from reading_pdf import read_pdf
from reading_story import read_story, squeeze

from reportgen.build import PUBLISHED, build
from reportgen.commands.build_report import build_report
from reportgen.commands.data_export import export_public
from reportgen.commands.formats import FORMATS
from reportgen.commands.languages import Wanted
from reportgen.commands.read_report import read
from reportgen.commands.update_catalogues import pending, update_catalogues
from reportgen.diagnostics import Diagnostics, show
from reportgen.load_inputs import load
from reportgen.model.locale import LOCALES

HERE = Path(__file__).parent
SAMPLE = HERE.parent.parent
HAN = re.compile("[\u3400-\u9fff]+")
ENGLISH = {
    "report": {
        "{current}年可持续发展报告": "{current} Sustainability Report",
        "海港明灯{current}年报告": "Harbour Light Report {current}",
        "海港明灯有限公司": "Harbour Light Limited",
        "Harbour Light Limited": "海港明灯有限公司",
        "海港明灯": "Harbour Light",
        "于香港注册成立的有限公司": "Incorporated in Hong Kong with limited liability",
        "香港联交所：1234": "HKEX: 1234",
        "节能照明": "Light That Saves Power",
        "海港的灯塔整夜长明，而耗电逐年减少。": "The lamps burn all night, and take less power every year.",
        "地址": "Address",
        "海港北码头": "North Pier of the harbour",
        "意见": "Comments",
        "[来信](mailto:light@example.com)，或见[](#lamps)": (
            "[Write to us](mailto:light@example.com), or see [](#lamps)"
        ),
    },
    "lamps": {
        "灯塔用电": "Power of the Lamps",
        "{current}年，灯塔用电{lamp_power}，较上年有所下降。[^meters]": (
            "In {current} the lamps took {lamp_power}, less than the year before.[^meters]"
        ),
        "主要举措": "What We Did",
        "北码头换灯": "New Lamps on the North Pier",
        "北码头已全部改用*节能灯*，详见[](#power)。": "All lamps of the North Pier now *save power*: see [](#power).",
        "**{lamp_power}**全年用电": "**{lamp_power}** taken in the year",
        "北码头换上了新灯": "Put new lamps on the North Pier",
        "用电量由各码头电表读数汇总。": "Power is read from the meters of the piers.",
    },
    "kpis": {
        "灯塔总用电量": "Power of all lamps",
        "北码头用电量": "Power of the North Pier",
        "南码头用电量": "Power of the South Pier",
        "各码头用电": "Power by pier",
    },
    "figures": {
        "各码头的用电量均有下降": "Each pier took less power",
        "各码头用电量，千瓦时": "Power by pier, kWh",
        "北码头": "North Pier",
        "南码头": "South Pier",
        "换灯的步骤": "How a lamp is changed",
        "查看": "Look",
        "逐盏登记。": "Each lamp is registered.",
        "更换": "Change",
        "灯塔的管理": "Who keeps the lamps",
        "灯塔长": "Head keeper",
        "北码头守灯人": "Keepers of the North Pier",
        "看护新灯。": "They watch the new lamps.",
        "南码头守灯人": "Keepers of the South Pier",
        "最受关注的议题": "What matters most",
        "对海港的影响": "Effect on the harbour",
        "对居民的重要性": "Weight for those who live there",
        "灯光": "Light",
        "省电": "Saving power",
        "守灯人": "Keepers",
        "作息": "Sleep",
        "守灯人的一天": "The day of a keeper",
        "点灯": "Light the lamps",
        "日落时。": "At sunset.",
        "守夜": "Watch",
    },
}
HARBOUR = """\
---
id: harbour
title: The Harbour
language: en
---
The harbour took {lamp_power} for its lamps; see [](#lamps) and [](#measures).
"""
CHINESE = {
    "The Harbour": "海港",
    "The harbour took {lamp_power} for its lamps; see [](#lamps) and [](#measures).": (
        "海港灯塔用电{lamp_power}；见[](#lamps)与[](#measures)。"
    ),
}


class Leading:
    """A report in a folder, what it was written in, and what can be done with it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def translate(self, locale: str, domain: str, translations: dict[str, str]) -> None:
        """Fill a catalogue: each of its messages, and no other."""
        path = self.root / f"locales/{locale}/LC_MESSAGES/{domain}.po"
        file = polib.pofile(str(path))
        assert {entry.msgid for entry in file} == set(translations)
        for entry in file:
            entry.msgstr = translations[entry.msgid]
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        file.save(str(path))

    def update(self) -> dict[tuple[str, str], str]:
        """Bring the catalogues up to date; return the language of each, by locale and domain."""
        found = Diagnostics()
        updates = update_catalogues(self.root, found)
        assert not list(found)
        return {(made.locale.id, made.domain): made.language for made in updates if made.live}

    def build(self) -> tuple[tuple[str, ...], list[str]]:
        found = Diagnostics()
        outcome = build_report(partial(read, self.root), Wanted((), FORMATS, PUBLISHED), found, lambda words: None)
        return outcome.written, [show(finding) for finding in found]

    def said(self, locale: str) -> dict[str, list[str]]:
        """Return all words of each file that was built."""
        files = {"pdf": read_pdf, "docx": read_docx}
        return {form: _all(read(self.file(locale, form))) for form, read in files.items()}

    def story(self, locale: str) -> list[str]:
        found = Diagnostics()
        story = build(load(self.root, found), LOCALES[locale], PUBLISHED, found).story
        assert not list(found)
        return [story.title, story.short_title, story.author, *_all(read_story(story))]

    def file(self, locale: str, form: str) -> Path:
        return self.root / f"build/harbour-light-2023.{locale}.{form}"

    def replace(self, path: str, old: str, new: str) -> None:
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1
        file.write_text(text.replace(old, new), encoding="utf-8")


def _all(words) -> list[str]:
    return [*words.blocks, *words.notes, *words.diagrams, *(text for chart in words.charts for text in chart)]


def copied(root: Path) -> Leading:
    shutil.copytree(HERE / "leading/content", root / "content")
    shutil.copytree(SAMPLE / "templates", root / "templates")
    folder = root / "locales/zh_Hans/LC_MESSAGES"
    folder.mkdir(parents=True)
    shutil.copy(SAMPLE / "locales/zh_Hans/LC_MESSAGES/templates.po", folder)
    return Leading(root)


@pytest.fixture
def chinese(tmp_path: Path) -> Leading:
    """A report written in Chinese, translated."""
    report = copied(tmp_path)
    report.update()
    for domain, translations in ENGLISH.items():
        report.translate("en", domain, translations)
    return report


@pytest.fixture
def mixed(chinese: Leading) -> Leading:
    """The same with a section written in English, translated."""
    (chinese.root / "content/sections/harbour.md").write_text(HARBOUR, encoding="utf-8")
    chinese.replace("content/report.yaml", "[lamps]", "[lamps, harbour]")
    chinese.replace("content/sections/lamps.md", "详见[](#power)", "详见[](#harbour)")
    chinese.update()
    chinese.translate("zh_Hans", "harbour", CHINESE)
    linked = {_linked(words): _linked(text) for words, text in ENGLISH["lamps"].items()}
    chinese.translate("en", "lamps", linked)
    return chinese


def _linked(text: str) -> str:
    return text.replace("#power", "#harbour")


def test_catalogues_stand_where_the_language_is_not_the_source(tmp_path: Path) -> None:
    report = copied(tmp_path)
    languages = report.update()
    assert languages == {
        ("zh_Hans", "templates"): "en",
        ("en", "figures"): "zh_Hans",
        ("en", "kpis"): "zh_Hans",
        ("en", "lamps"): "zh_Hans",
        ("en", "report"): "zh_Hans",
    }
    files = sorted(str(path.relative_to(tmp_path / "locales")) for path in tmp_path.glob("locales/**/*.po"))
    assert files == [
        *(f"en/LC_MESSAGES/{domain}.po" for domain in ("figures", "kpis", "lamps", "report")),
        "zh_Hans/LC_MESSAGES/templates.po",
    ]
    assert {made.domain: made.untranslated for made in pending(tmp_path, Diagnostics()) if made.live} == {
        **{domain: len(messages) for domain, messages in ENGLISH.items()},
        "templates": 0,
    }


def test_a_report_written_in_chinese_is_built_in_both_languages(chinese: Leading) -> None:
    chinese.update()
    written, findings = chinese.build()
    assert findings == []
    assert len(written) == 6
    for said in chinese.said("en").values():
        words = " ".join(said)
        for expected in (
            "In 2023 the lamps took 4,200 kWh, less than the year before.",
            "All lamps of the North Pier now save power: see Power by pier.",
            "New Lamps on the North Pier",
            "Power is read from the meters of the piers.",
            "Contents",
            "In this chapter",
            "Case",
            "Unit",
            "Power of all lamps",
            "4,200",
            "01 Light That Saves Power",
            "taken in the year",
            "Put new lamps on the North Pier",
            "2 Change",
            "Process: How a lamp is changed. Step 1, Look: Each lamp is registered. Step 2: Change.",
            "Level 2: Keepers of the South Pier.",
            "Matrix: What matters most. Across: Effect on the harbour. Upwards: Weight for those who live there. "
            "1, Saving power (Light): 80% across, 92.5% up. 2, Sleep (Keepers): 45% across, 60% up.",
            "Saving power",
            "Cycle: The day of a keeper. Step 1, Light the lamps: At sunset. Step 2: Watch. Then it begins again.",
            "Contact us",
            "Write to us, or see Power of the Lamps",
        ):
            assert squeeze(expected) in words
        assert {text for text in said if HAN.search(text)} == {"海港明灯有限公司"}
    for said in chinese.said("zh_Hans").values():
        words = " ".join(said)
        for expected in (
            "灯塔用电4,200千瓦时，较上年有所下降。",
            *("目录", "本章内容", "案例", "单位", "灯塔总用电量"),
            *("01节能照明", "全年用电", "北码头守灯人看护新灯。", "联系我们", "来信，或见灯塔用电"),
            "矩阵：最受关注的议题。横轴：对海港的影响。纵轴：对居民的重要性。",
            "循环：守灯人的一天。步骤1，点灯：日落时。步骤2：守夜。之后回到第一步。",
            *("1，省电（灯光）：横轴80%处，纵轴92.5%处。", "2，作息（守灯人）：横轴45%处，纵轴60%处。", "作息"),
        ):
            assert expected in words
        assert {text for text in said if re.search("[A-Za-z]{2}", text)} == {"HarbourLightLimited"}


def test_the_story_in_english_has_chinese_only_in_the_name(chinese: Leading) -> None:
    assert {text for text in chinese.story("en") if HAN.search(text)} == {"海港明灯有限公司"}


def test_charts_and_metadata_speak_the_language_of_the_file(chinese: Leading) -> None:
    chinese.build()
    assert read_docx(chinese.file("en", "docx")).charts == [
        ["NorthPier", "SouthPier", "3000", "2000", "2500", "1700"],
    ]
    for locale, title in (("en", "2023 Sustainability Report"), ("zh_Hans", "2023年可持续发展报告")):
        with zipfile.ZipFile(chinese.file(locale, "docx")) as package:
            assert f"<dc:title>{title}</dc:title>" in package.read("docProps/core.xml").decode()


def test_the_databook_has_both_languages(chinese: Leading) -> None:
    export_public(chinese.root, Diagnostics())
    book = (chinese.root / "build/harbour-light-2023.databook.public.json").read_text(encoding="utf-8")
    for name in ("Power of the North Pier", "北码头用电量", "2023 Sustainability Report", "2023年可持续发展报告"):
        assert name in book


def test_what_is_not_translated_stops_english_alone(chinese: Leading) -> None:
    chinese.replace("content/kpis/power.yaml", "name: 灯塔总用电量", "name: 全部灯塔用电量")
    written, findings = chinese.build()
    assert [path.split(".")[1] for path in written if path.endswith("pdf")] == ["zh_Hans"]
    (finding,) = findings
    assert finding == (
        "error[untranslated]: no en translation of “全部灯塔用电量”\n"
        "  --> content/kpis/power.yaml:4:11\n"
        "  = hint: run `reportgen translate update`, then translate it in `locales/en/LC_MESSAGES/kpis.po`"
    )


def test_without_its_language_a_theme_s_templates_are_written_in_the_source_s(chinese: Leading) -> None:
    chinese.replace("templates/theme.yaml", "language: en\n", "")
    languages = chinese.update()
    assert languages[("en", "templates")] == "zh_Hans"
    assert "Contents" in chinese.story("zh_Hans")


def test_sections_of_either_language_stand_in_one_report(mixed: Leading) -> None:
    languages = mixed.update()
    assert languages[("zh_Hans", "harbour")] == "en"
    assert languages[("en", "lamps")] == "zh_Hans"
    assert ("en", "harbour") not in languages
    assert ("zh_Hans", "lamps") not in languages
    written, findings = mixed.build()
    assert findings == []
    assert len(written) == 6
    for said in mixed.said("en").values():
        assert squeeze("The harbour took 4,200 kWh") in " ".join(said)
        assert squeeze("for its lamps; see Power of the Lamps and What We Did.") in " ".join(said)
        assert squeeze("All lamps of the North Pier now save power: see The Harbour.") in " ".join(said)
    for said in mixed.said("zh_Hans").values():
        assert "；见灯塔用电与主要举措。" in " ".join(said)
        assert "北码头已全部改用节能灯，详见海港。" in " ".join(said)


@pytest.mark.parametrize(
    ("section", "old", "new", "fails", "stays"),
    [
        ("lamps", "较上年有所下降", "较上年明显下降", "en", "zh_Hans"),
        ("harbour", "for its lamps", "for all its lamps", "zh_Hans", "en"),
    ],
)
def test_a_change_stops_the_other_language(mixed: Leading, section, old, new, fails, stays) -> None:
    mixed.replace(f"content/sections/{section}.md", old, new)
    mixed.update()
    written, findings = mixed.build()
    assert [path.split(".")[1] for path in written if path.endswith("docx")] == [stays]
    (finding,) = findings
    assert f"error[fuzzy]: the {fails} translation of" in finding
    assert f"--> content/sections/{section}.md:" in finding
    assert f"correct it in `locales/{fails}/LC_MESSAGES/{section}.po`" in finding
    assert squeeze(new) in " ".join(mixed.said(stays)["pdf"])
