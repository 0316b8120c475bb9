"""How long the translators' commands take: update, status and lint as whole commands, for reports of rising size.

Usage: python benchmarks/translation.py

A report of 3,000 messages in sections of 200, all translated, is the measure; it is made 1, 2 and 4 times as large. A
tenth of the messages is then edited, so that `update` has as many translations to save. Times are seconds on the wall,
the best of three runs, start of the interpreter included.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import polib

MESSAGES = 3_000
SIZES = (1, 2, 4)
SECTION = 200
RUNS = 3
COMMANDS = ("update", "status", "lint")
TEMPLATES = Path(__file__).parent.parent / "templates"
CATALOGUE = Path(__file__).parent.parent / "locales/zh_Hans/LC_MESSAGES/templates.po"
SUBJECTS = "energy water waste emissions safety training governance privacy suppliers communities".split()
VERBS = "reduces measures reviews publishes improves audits discusses compares".split()
OBJECTS = "targets|the results of the year|its policies|risks and opportunities|what was agreed|complaints".split("|")
HAN = "本年度我们持续改进能源用水废弃物排放安全培训治理隐私供应商社区管理目标结果政策风险机遇审查公布比较讨论"

REPORT = """\
id: benchmark
title: Benchmark
short_title: Benchmark
company: {{name: A, other_name: B, short_name: C, incorporation: D, codes: []}}
periods:
  current: {{label: 2023, from: 2023-01-01, to: 2023-12-31}}
source: en
locales: [en, zh_Hans]
prevails: en
frameworks: []
chapters:
  - {{id: about, title: About, family: brand, sections: [{sections}]}}
"""


def main() -> None:
    print(f"{'messages':>8}  {'edited':>6}  " + "  ".join(f"{name:>7}" for name in COMMANDS))
    for size in SIZES:
        count = MESSAGES * size
        with TemporaryDirectory() as folder:
            root = Path(folder)
            write(root, count)
            run(root, "update")
            translate(root)
            edited = edit(root)
            shutil.copytree(root / "locales", root / "before")
            times = [best(root, name) for name in COMMANDS]
        print(f"{count:>8,}  {edited:>6,}  " + "  ".join(f"{seconds:>6.2f}s" for seconds in times), flush=True)


def best(root: Path, name: str) -> float:
    times = []
    for _ in range(RUNS):
        shutil.rmtree(root / "locales")
        shutil.copytree(root / "before", root / "locales")
        begin = perf_counter()
        run(root, name)
        times.append(perf_counter() - begin)
    return min(times)


def run(root: Path, name: str) -> None:
    command = [sys.executable, "-m", "reportgen", "translate", name, "--project", str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"`{name}` failed:\n{done.stdout}{done.stderr}")


def write(root: Path, count: int) -> None:
    names = [f"s{at}" for at in range(count // SECTION)]
    (root / "content/sections").mkdir(parents=True)
    shutil.copytree(TEMPLATES, root / "templates")
    (root / "content/report.yaml").write_text(REPORT.format(sections=", ".join(names)), encoding="utf-8")
    for at, name in enumerate(names):
        body = "\n\n".join(paragraphs(at * SECTION))
        text = f"---\nid: {name}\ntitle: Part {name}\n---\n\n{body}\n"
        (root / f"content/sections/{name}.md").write_text(text, encoding="utf-8")


def paragraphs(first: int) -> Iterator[str]:
    for at in range(first, first + SECTION - 1):
        if at % 20 == 0:
            yield f"### {words(at)}"
        else:
            yield f"{words(at)}. {words(at * 7 + 3)} in {{current}}. {words(at * 13 + 5)}, as **every year**."


def words(seed: int) -> str:
    """Return a clause; seeds below 100,000 that are not alike make clauses that are not alike."""
    parts = (SUBJECTS[seed % 10], VERBS[seed // 10 % 8], OBJECTS[seed // 80 % 6])
    letters = "".join(chr(97 + seed // 26**power % 26) for power in range(4))
    return f"Our {letters} team for {parts[0]} {parts[1]} {parts[2]}"


def translate(root: Path) -> None:
    """Translate the sections with words of no sense, the templates as the sample does."""
    shutil.copy(CATALOGUE, root / "locales/zh_Hans/LC_MESSAGES")
    for path in sorted((root / "locales").rglob("*.po")):
        if path.name == CATALOGUE.name:
            continue
        file = polib.pofile(path)
        for at, entry in enumerate(file):
            start = at * 11 % len(HAN)
            clause = (HAN[start:] + HAN[:start])[:28]
            year = "{current}年" if "{current}" in entry.msgid else ""
            bold = "**年年如此**" if "**" in entry.msgid else ""
            entry.msgstr = f"{year}{clause}{bold}" + ("。" if entry.msgid.endswith(".") else "")
        file.save()
    run(root, "fmt")


def edit(root: Path) -> int:
    """Change a word in every tenth paragraph; return how many were changed."""
    count = 0
    for path in sorted((root / "content/sections").iterdir()):
        blocks = path.read_text(encoding="utf-8").split("\n\n")
        for at in range(5, len(blocks), 10):
            blocks[at] = blocks[at].replace(" team ", " group ", 1)
            count += 1
        path.write_text("\n\n".join(blocks), encoding="utf-8")
    return count


if __name__ == "__main__":
    main()
