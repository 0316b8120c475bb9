"""Two branches' catalogues become one, message by message."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from reportgen.i18n.merge import Conflict, merge
from reportgen.i18n.merged_text import merged_text
from reportgen.i18n.po_entry import PoEntry
from reportgen.i18n.po_file import PoFile


def file(*entries: PoEntry, notes: str = "") -> PoFile:
    return PoFile("a.po", "", notes, entries, ())


def say(*pairs: str) -> PoFile:
    return file(*(PoEntry(source, translation) for source, _, translation in (pair.partition("=") for pair in pairs)))


def said(base: PoFile, ours: PoFile, theirs: PoFile) -> list[str]:
    merged = merge(base, ours, theirs)
    return [
        f"{entry.ours.source}?" if isinstance(entry, Conflict) else f"{entry.source}={entry.translation}"
        for entry in merged.entries
    ]


def test_both_sides_additions_are_kept_in_their_places() -> None:
    base = say("a=1", "b=2")
    assert said(base, say("a=1", "x=7", "b=2"), say("a=1", "y=8", "b=2", "z=9")) == ["a=1", "y=8", "x=7", "b=2", "z=9"]


def test_a_message_changed_on_one_side_is_as_that_side_has_it() -> None:
    base = say("a=1", "b=2", "c=")
    assert said(base, say("a=one", "b=2", "c="), say("a=1", "b=two", "c=three")) == ["a=one", "b=two", "c=three"]


def test_a_message_taken_out_is_gone_unless_the_other_side_worked_on_it() -> None:
    base = say("a=1", "b=2")
    assert said(base, say("b=2"), say("a=1", "b=2")) == ["b=2"]
    assert said(base, say("b=2"), say("a=one", "b=2")) == ["a=one", "b=2"]


def test_the_same_message_translated_in_two_ways_is_the_only_conflict() -> None:
    base = say("a=1", "b=")
    merged = merge(base, say("a=1", "b=left"), say("a=one", "b=right"))
    assert said(base, say("a=1", "b=left"), say("a=one", "b=right")) == ["a=one", "b?"]
    text = merged_text(merged, "harbour", "zh_Hans")
    assert text.endswith(
        """\
msgid "a"
msgstr "one"

<<<<<<< ours
msgid "b"
msgstr "left"
=======
msgid "b"
msgstr "right"
>>>>>>> theirs
"""
    )


def test_finished_goes_before_out_of_date() -> None:
    fuzzy = PoEntry("b", "old", fuzzy=True, previous="c")
    assert said(say("b="), file(fuzzy), say("b=new")) == ["b=new"]
    assert said(say("b="), say("b=new"), file(fuzzy)) == ["b=new"]


def test_the_notes_of_both_are_kept() -> None:
    ours = file(PoEntry("a", "1", notes="Ask.\nMine."))
    theirs = file(PoEntry("a", "1", notes="Ask.\nYours."))
    entry = merge(say("a=1"), ours, theirs).entries[0]
    assert isinstance(entry, PoEntry)
    assert entry.notes == "Ask.\nMine.\nYours."


def test_notes_and_obsolete_messages_are_merged_by_what_each_side_did() -> None:
    base = PoFile("a.po", "", "Head.", (PoEntry("a", "1", notes="x"),), (PoEntry("o", "1"), PoEntry("p", "1")))
    ours = replace(base, notes="Our head.", obsolete=(PoEntry("o", "2"), PoEntry("p", "1")))
    theirs = replace(base, live=(PoEntry("a", "1", notes="y"),), obsolete=(PoEntry("o", "1"),))
    merged = merge(base, ours, theirs)
    assert merged.notes == "Our head."
    assert merged.entries == (PoEntry("a", "1", notes="y"),)
    assert merged.obsolete == (PoEntry("o", "2"),)


ENTRIES = st.builds(PoEntry, source=st.sampled_from("abcdef"), translation=st.sampled_from(["", "1", "2"]))
FILES = st.lists(ENTRIES, max_size=6, unique_by=lambda entry: entry.source).map(lambda entries: file(*entries))


@given(FILES, FILES)
def test_what_only_one_side_did_is_the_result(base: PoFile, side: PoFile) -> None:
    for merged in (merge(base, side, side), merge(base, side, base), merge(base, base, side)):
        assert merged.entries == side.live


@given(FILES, FILES, FILES)
def test_nothing_that_a_side_added_is_lost(base: PoFile, ours: PoFile, theirs: PoFile) -> None:
    merged = merge(base, ours, theirs)
    kept = {entry.ours.source if isinstance(entry, Conflict) else entry.source for entry in merged.entries}
    known = {entry.source for entry in base.live}
    assert {entry.source for side in (ours, theirs) for entry in side.live if entry.source not in known} <= kept
    assert replace(merged, entries=()).conflicts == 0
