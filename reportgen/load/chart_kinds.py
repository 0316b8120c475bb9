"""What a chart's kind asks for: how many periods, limits or not, groups or not. Each breach is a finding."""

from __future__ import annotations

from reportgen.diagnostics import Code
from reportgen.load.fields import Fields
from reportgen.model.figure import OF_ONE_PERIOD, ChartOf

GROUPED = "stacked_bars"
LIMITED = "dots"


def check_kind(chart: ChartOf, fields: Fields) -> None:
    """Check a chart against its kind."""
    _check_periods(chart, fields)
    _check_limits(chart, fields)
    _check_groups(chart, fields)


def _check_periods(chart: ChartOf, fields: Fields) -> None:
    if chart.kind in OF_ONE_PERIOD and len(chart.periods) > 1:
        message = f"a chart of kind `{chart.kind}` shows one period, found {len(chart.periods)}"
        hint = f"keep one: `periods: [{chart.periods[-1]}]`"
        fields.diagnostics.error(Code.WRONG_VALUE, message, fields.place("periods"), hint)


def _check_limits(chart: ChartOf, fields: Fields) -> None:
    if chart.kind == LIMITED and not chart.limits:
        hint = "name the periods whose targets are shown: `limits: [current, next]`"
        message = f"a chart of kind `{LIMITED}` needs the key `limits`"
        fields.diagnostics.error(Code.MISSING_KEY, message, fields.place("limits"), hint)
    if chart.kind != LIMITED and chart.limits:
        message = f"a chart of kind `{chart.kind}` shows no limits"
        fields.diagnostics.error(Code.WRONG_VALUE, message, fields.place("limits"), f"use `kind: {LIMITED}`")


def _check_groups(chart: ChartOf, fields: Fields) -> None:
    for category in chart.categories:
        if chart.kind == GROUPED and category.group is None:
            message = f"`{category.indicator}` stands in no group: each bar of `{GROUPED}` is one"
            hint = "write `- {group: ..., parts: [...]}`"
            fields.diagnostics.error(Code.WRONG_VALUE, message, category.span, hint)
        if chart.kind != GROUPED and category.group is not None:
            message = f"`{category.indicator}` stands in a group, but a chart of kind `{chart.kind}` has none"
            hint = f"list it without `group`, or use `kind: {GROUPED}`"
            fields.diagnostics.error(Code.WRONG_VALUE, message, category.span, hint)
