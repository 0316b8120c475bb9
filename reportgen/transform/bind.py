"""Binds references to facts: every `Ref` of a document becomes a `Bound` that knows its facts.

A document, the dataset and the project in; the document out, without any `Ref` left. Provenance thereby travels with
the text: the ledger is one walk over the document.
"""

from __future__ import annotations

from collections.abc import Callable

from reportgen.diagnostics import Code, Diagnostics, suggest
from reportgen.i18n.quantities import spoken_value
from reportgen.model.block import Document
from reportgen.model.dataset import Dataset
from reportgen.model.inline import Bound, Ref
from reportgen.model.locale import Locale
from reportgen.model.project import Project
from reportgen.model.walk import rewrite
from reportgen.transform.forms import Printed, print_form
from reportgen.transform.subject import FormError, Subject

DEFAULT_PERIOD = "current"


def bind(document: Document, dataset: Dataset, project: Project, locale: Locale, diagnostics: Diagnostics) -> Document:
    """Return the document with every reference as it prints, those with facts numbered from 0 in reading order.

    A reference that cannot be printed is a finding (UNKNOWN_REFERENCE, UNKNOWN_PERIOD, UNKNOWN_FORM, NO_VALUE,
    ROUND_STATEMENT, WRONG_VALUE) and prints as it was written, so that all are found in one run.
    """
    binder = _Binder(dataset, project, locale, diagnostics)
    return rewrite(document, binder.bind, Ref)


def printer(dataset: Dataset, project: Project, locale: Locale) -> Callable[[Ref], str]:
    """Return the function from a reference to what it prints in a language; empty where it cannot be printed."""
    binder = _Binder(dataset, project, locale, Diagnostics())

    def printed(ref: Ref) -> str:
        bound = binder.bind(ref)
        return "" if bound.text == written(ref) else bound.text

    return printed


def written(ref: Ref) -> str:
    """Return a reference as it was written."""
    period = f"[{ref.period}]" if ref.period else ""
    form = f".{ref.form}" if ref.form else ""
    return f"{{{ref.id}{period}{form}}}"


class _Binder:
    """Keeps count, and what each reference prints: tables and prose repeat them."""

    def __init__(self, dataset: Dataset, project: Project, locale: Locale, diagnostics: Diagnostics) -> None:
        self._dataset = dataset
        self._project = project
        self._locale = locale
        self._diagnostics = diagnostics
        self._occurrences = 0
        self._known: dict[tuple[str, str, str], Printed | FormError] = {}

    def bind(self, ref: Ref) -> Bound:
        """Return what a reference becomes."""
        printed = self._printed(ref)
        if isinstance(printed, FormError):
            self._diagnostics.error(printed.code, printed.message, ref.span, printed.hint)
            return Bound(written(ref), ref, ())
        if not printed.facts:
            return Bound(printed.text, ref, ())
        self._occurrences += 1
        spoken = spoken_value(printed.text, printed.facts[0].value, self._locale)
        return Bound(printed.text, ref, printed.facts, self._occurrences - 1, spoken)

    def _printed(self, ref: Ref) -> Printed | FormError:
        key = (ref.id, ref.period, ref.form)
        if key not in self._known:
            try:
                self._known[key] = self._print(ref)
            except FormError as error:
                self._known[key] = error
        return self._known[key]

    def _print(self, ref: Ref) -> Printed:
        periods = self._project.periods
        if ref.id in periods:
            return self._period_label(ref)
        indicator = self._dataset.indicators.get(ref.id)
        if indicator is None:
            hint = suggest(ref.id, (*self._dataset.indicators, *periods))
            raise FormError(Code.UNKNOWN_REFERENCE, f"there is no indicator or period `{ref.id}`", hint)
        period = ref.period or DEFAULT_PERIOD
        if period not in periods:
            hint = suggest(period, periods) or f"the periods are {', '.join(f'`{name}`' for name in periods)}"
            raise FormError(Code.UNKNOWN_PERIOD, f"the report has no period `{period}`", hint)
        return print_form(ref.form, Subject(indicator, period, self._dataset, periods, self._locale))

    def _period_label(self, ref: Ref) -> Printed:
        if ref.period or ref.form:
            message = f"`{ref.id}` is a period: it has only its label"
            raise FormError(Code.UNKNOWN_FORM, message, f"write `{{{ref.id}}}`")
        return Printed(self._project.periods[ref.id].label, ())
