"""The dataset as the databook: by topic, with words in each language and the change against the period before."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec.structs import replace

from reportgen.diagnostics import Span
from reportgen.model.databook import Databook, Entry, Topic, Value, document_name
from reportgen.model.dataset import Dataset, Fact, Indicator
from reportgen.model.project import Project
from reportgen.transform.arithmetic import round_half_up
from reportgen.transform.forms import CHANGE_DECIMALS
from reportgen.transform.formula import formula_of
from reportgen.transform.incoming import cell_text, source_text
from reportgen.transform.plain_words import PlainWords, in_all, notes_in
from reportgen.transform.subject import FormError, Subject, earlier_fact, number_of

Pages = Mapping[tuple[str, str], Mapping[str, tuple[str, ...]]]

PERCENT = "%"
_NOWHERE = Span("")


def databook(project: Project, dataset: Dataset, languages: Mapping[str, PlainWords], pages: Pages) -> Databook:
    """Return all indicators by KPI file, with the pages that each value is printed on."""
    maker = _Maker(project, dataset, languages, pages)
    files: dict[str, list[Indicator]] = {}
    for indicator in dataset.indicators.values():
        files.setdefault(indicator.span.path, []).append(indicator)
    return Databook(
        project.id,
        in_all(languages, project.title, "report"),
        in_all(languages, project.company.name, "report"),
        tuple(languages),
        {id_: period.label for id_, period in project.periods.items()},
        tuple(maker.topic(path, indicators) for path, indicators in files.items()),
    )


def published(book: Databook) -> Databook:
    """Return the public form: without owners, answers and places in files; of a source only the document's name."""
    return replace(
        book,
        topics=tuple(
            replace(topic, entries=tuple(_published_entry(entry) for entry in topic.entries)) for topic in book.topics
        ),
    )


def _published_entry(entry: Entry) -> Entry:
    return replace(
        entry,
        indicator=replace(entry.indicator, owner="", answers={}, span=_NOWHERE, facts={}),
        values={period: _published_value(value) for period, value in entry.values.items()},
    )


def _published_value(value: Value) -> Value:
    source = value.fact.source
    fact = replace(value.fact, owner="", source=None, span=_NOWHERE)
    return replace(value, source=document_name(source.document) if source else "", fact=fact)


class _Maker:
    """Makes topics of indicators."""

    def __init__(self, project: Project, dataset: Dataset, languages: Mapping[str, PlainWords], pages: Pages) -> None:
        self._project = project
        self._dataset = dataset
        self._languages = languages
        self._pages = pages

    def topic(self, path: str, indicators: list[Indicator]) -> Topic:
        given = {period for indicator in indicators for period in indicator.facts}
        # The report's own series is declared from the latest back: of equal dates, the first declared is the last.
        declared = enumerate(self._project.periods.values())
        order = [period for _, period in sorted(declared, key=lambda one: (one[1].end, -one[0]))]
        name = path.rpartition("/")[2].rpartition(".")[0]
        periods = tuple(period.id for period in order if period.id in given)
        return Topic(name, periods, tuple(self._entry(indicator) for indicator in indicators))

    def _entry(self, indicator: Indicator) -> Entry:
        notes = (self._dataset.notes.get(id_) for id_ in notes_in(indicator.name))
        unit = self._dataset.units[indicator.unit]
        return Entry(
            indicator,
            in_all(self._languages, indicator.name),
            {id_: unit.column[id_] for id_ in self._languages},
            in_all(self._languages, indicator.definition),
            in_all(self._languages, indicator.boundary),
            in_all(self._languages, indicator.population),
            in_all(self._languages, indicator.method),
            formula_of(indicator.rule) if indicator.rule else "",
            tuple(in_all(self._languages, note) for note in notes if note is not None),
            {period: self._value(indicator, fact) for period, fact in indicator.facts.items()},
        )

    def _value(self, indicator: Indicator, fact: Fact) -> Value:
        return Value(
            fact,
            cell_text(fact, self._project.source),
            in_all(self._languages, self._dataset.notes.get(fact.note)),
            source_text(fact.source),
            self._change(indicator, fact),
            self._pages.get((fact.indicator, fact.period), {}),
        )

    def _change(self, indicator: Indicator, fact: Fact) -> Decimal | None:
        locale = self._project.source
        subject = Subject(indicator, fact.period, self._dataset, self._project.periods, locale)
        try:
            new, old = number_of(fact, "change"), number_of(earlier_fact(subject, "change"), "change")
        except FormError:
            return None
        if indicator.unit == PERCENT:
            return round_half_up(new - old, 2)
        return round_half_up((new - old) / abs(old) * 100, CHANGE_DECIMALS) if old else None
