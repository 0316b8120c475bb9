"""What a reviewed file says is paired with what the report says now, though words and paragraphs came or went."""

from __future__ import annotations

from reportgen.transform.review_pairs import Line, Pairs, Standing


def lines(*said: str, part: str = "body") -> list[Line]:
    """Return lines; what stands before a colon names their message."""
    made = []
    for at, text in enumerate(said):
        name, _, words = text.rpartition(":")
        made.append(Line(at, part, (), words, words, (name,) if name else ()))
    return made


def told(pairs: Pairs, count: int) -> list[str | None]:
    """Return what the report says in the place of each line, ``None`` where it says the same."""
    standings = [pairs.of(at) for at in range(count)]
    return [None if standing.same else standing.now for standing in standings]


def test_what_moved_is_known_by_its_message() -> None:
    pairs = Pairs(lines("b:We train.", "a:We paint it all."), lines("a:We paint.", "b:We train."))
    assert told(pairs, 2) == [None, "We paint."]
    assert pairs.missing == []


def test_what_has_no_message_is_none_that_has_one() -> None:
    pairs = Pairs(lines("We paint all."), lines("a:We paint."))
    assert pairs.of(0).alone
    assert [line.words for line in pairs.missing] == ["We paint."]


def test_what_has_no_message_is_what_is_much_like_it_in_its_place() -> None:
    pairs = Pairs(lines("a:One.", "Paragraph 14", "b:Two."), lines("a:One.", "Paragraph 13", "b:Two."))
    assert told(pairs, 3) == [None, "Paragraph 13", None]


def test_paragraphs_that_were_joined_are_told_by_both() -> None:
    came = [Line(0, "body", (), "One. Two.", "One. Two.", ("a", "b"))]
    pairs = Pairs(came, lines("a:One.", "b:Two."))
    assert (pairs.of(0), pairs.missing) == (Standing(False, "One.\nTwo."), [])


def test_heads_and_feet_may_be_there_more_or_less_often() -> None:
    title, other = lines("The Report", part="footer"), lines("The Report", "The Report", "Our Report", part="footer")
    assert told(Pairs(other, title), 3) == [None, None, ""]
    assert Pairs(title, other).missing == []
