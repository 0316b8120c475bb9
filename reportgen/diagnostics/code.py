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
    RULE_DIFFERS = "rule-differs"
    UNIT_MISMATCH = "unit-mismatch"
    CIRCULAR_RULE = "circular-rule"
    IMPLAUSIBLE = "implausible"
    NOT_COVERED = "not-covered"
    LEFT_OUT = "left-out"
    PARTIAL_WHOLE = "partial-whole"
    UNNAMED_POPULATION = "unnamed-population"
    MEAN_DIFFERS = "mean-differs"
    UNEXPLAINED_CHANGE = "unexplained-change"
    UNUSUAL_FACTOR = "unusual-factor"
    SMALL_CELL = "small-cell"
    NO_SOURCE = "no-source"
    NO_OWNER = "no-owner"
    COMPARATIVE_DIFFERS = "comparative-differs"
    NOT_PRINTED = "not-printed"
    UNUSED_ANSWER = "unused-answer"
    PROVISION_UNANSWERED = "provision-unanswered"
    PROVISION_CONTRADICTED = "provision-contradicted"
    # indices
    QUANTITY_IN_WORDS = "quantity-in-words"
    COMPONENT_MISSING = "component-missing"
    UNIT_NOT_ASKED = "unit-not-asked"
    YEARS_MISSING = "years-missing"
    BREAKDOWN_MISSING = "breakdown-missing"
    EMPTY_EXPLANATION = "empty-explanation"
    UNCONFIRMED = "unconfirmed"
    WRONG_VERSION = "wrong-version"
    # workbooks
    WORKBOOK_UNREADABLE = "workbook-unreadable"
    WORKBOOK_UNMAPPED = "workbook-unmapped"
    WRONG_UNIT = "wrong-unit"
    IMPORT_CONFLICT = "import-conflict"
    VALUE_COMPUTED = "value-computed"
    NOT_EDITABLE = "not-editable"
    EXTRA_MISSING = "extra-missing"
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
    TYPED_NUMBER = "typed-number"
    UNPRINTABLE = "unprintable"
    # templates
    TEMPLATE_BROKEN = "template-broken"
    TEMPLATE_FAILED = "template-failed"
    # translation
    UNTRANSLATED = "untranslated"
    FUZZY = "fuzzy"
    CATALOGUE_BROKEN = "catalogue-broken"
    REFERENCE_LOST = "reference-lost"
    EXCHANGE_UNREADABLE = "exchange-unreadable"
    EXCHANGE_STALE = "exchange-stale"
    EXCHANGE_CONFLICT = "exchange-conflict"
    WRONG_TOKEN = "wrong-token"
    NOT_SENT = "not-sent"
    NUMBER_DIFFERS = "number-differs"
    WRONG_SCRIPT = "wrong-script"
    SAME_AS_SOURCE = "same-as-source"
    BROKEN_MARKUP = "broken-markup"
    STRAY_TEMPLATE = "stray-template"
    FORBIDDEN_TERM = "forbidden-term"
    TERM_MISSING = "term-missing"
    WRONG_PUNCTUATION = "wrong-punctuation"
    STOP_DIFFERS = "stop-differs"
    DOUBLED = "doubled"
    LENGTH_DIFFERS = "length-differs"
    BLANKS_DIFFER = "blanks-differ"
    WRONG_MUTE = "wrong-mute"
    WRONG_HEAD = "wrong-head"
    GLOSSARY_BROKEN = "glossary-broken"
    REVIEW_UNREADABLE = "review-unreadable"
    REVIEW_UNMARKED = "review-unmarked"
    UNKNOWN_MESSAGE = "unknown-message"
    NOT_ACCEPTED = "not-accepted"
    NO_GIT = "no-git"
    UNKNOWN_REVISION = "unknown-revision"
    REVISION_BROKEN = "revision-broken"
    HARD_CODED = "hard-coded"
    # output
    MISSING_GLYPH = "missing-glyph"
    FONT_MISSING = "font-missing"
    NO_ROOM = "no-room"


UNREADABLE = frozenset(
    {
        Code.FILE_MISSING,
        Code.FILE_UNREADABLE,
        Code.FILE_OUTSIDE,
        Code.FILE_TOO_LARGE,
        Code.YAML_BROKEN,
        Code.YAML_TOO_DEEP,
        Code.TEMPLATE_BROKEN,
        Code.CATALOGUE_BROKEN,
        Code.GLOSSARY_BROKEN,
    }
)
"""What leaves a file unread: whatever refers to what stands in it may be found wrong, too."""
