from __future__ import annotations

from reportgen.load.units import load_units
from reportgen.model.locale import LOCALES


def test_every_unit_has_a_wording_in_every_language() -> None:
    for unit in load_units().values():
        for locale in LOCALES:
            assert unit.column[locale]
            assert unit.pattern[locale].count("{}") == 1


def test_a_unit_that_counts_another_one_has_it() -> None:
    units = load_units()
    assert [(u.code, u.base, u.power) for u in units.values() if u.base] == [("RMBm", "RMB", 6)]
    assert all(unit.base in units for unit in units.values() if unit.base)


def test_number_and_unit_stay_on_one_line() -> None:
    assert load_units()["MWh"].pattern["en"] == "{}\N{NO-BREAK SPACE}MWh"
    assert load_units()["RMBm"].pattern["en"] == "RMB\N{NO-BREAK SPACE}{}\N{NO-BREAK SPACE}million"
    assert load_units()["%"].pattern["en"] == "{}%"
    assert load_units()["t"].singular["en"] == "{}\N{NO-BREAK SPACE}tonne"
