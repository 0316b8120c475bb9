"""What all languages of a report are made of: what is written, computed data, frameworks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Diagnostics
from reportgen.i18n.catalogue import Catalogue
from reportgen.model.dataset import Dataset
from reportgen.model.figure import ChartOf, DiagramOf, MatrixOf
from reportgen.model.index import Framework, Office, Provision
from reportgen.model.project import Project
from reportgen.model.section_file import SectionFile
from reportgen.model.theme import Theme
from reportgen.read.templates import Templates

T = TypeVar("T")


class Own(Struct, Generic[T], frozen=True):
    """What is a language's own, and what was found in it: that stops this language, and no other."""

    value: T
    found: tuple[Diagnostic, ...]

    def told(self, diagnostics: Diagnostics) -> T:
        """Return it; what was found is added to the diagnostics."""
        diagnostics.extend(self.found)
        return self.value


class Inputs(Struct, frozen=True):
    """What all languages of a report are made of. ``data`` and ``languages`` are as in `Sources`.

    ``themes`` and ``catalogues`` (by domain) are by language, of those that are wanted; a language for which the theme
    file has a fault has no theme. ``frameworks`` are those that the report follows, ``mentioned`` others that its marks
    name; ``goals`` are the Sustainable Development Goals by number, where chapters name any.
    """

    project: Project
    files: tuple[SectionFile, ...]
    themes: Mapping[str, Own[Theme | None]]
    templates: Templates
    catalogues: Mapping[str, Own[dict[str, Catalogue]]]
    dataset: Dataset
    charts: Mapping[str, ChartOf]
    diagrams: Mapping[str, DiagramOf | MatrixOf]
    frameworks: tuple[Framework, ...]
    mentioned: tuple[Framework, ...]
    offices: Mapping[str, Office]
    data: Mapping[str, object]
    languages: Mapping[str, str]
    goals: Mapping[str, Provision]
    complete: bool
