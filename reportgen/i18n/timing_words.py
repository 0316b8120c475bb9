"""When a value holds, in each language: in 2023, as of December 31, 2023, by the end of 2023, annually."""

from __future__ import annotations

from reportgen.i18n.cldr import long_date
from reportgen.model.dataset import Timing
from reportgen.model.locale import Locale
from reportgen.model.project import Period

_WORDS = {
    "en": {
        Timing.YEAR: "in {label}",
        Timing.AS_OF: "as of {day}",
        Timing.BY_END: "by the end of {label}",
        Timing.ANNUALLY: "annually",
    },
    "zh_Hans": {
        Timing.YEAR: "{label}年",
        Timing.AS_OF: "截至{day}",
        Timing.BY_END: "截至{label}年末",
        Timing.ANNUALLY: "每年",
    },
    "zh_Hant": {
        Timing.YEAR: "{label}年",
        Timing.AS_OF: "截至{day}",
        Timing.BY_END: "截至{label}年底",
        Timing.ANNUALLY: "每年",
    },
}


def timing_words(timing: Timing, period: Period, locale: Locale) -> str:
    """Return when a value of a period holds, as it stands in a sentence."""
    return _WORDS[locale.id][timing].format(label=period.label, day=long_date(period.end, locale))
