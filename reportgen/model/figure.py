"""Charts and diagrams as `content/figures/*.yaml` defines them. Words are as written, not translated."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct, field

from reportgen.diagnostics import Span
from reportgen.model.words import Words

KINDS = ("columns", "stacked_columns", "bars", "stacked_bars", "donut", "lines", "dots")
"""The kinds of charts.

``columns`` are grouped by category, a column a period; ``stacked_columns`` are a column a period, parted by category;
``bars`` are a bar a category, ``stacked_bars`` a bar a group, parted by category; a ``donut`` is a ring parted by
category; ``lines`` are a line a category over the periods; ``dots`` are a dot a category on a line with its limits.
"""

OF_ONE_PERIOD = ("bars", "stacked_bars", "donut", "dots")
"""The kinds that show the values of a single period."""


class Category(Struct, frozen=True):
    """A category of a chart: the indicator it shows and, where the indicator's name is too long, a label.

    ``group`` names the bar that it is a part of; it is ``None`` but in stacked bars.
    """

    indicator: str
    label: Words | None
    span: Span
    group: Words | None = None


class ChartOf(Struct, frozen=True):
    """A chart of a kind of `KINDS`. ``limits`` are the periods whose targets `dots` show beside the actual values.

    ``notes`` are those of its file that its title, subtitle, source and labels mark; they stand under the chart.
    """

    id: str
    kind: str
    title: Words
    subtitle: Words | None
    source: Words | None
    categories: tuple[Category, ...]
    periods: tuple[str, ...]
    span: Span
    limits: tuple[str, ...] = ()
    notes: dict[str, Words] = field(default_factory=dict)


BOXED = ("steps", "levels", "cycle")
"""The kinds of diagrams made of boxes: ``steps`` of a process, in order; ``levels`` of an organisation, top down; the
steps of a ``cycle``, of which the last leads to the first.
"""

MATRIX = "matrix"
"""The kind of diagram that has issues at places between two axes."""

DIAGRAMS = (*BOXED, MATRIX)
"""The kinds of diagrams."""


class BoxOf(Struct, frozen=True):
    """A step, or a part of an organisation: its name and what is said of it."""

    name: Words
    text: Words | None
    span: Span


class DiagramOf(Struct, frozen=True):
    """A diagram of a kind of `BOXED`. ``rows`` are its levels; the steps of a process or cycle are one row."""

    id: str
    kind: str
    title: Words
    rows: tuple[tuple[BoxOf, ...], ...]
    span: Span


class IssueOf(Struct, frozen=True):
    """An issue of a matrix: its name, and its place on either axis, from 0 to 100."""

    name: Words
    x: Decimal
    y: Decimal
    span: Span


class IssueGroupOf(Struct, frozen=True):
    """Issues of a matrix that are of one kind, in the colours of a family of the theme."""

    name: Words
    family: str
    issues: tuple[IssueOf, ...]
    span: Span


class MatrixOf(Struct, frozen=True):
    """A matrix: what either axis measures, upwards and across, and the issues by group."""

    id: str
    title: Words
    up: Words
    across: Words
    groups: tuple[IssueGroupOf, ...]
    span: Span
