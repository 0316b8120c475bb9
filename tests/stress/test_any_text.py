"""Whatever people type in a section: it is set in both formats, or refused with findings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from any_text import BLOCKS, TEXTS
from hypothesis import example, given, settings
from msgspec.structs import replace
from stress_project import Chapter, StressReport, write

from reportgen.build import PUBLISHED, build
from reportgen.commands.formats import FORMATS
from reportgen.commands.outputs import outputs
from reportgen.diagnostics import Diagnostics
from reportgen.load_inputs import load
from reportgen.model.locale import LOCALES

Set = Callable[[str], None]


@pytest.fixture(scope="module")
def set_section(tmp_path_factory: pytest.TempPathFactory) -> Set:
    """Return what lowers a report whose only section has a text, and sets it in both formats where it is sound."""
    root = tmp_path_factory.mktemp("any")
    write(StressReport((Chapter("Light", "01", {"Lamps": ""}),)), root)
    inputs = load(root, Diagnostics())
    (section,) = inputs.files

    def run(text: str) -> None:
        found = Diagnostics()
        inside = replace(inputs, files=(replace(section, body=text),))
        built = build(inside, LOCALES["en"], PUBLISHED, found)
        if not found.failed:
            assert set(outputs(built, root, FORMATS, found).files) == set(FORMATS)

    return run


@given(BLOCKS)
@example("| a | b |\n|---|---|\n| c | d |\n| ^^ | ^^ |")
@example("::: highlights\n- **7** lamps\n:::\n\n-")
@settings(max_examples=60)
def test_blocks_of_any_kind_are_set_or_refused(set_section: Set, text: str) -> None:
    set_section(text)


@given(TEXTS)
@settings(max_examples=60)
def test_markup_in_any_order_is_set_or_refused(set_section: Set, text: str) -> None:
    set_section(text)
