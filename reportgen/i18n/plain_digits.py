"""Digits that are no reported numbers: parts of names, numbering, addresses and dates, by rule, in every language.

A rule is a pattern of what stands around the digits. What a rule finds is blanked, character for character, so that
places in the text stay. `docs/writing.md` lists the rules for those who write.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

BLANK = "\0"

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_YEAR = r"(?<![\d.,])(?:19|20)\d\d(?![\d%％]|[.,]\d)"
_ORDINAL = r"(?:st|nd|rd|th)"
_COUNTED = "家个名项次人位吨台座间份倍%％万亿千百"
_MEASURED = r"RMB|USD|HKD|CNY|EUR|GBP|JPY|US|HK|PUE|WUE|CUE|CAGR"
"""What stands before an amount or a measured value without a space, and makes no name with it."""
_STANDARDS = (
    r"ISO(?:/IEC|/TS|/TR)?|IEC|GB(?:/[TZ])?|YD(?:/T)?|JR(?:/T)?|HJ|DB|IEEE|ASTM|EN|BS|DIN|ANSI|NIST(?:\s+SP)?|SA|AA"
    r"|OHSAS|ISAE|ISRS|HKSAE|IFRS|IAS|HKFRS|HKAS|GRI|TIA|UL|ITU|RFC|SSAE|SOC|PCI\s+DSS|CMMI|CQC|ITSS|Cap\."
)
_NUMBERED = (
    r"[Ss]ections?|[Cc]hapters?|[Aa]ppendix|[Aa]ppendices|[Aa]nnex(?:es)?|[Rr]ules?|[Aa]rticles?|[Cc]lauses?"
    r"|[Pp]aragraphs?|[Tt]ables?|[Ff]igures?|[Nn]otes?|[Pp]ages?|Parts?|Principles?|Schedules?|Levels?|Tiers?|Phases?"
    r"|Stages?|[Vv]ersions?|Volumes?|Scopes?|Categor(?:y|ies)|Goals?|SDGs?|Steps?|Class|Grades?|Items?|Forms?|Nos?\."
)
_NUMBER = r"[A-Z]?\d+(?:\.\d+)*[A-Z]?(?:-[A-Z]\b)?"
_NEXT = r"[A-Z]?\d{1,2}(?:\.\d+)*[A-Z]?(?![\d%％]|[.,]\d)"
_NUMBERED_HAN = (
    r"附录|附件|附表|表(?<![代发列].)|图(?<![企意力].)|注(?<!关.)"
    r"|范围|范畴|类别|可持续发展目标|原则|阶段|步骤|规则|等级"
)

_MARKUP = (
    r"\{[^{}]*\}",  # references
    r"\[\^[^\]\s]*\]",  # marks of notes
    r"\]\([^)]*\)",  # targets of links
    r"<[^>]*>",  # addresses, line breaks
    r"%\([a-z_]+\)s",  # places of a template's words
)
_TITLES = (
    r"\*(?<!\*\*)(?![*\s])[^*]+\*(?!\*)",  # *emphasis*
    r"《(?:[^《》]|《[^》]*》)*》",
    r"“[^”]*”|「[^」]*」",  # names, and other people's words
)
_ADDRESSES = (r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+",)
_WORDS = (
    rf"(?:{_STANDARDS})[\s-]?\d[\d.]*\d?(?:[-–:]\d{{1,4}})?"
    rf"(?:\s*(?:,|、|/|and|&|和|及|与)\s*\d{{4,5}}(?:[-–:]\d{{4}})?(?![\d,]|\.\d))*",
    rf"(?<!\d)(?!(?:{_MEASURED})-?\d)(?:[A-Za-z]+|[A-Z][A-Za-z/]*-)\d[A-Za-z0-9]*(?:[-–./:]\d[A-Za-z0-9]*)*",
    rf"(?:{_NUMBERED})\s+{_NUMBER}(?:\s*(?:,|–|-|/|\bto\b|\band\b|\bor\b|&)\s*{_NEXT})*",
    r"(?:[Pp]ost(?:al)?\s?[Cc]ode|[Pp]ostcode|(?:ZIP|[Zz]ip)(?:\s[Cc]ode)?)\s?[:：]?\s?\d{4,6}(?!\d)",
)
"""What begins with a Latin letter, and not within a word."""
_EXTENSION = (
    rf"(?:,?\s?(?:[Ee]xt(?:ension\b|\.)?|转|转接|分机)\s?[:：]?\s?\d{{1,6}}(?!\d)"
    rf"|[ -]\d{{3,5}}(?!\d|[.,]\d|\s*[a-z{_COUNTED}]))?"
)
_NUMBERS = (
    r"(?<![\d.,])(?:[2-6]G|[234]D|[24]U)(?![A-Za-z])",
    r"(?<![\d.,])(?:24\s?[/×]\s?7|7\s?×\s?24)(?![\d%％]|[.,]\d)",  # around the clock
    r"(?<![\d.])\d+(?:\.\d+)+\s?版",
    r"(?<!\d)\d\.0(?![\d%％]|[.,]\d|\s*[a-z" + _COUNTED + "])",  # 2.0
    r"(?<!\d)\d{4}\s+[Ee]dition\b|(?<!\d)\d{4}年版",
    rf"(?<![\d.,])\(?0?\d{{2,4}}\)?[ -]\d{{4}}[ -]?\d{{4}}(?!\d){_EXTENSION}",
    rf"(?<!\d)[48]00[ -]\d{{3,4}}[ -]\d{{3,4}}(?!\d){_EXTENSION}",
    rf"(?<!\d)\d+(?:/F|{_ORDINAL} [Ff]loor)\b",
    r"(?<!\d)\d+[A-Z]?,?(?: [A-Z][a-z]+){1,4} (?:Road|Street|Avenue|Lane|Drive|Boulevard|Square|Place)\b",
    r"(?<!\d)\d+号(?:[^，。；、\d]{0,12}\d+(?:层|楼|室|单元|号楼))*",
)
"""What begins with a digit, or with a bracket before digits."""
_SIGNS = (
    r"(?:NASDAQ|HKEX|SEHK|NYSE|SSE|SZSE|[Ss]tock [Cc]odes?|联交所|股份代号|股票代码|证券代码)\s*[:：]?\s*\d{3,6}(?!\d)",
    rf"第\s*{_NUMBER}\s*(?:条|章|节|款|项|部分|号|期|版|届|页|类|级|卷|批|阶段|步)",
    rf"(?:{_NUMBERED_HAN})\s*{_NUMBER}(?![\d,.]*\s*[{_COUNTED}])"
    rf"(?:\s*(?:、|/|-|–|及|和|与|或|至)\s*(?:范围|范畴|类别)?\s*{_NEXT}(?!\s*[{_COUNTED}]))*",
    r"[(（](?<!\w.)\d[)）]",
    rf"\+\d{{1,3}}[ -]\(?\d{{2,4}}\)?[ -]?\d{{3,4}}[ -]?\d{{3,4}}(?!\d){_EXTENSION}",
    rf"(?:Tel(?:ephone)?|Phone|Fax|Hotline|电话|热线|传真)\.?\s*[:：]?\s*\+?\d[\d() -]{{4,}}\d{_EXTENSION}",
    r"(?:Floor|Room|Suite|Unit|Building|Block|Tower|P\.?O\.? Box)\s+\d+[A-Z]?(?!\d)",
    r"[ \u00a0](?<=[a-z][ \u00a0])\d{6}(?!\d)(?=\s*(?:[,.;]|$))|(?:邮编|邮政编码)\s*[:：]?\s*\d{6}",
)
_DATES = (
    rf"(?<!\d)\d{{1,2}}{_ORDINAL}?\s+(?:of\s+)?{_MONTH}\b(?:,?\s+\d{{4}})?",
    rf"\b{_MONTH}\.?\s+\d{{1,2}}{_ORDINAL}?(?!\d)(?:\s*(?:–|-|to|and)\s*\d{{1,2}}(?!\d))?(?:,?\s+\d{{4}})?",
    rf"\b{_MONTH},?\s+\d{{4}}(?!\d)",
    r"(?<!\d)\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\d)",
    r"(?<!\d)\d{4}\s*年(?:度|代|初|末|底)?(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?",
    r"[〇零一二三四五六七八九]{4}年",
    r"(?<!\d)\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?(?!\d)|(?<![\d.])\d{1,2}\s*日(?!\d)",
    r"(?<!\d)\d{1,2}:\d{2}(?!\d)(?:\s*[ap]\.?m\b\.?)?",
    rf"{_YEAR}\s*[-–/至]\s*(?:19|20)?\d\d(?!\d)年?",
    rf"(?:\b(?:[Ii]n|[Bb]y|[Ss]ince|[Ff]rom|[Uu]ntil|[Tt]o|[Oo]f|[Dd]uring|[Bb]efore|[Aa]fter|[Tt]hrough|[Yy]ears?"
    rf"|[Ff]or|[Bb]etween|and|[Tt]he|FY)[\s-]+|[a-z]-){_YEAR}",
    rf"{_YEAR}s?(?!\s+[a-z])(?!\s*[{_COUNTED}])",
)

_names = re.compile(
    "|".join(
        (
            *(*_MARKUP, *_TITLES, *_ADDRESSES),
            rf"(?=[A-Za-z])(?<![A-Za-z])(?:{'|'.join(_WORDS)})",
            rf"(?=[\d(])(?:{'|'.join(_NUMBERS)})",
            *_SIGNS,
        )
    )
)
"""At most places no rule but those of words or of digits can begin: they are asked at once, not each by itself."""
_DATED = re.compile(r"[\d年]")
_BEGINS = re.compile(r"(?<![A-Za-z0-9])(?<!\d[.,])")
_ENDS = re.compile(r"(?![A-Za-z0-9]|[.,]\d)")
_dates = [re.compile(pattern) for pattern in _DATES]


def without_names(text: str, plain: Iterable[str]) -> str:
    """Return a text with markup, names, numbering, addresses and the phrases ``plain`` blanked."""
    lowered = text.lower()
    for phrase in plain:
        first, *others = _lowered(phrase)
        if first in lowered and all(word in lowered for word in others):  # to make a pattern takes longer
            text = _without(phrase, text)
    return _names.sub(_blank, text)


def without_dates(text: str) -> str:
    """Return a text with dates, years and times of day blanked."""
    for pattern in _dates if _DATED.search(text) else ():
        text = pattern.sub(_blank, text)
    return text


@cache
def _lowered(phrase: str) -> list[str]:
    """Return the words of a phrase in lower case."""
    return phrase.lower().split() or [""]


def _without(phrase: str, text: str) -> str:
    """Return a text with a phrase blanked where it stands alone: ``30`` does not in 130, 30,000 or 30.5."""
    pattern = re.compile(r"\s+".join(map(re.escape, phrase.split())), re.IGNORECASE)
    blanked, at = text, 0
    while (found := pattern.search(text, at)) and found.group():
        start, end = found.span()
        alone = _BEGINS.match(text, start) and _ENDS.match(text, end)
        if alone:
            blanked = f"{blanked[:start]}{BLANK * (end - start)}{blanked[end:]}"
        at = end if alone else start + 1
    return blanked


def _blank(match: re.Match[str]) -> str:
    return BLANK * len(match.group())
