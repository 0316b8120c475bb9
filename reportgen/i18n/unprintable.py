"""Characters that nothing can print, and most of which no file for translators can hold."""

from __future__ import annotations

import re

_REPLACED = "\ufffd"
"""What stands for a character that was lost: Unicode has it for a printable one."""
_CHARACTERS = f"\x00-\x08\x0b-\x1f\x7f\ue000-\uf8ff{_REPLACED}-\uffff\U000f0000-\U000f007e"
_UNPRINTABLE = re.compile(f"[{_CHARACTERS}]")

UNSEEN = re.compile(f"[{_CHARACTERS}\u200b\u2028\u2029]")
"""What a translator cannot see: what nothing can print, and blanks and line ends of no width."""


def unprintable(text: str) -> re.Match[str] | None:
    """Return the first character of a text that nothing can print, or ``None``."""
    return None if text.isprintable() and _REPLACED not in text else _UNPRINTABLE.search(text)
