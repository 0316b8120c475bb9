"""What editors and gettext's tools rewrap comes back as it was; what is not ours is refused, not lost."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostics
from reportgen.i18n.canonical import canonical, with_flags
from reportgen.i18n.po_entry import PoEntry
from reportgen.i18n.po_file import PoFile, read_po
from reportgen.i18n.po_text import po_text

from .conftest import shown

PATH = "locales/zh_Hans/LC_MESSAGES/a.po"

OURS = """\
# Our own words at the head.
msgid ""
msgstr ""
"Project-Id-Version: harbour\\n"
"Language: zh_Hans\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Reportgen-Segmenter: 1\\n"

# Ask the fleet department.
#. Energy > Ferries
#. {diesel} = 5,398.75 MWh
#: content/sections/energy.md
#, fuzzy, python-brace-format
#| msgid "Our ferries burned {diesel} of diesel in the year under report. It was less than in any year before."
msgid ""
"Our ferries burned {diesel} of diesel in the year under report. "
"It was less than in any of the years before."
msgstr ""
"渡轮在报告年度消耗柴油{diesel}。"
"低于以往各年。"

#. Energy
#: content/sections/energy.md
msgid "A “quoted” title\\twith a tab"
msgstr "标题"

# Taken out in spring.
#~ msgid "Gone."
#~ msgstr "已删。"
"""

MSGCAT = """\
# Our own words at the head.
#
msgid ""
msgstr ""
"Project-Id-Version: harbour\\n"
"PO-Revision-Date: 2024-03-01 10:00+0800\\n"
"Last-Translator: Somebody <somebody@example.org>\\n"
"Language: zh_Hans\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"X-Generator: Poedit 3.4\\n"
"X-Reportgen-Segmenter: 1\\n"

# Ask the fleet department.
#. Energy > Ferries
#. {diesel} = 5,398.75 MWh
#: content/sections/energy.md:12
#, fuzzy, python-brace-format
#| msgid ""
#| "Our ferries burned {diesel} of diesel in the year under report. It was less "
#| "than in any year before."
msgid ""
"Our ferries burned {diesel} of diesel in the year under report. It was less "
"than in any of the years before."
msgstr "渡轮在报告年度消耗柴油{diesel}。低于以往各年。"

#. Energy
#: content/sections/energy.md:3
msgid "A “quoted” title\\twith a tab"
msgstr "标题"

# Taken out in spring.
#~ msgid "Gone."
#~ msgstr "已删。"
"""


def read(text: str) -> PoFile:
    found = Diagnostics()
    file = read_po(text, PATH, found)
    assert file is not None, shown(found)
    return file


def test_what_msgcat_and_poedit_rewrap_comes_back_byte_by_byte() -> None:
    assert canonical(read(OURS), "harbour", "zh_Hans") == OURS
    assert canonical(read(MSGCAT), "harbour", "zh_Hans") == OURS


def test_line_ends_of_windows_and_a_byte_order_mark_are_no_change() -> None:
    assert canonical(read(MSGCAT.replace("\n", "\r\n").replace("\r\n", "\n")), "harbour", "zh_Hans") == OURS


WORDS = st.text(st.sampled_from('ab {}.。\\n"\\t中文%()[]^'), min_size=1, max_size=40).filter(lambda text: text.strip())
LINES = st.text(st.sampled_from("ab 中:"), max_size=20).map(str.strip)
ENTRIES = st.builds(
    PoEntry,
    source=WORDS,
    translation=st.one_of(st.just(""), WORDS),
    notes=LINES,
    comment=LINES,
    path=st.just("content/sections/a.md"),
    fuzzy=st.booleans(),
    previous=st.one_of(st.just(""), WORDS),
).map(lambda entry: replace(entry, fuzzy=entry.fuzzy and bool(entry.translation)))


@given(st.lists(ENTRIES, max_size=6, unique_by=lambda entry: entry.source))
def test_the_canonical_form_is_read_back_as_it_was_written(entries: list[PoEntry]) -> None:
    text = po_text("harbour", "zh_Hans", "", map(with_flags, entries), ())
    assert canonical(read(text), "harbour", "zh_Hans") == text


@given(st.lists(ENTRIES, min_size=1, max_size=4, unique_by=lambda entry: entry.source), st.integers(20, 60))
def test_wrapping_makes_no_difference(entries: list[PoEntry], width: int) -> None:
    text = po_text("harbour", "zh_Hans", "", map(with_flags, entries), ())
    assert canonical(read(wrapped(text, width)), "harbour", "zh_Hans") == text


def wrapped(text: str, width: int) -> str:
    """Cut long lines of words as other tools do: anywhere but inside an escape."""
    lines = []
    for line in text.split("\n"):
        if not line.startswith('"') or "\\" in line or line.endswith('\\n"'):
            lines.append(line)
        else:
            lines += [f'"{part}"' for part in textwrap.wrap(line[1:-1], width, drop_whitespace=False)] or [line]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            'msgid "A"\nmsgstr "甲"\n\nmsgid "A"\nmsgstr "乙"\n',
            f"error[catalogue-broken]: this message stands in line 1 too\n  --> {PATH}:4:1\n"
            "  = hint: keep one of them: the one with the better translation",
        ),
        (
            'msgctxt "menu"\nmsgid "A"\nmsgstr "甲"\n',
            "error[catalogue-broken]: this message has a context (`msgctxt`), which the report's messages have not\n"
            f"  --> {PATH}:1:1\n  = hint: take it out",
        ),
        (
            'msgid "A"\nmsgid_plural "As"\nmsgstr[0] "甲"\n',
            "error[catalogue-broken]: this message has plural forms (`msgid_plural`), which the report's messages have"
            f" not\n  --> {PATH}:1:1\n  = hint: take `msgid_plural` out, and leave one translation: `msgstr`",
        ),
        (
            'msgid ""\nmsgstr "Content-Type: text/plain; charset=GBK\\n"\n\nmsgid "A"\nmsgstr "甲"\n',
            f"error[catalogue-broken]: the catalogue says that it is in `GBK`\n  --> {PATH}:1:1\n"
            "  = hint: save it as UTF-8, and write `charset=UTF-8` at its head",
        ),
        (
            'msgid "A"\n<<<<<<< ours\nmsgstr "甲"\n=======\nmsgstr "乙"\n>>>>>>> theirs\n',
            "\n".join(
                f"error[catalogue-broken]: two branches are in conflict here\n  --> {PATH}:{line}:1\n"
                "  = hint: keep one of the two, and delete the marks"
                for line in (2, 4, 6)
            ),
        ),
        (
            'msgid "A"\nmsgstr "def\n',
            f"error[catalogue-broken]: this line is not what a catalogue has here\n  --> {PATH}:2:1\n"
            '  = hint: close the quotation mark; inside, only \\n, \\t, \\r, \\" and \\\\ may be escaped',
        ),
        (
            'msgid "A"\n',
            f"error[catalogue-broken]: this message has no `msgstr`\n  --> {PATH}:1:1\n"
            '  = hint: write `msgstr ""` below it',
        ),
    ],
)
def test_what_would_be_lost_is_refused(text: str, finding: str) -> None:
    found = Diagnostics()
    assert read_po(text, PATH, found) is None
    assert shown(found) == finding
