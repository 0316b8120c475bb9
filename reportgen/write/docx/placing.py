"""Where a style's paragraphs stand and what is drawn around them: indents, rules, tints, tabs.

The theme says how text is set; what surrounds it (the bar of a case, the rule above a section) is a measure of the
theme, and in Word a property of the style.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from reportgen.model.theme import Palette, TextStyle, Theme


class Border(Struct, frozen=True):
    """A rule at a paragraph's side: its weight and its distance from the text in points."""

    side: str
    weight: float
    colour: str
    space: float


class Tab(Struct, frozen=True):
    """A tab stop, in points from the margin."""

    at: float
    align: str = "left"


class Placing(Struct, frozen=True):
    """Lengths in points. ``first`` is the first line's indent relative to ``left``; ``mark`` a sign in the margin."""

    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    borders: tuple[Border, ...] = ()
    shade: str = ""
    tabs: tuple[Tab, ...] = ()
    keep: bool = False
    mark: str = ""


_IN_COLUMN = (
    *("prose", "list", "h3", "h4", "pledge", "callout", "case-label", "case-title", "case-text"),
    *("chart-title", "chart-subtitle", "card-statement", "chart-source", "caption", "footnote"),
    *("opening-introduction", "opening-section"),
)
"""The styles that stand in the flow of a page; all others stand in a cell, or hang at the margin."""

_KEPT = (
    "chart-subtitle",
    "case-label",
    "case-title",
    "table-head",
    "table-group",
    "table-area",
    "table-part",
    "index-group",
    "opening-label",
)


_HEAD_TAB = 20.0
"""Where the words of a running head or foot begin, beside their number."""


def place(style: TextStyle, theme: Theme, palette: Palette) -> Placing:
    """Return the placing of a style's paragraphs in the colours of a palette."""
    left = theme.page.prose_x - theme.page.left
    if style.name not in _IN_COLUMN or style.column != "prose":
        left = 0.0
    keep = style.keep > 0 or style.name in _KEPT
    hang = style.indent if style.name in ("footnote", "table-note") else style.hang
    plain = Placing(left + hang, 0, -hang, style.before, style.after, keep=keep)
    match style.name.partition("-")[0]:
        case "case":
            return _case(style, plain, theme, palette)
        case "contents" | "opening" | "contact":
            return _list(style, plain, theme)
        case "h2" | "group" | "figure" | "pledge" | "callout":
            return _ruled(style, plain, theme, palette)
        case "running" | "foot":
            return replace(plain, tabs=(Tab(_HEAD_TAB),))
        case "footnote" | "table" | "index":
            tabs = (Tab(plain.left),) if hang else ()
            if style.name == "table-caption":
                plain = replace(plain, before=theme.measures["table-before"])
            return replace(plain, tabs=tabs, mark="✔" if style.name == "table-achieved" else "")
        case _:
            return plain


def _case(style: TextStyle, plain: Placing, theme: Theme, palette: Palette) -> Placing:
    bar, side = theme.measures["case-bar"], theme.measures["case-padding-side"]
    padding = theme.measures["case-padding"] - bar
    return replace(
        plain,
        left=plain.left + side,
        right=side,
        before=theme.measures["case-gap"] if style.name == "case-label" else plain.before,
        borders=(
            Border("top", bar, palette.tint, padding),
            Border("left", bar, palette.base, side - bar),
            Border("bottom", bar, palette.tint, padding),
            Border("right", bar, palette.tint, side - bar),
        ),
        shade=palette.tint,
    )


def _ruled(style: TextStyle, plain: Placing, theme: Theme, palette: Palette) -> Placing:
    measures, rule = theme.measures, theme.colours["rule"]
    match style.name:
        case "h2" | "group-name":
            bar = measures["section-bar"] / 2
            return replace(plain, borders=(Border("top", bar, palette.base, measures["section-rule-to-title"] - bar),))
        case "figure-number" | "figure-number-small":
            top = Border("top", measures["figure-rule"], palette.base, measures["figure-gap"])
            return replace(plain, before=theme.step, keep=True, borders=(top,))
        case "pledge":
            bar, indent = measures["pledge-bar"], measures["pledge-indent"]
            side = Border("left", bar, palette.base, indent - bar)
            return replace(plain, left=plain.left + indent, before=theme.step, after=theme.step, borders=(side,))
        case "callout":
            padding, indent = measures["callout-padding"], measures["callout-indent"]
            borders = tuple(Border(edge, 0.5, rule, padding) for edge in ("top", "bottom"))
            left = plain.left + indent
            return replace(plain, left=left, first=-indent, before=theme.step, borders=borders, mark="→")
        case _:
            return plain


def _list(style: TextStyle, plain: Placing, theme: Theme) -> Placing:
    page, measures, rule = theme.page, theme.measures, theme.colours["rule"]
    right = Tab(page.frame_width, "right")
    column = page.prose_x - page.left
    match style.name:
        case "contents-chapter":
            top = Border("top", 0.5, rule, measures["contents-padding-top"])
            between = replace(top, side="between", space=measures["contents-front-bottom"])
            padding = measures["contents-padding-bottom"]
            return replace(plain, after=padding / 2, before=padding, borders=(top, between), tabs=(Tab(column), right))
        case "contents-section":
            return replace(plain, left=column, tabs=(right,))
        case "opening-section":
            space = (measures["opening-row"] - style.leading) / 2
            borders = tuple(Border(side, 0.5, rule, space) for side in ("top", "bottom", "between"))
            return replace(plain, borders=borders, tabs=(Tab(plain.left + page.column_pitch),))
        case "contact-title":
            lines = next(box for box in theme.places["contact"] if box.name == "lines")
            return replace(plain, after=max(0.0, lines.top - page.top - style.leading))
        case "opening-number" | "opening-title" | "opening-introduction" | "opening-label":
            return _opening(style, plain, theme)
        case _:
            return plain


def _opening(style: TextStyle, plain: Placing, theme: Theme) -> Placing:
    """Place the parts of an opening page as the theme's boxes do, each below the one before."""
    boxes = {box.name: box for box in theme.places["opening"]}
    part = style.name.removeprefix("opening-")
    above = {"title": "number", "introduction": "title"}.get(part)
    if above is None:
        return replace(plain, before=theme.step if part == "label" else 0.0, after=theme.step / 2)
    top = max(boxes[above].top, theme.page.top) + theme.styles[boxes[above].style].leading
    return replace(plain, before=max(0.0, boxes[part].top - top), keep=part == "title")


def vary(placing: Placing, variant: str, theme: Theme, palette: Palette) -> Placing:
    """Return the placing of a style's variant."""
    match variant:
        case "child":
            indent = max((table.child_indent for table in theme.tables.values()), default=0.0)
            return replace(placing, left=placing.left + indent)
        case "column":
            shift = theme.page.prose_x - theme.page.left
            tabs = tuple(replace(tab, at=tab.at + shift) for tab in placing.tabs)
            return replace(placing, left=placing.left + shift, tabs=tabs)
        case "alone":
            top = Border("top", theme.measures["figure-rule"], palette.base, theme.measures["figure-gap"])
            return replace(placing, before=theme.step, borders=(top,))
        case _:
            return placing
