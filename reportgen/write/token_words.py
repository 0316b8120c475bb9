"""What a token shows, in a few words for a translator, in English and Chinese."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.i18n.sent import Sent
from reportgen.i18n.tokens import Kind, Placed, Token

_KINDS = {
    Kind.REFERENCE: "a number or name / 数值或名称",
    Kind.NOTE: "the mark of a note / 附注标记",
    Kind.TITLE: "the title of a section / 章节标题",
    Kind.SIGN: "the character / 字符",
}


def token_lines(one: Sent) -> Iterator[str]:
    """Yield a line for each token of a message, such as ``⟦1⟧ = 5,678.90 tCO₂e``."""
    for made in one.tokens:
        end = f"…{Placed(made, close=True).text}" if made.kind is Kind.LINK else ""
        yield f"{made.text}{end} = {_shown(made, one.examples)}"


def _shown(made: Token, examples: dict[str, str]) -> str:
    match made.kind:
        case Kind.LINK:
            return f"a link / 链接: {made.markup[2:-1]}"
        case Kind.TITLE if made.markup.endswith('"page")'):
            return "the page of a section / 章节页码"
        case Kind.ADDRESS:
            return made.markup[1:-1]
        case Kind.PLACE:
            return f"filled in / 自动填入: {made.markup[2:-2]}"
        case Kind.SIGN:
            return f"{_KINDS[made.kind]} {made.markup}"
    return examples.get(made.markup) or _KINDS[made.kind]
