"""Marks that a translation breaks: emphasis, brackets, braces, HTML, attributes, template code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.diagnostics import Code
from reportgen.i18n.lint.pair import Fault, Pair, style_fault

_ESCAPED = re.compile(r"\\.")
_TEMPLATE = re.compile(r"\{%.*?%\}|\{%|%\}|\{#|\{\{\s*[A-Za-z_][^{}]*\}\}")
_ATTRIBUTES = re.compile(r"\{:")
_HTML = re.compile(r"</?[A-Za-z][^>]*>|&(?:nbsp|amp|lt|gt|quot|#\d+);")
_BRACE = re.compile(r"\{\{|\}\}|\{[A-Za-z_]\w*(?:\[\w+\])?(?:\.\w+)?\}")
_PAIRS = (("（(", "）)"), ("《", "》"), ("「", "」"), ("“", "”"), ("【", "】"), ("[", "]"))


def sound_markup(pair: Pair) -> Iterator[Fault]:
    """Yield what would not be read as the source is: BROKEN_MARKUP, RAW_HTML, STRAY_TEMPLATE, WRONG_ATTRIBUTES."""
    text = pair.translation
    if any(mark in text for mark in "*{}<&%"):
        yield from _code(pair)
    yield from _emphasis(pair)
    yield from _brackets(pair)


def _code(pair: Pair) -> Iterator[Fault]:
    """Yield code that prose has no room for; what the source has too is meant."""
    text = pair.translation
    for pattern, code, what, hint in (
        (_TEMPLATE, Code.STRAY_TEMPLATE, "template code", "write a reference, `{id}`, or take it out"),
        (_ATTRIBUTES, Code.WRONG_ATTRIBUTES, "attributes", "take them out: they stand in the source only"),
        (_HTML, Code.RAW_HTML, "HTML", "take it out; only `<br>` is read"),
    ):
        for match in pattern.finditer(text):
            if match.group() not in pair.source and match.group() != "<br>":
                message = f"{what} in the translation: `{match.group()}`"
                yield Fault(code, message, hint, match.start(), len(match.group()))
    rest = _TEMPLATE.sub(lambda match: " " * len(match.group()), text)
    rest = _BRACE.sub(lambda match: " " * len(match.group()), rest)
    for match in re.finditer(r"[{}](?!:)", rest):
        if "{:" not in rest:
            message = f"a brace `{match.group()}` that belongs to no reference"
            hint = f"complete the reference, or write `{match.group() * 2}` for a brace"
            yield Fault(Code.BROKEN_REFERENCE, message, hint, match.start())


def _emphasis(pair: Pair) -> Iterator[Fault]:
    source, text = (_ESCAPED.sub("  ", each) for each in (pair.bare_source, pair.bare))
    if "*" not in source and "*" not in text:
        return
    strong, single = text.count("**"), text.replace("**", "").count("*")
    if strong % 2 or single % 2:
        start = text.rfind("**") if strong % 2 else text.rfind("*")
        mark = "**" if strong % 2 else "*"
        yield Fault(
            Code.BROKEN_MARKUP,
            f"a `{mark}` without its partner",
            "close the emphasis, or take the mark out",
            start,
            len(mark),
        )
    elif source.count("**") > strong:
        message = "the source has words in `**strong**` emphasis, the translation has fewer"
        yield style_fault(Code.BROKEN_MARKUP, message, "mark the same words")
    elif source.count("**") < strong:
        message = "the translation has words in `**strong**` emphasis that the source has not"
        yield style_fault(Code.BROKEN_MARKUP, message, "take the marks out", text.find("**"), 2)


def _brackets(pair: Pair) -> Iterator[Fault]:
    for openers, closers in _PAIRS:
        opened = sum(pair.bare.count(mark) for mark in openers)
        closed = sum(pair.bare.count(mark) for mark in closers)
        if opened != closed and _balanced(pair.bare_source, openers, closers):
            mark, other = (openers[0], closers[0]) if opened > closed else (closers[0], openers[0])
            start = max(pair.bare.rfind(each) for each in (openers if opened > closed else closers))
            yield style_fault(
                Code.BROKEN_MARKUP, f"a `{mark}` without its `{other}`", "add it, or take this one out", start
            )


def _balanced(text: str, openers: str, closers: str) -> bool:
    return sum(map(text.count, openers)) == sum(map(text.count, closers))
