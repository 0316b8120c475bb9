"""A changed message as it is shown to a person: texts then and now, in both languages."""

from __future__ import annotations

from msgspec import Struct


class Comparison(Struct, frozen=True):
    """A message then and now. ``language`` and ``locale`` are ids of the source's and the translation's language.

    ``examples`` say how references print, each a line.
    """

    what: str
    catalogue: str
    language: str
    locale: str
    name: str
    place: str
    source_place: str
    heading: str
    examples: tuple[str, ...]
    before: str
    after: str
    translation_before: str
    translation: str
