"""What every piece of a layout works with: theme, typesetter, story, the pages, and where structure grows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reportgen.model.flow import Story
from reportgen.model.theme import Page, Theme
from reportgen.write.pdf.colours import resolve
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.record import Record

if TYPE_CHECKING:
    from reportgen.write.pdf.notes import Notes
    from reportgen.write.pdf.setting import Typesetter
    from reportgen.write.pdf.stack import Stack

_NOTE = "#note-"


@dataclass(slots=True)
class Press:
    """The state of a layout.

    ``parent`` is the structure element that new pieces go into; ``part`` is the chapter's, into which sections go.
    ``table`` counts tables from 1, so that the anchors of their notes are distinct.
    ``widths`` are those of numbers measured before, by style, strength and text.
    """

    theme: Theme
    typesetter: Typesetter
    story: Story
    record: Record
    root: Element
    part: Element
    parent: Element
    stack: Stack = field(init=False)
    notes: Notes = field(init=False)
    table: int = 0
    widths: dict[tuple[str, bool, str], float] = field(default_factory=dict)
    _levels: list[int] = field(default_factory=list)

    def begin_part(self) -> None:
        """A chapter begins: what follows goes into a part of its own."""
        self.part = self.parent = add(self.root, "Part")

    def begin_section(self) -> None:
        """A section begins: what follows goes into a section of its own."""
        self.parent = add(self.part, "Sect")

    def turn(self, frame: Page) -> None:
        """From the next page on, pages have another frame."""
        self.theme = replace(self.theme, page=frame)

    def depth(self, level: int) -> int:
        """A heading of a level comes: return how deep it stands, so that no depth is skipped (ISO 14289-1, 7.4.2)."""
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self._levels.append(level)
        return len(self._levels)

    def note_target(self, number: int, table: int = 0) -> str:
        """Return the link to a footnote, or to a note of the table with the number ``table`` (counted from 1)."""
        return f"{_NOTE}{table}-{number}" if table else f"{_NOTE}{number}"

    def is_note(self, target: str) -> bool:
        """Return whether a link leads to a note."""
        return target.startswith(_NOTE)

    def colour(self, token: str, family: str) -> str:
        """Return the ``#RRGGBB`` of a token of the theme or of a family's palette."""
        return resolve(self.theme, token, family)
