"""A language by its id, as the report, its sections and its templates name one."""

from __future__ import annotations

from reportgen.diagnostics import Code, Diagnostics, Span, suggest
from reportgen.model.locale import LOCALES, Locale


def language_of(id_: str, span: Span, diagnostics: Diagnostics) -> Locale | None:
    """Return the language of an id; ``None`` where there is none (WRONG_VALUE, but for an empty id)."""
    if id_ and id_ not in LOCALES:
        hint = suggest(id_, LOCALES) or f"the languages are {', '.join(f'`{name}`' for name in LOCALES)}"
        diagnostics.error(Code.WRONG_VALUE, f"unknown language `{id_}`", span, hint)
    return LOCALES.get(id_)
