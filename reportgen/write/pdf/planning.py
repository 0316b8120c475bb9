"""Makes a paragraph ready to be broken.

What goes in: a paragraph of the story. What comes out: a `Plan`. Here faces are chosen, words kerned, and the distances
between scripts and marks decided (CLREQ); nothing is broken yet.
"""

from __future__ import annotations

import re
from itertools import accumulate, groupby
from unicodedata import normalize

from msgspec.structs import replace

from reportgen.model import flow
from reportgen.model.locale import Locale, Script
from reportgen.model.theme import Face as FaceLists
from reportgen.model.theme import TextStyle, Theme
from reportgen.style.foreign import has_from_right, languages_in, runs_from_right
from reportgen.style.printed_mark import printed_mark
from reportgen.write.pdf.bidi import levels_of
from reportgen.write.pdf.breaking import Measured
from reportgen.write.pdf.chain import BY_LANGUAGE, Chain, Chains
from reportgen.write.pdf.classes import Classes
from reportgen.write.pdf.codes import APOSTROPHE, DOUBLE_DASH, TABULAR, with_moves
from reportgen.write.pdf.colours import fill, resolve
from reportgen.write.pdf.distances import Distances
from reportgen.write.pdf.faces import Face, Faces
from reportgen.write.pdf.justifying import giving
from reportgen.write.pdf.plan import Look, Plan, Role, Stretch
from reportgen.write.pdf.shaping import shaped

PAGE_DIGITS = 3
"""How many digits are reserved for a page number."""

MARK_WEIGHT = 500
"""Of notes' marks: small figures want a little more weight than the text."""
_LEAST_MARK = 0.8
"""Of a footnote mark's size in prose: it is no smaller in small text."""

_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u2060\ufe00-\ufe0f\ufeff]|(?<![\u0600-\u08ff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u08ff])"
)
"""Joiners are seen in Arabic, by what they do to the letters beside them."""
_PRESENTATION = re.compile("[\ufb1d-\ufdff\ufe70-\ufefc]+")
"""Forms of Hebrew and Arabic letters that shaping makes of the letters themselves."""
_COMBINING = re.compile("[\u0300-\u036f]")
_SPACE = re.compile("[ \u00a0]")
_ATOM = re.compile("[^ ]+ ?| +")
_IN_WORD = re.compile("(?<=[A-Za-z])’(?=[A-Za-z])")
_PAGE = TABULAR["0"] * PAGE_DIGITS


class Planner:
    """Makes plans. Characters that no face has are left out; ``missing`` has the words around the first of each."""

    def __init__(self, theme: Theme, locale: Locale, faces: Faces) -> None:
        self.theme = theme
        self.locale = locale
        self.chains = Chains(faces, locale)
        self.han = locale.script is Script.HAN
        self.classes = Classes(BY_LANGUAGE | {DOUBLE_DASH} if self.han else frozenset())
        self.codes = faces.codes
        self.missing: dict[str, str] = {}

    def plan(self, paragraph: flow.Paragraph) -> Plan:
        """Plan a paragraph."""
        style = self.theme.styles[paragraph.style]
        draft = _Draft(self, style, paragraph.family)
        for piece in paragraph.pieces:
            draft.add(piece)
        return draft.finished()

    def plan_text(self, codes: str, style: TextStyle, strong: bool, colour: str) -> Plan:
        """Plan a text in codes on its own, in a style and a colour (a token of the theme or ``#RRGGBB``)."""
        draft = _Draft(self, style, "")
        weight = style.bold if strong else style.weight
        draft.put(codes, draft.look(resolve(self.theme, colour, ""), role=Role(strong=strong)), weight)
        return draft.finished()

    def codes_of(self, text: str) -> str:
        """Return a text in codes: composed, without invisible characters, Chinese dashes in one piece."""
        text = text.replace("\t", " ").replace("\n", " ")
        if text.isascii():
            return text
        text = _PRESENTATION.sub(lambda forms: normalize("NFKC", forms.group()), text)
        if _COMBINING.search(text):
            text = normalize("NFC", text)
        text = self.codes.encode(_INVISIBLE.sub("", text))
        if self.han:
            text = _IN_WORD.sub(APOSTROPHE, text).replace("——", DOUBLE_DASH)
        return text

    def by_face(self, codes: str, chain: Chain) -> list[tuple[Face, str]]:
        """Return the parts of codes with the face that sets each; codes that no face has are noted, and left out."""
        try:
            faces = {chain[code] for code in set(codes)}
        except KeyError:
            return self.by_face(self._shown(codes.replace(DOUBLE_DASH, "——"), chain), chain)
        if len(faces) == 1:
            return [(faces.pop(), codes)]
        return [(face, "".join(group)) for face, group in groupby(codes, chain.__getitem__)]

    def _shown(self, codes: str, chain: Chain) -> str:
        missing = sorted({code for code in codes if code not in chain})
        for code in missing:
            self._miss(self.codes.meaning(code), codes)
        return "".join(code for code in codes if code not in missing)

    def _miss(self, character: str, codes: str) -> None:
        words = "".join(map(self.codes.meaning, codes))
        at = words.find(character)
        self.missing.setdefault(character, words[max(0, at - 20) : at + 20].strip())


class _Draft:
    """A plan being made."""

    def __init__(self, planner: Planner, style: TextStyle, family: str) -> None:
        self._planner = planner
        self._style = style
        self._family = family
        self._text: list[str] = []
        self._length = 0
        self._advances: list[float] = []
        self._stretches: list[Stretch] = []
        self._distances = Distances(self._stretches, self._advances)
        self._glued: set[int] = set()
        self._alone: set[int] = set()
        self._notes: list[tuple[int, int]] = []
        self._occurrences: list[tuple[int, int]] = []
        self._offsets: dict[int, tuple[int, int, int]] = {}
        self._from_right = False

    def add(self, piece: flow.Piece) -> None:
        match piece:
            case flow.Run():
                self._run(piece)
            case flow.NoteMark():
                self._mark(piece)
            case flow.PageNumber():
                self._page(piece)
            case flow.LineBreak():
                self._text.append("\n")
                self._advances.append(0.0)
                self._length += 1

    def look(self, colour: str, *, size: float = 0.0, rise: float = 0.0, role: Role) -> Look:
        size = size or self._style.size
        return Look(size, fill(colour), rise, self._style.tracking * size, role)

    def put(self, codes: str, look: Look, weight: int, *, italic: bool = False, lists: FaceLists | None = None) -> None:
        """Append codes, in the style's face or another: one stretch for each change of font."""
        chain = self._planner.chains.chain(lists or self._style.face, weight, look.size, italic)
        for face, part in self._planner.by_face(codes, chain):
            self._stretch(part, face, look)

    def finished(self) -> Plan:
        text = "".join(self._text)
        meetings: list[int] = []
        if self._planner.han:
            quarter = self._planner.theme.measures["quarter-em"]
            meetings = self._distances.part_scripts(text, self._alone, quarter)
            self._distances.close_up(text, self._alone, self._planner.classes)
        justified = self._style.align == "justify"
        wide = sorted({*meetings, *_after_spaces(text)}) if justified else []
        running = list(accumulate(self._advances, initial=0.0))
        measured = Measured(
            text,
            running,
            _shifted(running, self._distances.at_starts),
            _shifted(running, self._distances.at_ends),
            frozenset(self._glued),
            giving(self._length, self._stretches, wide, self._style.size) if justified else [],
        )
        moves = self._distances.moves
        notes, occurrences = self._notes, self._occurrences
        shown = with_moves(text, moves)
        plan = Plan(self._style, measured, self._stretches, moves, sorted(moves), shown, wide, notes, occurrences)
        return self._directed(plan) if self._from_right else plan

    def _directed(self, plan: Plan) -> Plan:
        """Give each stretch its direction; one with both is divided."""
        said = "".join(self._planner.codes.meaning(code)[0] for code in plan.measured.text)
        levels = levels_of(said, self._alone)
        plan.stretches = [
            replace(stretch, start=places[0], end=places[-1] + 1, level=level)
            for stretch in plan.stretches
            for level, group in groupby(range(stretch.start, stretch.end), levels.__getitem__)
            for places in [list(group)]
        ]
        plan.offsets, plan.from_right = self._offsets, runs_from_right(said)
        return plan

    def _run(self, run: flow.Run) -> None:
        style, theme = self._style, self._planner.theme
        if run.occurrence >= 0:
            self._occurrences.append((self._length, run.occurrence))
        token = "draft" if run.unfinished else "link" if run.link else style.colour
        size = style.size * theme.measures["unit-ratio"] if run.unit else 0.0
        colour = resolve(theme, token, self._family)
        weight = style.bold if run.strong else style.weight
        for words, language in languages_in(run.text, self._planner.locale):
            look = self.look(colour, size=size, role=Role(run.link, strong=run.strong, language=language))
            self.put(self._planner.codes_of(words), look, weight, italic=style.italic != run.emphasis)

    def _mark(self, mark: flow.NoteMark) -> None:
        theme = self._planner.theme
        measures = theme.measures
        kind, notes = ("table-mark", "table-note") if mark.table else ("note-mark", "footnote")
        ratio = self._style.size / theme.styles["prose"].size
        scale = max(1.0 if mark.table else _LEAST_MARK, ratio)
        colour = resolve(theme, self._style.colour, self._family)
        look = self.look(
            colour,
            size=measures[f"{kind}-size"] * scale,
            rise=measures[f"{kind}-rise"] * (scale if mark.table else ratio),
            role=Role(note=mark.number, table_note=mark.table),
        )
        start = self._length
        self.put(printed_mark(mark), look, max(MARK_WEIGHT, self._style.weight), lists=theme.styles[notes].face)
        self._glued.update(range(start, self._length))
        self._alone.update(range(start, self._length + 1))
        if mark.first and not mark.table:
            self._notes.append((start, mark.number))

    def _page(self, page: flow.PageNumber) -> None:
        style = self._style
        colour = resolve(self._planner.theme, style.colour, self._family)
        look = self.look(colour, role=Role(f"#{page.anchor}", page_of=page.anchor, strong=page.strong))
        start = self._length
        self.put(_PAGE, look, style.bold if page.strong else style.weight)
        self._glued.update(range(start, self._length))

    def _stretch(self, codes: str, face: Face, look: Look) -> None:
        start = self._length
        scale = look.size / 1000
        tracking = 0.0 if face.han else look.tracking
        if face.han:
            self._advances += [advance * scale for advance in map(face.advances.__getitem__, codes)]
        elif has_from_right(codes):
            codes, tracking = self._shaped(codes, face, scale), 0.0  # letters that join are not set apart
        else:
            self._words(codes, face, scale, tracking)
        self._length += len(codes)
        self._text.append(codes)
        self._stretches.append(Stretch(start, self._length, face, look, tracking))

    def _shaped(self, codes: str, face: Face, scale: float) -> str:
        """Append words that are read from the right; return their glyphs as codes."""
        glyphs = [glyph for word in _ATOM.findall(codes) for glyph in shaped(face, word)]
        self._from_right = True
        for place, glyph in enumerate(glyphs, self._length):
            after = glyph.advance - face.advances[glyph.code]
            if glyph.right or glyph.up or after:
                self._offsets[place] = (glyph.right, glyph.up, after)
        self._advances += [glyph.advance * scale for glyph in glyphs]
        return "".join(glyph.code for glyph in glyphs)

    def _words(self, codes: str, face: Face, scale: float, tracking: float) -> None:
        advances, kerns = face.kerned(codes)
        self._distances.kern(self._length, kerns, scale)
        self._advances += [advance * scale + tracking for advance in advances]


def _shifted(running: list[float], shifts: dict[int, float]) -> list[float]:
    """Return running widths, moved at some places."""
    if not shifts:
        return running
    shifted = running.copy()
    for place, shift in shifts.items():
        shifted[place] += shift
    return shifted


def _after_spaces(text: str) -> list[int]:
    return [space.end() for space in _SPACE.finditer(text)]
