"""The report in the pseudo-language: every word in it passed translation, and one that did not is named."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator

import pikepdf
import pypdfium2
import pytest
import yaml
from lxml import etree
from reading_docx import W, read_docx
from reading_pdf import read_pdf, read_structure
from reading_story import read_story, squeeze
from same_words import differences

from reportgen.build import Built, build
from reportgen.commands.build_pseudo import PSEUDO, build_pseudo
from reportgen.commands.formats import FORMATS
from reportgen.commands.languages import Wanted
from reportgen.diagnostics import Code, Diagnostics, Severity, show
from reportgen.i18n.pseudo import strays
from reportgen.load_inputs import load
from reportgen.model import flow
from reportgen.model.inline import Bound
from reportgen.model.locale import LOCALES
from reportgen.model.walk import walk
from reportgen.transform import view_tables
from reportgen.transform.hard_coded import hard_coded

LANGUAGES = ("en", "zh_Hans")


def made(report, locale: str) -> tuple[Built, Diagnostics]:
    found = Diagnostics()
    inputs = load(report.root, found)
    built = build(inputs, LOCALES[locale], PSEUDO, found)
    own = Diagnostics()
    hard_coded(built.document, inputs.templates, own)
    return built, own


@pytest.fixture(scope="module", params=LANGUAGES)
def built(request, sample) -> Built:
    built, found = made(sample, request.param)
    assert [show(finding) for finding in found] == []
    return built


@pytest.fixture(scope="module")
def written(sample) -> None:
    found = Diagnostics()
    paths = build_pseudo(sample.root, Wanted((), FORMATS, PSEUDO), found, lambda words: None)
    assert [finding.severity for finding in found] == [Severity.WARNING] * len(found)
    assert paths == tuple(
        f"build/kingsoft-cloud-esg-2023.{locale}.pseudo.{form}" for locale in LANGUAGES for form in FORMATS
    )


def file(report, built: Built, form: str):
    return report.file(built.locale.id, form).with_suffix(f".pseudo.{form}")


def texts(story: flow.Story) -> Iterator[str]:
    """Yield all texts of a story that a person may read or hear, but those that are bound."""
    yield from (story.title, story.short_title, story.author)
    for node in walk((story.flows, tuple(story.footnotes.values()))):
        match node:
            case flow.Run(occurrence=-1, link=link) if node.text != link.removeprefix("mailto:"):
                yield node.text
            case flow.Diagram(alternative=alternative) | flow.Matrix(alternative=alternative):
                yield alternative
            case flow.Chart(alternative=alternative, categories=categories, series=series):
                yield from (alternative, *categories, *(line.label for line in series))
            case flow.Point(name=name):
                yield name
            case flow.Picture(alternative=alternative):
                yield alternative
            case flow.Chapter(number=number) | flow.Entry(number=number):
                yield number


def unbound(words: Iterable[str], built: Built) -> list[str]:
    """Return the strays in words, without what is bound: the numbers with their units and words."""
    bound = {squeeze(node.text) for node in walk(built.document) if isinstance(node, Bound)}
    some = re.compile("|".join(map(re.escape, sorted(filter(strays_of, bound), key=len, reverse=True))))
    return [stray for text in words for stray in strays(some.sub(" ", squeeze(text)))]


def strays_of(text: str) -> list[str]:
    return list(strays(text))


def test_every_letter_of_the_story_passed_translation(built) -> None:
    assert unbound(texts(built.story), built) == []
    assert sum(any(map(str.isalpha, text)) for text in texts(built.story)) > 700


def test_the_story_has_words_of_every_kind(built) -> None:
    known = {"en": ("«Çöòñťéèñťš»", "«ÎÌñ ťĥîìš ćĥäàþťéèŕ»"), "zh_Hans": ("【目˙录】", "【本˙章˙内˙容】")}
    blocks = [squeeze(text) for text in texts(built.story)]
    assert {squeeze(words) for words in known[built.locale.id]} <= set(blocks)
    kinds = {type(node).__name__ for node in walk(built.story.flows)}
    assert {"Chart", "Card", "Cover", "Contents", "Chapter", "Boxed", "TableNote"} <= kinds
    assert {"Diagram", "CardGroup", "Contact", "BackCover"} <= kinds


def test_the_files_say_what_the_story_says_and_nothing_else(sample, written, built) -> None:
    story = read_story(built.story)
    for words in (read_pdf(file(sample, built, "pdf")), read_docx(file(sample, built, "docx"))):
        assert differences(story.blocks, words.blocks) == []
        assert words.notes == story.notes
        assert unbound((text for chart in words.charts for text in chart), built) == []
        assert words.diagrams == story.diagrams


def test_what_a_pdf_tells_apart_from_its_pages_is_pseudo_too(sample, written, built) -> None:
    path = file(sample, built, "pdf")
    alternatives = [node.alternative for node in read_structure(path).all("Figure", "Formula")]
    assert any(alternatives)
    with pikepdf.open(path) as pdf:
        outline = [str(item.title) for item in pdf.open_outline().root for item in (item, *item.children)]
        said = [str(pdf.docinfo.Title), str(pdf.docinfo.Author), *outline, *alternatives]
    assert len(outline) > 5
    assert unbound(said, built) == []


def test_what_a_word_file_tells_apart_from_its_pages_is_pseudo_too(sample, written, built) -> None:
    with zipfile.ZipFile(file(sample, built, "docx")) as package:
        parts = {name: etree.fromstring(package.read(name)) for name in package.namelist() if name.endswith(".xml")}
    said = [str(words) for part in parts.values() for words in part.xpath("//@descr")]
    said += [str(words.get(f"{W}val")) for words in parts["word/document.xml"].iter(f"{W}tblDescription")]
    for name, tags in {"header": ["t"], "footer": ["t"], "core": ["title", "creator"], "app": ["Company"]}.items():
        said += [
            element.text or ""
            for path, part in parts.items()
            if name in path
            for element in part.iter(*(f"{{*}}{tag}" for tag in tags))
        ]
    assert len(said) > 8
    assert unbound([words for words in said if words != "ii"], built) == [], "and the number of a page"


def test_a_word_in_a_template_is_found_and_named(report) -> None:
    report.replace("templates/case.md.j2", '{{ _("Case") }}', "Case study")
    _, found = made(report, "en")
    assert [show(finding) for finding in found] == [
        "error[hard-coded]: `Case study` is hard-coded: it never passed translation\n"
        "  --> templates/case.md.j2:3:8\n"
        '  = hint: write `{{ _("Case study") }}`, then run `reportgen translate update`; '
        f"it is printed at {first_case(report)}"
    ]


def first_case(report) -> str:
    """Return where the first case of the report stands in the sections."""
    chapters = yaml.safe_load((report.root / "content/report.yaml").read_text(encoding="utf-8"))["chapters"]
    for path in (f"content/sections/{section}.md" for chapter in chapters for section in chapter["sections"]):
        for number, line in enumerate((report.root / path).read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("::: case"):
                return f"{path}:{number}:5"
    raise AssertionError("the sample has no case")


def test_a_word_within_a_tag_is_found_and_named(report) -> None:
    report.replace("templates/table_of.md.j2", '{{ _("Progress") }}', '{{ "进度" }}')
    _, found = made(report, "zh_Hans")
    (finding,) = found
    assert finding.message == "`进度` is hard-coded: it never passed translation"
    assert (finding.span.path, finding.span.line) == ("templates/table_of.md.j2", 9)


def test_a_word_in_code_is_found_where_it_is_printed(report, monkeypatch) -> None:
    view = view_tables.TableView
    monkeypatch.setattr(
        view_tables, "TableView", lambda id, layout, caption, *rest: view(id, layout, _with_word(caption), *rest)
    )
    _, found = made(report, "en")
    words = "`shown below` is hard-coded: it never passed translation"
    assert {(finding.message, finding.span.path) for finding in found} >= {
        (words, "content/sections/environmental_statistics.md"),
        (words, "content/sections/green_data_center.md"),
    }
    assert {finding.hint for finding in found} == {
        "no template has it: let the code that makes it pass it through `translate`"
    }


def _with_word(caption):
    return caption and view_tables.Words(f"{caption.text}, shown below", caption.span)


def test_a_hard_coded_word_fails_and_the_file_is_there_to_be_seen(report) -> None:
    report.replace("templates/report.md.j2", '{{ _("Contents") }}', "Contents")
    found = Diagnostics()
    paths = build_pseudo(report.root, Wanted(("en",), ("pdf",), PSEUDO), found, lambda words: None)
    assert found.failed
    assert [(finding.code, str(finding.span)) for finding in found if finding.severity is Severity.ERROR] == [
        (Code.HARD_CODED, "templates/report.md.j2:9:8")
    ]
    assert paths == ("build/kingsoft-cloud-esg-2023.en.pseudo.pdf",)
    assert (report.root / paths[0]).exists()


def test_no_translation_is_needed(report) -> None:
    for path in (report.root / "locales").rglob("*.po"):
        path.unlink()
    built, found = made(report, "zh_Hans")
    assert not list(found)
    assert "«Çöòñťéèñťš»" in read_story(built.story).blocks


def test_words_that_have_no_room_are_told(report) -> None:
    file = report.root / "content/report.yaml"
    text = file.read_text(encoding="utf-8")
    words = "Talent comes first in our strategy. "
    file.write_text(text.replace(words, words * 20), encoding="utf-8")
    found = Diagnostics()
    (path,) = build_pseudo(report.root, Wanted(("en",), ("pdf",), PSEUDO), found, lambda words: None)
    pages = first_level(report.root / path)
    talent = next(label for title, label in pages if title.startswith("05 "))
    assert [show(finding) for finding in found] == [
        f"warning[no-room]: there is no room on {page} for all of `{words}`\n"
        "  = hint: shorten it, or give its place more room in templates/theme.yaml"
        for page, words in (
            ("the cover", "«Ķîìñğšöòƒť Çļöòûùď Ĥöòļďîìñğš Ļîìḿîìťé…"),
            (f"page {talent}", "«Ĥûùḿäàñ Ŕéèšöòûùŕćéèš Šťäàťîìšťîìćš»"),
            (f"page {pages[-1][1]}", "«Ķîìñğšöòƒť Çļöòûùď Ĥöòļďîìñğš Ļîìḿîìťé…"),
        )
    ]


def first_level(path) -> list[tuple[str, str]]:
    """Return the titles of the first level of a PDF's outline, each with the label of its page."""
    pdf = pypdfium2.PdfDocument(path)
    entries = [entry for entry in pdf.get_toc() if entry.level == 0]
    return [(entry.get_title(), pdf.get_page_label(entry.get_dest().get_index())) for entry in entries]
