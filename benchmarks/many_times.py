"""Makes a report of many times the content: every chapter again and again, each time with ids of its own.

Ids are changed in sections, data, figures and catalogues alike, so that each copy has its own indicators, tables,
charts, places and translations.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polib
import yaml

_ANCHOR = re.compile(r"\{:[^}]*#([a-z_0-9]+)")
_TABLE = re.compile(r"^::: table .*?id=([a-z_0-9]+)", re.MULTILINE)
_LETTERS = "bcdefghijklmnopqrstuvwxyz"
_DIRECTIVES = {"highlights", "index", "targets"}
"""Sections and tables that are called as a directive is are printed again under the same name."""
_SHARED = ("kpis", "figures", "report")


def multiply(source: Path, target: Path, times: int) -> None:
    """Copy the report in ``source`` to ``target``, with ``times`` the chapters that have a number."""
    for folder in ("content", "locales", "templates", "assets"):
        shutil.copytree(source / folder, target / folder)
    report = yaml.load((target / "content/report.yaml").read_text("utf-8"), yaml.BaseLoader)
    names = _ids(target)
    pattern = re.compile(rf"(?<![\w/.]){'(?:' + '|'.join(sorted(names, key=len, reverse=True)) + ')'}(?![\w/])")
    numbered = [chapter for chapter in report["chapters"] if "number" in chapter]
    for letter in _LETTERS[: times - 1]:
        _copy(target, pattern, f"_x{letter}", report, numbered)
    (target / "content/report.yaml").write_text(yaml.safe_dump(report, allow_unicode=True, sort_keys=False), "utf-8")


def _ids(root: Path) -> set[str]:
    names = {path.stem for path in (root / "content/sections").glob("*.md")}
    for path in (root / "content/sections").glob("*.md"):
        text = path.read_text("utf-8")
        names.update(_ANCHOR.findall(text), _TABLE.findall(text))
    for folder in ("kpis", "figures"):
        for path in (root / "content" / folder).glob("*.yaml"):
            data = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
            for key in ("indicators", "tables", "pledges", "charts", "diagrams", "notes"):
                names.update(data.get(key, {}))
    return names - _DIRECTIVES


Renamed = Callable[[str], str]
Chapter = dict[str, Any]


def _copy(root: Path, pattern: re.Pattern[str], ending: str, report: Chapter, numbered: list[Chapter]) -> None:
    def renamed(text: str) -> str:
        return pattern.sub(lambda match: match.group() + ending, text)

    homes = [section for chapter in numbered for section in chapter["sections"]]
    for section in homes:
        _copy_section(root / f"content/sections/{section}.md", ending, renamed)
    for path in sorted((root / "content").glob("*/*.yaml")):
        if path.parent.name in ("kpis", "figures") and "_x" not in path.stem:
            path.with_stem(path.stem + ending).write_text(renamed(path.read_text("utf-8")), "utf-8")
    _copy_catalogues(root, homes, ending, renamed)
    for chapter in numbered:
        sections = [f"{section}{ending}" for section in chapter["sections"]]
        report["chapters"].insert(-1, {**chapter, "id": f"{chapter['id']}{ending}", "sections": sections})


def _copy_catalogues(root: Path, homes: list[str], ending: str, renamed: Renamed) -> None:
    for catalogue in sorted((root / "locales").glob("*/LC_MESSAGES/*.po")):
        if catalogue.stem in homes:
            _copy_catalogue(catalogue, ending, renamed)
        elif catalogue.stem in _SHARED:
            _lengthen(catalogue, renamed)


def _copy_section(path: Path, ending: str, renamed: Renamed) -> None:
    head, _, body = path.read_text("utf-8").partition("\n---\n")
    head = head.replace(f"id: {path.stem}", f"id: {path.stem}{ending}")
    path.with_stem(path.stem + ending).write_text(f"{head}\n---\n{renamed(body)}", "utf-8")


def _copy_catalogue(path: Path, ending: str, renamed: Renamed) -> None:
    entries = polib.pofile(str(path), wrapwidth=0)
    for entry in entries:
        entry.msgid, entry.msgstr = renamed(entry.msgid), renamed(entry.msgstr)
    entries.save(str(path.with_stem(path.stem + ending)))


def _lengthen(path: Path, renamed: Renamed) -> None:
    entries = polib.pofile(str(path), wrapwidth=0)
    known = {entry.msgid for entry in entries}
    for entry in list(entries):
        source = renamed(entry.msgid)
        if source not in known and "_x" not in entry.msgid:
            entries.append(polib.POEntry(msgid=source, msgstr=renamed(entry.msgstr), flags=list(entry.flags)))
            known.add(source)
    entries.save(str(path))
