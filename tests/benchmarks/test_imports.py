"""All benchmarks find what they import. Most run in no test: they take minutes, and programs that few have."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

BENCHMARKS = sorted((Path(__file__).parents[2] / "benchmarks").glob("*.py"))


@pytest.mark.parametrize("name", [path.stem for path in BENCHMARKS])
def test_what_it_imports_is_there(name: str) -> None:
    import_module(name)
