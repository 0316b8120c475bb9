"""The contact page and the back cover: lines in the theme's places, a list of labels and texts, the art behind."""

from __future__ import annotations

import pytest
from laying_out import chapter, elements, lay, lines, theme, words

from reportgen.model.flow import BackCover, Contact, ContactLine, LineBreak, Paragraph, Run
from reportgen.write.pdf.parts import Element

PAGE = theme().page
PLACES = {page: {box.name: box for box in boxes} for page, boxes in theme().places.items()}


def line(label: str, *text: Run | str) -> ContactLine:
    return ContactLine(words(label, style="contact-label"), words(*text, style="contact-text"))


def contact(*made: ContactLine) -> Contact:
    parts: tuple[tuple[str, Paragraph], ...] = (
        ("name", words("Kestrel Bay Holdings", style="cover-name")),
        ("codes", words("NASDAQ: KB", LineBreak(), "HKEX: 9999", style="cover-line")),
    )
    return Contact(words("Write to us", style="contact-title", level=1, anchor="contact"), made, parts)


LINES = (
    line("Address", "North Pier, where the long stairs lead up to the lamps and " * 3),
    line("Mail", Run("esg@kestrel.example", link="mailto:esg@kestrel.example")),
)
BACK = BackCover(
    (
        ("brand", words("Kestrel Bay", style="back-cover-brand")),
        ("title", words("Kestrel Bay Report", style="back-cover-line")),
    )
)


def test_both_begin_a_page_of_their_own_without_head_and_foot() -> None:
    laid = lay(chapter("", "About", "about"), lines(3), contact(*LINES), BACK)
    assert len(laid.layout.sheets) == 3
    assert [place.page for place in laid.all("Harbour Light 2023")] == [0]
    assert laid.find("Write to us").page == 1
    assert laid.find("Kestrel Bay Report").page == 2


def test_all_stands_where_the_theme_has_its_place() -> None:
    laid = lay(contact(*LINES), BACK)
    found = {
        ("contact", "title"): laid.find("Write to us"),
        ("contact", "name"): laid.find("Kestrel Bay Holdings"),
        ("contact", "codes"): laid.find("NASDAQ: KB"),
        ("back-cover", "title"): laid.find("Kestrel Bay Report"),
    }
    for (page, name), place in found.items():
        box = PLACES[page][name]
        assert place.left == pytest.approx(box.x, abs=4)
        assert box.top < place.top < box.top + theme().styles[box.style].leading


def test_labels_and_texts_stand_in_two_columns_between_rules() -> None:
    laid = lay(contact(*LINES))
    place, gap = PLACES["contact"]["lines"], theme().measures["contact-text"]
    labels, texts = [laid.find("Address"), laid.find("Mail")], [laid.all("North Pier")[0], laid.find("esg@")]
    assert [label.left for label in labels] == pytest.approx([place.x] * 2, abs=2)
    assert [text.left for text in texts] == pytest.approx([place.x + gap] * 2, abs=2)
    rules = [shape for shape in laid.shapes(theme().colours["rule"]) if shape.left == pytest.approx(place.x, abs=0.02)]
    assert len(rules) == 3
    assert rules[0].top == pytest.approx(place.top, abs=0.02)
    for above, below, label in zip(rules, rules[1:], labels, strict=False):
        assert above.top < label.top < below.top
        assert above.width == pytest.approx(place.width, abs=0.02)
    assert rules[1].top > max(text.top for text in laid.all("lamps")), "a rule clears the longest text"


def test_the_lines_are_a_list_and_the_page_a_part_with_a_heading() -> None:
    laid = lay(contact(*LINES), BACK)
    root = laid.layout.root
    (part,) = elements(root, "Part")
    assert [kid.tag for kid in part.kids if isinstance(kid, Element)] == ["H1", "L", "Sect"]
    (made,) = elements(part, "L")
    assert made.attributes == {"O": "/List", "ListNumbering": "/None"}
    assert [[kid.tag for kid in item.kids if isinstance(kid, Element)] for item in elements(made, "LI")] == [
        ["Lbl", "LBody"],
        ["Lbl", "LBody"],
    ]
    assert [(mark.level, mark.words) for mark in laid.layout.bookmarks] == [(1, "Write to us")]
    assert laid.layout.anchors["contact"][0] == 0
    assert [link.target for link in laid.layout.sheets[0].links] == ["mailto:esg@kestrel.example"]
    assert [kid.tag for kid in root.kids if isinstance(kid, Element)] == ["Part", "Sect"], "the back cover is no part"


def test_lines_that_reach_into_the_art_are_told() -> None:
    few, many = lay(contact(*LINES)), lay(contact(*LINES * 6))
    assert few.layout.misfits == ()
    assert many.layout.misfits == (("esg@kestrel.example", many.layout.sheets[0].label),)


def test_a_contact_page_may_have_no_lines() -> None:
    laid = lay(contact())
    assert laid.find("Write to us").page == 0


def test_the_back_covers_ground_reaches_beyond_its_page() -> None:
    laid = lay(BACK)
    (ground,) = (shape for shape in laid.shapes(theme().families["brand"].deep) if shape.width > PAGE.width)
    assert (ground.left, ground.top) < (0, 0)
    assert ground.left + ground.width > PAGE.width
    assert ground.foot > PAGE.height
