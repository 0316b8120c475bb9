"""Punctuation of the other script, doubled marks, blanks between Chinese characters, full stops that differ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.diagnostics import Code
from reportgen.i18n.lint.pair import Fault, Pair, style_fault

_H = "\u3400-\u9fff\uf900-\ufaff"
_FULL = {",": "，", ".": "。", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_HALF_WIDTH = re.compile(
    rf"(?<=[{_H}])[,;:?!()](?!\d*\0?$)|(?<=[{_H}])[,;:?!()]$|[,;?!()](?=[{_H}])|(?<=[{_H}])\.(?=[{_H}\s]|$)"
)
_STRAIGHT = re.compile(rf"(?<=[{_H}])[\"']|[\"'](?=[{_H}])")
_FULL_WIDTH = re.compile("[，。；：？！（）、【】]")
_DOUBLED = re.compile(r"([，。、；：？])\1|(?<!\.)([.,;:])\2(?!\2)")
_BLANK = re.compile(rf"(?<=[{_H}])[ \u3000]+(?=[{_H}])|  +")
_ENDS = re.compile(r"[”’」』）)》\"'\]*\s\0]+$")
_STOPS = ".。!！?？…"
_LEAST_WORDS = 4


def punctuation(pair: Pair) -> Iterator[Fault]:
    """Yield WRONG_PUNCTUATION for marks, STOP_DIFFERS for a text's end, DOUBLED for marks and blanks; all style."""
    yield from _of_chinese(pair) if pair.into_han else _of_latin(pair)
    for match in _DOUBLED.finditer(pair.bare):
        if match.group() not in pair.source:
            hint = f"write `{match.group()[0]}` once"
            yield style_fault(Code.DOUBLED, f"`{match.group()}` stands twice", hint, match.start(), 2)
    yield from _stop(pair)


def _of_chinese(pair: Pair) -> Iterator[Fault]:
    for match in _HALF_WIDTH.finditer(pair.bare):
        mark = match.group()
        message = f"half-width `{mark}` beside a Chinese character"
        yield style_fault(Code.WRONG_PUNCTUATION, message, f"write `{_FULL[mark]}`", match.start())
    for match in _STRAIGHT.finditer(pair.bare):
        message = f"a straight quotation mark `{match.group()}` beside a Chinese character"
        quotes = "`“` and `”`" if pair.locale.han == "hans" else "`「` and `」`"
        yield style_fault(Code.WRONG_PUNCTUATION, message, f"write {quotes}", match.start())
    for match in _BLANK.finditer(pair.bare):
        yield style_fault(Code.WRONG_PUNCTUATION, "a blank between Chinese characters", "take it out", match.start())


def _of_latin(pair: Pair) -> Iterator[Fault]:
    half = {full: mark for mark, full in _FULL.items()} | {"、": ",", "【": "[", "】": "]"}
    for match in _FULL_WIDTH.finditer(pair.bare):
        mark = match.group()
        yield style_fault(
            Code.WRONG_PUNCTUATION, f"full-width `{mark}` in an English text", f"write `{half[mark]}`", match.start()
        )
    for match in re.finditer("  +", pair.bare):
        if "  " not in pair.source:
            yield style_fault(Code.DOUBLED, "two blanks side by side", "take one out", match.start(), 2)


def _stop(pair: Pair) -> Iterator[Fault]:
    """Yield STOP_DIFFERS where a sentence ends with a stop in one language only; words that are no sentence may."""
    source, translation = (_ENDS.sub("", text) for text in (pair.bare_source, pair.bare))
    if not source or not translation or len(re.findall(r"\w+", source)) < _LEAST_WORDS:
        return
    ends, closes = source[-1] in _STOPS + ":：", translation[-1] in _STOPS + ":：;；"
    if ends and not closes:
        hint = "end it with a full stop"
        yield style_fault(
            Code.STOP_DIFFERS, "the source ends with a stop, the translation does not", hint, len(translation) - 1
        )
    elif translation[-1] in "。." and source[-1] not in _STOPS + ":：;；，,":
        hint = "take the full stop out"
        yield style_fault(
            Code.STOP_DIFFERS, "the translation ends with a stop, the source does not", hint, len(translation) - 1
        )
