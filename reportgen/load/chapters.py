"""The `chapters` of `content/report.yaml` to `Chapter`s."""

from __future__ import annotations

from reportgen.diagnostics import Code, Diagnostics, Span
from reportgen.load.fields import Fields, mapping_at
from reportgen.load.notes import notes_of
from reportgen.load.values import is_id
from reportgen.load.yaml_nodes import Node
from reportgen.model.dataset import Mark
from reportgen.model.project import Chapter
from reportgen.model.theme_names import FAMILIES

SECTIONS = "content/sections"
GOALS = "sdg"
"""The framework that has the Sustainable Development Goals."""
RESERVED = frozenset("report kpis figures indices templates".split())
"""The catalogues of what is not written in sections: a section so named would have to share one of them."""

CHAPTER_KEYS = frozenset("id number title introduction notes family sections sdgs".split())


def chapters_of(nodes: tuple[Node, ...], diagnostics: Diagnostics) -> tuple[Chapter, ...]:
    """Return the chapters in order; DUPLICATE_ID for a chapter or section named twice."""
    seen: dict[str, Span] = {}
    mappings = (mapping_at(node, "a chapter", diagnostics) for node in nodes)
    return tuple(
        _chapter(Fields(mapping, "a chapter", CHAPTER_KEYS, diagnostics), seen)
        for mapping in mappings
        if mapping is not None
    )


def _chapter(fields: Fields, seen: dict[str, Span]) -> Chapter:
    id_ = fields.needed_text("id")
    node = fields.node("id")
    if id_ and node is not None:
        # A chapter and its only section may share an id: the section's heading is then not repeated.
        _once(f"chapter `{id_}`", id_, node.span, seen, fields.diagnostics)
    return Chapter(
        id=id_,
        number=_number(fields),
        title=fields.needed_words("title"),
        introduction=fields.words("introduction"),
        family=fields.choice("family", {name: name for name in FAMILIES}, "brand"),
        sections=_sections(fields, seen),
        span=fields.span,
        goals=_goals(fields),
        notes=notes_of(fields),
    )


def _goals(fields: Fields) -> tuple[Mark, ...]:
    """Return the Sustainable Development Goals that apply, as marks: whether there are such is seen later."""
    goals = tuple(Mark(GOALS, text, span) for text, span in fields.texts("sdgs"))
    if goals and "number" not in fields:
        hint = 'give the chapter a number, such as `number: "06"`, or take `sdgs` out'
        message = "only a chapter with a number has an opening page to show its `sdgs`"
        fields.diagnostics.error(Code.WRONG_VALUE, message, fields.place("sdgs"), hint)
    return goals


def _number(fields: Fields) -> str:
    number = fields.text("number")
    if number and not (len(number) == 2 and number.isascii() and number.isdigit()):
        fields.diagnostics.error(
            Code.WRONG_VALUE,
            f"expected `number` as two digits, found `{number}`",
            fields.value_place("number"),
            'write it as `"06"`, or leave it out for a chapter without a number',
        )
        return ""
    return number


def _sections(fields: Fields, seen: dict[str, Span]) -> dict[str, Span]:
    """Return where each section is named, by the path of its file."""
    fields.needed("sections")
    places: dict[str, Span] = {}
    for id_, span in fields.texts("sections"):
        _once(f"section `{id_}`", id_, span, seen, fields.diagnostics)
        if id_ in RESERVED:
            message = f"a section cannot be named `{id_}`: the catalogue of that name holds other words"
            hint = "give the section another id, and rename its file"
            fields.diagnostics.error(Code.WRONG_VALUE, message, span, hint)
        places.setdefault(f"{SECTIONS}/{id_}.md", span)
    return places


def _once(what: str, id_: str, span: Span, seen: dict[str, Span], diagnostics: Diagnostics) -> None:
    if not is_id(id_):
        hint = "use small letters, digits and `_`, beginning with a letter"
        diagnostics.error(Code.WRONG_VALUE, f"`{id_}` cannot be an id", span, hint)
    first = seen.setdefault(what, span)
    if first is not span:
        diagnostics.error(Code.DUPLICATE_ID, f"the {what} stands twice", span, f"the other one is at {first}")
