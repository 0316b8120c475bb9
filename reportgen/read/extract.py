"""Collects the messages of a report: the same reading as for building, with a function that takes notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportgen.diagnostics import Diagnostics
from reportgen.i18n.message import Domain, Message, has_words
from reportgen.model.block import Heading, Section
from reportgen.model.inline import Text
from reportgen.model.plain import plain, without_notes
from reportgen.model.project import Project
from reportgen.model.section_file import SectionFile
from reportgen.model.walk import walk
from reportgen.model.words import Words
from reportgen.read.inlines import read_inlines
from reportgen.read.sections import skim_section
from reportgen.read.templates import Templates


def extract(
    project: Project,
    sections: Iterable[SectionFile],
    templates: Templates,
    data: Mapping[str, object],
    diagnostics: Diagnostics,
) -> tuple[Domain, ...]:
    """Return the messages of a report by domain.

    ``data`` has what the YAML files of a domain hold (``kpis``, ``figures``, ``indices``): records, tuples
    and dictionaries, in which every `Words` is a message.
    """
    domains = [_section(project, section, templates, diagnostics) for section in sections]
    source = project.source.id
    for name, holder in {"report": project, **data}.items():
        domains.append(Domain(name, source, tuple(_held(holder))))
    own = tuple(Message(words) for words in templates.messages if has_words(words.text))
    domains.append(Domain("templates", templates.language or source, own))
    return tuple(domains)


def _section(project: Project, section: SectionFile, templates: Templates, diagnostics: Diagnostics) -> Domain:
    found: list[Words] = []

    def collect(domain: str, words: Words) -> Words:
        if has_words(words.text):
            found.append(words)
        return words

    read = skim_section(project, section, templates.signatures, collect, diagnostics)
    paths = _heading_paths(read)
    return Domain(section.id, section.language.id, tuple(Message(words, _above(words, paths)) for words in found))


def _heading_paths(section: Section) -> list[tuple[int, str]]:
    """Return for each heading its line and the headings above it, in order of lines."""
    title = _title(section.heading)
    paths, above = [(0, title)], {2: title}
    for heading in walk(section.blocks, Heading):
        above = {level: text for level, text in above.items() if level < heading.level}
        above[heading.level] = _title(heading)
        paths.append((heading.span.line, " > ".join(above.values())))
    return paths


def _title(heading: Heading) -> str:
    """Return the words of a heading that was skimmed, without its marks."""
    words = Words("".join(text.text for text in heading.inlines if isinstance(text, Text)), heading.span)
    return plain(without_notes(read_inlines(words, Diagnostics())))


def _above(words: Words, paths: list[tuple[int, str]]) -> str:
    """Return the headings above words: above a heading, those of higher levels."""
    path = [text for line, text in paths if line <= words.span.line][-1]
    above, _, last = path.rpartition(" > ")
    return above if last == words.text else path


def _held(holder: object) -> Iterator[Message]:
    """Yield the words in data, in order, each with the id of what holds it."""
    identifier = ""
    for node in walk(holder):
        if not isinstance(node, Words):
            identifier = getattr(node, "id", "") or getattr(node, "provision", "") or identifier
        elif has_words(node.text):
            yield Message(node, identifier)
