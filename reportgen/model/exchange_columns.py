"""The columns of a workbook for translators, by the keys in its first, hidden row: what writes and reads it share."""

from __future__ import annotations

MESSAGE = "message"
WHERE = "where"
SOURCE = "source"
CHANGES = "changes"
PRESENT = "present"
TRANSLATION = "translation"
TOKENS = "tokens"
NOTE = "note"
SOURCE_DIGEST = "source_digest"
STATE = "state"
CATALOGUE = "catalogue"

COLUMNS = (
    MESSAGE,
    WHERE,
    SOURCE,
    CHANGES,
    PRESENT,
    TRANSLATION,
    TOKENS,
    NOTE,
    SOURCE_DIGEST,
    STATE,
    CATALOGUE,
)
NEEDED = (MESSAGE, SOURCE, TRANSLATION, SOURCE_DIGEST, STATE, CATALOGUE)
"""Those without which a workbook cannot be read."""

CELL_LIMIT = 32_767
"""The most characters that a cell of Excel's holds."""
