"""What a translation must keep, as numbered tokens that a translator can move but not break; and back again.

``Up by {growth}, see [the tables](#tables)`` is sent as ``Up by ⟦1⟧, see ⟦2⟧the tables⟦/2⟧``. Emphasis and ``<br>``
stay as they are written: where they belong in a translation is the translator's to say, and none of them must be kept.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from msgspec import Struct

from reportgen.model.exchange import BEGIN, END, token

_MARKUP = re.compile(
    r"\{\{|\}\}|(?P<reference>\{[^{}]+\})|(?P<note>\[\^[^\]\s]+\])"
    r"|(?P<close>\]\([^\s)]+(?:\s+\"page\")?\))|(?P<open>\[)|(?P<other>\])"
    r"|(?P<address><(?:https?:|mailto:)[^>\s]+>)|(?P<place>%\([a-z_]+\)s)"
    rf"|(?P<sign>[{BEGIN}{END}])"
)


class Kind(Enum):
    """What a token stands for. A ``LINK`` encloses its words, a ``TITLE`` is a link that is given words when printed.

    A ``SIGN`` is a character that tokens are made with.
    """

    REFERENCE = "reference"
    NOTE = "note"
    PLACE = "place"
    ADDRESS = "address"
    LINK = "link"
    TITLE = "title"
    SIGN = "character"


class Token(Struct, frozen=True):
    """A token of a message: its number, and the markup that it stands for; of a link, that at its end."""

    number: int
    kind: Kind
    markup: str

    @property
    def text(self) -> str:
        """The token as it is written where it stands alone or begins."""
        return token(self.number)


class Placed(Struct, frozen=True):
    """A token where it stands in a text; ``close`` is the end of a link."""

    token: Token
    close: bool = False

    @property
    def text(self) -> str:
        """The token as it is written here."""
        return token(self.token.number, self.close)

    @property
    def markup(self) -> str:
        """What the token stands for here."""
        return "[" if self.token.kind is Kind.LINK and not self.close else self.token.markup


Piece = str | Placed


class _Mark(Struct):
    """A piece of markup where it begins in a text; of a link, ``end`` is where its end begins."""

    start: int
    kind: Kind
    markup: str
    end: int = -1


def tokens(source: str) -> tuple[Token, ...]:
    """Return the tokens of a message, numbered from 1 in its order."""
    return tuple(Token(number, mark.kind, mark.markup) for number, mark in enumerate(_marks(source), 1))


def tokenised(text: str, known: Sequence[Token]) -> tuple[Piece, ...]:
    """Return a text with tokens in place of markup; what is no token of the message stays as it is written.

    The text may be the message itself, a translation of it, or what it was before.
    """
    unused: dict[tuple[Kind, str], list[Token]] = defaultdict(list)
    for one in known:
        unused[one.kind, one.markup].append(one)
    places: dict[int, Placed] = {}
    for mark in _marks(text):
        fitting = unused.get((mark.kind, mark.markup))
        if fitting:
            one = fitting[0] if len(fitting) == 1 else fitting.pop(0)
            places[mark.start] = Placed(one)
            if mark.kind is Kind.LINK:
                places[mark.end] = Placed(one, close=True)
    return tuple(_cut(text, places))


def written(pieces: Iterable[Piece]) -> str:
    """Return pieces as the text that is sent."""
    return "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)


def marked_up(pieces: Iterable[Piece]) -> str:
    """Return pieces as the text that catalogues have."""
    return "".join(piece if isinstance(piece, str) else piece.markup for piece in pieces)


def counted(text: str) -> dict[tuple[Kind, str], int]:
    """Return how often a text of a catalogue has what a token could stand for."""
    found: dict[tuple[Kind, str], int] = defaultdict(int)
    for mark in _marks(text):
        found[mark.kind, mark.markup] += 1
    return found


def _cut(text: str, places: dict[int, Placed]) -> Iterator[Piece]:
    at = 0
    for start in sorted(places):
        if text[at:start]:
            yield text[at:start]
        yield places[start]
        at = start + len(places[start].markup)
    if text[at:]:
        yield text[at:]


def _marks(text: str) -> list[_Mark]:
    """Return a text's markup in its order. A bracket that does not become a link's is text."""
    found: list[_Mark] = []
    brackets: list[int] = []
    for match in _MARKUP.finditer(text):
        match match.lastgroup:
            case "open":
                brackets.append(match.start())
            case "other":
                del brackets[-1:]
            case "close" if brackets:
                found.append(_link(text, brackets.pop(), match))
            case "reference" | "note" | "address" | "place":
                found.append(_Mark(match.start(), Kind(match.lastgroup), match.group()))
            case "sign":
                found.append(_Mark(match.start(), Kind.SIGN, match.group()))
    return sorted(found, key=lambda mark: mark.start)


def _link(text: str, start: int, close: re.Match[str]) -> _Mark:
    if close.start() == start + 1:
        return _Mark(start, Kind.TITLE, text[start : close.end()])
    return _Mark(start, Kind.LINK, close.group(), close.start())
