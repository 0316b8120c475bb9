"""`docs/data.md` and `docs/data.zh.md`: what they tell an officer to type works, word for word."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from workbooks import Shown, write_book

from reportgen.build import PUBLISHED, build
from reportgen.cli.main import main
from reportgen.commands.build_report import build_report
from reportgen.commands.check_report import check_report
from reportgen.commands.formats import FORMATS
from reportgen.commands.languages import Wanted
from reportgen.commands.read_report import read
from reportgen.diagnostics import Diagnostics, show
from reportgen.load.yaml_nodes import Mapping, Node, Scalar, Sequence, parse_yaml
from reportgen.load_inputs import load
from reportgen.model.flow import Run
from reportgen.model.locale import LOCALES
from reportgen.model.walk import walk

ROOT = Path(__file__).parent.parent.parent
GUIDES = {"en": "data.md", "zh_Hans": "data.zh.md"}
BLOCK = re.compile(r"^```(?P<language>\w+) (?P<name>\S+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
STEP = re.compile(r"^## ", re.MULTILINE)


@dataclass
class Guide:
    """A guide's examples as a project of their own."""

    locale: str
    root: Path
    blocks: dict[str, str]

    def findings(self) -> list[str]:
        found = Diagnostics()
        build(load(self.root, found), LOCALES[self.locale], PUBLISHED, found)
        return [show(finding, self._line(finding)) for finding in found]

    def _line(self, finding: Any) -> str:
        lines = (self.root / finding.span.path).read_text(encoding="utf-8").split("\n")
        return lines[finding.span.line - 1]

    def text(self) -> str:
        story = build(load(self.root, Diagnostics()), LOCALES[self.locale], PUBLISHED, Diagnostics()).story
        return "".join(run.text for run in walk(story.flows) if isinstance(run, Run)).replace("\N{NO-BREAK SPACE}", " ")

    def replace(self, path: str, old: str, new: str) -> None:
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1
        file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(params=GUIDES)
def guide(request: pytest.FixtureRequest, tmp_path: Path) -> Guide:
    """Return what a person has who did all that the guide says."""
    begun = Guide(request.param, begin(request.param, tmp_path), examples(request.param))
    for step in steps(request.param):
        copy(step, begun.root)
    return begun


def begin(locale: str, folder: Path) -> Path:
    """Run the guide's commands in a folder like this one, and return the folder that they make."""
    for name in ("templates", "locales", "reportgen/schemas"):
        shutil.copytree(ROOT / name, folder / name)
    subprocess.run(["sh", "-e", "-c", examples(locale)["commands"]], cwd=folder, check=True)
    return folder / "harbour"


def steps(locale: str) -> list[str]:
    """Return what the guide says step by step, before it comes to Excel."""
    text = (ROOT / "docs" / GUIDES[locale]).read_text(encoding="utf-8")
    return [step for step in STEP.split(text) if "```sh commands" in step or re.match(r"[1-6]\. ", step)]


def copy(step: str, root: Path) -> None:
    """Copy the examples of a step: a file that is there already is added to, as the guide says."""
    for match in BLOCK.finditer(step):
        if match["name"].startswith("content/"):
            with (root / match["name"]).open("a", encoding="utf-8") as file:
                file.write(match["text"])


def examples(locale: str) -> dict[str, str]:
    text = (ROOT / "docs" / GUIDES[locale]).read_text(encoding="utf-8")
    return {match["name"]: match["text"] for match in BLOCK.finditer(text)}


@pytest.mark.parametrize("locale", GUIDES)
def test_each_step_ends_with_a_report_in_order(locale: str, tmp_path: Path) -> None:
    root = begin(locale, tmp_path)
    first, *others = steps(locale)
    assert len(others) == 6
    copy(first, root)
    for step in others:
        copy(step, root)
        found = Diagnostics()
        check_report(root, Wanted((), FORMATS, PUBLISHED), found)
        assert [show(finding) for finding in found] == []


def test_the_first_line_of_each_file_names_a_schema_that_is_there(guide: Guide) -> None:
    paths = [path for path in guide.root.rglob("*.yaml") if path.parent.name != "templates"]
    assert len(paths) == 7
    for path in paths:
        schema = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text(encoding="utf-8"))
        assert (path.parent / schema.group(1)).is_file()


def test_every_example_is_in_order(guide: Guide) -> None:
    assert guide.findings() == []
    assert len([path for path in guide.blocks if path.startswith("content/")]) == 9


def test_the_report_of_the_examples_is_written(guide: Guide) -> None:
    found = Diagnostics()
    outcome = build_report(partial(read, guide.root), Wanted((), FORMATS, PUBLISHED), found, lambda words: None)
    assert [show(finding) for finding in found] == []
    assert len(outcome.written) >= 3


def test_what_the_guide_says_is_printed_is_printed(guide: Guide) -> None:
    said = {
        "en": ("Our ferries burned 5,398.75 MWh of diesel, +3.6% on 2022.", "over 30 generators", "18.2%", "6,602.85"),
        "zh_Hans": ("渡轮消耗柴油5,398.75兆瓦时，较2022年变动+3.6%", "超过30", "18.2%", "6,602.85"),
    }
    text = guide.text()
    assert [words for words in said[guide.locale] if words not in text] == []


def test_the_finding_that_the_guide_shows_is_found(guide: Guide) -> None:
    guide.replace("content/kpis/totals.yaml", "current: 6602.85", "current: 6602.95")
    assert guide.findings()[0].rstrip("\n") == guide.blocks["finding"].rstrip("\n")


def test_the_trace_that_the_guide_shows_is_printed(guide: Guide) -> None:
    run = CliRunner().invoke(main, ["trace", "energy", "--project", str(guide.root)])
    assert run.exit_code == 0
    assert run.stdout.replace("\N{NO-BREAK SPACE}", " ").startswith(guide.blocks["trace"])


def test_without_its_answers_the_waste_is_asked_about(guide: Guide) -> None:
    file = guide.root / "content/kpis/waste.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("    answers:")], encoding="utf-8")
    found = Diagnostics()
    check_report(guide.root, Wanted((), FORMATS, PUBLISHED), found)
    assert sorted(finding.code.value for finding in found) == ["not-printed", "unexplained-change"]


def test_a_missing_part_of_the_breakdown_is_found(guide: Guide) -> None:
    guide.replace("content/kpis/people.yaml", "values: {prior: 251, current: 252}", "values: {prior: 251}")
    assert any(finding.startswith("error[not-covered]") for finding in guide.findings())


def test_the_layout_of_the_guide_reads_a_workbook(guide: Guide) -> None:
    layout = guide.blocks["content/excel.yaml"]
    (guide.root / "content/excel.yaml").write_text(layout, encoding="utf-8")
    sheet, item, unit = (re.search(rf"    {key}: (\S+)", layout).group(1) for key in ("sheet", "indicator", "unit"))
    before, now = re.search(r"prior: (.+), current: (.+)\}", layout).groups()
    oil = re.search(r"names: \{(.+?): diesel", layout).group(1)
    book = write_book(
        guide.root / "fleet-2023.xlsx",
        {sheet: [[item, unit, before, now], [oil, "MWh", 5210.4, Shown(5401.5, "0.00")]]},
    )
    run = CliRunner().invoke(main, ["data", "import", "--project", str(guide.root), "--write", str(book)])
    assert (run.exit_code, "error" in run.stderr) == (0, False)
    changed = (guide.root / "content/kpis/energy.yaml").read_text(encoding="utf-8")
    assert changed == guide.blocks["content/kpis/energy.yaml"].replace("5398.75", "5401.50")


def test_both_guides_have_the_same_examples() -> None:
    english, chinese = (bare(examples(locale)) for locale in GUIDES)
    assert english == chinese


def bare(blocks: dict[str, str]) -> dict[str, Any]:
    """Return the examples without their words: keys, ids, units and numbers."""
    return {
        path: without_words(parse_yaml(text, path, Diagnostics()))
        for path, text in blocks.items()
        if path.startswith(("content/kpis/", "content/figures/"))
    }


def without_words(node: Node | None) -> Any:
    match node:
        case Mapping(entries=entries):
            return {key: without_words(value) for key, (_, value) in entries.items()}
        case Sequence(items=items):
            return [without_words(item) for item in items]
        case Scalar(text=text) if re.fullmatch(r"[a-z0-9_.:%/]+|MWh(/RMBm)?|RMBm", text):
            return text
    return "words"


def test_both_pages_on_writing_have_the_same_forms() -> None:
    english, chinese = (forms(ROOT / "docs" / name) for name in ("writing.md", "writing.zh.md"))
    assert english
    assert english == {(written, other, one) for written, one, other in chinese}


def forms(page: Path) -> set[tuple[str, str, str]]:
    """Return the rows of the table of references: how they are written, and what two languages print."""
    rows = re.findall(r"^\| (`\{.*) \| (.*) \| (.*) \|$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {tuple(cell.replace("、", ", ") for cell in row) for row in rows}
