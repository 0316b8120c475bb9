"""Sections + templates -> the document. Templates make Markdown; it is read to blocks and not translated again.

What a template makes stands, for findings, where the directive stands that asked for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from reportgen.diagnostics import Code, Diagnostic, Diagnostics, ReportError, Severity, Span
from reportgen.model.block import (
    Block,
    Box,
    Directive,
    Document,
    Landscape,
    ListBlock,
    Note,
    Quotation,
    Section,
    Table,
)
from reportgen.model.inline import Inline
from reportgen.model.locale import Locale
from reportgen.model.project import Project
from reportgen.model.walk import rewrite
from reportgen.model.words import Words
from reportgen.read.anchors import Anchors
from reportgen.read.blocks import read_blocks
from reportgen.read.inlines import read_inlines
from reportgen.read.markup import as_markdown
from reportgen.read.primitives import PRIMITIVES
from reportgen.read.reading import Reading
from reportgen.read.skeleton import MAKERS, SKELETON
from reportgen.read.source import MadeText
from reportgen.read.templates import FOLDER, REPORT, SUFFIX, TemplateFailedError, Templates

MAX_EXPANSIONS = 8
"""How deep directives may stand in the templates of directives."""

Translate = Callable[[str, Words], Words]


def compose(
    project: Project,
    locale: Locale,
    sections: Mapping[str, Section],
    templates: Templates,
    view: Mapping[str, object],
    translate: Translate,
    diagnostics: Diagnostics,
) -> Document:
    """Return the whole report in a language, as ``templates/report.md.j2`` puts it together.

    ``view`` has what templates see by name; ``translate`` translates the templates' own words and the report's title.
    """

    def title(words: Words) -> tuple[Inline, ...]:
        return read_inlines(translate("report", words), diagnostics)

    if REPORT not in templates:
        path = f"{FOLDER}/{REPORT}{SUFFIX}"
        hint = "it says what comes in which order"
        raise ReportError([*diagnostics, Diagnostic(Code.FILE_MISSING, f"there is no usable `{path}`", None, hint)])
    composer = _Composer(project, sections, templates, view, translate, diagnostics)
    blocks, _ = composer.render(Directive(REPORT, "", {}, {}, (), (), Span(f"{FOLDER}/{REPORT}{SUFFIX}")))
    return Document(
        locale=locale.id,
        title=title(project.title),
        short_title=title(project.short_title),
        author=title(project.company.name),
        blocks=composer.finished(blocks),
        labels=composer.labels,
    )


class DirectiveView(Struct, frozen=True):
    """What a template sees of the directive that it expands."""

    argument: str
    words: dict[str, object]
    settings: dict[str, str]


class _Composer(Struct):
    """Renders templates and puts sections in their places. ``ahead`` are the directives being expanded."""

    project: Project
    sections: Mapping[str, Section]
    templates: Templates
    view: Mapping[str, object]
    translate: Translate
    diagnostics: Diagnostics
    ahead: list[Directive] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    continued: tuple[Inline, ...] = ()
    labels: tuple[tuple[str, tuple[Inline, ...]], ...] = ()

    def finished(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Give the tables without words of their own for going on overleaf the document's."""

        def change(table: Table) -> Table:
            return table if table.continued else replace(table, continued=self.continued)

        return rewrite(blocks, change, Table) if self.continued else blocks

    def render(self, directive: Directive) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
        """Return the blocks and notes that a directive's template makes."""
        found = Diagnostics()
        self.ahead.append(directive)
        try:
            text = self._markdown(directive)
            return read_blocks(text, self._reading(directive, found))
        except TemplateFailedError as failure:
            message = f"the template `{directive.kind}{SUFFIX}` fails: {failure}"
            file = failure.file or directive.kind + SUFFIX
            hint = f"see `{FOLDER}/{file}`" + (f", line {failure.line}" if failure.line else "")
            self.diagnostics.error(Code.TEMPLATE_FAILED, message, directive.span, hint)
            return (), ()
        finally:
            self.ahead.pop()
            self.diagnostics.extend(_in_template(finding, directive) for finding in found)

    def _markdown(self, directive: Directive) -> str:
        words = {key: as_markdown(words) for key, words in directive.words.items()}
        shown = DirectiveView(directive.argument, dict(words), directive.settings)
        context = {**self.view, "directive": shown}
        return self.templates.render(directive.kind, context, lambda words: self.translate("templates", words))

    def _reading(self, directive: Directive, found: Diagnostics) -> Reading:
        signatures = {**self.templates.signatures, **PRIMITIVES, **SKELETON}
        source = MadeText(directive.span)
        return Reading(
            self.project.root, source, lambda words: words, signatures, Anchors(directive.kind), self.expand, found
        )

    def expand(self, directive: Directive) -> tuple[Block, ...]:
        """Return what a directive in a template's Markdown becomes."""
        make = MAKERS.get(directive.kind)
        return self.expanded(directive) if make is None else make(self, directive)

    def expanded(self, directive: Directive) -> tuple[Block, ...]:
        """Return what the template of a directive makes of it. The notes of both join the section's."""
        if len(self.ahead) >= MAX_EXPANSIONS:
            message = f"directives stand more than {MAX_EXPANSIONS} deep in one another's templates"
            chain = " > ".join(outer.kind for outer in self.ahead)
            self.diagnostics.error(Code.TEMPLATE_FAILED, message, directive.span, f"look for a circle: {chain}")
            return ()
        inner = replace(directive, blocks=self.expand_all(directive.blocks))
        blocks, notes = self.render(inner)
        self.notes.extend((*directive.notes, *notes))
        return blocks

    def expand_all(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Return blocks with the directives in them expanded."""
        return tuple(made for block in blocks for made in self._expand_in(block))

    def _expand_in(self, block: Block) -> tuple[Block, ...]:
        match block:
            case Directive():
                return self.expanded(block)
            case ListBlock(items=items):
                return (replace(block, items=tuple(self.expand_all(item) for item in items)),)
            case Quotation(blocks=blocks) | Box(blocks=blocks) | Landscape(blocks=blocks):
                return (replace(block, blocks=self.expand_all(blocks)),)
            case _:
                return (block,)

    def inlines(self, directive: Directive, key: str) -> tuple[Inline, ...]:
        """Return the words of a directive in a template's Markdown."""
        words = directive.words.get(key)
        return read_inlines(words, self.diagnostics, lambda *_: directive.span) if words else ()


def _in_template(finding: Diagnostic, directive: Directive) -> Diagnostic:
    if finding.severity is Severity.WARNING:
        return finding
    return replace(finding, message=f"in what the template `{directive.kind}{SUFFIX}` makes: {finding.message}")
