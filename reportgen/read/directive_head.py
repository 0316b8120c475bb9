"""A directive's opening: ``::: kind argument "Quoted words" key=value`` and its lines of ``key: words``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from reportgen.diagnostics import Code, suggest
from reportgen.model.block import Directive
from reportgen.model.words import Words
from reportgen.read.attributes import names, unescape
from reportgen.read.block_rules import Line
from reportgen.read.reading import Reading
from reportgen.read.signature import check_directive
from reportgen.read.source import cut, fold

_KIND = re.compile(r"[^\s\"“]+")
_PART = re.compile(
    r"""\s*(?:"(?P<title>(?:[^"\\]|\\.)*)"|(?P<key>[a-z][a-z_-]*)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+))|(?P<argument>[^\s"]+))(?=\s|$)"""
)


def read_head(meta: dict[str, Any], reading: Reading) -> Directive:
    """Return the directive that an opening announces, its words translated, without blocks."""
    opening = reading.source.line(meta["line"].index, meta["line"].text)
    match = _KIND.match(opening.text)
    kind = unescape(match.group()) if match else ""
    span = reading.source.at(opening, 0, max(len(kind), 1))
    if not meta["closed"]:
        _unclosed(kind, opening, meta["inner"], reading)
    directive = Directive(kind, "", {}, {}, (), (), span)
    arguments = _read_opening(opening, match.end() if match else 0, directive, reading)
    _read_words(meta["words"], directive, reading)
    argument = " ".join(words.text for words in arguments)
    named = reading.span(arguments[0]) if arguments else None
    directive = replace(directive, argument=unescape(argument), named=named)
    signature = reading.signatures.get(kind)
    if signature is None:
        hint = suggest(kind, reading.signatures) or f"the kinds are {names(reading.signatures)}"
        reading.diagnostics.error(Code.UNKNOWN_DIRECTIVE, f"`{kind}` is no kind of directive", span, hint)
    else:
        check_directive(directive, signature, reading.diagnostics)
    return directive


def _unclosed(kind: str, opening: Words, inner: int, reading: Reading) -> None:
    hint = "close it with a line `:::`; every opening needs its own"
    if inner >= 0:
        line = reading.source.start(inner).line
        hint += f" (the last one below closes the directive of line {line})"
    reading.diagnostics.error(Code.UNCLOSED_DIRECTIVE, f"`::: {kind}` is not closed", reading.span(opening), hint)


def _read_opening(opening: Words, at: int, directive: Directive, reading: Reading) -> list[Words]:
    """Read titles and settings into the directive; return the bare arguments."""
    arguments: list[Words] = []
    while opening.text[at:].strip():
        match = _PART.match(opening.text, at)
        if match is None:
            rest = cut(opening, at)
            hint = 'a directive is `::: kind argument "Words" key=value`'
            message = f"`{rest.text}` cannot be read"
            reading.diagnostics.error(Code.WRONG_DIRECTIVE, message, reading.span(rest), hint)
            break
        if match["key"]:
            directive.settings[match["key"]] = unescape(match["quoted"] or match["bare"] or "")
        elif match["argument"]:
            arguments.append(cut(opening, *match.span("argument")))
        else:
            directive.words["title"] = reading.message(cut(opening, match.start("title"), match.end("title")))
        at = match.end()
    return arguments


def _read_words(groups: Sequence[Sequence[Line]], directive: Directive, reading: Reading) -> None:
    for lines in groups:
        first = reading.source.line(lines[0].index, lines[0].text)
        key, colon, _ = first.text.partition(":")
        rest = cut(first, len(key) + len(colon))
        if key in directive.words:
            span = reading.source.at(first, 0, len(key))
            reading.diagnostics.error(Code.WRONG_DIRECTIVE, f"the words `{key}` are given twice", span)
        words = fold([rest, *(reading.source.line(line.index, line.text) for line in lines[1:])])
        directive.words[key] = reading.message(words)
