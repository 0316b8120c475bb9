"""How much a translator has to translate: words of Latin script, characters of Chinese."""

from __future__ import annotations

import re

from reportgen.i18n.message import spoken

_WORD = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]|[^\W_\u3400-\u9fff\uf900-\ufaff]+(?:[’'.,-][^\W_]+)*")


def count_words(text: str) -> int:
    """Return the words of a message, each Chinese character one; references and addresses are none."""
    return len(_WORD.findall(spoken(text)))
