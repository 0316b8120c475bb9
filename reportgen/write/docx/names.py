"""What the theme's styles are called in Word. Word's own names are used where Word has the thing."""

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
    "opening-label": "Chapter List Label",
    "opening-section": "Chapter List",
    "contact-title": "Heading 1 Contact",
    "contents-title": "TOC Heading",
    "contents-chapter": "toc 1",
    "contents-section": "toc 2",
    "figure-number": "Key Figure",
    "figure-number-small": "Key Figure Small",
    "figure-label": "Key Figure Label",
    "card-number": "Highlight",
    "card-number-small": "Highlight Small",
    "card-label": "Highlight Label",
    "card-statement": "Highlight Statement",
    "group-name": "Heading 3 Highlights",
    "table-caption": "caption",
    "table-cell": "Table Text",
    "index-cell": "Index Text",
    "caption": "Figure Caption",
    "chart-source": "Source",
    "footnote": "footnote text",
    "running-title": "header",
    "foot-title": "footer",
}

_VARIANTS = {
    "number": "Number",
    "child": "Child",
    "alone": "Alone",
    "list": "List",
    "continued": "Continued",
    "column": "Column",
}


def word_name(style: str, variant: str = "", family: str = "") -> str:
    """Return Word's name of a style of the theme: ``Key Figure Environment``. ``family`` is empty for the first."""
    parts = [_NAMES.get(style) or titled(style)]
    if variant:
        parts.append(_VARIANTS[variant])
    if family:
        parts.append(titled(family))
    name = " ".join(parts)
    return name if len(parts) == 1 else name[:1].upper() + name[1:]


def titled(identifier: str) -> str:
    """Return an identifier in the form of a title: ``table-group`` -> ``Table Group``."""
    return " ".join(word[:1].upper() + word[1:] for word in identifier.replace("_", "-").split("-"))


def style_id(word_style: str) -> str:
    """Return the id that goes with Word's name of a style: ``heading 1`` -> ``Heading1``."""
    return "".join(part[:1].upper() + part[1:] for part in word_style.split())
