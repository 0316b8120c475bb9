"""A report's project, as `content/report.yaml` states it. Words are as written, not translated."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from msgspec import Struct

from reportgen.diagnostics import Span
from reportgen.model.dataset import Mark
from reportgen.model.locale import Locale
from reportgen.model.words import Words


class Period(Struct, frozen=True):
    """A period of the report: ``current``, ``prior``, ``prior2``, ``next`` or a declared name."""

    id: str
    label: str
    start: date
    end: date
    span: Span


class Company(Struct, frozen=True):
    """The issuer. ``name`` is the registered name, ``other_name`` the one in the other language, as on the cover."""

    name: Words
    other_name: Words
    short_name: Words
    incorporation: Words
    codes: tuple[Words, ...]


class Chapter(Struct, frozen=True):
    """A chapter: a level-1 heading and its sections.

    A chapter with a ``number`` (two digits) has an opening page and stands in the running head with it; one without
    (front matter, appendix) begins with its title. ``family`` names the theme's palette. ``sections`` has the
    paths of section files, relative to the project's root, in their order, with the place that names each; ``goals``
    mark the Sustainable Development Goals that apply; ``notes`` are what title and introduction mark, by name.
    """

    id: str
    number: str
    title: Words
    introduction: Words | None
    family: str
    sections: dict[str, Span]
    span: Span
    goals: tuple[Mark, ...] = ()
    notes: dict[str, Words] = {}


class ContactLine(Struct, frozen=True):
    """A line of the contact page: what it is about (``Address``), and what it says, as Markdown."""

    label: Words
    text: Words


class Limits(Struct, frozen=True):
    """From where on data are asked about: a change in per cent, and the fewest people that a value may be about."""

    change: Decimal = Decimal(25)
    people: int = 5


class Listing(Struct, frozen=True):
    """Where the issuer is listed, as ids of boards such as ``hkex_main``, and whether it is a large cap.

    ``large_cap`` is ``None`` where the report does not say.
    """

    boards: frozenset[str] = frozenset()
    large_cap: bool | None = None


class Project(Struct, frozen=True):
    """A report: who reports on what, in which languages, in which order. Folders are under ``root``.

    ``frameworks`` are ids of the versions in force, each with the place that names it, ``known_frameworks`` of all that
    marks may name. ``plain_numbers`` are phrases whose numbers are meant as they stand, in any of its languages.
    """

    root: Path
    id: str
    title: Words
    short_title: Words
    company: Company
    periods: dict[str, Period]
    source: Locale
    locales: tuple[Locale, ...]
    prevails: Locale
    frameworks: dict[str, Span]
    chapters: tuple[Chapter, ...]
    span: Span
    limits: Limits = Limits()
    listing: Listing = Listing()
    known_frameworks: tuple[str, ...] = ()
    plain_numbers: tuple[str, ...] = ()
    contact: tuple[ContactLine, ...] = ()
