"""Attributes ``{: #id key="value" key=value}``: at a heading's or a cell's end, or on a line below a block."""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec import Struct, field

from reportgen.diagnostics import Code, Diagnostics, Span, suggest
from reportgen.model.words import Words
from reportgen.read.source import Source, cut

_AT_END = re.compile(r"(?:^|\s)(\{:[^{}]*\})\s*$")
_PART = re.compile(
    r'\s*(?:#(?P<id>[^\s"=}]+)|(?P<key>[a-z][a-z_-]*)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"}]+)))(?=\s|$)'
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


class Setting(Struct, frozen=True):
    """A value that is not translated, and its place."""

    value: str
    span: Span


class Attributes(Struct, frozen=True):
    """Attributes by key (``id`` for ``#id``), and the place of the whole."""

    settings: dict[str, Setting] = field(default_factory=dict)
    span: Span | None = None

    def get(self, key: str) -> str:
        """Return a value, or an empty text."""
        setting = self.settings.get(key)
        return setting.value if setting else ""


NONE = Attributes()


def unescape(text: str) -> str:
    r"""Return what a text with Markdown's escapes says: ``a\_b`` is ``a_b``."""
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def split_attributes(words: Words, source: Source, diagnostics: Diagnostics) -> tuple[Words, Attributes]:
    """Return words without the attributes at their end, and the attributes."""
    match = _AT_END.search(words.text) if words.text.endswith("}") else None
    if match is None:
        return words, NONE
    return cut(words, 0, match.start(1)), read_attributes(cut(words, match.start(1)), source, diagnostics)


def read_attributes(words: Words, source: Source, diagnostics: Diagnostics) -> Attributes:
    """Return the attributes that ``{: ...}`` states."""
    settings: dict[str, Setting] = {}
    at, end = 2, len(words.text) - 1
    while words.text[at:end].strip():
        match = _PART.match(words.text, at, end)
        if match is None:
            _unreadable(words, at, source, diagnostics)
            break
        key = match["key"] or "id"
        span = source.at(words, match.end() - len(match.group().lstrip()), len(match.group().lstrip()))
        if key in settings:
            diagnostics.error(Code.WRONG_ATTRIBUTES, f"the attribute `{key}` is given twice", span)
        settings[key] = Setting(unescape(match["id"] or match["bare"] or match["quoted"] or ""), span)
        at = match.end()
    return Attributes(settings, source.at(words, 0, len(words.text)))


def _unreadable(words: Words, at: int, source: Source, diagnostics: Diagnostics) -> None:
    rest = words.text[at:-1]
    found = rest.split()[0]
    hint = 'attributes are `{: #id key="value" key=value}`'
    span = source.at(words, at + len(rest) - len(rest.lstrip()), len(found))
    diagnostics.error(Code.WRONG_ATTRIBUTES, f"`{found}` is no attribute", span, hint)


def check_attributes(found: Attributes, known: Collection[str], what: str, diagnostics: Diagnostics) -> None:
    """Report attributes that are not known. ``what`` names whose they are: "a heading"."""
    for key, setting in found.settings.items():
        if key not in known:
            hint = suggest(key, known) or (f"it takes {names(known)}" if known else "remove it")
            diagnostics.error(Code.WRONG_ATTRIBUTES, f"{what} has no attribute `{key}`", setting.span, hint)


def names(known: Collection[str]) -> str:
    """Write names as a list in backticks: `a`, `b`."""
    return ", ".join(f"`{name}`" for name in sorted(known))
