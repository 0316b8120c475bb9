"""Files for translators: any text that is written into one is read out of it again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbooks import write_book

from reportgen.diagnostics import Diagnostics
from reportgen.i18n.identity import message_id
from reportgen.i18n.po_entry import PoEntry
from reportgen.i18n.restore import cleaned, restored
from reportgen.i18n.sent import Batch, Sent
from reportgen.i18n.tokens import written
from reportgen.i18n.unprintable import unprintable
from reportgen.load.returned_workbook import read_returned
from reportgen.load.xliff import read_xliff
from reportgen.model.exchange import Returned
from reportgen.model.exchange_columns import COLUMNS
from reportgen.model.locale import LOCALES
from reportgen.write.xliff import xliff
from reportgen.write.xlsx.translations import translations_xlsx

PATH = "locales/zh_Hans/LC_MESSAGES/energy.po"
PARTS = st.sampled_from(
    [
        *(
            "{current}",
            "{{",
            "[^a]",
            "%(value)s",
            "<https://example.com/a>",
            "**",
            "<br>",
            "⟦",
            "⟧",
            "\n",
            " ",
            "_x0041_",
        ),
        *(
            "[",
            "]",
            "](#here)",
            '](#here "page")',
            "](https://example.com/a?b&c)",
            "=1+1",
            "词",
            "&amp;",
            "]]>",
            "\u00a0",
        ),
    ]
)
TEXTS = (
    st.lists(PARTS | st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=4), min_size=1)
    .map("".join)
    .filter(lambda text: text.strip() and not unprintable(text))
)


def batch(source: str, translation: str, previous: str) -> Batch:
    entry = PoEntry(source, translation, fuzzy=bool(previous), previous=previous, comment="Energy\n{current} = 2023")
    return Batch(PATH, LOCALES["en"], (Sent(message_id("energy", source), entry),))


def check(sent: Sent, back: Returned) -> None:
    assert (back.name, back.locale) == (sent.name, "zh_Hans")
    assert (back.source, back.state) == (sent.digest, sent.state)
    assert "".join(back.shown.split()) == "".join(written(sent.source).split())
    assert restored(back.shown, sent.entry.source)[1] == ()


@given(TEXTS, TEXTS, TEXTS | st.just(""))
def test_any_message_is_read_out_of_xliff(
    tmp_path_factory: pytest.TempPathFactory, source: str, translation: str, previous: str
) -> None:
    made = batch(source, translation, previous)
    file = tmp_path_factory.getbasetemp() / "any.xlf"
    file.write_bytes(xliff([made], LOCALES["zh_Hans"]))
    found = Diagnostics()
    (back,) = read_xliff(file, "any.xlf", found)
    assert not list(found)
    check(made.messages[0], back)
    assert back.text == written(made.messages[0].translation)
    assert restored(back.shown, source) == (source, ())


@given(TEXTS, TEXTS, TEXTS | st.just(""))
def test_any_message_is_read_out_of_a_workbook(
    tmp_path_factory: pytest.TempPathFactory, source: str, translation: str, previous: str
) -> None:
    made = batch(source, translation, previous)
    (one,) = made.messages
    file = tmp_path_factory.getbasetemp() / "any.xlsx"
    file.write_bytes(translations_xlsx("harbour-light", [made], LOCALES["zh_Hans"]))
    found = Diagnostics()
    (back,) = read_returned(file, "any.xlsx", found)
    assert not list(found)
    check(one, back)
    assert back.text == ""
    cells = [one.name, "", back.shown, "", "", written(one.translation), "", "", one.digest, one.state, PATH]
    filled = write_book(file.with_name("filled.xlsx"), {"T": [list(COLUMNS), cells]})
    (back,) = read_returned(Path(filled), "filled.xlsx", found)
    assert cleaned(back.text, source) == cleaned(written(one.translation), source)
