"""The stress reports, each built once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from stress_project import Built, built
from stress_reports import REPORTS


@pytest.fixture(scope="session")
def build_report(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Built]:
    """Return what builds a report by its name, or hands it out again."""

    @cache
    def build(name: str) -> Built:
        return built(REPORTS[name](), tmp_path_factory.mktemp(name))

    return build


@pytest.fixture(params=sorted(REPORTS))
def report(request: pytest.FixtureRequest, build_report: Callable[[str], Built]) -> Built:
    """Each report in turn."""
    return build_report(request.param)
