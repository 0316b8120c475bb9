from __future__ import annotations

from typing import Any

import pytest

from reportgen.diagnostics import Diagnostics
from reportgen.load.front_matter import load_section
from reportgen.load.project import load_project
from reportgen.model.section_file import SectionFile

PATH = "content/sections/about.md"


def load(folder: Any, text: str) -> tuple[SectionFile | None, str]:
    folder.write(PATH, text)
    diagnostics = Diagnostics()
    section = load_section(PATH, load_project(folder.root, diagnostics), diagnostics)
    return section, folder.shown(diagnostics)


def test_front_matter_and_body(folder: Any) -> None:
    section, shown = load(
        folder,
        "---\nid: about\ntitle: About *us*\nlanguage: zh_Hans\ndiscloses: {hkex_2023: [A1.2, A1.5]}\n---\nFirst.\n",
    )
    assert shown == ""
    assert section is not None
    assert (section.id, section.title.text, str(section.title.span)) == ("about", "About *us*", f"{PATH}:3:8")
    assert section.language.id == "zh_Hans"
    assert [(mark.code, mark.span.column) for mark in section.discloses] == [("A1.2", 25), ("A1.5", 31)]
    assert (section.body, section.first_line) == ("First.\n", 7)


def test_the_language_is_the_reports_unless_said(folder: Any) -> None:
    section, _ = load(folder, "---\nid: about\ntitle: T\n---\n")
    assert section is not None
    assert section.language.id == "en"


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "# About\n",
            "error[missing-key]: the section does not begin with its front matter\n"
            f"  --> {PATH}:1:1\n"
            "  |\n"
            "1 | # About\n"
            "  | ^\n"
            "  = hint: begin the file with a line `---`, then `id: ...` and `title: ...`, then a line `---`",
        ),
        (
            "---\nid: about\n",
            "error[yaml-broken]: the front matter has no end\n"
            f"  --> {PATH}:1:1\n"
            "  |\n"
            "1 | ---\n"
            "  | ^^^\n"
            "  = hint: add a line `---` after the last key",
        ),
        (
            "---\njust words\n---\n",
            "error[wrong-value]: the front matter is no mapping\n"
            f"  --> {PATH}:2:1\n"
            "  |\n"
            "2 | just words\n"
            "  | ^\n"
            "  = hint: write `key: value`",
        ),
        (
            "---\nid: about\n title: T\n---\n",
            "error[yaml-broken]: a colon stands where no key is expected\n"
            f"  --> {PATH}:3:7\n"
            "  |\n"
            "3 |  title: T\n"
            "  |       ^\n"
            "  = hint: indent the line as the ones around it, or quote the text if the colon belongs to it",
        ),
        (
            "---\nid: abuot\nlanguage: de\n---\n",
            "error[missing-key]: the section needs the key `title`\n"
            f"  --> {PATH}:2:1\n"
            "  |\n"
            "2 | id: abuot\n"
            "  | ^\n"
            "  = hint: add `title: ...`\n"
            "error[wrong-value]: the section's id `abuot` differs from its file's name\n"
            f"  --> {PATH}:2:5\n"
            "  |\n"
            "2 | id: abuot\n"
            "  |     ^^^^^\n"
            "  = hint: write `id: about`, or rename the file to `abuot.md`\n"
            "error[wrong-value]: unknown language `de`\n"
            f"  --> {PATH}:3:11\n"
            "  |\n"
            "3 | language: de\n"
            "  |           ^^\n"
            "  = hint: the languages are `en`, `zh_Hans`, `zh_Hant`",
        ),
    ],
)
def test_faults(folder: Any, text: str, finding: str) -> None:
    assert load(folder, text)[1] == finding
