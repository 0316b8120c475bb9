"""Words without the white space that parts them from what stands before them."""

from __future__ import annotations

from reportgen.model.inline import Inline, Text


def without_space(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return inlines without the white space at their beginning."""
    match inlines:
        case (Text(text=text), *rest):
            start = (Text(text.lstrip()),) if text.strip() else ()
            return (*start, *rest)
        case _:
            return inlines
