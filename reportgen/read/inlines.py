"""Words -> inlines. Goes in: text that a person wrote, with its place. Comes out: what stands in the line."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.ruler import Ruler
from markdown_it.rules_inline import emphasis, entity, escape, newline, text
from markdown_it.token import Token
from markdown_it.utils import EnvType

from reportgen.diagnostics import Code, Diagnostics, Span
from reportgen.i18n.naming import LETTERS, without_name
from reportgen.model.inline import (
    Break,
    Emphasis,
    Inline,
    Link,
    NoteRef,
    PageReference,
    Ref,
    Said,
    Strong,
    Text,
    TitleReference,
    Unfinished,
)
from reportgen.model.words import Words, span_at
from reportgen.read import inline_rules
from reportgen.read.emphasis import InlineState

_MAX_DEPTH = 50

Place = Callable[[Words, int, int], Span]

_SPECIAL = re.compile(rf"[\n!&*<\[\\\]_{{}}\ue000\ue001{LETTERS}]")
_TARGET = re.compile(r"(?:https?://|mailto:)\S+|#\S+")
_CLOSERS = {"strong_open": "strong_close", "em_open": "em_close", "link_open": "link_close"}
_CLOSERS["unfinished_open"] = "unfinished_close"


def read_inlines(words: Words, diagnostics: Diagnostics, place: Place = span_at) -> tuple[Inline, ...]:
    """Return what stands in a line of Markdown. ``place`` says where a stretch of the words stands."""
    words, name = without_name(words)
    said = (Said(name),) if name else ()
    if not _SPECIAL.search(words.text):
        return (Text(words.text), *said) if words.text else said
    alone = inline_rules.REFERENCE.fullmatch(words.text)  # as in most cells of tables
    if alone:
        identifier, period, form = alone.groups("")
        return (Ref(identifier, period, form, place(words, 0, len(words.text))), *said)
    return (*_Builder(words, diagnostics, place).build(), *said)


class _InlineParser(ParserInline):
    """Markdown-it's inline parser with our rules, in our state."""

    def __init__(self) -> None:
        super().__init__()
        self.terminator_re = _SPECIAL
        self.ruler = Ruler()
        for name, rule in (
            ("text", text),
            ("newline", newline),
            ("escaped_brace", inline_rules.escaped_brace),
            ("escape", escape),
            ("reference", inline_rules.reference),
            ("emphasis", emphasis.tokenize),
            ("note", inline_rules.note_mark),
            ("link", inline_rules.placed_link),
            ("picture", inline_rules.picture),
            ("html", inline_rules.html),
            ("entity", entity),
            ("draft", inline_rules.draft_mark),
            ("name", inline_rules.message_name),
        ):
            self.ruler.push(name, rule)
        self.ruler2.enableOnly(["balance_pairs", "emphasis"])

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Return the tokens of a line."""
        state = InlineState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


@cache
def _parser() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"maxNesting": _MAX_DEPTH})
    markdown.inline = _InlineParser()
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]
    markdown.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    return markdown


def _depth(tokens: Sequence[Token]) -> int:
    """Return how many tokens are open at once where most are."""
    ahead: list[str] = []
    deepest = 0
    for token in tokens:
        if ahead and token.type == ahead[-1]:
            ahead.pop()
        elif token.type in _CLOSERS:
            ahead.append(_CLOSERS[token.type])
            deepest = max(deepest, len(ahead))
    return deepest


class _Builder:
    """Makes inlines of the tokens of one line."""

    def __init__(self, words: Words, diagnostics: Diagnostics, place: Place) -> None:
        self._words = words
        self._diagnostics = diagnostics
        self._place = place
        self._tokens: Sequence[Token] = ()
        self._at = 0

    def build(self) -> tuple[Inline, ...]:
        parser = _parser()
        self._tokens = parser.inline.parse(self._words.text, parser, {"report": self._report}, [])
        if _depth(self._tokens) > _MAX_DEPTH:
            message = f"more than {_MAX_DEPTH} emphases and links stand inside one another"
            self._report(Code.LITERAL_MARKUP, message, 0, len(self._words.text), "take some of them apart")
            return (Text(self._words.text),)
        return self._until("")

    def _until(self, closer: str) -> tuple[Inline, ...]:
        """Build up to the token that closes, or the end; neighbouring texts become one."""
        inlines: list[Inline] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.type == closer:
                break
            inline = self._inline(token)
            if isinstance(inline, Text) and inlines and isinstance(inlines[-1], Text):
                inlines[-1] = Text(inlines[-1].text + inline.text)
            elif inline is not None and inline != Text(""):
                inlines.append(inline)
        return tuple(inlines)

    def _inline(self, token: Token) -> Inline | None:
        if token.type in _CLOSERS:
            return self._around(token, self._until(_CLOSERS[token.type]))
        match token.type:
            case "reference":
                identifier, period, form = token.meta["parts"]
                return Ref(identifier, period, form, self._span(token))
            case "note":
                return NoteRef(token.meta["name"], self._span(token))
            case "name":
                return Said(token.content)
            case "hardbreak":
                return Break()
            case "softbreak":
                return Text(" ")
            case "unfinished_close":
                return None
            case _:
                return Text(token.content)

    def _around(self, token: Token, children: tuple[Inline, ...]) -> Inline:
        match token.type:
            case "strong_open":
                return Strong(children)
            case "em_open":
                return Emphasis(children)
            case "unfinished_open":
                return Unfinished(children)
            case _:
                return self._link(token, children)

    def _link(self, token: Token, children: tuple[Inline, ...]) -> Inline:
        target, title, span = str(token.attrs["href"]), token.attrs.get("title"), self._span(token)
        if not _TARGET.fullmatch(target):
            hint = "a link leads to `https://...`, `http://...`, `mailto:...` or `#id`"
            self._diagnostics.error(Code.UNKNOWN_TARGET, f"`{target[:60]}` is no place a link can lead to", span, hint)
        if title is None:
            if not children and target.startswith("#"):
                return TitleReference(target[1:], span)
            return Link(target, children or (Text(target),), span)
        if title == "page" and not children and target.startswith("#"):
            return PageReference(target[1:], span)
        hint = 'a page number is `[](#id "page")`; other links have no title'
        self._diagnostics.error(Code.WRONG_ATTRIBUTES, f'a link cannot have the title "{title}"', span, hint)
        return Link(target, children, span)

    def _span(self, token: Token) -> Span:
        return self._place(self._words, token.meta["at"], token.meta["length"])

    def _report(self, code: Code, message: str, offset: int, length: int, hint: str) -> None:
        self._diagnostics.error(code, message, self._place(self._words, offset, length), hint)
