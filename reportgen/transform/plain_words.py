"""Words of the data in a language, without markup: for cells and terminals, which have none."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from reportgen.diagnostics import Diagnostics
from reportgen.i18n.translate import Translate
from reportgen.model.dataset import Dataset
from reportgen.model.inline import NoteRef, Ref, Text
from reportgen.model.locale import Locale
from reportgen.model.plain import plain
from reportgen.model.project import Project
from reportgen.model.walk import rewrite, walk
from reportgen.model.words import Words
from reportgen.read.inlines import read_inlines
from reportgen.transform.bind import DEFAULT_PERIOD, written
from reportgen.transform.forms import print_form
from reportgen.transform.subject import FormError, Subject

DOMAIN = "kpis"


class PlainWords(Struct, frozen=True):
    """Words of the KPI files and of the report in one language."""

    project: Project
    dataset: Dataset
    locale: Locale
    translate: Translate

    def text(self, words: Words | None, domain: str = DOMAIN) -> str:
        """Return words translated, references as they print, note marks left out."""
        if words is None:
            return ""
        inlines = read_inlines(self.translate(domain, words), Diagnostics())
        return plain(rewrite(inlines, self._printed, Ref)).strip()

    def _printed(self, ref: Ref) -> Text:
        return Text(self._reference(ref))

    def _reference(self, ref: Ref) -> str:
        periods, indicator = self.project.periods, self.dataset.indicators.get(ref.id)
        if ref.id in periods:
            return periods[ref.id].label
        period = ref.period or DEFAULT_PERIOD
        if indicator is None or period not in periods:
            return written(ref)
        try:
            return print_form(ref.form, Subject(indicator, period, self.dataset, periods, self.locale)).text
        except FormError:
            return written(ref)


def in_all(languages: Mapping[str, PlainWords], words: Words | None, domain: str = DOMAIN) -> dict[str, str]:
    """Return words by locale id; nothing where there are none."""
    return {} if words is None else {id_: language.text(words, domain) for id_, language in languages.items()}


def notes_in(words: Words) -> tuple[str, ...]:
    """Return the ids of the notes that words mark."""
    return tuple(mark.name for mark in walk(read_inlines(words, Diagnostics()), NoteRef))
