"""The shapes of values that name a framework's provisions or a finding's code, as fragments of JSON Schema."""

from __future__ import annotations

from reportgen.diagnostics import Diagnostics
from reportgen.load.answers import ANSWERABLE, PROVISION_ANSWERABLE
from reportgen.load.framework import load_framework, shipped_frameworks
from reportgen.load.shapes import Fragment, shape_of
from reportgen.load.yaml_file import PACKAGE_ROOT


def mark_shapes() -> dict[str, Fragment]:
    """Return the shapes by name: `marks`, `answers` and `provision_answers`."""
    return {
        "marks": _marks(),
        "answers": _closed({code: shape_of("words") for code in ANSWERABLE}),
        "provision_answers": _closed({code: shape_of("words") for code in PROVISION_ANSWERABLE}),
    }


def explanations_by_framework() -> list[Fragment]:
    """Return for each framework: where an index file is of it, its explanations are of these provisions."""
    return [
        {
            "if": {"properties": {"framework": {"const": framework}}, "required": ["framework"]},
            "then": {"properties": {"explanations": {"type": "object", "properties": _explanations(framework)}}},
        }
        for framework in shipped_frameworks()
    ]


def _marks() -> Fragment:
    """Return `discloses`: by framework, one code or a list of them."""
    by_framework = {}
    for framework in shipped_frameworks():
        provisions = _provisions(framework)
        code = {"enum": list(provisions), "enumDescriptions": list(provisions.values())}
        by_framework[framework] = {"anyOf": [code, {"type": "array", "items": code}]}
    return _closed(by_framework)


def _explanations(framework: str) -> Fragment:
    provisions = _provisions(framework).items()
    return {code: {**shape_of("explanation"), "description": asked} for code, asked in provisions}


def _provisions(framework: str) -> dict[str, str]:
    """Return what each provision of a framework asks for, by its code."""
    catalogue = load_framework(framework, PACKAGE_ROOT, Diagnostics())
    return {each.code: f"{each.requirement['en']}\n\n{each.requirement['zh_Hans']}" for each in catalogue.provisions}


def _closed(properties: Fragment) -> Fragment:
    return {"type": "object", "properties": properties, "additionalProperties": False}
