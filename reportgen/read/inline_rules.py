"""Own rules of the line: references ``{id}``, marks of notes, links with their place, ``<br>``, drafts, names.

Each is a rule of markdown-it: it looks at ``state.src[state.pos]``, and where it matches pushes a token (unless
``silent``) and moves on. What is wrong is told to ``state.env["report"]``.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.rules_inline import StateInline, autolink, link

from reportgen.diagnostics import Code
from reportgen.i18n.draft import BEGIN, END
from reportgen.i18n.naming import NAME, read_name
from reportgen.read.attributes import unescape

Report = Callable[[Code, str, int, int, str], None]

REFERENCE = re.compile(r"\{([a-z][a-z0-9_]*)(?:\[([A-Za-z][A-Za-z0-9_]*)\])?(?:\.([a-z][a-z0-9_]*))?\}")
_BRACED = re.compile(r"\{[^{}]{0,80}\}")
_NOTE = re.compile(r"\[\^((?:[A-Za-z0-9_-]|\\_)+)\]")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_BREAK = re.compile(r"<br ?/?>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?(?:-->|$)|<[?!][^<>]*>")
_FORMS = "a reference is `{id}`, `{id[period]}` or `{id[period].form}`; a brace in text is `{{` or `}}`"


def reference(state: StateInline, silent: bool) -> bool:
    """``{id}``, ``{id[period]}``, ``{id.form}``, ``{id[period].form}``; ``{{`` and ``}}`` are braces."""
    brace = state.src[state.pos]
    if brace not in "{}":
        return False
    if state.src.startswith(brace * 2, state.pos):
        return _literal(state, silent, brace, 2)
    match = REFERENCE.match(state.src, state.pos, state.posMax)
    if match is None:
        return _broken_reference(state, silent)
    if not silent:
        _push(state, "reference", match.end() - match.start(), parts=[part or "" for part in match.groups()])
    state.pos = match.end()
    return True


def _broken_reference(state: StateInline, silent: bool) -> bool:
    braced = _BRACED.match(state.src, state.pos, state.posMax)
    found = braced.group() if braced else state.src[state.pos]
    if not silent:
        what = "is no reference" if braced else "neither begins nor ends a reference"
        _report(state)(Code.BROKEN_REFERENCE, f"`{found}` {what}", state.pos, len(found), _reference_hint(found))
    return _literal(state, silent, found, len(found))


def _reference_hint(found: str) -> str:
    if found.startswith("{:"):
        return "attributes stand at the end of a heading or a cell, or on a line of their own below a block"
    likely = "{" + re.sub(r"[\s-]+", "_", found.strip("{} ").lower()) + "}"
    if likely != found and REFERENCE.fullmatch(likely):
        return f"did you mean `{likely}`?"
    return _FORMS


def escaped_brace(state: StateInline, silent: bool) -> bool:
    r"""``\{`` is an error: gettext's editors take it for a reference."""
    brace = state.src[state.pos + 1 : state.pos + 2]
    if state.src[state.pos] != "\\" or brace not in ("{", "}"):
        return False
    if not silent:
        hint = f"write `{brace * 2}`"
        _report(state)(Code.BROKEN_REFERENCE, f"a brace in text is written twice, not `\\{brace}`", state.pos, 2, hint)
    return _literal(state, silent, brace, 2)


def note_mark(state: StateInline, silent: bool) -> bool:
    """``[^name]``."""
    match = _NOTE.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "[" else None
    if match is None:
        return False
    if not silent:
        _push(state, "note", match.end() - match.start(), name=unescape(match.group(1)))
    state.pos = match.end()
    return True


def placed_link(state: StateInline, silent: bool) -> bool:
    """Markdown's links and ``<https://...>``, which remember where they stand."""
    start, count = state.pos, len(state.tokens)
    rule = autolink if state.src[start] == "<" else link
    if not rule(state, silent):
        return False
    if not silent:
        opening = next(token for token in state.tokens[count:] if token.type == "link_open")
        opening.meta = {"at": start, "length": state.pos - start}
    return True


def picture(state: StateInline, silent: bool) -> bool:
    """``![alternative](path)`` inside a text is an error: pictures stand alone."""
    found = _PICTURE.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "!" else None
    if found is None:
        return False
    length = found.end() - found.start()
    if not silent:
        hint = "put it in a paragraph of its own, or use `::: figure`"
        _report(state)(Code.LITERAL_MARKUP, "a picture cannot stand inside a text", state.pos, length, hint)
    return _literal(state, silent, "", length)


def html(state: StateInline, silent: bool) -> bool:
    """``<br>`` breaks the line; any other HTML is an error."""
    if state.src[state.pos] != "<":
        return False
    found = _BREAK.match(state.src, state.pos, state.posMax)
    if found:
        if not silent:
            state.push("hardbreak", "br", 0)
        state.pos = found.end()
        return True
    found = _TAG.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        hint = "of HTML only `<br>` is known; a `<` in text is `\\<`"
        length = found.end() - found.start()
        _report(state)(Code.RAW_HTML, f"`{found.group()[:40]}` is HTML", state.pos, length, hint)
    return _literal(state, silent, "", found.end() - found.start())


def draft_mark(state: StateInline, silent: bool) -> bool:
    """The marks that drafts put around unfinished words."""
    mark = state.src[state.pos]
    if mark not in (BEGIN, END):
        return False
    if not silent:
        state.push("unfinished_open" if mark == BEGIN else "unfinished_close", "", 0)
    state.pos += 1
    return True


def message_name(state: StateInline, silent: bool) -> bool:
    """The name of the message whose words stand before it."""
    found = NAME.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push("name", "", 0).content = read_name(found.group())
    state.pos = found.end()
    return True


def _literal(state: StateInline, silent: bool, text: str, length: int) -> bool:
    if not silent:
        state.append_pending(text)
    state.pos += length
    return True


def _push(state: StateInline, kind: str, length: int, **meta: object) -> None:
    token = state.push(kind, "", 0)
    token.meta = {"at": state.pos, "length": length, **meta}


def _report(state: StateInline) -> Report:
    report: Report = state.env["report"]
    return report
