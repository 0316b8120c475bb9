"""The words around numbers in each language, by locale id: qualifiers, reasons, ranges. CLDR has none of these."""

from __future__ import annotations

from msgspec import Struct

from reportgen.model.dataset import Qualifier, Reason

MINUS = "\N{MINUS SIGN}"
PLUS = "+"
EN_DASH = "\N{EN DASH}"


class NumberWording(Struct, frozen=True):
    """A language's numbers.

    In patterns ``{}`` stands for a number with its unit. ``percent_range`` tells whether each end of a range carries
    its per cent sign.
    """

    qualifiers: dict[Qualifier, str]
    absent: dict[Reason, str]
    absent_in_prose: dict[Reason, str]
    range: str
    percent_range: bool


NUMBER_WORDING = {
    "en": NumberWording(
        qualifiers={
            Qualifier.NEARLY: "nearly {}",
            Qualifier.OVER: "over {}",
            Qualifier.AT_LEAST: "at least {}",
            Qualifier.ABOUT: "about {}",
            Qualifier.UP_TO: "up to {}",
            Qualifier.AT_MOST: "not higher than {}",
        },
        absent={Reason.NOT_AVAILABLE: EN_DASH, Reason.NOT_APPLICABLE: "n/a", Reason.NIL: "0"},
        absent_in_prose={Reason.NOT_AVAILABLE: "not available", Reason.NOT_APPLICABLE: "n/a", Reason.NIL: "zero"},
        range=EN_DASH,
        percent_range=False,
    ),
    "zh_Hans": NumberWording(
        qualifiers={
            Qualifier.NEARLY: "近{}",
            Qualifier.OVER: "超过{}",
            Qualifier.AT_LEAST: "至少{}",
            Qualifier.ABOUT: "约{}",
            Qualifier.UP_TO: "最多{}",
            Qualifier.AT_MOST: "不高于{}",
        },
        absent={Reason.NOT_AVAILABLE: EN_DASH, Reason.NOT_APPLICABLE: "不适用", Reason.NIL: "0"},
        absent_in_prose={Reason.NOT_AVAILABLE: "暂无数据", Reason.NOT_APPLICABLE: "不适用", Reason.NIL: "零"},
        range="至",
        percent_range=True,
    ),
    "zh_Hant": NumberWording(
        qualifiers={
            Qualifier.NEARLY: "近{}",
            Qualifier.OVER: "超過{}",
            Qualifier.AT_LEAST: "至少{}",
            Qualifier.ABOUT: "約{}",
            Qualifier.UP_TO: "最多{}",
            Qualifier.AT_MOST: "不高於{}",
        },
        absent={Reason.NOT_AVAILABLE: EN_DASH, Reason.NOT_APPLICABLE: "不適用", Reason.NIL: "0"},
        absent_in_prose={Reason.NOT_AVAILABLE: "暫無數據", Reason.NOT_APPLICABLE: "不適用", Reason.NIL: "零"},
        range="至",
        percent_range=True,
    ),
}
