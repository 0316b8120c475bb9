"""Section files -> sections: front matter, then Markdown, with every message translated once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from reportgen.diagnostics import Code, Diagnostics, Span
from reportgen.load.front_matter import FrontMatter, load_front_matter
from reportgen.model.block import Directive, Heading, Section
from reportgen.model.project import Project
from reportgen.model.words import Words
from reportgen.read.anchors import Anchors
from reportgen.read.blocks import read_blocks
from reportgen.read.primitives import PRIMITIVES
from reportgen.read.reading import Reading
from reportgen.read.signature import Signature
from reportgen.read.source import FileText

Translate = Callable[[str, Words], Words]


def load_sections(project: Project, diagnostics: Diagnostics) -> tuple[FrontMatter, ...]:
    """Return the report's section files in order, as front matter and text. Ids that stand twice are DUPLICATE_ID."""
    found: dict[str, FrontMatter] = {}
    for chapter in project.chapters:
        for path in chapter.sections:
            section = load_front_matter(project.root, path, diagnostics, chapter.span)
            if section is None:
                continue
            if section.id in found:
                message = f"two sections have the id `{section.id}`"
                hint = f"the other one is `{found[section.id].path}`"
                diagnostics.error(Code.DUPLICATE_ID, message, Span(path), hint)
            found.setdefault(section.id, section)
    return tuple(found.values())


def languages(sections: Iterable[FrontMatter]) -> dict[str, str]:
    """Return the language of each section that names one, by its id, which is its catalogue's name too."""
    return {section.id: section.language for section in sections if section.language}


def read_sections(
    project: Project,
    sections: Iterable[FrontMatter],
    signatures: Mapping[str, Signature],
    translate: Translate,
    diagnostics: Diagnostics,
) -> dict[str, Section]:
    """Return sections by id. ``signatures`` are those of the project's templates."""
    return {section.id: read_section(project, section, signatures, translate, diagnostics) for section in sections}


def read_section(
    project: Project,
    section: FrontMatter,
    signatures: Mapping[str, Signature],
    translate: Translate,
    diagnostics: Diagnostics,
) -> Section:
    """Return a section with its words translated; directives with a template are not expanded yet."""

    def own(words: Words) -> Words:
        return translate(section.id, words)

    source = FileText(section.path, tuple(section.text.split("\n")), section.first_line)
    known = {**signatures, **PRIMITIVES}
    reading = Reading(project.root, source, own, known, Anchors(section.id), _kept, diagnostics)
    title = reading.inlines(reading.message(section.title))
    blocks, notes = read_blocks(section.text, reading)
    heading = Heading(2, title, section.id, section.title.span, section.discloses)
    return Section(section.id, heading, blocks, notes, Span(section.path))


def _kept(directive: Directive) -> tuple[Directive, ...]:
    return (directive,)
