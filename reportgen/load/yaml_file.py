"""A YAML file of the project to its root mapping."""

from __future__ import annotations

from pathlib import Path

from reportgen.diagnostics import Code, Diagnostics, Span
from reportgen.load.source import read_text
from reportgen.load.values import kind_of
from reportgen.load.yaml_nodes import Mapping, parse_yaml

PACKAGE_ROOT = Path(__file__).resolve().parents[2]
"""The folder that the package lies in: the tool's own data is `reportgen/...` below it."""


def read_yaml(root: Path, path: str, diagnostics: Diagnostics, asked: Span | None = None) -> Mapping | None:
    """Return the mapping that a file is, or ``None`` with a finding. An empty file is an empty mapping."""
    text = read_text(root, path, diagnostics, asked)
    if text is None:
        return None
    before = len(diagnostics)
    node = parse_yaml(text, path, diagnostics)
    if isinstance(node, Mapping):
        return node
    if node is not None:
        diagnostics.error(Code.WRONG_VALUE, f"expected a mapping, found {kind_of(node)}", node.span)
    elif len(diagnostics) == before:
        return Mapping({}, Span(path))
    return None
