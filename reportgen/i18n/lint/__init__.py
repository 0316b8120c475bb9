"""What is wrong with a translation, seen without the report. Each check is a function in one tuple."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportgen.i18n.lint.kept import kept_references
from reportgen.i18n.lint.markup import sound_markup
from reportgen.i18n.lint.numbers import equal_numbers
from reportgen.i18n.lint.pair import Fault, Pair
from reportgen.i18n.lint.punctuation import punctuation
from reportgen.i18n.lint.scripts import right_script
from reportgen.i18n.lint.terms import agreed_terms
from reportgen.i18n.lint.wording import clean_ends, doubled_words, fitting_length, translated

Check = Callable[[Pair], Iterator[Fault]]

BEYOND_BUILD: tuple[Check, ...] = (
    equal_numbers,
    sound_markup,
    right_script,
    translated,
    agreed_terms,
    punctuation,
    doubled_words,
    fitting_length,
    clean_ends,
)
"""What building does not look at."""

CHECKS: tuple[Check, ...] = (kept_references, *BEYOND_BUILD)
"""All that is asked of a translation."""
