"""Fields of a Word file whose results Word makes by itself: pages, numbers of notes, running titles."""

from __future__ import annotations

from collections.abc import Mapping

_COUNTED = frozenset(("PAGE", "PAGEREF", "NOTEREF", "STYLEREF"))


def is_counted(instruction: str) -> bool:
    """Whether a field prints a page, the number of a note, or a running title."""
    return not _COUNTED.isdisjoint(instruction.split()[:1])


class Fields:
    """The fields that are open, one in another."""

    def __init__(self) -> None:
        self._instructions: list[str] = []
        self._counted: list[bool] = []

    @property
    def counted(self) -> bool:
        """Whether what stands here is the result of a field that Word counts by itself."""
        return any(self._counted)

    @property
    def listed(self) -> bool:
        """Whether what stands here is a line of the contents, or of a list of tables or figures."""
        return any(instruction.split()[:1] == ["TOC"] for instruction in self._instructions)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Pass a ``fldChar``, or the start of a ``fldSimple``: this one's result follows, then its ``end``."""
        if tag == "fldChar":
            self.mark(attributes.get("fldCharType", ""))
            return
        self.mark("begin")
        self.instruct(attributes.get("instr", ""))
        self.mark("separate")

    def mark(self, kind: str) -> None:
        """Pass the ``begin``, ``separate`` or ``end`` of a field."""
        if kind == "begin":
            self._instructions.append("")
            self._counted.append(False)
        elif kind == "separate" and self._instructions:
            self._counted[-1] = is_counted(self._instructions[-1])
        elif kind == "end" and self._instructions:
            self._instructions.pop()
            self._counted.pop()

    def instruct(self, text: str) -> None:
        """Pass a part of a field's instruction."""
        if self._instructions:
            self._instructions[-1] += text
