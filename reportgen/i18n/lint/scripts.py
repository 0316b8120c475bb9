"""Characters of the wrong script: Traditional in Simplified text, Simplified in Traditional, Chinese in English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from reportgen.diagnostics import Code
from reportgen.i18n.lint.pair import Fault, Pair

_TABLE = Path(__file__).with_name("scripts.txt")
_HAN_RUN = re.compile("[\u3400-\u9fff\uf900-\ufaff]+")
_QUOTED = re.compile(r"《[^》]*》|[（(][^）)]*[）)]|“[^”]*”|「[^」]*」|\*[^*]+\*")


def right_script(pair: Pair) -> Iterator[Fault]:
    """Yield WRONG_SCRIPT for each run of such characters. Names in brackets and quotation marks pass in English."""
    if pair.into_han:
        yield from _of_chinese(pair)
        return
    text = _QUOTED.sub(lambda match: " " * len(match.group()), pair.bare)
    for match in _HAN_RUN.finditer(text):
        message = f"Chinese characters are left in the translation: `{match.group()}`"
        yield Fault(Code.WRONG_SCRIPT, message, "translate them", match.start(), len(match.group()))


def _of_chinese(pair: Pair) -> Iterator[Fault]:
    traditional, simplified = _tables()
    wrong = traditional if pair.locale.han == "hans" else simplified
    kind, other = ("Traditional", "Simplified") if pair.locale.han == "hans" else ("Simplified", "Traditional")
    found = [at for at, character in enumerate(pair.bare) if character in wrong and character not in pair.source]
    for at in found:
        character = pair.bare[at]
        message = f"the {kind} character `{character}` in a {other} text"
        yield Fault(Code.WRONG_SCRIPT, message, f"write `{wrong[character]}`", at)


@cache
def _tables() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the characters that only Traditional, and those that only Simplified text has, with the other form."""
    lines = _TABLE.read_text(encoding="utf-8").split("\n")
    border = lines.index("---")
    halves = (lines[:border], lines[border + 1 :])
    traditional, simplified = (
        {pair[0]: pair[1] for line in half if not line.startswith("#") for pair in line.split()} for half in halves
    )
    return traditional, simplified
