"""Indicators and facts: what a filed number is. Numbers are `Decimal`s with the digits they were typed with."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from reportgen.diagnostics import Span
from reportgen.model.words import Words


class Qualifier(Enum):
    """How a filed value stands to the exact one. Each language has its own wording and place for it."""

    NEARLY = "nearly"
    OVER = "over"
    AT_LEAST = "at_least"
    ABOUT = "about"
    UP_TO = "up_to"
    AT_MOST = "at_most"


class Reason(Enum):
    """Why there is no value."""

    NOT_AVAILABLE = "not_available"
    NOT_APPLICABLE = "not_applicable"
    NIL = "nil"


class Status(Enum):
    """How a fact came about."""

    MEASURED = "measured"
    ESTIMATED = "estimated"
    RESTATED = "restated"


class Kind(Enum):
    """What an indicator's value is: a stock at a date, a flow over a period, a ratio, a share of a population."""

    STOCK = "stock"
    FLOW = "flow"
    RATIO = "ratio"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Exact:
    """One number. Its exponent says how many decimals were typed: 5.30 prints as 5.30."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Range:
    """From one number to another."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Absent:
    """No value, for a reason."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Source:
    """The document a value was taken from, and the place in it."""

    document: str
    sheet: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One reported value of an indicator for a period. ``computed`` facts come from the indicator's rule."""

    indicator: str
    period: str
    value: Exact | Range | Absent
    span: Span
    qualifier: Qualifier | None = None
    note: str = ""
    status: Status = Status.MEASURED
    assured: bool = False
    source: Source | None = None
    owner: str = ""
    computed: bool = False


@dataclass(frozen=True, slots=True)
class Sum:
    """The indicator is the sum of its parts."""

    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ratio:
    """The indicator is one indicator divided by another."""

    numerator: str
    denominator: str


@dataclass(frozen=True, slots=True)
class Share:
    """The indicator is one indicator as a percentage of another."""

    part: str
    whole: str


class Operator(Enum):
    """How an actual value must stand to a target's."""

    AT_MOST = "at_most"
    AT_LEAST = "at_least"


@dataclass(frozen=True, slots=True)
class Target:
    """What an indicator is to reach in a period."""

    indicator: str
    period: str
    operator: Operator
    value: Decimal
    span: Span


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its wording by locale id, alone in a column (``column``) and around a number (``pattern``).

    In a pattern ``{}`` stands for the number: ``{} MWh``, ``{}%``, ``RMB {} million``. ``singular`` is the pattern for
    exactly one, where a language has another. A unit that counts a larger one's multiples names it as ``base``, with
    the power of ten between them: a million renminbi is 10^6 of ``RMB``.
    """

    code: str
    column: dict[str, str]
    pattern: dict[str, str]
    singular: dict[str, str] = field(default_factory=dict)
    base: str = ""
    power: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """A `discloses` mark: the framework, the provision's code, and where the mark stands."""

    framework: str
    code: str
    span: Span


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured: definition, boundary, population, unit, and its facts by period."""

    id: str
    name: Words
    unit: str
    kind: Kind
    span: Span
    definition: Words | None = None
    boundary: Words | None = None
    population: Words | None = None
    dimension: str = ""
    member: str = ""
    method: Words | None = None
    rule: Sum | Ratio | Share | None = None
    decimals: int | None = None
    plausible: tuple[Decimal, Decimal] | None = None
    facts: dict[str, Fact] = field(default_factory=dict)
    targets: dict[str, Target] = field(default_factory=dict)
    discloses: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Pledge:
    """A target without a numeric actual: its status is stated, with the evidence for it."""

    id: str
    statement: Words
    achieved: bool
    evidence: Words
    span: Span


@dataclass(frozen=True, slots=True)
class RowOf:
    """A table's row for an indicator. ``period`` stands for tables whose rows are periods; ``name`` overrides."""

    indicator: str
    span: Span
    period: str = ""
    name: Words | None = None
    role: str = ""


@dataclass(frozen=True, slots=True)
class GroupOf:
    """Rows under a common name."""

    name: Words
    rows: tuple[RowOf, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class PledgeRow:
    """A table's row for a pledge."""

    pledge: str
    span: Span


@dataclass(frozen=True, slots=True)
class TableOf:
    """A statistics or targets table: its columns and rows, by id.

    ``columns`` are ``name``, ``group``, ``unit``, period ids, and for targets ``target:<period>``, ``progress``.
    ``head`` overrides the head of a column. ``layout`` names the theme's table style.
    """

    id: str
    caption: Words | None
    columns: tuple[str, ...]
    rows: tuple[RowOf | GroupOf | PledgeRow, ...]
    span: Span
    head: dict[str, Words] = field(default_factory=dict)
    layout: str = "statistics"


@dataclass(frozen=True, slots=True)
class Dataset:
    """All indicators, notes, targets and table definitions of a report, by id."""

    units: dict[str, Unit]
    indicators: dict[str, Indicator]
    notes: dict[str, Words]
    pledges: dict[str, Pledge]
    tables: dict[str, TableOf]
