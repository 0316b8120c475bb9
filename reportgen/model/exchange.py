"""What comes back from translators: a translation, the message it is for, and what that was when it was sent out.

In files for translators what a translation must keep is a numbered token: ``⟦1⟧``, or ``⟦2⟧words⟦/2⟧`` around words.
"""

from __future__ import annotations

from msgspec import Struct

BEGIN = "\N{MATHEMATICAL LEFT WHITE SQUARE BRACKET}"
END = "\N{MATHEMATICAL RIGHT WHITE SQUARE BRACKET}"


class Returned(Struct, frozen=True):
    """A row of a workbook, or a unit of an XLIFF file.

    ``place`` is where it stands, as findings say it; ``name`` the message's name, ``locale`` the id of the language
    that it is translated to; ``source`` and ``state`` are the digests of the source and of the translation as they were
    sent, empty where the file has lost them; ``shown`` is the source as it stands beside the translation. ``text`` is
    the translation with tokens. It is ``done`` where a person says that it holds even if it is the one that was sent.
    ``fault`` says what stands there in place of text.
    """

    place: str
    name: str
    locale: str
    source: str
    state: str
    shown: str
    text: str
    done: bool = True
    fault: str = ""


def token(number: str | int, close: bool = False) -> str:
    """Return a token, such as ``⟦1⟧`` or ``⟦/1⟧``."""
    return f"{BEGIN}{'/' if close else ''}{number}{END}"
