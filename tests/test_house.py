"""The house: imports point one way, each library has its rooms, nothing grows too large."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "reportgen"
LAYERS = [
    "diagnostics",
    "model",
    "load",
    "i18n",
    "read",
    "transform",
    "style",
    "write",
    "sources",
    "inputs",
    "load_inputs",
    "build",
    "commands",
    "cli",
]
FENCES = {
    "yaml": ("load/",),
    "python_calamine": ("load/",),
    "jinja2": ("read/",),
    "markdown_it": ("read/",),
    "babel": ("i18n/",),
    "reportlab": ("write/pdf/",),
    "uharfbuzz": ("write/pdf/",),
    "pyphen": ("write/pdf/",),
    "budoux": ("write/pdf/",),
    "deflate": ("write/pdf/",),
    "docx": ("write/docx/",),
    "lxml": ("write/docx/", "write/xliff.py", "load/xliff.py"),
    "xlsxwriter": ("write/xlsx/",),
    "click": ("cli/",),
}
LONGEST_FILE = 400
LONGEST_FUNCTION = 50
SOURCES = sorted(PACKAGE.rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module
            case ast.ImportFrom():
                raise AssertionError(f"{path}: relative imports hide the layer")


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_module_imports_only_from_its_own_layer_and_those_below(path: Path) -> None:
    layer = name(path).split("/")[0].removesuffix(".py")
    if layer not in LAYERS:
        assert name(path) in {"__init__.py", "__main__.py"}
        return
    allowed = LAYERS[: LAYERS.index(layer) + 1]
    for module in imported(path):
        parts = module.split(".")
        assert parts[0] != "reportgen" or len(parts) == 1 or parts[1] in allowed, f"imports {module}"


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_each_library_stays_in_its_rooms(path: Path) -> None:
    for module in imported(path):
        rooms = FENCES.get(module.split(".")[0])
        assert rooms is None or name(path).startswith(rooms), f"imports {module}"


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_records_are_structs(path: Path) -> None:
    assert "@dataclass(frozen" not in path.read_text(encoding="utf-8"), "see docs/decisions/0009-records-are-structs.md"


def test_the_two_writers_do_not_know_each_other() -> None:
    for path in SOURCES:
        for here, there in (("pdf", "docx"), ("docx", "pdf")):
            if name(path).startswith(f"write/{here}/"):
                assert not [module for module in imported(path) if module.startswith(f"reportgen.write.{there}")]


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_no_file_and_no_function_is_too_long(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno + 1 <= LONGEST_FUNCTION, node.name


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
