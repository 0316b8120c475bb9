"""A message of a catalogue file."""

from __future__ import annotations

from msgspec import Struct


class PoEntry(Struct, frozen=True):
    """A message of a catalogue file.

    ``notes`` are translators' own comments, ``comment`` says where the message stands, ``path`` in which file,
    ``flags`` are others than ``fuzzy``, ``previous`` the source that an out-of-date translation translates. ``line``
    is where the entry begins in its file, 0 for one that is in no file yet.
    """

    source: str
    translation: str = ""
    notes: str = ""
    comment: str = ""
    path: str = ""
    flags: tuple[str, ...] = ()
    fuzzy: bool = False
    previous: str = ""
    line: int = 0

    @property
    def finished(self) -> bool:
        """Whether there is a translation, and it belongs to the present source."""
        return bool(self.translation) and not self.fuzzy
