"""What stands in a line of text."""

from __future__ import annotations

from msgspec import Struct

from reportgen.diagnostics import Span
from reportgen.model.dataset import Fact


class Text(Struct, frozen=True):
    """Plain words."""

    text: str


class Strong(Struct, frozen=True):
    """Strong emphasis."""

    children: tuple[Inline, ...]


class Emphasis(Struct, frozen=True):
    """Emphasis; also the titles of laws, policies and standards."""

    children: tuple[Inline, ...]


class Link(Struct, frozen=True):
    """A link. ``target`` is ``https:...``, ``mailto:...`` or ``#anchor``."""

    target: str
    children: tuple[Inline, ...]
    span: Span


class PageReference(Struct, frozen=True):
    """The number of the page on which an anchor stands; ``[](#anchor "page")``."""

    anchor: str
    span: Span


class TitleReference(Struct, frozen=True):
    """The title of what stands at an anchor, as a link; ``[](#anchor)``."""

    anchor: str
    span: Span


class Ref(Struct, frozen=True):
    """A reference to a fact or a period, not yet bound: ``{id}``, ``{id[period].form}``. Empty texts mean none."""

    id: str
    period: str
    form: str
    span: Span


class Bound(Struct, frozen=True):
    """A reference as it prints.

    ``facts`` are the facts that the text rests on (none for a period's label); ``occurrence`` numbers the bound
    references with facts of a document from 0 in reading order, and is -1 for the others. ``spoken`` is read aloud for
    a text that is a mere sign, such as a dash; empty for others.
    """

    text: str
    ref: Ref
    facts: tuple[Fact, ...]
    occurrence: int = -1
    spoken: str = ""


class NoteRef(Struct, frozen=True):
    """The mark of a note: ``[^name]``. ``number`` is 0 until numbered; ``table`` marks notes printed below a table.

    ``first`` is false where the same note was marked before.
    """

    name: str
    span: Span
    number: int = 0
    table: bool = False
    first: bool = True


class Break(Struct, frozen=True):
    """A hard line break."""


class Unfinished(Struct, frozen=True):
    """Words that are not translated or whose translation is out of date; only in drafts."""

    children: tuple[Inline, ...]


class Said(Struct, frozen=True):
    """The words before this are those of a message, such as ``green_data_center.3f2a91bc``. It prints nothing."""

    message: str


Inline = (
    Text | Strong | Emphasis | Link | PageReference | TitleReference | Ref | Bound | NoteRef | Break | Unfinished | Said
)
