"""Reports that are refused: each with a message that says where and why, and without a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from stress_project import Chapter, StressReport, built

REFUSED = {
    "a character that no face has": (
        {"Lamps": "Plain words.", "Light": "It is bright.\n\n- A lamp 😀 at the quay"},
        """\
error[missing-glyph]: no font of the theme has `😀` (U+1F600 GRINNING FACE), in `A lamp 😀 at the quay`
  --> content/sections/s0_1.md:7:3
  = hint: use another character, or add a font that has it to `templates/theme.yaml`""",
    ),
    "a table in a box": (
        {"Lamps": '::: case "Light"\n| a | b |\n|---|---|\n| c | d |\n:::'},
        """\
error[wrong-directive]: a table stands in a box, which holds only paragraphs and lists
  --> content/sections/s0_0.md:6:1
  = hint: put it before or after""",
    ),
    "a diagram in a box": (
        {
            "Lamps": '::: case "Light"\n::: drawing levels\ntitle: Pier\nalternative: Pier.\n\n- - **Keeper**\n:::\n\n'
            "::: matrix\ntitle: Weight\nup: Up\nacross: Across\nalternative: Weight.\n\n- - **Light** brand\n"
            "  - **Oil** 1 2\n:::\n:::"
        },
        """\
error[wrong-directive]: a diagram stands in a box, which holds only paragraphs and lists
  --> content/sections/s0_0.md:6:5
  = hint: put it before or after
error[wrong-directive]: a diagram stands in a box, which holds only paragraphs and lists
  --> content/sections/s0_0.md:13:5
  = hint: put it before or after""",
    ),
    "a landscape page in a list": (
        {"Lamps": "- Light\n\n  ::: landscape\n  Wide.\n  :::"},
        """\
error[wrong-directive]: a landscape page stands in a list, which holds only paragraphs and lists
  --> content/sections/s0_0.md:7:7
  = hint: put it before or after""",
    ),
    "a chart of a kind that there is not": (
        {"Lamps": "::: plot pie\ntitle: Power\nalternative: Power.\n\n| | Year |\n|-|-|\n| Lamp | 1 |\n:::"},
        """\
error[wrong-directive]: `pie` is no kind of `plot`
  --> content/sections/s0_0.md:5:5
  = hint: it is `columns` or `stacked_columns` or `bars` or `stacked_bars` or `donut` or `lines` or `dots`""",
    ),
    "a setting that turns no page": (
        {"Lamps": "::: landscape size=3\nWide.\n:::"},
        """\
error[wrong-directive]: `landscape` has no setting `size`
  --> content/sections/s0_0.md:5:5
  = hint: remove it""",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_with_its_place(tmp_path: Path, name: str) -> None:
    sections, message = REFUSED[name]
    report = built(StressReport((Chapter("Light", "01", sections),)), tmp_path)
    assert "\n".join(report.findings) == message
    assert report.outcome.written == ()
    assert not report.file("pdf").exists()


def test_a_table_of_too_many_numbers_is_told_and_printed(tmp_path: Path) -> None:
    row = "| Lamp" + " | 1,234,567.89" * 9 + " |"
    table = f"::: table id=wide\ncaption: Power\n\n{row}\n|---{'|--:' * 9}|\n{row}\n:::"
    report = built(StressReport((Chapter("Light", "01", {"Lamps": table}),)), tmp_path)
    assert report.findings == [
        "warning[no-room]: the table `Power` on page 02 has more columns of numbers than there is room for\n"
        "  = hint: put it into `::: landscape`, or leave columns out"
    ]
    assert report.file("pdf").exists()


ASTRAY = """\
::: goal 7 colour="#FCC30B"
name: Energy
:::

::: landscape
::: contact-line
label: Mail
text: lamps@harbour.example
:::
:::
"""


def test_what_stands_in_another_directive_alone_is_refused_elsewhere(tmp_path: Path) -> None:
    files = {"templates/report.md.j2": ASTRAY}
    report = built(StressReport((Chapter("Light", "01", {"Lamps": "Plain words."}),), files=files), tmp_path)
    assert "\n".join(report.findings) == (
        """\
error[wrong-directive]: `goal` stands outside of `opening`
  --> templates/report.md.j2:1:1
  = hint: put it between `::: opening` and its `:::`
error[wrong-directive]: `contact-line` stands outside of `contact`
  --> templates/report.md.j2:1:1
  = hint: put it between `::: contact` and its `:::`"""
    )
