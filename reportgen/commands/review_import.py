"""`reportgen review import`: what reviewers changed and said in a Word file, by its place in the sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from reportgen import __version__
from reportgen.build import DRAFT, build
from reportgen.commands.languages import chosen
from reportgen.commands.update_catalogues import pending
from reportgen.diagnostics import Code, Diagnostics
from reportgen.i18n.catalogue import Catalogue
from reportgen.i18n.identity import message_id
from reportgen.i18n.message import Message
from reportgen.i18n.update import Update
from reportgen.inputs import Inputs
from reportgen.load.reviewed_word import read_reviewed, read_written
from reportgen.load_inputs import load
from reportgen.model.flow import PageNumber
from reportgen.model.locale import Locale, Script
from reportgen.model.passage import Known, Passage, Printed
from reportgen.model.project import Project
from reportgen.model.review import ReviewedFile
from reportgen.model.walk import walk
from reportgen.model.words import Words
from reportgen.read.extract import extract
from reportgen.transform.printed_words import printed_references, printed_texts
from reportgen.transform.reviewed import reviewed
from reportgen.transform.settled import settled
from reportgen.write.docx.report import write_docx

_UNCOUNTED = "…"
"""What stands for a page in words of the report that nobody has laid out."""


class Review(Struct, frozen=True):
    """What a file came back with, in which language; ``formatting`` counts changes of looks, which are not listed.

    ``untracked`` are passages without comment or change that say something else than the report does now, and those of
    the report that the file lacks.
    """

    language: str
    passages: tuple[Passage, ...]
    untracked: tuple[Passage, ...]
    formatting: int


def review_import(root: Path, file: Path, locale: str, diagnostics: Diagnostics) -> Review | None:
    """Return what a file came back with; ``None`` with a finding where it cannot be read. Nothing is written.

    ``locale`` is the language it is in; where it is empty the file says so itself. A file whose paragraphs carry no
    message's name is held against the report by its words, with a warning (REVIEW_UNMARKED); the changes that a redline
    itself shows are none of its reviewers'. Raises ReportError where
    the report's sources have faults, or for a language that it is not made in.
    """
    came = read_reviewed(file, file.name, diagnostics)
    if came is None:
        return None
    quiet = Diagnostics()
    inputs = load(root, quiet)
    language = _language(inputs.project, came, locale, diagnostics)
    came = settled(came, inputs.project.company.short_name.text)
    found = reviewed(came, _printed(inputs, language, pending(root, quiet)))
    if not found.marked:
        message = f"no paragraph of `{file.name}` carries the name of its message: they are known by their words alone"
        hint = "review the .docx that `reportgen build` wrote; copying its text to a new file loses the names"
        diagnostics.warning(Code.REVIEW_UNMARKED, message, None, hint)
    return Review(language.id, found.passages, found.untracked, came.formatting)


def _language(project: Project, came: ReviewedFile, asked: str, diagnostics: Diagnostics) -> Locale:
    """Return the language of a file: the one asked for, the one it names, or that of its script."""
    if asked:
        return chosen(project, [asked])[0]
    primary = came.language.partition("-")[0]
    exact = [locale for locale in project.locales if came.language in (locale.tag, locale.word)]
    near = [locale for locale in project.locales if primary and locale.tag.partition("-")[0] == primary]
    text = "".join(paragraph.before for paragraph in came.paragraphs)
    han = sum("\u4e00" <= character <= "\u9fff" for character in text) * 4 > len(text)
    script = [locale for locale in project.locales if (locale.script is Script.HAN) == han]
    return (*exact, *near, *script, project.source)[0]


def _printed(inputs: Inputs, language: Locale, updates: Iterable[Update]) -> Printed:
    """Return what the report says now: as a draft, since a review is read while it is still worked on."""
    built = build(inputs, language, DRAFT, Diagnostics())
    pages = {page.anchor: _UNCOUNTED for page in walk((built.story.flows, built.story.footnotes), PageNumber)}
    written = write_docx(built.story, built.theme, built.locale, pages, inputs.project.root, __version__)
    successors = {
        message_id(made.domain, entry.previous): message_id(made.domain, entry.source)
        for made in updates
        for entry in made.live
        if entry.previous
    }
    return Printed(
        language.id,
        _messages(inputs),
        successors,
        printed_texts(built.story),
        printed_references(built.document, inputs.project),
        read_written(written).paragraphs,
    )


def _messages(inputs: Inputs) -> dict[str, Known]:
    """Return all messages by name, with what they are translated to."""
    project = inputs.project
    messages: dict[str, Known] = {}
    for domain in extract(project, inputs.files, inputs.templates, inputs.data, Diagnostics()):
        catalogues = {id_: own.value[domain.name] for id_, own in inputs.catalogues.items() if domain.name in own.value}
        sources: dict[str, list[Message]] = defaultdict(list)
        for message in domain.messages:
            sources[message.words.text].append(message)
        for text, same in sources.items():
            words = tuple(message.words for message in same)
            known = Known(domain.language, same[0].comment, words, dict(_translations(text, catalogues)))
            messages[message_id(domain.name, text)] = known
    return messages


def _translations(text: str, catalogues: Mapping[str, Catalogue]) -> Iterator[tuple[str, Words]]:
    for id_, catalogue in catalogues.items():
        entry = catalogue.entries.get(text)
        if entry is not None and entry.translation.text:
            yield id_, entry.translation
