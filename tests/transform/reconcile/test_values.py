"""Values that raise a question: means, changes, factors, small cells, comparatives, origins."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.transform.arithmetic import round_half_up


def indicator(id_: str, unit: str, values: str, more: str = "") -> str:
    return f'  {id_}:\n    name: {id_}\n    unit: "{unit}"\n    values: {{{values}}}\n{more}'


def people(men: int, women: int) -> str:
    return (
        indicator("staff", "person", f"current: {men + women}", "    kind: stock\n")
        + indicator("men", "person", f"current: {men}", "    of: staff\n    dimension: gender\n    member: male\n")
        + indicator(
            "women", "person", f"current: {women}", "    of: staff\n    dimension: gender\n    member: female\n"
        )
    )


def hours(mean: object, men: object, women: object, population: str = "") -> str:
    named = f"    kind: mean\n{population}"
    return (
        indicator("hours", "hour", f"current: {mean}", named)
        + indicator(
            "hours_men", "hour", f"current: {men}", f"{named}    of: hours\n    dimension: gender\n    member: male\n"
        )
        + indicator(
            "hours_women",
            "hour",
            f"current: {women}",
            f"{named}    of: hours\n    dimension: gender\n    member: female\n",
        )
    )


ALL = "    population: All staff\n"


def test_a_share_or_mean_without_population(check):
    assert check(indicator("trained", "%", "current: 91")) == (
        "warning[unnamed-population]: `trained` is a share or mean, but of whom it is not said\n"
        "  --> content/kpis/a.yaml:3:3\n"
        "  = hint: add `population: ...`, such as `Full-time employees at year end`"
    )
    assert check(indicator("trained", "%", "current: 91", "    population: All staff\n")) == ""
    assert check(indicator("hours", "hour", "current: 9", "    kind: mean\n")).startswith("warning[unnamed-population]")


def test_a_share_that_a_rule_gives_names_its_whole_by_the_rule(check):
    parts = indicator("a", "t", "current: 1") + indicator("b", "t", "current: 2")
    assert check(parts + indicator("share", "%", "current: 50", "    share: [a, b]\n")) == ""


def test_a_mean_that_is_not_the_one_of_the_population_in_the_data(check):
    answer = "    answers: {unnamed-population: Not filed}\n"
    assert check(people(6923, 3570) + hours("16.88", "22.15", "7.45", answer)).split("warning")[1] == (
        "[mean-differs]: `hours` is 16.88 for `current`, but its members by gender, weighted by `men`, `women`, give "
        "17.15\n"
        "  --> content/kpis/a.yaml:25:23\n"
        "  = hint: correct it, or name the `population` that it is a mean of\n"
        "answered[unnamed-population]: `hours_men` is a share or mean, but of whom it is not said\n"
        "  --> content/kpis/a.yaml:28:3\n"
        "  = answer: Not filed\n"
        "answered[unnamed-population]: `hours_women` is a share or mean, but of whom it is not said\n"
        "  --> content/kpis/a.yaml:37:3\n"
        "  = answer: Not filed"
    )


def test_a_mean_over_another_population_is_not_weighted_by_this_one(check):
    assert check(people(6923, 3570) + hours("16.88", "22.15", "7.45", ALL)) == ""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    st.integers(5, 20000),
    st.integers(5, 20000),
    st.fractions(0, 100, max_denominator=997),
    st.fractions(0, 100, max_denominator=997),
    st.integers(0, 4),
)
def test_a_mean_rounded_from_exact_values_never_differs(check, men, women, his, hers, decimals):
    mean = (his * men + hers * women) / Fraction(men + women)
    shown = [round_half_up(value, decimals) for value in (mean, his, hers)]
    assert check(people(men, women).replace("    dimension", ALL + "    dimension") + hours(*shown, ALL)) == ""


def test_a_change_that_nothing_explains(check):
    assert check(indicator("waste", "t", "prior: 0.897, current: 0.049")) == (
        "warning[unexplained-change]: `waste` changed by -94.5%, from 0.897 for `prior` to 0.049 for `current`, and "
        "nothing says why\n"
        "  --> content/kpis/a.yaml:6:37\n"
        "  = hint: check the values; explain the change by a `note` on the value, or answer `unexplained-change`"
    )


def test_a_rise_from_nothing_is_a_change_of_no_per_cent(check):
    assert check(indicator("deaths", "person", "prior: 0, current: 2")).startswith(
        "warning[unexplained-change]: `deaths` changed, from 0 for `prior` to 2 for `current`, and nothing says why"
    )


@pytest.mark.parametrize(
    "values",
    [
        "prior: 100, current: 125",
        "prior: 100, current: 75",
        "prior2: 100, current: 900",
        "prior: 0, current: 0",
        "prior: {none: not_available}, current: 100",
        "prior: 100, current: {value: 900, note: why}",
    ],
)
def test_changes_that_ask_nothing(check, values):
    note = "notes: {why: Because.}\n" if "why" in values else ""
    assert check(indicator("energy", "MWh", values), more=note) == ""


def test_the_year_before_is_known_under_each_of_its_names(check):
    assert "from 100 for `y2022` to 900 for `current`" in check(indicator("energy", "MWh", "y2022: 100, current: 900"))


def test_the_report_says_from_where_on_a_change_is_asked_about(check):
    rise = indicator("energy", "MWh", "prior: 100, current: 109")
    assert check(rise, report="checks: {change: 9}\n") == ""
    assert "changed by +9.0%" in check(rise, report="checks: {change: 8.9}\n")
    assert check(rise, report="checks: {change: 0}\n") == (
        "error[wrong-value]: expected `change` above zero, found `0`\n  --> content/report.yaml:21:18"
    )


def total(note_total: str, note_part: str) -> str:
    return (
        indicator("all", "t", f"prior: 30, current: {{value: 90{note_total}}}", "    sum: [a, b]\n")
        + indicator("a", "t", f"prior: 10, current: {{value: 60{note_part}}}")
        + indicator("b", "t", "prior: 20, current: 30")
    )


def test_a_note_explains_the_total_and_its_parts(check):
    notes = "notes: {why: Because.}\n"
    assert check(total(", note: why", ""), more=notes) == ""
    # A note on a part explains its total, but not the other part.
    found = check(total("", ", note: why"), more=notes)
    assert [line for line in found.splitlines() if line.startswith("warning")] == [
        "warning[unexplained-change]: `b` changed by +50.0%, from 20 for `prior` to 30 for `current`, and nothing says "
        "why"
    ]


IMPLIED = "    implied: {activity: power, usual: electricity_china}\n"


def test_a_factor_that_is_not_usual_is_a_question(check):
    power = indicator("power", "MWh", "current: 100")
    assert check(power + indicator("scope2", "tCO2e", "current: 71.86", IMPLIED)) == (
        "warning[unusual-factor]: `scope2` divided by `power` is 0.7186 tCO2/MWh for `current`; usual is from 0.5122 "
        "to 0.6361\n"
        "  --> content/kpis/a.yaml:10:23\n"
        "  = hint: check both values and their units; if the method gives this, answer `unusual-factor`"
    )
    assert check(power + indicator("scope2", "tCO2e", "current: 58.1", IMPLIED)) == ""


def test_an_implied_factor_converts_units(check):
    power = indicator("power", "kWh", "current: 100000")
    assert check(power + indicator("scope2", "tCO2e", "current: 58.1", IMPLIED)) == ""
    assert "is 0.7000 tCO2/MWh" in check(power + indicator("scope2", "kgCO2e", "current: 70000", IMPLIED))


def test_an_implied_factor_needs_units_of_the_usual_kinds(check):
    assert check(indicator("power", "t", "current: 100") + indicator("scope2", "tCO2e", "current: 58", IMPLIED)) == (
        "error[wrong-value]: `electricity_china` is in `tCO2/MWh`, but `scope2` is in `tCO2e` and `power` in `t`\n"
        "  --> content/kpis/a.yaml:11:25\n"
        "  = hint: name another usual factor, or give both in units like its own"
    )


def test_an_implied_factor_that_is_not_known(check):
    power = indicator("power", "MWh", "current: 100")
    scope2 = indicator("scope2", "tCO2e", "current: 58", IMPLIED.replace("china", "chna"))
    assert check(power + scope2) == (
        "error[wrong-value]: there is no usual factor `electricity_chna`\n"
        "  --> content/kpis/a.yaml:11:39\n"
        "  = hint: did you mean `electricity_china`?"
    )


def region(staff: int, rate: str) -> str:
    where = "    dimension: region\n    member: north\n"
    return indicator("north", "person", f"current: {staff}", where) + indicator(
        "leavers", "%", f"current: {rate}", where + ALL
    )


def test_a_share_of_few_people_may_point_at_one(check):
    assert check(region(3, "16.67")) == (
        "warning[small-cell]: `leavers` is 16.67 for `current`, where `north` are only 3: it may point at a person\n"
        "  --> content/kpis/a.yaml:12:23\n"
        "  = hint: merge it with another member, or answer `small-cell`"
    )
    assert check(region(5, "20")) == ""
    assert check(region(3, "0")) == ""
    assert "only 9" in check(region(9, "11.11"), report="checks: {people: 10}\n")
    assert check(region(9, "11.11"), report="checks: {people: 2.7}\n") == (
        "error[wrong-value]: expected `people` as a whole number, found `2.7`\n"
        "  --> content/report.yaml:21:18\n"
        "  = hint: write it without decimals"
    )


def test_a_value_without_source(check):
    assert check(indicator("water", "t", "current: 5"), source="") == (
        "warning[no-source]: `water` for `current` has no source\n"
        "  --> content/kpis/a.yaml:5:23\n"
        "  = hint: add `source: {document: ...}` to the value, the indicator or the file"
    )


def test_a_source_stands_at_the_value_the_indicator_or_the_file(check):
    water = indicator("water", "t", "current: {value: 5, source: {document: Meter}}")
    energy = indicator("energy", "MWh", "current: 5", "    source: {document: Bill}\n")
    assert check(water + energy, source="") == ""


def test_nothing_needs_no_source_and_what_is_computed_has_its_parts(check):
    a = indicator("a", "t", "current: 5", "    source: {document: Bill}\n")
    none = indicator("b", "t", "current: {none: not_available}")
    assert check(a + none + "  all: {name: All, unit: t, sum: [a]}\n", source="") == ""


def test_a_report_that_names_owners_names_them_for_all_values(check):
    owned = indicator("water", "t", "current: 5", "    owner: Facilities\n")
    assert check(owned + indicator("waste", "t", "current: 5")) == (
        "warning[no-owner]: `waste` for `current` has no owner\n"
        "  --> content/kpis/a.yaml:11:23\n"
        "  = hint: add `owner: ...` to the value, the indicator or the file"
    )


BEFORE = "period: prior\nvalues: {water: 132785.40}\n"


def test_a_comparative_that_is_not_what_was_said_last_year(check):
    swapped = indicator("water", "t", "prior: 147188.78, current: 132785.40")
    assert check(swapped, previous=BEFORE) == (
        "error[comparative-differs]: `water` is 147188.78 for `prior`, but that year's report said 132785.40 "
        "(content/previous/2022.yaml:2:17)\n"
        "  --> content/kpis/a.yaml:6:21\n"
        "  = hint: correct it, or say that it is restated: "
        "`{value: ..., restated: {from: ..., reason: ...}, note: ...}`"
    )


def test_comparatives_agree_at_the_digits_both_have_or_are_restated(check):
    assert check(indicator("water", "t", "prior: 132785.4, current: 147188.78"), previous=BEFORE) == ""
    assert check(indicator("water", "t", "prior: 132785, current: 147188.78"), previous=BEFORE) == ""
    restated = indicator("water", "t", "prior: {value: 132000, status: restated}, current: 147188.78")
    assert check(restated, previous=BEFORE) == ""
    old = indicator("water", "t", "prior: {value: 132000, restated: {from: 132785.4, reason: Meter}}, current: 140000")
    assert check(old, previous=BEFORE) == ""


def test_a_restatement_of_another_value_than_was_said_last_year(check):
    wrong = indicator("water", "t", "prior: {value: 132000, restated: {from: 132758.4, reason: A meter}}, current: 1")
    assert check(wrong, previous=BEFORE).startswith(
        "error[comparative-differs]: `water` is restated from 132758.4 for `prior`, but that year's report said "
        "132785.40 (content/previous/2022.yaml:2:17)\n"
        "  --> content/kpis/a.yaml:6:29\n"
        "  = hint: correct `restated: {from: ...}`"
    )


def test_an_earlier_report_on_what_this_one_does_not_know(check):
    water = indicator("water", "t", "current: 5")
    assert check(water, previous="period: prior\nvalues: {watr: 5}\n") == (
        "error[unknown-reference]: there is no indicator `watr`\n"
        "  --> content/previous/2022.yaml:2:10\n"
        "  = hint: did you mean `water`?"
    )
    assert check(water, previous="period: last\nvalues: {water: 5}\n").startswith(
        "error[unknown-period]: the report has no period `last`\n  --> content/previous/2022.yaml:1:9"
    )
