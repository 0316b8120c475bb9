"""The theme file to the theme of one language: every name that code may ask for has a value, or is reported."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from reportgen.diagnostics import Code, Diagnostics
from reportgen.load.fields import Fields
from reportgen.load.theme_fonts import read_faces
from reportgen.load.theme_lengths import colour, length
from reportgen.load.theme_places import read_boxes, read_cloud, read_page
from reportgen.load.theme_styles import read_style, read_table_style
from reportgen.load.yaml_file import read_yaml
from reportgen.load.yaml_nodes import Mapping
from reportgen.model.locale import Locale
from reportgen.model.project import Project
from reportgen.model.theme import Palette, Theme
from reportgen.model.theme_names import COLOURS, COVER, FAMILY, MEASURES, OPENING, STYLES, TABLES

PATH = "templates/theme.yaml"
_KEYS = frozenset(
    "page step colours families fonts faces styles tables measures cover cover-cloud opening opening-cloud".split()
)

T = TypeVar("T")


def load_theme(project: Project, locale: Locale, diagnostics: Diagnostics) -> Theme | None:
    """Return the theme as ``locale`` sees it, or ``None`` where the file has errors, which are reported."""
    node = read_yaml(project.root, PATH, diagnostics)
    if node is None:
        return None
    before = len(diagnostics)
    theme = _theme(Fields(node, "the theme", _KEYS, diagnostics), locale)
    return theme if len(diagnostics) == before else None


def _theme(fields: Fields, locale: Locale) -> Theme:
    faces = read_faces(fields, locale)
    return Theme(
        read_page(_part(fields, "page")),
        _all(fields, "colours", COLOURS, colour),
        {name: _palette(_inner(fields, "families", name)) for name in fields.mapping("families").entries},
        _each(fields, "styles", STYLES, lambda name, node: read_style(name, node, faces, locale, fields.diagnostics)),
        _each(fields, "tables", TABLES, lambda name, node: read_table_style(name, node, locale, fields.diagnostics)),
        _all(fields, "measures", MEASURES, length),
        read_boxes(fields, "cover", COVER),
        read_cloud(_part(fields, "cover-cloud")),
        read_boxes(fields, "opening", OPENING),
        read_cloud(_part(fields, "opening-cloud")),
        length(_part(fields, "step"), locale.script.value),
    )


def _part(fields: Fields, key: str) -> Fields:
    """Return a mapping of the theme whose keys are checked by who reads it."""
    fields.needed(key)
    node = fields.mapping(key)
    return Fields(node, f"`{key}`", frozenset(node.entries), fields.diagnostics)


def _inner(fields: Fields, key: str, name: str) -> Fields:
    return Fields(_part(fields, key).mapping(name), f"the family `{name}`", FAMILY, fields.diagnostics)


def _palette(fields: Fields) -> Palette:
    return Palette(*(colour(fields, name) for name in ("deep", "base", "mid", "light", "tint")))


def _all(fields: Fields, key: str, names: frozenset[str], read: Callable[[Fields, str], T]) -> dict[str, T]:
    part = Fields(fields.mapping(key), f"`{key}`", names, fields.diagnostics)
    return {name: read(part, name) for name in sorted(names)}


def _each(fields: Fields, key: str, names: frozenset[str], read: Callable[[str, Mapping], T]) -> dict[str, T]:
    part = Fields(fields.mapping(key), f"`{key}`", names, fields.diagnostics)
    for name in sorted(names - part_names(part, names)):
        fields.diagnostics.error(Code.MISSING_KEY, f"`{key}` needs the key `{name}`", part.span, f"add `{name}: ...`")
    return {name: read(name, part.mapping(name)) for name in sorted(part_names(part, names))}


def part_names(part: Fields, names: frozenset[str]) -> frozenset[str]:
    """Return those of ``names`` that a mapping has."""
    return frozenset(name for name in names if name in part)
