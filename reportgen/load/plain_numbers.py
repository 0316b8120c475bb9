"""`plain_numbers`: phrases whose numbers are meant as they stand, such as `10 kV` or `两个版本`."""

from __future__ import annotations

from reportgen.diagnostics import Code
from reportgen.load.fields import Fields

KEY = "plain_numbers"


def plain_numbers_of(fields: Fields) -> tuple[str, ...]:
    """Return the phrases of the key; WRONG_VALUE for one without a word, which would hide more than it says."""
    phrases: list[str] = []
    for text, span in fields.texts(KEY):
        if any(map(str.isalpha, text)):
            phrases.append(text)
        else:
            hint = f"add a word that stands beside it: `{text} hours`"
            fields.diagnostics.error(Code.WRONG_VALUE, f"`{text}` alone is no phrase of `{KEY}`", span, hint)
    return tuple(phrases)
