"""The theme: every size, colour, face and place that a writer uses. Lengths in points, y running down the page.

Names are used in code, values stand in `templates/theme.yaml`.
"""

from __future__ import annotations

from msgspec import Struct

from reportgen.diagnostics import Span
from reportgen.model.theme_names import THROUGH


class FontFile(Struct, frozen=True):
    """A TrueType or OpenType font, perhaps variable.

    ``path`` is relative to the installed package ``package``, or to the project's root where ``package`` is empty;
    ``family`` says which font of a collection is meant, the first where it is empty. ``axes`` pins variation axes
    other than the weight (``opsz``); ``optical`` sets ``opsz`` to the text's size. ``weights`` are those of its weights
    that are used, in CSS numbers; all where none is named. ``span`` is where the theme gives its path.
    """

    id: str
    package: str
    path: str
    axes: tuple[tuple[str, float], ...]
    optical: bool = False
    family: str = ""
    weights: tuple[int, ...] = ()
    span: Span | None = None


class Face(Struct, frozen=True):
    """A family of faces by script. Each is a list of fonts: the first that has a character sets it.

    ``word_latin`` and ``word_han`` name the fonts that the Word file asks for.
    """

    name: str
    upright: tuple[FontFile, ...]
    italic: tuple[FontFile, ...]
    han: tuple[FontFile, ...]
    word_latin: str
    word_han: str


class TextStyle(Struct, frozen=True):
    """How a paragraph is set. ``tracking`` in em; ``hang`` is the indent of all lines but the first.

    ``colour`` is a token: ``ink``, ``slate``, ``white``, ``link``, or of the chapter's palette ``deep``, ``base``,
    ``mid``, ``light``, ``tint``. ``align`` is ``left``, ``right``, ``centre`` or ``justify``. ``keep`` is how many
    lines of what follows must stand on the same page. ``column`` is ``prose`` or ``frame``. ``hyphens`` says whether
    words may be cut so that lines are less uneven, ``balanced`` whether all lines should be of like length.
    """

    name: str
    face: Face
    size: float
    leading: float
    weight: int = 400
    bold: int = 600
    italic: bool = False
    tracking: float = 0.0
    colour: str = "ink"
    align: str = "left"
    before: float = 0.0
    after: float = 0.0
    hang: float = 0.0
    indent: float = 0.0
    keep: int = 0
    column: str = "prose"
    hyphens: bool = False
    balanced: bool = False


class Palette(Struct, frozen=True):
    """The colours of a chapter's family, as ``#RRGGBB``."""

    deep: str
    base: str
    mid: str
    light: str
    tint: str


class Box(Struct, frozen=True):
    """A place on a page: left, top and width, the style of the text in it."""

    name: str
    x: float
    top: float
    width: float
    style: str


class Cloud(Struct, frozen=True):
    """The cover's and openings' art: rows of round-ended bars within a union of circles.

    ``circles`` are (x, y, radius); ``foot`` is the lowest row's y, ``top`` the highest possible; ``colours`` is a
    ramp from foot to top, of ``#RRGGBB`` or of mixes as numbers from 0 (the family's deep) to 1 (its base), by turns;
    ``accents`` are ((row, piece), colour), rows and pieces counted from 0 at the foot and the left.
    """

    circles: tuple[tuple[float, float, float], ...]
    foot: float
    top: float
    colours: tuple[str, ...]
    accents: tuple[tuple[tuple[int, int], str], ...] = ()
    seed: float = 0.0


class Page(Struct, frozen=True):
    """The page, its frame and the two edges of rule 1: the margin and the prose column."""

    width: float
    height: float
    left: float
    top: float
    bottom: float
    frame_width: float
    prose_x: float
    prose_width: float
    side_width: float
    column_pitch: float
    head_top: float
    foot_top: float


class TableStyle(Struct, frozen=True):
    """How a table is set: the text styles of its rows, its paddings (top, right, bottom, left).

    ``rules`` is ``rows`` (a hair under each row), or ``groups`` or ``hairs``: rules, or hairs, only between rows
    that no cell joins.
    """

    name: str
    head: str
    cell: str
    group: str
    total: str
    quiet: str
    number: str
    head_padding: tuple[float, float, float, float]
    cell_padding: tuple[float, float, float, float]
    child_indent: float
    rules: str


class Density(Struct, frozen=True):
    """How a table of so many ``columns`` or more is set: texts of at most a size and leading, with less at their sides.

    ``styles`` and ``tables`` of a theme have variants for it under their own name and its: ``table-cell-snug``.
    """

    name: str
    columns: int
    size: float
    leading: float
    padding: float


class Theme(Struct, frozen=True):
    """All of it, for one language.

    ``places`` and ``clouds`` are those of the pages that are painted as a whole, by name: ``cover``, ``opening``,
    ``contact``, ``back-cover``. ``measures`` are the single lengths of the pieces, by name, as in the theme file.
    ``densities`` are those of tables, from the loosest. Headings in the styles ``numbered`` are numbered within their
    chapter; ``footnotes`` are counted as one of `theme_names.FOOTNOTES` says.
    """

    page: Page
    colours: dict[str, str]
    families: dict[str, Palette]
    styles: dict[str, TextStyle]
    tables: dict[str, TableStyle]
    measures: dict[str, float]
    places: dict[str, tuple[Box, ...]]
    clouds: dict[str, Cloud]
    step: float
    densities: tuple[Density, ...] = ()
    numbered: tuple[str, ...] = ()
    footnotes: str = THROUGH
