"""Changes are shown word by word, and lose nothing."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportgen.i18n.word_diff import Kind, marked_up, word_diff


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("In 2023, we grew.", "In 2023 we grew.", "In 2023[-,-] we grew."),
        ("We grew fast.", "We grew very fast.", "We grew {+very +}fast."),
        ("The old big tree.", "The new small tree.", "The [-old big-]{+new small+} tree."),
        ("It was {a}.", "It was {a[prior]}.", "It was [-{a}-]{+{a[prior]}+}."),
        ("持续改进，降低排放。", "持续改进、降低排放。", "持续改进[-，-]{+、+}降低排放。"),
        ("减排10.5%。", "减排11.5%。", "减排[-10.5-]{+11.5+}%。"),
        ("Same.", "Same.", "Same."),
        ("", "New.", "{+New.+}"),
        ("Gone.", "", "[-Gone.-]"),
    ],
)
def test_what_changed_is_marked(old: str, new: str, shown: str) -> None:
    assert marked_up(word_diff(old, new)) == shown


@given(st.text(), st.text())
@example("a b", "c b d")
def test_both_texts_can_be_read_from_the_changes(old: str, new: str) -> None:
    changes = word_diff(old, new)
    assert "".join(change.text for change in changes if change.kind is not Kind.INSERTED) == old
    assert "".join(change.text for change in changes if change.kind is not Kind.DELETED) == new
    assert all(change.text for change in changes)
