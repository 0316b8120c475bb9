"""Fields of a Word file whose results are no words of the report: pages, numbers of notes, running titles."""

from __future__ import annotations

_PAGES = frozenset(("PAGE", "PAGEREF", "NOTEREF", "STYLEREF"))


def prints_page(instruction: str) -> bool:
    """Whether a field prints a page, the number of a note, or a running title."""
    return not _PAGES.isdisjoint(instruction.split()[:1])


class Fields:
    """The fields that are open, one in another. ``silent`` says that the result of such a field is being read."""

    def __init__(self) -> None:
        self._instructions: list[str] = []
        self._silent: list[bool] = []

    @property
    def silent(self) -> bool:
        """Whether what stands here is the result of a field that prints a page."""
        return any(self._silent)

    def mark(self, kind: str) -> None:
        """Pass the ``begin``, ``separate`` or ``end`` of a field."""
        if kind == "begin":
            self._instructions.append("")
            self._silent.append(False)
        elif kind == "separate" and self._instructions:
            self._silent[-1] = prints_page(self._instructions[-1])
        elif kind == "end" and self._instructions:
            self._instructions.pop()
            self._silent.pop()

    def instruct(self, text: str) -> None:
        """Pass a part of a field's instruction."""
        if self._instructions:
            self._instructions[-1] += text
