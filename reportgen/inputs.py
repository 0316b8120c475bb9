"""What all languages of a report are made of: what is written, computed data, frameworks."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from reportgen.i18n.catalogue import Catalogues
from reportgen.model.dataset import Dataset
from reportgen.model.figure import ChartOf, DiagramOf, MatrixOf
from reportgen.model.index import Framework, Office, Provision
from reportgen.model.project import Project
from reportgen.model.section_file import SectionFile
from reportgen.model.theme import Theme
from reportgen.read.templates import Templates


class Inputs(Struct, frozen=True):
    """What all languages of a report are made of. ``data`` and ``languages`` are as in `Sources`.

    ``themes`` and ``catalogues`` are by language, of those that are wanted; a language in which the theme file has a
    fault has no theme. ``frameworks`` are those that the report follows, ``mentioned`` others that its marks name;
    ``goals`` are the Sustainable Development Goals by number, where chapters name any.
    """

    project: Project
    files: tuple[SectionFile, ...]
    themes: Mapping[str, Theme]
    templates: Templates
    catalogues: Mapping[str, Catalogues]
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
