"""Explanations that explain nothing, in the language that is built."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reportgen.diagnostics import Code, Diagnostic
from reportgen.i18n.boilerplate import explains_nothing
from reportgen.i18n.draft import unmark
from reportgen.model.index import IndexRow
from reportgen.model.words import Words

Translate = Callable[[str, Words], Words]


def empty_explanations(rows: Iterable[IndexRow], translate: Translate) -> Iterator[Diagnostic]:
    """Yield EMPTY_EXPLANATION, an error, for each explanation without a reason, where it stands in this language."""
    for row in rows:
        if row.explanation is None:
            continue
        words = unmark(translate("indices", row.explanation.words))
        if explains_nothing(words.text):
            yield Diagnostic(
                Code.EMPTY_EXPLANATION,
                f"the explanation of `{row.provision.code}` gives no reason: “{words.text.strip()}”",
                words.span,
                "say in a sentence why it does not apply, or why it is not disclosed and when it will be",
            )
