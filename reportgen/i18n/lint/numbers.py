"""Numbers that differ between a message and its translation, by value: 10,000 is 1万, and 三 is three."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from reportgen.diagnostics import Code
from reportgen.i18n.lint.number_values import Number, numbers_in
from reportgen.i18n.lint.pair import Fault, Pair


def equal_numbers(pair: Pair) -> Iterator[Fault]:
    """Yield NUMBER_DIFFERS for digits of one side that the other has in no form."""
    if not any(map(str.isdecimal, pair.bare_source)) and not any(map(str.isdecimal, pair.bare)):
        return
    source, translation = tuple(numbers_in(pair.bare_source)), tuple(numbers_in(pair.bare))
    if not any(number.exact for number in (*source, *translation)) or _regrouped(source, translation):
        return
    missing, extra = tuple(_unmatched(source, translation)), tuple(_unmatched(translation, source))
    for number, other in zip(missing, extra, strict=False):
        message = f"the source says `{_shown(number)}`, the translation `{_shown(other)}`"
        yield Fault(Code.NUMBER_DIFFERS, message, "correct the number", other.start, len(other.text))
    for number in missing[len(extra) :]:
        message = f"the translation lacks the number `{_shown(number)}`"
        yield Fault(Code.NUMBER_DIFFERS, message, "put it in, in digits or in words")
    for number in extra[len(missing) :]:
        message = f"the translation says `{_shown(number)}`, which the source does not"
        yield Fault(Code.NUMBER_DIFFERS, message, "correct the number, or take it out", number.start, len(number.text))


def _unmatched(numbers: Iterable[Number], others: Iterable[Number]) -> Iterator[Number]:
    """Yield the exact numbers that the other side has in no form. To say one again is the translator's right."""
    known = {(other.value, other.percent, other.exact) for other in others}
    for number in numbers:
        if number.exact and not any(form in known for form in _forms(number)):
            yield number


def _forms(number: Number) -> Iterator[tuple[object, bool, bool]]:
    """Yield how the other side may say a number: as exactly, in words; a half for fifty per cent."""
    yield number.value, number.percent, True
    yield number.value, number.percent, False
    if number.percent:
        yield number.value, False, False


def _regrouped(source: tuple[Number, ...], translation: tuple[Number, ...]) -> bool:
    """Whether both sides have the same digits in a row: a telephone number may be parted in another way."""
    return _are_plain(source) and _are_plain(translation) and _digits(source) == _digits(translation)


def _are_plain(numbers: Iterable[Number]) -> bool:
    return all(
        not number.percent and number.value == Decimal(number.text.replace(",", "")) for number in _exact(numbers)
    )


def _digits(numbers: Iterable[Number]) -> str:
    return "".join(number.text.replace(",", "") for number in _exact(numbers))


def _exact(numbers: Iterable[Number]) -> Iterator[Number]:
    return (number for number in numbers if number.exact)


def _shown(number: Number) -> str:
    return f"{number.text}%" if number.percent and not number.text.startswith("百") else number.text
