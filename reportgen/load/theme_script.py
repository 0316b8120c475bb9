"""What the theme file says otherwise for Chinese: the keys under `han` replace those beside it."""

from __future__ import annotations

from reportgen.diagnostics import Diagnostics
from reportgen.load.fields import Fields
from reportgen.load.yaml_nodes import Mapping
from reportgen.model.locale import Locale, Script


def in_script(node: Mapping, what: str, known: frozenset[str], locale: Locale, diagnostics: Diagnostics) -> Fields:
    """Return a mapping's fields, those under `han` on top for a language in Han characters."""
    fields = Fields(node, what, known, diagnostics)
    han = fields.mapping("han")
    Fields(han, f"`han` of {what}", known - {"han"}, diagnostics)
    if locale.script is not Script.HAN:
        return fields
    return Fields(Mapping({**node.entries, **han.entries}, node.span), what, known, diagnostics)
