"""Running heads and feet, painted when all pages are laid out, and first in each content stream.

Readers join a page's last word with what is painted after it: hence first.
"""

from __future__ import annotations

from reportgen.write.pdf.content import END, Item, Mark, Text
from reportgen.write.pdf.page import RUNNING_FOOT, RUNNING_HEAD, Page
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.stack import Head
from reportgen.write.pdf.text import baseline

_Part = tuple[str, str, bool]
"""Words, the name of their style, whether they are digits of one width."""


def running(press: Press, page: Page, head: Head, label: str, odd: bool) -> list[Item]:
    """Return a page's head and foot: at the right on odd pages, at the left on even ones."""
    measures, frame = press.theme.measures, page.frame
    title = (head.title, "running-title", False)
    parts = [(head.number, "running-number", True), title] if head.number else [title] if head.title else []
    above = _line(press, page, parts, head.family, odd, frame.head_top, measures["running-gap"])
    number, short = (label, "foot-number", True), (press.story.short_title, "foot-title", False)
    below = _line(
        press, page, [short, number] if odd else [number, short], head.family, odd, frame.foot_top, measures["foot-gap"]
    )
    return ([Mark(RUNNING_HEAD), *above, END] if above else []) + [Mark(RUNNING_FOOT), *below, END]


def _line(press: Press, page: Page, parts: list[_Part], family: str, odd: bool, top: float, gap: float) -> list[Item]:
    """Return a row of words, ``gap`` apart, at the page's outer edge."""
    frame = page.frame
    segments = []
    for words, name, tabular in parts:
        style = press.theme.styles[name]
        colour = press.colour(style.colour, family)
        set_words = press.typesetter.tabular if tabular else press.typesetter.plain
        segments.append((style, set_words(words, style, colour=colour, strong=False)))
    width = sum(segment.width for _, segment in segments) + gap * (len(segments) - 1)
    x = frame.left + frame.frame_width - width if odd else frame.left
    shown: list[Item] = []
    for style, segment in segments:
        y = page.ink.up(top + baseline(style.leading, style.size, press.theme.measures["baseline"]))
        shown.append(Text(x, y, segment.shows))
        x += segment.width + gap
    return shown
