"""The directives that only templates use: what a report consists of, from the cover on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from msgspec.structs import replace

from reportgen.diagnostics import Code, Diagnostics, suggest
from reportgen.model.block import (
    BackCover,
    Block,
    CardGroup,
    ChapterBlock,
    Contact,
    ContactLine,
    Contents,
    Cover,
    Directive,
    Goal,
    Heading,
    Note,
    Opening,
    Section,
)
from reportgen.model.inline import Inline
from reportgen.model.plain import without_marks
from reportgen.model.project import Chapter, Project
from reportgen.model.theme_names import COLOUR, PLACES
from reportgen.model.words import Words
from reportgen.read.attributes import names
from reportgen.read.inlines import read_inlines
from reportgen.read.primitives import card_group
from reportgen.read.signature import Signature, Use

_MAY, _MUST = Use.OPTIONAL, Use.REQUIRED

_NO_COLOUR = "#000000"

LABELS = {"table": "tables", "figure": "figures"}
"""What the captions are called that are counted where a template has words for them."""

SKELETON: Mapping[str, Signature] = {
    "cover": Signature(words=dict.fromkeys(PLACES["cover"], _MAY)),
    "back-cover": Signature(words=dict.fromkeys(PLACES["back-cover"], _MAY)),
    "contact": Signature(words=dict.fromkeys(PLACES["contact"] - {"lines"}, _MAY), blocks=True),
    "contact-line": Signature(words={"label": _MUST, "text": _MUST}),
    "contents": Signature(words={"title": _MUST}, settings={"of": _MAY}),
    "chapter": Signature(argument=_MUST, blocks=True),
    "opening": Signature(words={"label": _MAY, "introduction": _MAY, "goals": _MAY}, blocks=True),
    "card-group": Signature(argument=_MUST, words={"title": _MAY}, blocks=True),
    "goal": Signature(argument=_MUST, words={"name": _MUST}, settings={"colour": _MUST}),
    "section": Signature(argument=_MUST),
    "body": Signature(),
    "defaults": Signature(words={"continued": _MAY, **dict.fromkeys(LABELS, _MAY)}),
}
"""What only templates use."""


class Composer(Protocol):
    """What puts a report together. ``ahead`` are the directives being expanded, ``notes`` those of the section."""

    project: Project
    sections: Mapping[str, Section]
    diagnostics: Diagnostics
    ahead: list[Directive]
    notes: list[Note]
    continued: tuple[Inline, ...]
    labels: tuple[tuple[str, tuple[Inline, ...]], ...]

    @property
    def translate(self) -> Callable[[str, Words], Words]:
        """What translates the words of a domain."""

    def inlines(self, directive: Directive, key: str) -> tuple[Inline, ...]:
        """Return the words of a directive in a template's Markdown."""

    def expand_all(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Return blocks with the directives in them expanded."""


def _unknown(what: str, directive: Directive, known: Mapping[str, object], diagnostics: Diagnostics) -> None:
    hint = suggest(directive.argument, known) or f"the report has {names(known)}"
    diagnostics.error(Code.TEMPLATE_FAILED, f"there is no {what} `{directive.argument}`", directive.span, hint)


def _parts(composer: Composer, directive: Directive) -> tuple[tuple[str, tuple[Inline, ...]], ...]:
    """Return the words of a page that have a place on it."""
    return tuple((key, composer.inlines(directive, key)) for key in directive.words if key in PLACES[directive.kind])


def _cover(composer: Composer, directive: Directive) -> tuple[Block, ...]:
    return (Cover(_parts(composer, directive), directive.span),)


def _back_cover(composer: Composer, directive: Directive) -> tuple[Block, ...]:
    return (BackCover(_parts(composer, directive), directive.span),)


def _contact(composer: Composer, directive: Directive) -> tuple[Block, ...]:
    heading = Heading(1, composer.inlines(directive, "title"), "contact", directive.span)
    lines = tuple(block for block in directive.blocks if isinstance(block, ContactLine))
    parts = tuple(part for part in _parts(composer, directive) if part[0] != "title")
    return (Contact(heading, lines, parts, directive.span),)


def _contact_line(composer: Composer, directive: Directive) -> tuple[Block, ...]:
    label, text = composer.inlines(directive, "label"), composer.inlines(directive, "text")
    return (ContactLine(label, text, directive.span),)


def _contents(composer: Composer, directive: Directive) -> tuple[Block, ...]:
    of = directive.settings.get("of", "")
    if of and of not in LABELS.values():
        hint = suggest(of, LABELS.values()) or f"lists are of {names(dict.fromkeys(LABELS.values()))}"
        composer.diagnostics.error(Code.TEMPLATE_FAILED, f"there is no list of `{of}`", directive.span, hint)
        return ()
    return (Contents(composer.inlines(directive, "title"), directive.span, of),)


def _opening(composer: Composer, directive: Directive) -> tuple[Block, ...]:
    introduction, label = composer.inlines(directive, "introduction"), composer.inlines(directive, "label")
    goals = tuple(block for block in directive.blocks if isinstance(block, Goal))
    return (Opening(introduction, label, directive.span, composer.inlines(directive, "goals"), goals),)


def _goal(composer: Composer, directive: Directive) -> tuple[Block, ...]:
    colour = directive.settings.get("colour", _NO_COLOUR)
    if not COLOUR.fullmatch(colour):
        hint = 'write it as `colour="#4C9F38"`'
        composer.diagnostics.error(Code.TEMPLATE_FAILED, f"`{colour}` is no colour", directive.span, hint)
        return ()
    return (Goal(directive.argument, composer.inlines(directive, "name"), colour, directive.span),)


def _named(composer: Composer, directive: Directive) -> Chapter | None:
    """Return the chapter that a directive names."""
    chapters = {chapter.id: chapter for chapter in composer.project.chapters}
    if directive.argument not in chapters:
        _unknown("chapter", directive, chapters, composer.diagnostics)
    return chapters.get(directive.argument)


def _chapter(composer: Composer, directive: Directive) -> tuple[Block, ...]:
    chapter = _named(composer, directive)
    if chapter is None:
        return ()
    title = composer.translate("report", chapter.title)
    heading = Heading(1, read_inlines(title, composer.diagnostics), chapter.id, chapter.title.span)
    made = ((name, composer.translate("report", words)) for name, words in chapter.notes.items())
    notes = tuple(Note(name, read_inlines(words, composer.diagnostics), words.span) for name, words in made)
    return (ChapterBlock(chapter.id, chapter.number, chapter.family, heading, directive.blocks, chapter.span, notes),)


def _card_group(composer: Composer, directive: Directive) -> tuple[Block, ...]:
    chapter = _named(composer, directive)
    if chapter is None:
        return ()
    title = composer.inlines(directive, "title")
    if not title:
        title = without_marks(read_inlines(composer.translate("report", chapter.title), composer.diagnostics))
    group = card_group(directive, composer.diagnostics)
    if group is None:
        return ()
    cards, statements = group
    name = Heading(3, title, "", directive.span)
    return (CardGroup(chapter.number, name, chapter.family, cards, statements, directive.span),)


def _section(composer: Composer, directive: Directive) -> tuple[Block, ...]:
    section = composer.sections.get(directive.argument)
    if section is None:
        # A section file that could not be read was reported when it was loaded.
        declared = {
            path.rpartition("/")[2].removesuffix(".md"): path for c in composer.project.chapters for path in c.sections
        }
        if directive.argument not in declared:
            _unknown("section", directive, declared, composer.diagnostics)
        return ()
    outer, composer.notes = composer.notes, []
    blocks = composer.expand_all(section.blocks)
    notes, composer.notes = tuple(composer.notes), outer
    return (replace(section, blocks=blocks, notes=section.notes + notes),)


def _body(composer: Composer, directive: Directive) -> tuple[Block, ...]:
    return composer.ahead[-1].blocks


def _defaults(composer: Composer, directive: Directive) -> tuple[Block, ...]:
    composer.continued = composer.inlines(directive, "continued")
    composer.labels = tuple((kind, composer.inlines(directive, key)) for key, kind in LABELS.items())
    return ()


MAKERS: Mapping[str, Callable[[Composer, Directive], tuple[Block, ...]]] = {
    "cover": _cover,
    "back-cover": _back_cover,
    "contact": _contact,
    "contact-line": _contact_line,
    "contents": _contents,
    "chapter": _chapter,
    "opening": _opening,
    "goal": _goal,
    "card-group": _card_group,
    "section": _section,
    "body": _body,
    "defaults": _defaults,
}
