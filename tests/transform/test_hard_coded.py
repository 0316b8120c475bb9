"""Hard-coded words: which texts of a document are looked at, and where their words are said to stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostics, Span, show
from reportgen.model.block import Block, Card, Cards, Chart, Document, Heading, Paragraph, Series
from reportgen.model.inline import Bound, Inline, Link, Ref, Strong, Text
from reportgen.read.templates import Templates
from reportgen.transform.hard_coded import hard_coded

HERE = Span("content/sections/a.md", 7)
CODE = "no template has it: let the code that makes it pass it through `translate`"


@pytest.fixture
def templates(tmp_path: Path) -> Templates:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/one.md.j2").write_text(
        '{# Total #}\n::: table Total\n| {{ _("Total") }} | {{ "Sum" }} |\n| Total | {{ x.Unit }} | _("Part") |\n',
        encoding="utf-8",
    )
    return Templates(tmp_path, Diagnostics())


def found(templates: Templates, *blocks: Block) -> list[str]:
    diagnostics = Diagnostics()
    hard_coded(Document("en", (), (), (), blocks), templates, diagnostics)
    return [show(finding) for finding in diagnostics]


def paragraph(*inlines: Inline) -> Paragraph:
    return Paragraph(inlines, HERE)


def test_what_is_bound_and_addresses_are_no_words_to_translate(templates: Templates) -> None:
    ref = Ref("energy", "", "", HERE)
    assert (
        found(
            templates,
            paragraph(Text("«Ŵéè» 5 – "), Bound("not higher than 5 kWh", ref, ())),
            paragraph(
                Link("https://a.b/Total", (Text("https://a.b/Total"),), HERE),
                Link("mailto:a@b.hk", (Text("a@b.hk"),), HERE),
            ),
        )
        == []
    )


def test_an_address_that_has_words_of_its_own_is_looked_at(templates: Templates) -> None:
    (finding,) = found(templates, paragraph(Link("https://a.b", (Text("Here"),), HERE)))
    assert finding == (
        "error[hard-coded]: `Here` is hard-coded: it never passed translation\n"
        f"  --> content/sections/a.md:7:1\n  = hint: {CODE}"
    )


def test_a_word_of_a_template_is_told_once_where_the_template_prints_it(templates: Templates) -> None:
    assert found(templates, paragraph(Text("Total")), paragraph(Strong((Text("Total"),)))) == [
        "error[hard-coded]: `Total` is hard-coded: it never passed translation\n"
        "  --> templates/one.md.j2:4:3\n"
        '  = hint: write `{{ _("Total") }}`, then run `reportgen translate update`; '
        "it is printed at content/sections/a.md:7:1"
    ]
    assert "--> templates/one.md.j2:3:26" in found(templates, paragraph(Text("Sum")))[0]


def test_no_word_of_a_tag_or_comment_is_taken_for_one_that_is_printed(templates: Templates) -> None:
    assert "--> content/sections/a.md:7:1" in found(templates, paragraph(Text("Unit")))[0]


def test_every_kind_of_text_is_looked_at(templates: Templates) -> None:
    text = (Text("Words"),)
    places = [
        Heading(2, text, "a", HERE),
        Cards((Card((), text),), HERE),
        Chart("bars", (), (), (), text, (), (), "", HERE),
        Chart("bars", (), (), (), (), (text,), (), "", HERE),
        Chart("bars", (), (), (), (), (), (Series(text, ()),), "", HERE),
        Chart("bars", (), (), (), (), (), (Series((), (text,)),), "", HERE),
    ]
    assert [len(found(templates, place)) for place in places] == [1] * len(places)
    diagnostics = Diagnostics()
    hard_coded(Document("en", text, (), (), ()), templates, diagnostics)
    assert [str(finding.span) for finding in diagnostics] == ["templates/report.md.j2:1:1"]
