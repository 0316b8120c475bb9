"""Explanations that explain nothing: "N/A", "not material" and their like, in every language."""

from __future__ import annotations

import re

_EDGES = re.compile(r"^[\s.,;:!?*_–—\-。，；：！？（）()“”\"]+|[\s.,;:!?*_–—\-。，；：！？（）()“”\"]+$")
_SUBJECT = r"(?:\s+(?:to|for)\s+(?:us|(?:the\s+)?(?:company|group|issuer)))?"
_NOTHING = re.compile(
    rf"(?:n\s*/\s*a|na|nil|none|no|tbc|tbd|to be (?:confirmed|determined|disclosed)|(?:this (?:kpi|provision) is )?"
    rf"(?:not|in)\s*-?(?:applicable|relevant|material|available|disclosed|reported|significant){_SUBJECT}|immaterial"
    rf"{_SUBJECT}|no (?:data|information|disclosure|explanation)(?: (?:is )?available)?|see above|same as above)"
    r"|(?:对?(?:本)?(?:公司|集团|集團|發行人|发行人)?(?:并|並)?(?:不适用|不適用|不重大|不重要|不相关|不相關|未披露|没有披露|沒有披露"
    r"|暂无|暫無|暂无数据|暫無數據|无|無|没有|沒有|待定|待确认|待確認|不披露)(?:于本(?:公司|集团)|於本(?:公司|集團))?)",
    re.IGNORECASE,
)


def explains_nothing(text: str) -> bool:
    """Whether an explanation is empty, or says that something is so without saying why."""
    bare = _EDGES.sub("", text)
    return not bare or _NOTHING.fullmatch(bare) is not None
