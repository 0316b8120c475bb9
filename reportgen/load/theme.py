"""The theme file to the theme of one language: every name that code may ask for has a value, or is reported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from reportgen.diagnostics import Code, Diagnostics
from reportgen.load.fields import Fields
from reportgen.load.languages import language_of
from reportgen.load.theme_dense import with_densities
from reportgen.load.theme_fonts import read_faces
from reportgen.load.theme_lengths import colour, length
from reportgen.load.theme_places import CLOUD, PAGE, read_boxes, read_cloud, read_page
from reportgen.load.theme_styles import read_style, read_table_style
from reportgen.load.yaml_file import read_yaml
from reportgen.load.yaml_nodes import Mapping
from reportgen.model.locale import Locale, Script
from reportgen.model.theme import Palette, Theme
from reportgen.model.theme_names import COLOURS, FAMILIES, FAMILY, FOOTNOTES, MEASURES, PLACES, STYLES, TABLES, THROUGH

PATH = "templates/theme.yaml"
_KEYS = frozenset(
    "language page step colours families fonts faces styles tables measures numbered footnotes dense".split()
).union(PLACES, (f"{page}-cloud" for page in PLACES))

_SCRIPTS = frozenset(script.value for script in Script)
_HEADINGS = ("h2", "h3", "h4")

T = TypeVar("T")


class ThemeFile(Struct, frozen=True):
    """The theme file, read once for all languages.

    ``language`` is the id of the language that the templates beside it are written in, empty where it does not say.
    """

    node: Mapping
    language: str


def read_theme(root: Path, diagnostics: Diagnostics) -> ThemeFile | None:
    """Return a project's theme file, or ``None`` where it is missing or no YAML mapping, which is reported."""
    node = read_yaml(root, PATH, diagnostics)
    return None if node is None else ThemeFile(node, _language(Fields(node, "the theme", _KEYS, diagnostics)))


def theme_in(file: ThemeFile, locale: Locale, diagnostics: Diagnostics) -> Theme | None:
    """Return the theme as ``locale`` sees it, or ``None`` where the file has errors, which are reported."""
    before = len(diagnostics)
    theme = _theme(Fields(file.node, "the theme", frozenset(file.node.entries), diagnostics), locale)
    return theme if len(diagnostics) == before else None


def _language(fields: Fields) -> str:
    language = language_of(fields.text("language"), fields.value_place("language"), fields.diagnostics)
    return language.id if language else ""


def _theme(fields: Fields, locale: Locale) -> Theme:
    faces = read_faces(fields, locale)
    theme = Theme(
        read_page(_part(fields, "page", PAGE)),
        _all(fields, "colours", COLOURS, colour),
        _families(fields),
        _each(fields, "styles", STYLES, lambda name, node: read_style(name, node, faces, locale, fields.diagnostics)),
        _each(fields, "tables", TABLES, lambda name, node: read_table_style(name, node, locale, fields.diagnostics)),
        _all(fields, "measures", MEASURES, length),
        {page: read_boxes(fields, page, names) for page, names in PLACES.items()},
        {page: read_cloud(_part(fields, f"{page}-cloud", CLOUD)) for page in PLACES},
        length(_part(fields, "step", _SCRIPTS), locale.script.value),
        numbered=_numbered(fields),
        footnotes=fields.choice("footnotes", {name: name for name in FOOTNOTES}, THROUGH),
    )
    return with_densities(theme, fields, locale)


def _numbered(fields: Fields) -> tuple[str, ...]:
    """Return the styles of headings that are numbered: none, or from the sections' on, without a gap."""
    asked = [name for name, _ in fields.texts("numbered")]
    if asked == list(_HEADINGS[: len(asked)]):
        return tuple(asked)
    hint = f"write `numbered: [{', '.join(_HEADINGS)}]`, or leave the last ones out"
    found = ", ".join(f"`{name}`" for name in asked)
    message = f"headings are numbered from the sections' on, found {found}"
    fields.diagnostics.error(Code.WRONG_VALUE, message, fields.value_place("numbered"), hint)
    return ()


def _part(fields: Fields, key: str, known: frozenset[str]) -> Fields:
    fields.needed(key)
    return Fields(fields.mapping(key), f"`{key}`", known, fields.diagnostics)


def _inner(fields: Fields, key: str, name: str) -> Fields:
    part = _part(fields, key, frozenset(FAMILIES))
    return Fields(part.mapping(name), f"the family `{name}`", FAMILY, fields.diagnostics)


def _families(fields: Fields) -> dict[str, Palette]:
    """Return the families of colours in the file's order."""
    read = _each(fields, "families", frozenset(FAMILIES), lambda name, _: _palette(_inner(fields, "families", name)))
    return {name: read[name] for name in fields.mapping("families").entries if name in read}


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
