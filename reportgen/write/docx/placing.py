"""Where a style's paragraphs stand and what is drawn around them: indents, rules, tints, tabs.

The theme says how text is set; what surrounds it (the bar of a case, the rule above a section) is a measure of the
theme, and in Word a property of the style.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportgen.model.theme import Palette, TextStyle, Theme


@dataclass(frozen=True, slots=True)
class Border:
    """A rule at a paragraph's side: its weight and its distance from the text in points."""

    side: str
    weight: float
    colour: str
    space: float


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab stop, in points from the margin; ``leader`` fills the way to it: ``dot``."""

    at: float
    align: str = "left"
    leader: str = ""


@dataclass(frozen=True, slots=True)
class Placing:
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
    *("prose", "list", "h3", "h4", "pledge", "callout", "case-text", "chart-title", "chart-source", "footnote"),
    *("opening-introduction", "opening-section"),
)
"""The styles that stand in the flow of a page; all others stand in a cell, or hang at the margin."""

_KEPT = ("figure-number", "figure-number-small", "goal-number-dark", "table-group")


def place(style: TextStyle, theme: Theme, palette: Palette, dense: bool = False) -> Placing:
    """Return the placing of a style's paragraphs in the colours of a palette; ``dense`` contents stand closer."""
    left = theme.page.prose_x - theme.page.left
    if style.name not in _IN_COLUMN or style.column != "prose":
        left = 0.0
    keep = style.keep > 0 or style.name in _KEPT
    hang = style.indent if style.name in ("footnote", "table-note") else style.hang
    plain = Placing(left + hang, 0, -hang, style.before, style.after, keep=keep)
    match style.name.partition("-")[0]:
        case "case":
            return _case(plain, theme, palette)
        case "contents" | "opening":
            return _list(style, plain, theme, dense)
        case "h2" | "group" | "pledge" | "callout":
            return _ruled(style, plain, theme, palette)
        case "chart" if style.name == "chart-source":
            return replace(plain, after=0.0)  # what follows holds the space: it is a subtitle too
        case "footnote" | "table":
            return _in_table(style, replace(plain, tabs=(Tab(plain.left),) if hang else ()), theme)
        case _:
            return plain


def _in_table(style: TextStyle, plain: Placing, theme: Theme) -> Placing:
    match style.name:
        case "table-caption":
            return replace(plain, before=theme.measures["table-before"])
        case "table-group":
            return replace(plain, before=theme.measures["group-row-before"] - theme.measures["group-name-gap"])
        case _:
            return plain


def _case(plain: Placing, theme: Theme, palette: Palette) -> Placing:
    bar, side = theme.measures["case-bar"], theme.measures["case-padding-side"]
    padding = theme.measures["case-padding"] - bar
    return replace(
        plain,
        left=plain.left + side,
        right=side,
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
        case "h2":
            bar = measures["section-bar"] / 2
            return replace(plain, borders=(Border("top", bar, palette.base, measures["section-rule-to-title"] - bar),))
        case "group-name":
            top = Border("top", measures["rule"], rule, measures["card-padding-bottom"])
            return replace(plain, before=measures["group-gap"], after=measures["group-name-gap"], borders=(top,))
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


def _list(style: TextStyle, plain: Placing, theme: Theme, dense: bool) -> Placing:
    page, measures, rule = theme.page, theme.measures, theme.colours["rule"]
    right = Tab(page.frame_width, "right", "dot")
    column = page.prose_x - page.left
    match style.name:
        case "contents-chapter":
            above, below = contents_padding(theme, dense)
            top = Border("top", measures["rule"], rule, above)
            between = replace(top, side="between")
            return replace(plain, before=below, borders=(top, between), tabs=(Tab(column), right), keep=True)
        case "contents-section":
            return replace(plain, left=column, tabs=(right,))
        case "opening-section":
            space = (measures["opening-row"] - style.leading) / 2
            borders = tuple(Border(side, measures["rule"], rule, space) for side in ("top", "bottom", "between"))
            return replace(plain, borders=borders, tabs=(Tab(plain.left + page.column_pitch),))
        case "opening-number" | "opening-title" | "opening-introduction":
            return _opening(style, plain, theme)
        case _:
            return plain


def contents_padding(theme: Theme, dense: bool) -> tuple[float, float]:
    """Return the space above a chapter in the contents, below its rule, and that above the rule."""
    measures = theme.measures
    if dense:
        return measures["contents-dense-bottom"], measures["contents-dense-bottom"]
    return measures["contents-front-bottom"], measures["contents-padding-bottom"]


def _opening(style: TextStyle, plain: Placing, theme: Theme) -> Placing:
    """Place the parts of an opening page as the theme's boxes do, each below the one before."""
    boxes = {box.name: box for box in theme.places["opening"]}
    match style.name:
        case "opening-title":
            return replace(plain, before=boxes["title"].top - theme.measures["opening-block"], keep=True)
        case "opening-introduction":
            above = boxes["title"].top + theme.styles["opening-title"].leading
            after = theme.measures["opening-gap"] + theme.step
            return replace(plain, before=max(0.0, boxes["introduction"].top - above), after=after)
        case _:
            return plain
