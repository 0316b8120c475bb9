"""The whole report put together by templates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostics, ReportError, Span, show
from reportgen.load.sections import load_sections
from reportgen.model.block import Contents, Document
from reportgen.model.locale import LOCALES
from reportgen.model.project import Chapter, Company, Period, Project
from reportgen.model.words import Words
from reportgen.read.compose import compose
from reportgen.read.sections import read_sections
from reportgen.read.templates import Templates

from .conftest import dump, line

Compose = Callable[..., tuple[Document, str]]
HERE = Span("content/report.yaml")

REPORT = """\
::: cover
brand: {{ brand }}
year: {current}
:::

::: contents
title: {{ _("Contents") }}
:::

::: defaults
continued: {{ _("(continued)") }}
:::

{% for chapter in chapters %}
::: chapter {{ chapter.id }}

::: opening
introduction: Words with [^open].
label: {{ _("In this chapter") }}
:::

{% for section in chapter.sections %}
::: section {{ section }}
:::

{% endfor %}
:::
{% endfor %}
"""
CASE = """\
::: box case
label: {{ _("Case") }}
title: {{ directive.words.title }}

::: body
:::
:::
"""
STATISTICS = """\
::: table id={{ directive.argument }} columns="text current"
caption: {{ tables[directive.argument] }}

| {{ _("Indicator") }} | {current} |
|-|-|
| Energy[^own_note] | {energy_total} |

[^{{ "own_note" }}]: Words.
:::

Marked[^below].

[^below]: Made by the template.
"""
FAULTY = """\
::: table id={{ directive.argument }}

| a | {B} |
|-|-|
| c |
:::
::: chapter nine
:::
"""
SECTION = """\
---
id: green_growth
title: Green growth
---
First.

::: case "**{sessions}** sessions | 2023."
Held[^held] by us.

> ::: statistics energy_water
> :::

[^held]: In spring.
:::
"""


def words(text: str) -> Words:
    return Words(text, HERE)


@pytest.fixture
def build(tmp_path: Path) -> Compose:
    (tmp_path / "templates").mkdir()
    (tmp_path / "content" / "sections").mkdir(parents=True)
    english = LOCALES["en"]
    company = Company(words("Harbour Light Holdings"), words("X"), words("Harbour Light"), words(""), ())
    current = Period("current", "2023", date(2023, 1, 1), date(2023, 12, 31), HERE)
    sections = {"content/sections/green_growth.md": HERE}
    notes = {"green": words("Of *all* kinds.")}
    title = words("Green *Development[^green]*")
    chapter = Chapter("green", "06", title, None, "environment", sections, HERE, notes=notes)
    project = Project(
        tmp_path,
        "report",
        words("Annual report"),
        words("Report"),
        company,
        {"current": current},
        english,
        (english,),
        english,
        (),
        (chapter,),
        HERE,
    )

    def run(section: str = SECTION, templates: Mapping[str, str] | None = None) -> tuple[Document, str]:
        (tmp_path / "content" / "sections" / "green_growth.md").write_text(section, encoding="utf-8")
        sources = {"report": REPORT, "case": CASE, "statistics": STATISTICS, **(templates or {})}
        for name, source in sources.items():
            (tmp_path / "templates" / f"{name}.md.j2").write_text(source, encoding="utf-8")
        diagnostics = Diagnostics()
        made = Templates(tmp_path, diagnostics)

        def translate(domain: str, words: Words) -> Words:
            return Words(f"{words.text}", words.span)

        read = read_sections(project, load_sections(project, diagnostics), made.signatures, translate, diagnostics)
        view: dict[str, object] = {
            "brand": "Harbour_Light",
            "chapters": [{"id": "green", "sections": ["green_growth"]}],
            "tables": {"energy_water": words("Energy & **water**")},
        }
        document = compose(project, english, read, made, view, translate, diagnostics)
        return document, "\n".join(map(show, diagnostics))

    return run


def test_a_report_is_put_together(build: Compose) -> None:
    document, findings = build()
    assert findings == ""
    assert (
        "\n".join(dump(document.blocks))
        == """\
cover
  brand: Harbour_Light
  year: {current}
contents: Contents
chapter green 06 environment
  h1 #green: Green <i>Development[^green]</i>
  opening [In this chapter] Words with [^open].
  section green_growth
    h2 #green_growth: Green growth
    p: First.
    box case [Case] <b>{sessions}</b> sessions | 2023.
      p: Held[^held] by us.
      quotation
        table text #energy_water text current () [Energy & <b>water</b>]
          head | 0 p: Indicator | 1 p: {current}
          body | 0 p: Energy[^own_note] | 1 p: {energy_total}
          [^own_note] Words.
        p: Marked[^below].
    [^below] Made by the template.
    [^held] In spring.
  [^green] Of <i>all</i> kinds."""
    )
    assert (document.locale, line(document.title), line(document.author)) == (
        "en",
        "Annual report",
        "Harbour Light Holdings",
    )


def test_what_a_template_makes_stands_at_its_directive(build: Compose) -> None:
    _, findings = build(templates={"statistics": FAULTY})
    place = "  --> content/sections/green_growth.md:10:7"
    assert (
        findings
        == f"""\
error[broken-reference]: in what the template `statistics.md.j2` makes: `{{B}}` is no reference
{place}
  = hint: did you mean `{{b}}`?
error[cell-count]: in what the template `statistics.md.j2` makes: the row has 1 cell, the table has 2 columns
{place}
  = hint: a `|` in text is written `\\|`; merged cells are `^^` and `<<`, an empty cell is `| |`
error[template-failed]: there is no chapter `nine`
{place}
  = hint: the report has `green`"""
    )


ENDS = """\
{% for name in ["", "Own *name*"] %}
::: card-group green
{% if name %}
title: {{ name|safe }}
{% endif %}

- Words alone
- **{sessions}** sessions[^held]
- **7**盏灯
- More words
:::
{% endfor %}

::: contact
title: {{ _("Contact us") }}
name: {{ brand }}
codes: A<br>B

::: contact-line
label: {{ _("Mail") }}
text: [us](mailto:a@b.example)
:::
:::

::: back-cover
title: {{ brand }}
:::
"""


def test_highlights_of_a_chapter_contact_page_and_back_cover(build: Compose) -> None:
    document, findings = build(templates={"report": ENDS})
    assert findings == ""
    assert (
        "\n".join(dump(document.blocks))
        == """\
card-group 06 environment h3: Green <i>Development</i>
  {sessions} / sessions[^held]
  7 / 盏灯
  - Words alone
  - More words
card-group 06 environment h3: Own <i>name</i>
  {sessions} / sessions[^held]
  7 / 盏灯
  - Words alone
  - More words
contact #contact h1: Contact us
  Mail | <a mailto:a@b.example>us</a>
  name: Harbour_Light
  codes: A¶B
back-cover
  title: Harbour_Light"""
    )


def test_highlights_name_a_chapter_and_are_a_list(build: Compose) -> None:
    wrong = "::: card-group blue\n- **7** lamps\n:::\n\n::: card-group green\nWords.\n:::\n"
    document, findings = build(templates={"report": wrong})
    assert document.blocks == ()
    assert (
        findings
        == """\
error[template-failed]: there is no chapter `blue`
  --> templates/report.md.j2:1:1
  = hint: the report has `green`
error[wrong-directive]: key figures are the items of one list
  --> templates/report.md.j2:1:1
  = hint: write a list: `- **{id}** of what it says`"""
    )


LISTS = """\
::: defaults
table: {{ _("Table #") }}
:::

::: contents of=tables
title: {{ _("Tables") }}
:::

::: contents of=table
title: Wrong
:::
"""


def test_lists_of_captions_and_their_numbers_are_asked_for_in_templates(build: Compose) -> None:
    document, findings = build(templates={"report": LISTS})
    (block,) = document.blocks
    assert isinstance(block, Contents)
    assert (block.of, line(block.title)) == ("tables", "Tables")
    assert [(kind, line(label)) for kind, label in document.labels] == [("tables", "Table #"), ("figures", "")]
    assert (
        findings
        == """\
error[template-failed]: there is no list of `table`
  --> templates/report.md.j2:1:1
  = hint: did you mean `tables`?"""
    )


def test_a_cover_has_the_words_that_have_a_place_on_it(build: Compose) -> None:
    document, findings = build(templates={"report": "::: cover\nbrand: {{ brand }}\nmotto: Light\n:::\n"})
    assert "\n".join(dump(document.blocks)) == "cover\n  brand: Harbour_Light"
    assert (
        findings
        == """\
error[wrong-directive]: in what the template `report.md.j2` makes: `cover` has no words `motto`
  --> templates/report.md.j2:1:1
  = hint: it takes `brand`, `codes`, `incorporation`, `name`, `other-name`, `title`, `year`"""
    )


GOALS = """\
::: goal 7
name: Energy
:::

::: goal 8 colour=red
name: Work
:::
"""


def test_a_goal_has_a_colour(build: Compose) -> None:
    _, findings = build(templates={"report": GOALS})
    assert (
        findings
        == """\
error[template-failed]: `red` is no colour
  --> templates/report.md.j2:1:1
  = hint: write it as `colour="#4C9F38"`
error[wrong-directive]: in what the template `report.md.j2` makes: `goal` needs the setting `colour`
  --> templates/report.md.j2:1:1
  = hint: write `::: goal colour=...`"""
    )


def test_a_template_that_fails_is_named(build: Compose) -> None:
    _, findings = build(SECTION.replace("energy_water", "energy_watr"))
    assert (
        findings
        == """\
error[template-failed]: the template `statistics.md.j2` fails: there is no `energy_watr`
  --> content/sections/green_growth.md:10:7
  = hint: see `templates/statistics.md.j2`, line 2"""
    )


def test_templates_that_call_one_another_in_a_circle_end(build: Compose) -> None:
    _, findings = build(templates={"statistics": "::: statistics {{ directive.argument }}\n:::\n"})
    chain = "report" + " > statistics" * 7
    assert (
        findings
        == f"""\
error[template-failed]: directives stand more than 8 deep in one another's templates
  --> content/sections/green_growth.md:10:7
  = hint: look for a circle: {chain}"""
    )


def test_a_report_without_its_template_cannot_be_made(build: Compose, tmp_path: Path) -> None:
    with pytest.raises(ReportError) as error:
        build(templates={"report": "{% if %}"})
    assert [finding.message for finding in error.value.diagnostics] == [
        "the template is broken: expected an expression, got 'end of statement block'",
        "there is no usable `templates/report.md.j2`",
    ]
