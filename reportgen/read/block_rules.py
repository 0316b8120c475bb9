"""Own rules of the block: attributes, directives, definitions of notes, tables.

Each is a rule of markdown-it: it looks at the lines from ``start`` on, and where it matches pushes tokens (unless
``silent``) and sets ``state.line``. Tokens carry the numbers of their lines and the lines' text without indentation;
what these mean is decided where blocks are made of the tokens.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock
from msgspec import Struct

from reportgen.read.attributes import unescape

_ATTRIBUTES = re.compile(r"\{:[^{}]*\}\s*$")
_OPENING = re.compile(r":{3,}[ \t]*([^\s:].*)$")
_CLOSING = re.compile(r":{3,}\s*$")
_NOTE = re.compile(r"\[\^((?:[A-Za-z0-9_-]|\\_)+)\]:")
_WORDS_LINE = re.compile(r"[a-z][a-z_-]*:(?:[ \t]|$)")
_ENDS_BLOCK = ["paragraph", "reference", "blockquote", "list"]


class Line(Struct, frozen=True):
    """A line by its index, and its text without what is around it."""

    index: int
    text: str


def line_of(state: StateBlock, line: int) -> str:
    """Return a line's text without the indentation and markers of the blocks it stands in."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()


def _begins(state: StateBlock, line: int, sign: str) -> bool:
    """Whether a line's text begins with a sign: every rule asks this of nearly every line."""
    return state.src.startswith(sign, state.bMarks[line] + state.tShift[line])


def attributes(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line of ``{: ...}`` alone."""
    if not _begins(state, start, "{:"):
        return False
    text = line_of(state, start)
    if not _ATTRIBUTES.match(text):
        return False
    if not silent:
        token = state.push("attributes", "", 0)
        token.meta = {"line": Line(start, text)}
        token.map = [start, start + 1]
        state.line = start + 1
    return True


def note(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """``[^name]: text``, up to an empty line or what else ends a paragraph."""
    match = _NOTE.match(line_of(state, start)) if _begins(state, start, "[^") else None
    if match is None:
        return False
    if silent:
        return True
    after = start + 1
    while after < end and not state.isEmpty(after) and not _ends_paragraph(state, after, end):
        after += 1
    first = Line(start, line_of(state, start)[match.end() :])
    lines = [first, *(Line(i, line_of(state, i)) for i in range(start + 1, after))]
    token = state.push("note", "", 0)
    token.meta = {"name": unescape(match.group(1)), "lines": lines}
    token.map = [start, after]
    state.line = after
    return True


def _ends_paragraph(state: StateBlock, line: int, end: int) -> bool:
    return any(rule(state, line, end, True) for rule in state.md.block.ruler.getRules("paragraph"))


def table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines that begin with ``|``."""
    if not _begins(state, start, "|"):
        return False
    if silent:
        return True
    after = start + 1
    while after < end and state.sCount[after] >= state.blkIndent and _begins(state, after, "|"):
        after += 1
    token = state.push("table", "", 0)
    token.meta = {"lines": [Line(i, line_of(state, i)) for i in range(start, after)]}
    token.map = [start, after]
    state.line = after
    return True


def directive(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """``::: kind ...``, lines of words, blocks, ``:::``. Each ``::: kind`` opens; ``:::`` closes the innermost."""
    if not _begins(state, start, ":::"):
        return False
    if silent:
        return True
    opening = _OPENING.match(line_of(state, start))
    if opening is None:
        state.push("stray_closing", "", 0).map = [start, start + 1]
        state.line = start + 1
        return True
    close, closed, inner = _closing_line(state, start, end)
    body, words = _words_lines(state, start + 1, close)
    token = state.push("directive_open", "", 1)
    token.map = [start, close]
    token.meta = {"line": Line(start, opening.group(1)), "words": words, "closed": closed, "inner": inner}
    _read_inside(state, body, close)
    state.push("directive_close", "", -1)
    state.line = close + closed
    return True


def _closing_line(state: StateBlock, start: int, end: int) -> tuple[int, bool, int]:
    """Return the line that closes or ends it, whether it closes, and the last opening that was closed (or -1)."""
    open_lines = [start]
    inner = -1
    for line in range(start + 1, end):
        if state.isEmpty(line):
            continue
        if state.sCount[line] < state.blkIndent:
            return line, False, inner
        if not _begins(state, line, ":::"):
            continue
        text = line_of(state, line)
        if _OPENING.match(text):
            open_lines.append(line)
        elif _CLOSING.match(text):
            inner = open_lines.pop()
            if not open_lines:
                return line, True, inner
    return end, False, inner


def _words_lines(state: StateBlock, line: int, end: int) -> tuple[int, list[list[Line]]]:
    """Return the line after the ``key: words`` lines, and these; an indented line goes on with the words above."""
    found: list[list[Line]] = []
    while line < end and not state.isEmpty(line):
        text = line_of(state, line)
        if _WORDS_LINE.match(text):
            found.append([Line(line, text)])
        elif found and state.sCount[line] > state.sCount[found[-1][0].index]:
            found[-1].append(Line(line, text))
        else:
            break
        line += 1
    return line, found


def _read_inside(state: StateBlock, start: int, end: int) -> None:
    parent, last = state.parentType, state.lineMax
    state.parentType = "directive"
    state.lineMax = end
    state.md.block.tokenize(state, start, end)
    state.parentType = parent
    state.lineMax = last


RULES = (
    ("table", table, _ENDS_BLOCK),
    ("attributes", attributes, _ENDS_BLOCK),
    ("directive", directive, _ENDS_BLOCK),
    ("note", note, _ENDS_BLOCK),
)
