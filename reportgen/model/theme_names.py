"""The names that a theme gives values to: what code may ask of a theme, and what a theme file must have."""

from __future__ import annotations

import re

COLOUR = re.compile("#[0-9A-Fa-f]{6}")
"""How a colour is written that has no name: red, green and blue, each in two digits."""

FAMILIES = ("brand", "environment", "people", "governance")
"""The families of colours, of which each chapter has one."""

STYLES = frozenset(
    """
    cover-brand cover-year cover-title cover-name cover-line contents-title contents-number contents-chapter
    contents-front contents-page contents-section contents-section-page opening-number opening-title
    opening-introduction opening-label opening-section opening-page h1 h2 h3 h4 prose list pledge figure-number
    figure-label case-label case-title case-text callout table-caption table-continued table-head table-cell
    table-unit table-total table-number table-current table-group table-quiet table-achieved table-missed
    table-list table-note index-cell index-number index-total index-group footnote running-number running-title
    foot-number foot-title chart-title chart-subtitle chart-value chart-value-current chart-series
    chart-category chart-label chart-source caption footnote-number table-note-number table-page table-part table-area
    figure-number-small card-number card-number-small card-label card-statement group-number group-name
    contact-title contact-label contact-text back-cover-brand back-cover-line
    diagram-number diagram-name diagram-text diagram-head diagram-head-text
    cycle-dot cycle-number matrix-axis matrix-dot matrix-group matrix-number matrix-issue
    chart-part chart-actual goal-number goal-number-dark goal-name
    """.split()
)
"""The styles of texts."""

TABLES = frozenset("statistics grouped targets text index".split())
"""The styles of tables."""

COLOURS = frozenset("ink slate rule hair white link draft achieved".split())
"""The colours that do not depend on the chapter's family."""

FAMILY = frozenset("deep base mid light tint".split())
"""The colours of a family."""

MEASURES = frozenset(
    """
    new-page-below unit-ratio note-mark-size note-mark-rise table-mark-size table-mark-rise quarter-em
    section-bar section-bar-width section-rule-to-title contents-bar contents-bar-width contents-row
    contents-padding-top contents-padding-bottom contents-dense-top
    contents-dense-bottom contents-dense-row contents-front-top contents-front-bottom opening-block
    opening-row opening-list-top footnote-rule-width footnote-rule-gap footnote-clear table-after
    table-notes-gap group-row-before square case-bar case-padding case-padding-side case-whole case-gap figure-rule
    figure-height figure-gap callout-padding callout-indent pledge-bar pledge-indent chart-plot chart-gap
    chart-column-gap chart-row chart-bar chart-label-width chart-value-width chart-least baseline rule head-rule
    end-rule link-rule link-offset running-gap foot-gap list-indent square-below-middle footnote-gap
    table-before table-room row-whole continued-gap unit-most text-column-least number-column-least number-head-most
    joined-padding joined-padding-index group-row-before-index tick tick-gap tick-below tick-ring chart-plot-top
    chart-plot-foot chart-name-below chart-series-below chart-value-gap chart-bars-top chart-bars-foot
    picture-most cover-rule opening-gap opening-label-below contents-title-after contents-title-up title-up
    contents-front-after contents-number-top contents-name-gap contents-section-indent chart-stack-top
    chart-stack-pitch chart-stack-foot chart-stack-bar chart-stack-label-gap chart-part-gap chart-label-gap
    chart-part-between chart-part-least chart-part-wide chart-column-most chart-column-name-below chart-dots-top
    chart-dots-pitch chart-dots-foot chart-dots-label-width chart-dots-value-gap chart-dots-limit-gap chart-tick
    chart-tick-next chart-tick-height chart-dot chart-line chart-line-foot chart-line-name-width chart-donut-reach
    card-top card-padding-top card-padding-side card-padding-bottom card-height group-gap group-name-gap
    card-statements-gap
    diagram-top diagram-arrow diagram-number-gap diagram-row-gap diagram-padding diagram-padding-side
    diagram-connector diagram-name-gap contact-padding contact-text goal-square goal-pitch goal-row goal-number-left
    goal-number-top goal-name-gap opening-up
    cycle-plot cycle-gap cycle-dot cycle-arrow-gap cycle-number-width cycle-step-gap
    matrix-plot matrix-gap matrix-line matrix-arrow matrix-dot matrix-dot-ring matrix-axis-gap matrix-number-width
    matrix-issue-gap matrix-group-gap
    """.split()
)
"""The single lengths of the pieces, in points, and ratios."""

PLACES = {
    "cover": frozenset("brand year title name other-name incorporation codes".split()),
    "opening": frozenset("number title introduction label sections goals".split()),
    "contact": frozenset("title lines name other-name incorporation codes".split()),
    "back-cover": frozenset("brand title codes".split()),
}
"""The places of the pages that are painted as a whole: cover, a chapter's opening, contact page, back cover."""

THROUGH, BY_CHAPTER = "through", "by-chapter"
FOOTNOTES = (THROUGH, BY_CHAPTER)
"""How footnotes are counted: through the report, or from 1 on in each chapter."""
