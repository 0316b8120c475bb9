"""Makes a report of many times the content: every chapter again and again, each time with ids of its own.

Ids are changed in sections, data, figures and catalogues alike, so that each copy has its own indicators, tables,
charts, places and translations.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

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
    names = _ids(target, report)
    pattern = re.compile(rf"(?<![\w/.]){'(?:' + '|'.join(sorted(names, key=len, reverse=True)) + ')'}(?![\w/])")
    numbered = [chapter for chapter in report["chapters"] if "number" in chapter]
    for letter in _LETTERS[: times - 1]:
        _copy(target, pattern, f"_x{letter}", report, numbered)
    (target / "content/report.yaml").write_text(yaml.safe_dump(report, allow_unicode=True, sort_keys=False), "utf-8")


def _ids(root: Path, report: dict[str, list[dict[str, str]]]) -> set[str]:
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


def _copy(
    root: Path,
    pattern: re.Pattern[str],
    ending: str,
    report: dict[str, list[dict[str, object]]],
    numbered: list[dict[str, object]],
) -> None:
    def renamed(text: str) -> str:
        return pattern.sub(lambda match: match.group() + ending, text)

    homes = [section for chapter in numbered for section in chapter["sections"]]  # type: ignore[attr-defined]
    for section in homes:
        path = root / f"content/sections/{section}.md"
        head, _, body = path.read_text("utf-8").partition("\n---\n")
        head = head.replace(f"id: {section}", f"id: {section}{ending}")
        (root / f"content/sections/{section}{ending}.md").write_text(f"{head}\n---\n{renamed(body)}", "utf-8")
    for folder in ("kpis", "figures"):
        for path in sorted((root / "content" / folder).glob("*.yaml")):
            if "_x" not in path.stem:
                path.with_stem(path.stem + ending).write_text(renamed(path.read_text("utf-8")), "utf-8")
    for catalogue in sorted((root / "locales").glob("*/LC_MESSAGES/*.po")):
        if catalogue.stem in homes:
            entries = polib.pofile(str(catalogue), wrapwidth=0)
            _rename(entries, renamed)
            entries.save(str(catalogue.with_stem(catalogue.stem + ending)))
        elif catalogue.stem in _SHARED:
            _append(catalogue, renamed)
    for chapter in numbered:
        copy = {**chapter, "id": f"{chapter['id']}{ending}", "sections": [f"{s}{ending}" for s in chapter["sections"]]}  # type: ignore[attr-defined]
        report["chapters"].insert(-1, copy)


def _rename(entries: polib.POFile, renamed: object) -> None:
    for entry in entries:
        entry.msgid, entry.msgstr = renamed(entry.msgid), renamed(entry.msgstr)  # type: ignore[operator]


def _append(path: Path, renamed: object) -> None:
    entries = polib.pofile(str(path), wrapwidth=0)
    known = {entry.msgid for entry in entries}
    for entry in list(entries):
        source = renamed(entry.msgid)  # type: ignore[operator]
        if source not in known and "_x" not in entry.msgid:
            made = polib.POEntry(msgid=source, msgstr=renamed(entry.msgstr), flags=list(entry.flags))  # type: ignore[operator]
            entries.append(made)
            known.add(source)
    entries.save(str(path))
