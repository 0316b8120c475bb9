"""The Sustainable Development Goals of a chapter on its opening page: numbered squares, five in a row at most."""

from __future__ import annotations

from reportgen.model.flow import Chapter, Goal
from reportgen.write.pdf.elements import add
from reportgen.write.pdf.page import Page
from reportgen.write.pdf.parts import Element
from reportgen.write.pdf.press import Press
from reportgen.write.pdf.text import SetText


def per_row(press: Press) -> int:
    """Return how many goals stand side by side in the place that the theme has for them."""
    place = {box.name: box for box in press.theme.places["opening"]}["goals"]
    return max(1, round(place.width // press.theme.measures["goal-pitch"]) + 1)


def goals_height(press: Press, chapter: Chapter) -> float:
    """Return how much room the goals take, with two lines of name below the last row."""
    measures, name = press.theme.measures, press.theme.styles[chapter.goals[0].name.style]
    rows = -(-len(chapter.goals) // per_row(press))
    last = measures["goal-square"] + measures["goal-name-gap"] + 2 * name.leading
    return (rows - 1) * measures["goal-row"] + last


def paint_goals(press: Press, chapter: Chapter, page: Page, top: float) -> None:
    """Paint the goals with their label beside them, the first row beginning at ``top``."""
    boxes = {box.name: box for box in press.theme.places["opening"]}
    measures, across = press.theme.measures, per_row(press)
    if chapter.goals_label is not None:
        label = SetText(press, chapter.goals_label, boxes["label"].width, add(press.parent, "P"))
        label.paint_all(page, boxes["label"].x, top)
    items = add(press.parent, "L")
    for at, goal in enumerate(chapter.goals):
        x = boxes["goals"].x + at % across * measures["goal-pitch"]
        _paint(press, goal, page, (x, top + at // across * measures["goal-row"]), add(add(items, "LI"), "LBody"))


def _paint(press: Press, goal: Goal, page: Page, place: tuple[float, float], element: Element) -> None:
    x, y = place
    measures = press.theme.measures
    side = measures["goal-square"]
    page.paint(page.ink.rectangle(x, y, side, side, goal.colour))
    number = SetText(press, goal.number, side, add(element, "P"))
    number.paint_all(page, x + measures["goal-number-left"], y + measures["goal-number-top"])
    name = SetText(press, goal.name, measures["goal-pitch"] - measures["goal-name-gap"], add(element, "P"))
    name.paint_all(page, x, y + side + measures["goal-name-gap"])
