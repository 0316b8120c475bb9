"""`content/kpis/*.yaml` to the `Dataset`."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from reportgen.diagnostics import Code, Diagnostics, Span
from reportgen.load.cross_references import connect
from reportgen.load.factors import FACTOR_KEYS, factor_of, load_factors
from reportgen.load.facts import Defaults, defaults_of
from reportgen.load.fields import Fields, mapping_at, words_in
from reportgen.load.indicators import INDICATOR_KEYS, indicator_of, named_places
from reportgen.load.members import connect_members
from reportgen.load.pledges import PLEDGE_KEYS, pledge_of
from reportgen.load.previous import load_previous
from reportgen.load.source import list_files
from reportgen.load.tables import TABLE_KEYS, table_of
from reportgen.load.units import load_units
from reportgen.load.values import is_id
from reportgen.load.yaml_file import read_yaml
from reportgen.load.yaml_nodes import Mapping, Node
from reportgen.model.dataset import Dataset, Indicator, Pledge, TableOf
from reportgen.model.factors import Factor
from reportgen.model.project import Project
from reportgen.model.units import UNKNOWN, Unit
from reportgen.model.words import Words

KPIS = "content/kpis"

KPI_FILE_KEYS = frozenset("notes indicators factors pledges tables source owner".split())


def load_dataset(project: Project, diagnostics: Diagnostics) -> Dataset:
    """Return all indicators, notes, pledges and tables of a report.

    What names something unknown is reported and left out, so that whatever the dataset names is in it. Derived values
    are not computed yet (`transform.compute`).
    """
    gathered = _Gathered(project, diagnostics)
    for path in list_files(project.root, KPIS, ".yaml"):
        mapping = read_yaml(project.root, path, diagnostics)
        if mapping is not None:
            gathered.take(Fields(mapping, "a KPI file", KPI_FILE_KEYS, diagnostics))
    before = load_previous(project, gathered.indicators, diagnostics)
    dataset = Dataset(
        _units(gathered.indicators),
        gathered.indicators,
        gathered.notes,
        gathered.pledges,
        gathered.tables,
        before,
        gathered.factors,
    )
    connected = connect(dataset, gathered.rule_places, diagnostics)
    return connect_members(connected, gathered.rule_places, diagnostics)


def _units(indicators: dict[str, Indicator]) -> dict[str, Unit]:
    """Return the tool's units, and a pure number for the unit of indicators that have none that is known."""
    units = load_units()
    if any(indicator.unit == UNKNOWN for indicator in indicators.values()):
        units = units | {UNKNOWN: replace(units["one"], code=UNKNOWN)}
    return units


class _Gathered(Struct):
    """What the files read so far hold."""

    project: Project
    diagnostics: Diagnostics
    indicators: dict[str, Indicator] = field(default_factory=dict)
    notes: dict[str, Words] = field(default_factory=dict)
    pledges: dict[str, Pledge] = field(default_factory=dict)
    tables: dict[str, TableOf] = field(default_factory=dict)
    factors: dict[str, Factor] = field(default_factory=lambda: dict(load_factors()))
    rule_places: dict[str, dict[str, Span]] = field(default_factory=dict)

    def take(self, file: Fields) -> None:
        """Take a file's entries; ids are unique over all files."""
        self._take_notes(file)
        self._take_indicators(file)
        self._take_factors(file)
        self._take_pledges(file)
        self._take_tables(file)

    def _take_notes(self, file: Fields) -> None:
        for id_, place, node in self._entries(file, "notes", "note"):
            words = words_in(node, id_, self.diagnostics)
            if words is not None and self._is_new(self.notes.get(id_), "note", id_, place):
                self.notes[id_] = words

    def _take_indicators(self, file: Fields) -> None:
        above = defaults_of(file, Defaults())
        for id_, place, mapping in self._mappings(file, "indicators", "indicator"):
            if self._is_new(self.indicators.get(id_), "indicator", id_, place):
                fields = Fields(mapping, f"the indicator `{id_}`", INDICATOR_KEYS, self.diagnostics)
                self.indicators[id_] = indicator_of(id_, place, fields, self.project, above)
                self.rule_places[id_] = named_places(mapping)

    def _take_factors(self, file: Fields) -> None:
        for id_, place, mapping in self._mappings(file, "factors", "factor"):
            if self._is_new(self.factors.get(id_), "factor", id_, place):
                fields = Fields(mapping, f"the factor `{id_}`", FACTOR_KEYS, self.diagnostics)
                factor = factor_of(id_, place, fields)
                if factor is not None:
                    self.factors[id_] = factor

    def _take_pledges(self, file: Fields) -> None:
        for id_, place, mapping in self._mappings(file, "pledges", "pledge"):
            if self._is_new(self.pledges.get(id_), "pledge", id_, place):
                fields = Fields(mapping, f"the pledge `{id_}`", PLEDGE_KEYS, self.diagnostics)
                self.pledges[id_] = pledge_of(id_, place, fields)

    def _take_tables(self, file: Fields) -> None:
        for id_, place, mapping in self._mappings(file, "tables", "table"):
            if self._is_new(self.tables.get(id_), "table", id_, place):
                fields = Fields(mapping, f"the table `{id_}`", TABLE_KEYS, self.diagnostics)
                self.tables[id_] = table_of(id_, place, fields, self.project.periods)

    def _mappings(self, file: Fields, key: str, what: str) -> Iterator[tuple[str, Span, Mapping]]:
        for id_, place, node in self._entries(file, key, what):
            mapping = mapping_at(node, f"the {what} `{id_}`", self.diagnostics)
            if mapping is not None:
                yield id_, place, mapping

    def _entries(self, file: Fields, key: str, what: str) -> Iterator[tuple[str, Span, Node]]:
        for id_, (place, node) in file.mapping(key).entries.items():
            if not is_id(id_):
                self.diagnostics.error(
                    Code.WRONG_VALUE,
                    f"`{id_}` cannot be an id",
                    place,
                    "use small letters, digits and `_`, beginning with a letter",
                )
            elif what == "indicator" and id_ in self.project.periods:
                self.diagnostics.error(
                    Code.DUPLICATE_ID,
                    f"`{id_}` is a period: a reference could not tell it from an indicator",
                    place,
                    f"the period is at {self.project.periods[id_].span}; rename one of them",
                )
            else:
                yield id_, place, node

    def _is_new(
        self, other: Indicator | Factor | Pledge | TableOf | Words | None, what: str, id_: str, place: Span
    ) -> bool:
        if other is None:
            return True
        self.diagnostics.error(
            Code.DUPLICATE_ID,
            f"the {what} `{id_}` is defined twice",
            place,
            f"the other one is at {other.span}; rename one of them",
        )
        return False
