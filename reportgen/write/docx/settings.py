"""The settings part: compatibility with today's Word, East Asian line breaking, the footnotes' rules."""

from __future__ import annotations

from reportgen.model.locale import Locale, Script
from reportgen.write.docx.notes import SEPARATORS
from reportgen.write.docx.xml import Node, w

_NOT_AT_END = "$(£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥"
_NOT_AT_START = "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
"""What CLREQ 3.1.2 forbids at a line's end and start, as Word lists it."""

_MAPPING = {
    "bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    "hyperlink": "hyperlink", "followedHyperlink": "followedHyperlink",
}  # fmt: skip
"""Which colours of the theme part text and ground are."""

_COMPATIBLE = "http://schemas.microsoft.com/office/word"
_MODE = 15
"""Word 2013 and later."""


def settings_part(locale: Locale) -> Node:
    """Return the part's root. Fields are not asked to be updated: they are filled in, and Word would ask the reader."""
    language = locale.word if locale.script is Script.HAN else "zh-CN"
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=720),
        w("evenAndOddHeaders"),
        w("characterSpacingControl", val="compressPunctuation"),
        w("noLineBreaksAfter", lang=language, val=_NOT_AT_END),
        w("noLineBreaksBefore", lang=language, val=_NOT_AT_START),
        w("footnotePr", *(w("footnote", id=number) for number in SEPARATORS)),
        w("compat", *_behaviour(locale), *_compatibility()),
        w("themeFontLang", val=locale.word if locale.script is Script.LATIN else "en-US", eastAsia=language),
        w("clrSchemeMapping", **_MAPPING),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def _behaviour(locale: Locale) -> list[Node]:
    """Return what Chinese text asks of Word: lines that are ended by hand are not driven apart."""
    return [w("doNotExpandShiftReturn"), w("useFELayout")] if locale.script is Script.HAN else []


def _compatibility() -> list[Node]:
    values = {
        "compatibilityMode": _MODE,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    return [w("compatSetting", name=name, uri=_COMPATIBLE, val=value) for name, value in values.items()]
