from __future__ import annotations

from typing import Any

from reportgen.diagnostics import Diagnostics
from reportgen.load.offices import load_offices
from reportgen.load.project import load_project
from reportgen.model.index import Office

PATH = "content/indices/hkex_2023.yaml"


def load(folder: Any, text: str) -> tuple[dict[str, Office], str]:
    folder.write(PATH, text)
    diagnostics = Diagnostics()
    found = load_offices(load_project(folder.root, diagnostics), diagnostics)
    return found, folder.shown(diagnostics)


def test_explanations_by_framework_and_provision(folder: Any) -> None:
    found, shown = load(
        folder,
        "framework: hkex_2023\n"
        "explanations:\n"
        "  A2.5: {not_applicable: No products.}\n"
        "  B4.1: {not_disclosed: Later.}\n",
    )
    assert shown == ""
    assert {code: (e.kind, e.words.text) for code, e in found["hkex_2023"].explanations.items()} == {
        "A2.5": ("not_applicable", "No products."),
        "B4.1": ("not_disclosed", "Later."),
    }


def test_faults(folder: Any) -> None:
    found, shown = load(
        folder,
        "framework: hkex_2033\nexplanations:\n  A2.5: {not_disclosed: No.}\n",
    )
    assert found["hkex_2023"] == Office()
    assert shown == (
        "error[unknown-framework]: unknown framework `hkex_2033`\n"
        f"  --> {PATH}:1:12\n"
        "  |\n"
        "1 | framework: hkex_2033\n"
        "  |            ^^^^^^^^^\n"
        "  = hint: did you mean `hkex_2023`?"
    )


def test_an_explanation_says_one_thing(folder: Any) -> None:
    _, shown = load(
        folder,
        "framework: hkex_2023\nexplanations:\n  A2.5: {because: No.}\n",
    )
    assert shown == (
        "error[wrong-value]: the explanation of `A2.5` needs either `not_applicable` or `not_disclosed`\n"
        f"  --> {PATH}:3:3\n"
        "  |\n"
        "3 |   A2.5: {because: No.}\n"
        "  |   ^^^^\n"
        "  = hint: say why in one of them\n"
        "error[unknown-key]: the explanation of `A2.5` has no key `because`\n"
        f"  --> {PATH}:3:10\n"
        "  |\n"
        "3 |   A2.5: {because: No.}\n"
        "  |          ^^^^^^^\n"
        "  = hint: it may have `not_applicable` or `not_disclosed`"
    )


def test_a_provision_is_explained_once(folder: Any) -> None:
    folder.write("content/indices/more.yaml", "framework: hkex_2023\nexplanations: {A2.5: {not_disclosed: Later.}}\n")
    _, shown = load(folder, "framework: hkex_2023\nexplanations: {A2.5: {not_disclosed: Never.}}\n")
    assert shown == (
        "error[duplicate-id]: the provision `A2.5` is explained twice\n"
        "  --> content/indices/more.yaml:2:16\n"
        "  |\n"
        "2 | explanations: {A2.5: {not_disclosed: Later.}}\n"
        "  |                ^^^^\n"
        f"  = hint: the other explanation is at {PATH}:2:16"
    )
