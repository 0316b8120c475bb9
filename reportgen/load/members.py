"""What members and activities name of other indicators: `of`, the whole of a breakdown, and `implied: activity`.

A dataset in; the same out, without what names something unknown or does not fit. Each such name is a finding.
"""

from __future__ import annotations

from collections.abc import Mapping as Table

from msgspec.structs import replace

from reportgen.diagnostics import Code, Diagnostics, Span, suggest
from reportgen.load.usual_factors import load_usual_factors
from reportgen.model.dataset import Dataset, ImpliedFactor, Indicator
from reportgen.model.units import UNKNOWN, converts

Places = Table[str, Table[str, Span]]


def connect_members(dataset: Dataset, places: Places, diagnostics: Diagnostics) -> Dataset:
    """Check every `of` and `implied`; ``places`` has, by indicator, the place of each indicator that it names."""
    connected = {
        id_: _connected(indicator, dataset, places.get(id_, {}), diagnostics)
        for id_, indicator in dataset.indicators.items()
    }
    return replace(dataset, indicators=connected)


def _connected(indicator: Indicator, dataset: Dataset, places: Table[str, Span], diagnostics: Diagnostics) -> Indicator:
    if indicator.of and not _is_member(indicator, dataset, places, diagnostics):
        indicator = replace(indicator, of="")
    implied = indicator.implied
    if implied is not None and not _fits(indicator, implied, dataset, places, diagnostics):
        indicator = replace(indicator, implied=None)
    return indicator


def _is_member(indicator: Indicator, dataset: Dataset, places: Table[str, Span], diagnostics: Diagnostics) -> bool:
    place = places.get(indicator.of, indicator.span)
    if not indicator.dimension or not indicator.member:
        message = f"`{indicator.id}` is `of` a whole, but not said to be which member of which dimension"
        diagnostics.error(Code.MISSING_KEY, message, place, "add `dimension: ...` and `member: ...`")
        return False
    whole = dataset.indicators.get(indicator.of)
    if whole is None or whole is indicator:
        _unknown(indicator.of, dataset, place, diagnostics)
        return False
    if whole.unit == indicator.unit:
        return True
    if UNKNOWN in (whole.unit, indicator.unit):
        return False
    message = f"`{indicator.id}` is in `{indicator.unit}`, but its whole `{whole.id}` in `{whole.unit}`"
    diagnostics.error(Code.WRONG_VALUE, message, place, "give both in the same unit")
    return False


def _fits(
    indicator: Indicator,
    implied: ImpliedFactor,
    dataset: Dataset,
    places: Table[str, Span],
    diagnostics: Diagnostics,
) -> bool:
    place = places.get(implied.activity, indicator.span)
    activity = dataset.indicators.get(implied.activity)
    if activity is None:
        _unknown(implied.activity, dataset, place, diagnostics)
        return False
    usual = load_usual_factors()[implied.usual]
    units = dataset.units
    if converts(units[indicator.unit], usual.of) and converts(units[activity.unit], usual.per):
        return True
    if UNKNOWN in (indicator.unit, activity.unit):
        return False
    message = (
        f"`{implied.usual}` is in `{usual.of.code}/{usual.per.code}`, but `{indicator.id}` is in `{indicator.unit}` "
        f"and `{activity.id}` in `{activity.unit}`"
    )
    diagnostics.error(Code.WRONG_VALUE, message, place, "name another usual factor, or give both in units like its own")
    return False


def _unknown(name: str, dataset: Dataset, place: Span, diagnostics: Diagnostics) -> None:
    hint = suggest(name, dataset.indicators)
    diagnostics.error(Code.UNKNOWN_REFERENCE, f"there is no other indicator `{name}`", place, hint)
