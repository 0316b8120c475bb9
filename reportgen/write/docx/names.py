"""What styles are called in Word. Word's own names are used where Word has the thing."""

from __future__ import annotations

_NAMES = {
    "prose": "Body Text",
    "list": "List Paragraph",
    "h1": "heading 1",
    "h2": "heading 2",
    "h3": "heading 3",
    "h4": "heading 4",
    "opening-number": "Chapter Number",
    "opening-title": "Heading 1 Chapter",
    "opening-introduction": "Chapter Introduction",
    "opening-section": "Chapter List",
    "contents-title": "TOC Heading",
    "contents-chapter": "toc 1",
    "contents-section": "toc 2",
    "contents-front": "table of figures",
    "cover-title": "Title",
    "case-text": "Case",
    "card-number": "Key Figure",
    "card-number-small": "Key Figure Small",
    "goal-number-dark": "Goal Number",
    "group-name": "Heading 3 Highlights",
    "table-caption": "caption",
    "table-cell": "Table Text",
    "index-cell": "Small Text",
    "chart-source": "Source",
    "footnote": "footnote text",
    "running-title": "header",
    "foot-title": "footer",
}


def word_name(style: str, family: str = "") -> str:
    """Return Word's name of a style of the theme: ``Heading 2 Environment``. ``family`` is empty for the first."""
    name = _NAMES.get(style) or titled(style)
    return f"{shown_name(name)} {titled(family)}" if family else name


def shown_name(name: str) -> str:
    """Return a style's name as Word shows it: its own ones begin with a small letter in the file alone."""
    return name[:1].upper() + name[1:]


def titled(identifier: str) -> str:
    """Return an identifier in the form of a title: ``table-group`` -> ``Table Group``."""
    return " ".join(word[:1].upper() + word[1:] for word in identifier.replace("_", "-").split("-"))


def style_id(word_style: str) -> str:
    """Return the id that goes with Word's name of a style: ``heading 1`` -> ``Heading1``."""
    return "".join(part[:1].upper() + part[1:] for part in word_style.split())
