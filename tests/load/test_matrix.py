"""A matrix as `content/figures/*.yaml` defines it: two axes, and issues by group."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from reportgen.diagnostics import Diagnostics
from reportgen.load.diagrams import load_diagrams
from reportgen.load.project import load_project
from reportgen.model.figure import DiagramOf, MatrixOf

PATH = "content/figures/a.yaml"


def load(folder: Any, text: str) -> tuple[dict[str, DiagramOf | MatrixOf], str]:
    folder.write(PATH, text)
    diagnostics = Diagnostics()
    diagrams = load_diagrams(load_project(folder.root, diagnostics), diagnostics)
    return diagrams, folder.shown(diagnostics)


def matrix(folder: Any, groups: str) -> str:
    """Load a matrix of these groups and return what is found."""
    head = "diagrams:\n  weight: {kind: matrix, title: Weight, axes: {x: Harbour, y: People}, matrix: ["
    return load(folder, f"{head}\n{groups}\n]}}\n")[1]


def test_a_matrix_as_written(folder: Any) -> None:
    diagrams, shown = load(
        folder,
        """\
diagrams:
  weight:
    kind: matrix
    title: What weighs most
    axes: {x: For the harbour, y: For its people}
    matrix:
      - group: Light
        family: environment
        issues:
          - {name: Oil, x: 90, y: 95.5}
          - {name: Gas, x: 0, y: 100}
      - {group: Keepers, family: people, issues: [{name: Sleep, x: 70, y: 88}]}
""",
    )
    assert shown == ""
    made = diagrams["weight"]
    assert isinstance(made, MatrixOf)
    assert made.title.text == "What weighs most"
    assert (made.up.text, made.across.text) == ("For its people", "For the harbour")
    assert [(group.name.text, group.family) for group in made.groups] == [
        ("Light", "environment"),
        ("Keepers", "people"),
    ]
    issues = [(issue.name.text, issue.x, issue.y) for group in made.groups for issue in group.issues]
    assert issues == [
        ("Oil", Decimal(90), Decimal("95.5")),
        ("Gas", Decimal(0), Decimal(100)),
        ("Sleep", Decimal(70), Decimal(88)),
    ]
    assert made.span.line == 2


def test_a_place_is_a_number_on_its_axis(folder: Any) -> None:
    shown = matrix(
        folder,
        """\
{group: Light, family: environment, issues: [
  {name: Oil, x: 101, y: -1},
  {name: Gas, x: high},
  Fog]}""",
    )
    assert shown == (
        "error[wrong-value]: expected `x` as a number from 0 to 100, found `101`\n"
        f"  --> {PATH}:4:18\n"
        "  |\n"
        "4 |   {name: Oil, x: 101, y: -1},\n"
        "  |                  ^^^\n"
        "  = hint: 0 is the foot of the axis, 100 its head\n"
        "error[wrong-value]: expected `y` as a number from 0 to 100, found `-1`\n"
        f"  --> {PATH}:4:26\n"
        "  |\n"
        "4 |   {name: Oil, x: 101, y: -1},\n"
        "  |                          ^^\n"
        "  = hint: 0 is the foot of the axis, 100 its head\n"
        "error[missing-key]: an issue needs the key `y`\n"
        f"  --> {PATH}:5:3\n"
        "  |\n"
        "5 |   {name: Gas, x: high},\n"
        "  |   ^\n"
        "  = hint: add `y: ...`\n"
        "error[not-a-number]: expected a number, found `high`\n"
        f"  --> {PATH}:5:18\n"
        "  |\n"
        "5 |   {name: Gas, x: high},\n"
        "  |                  ^^^^\n"
        "  = hint: write digits and a point, such as `1234.5`\n"
        "error[wrong-value]: expected an issue as a mapping, found `Fog`\n"
        f"  --> {PATH}:6:3\n"
        "  |\n"
        "6 |   Fog]}\n"
        "  |   ^^^"
    )


def test_groups_have_issues_and_colours_of_their_own(folder: Any) -> None:
    shown = matrix(
        folder,
        """\
{group: Light, family: people, issues: []},
{group: Keepers, family: people, issues: [{name: Sleep, x: 1, y: 2}]},
{group: Boats, family: peple, issues: [{name: Oars, x: 1, y: 2, weight: 3}]},
{issue: Bells},
Fog""",
    )
    assert shown == (
        "error[wrong-value]: expected `issues` as a list of issues, found an empty list\n"
        f"  --> {PATH}:3:40\n"
        "  |\n"
        "3 | {group: Light, family: people, issues: []},\n"
        "  |                                        ^\n"
        "  = hint: write `- {name: ..., x: 40, y: 75}`\n"
        "error[wrong-value]: two groups have the colours of `people`\n"
        f"  --> {PATH}:4:18\n"
        "  |\n"
        "4 | {group: Keepers, family: people, issues: [{name: Sleep, x: 1, y: 2}]},\n"
        "  |                  ^^^^^^\n"
        "  = hint: give each group a family of its own: `brand`, `environment`, `people`, `governance`\n"
        "error[wrong-value]: expected `family` as `brand`, `environment`, `people` or `governance`, found `peple`\n"
        f"  --> {PATH}:5:24\n"
        "  |\n"
        "5 | {group: Boats, family: peple, issues: [{name: Oars, x: 1, y: 2, weight: 3}]},\n"
        "  |                        ^^^^^\n"
        "  = hint: did you mean `people`?\n"
        "error[unknown-key]: an issue has no key `weight`\n"
        f"  --> {PATH}:5:65\n"
        "  |\n"
        "5 | {group: Boats, family: peple, issues: [{name: Oars, x: 1, y: 2, weight: 3}]},\n"
        "  |                                                                 ^^^^^^\n"
        "  = hint: it may have `name`, `x` or `y`\n"
        "error[missing-key]: a group of issues needs the key `group`\n"
        f"  --> {PATH}:6:1\n"
        "  |\n"
        "6 | {issue: Bells},\n"
        "  | ^\n"
        "  = hint: add `group: ...`\n"
        "error[missing-key]: a group of issues needs the key `family`\n"
        f"  --> {PATH}:6:1\n"
        "  |\n"
        "6 | {issue: Bells},\n"
        "  | ^\n"
        "  = hint: add `family: ...`\n"
        "error[missing-key]: a group of issues needs the key `issues`\n"
        f"  --> {PATH}:6:1\n"
        "  |\n"
        "6 | {issue: Bells},\n"
        "  | ^\n"
        "  = hint: add `issues: ...`\n"
        "error[unknown-key]: a group of issues has no key `issue`\n"
        f"  --> {PATH}:6:2\n"
        "  |\n"
        "6 | {issue: Bells},\n"
        "  |  ^^^^^\n"
        "  = hint: did you mean `issues`?\n"
        "error[wrong-value]: expected a group of issues as a mapping, found `Fog`\n"
        f"  --> {PATH}:7:1\n"
        "  |\n"
        "7 | Fog\n"
        "  | ^^^"
    )


def test_axes_belong_to_a_matrix_and_a_matrix_has_two(folder: Any) -> None:
    _, shown = load(
        folder,
        """\
diagrams:
  bare: {kind: matrix, title: Bare}
  flat: {kind: matrix, title: Flat, axes: {x: Across, z: Up}, matrix: []}
  r: {kind: matrix, title: R, axes: Up, matrix: [{group: A, family: brand, issues: [a]}]}
  way: {kind: steps, title: Way, steps: [a], axes: {x: Across, y: Up}, matrix: []}
""",
    )
    assert shown == (
        "error[missing-key]: the diagram `bare` needs the key `matrix`\n"
        f"  --> {PATH}:2:9\n"
        "  |\n"
        "2 |   bare: {kind: matrix, title: Bare}\n"
        "  |         ^\n"
        "  = hint: add `matrix: ...`\n"
        "error[missing-key]: the diagram `bare` needs the key `axes`\n"
        f"  --> {PATH}:2:9\n"
        "  |\n"
        "2 |   bare: {kind: matrix, title: Bare}\n"
        "  |         ^\n"
        "  = hint: add `axes: ...`\n"
        "error[missing-key]: `axes` needs the key `y`\n"
        f"  --> {PATH}:3:43\n"
        "  |\n"
        "3 |   flat: {kind: matrix, title: Flat, axes: {x: Across, z: Up}, matrix: []}\n"
        "  |                                           ^\n"
        "  = hint: add `y: ...`\n"
        "error[unknown-key]: `axes` has no key `z`\n"
        f"  --> {PATH}:3:55\n"
        "  |\n"
        "3 |   flat: {kind: matrix, title: Flat, axes: {x: Across, z: Up}, matrix: []}\n"
        "  |                                                       ^\n"
        "  = hint: it may have `x` or `y`\n"
        "error[wrong-value]: expected `matrix` as a list of groups, found an empty list\n"
        f"  --> {PATH}:3:71\n"
        "  |\n"
        "3 |   flat: {kind: matrix, title: Flat, axes: {x: Across, z: Up}, matrix: []}\n"
        "  |                                                                       ^\n"
        "  = hint: write `- {group: ..., family: ..., issues: [...]}`\n"
        "error[wrong-value]: expected `axes` as a mapping, found `Up`\n"
        f"  --> {PATH}:4:37\n"
        "  |\n"
        "4 |   r: {kind: matrix, title: R, axes: Up, matrix: [{group: A, family: brand, issues: [a]}]}\n"
        "  |                                     ^^\n"
        "error[wrong-value]: expected an issue as a mapping, found `a`\n"
        f"  --> {PATH}:4:85\n"
        "  |\n"
        "4 |   r: {kind: matrix, title: R, axes: Up, matrix: [{group: A, family: brand, issues: [a]}]}\n"
        "  |                                                                                     ^\n"
        "error[wrong-value]: a diagram of kind `steps` has no `axes`\n"
        f"  --> {PATH}:5:46\n"
        "  |\n"
        "5 |   way: {kind: steps, title: Way, steps: [a], axes: {x: Across, y: Up}, matrix: []}\n"
        "  |                                              ^^^^\n"
        "  = hint: use `kind: matrix`\n"
        "error[wrong-value]: a diagram of kind `steps` has no `matrix`\n"
        f"  --> {PATH}:5:72\n"
        "  |\n"
        "5 |   way: {kind: steps, title: Way, steps: [a], axes: {x: Across, y: Up}, matrix: []}\n"
        "  |                                                                        ^^^^^^\n"
        "  = hint: use `kind: matrix`"
    )


def test_twenty_issues_have_room(folder: Any) -> None:
    def issues(count: int) -> str:
        return "\n".join(f"  {{name: Lamp {at}, x: {at}, y: {at}}}," for at in range(count))

    one, other = "{group: A, family: brand, issues: [", "{group: B, family: people, issues: ["
    assert matrix(folder, f"{one}\n{issues(10)}\n]}},\n{other}\n{issues(10)}\n]}}") == ""
    assert matrix(folder, f"{one}\n{issues(10)}\n]}},\n{other}\n{issues(12)}\n]}}") == (
        "error[wrong-value]: expected at most 20 issues, found 22\n"
        f"  --> {PATH}:26:3\n"
        "   |\n"
        "26 |   {name: Lamp 10, x: 10, y: 10},\n"
        "   |   ^\n"
        "  = hint: join some of them, or leave out those of least weight"
    )
