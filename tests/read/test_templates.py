"""Templates: what their directives take, what they may do, and how their faults are shown."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostics, Span, show
from reportgen.model.words import Words
from reportgen.read.markup import as_markdown
from reportgen.read.signature import Signature, Use
from reportgen.read.templates import TemplateFailedError, Templates

Make = Callable[..., Templates]


@pytest.fixture(params=["as they are read", "sent to another process"])
def make(tmp_path: Path, request: pytest.FixtureRequest) -> Make:
    (tmp_path / "templates").mkdir()

    def run(**sources: str) -> Templates:
        for name, source in sources.items():
            (tmp_path / "templates" / f"{name}.md.j2").write_text(source, encoding="utf-8")
        diagnostics = Diagnostics()
        templates = Templates(tmp_path, diagnostics)
        assert not list(diagnostics)
        return pickle.loads(pickle.dumps(templates)) if request.param.startswith("sent") else templates

    return run


def same(words: Words) -> Words:
    return words


def test_what_a_directive_takes_is_what_its_template_uses(make: Make) -> None:
    templates = make(
        report="",
        one='{{ directive.argument }} {{ directive.words.title }} {{ directive.settings["id"] }}',
        two=(
            '{% if "title" in directive.words %}{{ directive.words.title }}{% endif %}'
            '{{ directive.words.get("label") }}{{ directive.settings.id|default("x") }}\n::: body\n:::\n'
        ),
        three='{% include "part.md.j2" %}',
        part="{{ directive.words.title }}",
    )
    must, may = Use.REQUIRED, Use.OPTIONAL
    assert templates.signatures == {
        "one": Signature(must, {"title": must}, {"id": must}),
        "two": Signature(None, {"label": may, "title": may}, {"id": may}, blocks=True),
        "three": Signature(words={"title": must}),
    }


@pytest.mark.parametrize(
    ("value", "markdown"),
    [
        ("energy_total *a* [b] {c} a|b", r"energy\_total \*a\* \[b\] {{c}} a\|b"),
        ("- no list", r"\- no list"),
        ("12. no list", r"12\. no list"),
        ("# no heading", r"\# no heading"),
        ("a < b <br> & c", r"a < b \<br> \& c"),
        ("two\nlines", "two lines"),
        (12, "12"),
        ("^^", "^^"),
        ("<<", "<<"),
        (Words("**a** {b} [^c]", Span("")), "**a** {b} [^c]"),
        (Words("a | b \\| c", Span("")), r"a \| b \| c"),
        (Words("2023. A year", Span("")), r"2023\. A year"),
        (Words("+ more", Span("")), r"\+ more"),
        (Words("-5% less", Span("")), "-5% less"),
    ],
)
def test_plain_text_is_escaped_and_words_are_not(value: object, markdown: str) -> None:
    assert as_markdown(value) == markdown


def test_macros_and_includes_are_not_escaped_again(make: Make) -> None:
    templates = make(
        report="{% macro cell(x) %}| {{ x }} {% endmacro %}{{ cell(a) }}{% include 'b.md.j2' %}", b="{{ a }}"
    )
    assert templates.render("report", {"a": "a_b"}, same) == r"| a\_b a\_b"


def test_a_template_s_words_are_translated_with_their_places(make: Make) -> None:
    templates = make(report='\n{{ _("Target %(period)s")|format(period="{current}") }} {% trans %}Page{% endtrans %}')

    def translate(words: Words) -> Words:
        return Words({"Target %(period)s": "%(period)s 目标占 5% 的", "Page": "**页**"}[words.text], words.span)

    assert templates.messages == (
        Words("Target %(period)s", Span("templates/report.md.j2", 2, 7, 17)),
        Words("Page", Span("templates/report.md.j2", 2, 68, 4)),
    )
    assert templates.render("report", {}, translate) == "\n{current} 目标占 5% 的 **页**"


DOUBLED = "{% set n = namespace(x='x') %}{% for a in range(99) %}{% set n.x = TWICE %}{% endfor %}"
TOO_LONG = "it puts more than 1,000,000 characters or things together"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("{{ missing }}", "there is no `missing`"),
        ("{{ words.title }}", "there is no `title`"),
        ("{{ 'x' * 1000000 }}", "`*` is for numbers only"),
        ("{{ 2 ** 9 }}", "`**` is for numbers only"),
        ("{{ '%9d' % 1 }}", "`%` is for numbers only"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ 1|tojson }}", "no filter named 'tojson'"),
        ("{{ [1, 2]|random }}", "no filter named 'random'"),
        ("{{ 'x'|replace('', 'xx') }}", "no filter named 'replace'"),
        ("{{ lipsum() }}", "there is no `lipsum`"),
        (DOUBLED.replace("TWICE", "n.x ~ n.x"), TOO_LONG),
        (DOUBLED.replace("TWICE", "n.x + n.x"), TOO_LONG),
        (DOUBLED.replace("TWICE", "[n.x, n.x]|join"), TOO_LONG),
        (DOUBLED.replace("TWICE", "[n.x, n.x]|join(n.x)"), TOO_LONG),
        (DOUBLED.replace("TWICE", "'%(x)s%(x)s'|format(x=n.x)"), TOO_LONG),
        (DOUBLED.replace("TWICE", "n.x + n.x").replace("'x'", "[1]"), TOO_LONG),
        ("{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}" + DOUBLED.replace("TWICE", "twice(n.x)"), TOO_LONG),
        (
            "{% set x %}{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}{% endset %}",
            TOO_LONG,
        ),
        ("{{ 'word word word'|truncate(2) }}", "expected length >= 3, got 2"),
        ("{% set x = 1e400 %}", "name 'inf' is not defined"),
        ("{% for a in b %}" * 30 + "{% endfor %}" * 30, "too many statically nested blocks"),
        ("{{ ''.__class__.__mro__ }}", "access to attribute '__class__' of 'str' object is unsafe"),
        ("{{ 'x'.ljust(99) }}", "access to attribute 'ljust' of 'str' object is unsafe"),
        ("{% include '../secret.md.j2' %}", "there is no template `../secret.md.j2`"),
        (
            "{% for a in range(9999) %}{% for b in range(9999) %}xxxxxxxx{% endfor %}{% endfor %}",
            "it makes more than 20 million characters",
        ),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "maximum recursion depth exceeded"),
    ],
)
def test_a_failing_template_says_why(source: str, message: str, make: Make) -> None:
    with pytest.raises(TemplateFailedError) as failure:
        make(report=source).render("report", {"words": {}}, same)
    assert str(failure.value).startswith(message)


@pytest.mark.parametrize("file", ["beyond.md.j2", "notes.txt"])
def test_what_is_no_template_of_the_project_is_not_included(tmp_path: Path, file: str) -> None:
    templates = tmp_path / "project" / "templates"
    templates.mkdir(parents=True)
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (templates / "beyond.md.j2").symlink_to(tmp_path / "secret")
    (templates / "notes.txt").write_text("notes", encoding="utf-8")
    (templates / "report.md.j2").write_text(f"{{% include '{file}' %}}", encoding="utf-8")
    with pytest.raises(TemplateFailedError, match=rf"^there is no template `{file}`$"):
        Templates(tmp_path / "project", Diagnostics()).render("report", {}, same)


@pytest.mark.parametrize("part", ["\n{% if x %}", "\n{{ 1|tojson }}"])
@pytest.mark.parametrize("sent", [False, True])
def test_a_broken_template_fails_at_its_line_where_it_is_included(tmp_path: Path, part: str, sent: bool) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "report.md.j2").write_text("{% include 'part.md.j2' %}", encoding="utf-8")
    (tmp_path / "templates" / "part.md.j2").write_text(part, encoding="utf-8")
    templates = Templates(tmp_path, Diagnostics())
    with pytest.raises(TemplateFailedError) as failure:
        (pickle.loads(pickle.dumps(templates)) if sent else templates).render("report", {}, same)
    assert (failure.value.file, failure.value.line) == ("part.md.j2", 2)


def test_a_failing_template_says_where(make: Make) -> None:
    with pytest.raises(TemplateFailedError) as failure:
        make(report="\n{{ 'word word word'|truncate(2) }}").render("report", {}, same)
    assert (failure.value.file, failure.value.line) == ("report.md.j2", 2)


def test_texts_and_lists_are_put_together(make: Make) -> None:
    source = (
        "{{ 'a' ~ 1 ~ _('*b*') }} {{ 1 + 2 }} {{ ([1] + [2])|length }} {{ ['a', _('*b*')]|join(', ') }} "
        "{{ _('%(x)s, %(x)s')|format(x=_('*b*')) }}"
    )
    assert make(report=source).render("report", {}, same) == "a1*b* 3 2 a, *b* *b*, *b*"


def test_a_template_whose_expressions_are_too_deep_is_shown(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "deep.md.j2").write_text("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", encoding="utf-8")
    diagnostics = Diagnostics()
    Templates(tmp_path, diagnostics)
    assert (
        "\n".join(map(show, diagnostics))
        == """\
error[template-broken]: the template is broken: its expressions stand too deep in one another
  --> templates/deep.md.j2:1:1
  = hint: compare the tags `{% ... %}` and braces with those of the other templates"""
    )


def test_a_broken_template_is_shown_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "case.md.j2").write_text("::: box case\n{% if x %}\n:::\n", encoding="utf-8")
    (tmp_path / "templates" / "odd.md.j2").write_bytes(b"\xff")
    diagnostics = Diagnostics()
    templates = Templates(tmp_path, diagnostics)
    assert (
        "\n".join(map(show, diagnostics))
        == """\
error[template-broken]: the template is broken: unexpected end of template. Jinja was looking for the following tags: \
'elif' or 'else' or 'endif'. The innermost block that needs to be closed is 'if'
  --> templates/case.md.j2:3:1
  = hint: compare the tags `{% ... %}` and braces with those of the other templates
error[file-unreadable]: `templates/odd.md.j2` is not UTF-8: byte 0xFF begins no character
  --> templates/odd.md.j2:1:1
  = hint: save the file as UTF-8"""
    )
    assert templates.signatures == {}
