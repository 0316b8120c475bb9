"""Lays small stories out with the theme of `templates/`, and reads where things came to stand."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from reportgen.diagnostics import Diagnostics
from reportgen.load.theme import read_theme, theme_in
from reportgen.model import flow
from reportgen.model.locale import LOCALES
from reportgen.model.theme import Theme
from reportgen.write.pdf.file import begin_file
from reportgen.write.pdf.layout import lay_out
from reportgen.write.pdf.parts import Element, Layout
from reportgen.write.pdf.setting import Typesetter

ROOT = Path(__file__).parent.parent
SENTENCE = "The harbour is lit all night and every lamp of it burns with less than it did. "


@cache
def theme(locale: str = "en") -> Theme:
    """Return the theme of this report in a language."""
    found = Diagnostics()
    file = read_theme(ROOT, found)
    assert file is not None
    read = theme_in(file, LOCALES[locale], found)
    assert read is not None
    assert not list(found)
    return read


@dataclass(frozen=True)
class Place:
    """Where words stand: the page counted from 0, left, top and right in points, y running down."""

    page: int
    left: float
    top: float
    right: float


@dataclass(frozen=True)
class Shape:
    """What is painted: its box in points, y running down; the number of points of its path; filled, or only drawn."""

    left: float
    top: float
    width: float
    height: float
    points: int
    filled: bool

    @property
    def middle(self) -> float:
        return self.left + self.width / 2

    @property
    def foot(self) -> float:
        return self.top + self.height


@dataclass
class Laid:
    """A story laid out, and written to a file that is read again."""

    layout: Layout
    file: pypdfium2.PdfDocument

    def text(self, page: int) -> str:
        return str(self.file[page].get_textpage().get_text_range())

    def find(self, words: str) -> Place:
        """Return the one place of words."""
        (place,) = self.all(words)
        return place

    def all(self, words: str) -> list[Place]:
        """Return all places of words in order."""
        return [place for page in range(len(self.file)) for place in self._on(page, words)]

    def shapes(self, colour: str, page: int = 0) -> list[Shape]:
        """Return what is painted on a page in a colour of the theme, in order."""
        sheet, found = self.file[page], []
        for each in sheet.get_objects([pdfium.FPDF_PAGEOBJ_PATH]):
            filled = _fills(each.raw)
            if _colour(each.raw, filled) == colour.upper():
                left, foot, right, head = each.get_bounds()
                top = self.layout.sheets[page].height - head
                points = pdfium.FPDFPath_CountSegments(each.raw)
                found.append(Shape(left, top, right - left, head - foot, points, filled))
        return found

    def _on(self, page: int, words: str) -> Iterator[Place]:
        text = self.file[page].get_textpage()
        search = text.search(words, match_case=True)
        while (found := search.get_next()) is not None:
            boxes = [text.get_charbox(at, loose=False) for at in range(found[0], found[0] + found[1])]
            height = self.layout.sheets[page].height
            yield Place(page, boxes[0][0], height - max(box[3] for box in boxes), boxes[-1][2])


def _fills(path: object) -> bool:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(mode), ctypes.byref(stroke))
    return bool(mode.value)


def _colour(path: object, filled: bool) -> str:
    channels = [ctypes.c_uint() for _ in range(4)]
    read = pdfium.FPDFPageObj_GetFillColor if filled else pdfium.FPDFPageObj_GetStrokeColor
    read(path, *map(ctypes.byref, channels))
    return "#" + "".join(f"{channel.value:02X}" for channel in channels[:3])


def lay(
    *flows: flow.Flow, notes: dict[int, str] | None = None, before: Mapping[int, int] = {}, locale: str = "en"
) -> Laid:
    """Lay flows out and write them to a file; so many notes stand ``before`` some."""
    footnotes = {
        number: flow.Footnote(number, words(text, style="footnote"), before.get(number, 0))
        for number, text in (notes or {}).items()
    }
    story = flow.Story(locale, "Harbour Light Report", "Harbour Light 2023", "Harbour Light", flows, footnotes)
    typesetter = Typesetter(theme(locale), LOCALES[locale], ROOT)
    layout = lay_out(story, theme(locale), typesetter)
    written = begin_file(layout, typesetter, story, LOCALES[locale], "0")()
    assert typesetter.missing == {}
    return Laid(layout, pypdfium2.PdfDocument(written))


def words(*pieces: flow.Piece | str, style: str = "prose", level: int = 0, anchor: str = "") -> flow.Paragraph:
    """Make a paragraph."""
    runs = tuple(flow.Run(piece) if isinstance(piece, str) else piece for piece in pieces)
    return flow.Paragraph(style, runs, "environment", level, anchor)


def heading(text: str, level: int, anchor: str = "") -> flow.Paragraph:
    """Make a heading."""
    return words(text, style=f"h{level}", level=level, anchor=anchor)


def lines(count: int) -> flow.Paragraph:
    """Make a paragraph of so many lines."""
    pieces: list[flow.Piece] = []
    for number in range(count):
        pieces += [flow.Run(f"line {number}"), flow.LineBreak()]
    return words(*pieces[:-1])


def chapter(number: str, title: str, anchor: str, *entries: flow.Entry) -> flow.Chapter:
    """Make a chapter; with a number, it has an opening page."""
    run = (flow.Run(title),)
    style = "opening-title" if number else "h1"
    opens = flow.Paragraph(style, run, "environment", 1, anchor)
    introduction = words(SENTENCE, style="opening-introduction") if number else None
    label = words("In this chapter", style="opening-label") if number else None
    return flow.Chapter(number, run, opens, introduction, label, entries, "environment")


def elements(element: Element, *tags: str) -> Iterator[Element]:
    """Yield the elements below an element that have one of the tags, in reading order."""
    for kid in element.kids:
        if isinstance(kid, Element):
            if kid.tag in tags or not tags:
                yield kid
            yield from elements(kid, *tags)
