"""A translation with tokens, as a translator returns it -> the text for the catalogue, and what is wrong with it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from unicodedata import east_asian_width

from msgspec import Struct

from reportgen.diagnostics import Code
from reportgen.i18n.references import added
from reportgen.i18n.tokens import Kind, Piece, Placed, Token, counted, marked_up, tokens
from reportgen.model.exchange import BEGIN, END

_TOKEN = re.compile(rf"{BEGIN}\s*([/／]?)\s*([0-9０-９]{{1,4}})\s*{END}")
_BLANKS = " \t\n\u200b\u3000\ufeff"
_BREAK = re.compile(r"[ \t]*\n[ \t\n\u3000]*")
_LONE_BRACE = re.compile(r"\{\{|\}\}|\{[^{}]+\}|(?P<lone>[{}])")
_BRACKETS = "[]［］【】〔〕〖〗「」()（）<>＜＞《》{}"
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_ONCE = frozenset({Kind.NOTE, Kind.LINK})
"""What prints a mark or a title of its own, which a repetition would print twice."""


class Fault(Struct, frozen=True):
    """Why a translation cannot be taken, and what to do."""

    code: Code
    message: str
    hint: str


def cleaned(text: str, source: str) -> str:
    """Return a translation without what Excel and CAT tools leave: blanks around it, line ends that its source lacks.

    No-break spaces stay. A line end between wide characters vanishes, any other becomes a space.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").strip(_BLANKS)
    return plain if "\n" in source else _BREAK.sub(_fold, plain)


def restored(text: str, source: str) -> tuple[str, tuple[Fault, ...]]:
    """Return the text for the catalogue of a cleaned translation with tokens, and what is wrong with it."""
    known = tokens(source)
    pieces = tuple(_pieces(text, {one.number: one for one in known}))
    made = marked_up(piece for piece in pieces if not isinstance(piece, Fault))
    faults = [piece for piece in pieces if isinstance(piece, Fault)]
    faults += _unmatched(pieces)
    if not faults:
        faults += [*_lost(text, made, known), *_repeated(made, known), *_unknown(made, source), *_braces(made, source)]
    return made, tuple(faults)


def _fold(match: re.Match[str]) -> str:
    around = match.string[match.start() - 1] + match.string[match.end()]
    return "" if all(east_asian_width(character) in "WF" for character in around) else " "


def _pieces(text: str, known: dict[int, Token]) -> Iterator[Piece | Fault]:
    at = 0
    for match in _TOKEN.finditer(text):
        yield from _plain(text[at : match.start()])
        at = match.end()
        one = known.get(int(match[2].translate(_DIGITS)))
        close = bool(match[1])
        if one is None or (close and one.kind is not Kind.LINK):
            yield Fault(Code.WRONG_TOKEN, f"the source has no token `{match.group()}`", _advice(known))
        else:
            yield Placed(one, close)
    yield from _plain(text[at:])


def _plain(text: str) -> Iterator[str | Fault]:
    yield text
    for sign in (BEGIN, END):
        if sign in text:
            hint = "copy tokens as they stand in the source, such as `⟦1⟧`"
            yield Fault(Code.WRONG_TOKEN, f"`{sign}` is part of no token", hint)


def _advice(known: dict[int, Token]) -> str:
    if not known:
        return "take it out: this source has no tokens"
    return f"the source's tokens are {', '.join(f'`{one.text}`' for one in known.values())}"


def _unmatched(pieces: Sequence[Piece | Fault]) -> list[Fault]:
    """Return the links whose two tokens do not enclose words, one inside the other."""
    opened: list[Token] = []
    wrong: dict[int, Fault] = {}
    for piece in pieces:
        if not isinstance(piece, Placed) or piece.token.kind is not Kind.LINK:
            continue
        if not piece.close:
            opened.append(piece.token)
        elif opened and opened[-1] is piece.token:
            opened.pop()
        else:
            wrong[piece.token.number] = _unclosed(piece.token)
    wrong.update({one.number: _unclosed(one) for one in opened})
    return [wrong[number] for number in sorted(wrong)]


def _unclosed(one: Token) -> Fault:
    both = f"`{one.text}` and `{Placed(one, close=True).text}`"
    hint = "put the first before the words of the link and the second after them"
    return Fault(Code.WRONG_TOKEN, f"{both} do not enclose the words of a link", hint)


def _grouped(known: Sequence[Token]) -> dict[tuple[Kind, str], list[Token]]:
    """Return the tokens that stand for the same: which of them a translation has is all one."""
    groups: dict[tuple[Kind, str], list[Token]] = defaultdict(list)
    for one in known:
        groups[one.kind, one.markup].append(one)
    return groups


def _lost(text: str, made: str, known: Sequence[Token]) -> Iterator[Fault]:
    found = counted(made)
    for key, group in _grouped(known).items():
        missing = [one for one in group if one.text not in text] or group[-1:]
        for one in missing[: max(len(group) - found.get(key, 0), 0)]:
            message = f"the token `{one.text}` is missing, which stands for `{one.markup}`"
            yield Fault(Code.WRONG_TOKEN, message, _where(text, one))


def _where(text: str, one: Token) -> str:
    """Say where a token may have been meant: its number stands in other brackets there."""
    brackets = re.escape(_BRACKETS)
    digits = f"{one.number}|{str(one.number).translate({48 + at: 0xFF10 + at for at in range(10)})}"
    match = re.search(rf"[{brackets}]\s*(?:{digits})\s*[{brackets}]", text)
    if match:
        return f"write `{one.text}` in place of `{match.group()}`; tokens can be copied from the source"
    return "put it where it belongs in the translation; tokens can be copied from the source"


def _repeated(made: str, known: Sequence[Token]) -> Iterator[Fault]:
    found = counted(made)
    for (kind, markup), group in _grouped(known).items():
        often = found.get((kind, markup), 0)
        if kind in _ONCE and often > len(group):
            message = f"the token `{group[0].text}` stands {often} times, which stands for `{markup}`"
            times = "once" if len(group) == 1 else f"{len(group)} times"
            yield Fault(Code.WRONG_TOKEN, message, f"the source has it {times}: take the others out")


def _unknown(made: str, source: str) -> Iterator[Fault]:
    for reference in added(source, made):
        yield Fault(
            Code.REFERENCE_LOST,
            f"the translation has `{reference}`, which its source has not",
            "take it out, or write the token that is meant",
        )


def _braces(made: str, source: str) -> Iterator[Fault]:
    if _lone_braces(made) > _lone_braces(source):
        hint = "take it out; one that is to be printed is written twice"
        yield Fault(Code.BROKEN_REFERENCE, "the translation has a brace that stands alone", hint)


def _lone_braces(text: str) -> int:
    return sum(bool(match["lone"]) for match in _LONE_BRACE.finditer(text))
