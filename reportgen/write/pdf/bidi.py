"""The direction of characters in a line: the Unicode Bidirectional Algorithm (UAX #9), without explicit embeddings.

What goes in: a paragraph's characters. What comes out: their levels (even: left to right, odd: right to left), and the
order in which parts of a line stand. A report's languages run from left to right; a paragraph that has no letter of
theirs, but right-to-left ones, runs from right to left. So does a quotation, or what stands in brackets, within a
sentence, with the full stop at its end: authors mean it so, and have no sign to say it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from unicodedata import bidirectional

from reportgen.style.foreign import runs_from_right

_OPENING, _CLOSING = "([{<«‹⟨〈《「『【（［｛", ")]}>»›⟩〉》」』】）］｝"
MIRRORED = dict(zip(_OPENING + _CLOSING, _CLOSING + _OPENING, strict=True))
"""What stands for a bracket where it is read from the right (rule L4)."""
_PAIRED = dict(zip(_OPENING + "“", _CLOSING + "”", strict=True))
_NEUTRAL = frozenset(("B", "S", "WS", "ON", "BN"))
_NUMBERS = ("EN", "AN")


def levels_of(text: str, apart: Collection[int] = ()) -> list[int]:
    """Return the level of each character of a paragraph; those at the places ``apart`` belong to its own direction."""
    base = 1 if runs_from_right(text) else 0
    own = "R" if base else "L"
    classes = _weak([own if at in apart else bidirectional(each) or "L" for at, each in enumerate(text)], own)
    _brackets(text, classes, base)
    _neutral(classes, base)
    return [_level(each, base) for each in classes]


def in_order(levels: Sequence[int]) -> list[int]:
    """Return the parts of a line, by their place and level, as they stand from left to right (rule L2)."""
    order = list(range(len(levels)))
    lowest = min((level for level in levels if level % 2), default=0)
    for level in range(max(levels, default=0), lowest - 1, -1) if lowest else ():
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return order


def _level(each: str, base: int) -> int:
    if each in _NUMBERS:
        return 2
    return base if each == ("R" if base else "L") else 1 if each == "R" else 2


def _weak(classes: list[str], start: str) -> list[str]:
    """Resolve marks and numbers (rules W1 to W7)."""
    classes = ["R" if each == "AL" else each for each in _marked(classes, start)]
    _between_numbers(classes)
    _beside_numbers(classes)
    classes = ["ON" if each in ("ES", "ET", "CS") else each for each in classes]
    strong = start
    for at, each in enumerate(classes):
        if each == "EN" and strong == "L":
            classes[at] = "L"
        elif each in ("L", "R"):
            strong = each
    return classes


def _marked(classes: list[str], start: str) -> list[str]:
    """Give marks the class of what they mark, and numbers after Arabic letters a class of their own (W1, W2)."""
    found: list[str] = []
    strong, before = start, start
    for each in classes:
        before = before if each == "NSM" else "AN" if each == "EN" and strong == "AL" else each
        strong = before if before in ("L", "R", "AL") else strong
        found.append(before)
    return found


def _between_numbers(classes: list[str]) -> None:
    """Make what stands between two numbers part of them (rule W4)."""
    for at in range(1, len(classes) - 1):
        before, after = classes[at - 1], classes[at + 1]
        if before == after and (
            (classes[at] == "ES" and before == "EN") or (classes[at] == "CS" and before in _NUMBERS)
        ):
            classes[at] = before


def _beside_numbers(classes: list[str]) -> None:
    """Make signs beside a number part of it (rule W5)."""
    for places in (range(len(classes)), range(len(classes) - 1, -1, -1)):
        before = ""
        for at in places:
            if classes[at] == "ET" and before == "EN":
                classes[at] = "EN"
            before = classes[at]


def _brackets(text: str, classes: list[str], base: int) -> None:
    """Give both brackets of a pair one direction (rule N0), and to what is between them the other, if it has that."""
    own = "R" if base else "L"
    for opening, closing in _pairs(text, classes):
        inside = {_strong(classes[at]) for at in range(opening + 1, closing)} - {""}
        if not inside:
            continue
        before = next((s for at in range(opening - 1, -1, -1) if (s := _strong(classes[at]))), own)
        classes[opening] = classes[closing] = own if own in inside or before not in inside else before
        if inside == {"R"}:
            neutral = (at for at in range(opening + 1, closing) if classes[at] in _NEUTRAL)
            for at in neutral:
                classes[at] = "R"


def _pairs(text: str, classes: list[str]) -> list[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    pairs = []
    for at, character in enumerate(text):
        if classes[at] != "ON":
            continue
        if character in _PAIRED:
            waiting.append((_PAIRED[character], at))
        elif any(closing == character for closing, _ in waiting):
            while waiting:
                closing, opening = waiting.pop()
                if closing == character:
                    pairs.append((opening, at))
                    break
    return sorted(pairs)


def _strong(each: str) -> str:
    return "R" if each in _NUMBERS else each if each in ("L", "R") else ""


def _neutral(classes: list[str], base: int) -> None:
    """Give what has no direction that of both its sides, or the paragraph's (rules N1 and N2)."""
    own, at = "R" if base else "L", 0
    while at < len(classes):
        end = at
        while end < len(classes) and classes[end] in _NEUTRAL:
            end += 1
        if end > at:
            sides = {_strong(classes[at - 1]) if at else own, _strong(classes[end]) if end < len(classes) else own}
            classes[at:end] = [sides.pop() if len(sides) == 1 else own] * (end - at)
        at = max(end, at + 1)


def visual(parts: Iterable[tuple[int, float]], start: float) -> list[float]:
    """Return where each part of a line begins, given their levels and widths in the order in which they are read."""
    known = list(parts)
    places = [0.0] * len(known)
    for at in in_order([level for level, _ in known]):
        places[at] = start
        start += known[at][1]
    return places
