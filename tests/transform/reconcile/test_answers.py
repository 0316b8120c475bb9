"""Answers: a reason in the data settles a finding, which stays visible to whoever asks for all."""

from __future__ import annotations

WASTE = "  waste: {{name: Waste, unit: t, values: {{prior: 1, current: 2}}, answers: {{{}}}}}\n"


def test_an_answer_settles_a_finding_and_is_shown_with_it(check):
    assert check(WASTE.format("unexplained-change: The new plant.")) == (
        "answered[unexplained-change]: `waste` changed by +100.0%, from 1 for `prior` to 2 for `current`, and nothing "
        "says why\n"
        "  --> content/kpis/a.yaml:3:61\n"
        "  = answer: The new plant."
    )


def test_what_computing_found_can_be_answered_too(check):
    parts = "  a: {name: A, unit: t, values: {current: 1}}\n"
    total = "  all: {name: All, unit: t, sum: [a], values: {current: 2}, answers: {sum-differs: As published.}}\n"
    assert "answered[sum-differs]" in check(parts + total)


def test_a_table_answers_for_its_rows(check):
    rates = (
        '  a: {name: A, unit: "%", values: {current: 1}}\n'
        '  b: {name: B, unit: "%", values: {current: 1}}\n'
        '  c: {name: C, unit: "%", values: {current: 1}}\n'
    )
    table = """\
tables:
  rates:
    columns: [name, current]
    answers: {unnamed-population: Not filed.}
    rows: [a, {group: Group, rows: [b]}]
"""
    found = check(rates, more=table)
    assert found.count("answered[unnamed-population]") == 2
    assert "warning[unnamed-population]: `c`" in found


def test_an_answer_without_a_finding_is_found(check):
    assert check("  waste: {name: Waste, unit: t, values: {current: 2}, answers: {unexplained-change: Why not}}\n") == (
        "warning[unused-answer]: there is no finding `unexplained-change` that `waste` could answer\n"
        "  --> content/kpis/a.yaml:3:65\n"
        "  = hint: remove the answer"
    )


def test_an_answer_to_no_finding_of_the_data(check):
    assert check("  waste: {name: Waste, unit: t, values: {current: 2}, answers: {implausable: Why not}}\n") == (
        "error[wrong-value]: no finding `implausable` can be answered\n"
        "  --> content/kpis/a.yaml:3:65\n"
        "  = hint: did you mean `implausible`?"
    )
