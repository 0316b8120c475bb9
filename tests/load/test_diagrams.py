"""Diagrams as `content/figures/*.yaml` defines them."""

from __future__ import annotations

from typing import Any

from reportgen.diagnostics import Diagnostics
from reportgen.load.diagrams import load_diagrams
from reportgen.load.project import load_project
from reportgen.model.figure import DiagramOf

PATH = "content/figures/a.yaml"


def load(folder: Any, text: str, other: str = "") -> tuple[dict[str, DiagramOf], str]:
    folder.write(PATH, text)
    if other:
        folder.write("content/figures/b.yaml", other)
    diagnostics = Diagnostics()
    diagrams = load_diagrams(load_project(folder.root, diagnostics), diagnostics)
    return diagrams, folder.shown(diagnostics)


def rows(diagram: DiagramOf) -> list[list[tuple[str, str]]]:
    return [[(box.name.text, box.text.text if box.text else "") for box in row] for row in diagram.rows]


def test_diagrams_as_written(folder: Any) -> None:
    diagrams, shown = load(
        folder,
        """\
diagrams:
  way:
    kind: steps
    title: The way of a lamp
    steps: [Bought, {name: Lit, text: at dusk}]
  house:
    kind: levels
    title: The house
    levels:
      - [Keeper]
      - [{name: Lamps, text: above}, Boats]
""",
    )
    assert shown == ""
    way, house = diagrams["way"], diagrams["house"]
    assert (way.kind, way.title.text) == ("steps", "The way of a lamp")
    assert rows(way) == [[("Bought", ""), ("Lit", "at dusk")]]
    assert (house.kind, house.title.text) == ("levels", "The house")
    assert rows(house) == [[("Keeper", "")], [("Lamps", "above"), ("Boats", "")]]
    assert (way.span.line, house.span.line) == (2, 6)
    assert [box.span.line for row in house.rows for box in row] == [10, 11, 11]


def test_all_faults_at_once(folder: Any) -> None:
    diagrams, shown = load(
        folder,
        """\
diagrams:
  way: {kind: stps, titel: The way, steps: [a]}
  Way: {kind: steps, title: The way, levels: [[a]]}
  house: {kind: levels, title: The house, levels: [a, [b, {text: c}, [d]]]}
  none: [a]
  flat: {kind: steps, title: Flat, steps: a}
""",
    )
    assert shown == (
        "error[missing-key]: the diagram `way` needs the key `title`\n"
        f"  --> {PATH}:2:8\n"
        "  |\n"
        "2 |   way: {kind: stps, titel: The way, steps: [a]}\n"
        "  |        ^\n"
        "  = hint: add `title: ...`\n"
        "error[wrong-value]: expected `kind` as `steps`, `levels`, `cycle` or `matrix`, found `stps`\n"
        f"  --> {PATH}:2:15\n"
        "  |\n"
        "2 |   way: {kind: stps, titel: The way, steps: [a]}\n"
        "  |               ^^^^\n"
        "  = hint: did you mean `steps`?\n"
        "error[unknown-key]: the diagram `way` has no key `titel`\n"
        f"  --> {PATH}:2:21\n"
        "  |\n"
        "2 |   way: {kind: stps, titel: The way, steps: [a]}\n"
        "  |                     ^^^^^\n"
        "  = hint: did you mean `title`?\n"
        "error[wrong-value]: `Way` cannot be an id\n"
        f"  --> {PATH}:3:3\n"
        "  |\n"
        "3 |   Way: {kind: steps, title: The way, levels: [[a]]}\n"
        "  |   ^^^\n"
        "  = hint: use small letters, digits and `_`, beginning with a letter\n"
        "error[missing-key]: the diagram `Way` needs the key `steps`\n"
        f"  --> {PATH}:3:8\n"
        "  |\n"
        "3 |   Way: {kind: steps, title: The way, levels: [[a]]}\n"
        "  |        ^\n"
        "  = hint: add `steps: ...`\n"
        "error[wrong-value]: a diagram of kind `steps` has no `levels`\n"
        f"  --> {PATH}:3:38\n"
        "  |\n"
        "3 |   Way: {kind: steps, title: The way, levels: [[a]]}\n"
        "  |                                      ^^^^^^\n"
        "  = hint: use `kind: levels`\n"
        "error[wrong-value]: expected a level as a list of boxes, found `a`\n"
        f"  --> {PATH}:4:52\n"
        "  |\n"
        "4 |   house: {kind: levels, title: The house, levels: [a, [b, {text: c}, [d]]]}\n"
        "  |                                                    ^\n"
        "  = hint: write `- [one box, another]`\n"
        "error[missing-key]: a box needs the key `name`\n"
        f"  --> {PATH}:4:59\n"
        "  |\n"
        "4 |   house: {kind: levels, title: The house, levels: [a, [b, {text: c}, [d]]]}\n"
        "  |                                                           ^\n"
        "  = hint: add `name: ...`\n"
        "error[wrong-value]: expected a box as words or a mapping, found a list\n"
        f"  --> {PATH}:4:70\n"
        "  |\n"
        "4 |   house: {kind: levels, title: The house, levels: [a, [b, {text: c}, [d]]]}\n"
        "  |                                                                      ^\n"
        "  = hint: write `{name: ..., text: ...}`\n"
        "error[wrong-value]: expected the diagram `none` as a mapping, found a list\n"
        f"  --> {PATH}:5:9\n"
        "  |\n"
        "5 |   none: [a]\n"
        "  |         ^\n"
        "error[wrong-value]: expected `steps` as a list, `[...]`, found `a`\n"
        f"  --> {PATH}:6:43\n"
        "  |\n"
        "6 |   flat: {kind: steps, title: Flat, steps: a}\n"
        "  |                                           ^"
    )
    assert "way" not in diagrams


def test_a_diagram_shows_something_and_no_more_than_fits(folder: Any) -> None:
    _, shown = load(
        folder,
        """\
diagrams:
  still: {kind: steps, title: Still, steps: []}
  empty: {kind: levels, title: Empty, levels: []}
  hollow: {kind: levels, title: Hollow, levels: [[a], []]}
  long: {kind: steps, title: Long, steps: [1, 2, 3, 4, 5, 6, 7, 8, 9, ten, 11]}
  wide: {kind: levels, title: Wide, levels: [[a], [1, 2, 3, 4, 5, 6, seven]]}
  all: {kind: steps, title: All, steps: [1, 2, 3, 4, 5, 6, 7, 8, 9]}
""",
    )
    assert shown == (
        "error[wrong-value]: expected `steps` as a list of steps, found an empty list\n"
        f"  --> {PATH}:2:45\n"
        "  |\n"
        "2 |   still: {kind: steps, title: Still, steps: []}\n"
        "  |                                             ^\n"
        "  = hint: write `- a step`\n"
        "error[wrong-value]: expected `levels` as a list of levels, found an empty list\n"
        f"  --> {PATH}:3:47\n"
        "  |\n"
        "3 |   empty: {kind: levels, title: Empty, levels: []}\n"
        "  |                                               ^\n"
        "  = hint: write `- [one box, another]`\n"
        "error[wrong-value]: expected a level as a list of boxes, found an empty list\n"
        f"  --> {PATH}:4:55\n"
        "  |\n"
        "4 |   hollow: {kind: levels, title: Hollow, levels: [[a], []]}\n"
        "  |                                                       ^\n"
        "  = hint: write `- [one box, another]`\n"
        "error[wrong-value]: expected at most 9 steps, found 11\n"
        f"  --> {PATH}:5:71\n"
        "  |\n"
        "5 |   long: {kind: steps, title: Long, steps: [1, 2, 3, 4, 5, 6, 7, 8, 9, ten, 11]}\n"
        "  |                                                                       ^^^\n"
        "  = hint: join some of them, or show them as a list\n"
        "error[wrong-value]: expected at most 6 boxes on a level, found 7\n"
        f"  --> {PATH}:6:70\n"
        "  |\n"
        "6 |   wide: {kind: levels, title: Wide, levels: [[a], [1, 2, 3, 4, 5, 6, seven]]}\n"
        "  |                                                                      ^^^^^\n"
        "  = hint: join some of them, or show them as a list"
    )


def test_a_cycle_has_steps_of_which_the_last_leads_to_the_first(folder: Any) -> None:
    diagrams, shown = load(
        folder,
        """\
diagrams:
  tide: {kind: cycle, title: The tide, cycle: [Ebb, {name: Flow, text: twice a day}]}
  still: {kind: cycle, title: Still, cycle: []}
  alone: {kind: cycle, title: Alone, cycle: [Ebb]}
  long: {kind: cycle, title: Long, cycle: [1, 2, 3, 4, 5, 6, 7, 8, 9, ten]}
  way: {kind: cycle, title: Way, steps: [a]}
""",
    )
    assert shown == (
        "error[wrong-value]: expected `cycle` as a list of steps, found an empty list\n"
        f"  --> {PATH}:3:45\n"
        "  |\n"
        "3 |   still: {kind: cycle, title: Still, cycle: []}\n"
        "  |                                             ^\n"
        "  = hint: write `- a step`\n"
        "error[wrong-value]: expected at least 2 steps of a cycle, found 1\n"
        f"  --> {PATH}:4:46\n"
        "  |\n"
        "4 |   alone: {kind: cycle, title: Alone, cycle: [Ebb]}\n"
        "  |                                              ^^^\n"
        "  = hint: write the step that it leads to\n"
        "error[wrong-value]: expected at most 9 steps, found 10\n"
        f"  --> {PATH}:5:71\n"
        "  |\n"
        "5 |   long: {kind: cycle, title: Long, cycle: [1, 2, 3, 4, 5, 6, 7, 8, 9, ten]}\n"
        "  |                                                                       ^^^\n"
        "  = hint: join some of them, or show them as a list\n"
        "error[missing-key]: the diagram `way` needs the key `cycle`\n"
        f"  --> {PATH}:6:8\n"
        "  |\n"
        "6 |   way: {kind: cycle, title: Way, steps: [a]}\n"
        "  |        ^\n"
        "  = hint: add `cycle: ...`\n"
        "error[wrong-value]: a diagram of kind `cycle` has no `steps`\n"
        f"  --> {PATH}:6:34\n"
        "  |\n"
        "6 |   way: {kind: cycle, title: Way, steps: [a]}\n"
        "  |                                  ^^^^^\n"
        "  = hint: use `kind: steps`"
    )
    assert rows(diagrams["tide"]) == [[("Ebb", ""), ("Flow", "twice a day")]]


def test_an_id_is_used_once(folder: Any) -> None:
    diagrams, shown = load(
        folder,
        "diagrams:\n  way: {kind: steps, title: The way, steps: [a]}\n",
        "diagrams:\n  way: {kind: steps, title: Another way, steps: [b]}\n",
    )
    assert shown == (
        "error[duplicate-id]: the diagram `way` is defined twice\n"
        "  --> content/figures/b.yaml:2:3\n"
        "  |\n"
        "2 |   way: {kind: steps, title: Another way, steps: [b]}\n"
        "  |   ^^^\n"
        f"  = hint: the other one is at {PATH}:2:3; rename one of them"
    )
    assert diagrams["way"].title.text == "The way"


def test_diagrams_stand_by_their_ids(folder: Any) -> None:
    _, shown = load(folder, "diagrams: [way]\n")
    assert shown == (
        "error[wrong-value]: expected `diagrams` as a mapping, found a list\n"
        f"  --> {PATH}:1:11\n"
        "  |\n"
        "1 | diagrams: [way]\n"
        "  |           ^"
    )


def test_what_is_wrong_with_the_file_itself_is_left_to_its_charts(folder: Any) -> None:
    assert load(folder, "daigrams: {}\n") == ({}, "")
    assert load(folder, "diagrams: {way: \n") == ({}, "")
