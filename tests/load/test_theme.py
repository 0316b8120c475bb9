"""The theme file: what it says of the templates beside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from laying_out import ROOT, theme

from reportgen.diagnostics import Diagnostics, show
from reportgen.load.theme import read_theme, theme_in
from reportgen.model.locale import LOCALES
from reportgen.model.theme import FontFile, Theme


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "templates").mkdir()
    return tmp_path


def write(root: Path, text: str) -> None:
    (root / "templates/theme.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "language"), [("language: zh_Hans\n", "zh_Hans"), ("step: {latin: 15, han: 17}\n", "")]
)
def test_it_may_say_what_the_templates_are_written_in(root: Path, text: str, language: str) -> None:
    write(root, text)
    found = Diagnostics()
    theme = read_theme(root, found)
    assert theme is not None
    assert theme.language == language
    assert not list(found)


def test_an_unknown_language_is_reported(root: Path) -> None:
    write(root, "language: zh-Hans\n")
    found = Diagnostics()
    theme = read_theme(root, found)
    assert theme is not None
    assert theme.language == ""
    assert [show(finding) for finding in found] == [
        "error[wrong-value]: unknown language `zh-Hans`\n"
        "  --> templates/theme.yaml:1:11\n"
        "  = hint: did you mean `zh_Hans`?"
    ]


def test_an_unknown_key_is_reported(root: Path) -> None:
    write(root, "langauge: en\n")
    found = Diagnostics()
    read_theme(root, found)
    assert [show(finding) for finding in found] == [
        "error[unknown-key]: the theme has no key `langauge`\n"
        "  --> templates/theme.yaml:1:1\n"
        "  = hint: did you mean `language`?"
    ]


def test_a_missing_file_is_reported(root: Path) -> None:
    found = Diagnostics()
    assert read_theme(root, found) is None
    assert [finding.message for finding in found] == ["`templates/theme.yaml` does not exist"]


def test_tables_of_many_columns_have_closer_variants_of_their_styles() -> None:
    english, chinese = theme("en"), theme("zh_Hans")
    assert [density.columns for density in english.densities] == [6, 9, 12]
    assert english.styles["table-cell-tight"].size == 8
    assert english.styles["table-cell-tight"].leading == 11.25
    assert chinese.styles["table-cell-tight"].leading == 12.5
    assert english.styles["table-quiet-snug"] == english.styles["table-quiet"], "nothing grows"
    table = english.tables["statistics-closest"]
    assert (table.cell, table.name) == ("table-cell-closest", "statistics")
    assert table.cell_padding == (3.75, 2.5, 3.25, 2.5)
    assert "table-note-snug" not in english.styles


def found_in_english(root: Path, right: str, wrong: str) -> list[str]:
    """Return what is found in a theme with a word replaced that stops its report in English."""
    text = (ROOT / "templates/theme.yaml").read_text(encoding="utf-8")
    write(root, text.replace(right, wrong))
    found = Diagnostics()
    file = read_theme(root, found)
    assert file is not None
    assert theme_in(file, LOCALES["en"], found) is None
    return [show(finding).splitlines()[0] for finding in found]


def test_an_unknown_key_of_a_density_is_told(root: Path) -> None:
    assert found_in_english(root, "snug: {columns: 6, size", "snug: {columns: 6, sise") == [
        "error[missing-key]: `dense: snug` needs the key `size`",
        "error[unknown-key]: `dense: snug` has no key `sise`",
    ]


def test_an_unknown_key_of_a_density_in_chinese_is_told_in_every_language(root: Path) -> None:
    assert found_in_english(root, "padding: 5, han: {leading:", "padding: 5, han: {leding:") == [
        "error[unknown-key]: `han` of `dense: snug` has no key `leding`"
    ]


def asking(root: Path, line: str) -> tuple[Theme | None, list[str]]:
    """The theme with a line more, and what is found, without the place."""
    text = (ROOT / "templates/theme.yaml").read_text(encoding="utf-8")
    key, _, _ = line.partition(":")
    write(root, re.sub(f"(?m)^{key}:.*\n", "", text).replace("step: {", f"{line}\nstep: {{", 1))
    found = Diagnostics()
    file = read_theme(root, found)
    assert file is not None
    made = theme_in(file, LOCALES["en"], found)
    return made, [re.sub("--> .*", "--> ...", show(finding), count=1) for finding in found]


def numbered(root: Path, styles: str) -> tuple[tuple[str, ...] | None, list[str]]:
    """The styles of headings that are numbered where the theme asks for some, and what is found."""
    made, found = asking(root, f"numbered: {styles}")
    return made and made.numbered, found


def test_headings_are_numbered_where_it_asks_for_it(root: Path) -> None:
    assert theme("en").numbered == ()
    assert numbered(root, "[h2, h3]") == (("h2", "h3"), [])


def test_a_level_of_numbered_headings_may_not_be_left_out(root: Path) -> None:
    made, found = numbered(root, "[h3]")
    assert made is None
    assert found == [
        "error[wrong-value]: headings are numbered from the sections' on, found `h3`\n"
        "  --> ...\n"
        "  = hint: write `numbered: [h2, h3, h4]`, or leave the last ones out"
    ]


def test_footnotes_are_counted_through_the_report_or_by_chapter(root: Path) -> None:
    assert theme("en").footnotes == "through"
    made, found = asking(root, "footnotes: by-chapter")
    assert made is not None
    assert (made.footnotes, found) == ("by-chapter", [])


def test_another_way_of_counting_footnotes_is_none(root: Path) -> None:
    assert asking(root, "footnotes: by chapter") == (
        None,
        [
            "error[wrong-value]: expected `footnotes` as `through` or `by-chapter`, found `by chapter`\n"
            "  --> ...\n"
            "  = hint: did you mean `by-chapter`?"
        ],
    )


def chinese_font(root: Path, more: str) -> tuple[FontFile | None, list[str]]:
    """The font of Chinese text with ``more`` said of it, and what is found, without the place."""
    text = (ROOT / "templates/theme.yaml").read_text(encoding="utf-8")
    write(root, text.replace("weights: [400, 700]", more))
    found = Diagnostics()
    file = read_theme(root, found)
    assert file is not None
    made = theme_in(file, LOCALES["zh_Hans"], found)
    return made and made.styles["prose"].face.han[0], [re.sub("--> .*", "--> ...", show(each)) for each in found]


def test_a_font_may_be_used_in_some_of_its_weights(root: Path) -> None:
    font, found = chinese_font(root, "weights: [300, 500, 900]")
    assert found == []
    assert font is not None
    assert font.weights == (300, 500, 900)
    assert font.span is not None
    line = (root / font.span.path).read_text("utf-8").split("\n")[font.span.line - 1]
    assert line[font.span.column - 1 :].startswith(font.path), "what is wrong with its file is told there"


def test_a_font_may_follow_the_size_of_its_text(root: Path) -> None:
    font, found = chinese_font(root, "optical: true")
    assert font is not None
    assert (font.optical, found) == (True, [])


@pytest.mark.parametrize("weight", ["0", "1200", "450.5"])
def test_what_is_no_weight_is_told(root: Path, weight: str) -> None:
    font, found = chinese_font(root, f"weights: [400, {weight}]")
    assert font is None
    assert found[0] == (
        f"error[wrong-value]: expected a weight, found `{weight}`\n"
        "  --> ...\n"
        "  = hint: give a whole number from 1 to 1000, such as 400 or 700"
    )


def test_each_family_of_colours_is_there(root: Path) -> None:
    write(
        root,
        "families:\n  peple: {deep: '#663B00', base: '#9E5B00', mid: '#D3963C', light: '#EFCF9C', tint: '#FBF4E8'}\n",
    )
    found = Diagnostics()
    file = read_theme(root, found)
    assert file is not None
    assert theme_in(file, LOCALES["en"], found) is None
    shown = [show(finding) for finding in found]
    assert (
        "error[unknown-key]: `families` has no key `peple`\n"
        "  --> templates/theme.yaml:2:3\n"
        "  = hint: did you mean `people`?"
    ) in shown
    for family in ("brand", "environment", "people", "governance"):
        assert (
            f"error[missing-key]: `families` needs the key `{family}`\n"
            "  --> templates/theme.yaml:2:3\n"
            f"  = hint: add `{family}: ...`"
        ) in shown


def test_a_face_that_is_none_is_told_at_its_name(root: Path) -> None:
    text = (ROOT / "templates/theme.yaml").read_text(encoding="utf-8")
    write(root, text.replace("cover-brand: {face: sans", "cover-brand: {face: sanz"))
    found = Diagnostics()
    file = read_theme(root, found)
    assert file is not None
    theme_in(file, LOCALES["en"], found)
    line = next(at for at, line in enumerate(text.split("\n"), 1) if line.startswith("  cover-brand: {face"))
    assert show(next(iter(found))) == (
        "error[wrong-value]: there is no face `sanz`\n"
        f"  --> templates/theme.yaml:{line}:23\n"
        "  = hint: did you mean `sans`?"
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("han: 17.5}", "han: 17,5}", ("`step` has no key `5`", 27, "it may have `han` or `latin`")),
        ("  head-top:", "  haed-top: 3\n  head-top:", ("`page` has no key `haed-top`", 3, "did you mean `head-top`?")),
        ("cover-cloud:\n", "cover-cloud:\n  sead: 3\n", ("`cover-cloud` has no key `sead`", 3, "did you mean `seed`?")),
    ],
)
def test_a_key_that_is_none_is_told_in_each_part(root: Path, old: str, new: str, told: tuple[str, int, str]) -> None:
    text = (ROOT / "templates/theme.yaml").read_text(encoding="utf-8")
    assert old in text
    broken = text.replace(old, new, 1)
    write(root, broken)
    found = Diagnostics()
    file = read_theme(root, found)
    assert file is not None
    assert theme_in(file, LOCALES["zh_Hans"], found) is None
    message, column, hint = told
    ours = text.split("\n")
    line = next(at for at, now in enumerate(broken.split("\n"), 1) if ours[at - 1] != now)
    assert [show(finding) for finding in found] == [
        f"error[unknown-key]: {message}\n  --> templates/theme.yaml:{line}:{column}\n  = hint: {hint}"
    ]
