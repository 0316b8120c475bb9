"""`reportgen index status`: how much of each framework the report covers, and what next year's will ask beyond it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostics
from reportgen.inputs import Inputs
from reportgen.load.framework import load_framework
from reportgen.load.versions import family_of, versions_of
from reportgen.load_inputs import load
from reportgen.model.index import Framework, IndexRow, Marked, Obligation, Wording
from reportgen.model.project import Project
from reportgen.read.sections import read_sections
from reportgen.transform.disclose import disclose
from reportgen.transform.marked import marked_places
from reportgen.transform.obligation import obligation_of_large_caps
from reportgen.transform.placed import named, placed


class Coverage(Struct, frozen=True):
    """How many provisions of an aspect are disclosed, explained, and neither; how many are to be confirmed.

    ``optional`` are voluntary ones that are neither.
    """

    framework: str
    part: str
    area: str
    aspect: str
    provisions: int
    disclosed: int
    explained: int
    open: int
    optional: int
    unconfirmed: int


class Gap(Struct, frozen=True):
    """A provision of a later version that the report neither discloses nor explains.

    ``obligation`` is what it would be for this issuer, ``for_large_caps`` what it would be if the report said that the
    issuer is one; both as in `Obligation`.
    """

    framework: str
    code: str
    aspect: str
    requirement: str
    obligation: str
    for_large_caps: str
    confirmed: bool


def coverage(root: Path, diagnostics: Diagnostics) -> tuple[Coverage, ...]:
    """Return the coverage of each framework that the report follows, aspect by aspect, in the framework's order.

    Raises ReportError where the sources leave nothing to look at.
    """
    inputs = load(root, diagnostics)
    marked = _marked(inputs)
    found: list[Coverage] = []
    for framework in inputs.frameworks:
        rows = disclose(marked, framework, inputs.offices, inputs.project)
        found += _by_aspect(framework, rows, inputs.project)
    return tuple(found)


def gaps(root: Path, diagnostics: Diagnostics) -> tuple[Gap, ...]:
    """Return what the next version of each framework asks for and this report does not have; the binding first.

    The financial year is the first that the version is for, but not before the one after the report's.
    Raises ReportError where the sources leave nothing to look at.
    """
    inputs = load(root, diagnostics)
    marked = _marked(inputs)
    found: list[Gap] = []
    for framework in inputs.frameworks:
        for year, id in _later(framework, inputs.project):
            later = load_framework(id, root, diagnostics)
            project = _in_year(inputs.project, year)
            rows = disclose(marked, later, inputs.offices, project)
            found += sorted(_gaps(later, rows, project), key=lambda gap: _ORDER.index(gap.obligation))
    return tuple(found)


_ORDER = [obligation.value for obligation in Obligation]


def _marked(inputs: Inputs) -> tuple[Marked, ...]:
    """Return the marks of the report as it is written."""
    quiet = Diagnostics()
    sections = read_sections(
        inputs.project, inputs.files, inputs.templates.signatures, lambda domain, words: words, quiet
    )
    known = placed(sections, named(inputs.dataset, inputs.charts, inputs.diagrams, inputs.frameworks), quiet)
    return marked_places(known.values(), inputs.dataset, inputs.charts)


def _by_aspect(framework: Framework, rows: Iterable[IndexRow], project: Project) -> Iterator[Coverage]:
    groups: dict[tuple[str, str, str], list[IndexRow]] = {}
    for row in rows:
        own = row.provision
        key = (_said(own.part, project), _said(own.area, project), _said(own.aspect, project))
        groups.setdefault(key, []).append(row)
    for (part, area, aspect), group in groups.items():
        neither = [row for row in group if not row.answers and row.explanation is None]
        optional = sum(row.obligation is Obligation.VOLUNTARY for row in neither)
        yield Coverage(
            framework=framework.id,
            part=part,
            area=area,
            aspect=aspect,
            provisions=len(group),
            disclosed=sum(bool(row.answers) for row in group),
            explained=sum(row.explanation is not None and not row.answers for row in group),
            open=len(neither) - optional,
            optional=optional,
            unconfirmed=sum(not row.confirmed for row in group),
        )


def _said(wording: Wording, project: Project) -> str:
    """Return a wording in the report's source language, in English where it has none there."""
    return wording.get(project.source.id) or wording.get("en", "")


def _later(framework: Framework, project: Project) -> Iterator[tuple[int, str]]:
    """Yield the next version of a framework with the first year that it would be followed in."""
    versions = versions_of(family_of(framework.id), project.known_frameworks)
    mine = next((year for year, id in versions.items() if id == framework.id), 0)
    after = [year for year in versions if year > mine > 0]
    if after:
        next_year = min(project.periods["current"].start.year + 1, MAXYEAR)
        yield max(min(after), next_year), versions[min(after)]


def _in_year(project: Project, year: int) -> Project:
    """Return the report as it would be in a financial year beginning then, on the same day or the month's last."""
    current = project.periods["current"]
    day = min(current.start.day, monthrange(year, current.start.month)[1])
    start = date(year, current.start.month, day)
    return replace(project, periods={**project.periods, "current": replace(current, start=start)})


def _gaps(framework: Framework, rows: Iterable[IndexRow], project: Project) -> Iterator[Gap]:
    start = project.periods["current"].start
    for row in rows:
        if not row.answers and row.explanation is None:
            own = row.provision
            large = obligation_of_large_caps(own, project.listing, start)
            yield Gap(
                framework=framework.id,
                code=own.code,
                aspect=_said(own.aspect, project) or _said(own.area, project) or _said(own.part, project),
                requirement=_said(own.requirement, project),
                obligation=row.obligation.value,
                for_large_caps=(large if project.listing.large_cap is None else row.obligation).value,
                confirmed=row.confirmed,
            )
