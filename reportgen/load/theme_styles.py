"""Styles of texts and tables in the theme file. What stands under `han` replaces the rest in Chinese."""

from __future__ import annotations

from reportgen.diagnostics import Code, Diagnostics, suggest
from reportgen.load.fields import Fields
from reportgen.load.theme_lengths import length, length_or, lengths
from reportgen.load.theme_script import in_script
from reportgen.load.yaml_nodes import Mapping
from reportgen.model.locale import Locale, Script
from reportgen.model.theme import Face, TableStyle, TextStyle
from reportgen.model.theme_names import COLOURS, FAMILY, STYLES

_STYLE = frozenset(
    """
    face size leading weight bold tracking colour align before after hang indent keep column hyphens balanced han
    """.split()
)
_TABLE = frozenset("head cell group total quiet number head-padding cell-padding child-indent rules han".split())
_ALIGNMENTS = {name: name for name in ("left", "right", "centre", "justify")}
_COLUMNS = {name: name for name in ("prose", "frame")}
_RULES = {name: name for name in ("rows", "groups", "hairs")}


def read_style(name: str, node: Mapping, faces: dict[str, Face], locale: Locale, diagnostics: Diagnostics) -> TextStyle:
    """Return the style of a text in a language."""
    fields = in_script(node, f"the style `{name}`", _STYLE, locale, diagnostics)
    weight = int(length_or(fields, "weight", 400))
    return TextStyle(
        name,
        _face(fields, faces),
        length(fields, "size"),
        length(fields, "leading"),
        weight,
        int(length_or(fields, "bold", max(weight, 700 if locale.script is Script.HAN else 600))),
        tracking=length_or(fields, "tracking", 0),
        colour=fields.choice("colour", {token: token for token in sorted(COLOURS | FAMILY)}, "ink"),
        align=fields.choice("align", _ALIGNMENTS, "left"),
        before=length_or(fields, "before", 0),
        after=length_or(fields, "after", 0),
        hang=length_or(fields, "hang", 0),
        indent=length_or(fields, "indent", 0),
        keep=fields.whole("keep") or 0,
        column=fields.choice("column", _COLUMNS, "prose"),
        hyphens=fields.truth("hyphens", False),
        balanced=fields.truth("balanced", False),
    )


def read_table_style(name: str, node: Mapping, locale: Locale, diagnostics: Diagnostics) -> TableStyle:
    """Return the style of a table in a language."""
    fields = in_script(node, f"the table style `{name}`", _TABLE, locale, diagnostics)
    head = lengths(fields.needed("head-padding"), 4, diagnostics)
    cell = lengths(fields.needed("cell-padding"), 4, diagnostics)
    return TableStyle(
        name,
        _text_style(fields, "head"),
        _text_style(fields, "cell"),
        _text_style(fields, "group"),
        _text_style(fields, "total"),
        _text_style(fields, "quiet"),
        _text_style(fields, "number"),
        (head[0], head[1], head[2], head[3]),
        (cell[0], cell[1], cell[2], cell[3]),
        length(fields, "child-indent"),
        fields.choice("rules", _RULES, "rows"),
    )


def _face(fields: Fields, faces: dict[str, Face]) -> Face:
    name = fields.needed_text("face")
    if name not in faces:
        fields.diagnostics.error(
            Code.WRONG_VALUE, f"there is no face `{name}`", fields.value_place("face"), suggest(name, faces)
        )
        return next(iter(faces.values()), Face(name, (), (), (), "", ""))
    return faces[name]


def _text_style(fields: Fields, key: str) -> str:
    name = fields.needed_text(key)
    if name not in STYLES:
        fields.diagnostics.error(
            Code.WRONG_VALUE, f"there is no style `{name}`", fields.value_place(key), suggest(name, STYLES)
        )
    return name
