"""The names of everything that can be wrong. `docs/diagnostics.md` documents each; a test holds the two together."""

from __future__ import annotations

from enum import Enum


class Code(Enum):
    """A finding's kind, as users see and grep it: ``error[unknown-key]``."""

    # files
    FILE_MISSING = "file-missing"
    FILE_UNREADABLE = "file-unreadable"
    FILE_OUTSIDE = "file-outside"
    FILE_TOO_LARGE = "file-too-large"
    FILE_UNWRITABLE = "file-unwritable"
    # YAML and front matter
    YAML_BROKEN = "yaml-broken"
    YAML_TOO_DEEP = "yaml-too-deep"
    UNKNOWN_KEY = "unknown-key"
    MISSING_KEY = "missing-key"
    DUPLICATE_KEY = "duplicate-key"
    WRONG_VALUE = "wrong-value"
    NOT_A_NUMBER = "not-a-number"
    DUPLICATE_ID = "duplicate-id"
    # references
    UNKNOWN_REFERENCE = "unknown-reference"
    UNKNOWN_PERIOD = "unknown-period"
    UNKNOWN_FORM = "unknown-form"
    UNKNOWN_UNIT = "unknown-unit"
    BROKEN_REFERENCE = "broken-reference"
    NO_VALUE = "no-value"
    ROUND_STATEMENT = "round-statement"
    UNKNOWN_NOTE = "unknown-note"
    UNUSED_NOTE = "unused-note"
    UNKNOWN_TARGET = "unknown-target"
    UNKNOWN_PROVISION = "unknown-provision"
    UNKNOWN_TABLE = "unknown-table"
    UNKNOWN_FIGURE = "unknown-figure"
    UNKNOWN_FRAMEWORK = "unknown-framework"
    # data
    SUM_DIFFERS = "sum-differs"
    RATIO_DIFFERS = "ratio-differs"
    CIRCULAR_RULE = "circular-rule"
    IMPLAUSIBLE = "implausible"
    PROVISION_UNANSWERED = "provision-unanswered"
    PROVISION_CONTRADICTED = "provision-contradicted"
    # Markdown
    UNKNOWN_DIRECTIVE = "unknown-directive"
    UNCLOSED_DIRECTIVE = "unclosed-directive"
    WRONG_DIRECTIVE = "wrong-directive"
    WRONG_HEADING = "wrong-heading"
    RAW_HTML = "raw-html"
    CELL_COUNT = "cell-count"
    WRONG_MERGE = "wrong-merge"
    WRONG_ATTRIBUTES = "wrong-attributes"
    LITERAL_MARKUP = "literal-markup"
    TYPED_YEAR = "typed-year"
    UNPRINTABLE = "unprintable"
    # templates
    TEMPLATE_BROKEN = "template-broken"
    TEMPLATE_FAILED = "template-failed"
    # translation
    UNTRANSLATED = "untranslated"
    FUZZY = "fuzzy"
    CATALOGUE_BROKEN = "catalogue-broken"
    REFERENCE_LOST = "reference-lost"
    # output
    MISSING_GLYPH = "missing-glyph"
    FONT_MISSING = "font-missing"
