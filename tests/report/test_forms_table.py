"""The table of forms in docs/writing.md says what the sample prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostics, Span
from reportgen.inputs import Inputs
from reportgen.load_inputs import load
from reportgen.model.block import Document, Paragraph
from reportgen.model.inline import Bound, Ref
from reportgen.model.locale import LOCALES
from reportgen.model.walk import walk
from reportgen.transform.bind import bind

ROOT = Path(__file__).parent.parent.parent
ROW = re.compile(r"\| `\{(\w+)(?:\[(\w+)\])?(?:\.(\w+))?\}` \| (.+?) \| (.+?) \|")
ROWS = ROW.findall((ROOT / "docs/writing.md").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    return load(ROOT, Diagnostics())


def test_the_table_has_every_kind_of_form() -> None:
    forms = {form for _, _, form, _, _ in ROWS}
    plain = {
        "value",
        "unit",
        "change",
        "change_abs",
        "difference",
        "difference_abs",
        "share",
        "compact",
        "words",
        "when",
    }
    assert plain | {"", "ordinal", "target", "over_30", "nearly_32", "as_gj", "in_gj"} <= forms


@pytest.mark.parametrize(("id_", "period", "form", "english", "chinese"), ROWS)
def test_a_row_is_true(inputs: Inputs, id_: str, period: str, form: str, english: str, chinese: str) -> None:
    here = Span("docs/writing.md")
    for locale, expected in (("en", english), ("zh_Hans", chinese)):
        diagnostics = Diagnostics()
        document = Document(locale, (), (), (), (Paragraph((Ref(id_, period, form, here),), here),))
        result = bind(document, inputs.dataset, inputs.project, LOCALES[locale], diagnostics)
        assert [found.message for found in diagnostics] == []
        texts = [node.text.replace("\N{NO-BREAK SPACE}", " ") for node in walk(result) if isinstance(node, Bound)]
        assert texts == [expected]
