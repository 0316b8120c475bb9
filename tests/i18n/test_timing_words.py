"""When a value holds, as each language says it."""

from __future__ import annotations

from datetime import date

import pytest

from reportgen.diagnostics import Span
from reportgen.i18n.timing_words import timing_words
from reportgen.model.dataset import Timing
from reportgen.model.locale import LOCALES
from reportgen.model.project import Period

YEAR = Period("current", "2023", date(2023, 1, 1), date(2023, 12, 31), Span("content/report.yaml"))


@pytest.mark.parametrize(
    ("timing", "english", "chinese", "traditional"),
    [
        (Timing.YEAR, "in 2023", "2023年", "2023年"),
        (Timing.AS_OF, "as of December 31, 2023", "截至2023年12月31日", "截至2023年12月31日"),
        (Timing.BY_END, "by the end of 2023", "截至2023年末", "截至2023年底"),
        (Timing.ANNUALLY, "annually", "每年", "每年"),
    ],
)
def test_when_a_value_holds(timing: Timing, english: str, chinese: str, traditional: str) -> None:
    said = [timing_words(timing, YEAR, LOCALES[locale]) for locale in ("en", "zh_Hans", "zh_Hant")]
    assert said == [english, chinese, traditional]
