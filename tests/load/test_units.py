from __future__ import annotations

from fractions import Fraction

from reportgen.load.units import load_units
from reportgen.model.locale import LOCALES
from reportgen.model.units import converts, form_name, powers, scale


def test_every_unit_has_a_wording_in_every_language() -> None:
    for unit in load_units().values():
        for locale in LOCALES:
            assert unit.column[locale]
            assert unit.pattern[locale].count("{}") == 1


def test_a_unit_that_counts_another_one_has_it() -> None:
    units = load_units()
    assert [(u.code, u.base) for u in units.values() if u.base] == [("RMBm", "RMB"), ("HKDm", "HKD"), ("USDm", "USD")]
    assert all(scale(unit, units[unit.base]) == 10**6 for unit in units.values() if unit.base)


def test_units_of_one_dimension_convert_exactly() -> None:
    units = load_units()

    def held(one: str, other: str) -> Fraction:
        assert converts(units[one], units[other])
        return scale(units[one], units[other])

    assert held("MWh", "1000kWh") == 1
    assert held("MWh", "kWh") == 1000
    assert held("GJ", "kWh") == Fraction(2500, 9)
    assert held("tce", "GJ") == Fraction("29.3076")
    assert held("tce", "kgce") == 1000
    assert held("day", "hour") == 24
    assert held("%", "one") == Fraction(1, 100)
    assert held("kgCO2", "tCO2e") == Fraction(1, 1000)
    assert not converts(units["t"], units["tCO2e"])
    assert not converts(units["person"], units["supplier"])
    assert not converts(units["USD"], units["RMB"])


def test_a_unit_made_of_two_has_its_dimension_from_them() -> None:
    unit = load_units()["MWh/RMBm"]
    assert (unit.dimension, unit.factor) == ("energy/RMB", Fraction(3600, 10**6))
    assert powers(unit) == {"energy": 1, "RMB": -1}
    assert powers(load_units()["hour"], under=(load_units()["person"],)) == {"time": 1}


def test_every_unit_has_a_name_of_its_own_in_forms() -> None:
    names = [form_name(unit) for unit in load_units().values()]
    assert len(set(names)) == len(names)
    assert {"gj", "1000kwh", "t_per_rmbm"} < set(names)


def test_number_and_unit_stay_on_one_line() -> None:
    assert load_units()["MWh"].pattern["en"] == "{}\N{NO-BREAK SPACE}MWh"
    assert load_units()["RMBm"].pattern["en"] == "RMB\N{NO-BREAK SPACE}{}\N{NO-BREAK SPACE}million"
    assert load_units()["%"].pattern["en"] == "{}%"
    assert load_units()["t"].singular["en"] == "{}\N{NO-BREAK SPACE}tonne"
