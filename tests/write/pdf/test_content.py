"""A page's content stream: nothing is said twice, and text objects and marked content nest."""

from __future__ import annotations

import re

from reportgen.write.pdf.content import END, Item, Mark, Text, content_of
from reportgen.write.pdf.parts import Show
from reportgen.write.pdf.state import state_of

P, ARTIFACT = b"/P<</MCID 0>>BDC\n", b"/Artifact BMC\n"
RULE = b"q 0 0 9 1 re f Q\n"
PLAIN = state_of(b"F0", 10, 0, 0, b"0 0 0 rg")
STRONG = state_of(b"F1", 10, 0, 0, b"0 0 0 rg")


def written(*items: Item) -> str:
    return "".join(part if isinstance(part, str) else part.decode() for part in content_of(items))


def test_a_text_says_its_state_once() -> None:
    lines = (Text(72, 700, (Show(PLAIN, "a"),)), Text(72, 685, (Show(PLAIN, "b"),)))
    assert written(Mark(P), *lines, END) == f"BT\n{P.decode()}72 700 Td/F0 10 Tf 0 0 0 rga0 -15 TdbEMC\nET\n"


def test_what_changes_is_said() -> None:
    line = Text(72, 700, (Show(PLAIN, "a"), Show(STRONG, "b"), Show(PLAIN, "c")))
    assert written(Mark(P), line, END).split("Td")[1] == "/F0 10 Tf 0 0 0 rga/F1 10 Tfb/F0 10 TfcEMC\nET\n"


def test_moves_add_up_to_places() -> None:
    texts = [Text(72, 700 - number / 3, (Show(PLAIN, "a"),)) for number in range(100)]
    moves = [part.decode().split(" Td") for part in content_of([Mark(P), *texts, END]) if isinstance(part, bytes)]
    ups = [float(move[0].split()[1]) for move in moves if len(move) > 1]
    assert len(ups) == 100
    assert round(sum(ups), 2) == 667


def test_shapes_stand_outside_of_texts_and_what_holds_both_around_them() -> None:
    text = Text(72, 700, (Show(PLAIN, "a"),))
    figure = Mark(b"/Figure<</MCID 1>>BDC\n", drawn=True)
    items = [Mark(P), text, END, figure, text, RULE, text, END, Mark(ARTIFACT), text, END]
    operators = b"\n".join(part for part in content_of(items) if isinstance(part, bytes)).decode()
    found = re.findall(r"\b(?:BT|ET|BDC|BMC|EMC|re)\b", operators)
    assert found == "BT BDC EMC ET BDC BT ET re BT ET EMC BT BMC EMC ET".split()


def test_a_text_of_nothing_is_not_written() -> None:
    assert written(Text(72, 700, ())) == ""
