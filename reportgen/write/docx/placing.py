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
    """A tab stop, in points from the margin; ``leader`` fills the way to it: ``dot``."""

    at: float
    align: str = "left"
    leader: str = ""


class Placing(Struct, frozen=True):
    """Lengths in points. ``first`` is the first line's indent relative to ``left``; ``mark`` a sign in the margin.

    ``exact`` lines are as high as their leading whatever their font.
    """

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
    exact: bool = False


class Fit(Struct, frozen=True):
    """How close the contents stand: the space after their title and at a chapter's rule, the leading of entries."""

    title: float
    below_rule: float
    above_rule: float
    chapter: float
    section: float


_IN_COLUMN = (
    *("prose", "list", "h3", "h4", "pledge", "callout", "case-text", "chart-title", "chart-source", "footnote"),
    *("opening-introduction", "opening-section"),
)
"""The styles that stand in the flow of a page; all others stand in a cell, or hang at the margin."""

_KEPT = ("card-number", "card-number-small", "goal-number-dark", "table-group")


def place(style: TextStyle, theme: Theme, palette: Palette, fit: Fit | None = None) -> Placing:
    """Return the placing of a style's paragraphs in the colours of a palette; ``fit`` is that of the contents."""
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
            return _list(style, plain, theme, fit or loose(theme))
        case "h2" | "pledge" | "callout":
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


def _list(style: TextStyle, plain: Placing, theme: Theme, fit: Fit) -> Placing:
    page, measures, rule = theme.page, theme.measures, theme.colours["rule"]
    column, end = page.prose_x - page.left, page.frame_width
    match style.name:
        case "contents-title":
            return replace(plain, after=fit.title)
        case "contents-chapter":
            top = Border("top", measures["rule"], rule, fit.below_rule)
            between = replace(top, side="between")
            tabs = (Tab(column), Tab(end, "right"))
            return replace(plain, before=fit.above_rule, borders=(top, between), tabs=tabs, keep=True, exact=True)
        case "contents-section":
            return replace(plain, left=column, tabs=(Tab(end, "right", "dot"),), exact=True)
        case "contents-front":
            hang = page.column_pitch * 2
            return replace(
                plain, left=hang, right=hang, first=-hang, after=theme.step / 2, tabs=(Tab(end, "right", "dot"),)
            )
        case "opening-section":
            space = (measures["opening-row"] - style.leading) / 2
            borders = tuple(Border(side, measures["rule"], rule, space) for side in ("top", "bottom", "between"))
            return replace(plain, borders=borders, tabs=(Tab(plain.left + page.column_pitch),))
        case "opening-number" | "opening-title" | "opening-introduction":
            return _opening(style, plain, theme)
        case _:
            return plain


def loose(theme: Theme) -> Fit:
    """Return the fit of contents that have room."""
    measures = theme.measures
    below, above = measures["contents-front-bottom"], measures["contents-padding-bottom"]
    chapter, section = theme.styles["contents-chapter"], theme.styles["contents-section"]
    return Fit(measures["contents-title-after"], below, above, chapter.leading, section.leading)


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
