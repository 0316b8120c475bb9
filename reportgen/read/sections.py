"""Section files -> sections: front matter, then Markdown, with every message translated once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from reportgen.diagnostics import Diagnostics
from reportgen.model.block import Directive, Heading, Section
from reportgen.model.project import Project
from reportgen.model.section_file import SectionFile
from reportgen.model.words import Words
from reportgen.read.anchors import Anchors
from reportgen.read.blocks import read_blocks
from reportgen.read.primitives import PRIMITIVES
from reportgen.read.reading import Reading, Skimming
from reportgen.read.signature import Signature
from reportgen.read.source import FileText

Translate = Callable[[str, Words], Words]


def read_sections(
    project: Project,
    sections: Iterable[SectionFile],
    signatures: Mapping[str, Signature],
    translate: Translate,
    diagnostics: Diagnostics,
) -> dict[str, Section]:
    """Return sections by id. ``signatures`` are those of the project's templates."""
    return {section.id: read_section(project, section, signatures, translate, diagnostics) for section in sections}


def read_section(
    project: Project,
    section: SectionFile,
    signatures: Mapping[str, Signature],
    translate: Translate,
    diagnostics: Diagnostics,
) -> Section:
    """Return a section with its words translated; directives with a template are not expanded yet."""
    return _read(section, _reading(Reading, project, section, signatures, translate, diagnostics))


def skim_section(
    project: Project,
    section: SectionFile,
    signatures: Mapping[str, Signature],
    translate: Translate,
    diagnostics: Diagnostics,
) -> Section:
    """Return a section as `read_section` does, with every line of words as one text, its marks unread.

    For whoever wants the words and not what stands in them: it takes half the time.
    """
    return _read(section, _reading(Skimming, project, section, signatures, translate, diagnostics))


def _reading(
    kind: type[Reading],
    project: Project,
    section: SectionFile,
    signatures: Mapping[str, Signature],
    translate: Translate,
    diagnostics: Diagnostics,
) -> Reading:
    def own(words: Words) -> Words:
        return translate(section.id, words)

    source = FileText(section.path, tuple(section.body.split("\n")), section.first_line)
    known = {**signatures, **PRIMITIVES}
    return kind(project.root, source, own, known, Anchors(section.id), _kept, diagnostics)


def _read(section: SectionFile, reading: Reading) -> Section:
    title = reading.inlines(reading.message(section.title))
    blocks, notes = read_blocks(section.body, reading)
    heading = Heading(2, title, section.id, section.title.span, section.discloses)
    return Section(section.id, heading, blocks, notes, section.span)


def _kept(directive: Directive) -> tuple[Directive, ...]:
    return (directive,)
