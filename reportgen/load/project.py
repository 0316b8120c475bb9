"""`content/report.yaml` to a `Project`."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Mapping as Table
from datetime import date
from pathlib import Path

from reportgen.diagnostics import Code, Diagnostics, ReportError, Span
from reportgen.load.chapters import chapters_of
from reportgen.load.contact import contact_of
from reportgen.load.fields import Fields, mapping_at, words_in
from reportgen.load.framework import known_frameworks
from reportgen.load.languages import language_of
from reportgen.load.limits import limits_of
from reportgen.load.plain_numbers import plain_numbers_of
from reportgen.load.values import is_period_id
from reportgen.load.versions import version_for
from reportgen.load.yaml_file import read_yaml
from reportgen.load.yaml_nodes import Mapping, Node
from reportgen.model.locale import LOCALES, Locale
from reportgen.model.project import Company, Listing, Period, Project

REPORT = "content/report.yaml"

REPORT_KEYS = frozenset(
    "id title short_title company periods source locales prevails frameworks listing chapters checks"
    " plain_numbers contact".split()
)
LISTING_KEYS = frozenset(("boards", "large_cap"))
COMPANY_KEYS = frozenset("name other_name short_name incorporation codes".split())
PERIOD_KEYS = frozenset("label from to".split())
_EMPTY = Mapping({}, Span(REPORT))


def load_project(root: Path, diagnostics: Diagnostics) -> Project:
    """Return the project in a folder.

    Raises:
        ReportError: there is no `content/report.yaml`, or it is no YAML mapping; the findings say why.
    """
    node = read_yaml(root, REPORT, diagnostics)
    if node is None:
        raise ReportError(diagnostics)
    fields = Fields(node, "the report", REPORT_KEYS, diagnostics)
    locales = _locales(fields)
    fields.needed("chapters")
    periods = _periods(fields)
    known = tuple(known_frameworks(root))
    return Project(
        root=root,
        id=_report_id(fields),
        title=fields.needed_words("title"),
        short_title=fields.needed_words("short_title"),
        company=_company(fields),
        periods=periods,
        source=_locale(fields, "source", locales[0]),
        locales=locales,
        prevails=_locale(fields, "prevails", locales[0]),
        frameworks=_frameworks(fields, known, periods),
        chapters=chapters_of(fields.items("chapters"), diagnostics),
        span=node.span,
        limits=limits_of(fields),
        listing=_listing(fields),
        known_frameworks=known,
        plain_numbers=plain_numbers_of(fields),
        contact=contact_of(fields),
    )


def _frameworks(fields: Fields, known: Collection[str], periods: Table[str, Period]) -> dict[str, Span]:
    """Return the places of the frameworks that the report follows, by the ids of their versions in force that year."""
    start = periods["current"].start
    places: dict[str, Span] = {}
    for name, place in fields.texts("frameworks"):
        places.setdefault(version_for(name, known, start), place)
    return places


def _listing(fields: Fields) -> Listing:
    listing = Fields(fields.mapping("listing"), "`listing`", LISTING_KEYS, fields.diagnostics)
    large_cap = listing.truth("large_cap", default=False) if "large_cap" in listing else None
    return Listing(frozenset(board for board, _ in listing.texts("boards")), large_cap)


def _report_id(fields: Fields) -> str:
    """Return the id, which names the output files."""
    text = fields.needed_text("id")
    if text and not all(c.isascii() and (c.isalnum() or c in "-_") for c in text):
        fields.diagnostics.error(
            Code.WRONG_VALUE,
            f"the report's id `{text}` cannot name files",
            fields.value_place("id"),
            "use letters, digits, `-` and `_`",
        )
        return "report"
    return text or "report"


def _company(fields: Fields) -> Company:
    node = fields.needed("company")
    mapping = None if node is None else mapping_at(node, "`company`", fields.diagnostics)
    company = Fields(mapping or _EMPTY, "`company`", COMPANY_KEYS, fields.diagnostics)
    codes = (words_in(item, "codes", fields.diagnostics) for item in company.items("codes"))
    return Company(
        name=company.needed_words("name"),
        other_name=company.needed_words("other_name"),
        short_name=company.needed_words("short_name"),
        incorporation=company.needed_words("incorporation"),
        codes=tuple(code for code in codes if code is not None),
    )


def _periods(fields: Fields) -> dict[str, Period]:
    """Return the periods by id. One after all others stands in for `current`: what means it is not blamed as well."""
    fields.needed("periods")
    periods: dict[str, Period] = {}
    for id_, (place, node) in fields.mapping("periods").entries.items():
        if not is_period_id(id_):
            fields.diagnostics.error(
                Code.WRONG_VALUE,
                f"`{id_}` cannot be a period's id",
                place,
                "use letters, digits and `_`, such as `current` or `FY2023_24`; its label may be any text",
            )
            continue
        mapping = mapping_at(node, f"the period `{id_}`", fields.diagnostics)
        if mapping is not None:
            periods[id_] = _period(id_, place, mapping, fields.diagnostics)
    if "current" not in periods and "periods" in fields:
        fields.diagnostics.error(
            Code.MISSING_KEY,
            "`periods` needs the period `current`, which a reference without a period means",
            fields.place("periods"),
            "add `current: {label: ..., from: ..., to: ...}`",
        )
    return {"current": Period("current", "", date.max, date.max, fields.place("periods")), **periods}


def _period(id_: str, place: Span, mapping: Mapping, diagnostics: Diagnostics) -> Period:
    fields = Fields(mapping, f"the period `{id_}`", PERIOD_KEYS, diagnostics)
    start, end = fields.date("from"), fields.date("to")
    if end < start:
        message = f"the period `{id_}` ends on {end}, before it begins on {start}"
        diagnostics.error(Code.WRONG_VALUE, message, fields.value_place("to"), "exchange `from` and `to`")
    return Period(id_, fields.needed_text("label"), start, end, place)


def _locales(fields: Fields) -> tuple[Locale, ...]:
    """Return the locales, never none: the source language stands in."""
    fields.needed("locales")
    found = [language_of(text, span, fields.diagnostics) for text, span in fields.texts("locales")]
    locales = tuple(dict.fromkeys(locale for locale in found if locale is not None))
    return locales or (LOCALES["en"],)


def _locale(fields: Fields, key: str, default: Locale) -> Locale:
    text = fields.needed_text(key)
    node: Node | None = fields.node(key)
    return (language_of(text, node.span, fields.diagnostics) if text and node else None) or default
