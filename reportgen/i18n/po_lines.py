r"""The lines of a catalogue to its messages, as GNU gettext's manual has them ("The Format of PO Files").

What we write is read, and what editors make of it: escapes are ``\n``, ``\t``, ``\r``, ``\"`` and ``\\``, and white
space parts a comment from its sign. Every line that is anything else is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct, field

_FIELD = re.compile(r'(msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\]) "([^"\\]*(?:\\[ntr"\\][^"\\]*)*)"')
_MORE = re.compile(r'"([^"\\]*(?:\\[ntr"\\][^"\\]*)*)"')
_ESCAPE = re.compile(r"\\(.)")
_MEANT = {"n": "\n", "t": "\t", "r": "\r"}
_PREVIOUS = "previous "


class PoMessage(Struct):
    """A message as it stands: its texts by keyword, its comments by sign.

    ``line`` is where it begins. ``previous msgid`` is what its translation translates where that is out of date. The
    comments ``#`` are what translators remark, ``#.`` says where it stands, ``#:`` in which file, ``#,`` has flags.
    """

    line: int
    texts: dict[str, str] = field(default_factory=dict)
    comments: dict[str, list[str]] = field(default_factory=dict)
    obsolete: bool = False

    def comment(self, sign: str) -> str:
        """Return its comment of a sign."""
        return "\n".join(self.comments.get(sign, ()))

    @property
    def flags(self) -> list[str]:
        """Its flags, in order."""
        return [flag.strip() for flags in self.comments.get("#,", ()) for flag in flags.split(",")]


class PoLines(Struct):
    """What a catalogue's lines say: the remarks at its head, its messages, and the numbers of lines that are wrong.

    ``broken`` are no lines of a catalogue; ``misplaced`` is the first that is one and belongs elsewhere, ``open`` where
    the last message begins if it has no translation, not even an empty one. Each is 0 where there is none.
    """

    head: list[str] = field(default_factory=list)
    messages: list[PoMessage] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    misplaced: int = 0
    open: int = 0


def read_lines(lines: Iterable[str]) -> PoLines:
    """Return what a catalogue's lines say."""
    reader = _Reader()
    for number, line in enumerate(lines, 1):
        reader.take(number, line.rstrip())
    found = reader.found
    found.messages = [message for message in found.messages if "msgid" in message.texts]
    return found


class _Reader:
    """Takes line by line. ``_keyword`` is whose text a line in quotation marks goes on with, if any's.

    A message that is ``_finished`` has a translation: what comes next belongs to another.
    """

    def __init__(self) -> None:
        self.found = PoLines()
        self._message = PoMessage(0)
        self._finished = True
        self._keyword = ""
        self._number = 0

    def take(self, number: int, line: str) -> None:
        """Take a line, without white space at its end."""
        self._number = number
        if line.startswith('"'):
            self._more(line)
        elif line.startswith("msg"):
            self._field(line)
        elif line.startswith("#"):
            self._comment(line)
        elif line:
            self.found.broken.append(number)

    def _more(self, line: str) -> None:
        match = _MORE.fullmatch(line)
        if match is None:
            self.found.broken.append(self._number)
        elif self._keyword:
            self._message.texts[self._keyword] += _meant(match[1])
        else:
            self._misplaced()

    def _field(self, line: str, obsolete: bool = False) -> None:
        match = _FIELD.fullmatch(line)
        if match is None:
            self.found.broken.append(self._number)
            self.found.open = 0 if line.startswith("msgstr") else self.found.open
        elif self._fits(match[1], obsolete):
            self._keyword = match[1]
            self._message.texts[match[1]] = _meant(match[2])
            if match[1] == "msgid":
                self._message.obsolete = obsolete
                self.found.open = 0 if obsolete else self._number
            elif match[1].startswith("msgstr"):
                self._finished = True
                self.found.open = 0
        else:
            self._misplaced()

    def _fits(self, keyword: str, obsolete: bool) -> bool:
        """Whether a keyword may stand here. One that may begin a message does so after a finished one."""
        if keyword in {"msgctxt", "msgid"}:
            self._begin()
            return "msgid" not in self._message.texts
        known = self._message.texts
        if "msgid" not in known or self._message.obsolete is not obsolete:
            return False
        return not self._finished or (keyword.startswith("msgstr[") and known.keys().isdisjoint({"msgstr", keyword}))

    def _comment(self, line: str) -> None:
        sign, *rest = line.split(None, 1)
        text = rest[0] if rest else ""
        match sign:
            case "#~":
                self._obsolete(text)
            case "#|":
                self._previous(text)
            case "#." | "#:" | "#,":
                self._note(sign, text)
            case "#~|":
                return
            case _ if sign == "#" or sign.startswith("##"):
                self._remark(line)
            case _:
                self._misplaced()

    def _remark(self, line: str) -> None:
        text = line.lstrip("#").removeprefix(" ")
        if self.found.messages:
            self._begin()
            self._message.comments.setdefault("#", []).append(text)
            self._keyword = ""
        else:
            self.found.head.append(text)

    def _note(self, sign: str, text: str) -> None:
        if text:
            self._begin()
            self._message.comments.setdefault(sign, []).append(text)
            self._keyword = ""

    def _previous(self, text: str) -> None:
        """Take what was translated before: ``#| msgid "..."``."""
        match = _FIELD.fullmatch(text)
        if match and not match[1].startswith("msgstr"):
            self._begin()
            self._keyword = _PREVIOUS + match[1]
            self._message.texts[self._keyword] = _meant(match[2])
        elif text.startswith('"') and self._keyword.startswith(_PREVIOUS):
            self._more(text)
        else:
            self._misplaced()

    def _obsolete(self, text: str) -> None:
        """Take what was translated once: ``#~ msgid "..."``."""
        if text.startswith('"'):
            self._more(text)
        elif text.startswith("msg"):
            self._field(text, obsolete=True)
        else:
            self._misplaced()

    def _begin(self) -> None:
        if self._finished:
            self._message = PoMessage(self._number)
            self.found.messages.append(self._message)
            self._finished = False

    def _misplaced(self) -> None:
        self.found.misplaced = self.found.misplaced or self._number
        self._keyword = ""


def _meant(text: str) -> str:
    return _ESCAPE.sub(lambda match: _MEANT.get(match[1], match[1]), text) if "\\" in text else text
