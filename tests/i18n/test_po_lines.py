"""What a catalogue's lines say; lines of one that stand in the wrong place are named, and nothing is read of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.diagnostics import Diagnostics
from reportgen.i18n.po_entry import PoEntry
from reportgen.i18n.po_file import read_po
from reportgen.i18n.po_text import po_text

from .conftest import shown

PATH = "locales/zh_Hans/LC_MESSAGES/a.po"
OLD = """\
# At the head.
#
## Still there.

msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

#
# Not ours:\tasked twice.
#. Energy > Ferries
#.
#. {diesel} = 5 MWh
#: content/sections/energy.md:12 content/kpis/energy.yaml
#: content/sections/ferries.md
#, fuzzy, python-brace-format
#, no-wrap
#| msgid ""
#| "Burned "
#| "{diesel}."
msgid "A \\"b\\"\\t"
"c\\\\\\n"
# Between.
msgstr ""
"甲"
"乙"
#~| msgid "forgotten"
#~ msgid ""
#~ "Gone."
#~ msgstr "已删。"
# Of no message.
"""


def read(text: str) -> str | tuple[str, tuple[PoEntry, ...], tuple[PoEntry, ...]]:
    diagnostics = Diagnostics()
    file = read_po(text, PATH, diagnostics)
    return shown(diagnostics) if file is None else (file.notes, file.live, file.obsolete)


def test_everything_of_a_message_is_read() -> None:
    live = PoEntry(
        'A "b"\tc\\\n',
        "甲乙",
        notes="\nNot ours:\tasked twice.\nBetween.",
        comment="Energy > Ferries\n{diesel} = 5 MWh",
        path="content/sections/energy.md",
        flags=("no-wrap", "python-brace-format"),
        fuzzy=True,
        previous="Burned {diesel}.",
        line=9,
    )
    assert read(OLD) == ("At the head.\n\nStill there.", (live,), (PoEntry("Gone.", "已删。", line=28),))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('msgstr "a"', 1),
        ('"a"', 1),
        ('msgid "a"\n#. here\n"b"\nmsgstr ""', 3),
        ('msgid "a"\n# lost\nmsgid "b"\nmsgstr ""', 3),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"', 3),
        ('#~ msgid "a"\nmsgstr "b"', 2),
        ('msgid "a"\nmsgstr "b"\n#| "c"', 3),
        ('#| msgstr "a"', 1),
        ("#~ lost", 1),
        ("#~", 1),
        ("#.here", 1),
        ("#,fuzzy", 1),
    ],
)
def test_a_line_out_of_place_is_named(text: str, line: int) -> None:
    assert read(f'{text}\n\n#~ msgid "z"\n#~ msgstr ""\n') == (
        "error[catalogue-broken]: the catalogue cannot be read: this line is not what a catalogue has here\n"
        f"  --> {PATH}:{line}:1\n"
        "  = hint: correct the line, or take the file from the last commit"
    )


def test_messages_in_plural_and_second_headers_are_refused() -> None:
    assert "plural forms" in str(read('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n'))
    assert "stands in line 1 too" in str(read('msgid ""\nmsgstr ""\n\nmsgid ""\nmsgstr "x"\n'))


@pytest.mark.parametrize(
    ("plural", "named"),
    [("", "msgstr[0]"), ('msgid_plural ""\n', "msgstr[0]"), ('msgid_plural "b"\n', "msgid_plural")],
)
def test_a_translation_by_number_is_a_plural_form_whatever_stands_above_it(plural: str, named: str) -> None:
    assert read(f'msgid "a"\n{plural}msgstr[0] "c"\n') == (
        f"error[catalogue-broken]: this message has plural forms (`{named}`), which the report's messages have not\n"
        f"  --> {PATH}:1:1\n"
        "  = hint: take `msgid_plural` out, and leave one translation: `msgstr`"
    )


@given(st.lists(st.tuples(st.text(min_size=1), st.text()), unique_by=lambda pair: pair[0]))
def test_what_is_written_is_read(texts: list[tuple[str, str]]) -> None:
    entries = [PoEntry(source, translation) for source, translation in texts]
    found = read(po_text("harbour", "zh_Hans", "", entries, ()))
    assert not isinstance(found, str)
    assert [(entry.source, entry.translation) for entry in found[1]] == texts
