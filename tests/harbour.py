"""A small fictional report in English and Chinese, with every kind of message, to be changed and built in a moment."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import partial
from pathlib import Path

import polib
from git_settings import SOMEBODY

from reportgen.build import PUBLISHED
from reportgen.commands.build_report import build_report
from reportgen.commands.languages import Wanted
from reportgen.commands.read_report import read
from reportgen.commands.update_catalogues import update_catalogues
from reportgen.diagnostics import Diagnostics, show

ROOT = Path(__file__).parents[1]
ID = "harbour-light-2023"
SECTION = "content/sections/lamps.md"
KPIS = "content/kpis/power.yaml"
CHINESE = "locales/zh_Hans/LC_MESSAGES/lamps.po"

PROSE = (
    "In {current} the lamps took {lamp_power}, less than the year before.[^meters] The piers take most of it. We read"
    " the meters every night."
)
"""The message of the section's first paragraph."""

_REPORT = """\
id: harbour-light-2023
title: "{current} Sustainability Report"
short_title: Harbour Light Report {current}
company:
  name: Harbour Light Limited
  other_name: 海港明灯有限公司
  short_name: Harbour Light
  incorporation: Incorporated in Hong Kong with limited liability
  codes: ["HKEX: 1234"]
periods:
  current: {label: 2023, from: 2023-01-01, to: 2023-12-31}
  prior: {label: 2022, from: 2022-01-01, to: 2022-12-31}
source: en
locales: [en, zh_Hans]
prevails: en
chapters:
  - id: light
    number: "01"
    title: Light That Saves Power
    family: environment
    introduction: The lamps burn all night, and take less power every year.
    sections: [lamps]
"""
_SECTION = """\
---
id: lamps
title: Power of the Lamps
---
In {current} the lamps took {lamp_power}, less than the year before.[^meters]
The piers take most of it.
We read the meters every night.

## What We Did {: #measures}

- We changed the lamps of the North Pier.
- We trained the keepers.

::: case "New lamps on the North Pier"
All lamps of the North Pier now *save power*: see [](#power) on page [](#power "page").
:::

| Risk | Answer |
|---|---|
| Fog | Yes |
| Storm | Yes |

::: chart power_by_pier
:::

::: statistics power
:::

[^meters]: Power is read from the meters of the piers.
"""
_KPIS = """\
source: {document: Meters, sheet: Year}
indicators:
  lamp_power:
    name: Power of all lamps
    unit: kWh
    kind: flow
    sum: [north_power, south_power]
    values: {prior: 5000, current: 4200}
  north_power:
    name: Power of the North Pier
    unit: kWh
    kind: flow
    values: {prior: 3000, current: 2500}
  south_power:
    name: Power of the South Pier
    unit: kWh
    kind: flow
    values: {prior: 2000, current: 1700}
tables:
  power:
    caption: Power by pier
    columns: [name, unit, prior, current]
    rows:
      - {indicator: lamp_power, role: total}
      - {indicator: north_power, role: child}
      - {indicator: south_power, role: child}
"""
_FIGURES = """\
charts:
  power_by_pier:
    kind: columns
    title: Each pier took less power
    subtitle: Power by pier, kWh
    periods: [prior, current]
    categories:
      - {indicator: north_power, label: North Pier}
      - {indicator: south_power, label: South Pier}
"""
_TRANSLATIONS = {
    "{current} Sustainability Report": "{current}年可持续发展报告",
    "Harbour Light Report {current}": "海港明灯{current}年报告",
    "Harbour Light Limited": "海港明灯有限公司",
    "海港明灯有限公司": "Harbour Light Limited",
    "Harbour Light": "海港明灯",
    "Incorporated in Hong Kong with limited liability": "于香港注册成立的有限公司",
    "HKEX: 1234": "香港联交所：1234",
    "Light That Saves Power": "节能照明",
    "The lamps burn all night, and take less power every year.": "灯塔整夜长明，而耗电逐年减少。",
    "Power of the Lamps": "灯塔用电",
    PROSE: "{current}年，灯塔用电{lamp_power}，较上年有所下降。[^meters]其中码头用电最多。我们每晚抄表。",
    "What We Did": "主要举措",
    "We changed the lamps of the North Pier.": "更换了北码头的灯。",
    "We trained the keepers.": "培训了守灯人。",
    "New lamps on the North Pier": "北码头换灯",
    'All lamps of the North Pier now *save power*: see [](#power) on page [](#power "page").': (
        '北码头已全部改用*节能灯*，详见第[](#power "page")页[](#power)。'
    ),
    "Risk": "风险",
    "Answer": "应对",
    "Fog": "雾",
    "Storm": "风暴",
    "Yes": "是",
    "Power is read from the meters of the piers.": "用电量由各码头电表读数汇总。",
    "Power of all lamps": "灯塔总用电量",
    "Power of the North Pier": "北码头用电量",
    "Power of the South Pier": "南码头用电量",
    "Power by pier": "各码头用电",
    "Each pier took less power": "各码头的用电量均有下降",
    "Power by pier, kWh": "各码头用电量，千瓦时",
    "North Pier": "北码头",
    "South Pier": "南码头",
}


class Harbour:
    """The report in a folder, and what can be done with it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for path, text in {
            "content/report.yaml": _REPORT,
            SECTION: _SECTION,
            KPIS: _KPIS,
            "content/figures/power.yaml": _FIGURES,
        }.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        shutil.copytree(ROOT / "templates", root / "templates")
        (root / CHINESE).parent.mkdir(parents=True)
        shutil.copy(ROOT / "locales/zh_Hans/LC_MESSAGES/templates.po", (root / CHINESE).parent)
        self.translate(_TRANSLATIONS)

    def file(self, locale: str, form: str = "docx") -> Path:
        return self.root / "build" / f"{ID}.{locale}.{form}"

    def replace(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        (self.root / path).write_text(text.replace(old, new), encoding="utf-8")

    def translate(self, translations: dict[str, str]) -> None:
        """Bring the catalogues up to date and translate what is new or changed."""
        found = Diagnostics()
        update_catalogues(self.root, found)
        for path in (self.root / "locales").rglob("*.po"):
            file = polib.pofile(str(path))
            for entry in file:
                if entry.msgid in translations:
                    entry.msgstr = translations[entry.msgid]
                    entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
            file.save()
        update_catalogues(self.root, found)
        assert not list(found)

    def build(self) -> None:
        found = Diagnostics()
        build_report(partial(read, self.root), Wanted((), ("docx",), PUBLISHED), found, lambda words: None)
        assert [show(finding) for finding in found] == []

    def git(self, *arguments: str) -> str:
        environment = {
            **os.environ,
            **SOMEBODY,
            "GIT_AUTHOR_DATE": "2024-03-01T09:00:00+08:00",
            "GIT_COMMITTER_DATE": "2024-03-01T09:00:00+08:00",
        }
        command = ["git", *arguments]
        done = subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=True, env=environment)
        return done.stdout

    def commit(self, message: str = "a step") -> None:
        if not (self.root / ".git").exists():
            self.git("init", "-q", "-b", "main")
        self.git("add", "content", "locales", "templates")
        self.git("commit", "-q", "--allow-empty", "-m", message)
