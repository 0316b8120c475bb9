"""Word's theme: "Design > Colours" and "Design > Fonts" change the whole document, because all refers to them."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls

import pytest

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml")


def slots(written):
    """The colours of the scheme by their slots."""
    return {slot.tag.removeprefix(A): slot[0].get("val") for slot in written.root("word/theme/theme1.xml")[0][0]}


def parts(colour):
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))


def coloured(written):
    """Every colour of text, ground and rule: as it is, and what it refers to with its tint or shade."""
    names = {
        f"{W}val": (f"{W}themeColor", f"{W}themeTint", f"{W}themeShade"),
        f"{W}color": (f"{W}themeColor", f"{W}themeTint", f"{W}themeShade"),
        f"{W}fill": (f"{W}themeFill", f"{W}themeFillTint", f"{W}themeFillShade"),
    }
    for name in PARTS:
        for element in written.root(name).iter():
            value = {f"{W}color": f"{W}val", f"{W}shd": f"{W}fill"}.get(element.tag, f"{W}color")
            colour = element.get(value)
            if colour and len(colour) == 6 and set(colour) <= set("0123456789ABCDEF"):
                yield colour, *(element.get(reference) for reference in names[value])


@pytest.mark.parametrize("report", ["english", "chinese"])
def test_colours_refer_to_the_scheme_but_for_shades_that_it_has_not(report, request, theme):
    written = request.getfixturevalue(report)
    fixed = {f"#{colour}" for colour, reference, *_ in coloured(written) if reference is None}
    assert fixed <= {palette.mid for palette in theme.families.values()} | {theme.colours["draft"]}


def test_a_shade_of_the_scheme_is_near_the_colour_that_it_stands_for(english):
    words = {"text1": "dk1", "background1": "lt1", "text2": "dk2", "hyperlink": "hlink"}
    for colour, reference, tint, shade in coloured(english):
        if reference is None:
            continue
        hue, light, strength = rgb_to_hls(*parts(slots(english)[words.get(reference, reference)]))
        if tint:
            light = 1 - int(tint, 16) / 255 * (1 - light)
        if shade:
            light *= int(shade, 16) / 255
        shown = hls_to_rgb(hue, light, strength)
        assert shown == pytest.approx(parts(colour), abs=0.05), f"{reference} {tint} {shade} for {colour}"


def test_the_scheme_holds_the_themes_colours_a_family_an_accent(english, theme):
    found = slots(english)
    bases = [palette.base.lstrip("#") for palette in theme.families.values()]
    assert [found[f"accent{number}"] for number in range(1, 5)] == bases
    assert found["dk1"] == theme.colours["ink"].lstrip("#")
    assert found["hlink"] == theme.colours["link"].lstrip("#")
    assert len(found) == 12


def test_drawings_have_no_colours_of_their_own(english):
    names = [name for name in english.names() if name.startswith("word/charts/chart")]
    for name in ("word/document.xml", *names):
        assert not list(english.root(name).iter(f"{A}srgbClr")), name


def test_fonts_are_the_themes(english, chinese):
    def faces(written):
        scheme = written.root("word/theme/theme1.xml")[0][1]
        return [[kind.find(f"{A}{script}").get("typeface") for script in ("latin", "ea")] for kind in scheme]

    assert faces(english) == [["Arial", "Microsoft YaHei"], ["Georgia", "Microsoft YaHei"]]
    assert faces(chinese) == [["Arial", "Microsoft YaHei"]] * 2
    for written in (english, chinese):
        for fonts in written.root("word/styles.xml").iter(f"{W}rFonts"):
            if fonts.get(f"{W}ascii") is not None:
                kind = fonts.get(f"{W}asciiTheme").removesuffix("HAnsi")
                assert fonts.get(f"{W}eastAsiaTheme") == f"{kind}EastAsia"
                assert kind in ("major", "minor")


def test_headings_are_in_the_font_of_headings_and_prose_in_that_of_text(english, chinese):
    def kind(written, style):
        (found,) = (s for s in written.root("word/styles.xml") if s.get(f"{W}styleId") == style)
        fonts = found.find(f"{W}rPr/{W}rFonts")
        return fonts if fonts is None else fonts.get(f"{W}asciiTheme")

    for written in (english, chinese):
        assert kind(written, "Heading1") == "majorHAnsi"
        defaults = written.root("word/styles.xml").find(f"{W}docDefaults//{W}rFonts")
        assert defaults.get(f"{W}asciiTheme") == "minorHAnsi"


def test_the_font_table_says_what_each_font_is_like_and_what_stands_in_for_it(english):
    fonts = {font.get(f"{W}name"): font for font in english.root("word/fontTable.xml")}
    assert set(fonts) == {"Arial", "Georgia", "Microsoft YaHei", "Segoe UI Symbol"}
    han = fonts["Microsoft YaHei"]
    assert "PingFang SC" in han.find(f"{W}altName").get(f"{W}val").split(",")
    assert han.find(f"{W}charset").get(f"{W}val") == "86"
    assert all(len(font.find(f"{W}panose1").get(f"{W}val")) == 20 for font in fonts.values())


@pytest.mark.parametrize("report", ["english", "chinese"])
def test_there_are_few_styles(report, request):
    assert len(request.getfixturevalue(report).styles()) < 60


def test_styles_that_look_alike_in_the_theme_are_one_in_word(write, p):
    written = write(p("chart-subtitle", "a"), p("chart-source", "b"), p("caption", "c"))
    assert written.text("Source") == ["a", "b", "c"]


def test_words_in_the_colour_of_a_family_have_its_character_style(write, p):
    written = write(p("h4", "Brand", level=4), p("h4", "Green", family="environment", level=4))
    assert written.marked("Accent Environment") == ["Green"]
    assert written.text("heading 4") == ["Brand", "Green"]


def test_a_closer_variant_of_a_style_is_a_variant_of_the_style_it_is_in_word(write, p, theme):
    assert "table-unit-snug" in theme.styles
    written = write(p("table-unit-snug", "kWh"))
    assert written.text("Table Text Snug") == ["kWh"]
    assert written.marked("Quiet") == ["kWh"]


def test_no_style_is_latent_and_each_that_is_chosen_stands_in_the_gallery(english):
    styles = english.root("word/styles.xml")
    assert styles.find(f"{W}latentStyles") is None
    hidden = {
        style.find(f"{W}name").get(f"{W}val") for style in styles.iter(f"{W}style") if style.find(f"{W}qFormat") is None
    }
    assert hidden <= {
        *("Default Paragraph Font", "Normal Table", "No List", "header", "footer", "footnote text"),
        *("TOC Heading", "toc 1", "toc 2"),
    }
