"""Wordings by locale id, `{en: ..., zh_Hans: ...}`, in the tool's own data."""

from __future__ import annotations

from reportgen.diagnostics import Code, suggest
from reportgen.load.fields import Fields
from reportgen.load.values import text_of
from reportgen.model.locale import LOCALES


def wordings_of(fields: Fields, key: str) -> dict[str, str]:
    """Return a key's wordings by locale id. A text alone is the same in every language."""
    node = fields.needed(key)
    text = getattr(node, "text", None)
    if isinstance(text, str):
        return dict.fromkeys(LOCALES, text)
    wordings: dict[str, str] = {}
    for locale, (place, value) in fields.mapping(key).entries.items():
        if locale not in LOCALES:
            hint = suggest(locale, LOCALES)
            fields.diagnostics.error(Code.WRONG_VALUE, f"unknown language `{locale}`", place, hint)
            continue
        wordings[locale] = text_of(value, fields.diagnostics, f"the wording of `{key}`") or ""
    return wordings
