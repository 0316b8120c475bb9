"""Names the characters that no font has, with the place where each was written."""

from __future__ import annotations

from collections.abc import Mapping
from unicodedata import name

from reportgen.diagnostics import Code, Diagnostics, Span
from reportgen.model.block import Document
from reportgen.model.inline import Bound, Text
from reportgen.model.walk import walk


def report_missing(missing: Mapping[str, str], document: Document, diagnostics: Diagnostics) -> None:
    """Report each character of ``missing``, which has the words around it, at its first place in the document."""
    for character, words in sorted(missing.items()):
        title = f"U+{ord(character):04X} {name(character, 'a character without a name')}"
        diagnostics.error(
            Code.MISSING_GLYPH,
            f"no font of the theme has `{character}` ({title}), in `{words}`",
            _place(character, document),
            "use another character, or add a font that has it to `templates/theme.yaml`",
        )


def _place(character: str, document: Document) -> Span | None:
    """Return the place of what the character stands in."""
    place = None
    for node in walk((document.blocks, document.notes)):
        place = getattr(node, "span", place)
        if isinstance(node, Text | Bound) and character in node.text:
            return place
    return None
