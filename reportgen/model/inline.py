"""What stands in a line of text."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.diagnostics import Span
from reportgen.model.dataset import Fact


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Strong emphasis."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasis; also the titles of laws, policies and standards."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link. ``target`` is ``https:...``, ``mailto:...`` or ``#anchor``."""

    target: str
    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class PageReference:
    """The number of the page on which an anchor stands; ``[](#anchor "page")``."""

    anchor: str
    span: Span


@dataclass(frozen=True, slots=True)
class TitleReference:
    """The title of what stands at an anchor, as a link; ``[](#anchor)``."""

    anchor: str
    span: Span


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to a fact or a period, not yet bound: ``{id}``, ``{id[period].form}``. Empty texts mean none."""

    id: str
    period: str
    form: str
    span: Span


@dataclass(frozen=True, slots=True)
class Bound:
    """A reference as it prints.

    ``facts`` are the facts that the text rests on (none for a period's label); ``occurrence`` numbers the bound
    references with facts of a document from 0 in reading order, and is -1 for the others.
    """

    text: str
    ref: Ref
    facts: tuple[Fact, ...]
    occurrence: int = -1


@dataclass(frozen=True, slots=True)
class NoteRef:
    """The mark of a note: ``[^name]``. ``number`` is 0 until numbered; ``table`` marks notes printed below a table.

    ``first`` is false where the same note was marked before.
    """

    name: str
    span: Span
    number: int = 0
    table: bool = False
    first: bool = True


@dataclass(frozen=True, slots=True)
class Break:
    """A hard line break."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Words that are not translated or whose translation is out of date; only in drafts."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """The words before this are those of a message, such as ``green_data_center.3f2a91bc``. It prints nothing."""

    message: str


Inline = (
    Text | Strong | Emphasis | Link | PageReference | TitleReference | Ref | Bound | NoteRef | Break | Unfinished | Said
)
