"""Members against their whole, and against the members of other breakdowns."""

from __future__ import annotations

WHOLE = "  staff: {name: Staff, unit: person, kind: stock, values: {current: 30}}\n"


def member(id_: str, member: str, values: str, more: str = "") -> str:
    where = f"of: staff, dimension: gender, member: {member}"
    return f"  {id_}: {{name: {id_}, unit: person, kind: stock, {where}, values: {{{values}}}{more}}}\n"


def test_members_that_add_up_to_their_whole_have_nothing_to_say(check):
    assert check(WHOLE + member("men", "male", "current: 20") + member("women", "female", "current: 10")) == ""


def test_a_part_that_is_off_is_found_with_all_parts(check):
    assert check(WHOLE + member("men", "male", "current: 20") + member("women", "female", "current: 9")) == (
        "error[not-covered]: `staff` is 30 for `current`, but its members by gender are 29\n"
        "  --> content/kpis/a.yaml:3:69\n"
        "  = hint: add the member that is missing, or correct: `men` 20 (content/kpis/a.yaml:4:109), "
        "`women` 9 (content/kpis/a.yaml:5:115)"
    )


def test_a_part_left_out_is_found(check):
    assert check(WHOLE + member("men", "male", "current: 20")) == (
        "error[not-covered]: `staff` is 30 for `current`, but its members by gender are 20\n"
        "  --> content/kpis/a.yaml:3:69\n"
        "  = hint: add the member that is missing, or correct: `men` 20 (content/kpis/a.yaml:4:109)"
    )


def test_a_part_without_a_value_is_found(check):
    assert check(WHOLE + member("men", "male", "current: 20") + member("women", "female", "prior: 10")) == (
        "error[not-covered]: the breakdown of `staff` by gender is not whole for `current`: there is no value of "
        "`women`\n"
        "  --> content/kpis/a.yaml:3:69\n"
        "  = hint: add it at content/kpis/a.yaml:5:3, or say why there is none, such as `{none: not_available}`"
    )


def test_a_sum_whose_part_has_no_value_cannot_be_compared(check):
    assert check(
        "  all: {name: All, unit: t, sum: [a, b], values: {current: 3}}\n"
        "  a: {name: A, unit: t, values: {current: 1}}\n"
        "  b: {name: B, unit: t, values: {prior: 2}}\n"
    ) == (
        "error[not-covered]: the sum `all` is not whole for `current`: there is no value of `b`\n"
        "  --> content/kpis/a.yaml:3:60\n"
        "  = hint: add it at content/kpis/a.yaml:5:3, or say why there is none, such as `{none: not_available}`"
    )


def test_a_member_must_say_which(check):
    assert check(WHOLE + "  men: {name: Men, unit: person, kind: stock, of: staff, values: {current: 30}}\n") == (
        "error[missing-key]: `men` is `of` a whole, but not said to be which member of which dimension\n"
        "  --> content/kpis/a.yaml:4:51\n"
        "  = hint: add `dimension: ...` and `member: ...`"
    )


def test_a_member_of_an_unknown_whole(check):
    assert check(WHOLE + member("men", "male", "current: 20").replace("of: staff", "of: staf")) == (
        "error[unknown-reference]: there is no other indicator `staf`\n"
        "  --> content/kpis/a.yaml:4:51\n"
        "  = hint: did you mean `staff`?"
    )


def test_a_member_in_another_unit(check):
    assert check(WHOLE + member("men", "male", "current: 30").replace("unit: person", 'unit: "%"')) == (
        "warning[unnamed-population]: `men` is a share or mean, but of whom it is not said\n"
        "  --> content/kpis/a.yaml:4:3\n"
        "  = hint: add `population: ...`, such as `Full-time employees at year end`\n"
        "error[wrong-value]: `men` is in `%`, but its whole `staff` in `person`\n"
        "  --> content/kpis/a.yaml:4:48\n"
        "  = hint: give both in the same unit"
    )


RATES = """\
  rate: {name: Rate, unit: "%", population: All staff, values: {current: 5}}
  rate_men: {name: Men, unit: "%", population: All, of: rate, dimension: gender, member: male, values: {current: 5}}
"""


def test_a_breakdown_that_leaves_out_what_another_has(check):
    staff = WHOLE + member("men", "male", "current: 20") + member("women", "female", "current: 10")
    assert check(staff + RATES) == (
        "warning[left-out]: the breakdown of `rate` by gender leaves out `female`\n"
        "  --> content/kpis/a.yaml:6:3\n"
        "  = hint: add it as in the breakdown of `staff` (content/kpis/a.yaml:3:3)"
    )


def test_a_group_of_rows_that_leaves_out_what_a_breakdown_has(check):
    staff = WHOLE + member("men", "male", "current: 20") + member("women", "female", "current: 10")
    trained = (
        '  trained: {name: Men, unit: "%", population: All, dimension: gender, member: male, values: {current: 5}}\n'
    )
    table = """\
tables:
  training:
    columns: [name, current]
    rows:
      - group: Trained
        rows: [trained]
      - group: Staff
        rows: [men]
"""
    assert check(staff + trained, more=table) == (
        "warning[left-out]: the group “Trained” of the table `training` by gender leaves out `female`\n"
        "  --> content/kpis/a.yaml:11:9\n"
        "  = hint: add it as in the breakdown of `staff` (content/kpis/a.yaml:3:3)"
    )


def test_a_share_of_a_whole_that_is_only_a_part(check):
    assert check(
        "  all: {name: All, unit: person, kind: stock, sum: [fixed, other]}\n"
        "  fixed: {name: Fixed, unit: person, dimension: contract, member: fixed, values: {current: 8}}\n"
        "  other: {name: Other, unit: person, dimension: contract, member: other, values: {current: 2}}\n"
        "  women: {name: Women, unit: person, values: {current: 4}}\n"
        '  share: {name: Share, unit: "%", share: [women, fixed]}\n'
        '  fine: {name: Share, unit: "%", share: [women, all]}\n'
    ) == (
        "warning[partial-whole]: `share` is a share of `fixed`, which is only a part of `all`\n"
        "  --> content/kpis/a.yaml:7:3\n"
        "  = hint: say so wherever it is printed, and answer `partial-whole` here"
    )
