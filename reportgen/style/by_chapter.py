"""Counts footnotes chapter by chapter where the theme asks for it: the first of each chapter is marked 1."""

from __future__ import annotations

from msgspec.structs import replace

from reportgen.model.flow import Chapter, Flow, NoteMark, Story
from reportgen.model.walk import rewrite


def by_chapter(story: Story) -> Story:
    """Return a story whose footnotes say how many stand before their chapter. They stay the same notes."""
    counted = _Counted()
    flows = tuple(map(counted.flow, story.flows))
    notes = {
        number: replace(note, before=counted.before.get(number, note.before))
        for number, note in story.footnotes.items()
    }
    return replace(story, flows=flows, footnotes=notes)


class _Counted:
    """Counts while it goes through a story: the ``last`` note so far, and what stands ``before`` each."""

    def __init__(self) -> None:
        self.before: dict[int, int] = {}
        self._last = 0
        self._first = 0

    def flow(self, flow: Flow) -> Flow:
        if isinstance(flow, Chapter):
            self._first = self._last
        return rewrite(flow, self._mark, NoteMark)

    def _mark(self, mark: NoteMark) -> NoteMark:
        if mark.table:
            return mark
        self._last = max(self._last, mark.number)
        self.before[mark.number] = self._first
        return replace(mark, before=self._first) if self._first else mark
