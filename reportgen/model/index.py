"""Reporting frameworks and the rows of their index."""

from __future__ import annotations

from datetime import date
from enum import Enum

from msgspec import Struct, field

from reportgen.diagnostics import Span
from reportgen.model.dataset import Answer as Reason
from reportgen.model.dataset import Mark
from reportgen.model.words import Words

Wording = dict[str, str]
"""The same words by locale id: the tool's own data carry their languages."""


class Obligation(Enum):
    """What an issuer owes to a provision."""

    MANDATORY = "mandatory"
    COMPLY_OR_EXPLAIN = "comply_or_explain"
    VOLUNTARY = "voluntary"


class Kind(Enum):
    """What a provision asks for: words, numbers, or both."""

    NARRATIVE = "narrative"
    QUANTITATIVE = "quantitative"
    BOTH = "both"


class Duty(Struct, frozen=True):
    """An obligation and whom it binds: issuers of ``boards`` (none: of any), large caps only where ``large_cap``.

    It holds for financial years that begin on ``start`` or later.
    """

    obligation: Obligation
    boards: frozenset[str] = frozenset()
    large_cap: bool = False
    start: date = date.min


class Component(Struct, frozen=True):
    """A part of what a provision asks for, which a mark may name: ``B.13/oversight``."""

    id: str
    wording: Wording


class Provision(Struct, frozen=True):
    """One item of a framework. ``label``, ``requirement``, ``part``, ``area`` and ``aspect`` are wordings.

    ``duties`` are tried in order; the first that binds the issuer holds. ``units`` are those asked for, ``years`` how
    many years of data, ``breakdowns`` by what they are to be divided. ``links`` are provisions of other frameworks,
    as framework and code: whatever discloses one of them discloses this one too. What is not ``verified`` was not
    seen in the framework's own text and is shown as to be confirmed. ``colour`` is a goal's official one, ``#RRGGBB``.
    """

    code: str
    label: Wording
    requirement: Wording
    part: Wording
    aspect: Wording
    duties: tuple[Duty, ...]
    verified: bool
    area: Wording = field(default_factory=dict)
    kind: Kind = Kind.NARRATIVE
    components: tuple[Component, ...] = ()
    units: tuple[str, ...] = ()
    years: int = 1
    breakdowns: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    colour: str = ""


class Framework(Struct, frozen=True):
    """A reporting framework: its title, its provisions in order, and which financial years it is for.

    ``start`` and ``end`` bound the first day of a financial year. ``boards`` are those it is for (none: any issuer).
    ``wording`` says whose words the requirements are; ``obligations`` what the framework calls each obligation.
    """

    id: str
    title: Wording
    provisions: tuple[Provision, ...]
    wording: Wording = field(default_factory=dict)
    obligations: dict[Obligation, Wording] = field(default_factory=dict)
    start: date = date.min
    end: date = date.max
    boards: frozenset[str] = frozenset()


class Explanation(Struct, frozen=True):
    """The office's words on a provision that is not disclosed."""

    framework: str
    provision: str
    kind: str
    words: Words
    span: Span


class Office(Struct, frozen=True):
    """What the office says of a framework, in `content/indices/`.

    ``confirmed`` are codes of provisions that it has compared with the framework's own text, or `ALL`. ``answers`` are
    reasons why findings stand, by provision and finding's code.
    """

    explanations: dict[str, Explanation] = field(default_factory=dict)
    confirmed: frozenset[str] = frozenset()
    answers: dict[str, dict[str, Reason]] = field(default_factory=dict)


ALL = "all"
"""Stands for every provision of a framework."""


class PlaceKind(Enum):
    """What a place of the report is."""

    SECTION = "section"
    HEADING = "heading"
    TABLE = "table"


class Answer(Struct, frozen=True):
    """A place of the report that answers a provision: the anchor of a section, heading or table.

    ``row`` is the anchor of the table's row that answers, where it is one.
    """

    anchor: str
    section: str
    kind: PlaceKind = PlaceKind.SECTION
    row: str = ""


class Marked(Struct, frozen=True):
    """A mark and the place that it makes an answer.

    ``indicator`` is the id of the indicator that is marked and printed there; empty where the place itself is marked.
    """

    mark: Mark
    answer: Answer
    indicator: str = ""


class IndexRow(Struct, frozen=True):
    """A provision with the places that answer it, or the explanation why none does.

    ``obligation`` is what it is for this issuer and year; ``confirmed`` whether its code and words are sure: verified
    by the tool's makers, or confirmed by the office. ``marks`` are those that answer it, its own or those of provisions
    that it is linked with (``linked``).
    """

    provision: Provision
    obligation: Obligation
    answers: tuple[Answer, ...]
    explanation: Explanation | None
    confirmed: bool = True
    marks: tuple[Marked, ...] = ()
    linked: bool = False

    @property
    def printed(self) -> bool:
        """Whether the index has the row: what nobody owes and nobody discloses is left out."""
        return bool(self.answers or self.explanation) or self.obligation is not Obligation.VOLUNTARY
