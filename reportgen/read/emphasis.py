"""Emphasis beside Chinese.

CommonMark lets ``**`` close only where no punctuation stands inside it, or white space or punctuation outside; words
written without spaces have neither. Beside a wide character ``*`` may open or close whatever stands inside:
``共有**{patents}**项``, ``减少**10%**的``, ``**重点：**后文``, ``*《条例》*的``.
"""

from __future__ import annotations

from markdown_it.common.utils import isWhiteSpace
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned

from reportgen.read.source import is_wide


class InlineState(StateInline):
    """The state of reading a line of text, with a scan of delimiters that knows wide characters."""

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803 - markdown-it's names
        """Return whether the run of markers at ``start`` may open and close emphasis, and its length."""
        scanned = super().scanDelims(start, canSplitWord)
        end = start + scanned.length
        before = self.src[start - 1] if start else " "
        after = self.src[end] if end < self.posMax else " "
        if self.src[start] != "*" or not (is_wide(before) or is_wide(after)):
            return scanned
        return Scanned(not _is_space(after), not _is_space(before), scanned.length)


def _is_space(character: str) -> bool:
    return isWhiteSpace(ord(character))
