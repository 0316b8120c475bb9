"""Reporting frameworks and the rows of their index."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.diagnostics import Span
from reportgen.model.words import Words


@dataclass(frozen=True, slots=True)
class Provision:
    """One item of a framework. ``label``, ``requirement``, ``part`` and ``aspect`` are wordings by locale id."""

    code: str
    label: dict[str, str]
    requirement: dict[str, str]
    part: dict[str, str]
    aspect: dict[str, str]
    obligation: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Framework:
    """A reporting framework: its title by locale id and its provisions in order. The tool's own data."""

    id: str
    title: dict[str, str]
    provisions: tuple[Provision, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The office's words on a provision that is not disclosed."""

    framework: str
    provision: str
    kind: str
    words: Words
    span: Span


@dataclass(frozen=True, slots=True)
class Answer:
    """A place of the report that answers a provision: the anchor of a section or heading."""

    anchor: str
    section: str


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A provision with the places that answer it, or the explanation why none does."""

    provision: Provision
    answers: tuple[Answer, ...]
    explanation: Explanation | None
