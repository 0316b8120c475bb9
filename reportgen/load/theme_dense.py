"""Tables of many columns are set smaller: the theme's `dense` to variants of the styles of tables and of their texts.

A variant of the style ``table-cell`` for the density ``snug`` is found under ``table-cell-snug``.
"""

from __future__ import annotations

from msgspec.structs import replace

from reportgen.load.fields import Fields
from reportgen.load.theme_lengths import length
from reportgen.load.theme_script import in_script
from reportgen.model.locale import Locale
from reportgen.model.theme import Density, TableStyle, TextStyle, Theme

_KEYS = frozenset("columns size leading padding han".split())
_FAMILIES = ("table-", "index-")
_WHOLE = frozenset("table-caption table-continued table-note table-note-number".split())
"""What stands outside a table's cells keeps its size."""
_TEXTS = ("head", "cell", "group", "total", "quiet", "number")


def with_densities(theme: Theme, fields: Fields, locale: Locale) -> Theme:
    """Return a theme with its densities, from the loosest, and the variants of styles that they ask for."""
    node = fields.mapping("dense")
    dense = Fields(node, "`dense`", frozenset(node.entries), fields.diagnostics)
    densities = sorted((_density(name, dense, locale) for name in node.entries), key=lambda density: density.columns)
    styles, tables = dict(theme.styles), dict(theme.tables)
    for density in densities:
        styles |= {f"{name}-{density.name}": _closer(theme.styles[name], density) for name in _in_cells(theme)}
        tables |= {f"{name}-{density.name}": _table(table, density) for name, table in theme.tables.items()}
    return replace(theme, styles=styles, tables=tables, densities=tuple(densities))


def _density(name: str, dense: Fields, locale: Locale) -> Density:
    own = in_script(dense.mapping(name), f"`dense: {name}`", _KEYS, locale, dense.diagnostics)
    return Density(name, int(length(own, "columns")), *(length(own, key) for key in ("size", "leading", "padding")))


def _in_cells(theme: Theme) -> list[str]:
    return [name for name in theme.styles if name.startswith(_FAMILIES) and name not in _WHOLE]


def _closer(style: TextStyle, density: Density) -> TextStyle:
    return replace(style, size=min(style.size, density.size), leading=min(style.leading, density.leading))


def _table(table: TableStyle, density: Density) -> TableStyle:
    texts = {key: f"{getattr(table, key)}-{density.name}" for key in _TEXTS}
    return replace(
        table,
        **texts,
        head_padding=_sides(table.head_padding, density.padding),
        cell_padding=_sides(table.cell_padding, density.padding),
    )


def _sides(padding: tuple[float, float, float, float], most: float) -> tuple[float, float, float, float]:
    top, right, bottom, left = padding
    return top, min(right, most), bottom, min(left, most)
