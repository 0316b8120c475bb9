"""A section as its file has it: its front matter read, its body not yet."""

from __future__ import annotations

from msgspec import Struct

from reportgen.diagnostics import Span
from reportgen.model.dataset import Mark
from reportgen.model.locale import Locale
from reportgen.model.words import Words


class SectionFile(Struct, frozen=True):
    """A section as its file has it.

    ``body`` is the Markdown after the front matter; its first line is line ``first_line`` of the file. ``language``
    is what the section is written in; ``plain_numbers`` are phrases whose numbers are meant as they stand.
    """

    path: str
    id: str
    title: Words
    language: Locale
    discloses: tuple[Mark, ...]
    body: str
    first_line: int
    span: Span
    plain_numbers: tuple[str, ...] = ()
