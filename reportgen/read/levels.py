"""The levels of a diagram as its directive holds them: a list, in which each item is a list of boxes."""

from __future__ import annotations

from reportgen.diagnostics import Code, Diagnostics
from reportgen.model.block import Block, DiagramBox, Directive, ListBlock, Paragraph
from reportgen.model.inline import Strong
from reportgen.read.leading_space import without_space

_LEVEL = "write `- - **name** text` for the first box of a level, `  - **name** text` for the others"


def read_levels(directive: Directive, diagnostics: Diagnostics) -> tuple[tuple[DiagramBox, ...], ...] | None:
    """Return the boxes of each level in a directive; ``None`` where it holds anything else (WRONG_DIRECTIVE)."""
    lists = [block for block in directive.blocks if isinstance(block, ListBlock)]
    if not lists or len(lists) < len(directive.blocks):
        message = "a diagram is a list of levels and nothing else"
        diagnostics.error(Code.WRONG_DIRECTIVE, message, directive.span, _LEVEL)
        return None
    levels = (_level(item, directive, diagnostics) for block in lists for item in block.items)
    return tuple(level for level in levels if level)


def _level(item: tuple[Block, ...], directive: Directive, diagnostics: Diagnostics) -> tuple[DiagramBox, ...]:
    """Return the boxes of a level: an item of the list whose own list has an item for each."""
    match item:
        case (ListBlock(items=boxes),):
            return tuple(_diagram_box(box, directive, diagnostics) for box in boxes)
        case _:
            diagnostics.error(Code.WRONG_DIRECTIVE, "a level is a list of boxes", directive.span, _LEVEL)
            return ()


def _diagram_box(item: tuple[Block, ...], directive: Directive, diagnostics: Diagnostics) -> DiagramBox:
    match item:
        case (Paragraph(inlines=(Strong(children=name), *text)),):
            return DiagramBox(name, without_space(tuple(text)))
        case _:
            message = "a box is one line of text that begins with its name"
            diagnostics.error(Code.WRONG_DIRECTIVE, message, directive.span, "write it as `**name** text`")
            return DiagramBox((), ())
