"""What templates see of a diagram: translated words, and the same without note marks to be said."""

from __future__ import annotations

from decimal import Decimal

from reportgen.diagnostics import Span
from reportgen.model.figure import BoxOf, DiagramOf, IssueGroupOf, IssueOf, MatrixOf
from reportgen.model.words import Words
from reportgen.transform.view_diagrams import BoxView, DiagramView, IssueGroupView, IssueView, MatrixView, view_diagram

HERE = Span("content/figures/a.yaml", 1, 1)


def words(text: str) -> Words:
    return Words(text, HERE)


def test_words_are_translated_and_said_without_their_marks() -> None:
    diagram = DiagramOf(
        "house",
        "levels",
        words("The house[^of]"),
        (
            (BoxOf(words("Keeper[^who]"), None, HERE),),
            (BoxOf(words("Lamps"), words("{lamps} of them[^all], lit"), HERE), BoxOf(words("Boats"), None, HERE)),
        ),
        HERE,
    )
    asked = []

    def translate(domain: str, source: Words) -> Words:
        asked.append((domain, source.text))
        return words(source.text.upper())

    view = view_diagram(diagram, translate)
    assert isinstance(view, DiagramView)
    assert (view.id, view.kind, view.title.text, view.said.text) == ("house", "levels", "THE HOUSE[^OF]", "THE HOUSE")
    assert view.rows == (
        (BoxView(words("KEEPER[^WHO]"), None, words("KEEPER"), None),),
        (
            BoxView(words("LAMPS"), words("{LAMPS} OF THEM[^ALL], LIT"), words("LAMPS"), words("{LAMPS} OF THEM, LIT")),
            BoxView(words("BOATS"), None, words("BOATS"), None),
        ),
    )
    assert asked == [
        ("figures", "The house[^of]"),
        ("figures", "Keeper[^who]"),
        ("figures", "Lamps"),
        ("figures", "{lamps} of them[^all], lit"),
        ("figures", "Boats"),
    ]


def test_a_matrix_is_seen_with_its_axes_groups_and_places() -> None:
    one, other = Decimal(40), Decimal("75.5")
    groups = (
        IssueGroupOf(words("Light[^all]"), "environment", (IssueOf(words("Oil[^oil]"), one, other, HERE),), HERE),
    )
    matrix = MatrixOf("weight", words("Weight[^of]"), words("People[^who]"), words("Harbour"), groups, HERE)
    asked = []

    def translate(domain: str, source: Words) -> Words:
        asked.append((domain, source.text))
        return words(source.text.upper())

    issue = IssueView(words("OIL[^OIL]"), words("OIL"), one, other)
    assert view_diagram(matrix, translate) == MatrixView(
        "weight",
        words("WEIGHT[^OF]"),
        words("WEIGHT"),
        words("PEOPLE[^WHO]"),
        words("PEOPLE"),
        words("HARBOUR"),
        words("HARBOUR"),
        (IssueGroupView(words("LIGHT[^ALL]"), words("LIGHT"), "environment", (issue,)),),
    )
    texts = ("Weight[^of]", "People[^who]", "Harbour", "Light[^all]", "Oil[^oil]")
    assert asked == [("figures", text) for text in texts]
