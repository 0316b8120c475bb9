"""Text -> Markdown that prints it: what templates print is escaped, unless it is Markdown already."""

from __future__ import annotations

import re

from markupsafe import Markup

from reportgen.model.words import Words

_SPECIAL = re.compile(r"([\\`*_\[\]|&]|<(?=[A-Za-z/!?]))")
_STARTS_BLOCK = re.compile(r"\s*(?:[-+*](?=\s|$)|\d{1,9}(?=[.)](?:\s|$))|#|>|\||:::|\{:|\[\^[^\]]*\]:|-{2,})")
_PIPE = re.compile(r"((?:^|[^\\])(?:\\\\)*)\|")
_DIGITS = re.compile(r"\s*\d+")


def as_markdown(value: object) -> Markup:
    """Return Markdown that prints a value.

    Words are Markdown already; only what would end a cell or begin a block in the template's text is escaped. Of
    anything else the text is printed as it is.
    """
    match value:
        case Markup():
            return value
        case Words(text):
            return Markup(_flat(text))
        case _:
            return Markup(_escaped(str(value)))


def _flat(text: str) -> str:
    text = text.replace("\n", " ")
    if "|" in text:
        text = _PIPE.sub(r"\1\\|", text)
    match = _STARTS_BLOCK.match(text)
    if match is None or text.lstrip().startswith("\\"):
        return text
    number = _DIGITS.match(text)
    at = number.end() if number else len(text) - len(text.lstrip())
    return f"{text[:at]}\\{text[at:]}"


def _escaped(text: str) -> str:
    text = _SPECIAL.sub(r"\\\1", text.replace("\n", " "))
    return _flat(text.replace("{", "{{").replace("}", "}}"))
