"""Indicators and facts: what a filed number is. Numbers are `Decimal`s with the digits they were typed with."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from msgspec import Struct, field

from reportgen.diagnostics import Span
from reportgen.model.factors import Factor
from reportgen.model.rules import Rule
from reportgen.model.units import Unit
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
    """What a value is: a stock at a date, a flow over a period, a ratio, a share of a population, a mean over one."""

    STOCK = "stock"
    FLOW = "flow"
    RATIO = "ratio"
    SHARE = "share"
    MEAN = "mean"


class Exact(Struct, frozen=True):
    """One number. Its exponent says how many decimals were typed: 5.30 prints as 5.30."""

    value: Decimal


class Range(Struct, frozen=True):
    """From one number to another."""

    low: Decimal
    high: Decimal


class Absent(Struct, frozen=True):
    """No value, for a reason."""

    reason: Reason


class Timing(Enum):
    """How a value stands to its period: of the year, as of its last day, by its end since ever, or in every year."""

    YEAR = "year"
    AS_OF = "as_of"
    BY_END = "by_end"
    ANNUALLY = "annually"


class Source(Struct, frozen=True):
    """The document a value was taken from, the place in it, and the SHA-256 of the file as it was, in hexadecimal."""

    document: str
    sheet: str = ""
    cell: str = ""
    hash: str = ""


class Restated(Struct, frozen=True):
    """What an earlier report stated, and why it is another value now. For the ledger: a note tells the readers."""

    old: Decimal
    reason: str


class Fact(Struct, frozen=True):
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
    restated: Restated | None = None


class Operator(Enum):
    """How an actual value must stand to a target's."""

    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    BETWEEN = "between"


class Target(Struct, frozen=True):
    """What an indicator is to reach in a period; ``between`` two values, with the ``high`` one."""

    indicator: str
    period: str
    operator: Operator
    value: Decimal
    span: Span
    high: Decimal | None = None


class Mark(Struct, frozen=True):
    """A `discloses` mark: the framework, the provision's code, and where the mark stands.

    ``component`` names a part of the provision, ``B.13/oversight``; empty is the whole of it.
    """

    framework: str
    code: str
    span: Span
    component: str = ""


class Answer(Struct, frozen=True):
    """Why a finding about an indicator or a table's rows stands. For those who work on the report: never printed."""

    reason: str
    span: Span


class ImpliedFactor(Struct, frozen=True):
    """What an indicator is to be divided by, and the usual range of the factor that this gives."""

    activity: str
    usual: str


class Indicator(Struct, frozen=True):
    """What is measured: definition, boundary, population, unit, and its facts by period.

    ``of`` names the whole that the indicator is a member of, by its dimension; ``answers`` stand by finding's code.
    Its ``rule`` gives what is not filed; the rules in ``also`` must give the same.
    """

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
    rule: Rule | None = None
    also: tuple[Rule, ...] = ()
    decimals: int | None = None
    plausible: tuple[Decimal, Decimal] | None = None
    facts: dict[str, Fact] = field(default_factory=dict)
    targets: dict[str, Target] = field(default_factory=dict)
    discloses: tuple[Mark, ...] = ()
    of: str = ""
    implied: ImpliedFactor | None = None
    answers: dict[str, Answer] = field(default_factory=dict)
    owner: str = ""
    timing: Timing = Timing.YEAR


class Pledge(Struct, frozen=True):
    """A target without a numeric actual: its status is stated, with the evidence for it.

    ``by`` is the year by which it is to be kept; where it is under way, ``achieved`` is ``None``.
    """

    id: str
    statement: Words
    achieved: bool | None
    evidence: Words | None
    span: Span
    by: str = ""


class RowOf(Struct, frozen=True):
    """A table's row for an indicator. ``period`` stands for tables whose rows are periods; ``name`` overrides.

    ``unit`` is the unit that its values are printed in, where that is not the indicator's.
    """

    indicator: str
    span: Span
    period: str = ""
    name: Words | None = None
    role: str = ""
    unit: str = ""


class GroupOf(Struct, frozen=True):
    """Rows under a common name."""

    name: Words
    rows: tuple[RowOf, ...]
    span: Span


class PledgeRow(Struct, frozen=True):
    """A table's row for a pledge."""

    pledge: str
    span: Span


class TableOf(Struct, frozen=True):
    """A statistics or targets table: its columns and rows, by id.

    ``columns`` are ``name``, ``group``, ``unit``, period ids, a period in another unit
    ``<period>:<unit>``, and for targets ``target:<period>``, ``progress``, ``by``.
    ``head`` overrides the head of a column. ``layout`` names the theme's table style.
    """

    id: str
    caption: Words | None
    columns: tuple[str, ...]
    rows: tuple[RowOf | GroupOf | PledgeRow, ...]
    span: Span
    head: dict[str, Words] = field(default_factory=dict)
    layout: str = "statistics"
    answers: dict[str, Answer] = field(default_factory=dict)


class FiledBefore(Struct, frozen=True):
    """A value as an earlier year's report stated it; ``period`` is what this report calls that year."""

    indicator: str
    period: str
    value: Decimal
    span: Span


class Dataset(Struct, frozen=True):
    """All indicators, notes, targets and table definitions of a report, by id.

    ``wholes`` has what each indicator is a part of; it is computed with the derived facts.
    """

    units: dict[str, Unit]
    indicators: dict[str, Indicator]
    notes: dict[str, Words]
    pledges: dict[str, Pledge]
    tables: dict[str, TableOf]
    filed_before: tuple[FiledBefore, ...] = ()
    factors: dict[str, Factor] = field(default_factory=dict)
    wholes: dict[str, tuple[str, ...]] = field(default_factory=dict)
