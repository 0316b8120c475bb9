"""`content/previous/*.yaml`: what earlier years' reports stated, to hold this report's comparatives against it.

A file has the figures of one report for one period, as they were published::

    period: prior
    values: {energy_total: 50637.58, ghg_scope2: 35796.91}
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Table

from reportgen.diagnostics import Code, Diagnostics, Span, suggest
from reportgen.load.facts import period_known
from reportgen.load.fields import Fields
from reportgen.load.source import list_files
from reportgen.load.values import decimal_of
from reportgen.load.yaml_file import read_yaml
from reportgen.model.dataset import FiledBefore, Indicator
from reportgen.model.project import Project

PREVIOUS = "content/previous"

PREVIOUS_KEYS = frozenset(("period", "values"))


def load_previous(
    project: Project, indicators: Table[str, Indicator], diagnostics: Diagnostics
) -> tuple[FiledBefore, ...]:
    """Return all earlier statements, in the files' order; UNKNOWN_PERIOD, UNKNOWN_REFERENCE, NOT_A_NUMBER."""
    found: list[FiledBefore] = []
    for path in list_files(project.root, PREVIOUS, ".yaml"):
        mapping = read_yaml(project.root, path, diagnostics)
        if mapping is not None:
            found.extend(
                _statements(
                    Fields(mapping, "a file of an earlier report", PREVIOUS_KEYS, diagnostics), project, indicators
                )
            )
    return tuple(found)


def _statements(file: Fields, project: Project, indicators: Table[str, Indicator]) -> Iterator[FiledBefore]:
    file.needed("values")
    period = file.needed_text("period")
    node = file.node("period")
    if not period or node is None or not period_known(period, node.span, project.periods, file.diagnostics):
        return
    for id_, (place, value) in file.mapping("values").entries.items():
        number = decimal_of(value, file.diagnostics)
        if _is_known(id_, place, indicators, file.diagnostics) and number is not None:
            yield FiledBefore(id_, period, number, value.span)


def _is_known(id_: str, place: Span, indicators: Table[str, Indicator], diagnostics: Diagnostics) -> bool:
    if id_ in indicators:
        return True
    hint = suggest(id_, indicators) or "remove it: this report has no such indicator"
    diagnostics.error(Code.UNKNOWN_REFERENCE, f"there is no indicator `{id_}`", place, hint)
    return False
