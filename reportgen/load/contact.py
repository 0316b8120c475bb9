"""The `contact` of `content/report.yaml`: the lines of the contact page."""

from __future__ import annotations

from reportgen.load.fields import Fields, mapping_at
from reportgen.model.project import ContactLine

CONTACT_KEYS = frozenset(("label", "text"))


def contact_of(fields: Fields) -> tuple[ContactLine, ...]:
    """Return the lines in order; none where the report has no contact page."""
    nodes = (mapping_at(node, "a line of `contact`", fields.diagnostics) for node in fields.items("contact"))
    lines = (Fields(node, "a line of `contact`", CONTACT_KEYS, fields.diagnostics) for node in nodes if node)
    return tuple(ContactLine(line.needed_words("label"), line.needed_words("text")) for line in lines)
