"""Terms of the glossary: those that a translation must use, and those that it must not."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Code
from reportgen.i18n.glossary import Term, occurrences, said
from reportgen.i18n.lint.pair import Fault, Pair, style_fault


def agreed_terms(pair: Pair) -> Iterator[Fault]:
    """Yield FORBIDDEN_TERM and TERM_MISSING. Of terms within one another in the source the longest counts."""
    here, there = pair.language.id, pair.locale.id
    taken: list[tuple[int, int]] = []
    for term in pair.terms:
        places = [place for place in _places(term, here, pair.bare_source) if not _within(place, taken)]
        taken += places
        allowed = term.words.get(there, ())
        if places and allowed and not any(said(word, pair.bare, there) for word in allowed):
            named = " or ".join(f"`{word}`" for word in allowed)
            message = f"`{_first(term, here)}` is {named} in the glossary"
            yield style_fault(Code.TERM_MISSING, message, "use it, or add the word that you used to the glossary")
        yield from _forbidden(pair, term, there)


def _forbidden(pair: Pair, term: Term, locale: str) -> Iterator[Fault]:
    allowed = term.words.get(locale, ())
    for word in term.forbidden.get(locale, ()):
        for start, end in occurrences(word, pair.bare, locale):
            covered = any(
                begin <= start and end <= stop
                for good in allowed
                for begin, stop in occurrences(good, pair.bare, locale)
            )
            if not covered:
                hint = f"write `{allowed[0]}`" if allowed else "use another word"
                yield Fault(Code.FORBIDDEN_TERM, f"`{word}` is not to be used here", hint, start, end - start)


def _places(term: Term, locale: str, text: str) -> list[tuple[int, int]]:
    return [place for word in term.words.get(locale, ()) for place in occurrences(word, text, locale)]


def _within(place: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(begin <= place[0] and place[1] <= end for begin, end in taken)


def _first(term: Term, locale: str) -> str:
    return term.words[locale][0]
