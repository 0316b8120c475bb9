"""Where something stands: a file, a line, a column."""

from __future__ import annotations

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """A stretch of one line of a file of the project.

    ``path`` is relative to the project's root, with forward slashes; ``line`` and ``column`` count from 1, in
    characters; ``length`` is in characters and at least 1.
    """

    path: str
    line: int = 1
    column: int = 1
    length: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
