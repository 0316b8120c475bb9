"""Markdown -> blocks. Goes in: a text, and how its messages are translated. Comes out: its blocks and its notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.ruler import Ruler
from markdown_it.rules_block import blockquote, heading, hr, list_block, paragraph
from markdown_it.token import Token
from msgspec.structs import replace

from reportgen.diagnostics import Code, Span
from reportgen.load.mark import mark_of
from reportgen.model.block import Block, Directive, Figure, Heading, ListBlock, Note, Paragraph, Quotation, Table
from reportgen.model.dataset import Mark
from reportgen.model.words import Words
from reportgen.read.attributes import NONE, Attributes, Setting, check_attributes, read_attributes, split_attributes
from reportgen.read.block_rules import RULES
from reportgen.read.directive_head import read_head
from reportgen.read.pictures import picture_found
from reportgen.read.primitives import OWN_NOTES, PRIMITIVES, make_block
from reportgen.read.reading import Reading
from reportgen.read.signature import check_body
from reportgen.read.source import cut, fold
from reportgen.read.tables import SETTINGS, read_table

MAX_DEPTH = 40

_FIGURE = re.compile(r"!\[(?P<alternative>[^\]]*)\]\((?P<path>[^\s)]+)(?:\s+\"(?P<caption>[^\"]*)\")?\)$")
_BARE_TABLE = re.compile(r"^\s*:?-+:?\s*\|[-:|\s]*$", re.MULTILINE)
_PROVISION = re.compile(r"([a-z][a-z0-9_]*):(\S+)")


def read_blocks(text: str, reading: Reading) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
    """Return a text's blocks, and the notes it defines outside tables and directives. Line ends are line feeds."""
    markdown = _parser()
    tokens: list[Token] = []
    markdown.block.parse(text, markdown, {}, tokens)
    return _BlockReader(tokens, reading).read()


@cache
def _parser() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"maxNesting": MAX_DEPTH})
    markdown.block = ParserBlock()
    markdown.block.ruler = Ruler()
    ends_block = ["paragraph", "reference", "blockquote", "list"]
    own = [(name, rule, list(ends)) for name, rule, ends in RULES]
    for name, rule, ends in (
        *own,
        ("blockquote", blockquote, ends_block),
        ("hr", hr, ends_block),
        ("list", list_block, ["paragraph", "reference", "blockquote"]),
        ("heading", heading, ["paragraph", "reference", "blockquote"]),
        ("paragraph", paragraph, []),
    ):
        markdown.block.ruler.push(name, rule, {"alt": ends})
    return markdown


class _BlockReader:
    """Makes blocks of the tokens of one text. ``_at`` is the token that is read next."""

    def __init__(self, tokens: Sequence[Token], reading: Reading) -> None:
        self._tokens = tokens
        self._reading = reading
        self._at = 0
        self._notes: list[list[Note]] = [[]]

    def read(self) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
        self._check_depth()
        return self._until(""), tuple(self._notes[0])

    def _check_depth(self) -> None:
        deep = next((token for token in self._tokens if token.level >= MAX_DEPTH - 1), None)
        if deep is not None:
            span = self._line_span(deep)
            message = f"more than {MAX_DEPTH - 1} blocks stand inside one another"
            self._reading.diagnostics.error(Code.WRONG_DIRECTIVE, message, span, "take some of them apart")

    def _until(self, closer: str) -> tuple[Block, ...]:
        """Read blocks up to the token that closes, or the end."""
        blocks: list[Block] = []
        while self._at < len(self._tokens):
            token = self._next()
            if token.type == closer:
                break
            blocks.extend(self._block(token))
        return tuple(blocks)

    def _next(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _block(self, token: Token) -> tuple[Block, ...]:
        match token.type:
            case "paragraph_open":
                return self._paragraph()
            case "heading_open":
                return (self._heading(int(token.tag[1:])),)
            case "bullet_list_open" | "ordered_list_open":
                return (self._list(token),)
            case "blockquote_open":
                return (Quotation(self._until("blockquote_close"), self._line_span(token)),)
            case "table":
                return (self._table(token),)
            case "directive_open":
                return self._directive(token)
            case _:
                self._leaf(token)
                return ()

    def _leaf(self, token: Token) -> None:
        """Read what makes no block: a note's definition, or what should not be there."""
        report, span = self._reading.diagnostics.error, self._line_span(token)
        match token.type:
            case "note":
                self._note(token)
            case "attributes":
                hint = "attributes stand right below a table or a picture, and in a heading's own line"
                report(Code.WRONG_ATTRIBUTES, "these attributes belong to no block", span, hint)
            case "hr":
                report(Code.LITERAL_MARKUP, "a rule has no place in a report", span, "remove it")
            case _:
                hint = "remove it, or open a directive above with `::: kind`"
                report(Code.WRONG_DIRECTIVE, "this `:::` closes no directive", span, hint)

    def _paragraph(self) -> tuple[Block, ...]:
        words = self._inline_words()
        attributes = self._attributes_below(self._tokens[self._at - 2])
        figure = _FIGURE.match(words.text) if words.text.startswith("![") else None
        if figure:
            return self._figure(words, figure, attributes)
        if "|" in words.text and _BARE_TABLE.search(self._tokens[self._at - 2].content):
            hint = "begin each line of a table with `|`"
            message = "this looks like a table and is none"
            self._reading.diagnostics.error(Code.LITERAL_MARKUP, message, self._reading.source.at(words, 0), hint)
        check_attributes(attributes, (), "a paragraph", self._reading.diagnostics)
        inlines = self._reading.inlines(self._reading.message(words))
        return (Paragraph(inlines, self._reading.source.at(words, 0)),)

    def _inline_words(self) -> Words:
        """Read the words between an opening and its closing."""
        token = self._next()
        self._at += 1
        first, _ = _lines(token)
        source = self._reading.source
        return fold([source.line(first + i, line) for i, line in enumerate(token.content.split("\n"))])

    def _attributes_below(self, block: Token) -> Attributes:
        """Read the attributes on the line right below the block that was just read, if there are any."""
        token = self._tokens[self._at] if self._at < len(self._tokens) else None
        if token is None or token.type != "attributes" or _lines(token)[0] != _lines(block)[1]:
            return NONE
        self._at += 1
        line = token.meta["line"]
        words = self._reading.source.line(line.index, line.text)
        return read_attributes(words, self._reading.source, self._reading.diagnostics)

    def _figure(self, words: Words, match: re.Match[str], attributes: Attributes) -> tuple[Block, ...]:
        reading = self._reading
        check_attributes(attributes, ("id",), "a picture", reading.diagnostics)
        path = cut(words, match.start("path"), match.end("path"))
        found = picture_found(path.text, reading.span(path), reading)
        alternative = cut(words, match.start("alternative"), match.end("alternative"))
        if not alternative.text:
            hint = "say what the picture shows: `![...](path)`"
            message = "the picture has no alternative text"
            reading.diagnostics.error(Code.WRONG_ATTRIBUTES, message, reading.source.at(words, 0, 2), hint)
        caption = cut(words, match.start("caption"), match.end("caption")) if match["caption"] else None
        figure = Figure(
            path.text,
            reading.inlines(reading.message(alternative)),
            reading.inlines(reading.message(caption)) if caption else (),
            reading.anchor(attributes.get("id"), reading.span(words)),
            reading.source.at(words, 0),
        )
        return (figure,) if found else ()

    def _heading(self, marks: int) -> Heading:
        reading = self._reading
        words, attributes = split_attributes(self._inline_words(), reading.source, reading.diagnostics)
        check_attributes(attributes, ("id", "discloses"), "a heading", reading.diagnostics)
        span = reading.span(words)
        if marks not in (2, 3):
            hint = "the section's title is in its front matter; headings inside are `##` and `###`"
            message = f"a section has no heading `{'#' * marks}`"
            reading.diagnostics.error(Code.WRONG_HEADING, message, span, hint)
        given = attributes.get("id")
        anchor = reading.anchor(given, span) if given else reading.anchors.make(words.text)
        inlines = reading.inlines(reading.message(words))
        return Heading(3 if marks < 3 else 4, inlines, anchor, span, self._discloses(attributes))

    def _discloses(self, attributes: Attributes) -> tuple[Mark, ...]:
        marks: list[Mark] = []
        span = attributes.settings["discloses"].span if "discloses" in attributes.settings else Span("")
        for part in attributes.get("discloses").split():
            match = _PROVISION.fullmatch(part)
            if match:
                marks.append(mark_of(match.group(1), match.group(2), span))
            else:
                hint = 'name framework and provision: `discloses="hkex_2023:A1.2"`'
                self._reading.diagnostics.error(Code.WRONG_ATTRIBUTES, f"`{part}` is no provision", span, hint)
        return tuple(marks)

    def _list(self, token: Token) -> ListBlock:
        ordered = token.type == "ordered_list_open"
        closer = "ordered_list_close" if ordered else "bullet_list_close"
        items: list[tuple[Block, ...]] = []
        while (item := self._next()).type != closer:
            items.append(self._until("list_item_close"))
            if not items[-1]:
                hint = "write words behind it, or `\\-` where it is a dash"
                message = "the item of the list is empty"
                self._reading.diagnostics.error(Code.LITERAL_MARKUP, message, self._line_span(item), hint)
        return ListBlock(ordered, tuple(items), self._line_span(token))

    def _note(self, token: Token) -> None:
        source = self._reading.source
        words = fold([source.line(line.index, line.text) for line in token.meta["lines"]])
        name = token.meta["name"]
        span = self._line_span(token)
        if any(note.name == name for notes in self._notes for note in notes):
            hint = "give one of them another name"
            self._reading.diagnostics.error(Code.DUPLICATE_ID, f"the note `{name}` is defined twice", span, hint)
        self._notes[-1].append(Note(name, self._reading.inlines(self._reading.message(words)), span))

    def _table(self, token: Token) -> Table:
        attributes = token.meta.get("attributes") or self._attributes_below(token)
        return read_table(token.meta["lines"], attributes, self._reading)

    def _directive(self, token: Token) -> tuple[Block, ...]:
        head = read_head(token.meta, self._reading)
        if head.kind == "table":
            self._set_table(head)
        self._notes.append([])
        blocks = self._until("directive_close")
        notes = tuple(self._notes.pop())
        if head.kind in PRIMITIVES and head.kind not in OWN_NOTES:
            self._notes[-1].extend(notes)
        directive = replace(head, blocks=blocks, notes=notes)
        signature = self._reading.signatures.get(head.kind)
        if signature is None:
            return ()
        check_body(directive, signature, self._reading.diagnostics)
        return make_block(directive, self._reading)

    def _set_table(self, head: Directive) -> None:
        """Hand the directive's settings to the table that stands in it."""
        settings = {key: Setting(value, head.span) for key, value in head.settings.items() if key in SETTINGS}
        if self._at < len(self._tokens) and self._tokens[self._at].type == "table":
            self._tokens[self._at].meta["attributes"] = Attributes(settings, head.span)

    def _line_span(self, token: Token) -> Span:
        return self._reading.source.start(_lines(token)[0])


def _lines(token: Token) -> tuple[int, int]:
    """Return the index of a token's first line, and of the line after its last."""
    first, after = token.map or (0, 0)
    return first, after
