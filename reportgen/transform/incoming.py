"""Holds what workbooks deliver against what is filed: delivered values in, changes out.

A value that cannot be taken is a finding that names its cell, and is left out; the others stand. What is equal to the
value on file is no change, whatever digits it is shown with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from reportgen.diagnostics import Code, Diagnostics
from reportgen.i18n.quantities import format_value
from reportgen.model.dataset import Dataset, Exact, Fact, Indicator, Range, Source
from reportgen.model.incoming import Address, Cell, Delivered, Revision, Shown
from reportgen.model.locale import Locale
from reportgen.transform.arithmetic import decimals_of

_MOST_DECIMALS = 12
_MOST_DIGITS = 15

Key = tuple[str, str]


def revisions(
    delivered: Iterable[Delivered], dataset: Dataset, source: Locale, diagnostics: Diagnostics
) -> tuple[Revision, ...]:
    """Return what is to be filed anew, in the order delivered.

    NOT_A_NUMBER, WRONG_UNIT, IMPORT_CONFLICT where two cells state different values, VALUE_COMPUTED where a value
    is one that the tool computes.
    """
    judge = _Judge(dataset, source, diagnostics)
    stated: dict[Key, list[Revision]] = {}
    for value in delivered:
        revision = judge.revision(value)
        if revision is not None:
            stated.setdefault((revision.indicator, revision.period), []).append(revision)
    agreed = (one for found in stated.values() if (one := _agreed(found, diagnostics)) is not None)
    return tuple(one for one in agreed if judge.is_new(one))


def cell_text(fact: Fact, locale: Locale) -> str | None:
    """Return what stands in a workbook's cell for a fact that is no number Excel can hold, or ``None``."""
    if isinstance(fact.value, Exact):
        value = fact.value.value
        return None if holds(value) else f"{value:f}"
    return format_value(fact.value, locale)


def holds(value: Decimal) -> bool:
    """Tell whether Excel holds a number exactly, which it does to 15 digits."""
    return len(value.normalize().as_tuple().digits) <= _MOST_DIGITS and abs(value) < 10**_MOST_DIGITS


def source_text(source: Source | None) -> str:
    """Return a source as it stands in a cell: document, sheet and cell, as far as they are known."""
    return ", ".join(part for part in (source.document, source.sheet, source.cell) if part) if source else ""


class _Judge:
    """Takes delivered values one by one."""

    def __init__(self, dataset: Dataset, source: Locale, diagnostics: Diagnostics) -> None:
        self._dataset = dataset
        self._source = source
        self._diagnostics = diagnostics

    def revision(self, value: Delivered) -> Revision | None:
        """Return a delivered value as a revision, which may turn out to be none."""
        indicator = self._dataset.indicators[value.indicator]
        fact = indicator.facts.get(value.period)
        cell = value.cell
        if not self._fits(indicator, value, cell):
            return None
        if not isinstance(cell.content, Decimal) or cell.fault:
            if fact is None or cell.fault or cell.content != cell_text(fact, self._source):
                self._refuse(cell)
            return None
        number, full = _number(cell.content, cell.shown, fact, indicator)
        if decimals_of(number) > _MOST_DECIMALS or abs(number) >= 10**_MOST_DIGITS:
            self._refuse_digits(cell, number)
            return None
        if fact is not None and isinstance(fact.value, Exact) and _is_on_file(fact, number, full):
            number = full = fact.value.value
        known = source_text(fact.source) if fact else ""
        source = None if value.source in ("", known) else Source(value.source)
        exact = full if full != number else None
        return Revision(value.indicator, value.period, fact, number, cell.at, source, exact)

    def is_new(self, revision: Revision) -> bool:
        """Tell whether a revision is one; VALUE_COMPUTED where nothing is filed that could change."""
        fact = revision.old
        if fact is None:
            return True
        same = _is_on_file(fact, revision.new)
        if fact.computed:
            if not same:
                self._report_computed(revision)
            return False
        return not same or revision.source is not None

    def _fits(self, indicator: Indicator, value: Delivered, cell: Cell) -> bool:
        percent = cell.shown is not None and cell.shown.percent
        if value.unit_at is not None and not value.unit:
            return False
        if percent and indicator.unit != "%":
            self._wrong_unit(cell.at, "the number is shown as per cent", indicator)
            return False
        if value.unit and value.unit != indicator.unit:
            self._wrong_unit(value.unit_at or cell.at, f"the unit is `{value.unit}`", indicator)
            return False
        return True

    def _wrong_unit(self, at: Address, found: str, indicator: Indicator) -> None:
        self._diagnostics.error(
            Code.WRONG_UNIT,
            f"{at}: {found}, but `{indicator.id}` is filed in `{indicator.unit}`",
            None,
            f"convert the value and its unit in the workbook; the indicator is at {indicator.span}",
        )

    def _refuse(self, cell: Cell) -> None:
        found = cell.fault or f"the text `{cell.content}`"
        hint = "type the number into the cell"
        if not cell.fault:
            hint += "; for a text that looks like one, choose “Convert to Number” in Excel"
        self._diagnostics.error(Code.NOT_A_NUMBER, f"{cell.at}: expected a number, found {found}", None, hint)

    def _refuse_digits(self, cell: Cell, number: Decimal) -> None:
        message = f"{cell.at}: {number:f} has more digits than can be filed"
        hint = (
            f"at most {_MOST_DIGITS} stand before the point and {_MOST_DECIMALS} after it; "
            "give the cell a number format that shows those to be filed, such as `0.00`"
        )
        self._diagnostics.error(Code.NOT_A_NUMBER, message, None, hint)

    def _report_computed(self, revision: Revision) -> None:
        on_file = revision.old.value if revision.old else None
        computed = on_file.value if isinstance(on_file, Exact) else "another"
        message = f"{revision.at}: `{revision.indicator}` is {revision.new} here, but its parts give {computed}"
        hint = "correct the values that it is computed from"
        self._diagnostics.error(Code.VALUE_COMPUTED, message, None, hint)


def _agreed(stated: list[Revision], diagnostics: Diagnostics) -> Revision | None:
    """Return what several cells state alike, or ``None`` with IMPORT_CONFLICT; a source named by one holds for all."""
    first = stated[0]
    for other in stated[1:]:
        if other.new != first.new:
            diagnostics.error(
                Code.IMPORT_CONFLICT,
                f"`{first.indicator}` for `{first.period}` is {_stated(first)}, but {_stated(other)}",
                None,
                "agree on one value and correct the other workbook, or leave its cell empty",
            )
            return None
    return next((one for one in stated if one.source is not None), first)


def _stated(revision: Revision) -> str:
    on_file = " (as on file)" if _is_on_file(revision.old, revision.new) else ""
    return f"{revision.new:f}{on_file} in {revision.at}"


def _is_on_file(fact: Fact | None, *numbers: Decimal) -> bool:
    """Tell whether a fact has one of some numbers, whatever digits it is typed with."""
    return fact is not None and isinstance(fact.value, Exact) and fact.value.value in numbers


def _number(content: Decimal, shown: Shown | None, fact: Fact | None, indicator: Indicator) -> tuple[Decimal, Decimal]:
    """Return a cell's number with the digits that Excel shows, and all that it holds.

    Where no number format fixes the digits, zeros are added up to the digits that the indicator is filed with.
    """
    full = content * 100 if shown is not None and shown.percent else content
    if shown is None:
        return _padded(full, _typed_decimals(fact, indicator)), full
    if decimals_of(full) > shown.most:
        full_shown = full.quantize(Decimal(1).scaleb(-shown.most), ROUND_HALF_UP)
        return _padded(_short(full_shown), shown.least), full
    return _padded(_short(full), shown.least), full


def _padded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals)) if decimals_of(value) < decimals and holds(value) else value


def _short(value: Decimal) -> Decimal:
    short = value.normalize()
    return short.quantize(Decimal(1)) if int(short.as_tuple().exponent) > 0 else short


def _typed_decimals(fact: Fact | None, indicator: Indicator) -> int:
    """Return the decimals of the value on file, else of the indicator's other values, else as it declares."""
    if fact is not None and isinstance(fact.value, Exact):
        return decimals_of(fact.value.value)
    if fact is not None and isinstance(fact.value, Range):
        return 0
    filed = list(_decimals_filed(indicator))
    return max(filed) if filed else indicator.decimals or 0


def _decimals_filed(indicator: Indicator) -> Iterator[int]:
    for fact in indicator.facts.values():
        if isinstance(fact.value, Exact):
            yield decimals_of(fact.value.value)
