"""Whatever changes between two stories, a redline accepted is the new one and rejected the old one."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace
from reading_redline import accepted, changed, marks, rejected

from reportgen.model.flow import Boxed, Chapter, Contents, Cover, Flow, Footnote, Items, Paragraph, Run, Story, Table
from reportgen.model.locale import LOCALES
from reportgen.model.theme import Theme
from reportgen.model.walk import rewrite
from reportgen.write.docx import write_docx
from reportgen.write.docx.redline.document import Told, write_redline
from reportgen.write.docx.redline.stamp import Stamp

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STAMP = Stamp("Harbour Light", "2024-03-01T01:00:00Z")
WORDS = "lamps piers harbour of the and keepers power, night. less than we 灯塔 用电 减少 2,500 kWh (PUE)".split()

Both = Callable[[Story, Story], Path]


@pytest.fixture
def both(theme: Theme, pages: dict[str, str], picture_folder: Path, tmp_path: Path) -> Both:
    """Write two stories and the redline between them, and hold the three together."""

    def run(before: Story, now: Story) -> Path:
        files = {}
        for name, story in (("before", before), ("now", now)):
            files[name] = tmp_path / f"{name}.docx"
            files[name].write_bytes(write_docx(story, theme, LOCALES["en"], pages, picture_folder, "1.0"))
        path = tmp_path / "redline.docx"
        told = Told(before, picture_folder), Told(now, picture_folder)
        path.write_bytes(write_redline(*told, theme, LOCALES["en"], pages, STAMP, "1.0"))
        assert accepted(path) == accepted(files["now"])
        assert rejected(path) == accepted(files["before"])
        return path

    return run


def test_the_same_story_has_no_marks(both: Both, story: Story) -> None:
    assert marks(both(story, story)) == []


@pytest.mark.parametrize("seed", range(40))
def test_any_changes_come_and_go_whole(both: Both, story: Story, seed: int) -> None:
    chance = random.Random(seed)
    both(story, _changed(story, chance))


def test_everything_comes_and_everything_goes(both: Both, story: Story) -> None:
    kept = tuple(flow for flow in story.flows if isinstance(flow, Cover | Contents))
    bare = replace(story, flows=kept, footnotes={})
    both(story, bare)
    both(bare, story)


def test_a_paragraph_that_is_another_is_replaced_whole(both: Both, story: Story) -> None:
    def told(text: str) -> Story:
        return replace(
            story, flows=(Paragraph("h1", (Run("Title"),), "brand", 1, messages=("a.00000000",)), *_one(text))
        )

    path = both(told("The lamps burn all night."), told("No keeper was ever hurt in any harbour."))
    assert changed(path) == [("The lamps burn all night.", "No keeper was ever hurt in any harbour.")]


def _one(text: str) -> tuple[Flow, ...]:
    return (Paragraph("prose", (Run(text),), "brand", messages=("a.11111111",)),)


def test_what_changes_in_a_link_stays_in_it(both: Both, story: Story) -> None:
    def told(text: str) -> Story:
        words = (Run("See "), Run(text, link="https://example.com/guide"), Run("."))
        return replace(story, flows=(Paragraph("prose", words, "brand", messages=("a.11111111",)),))

    path = both(told("the guide to lamps"), told("the short guide to the lamps"))
    assert changed(path) == [("", "short "), ("", " the")]
    with zipfile.ZipFile(path) as package:
        (link,) = etree.fromstring(package.read("word/document.xml")).iter(f"{W}hyperlink")
    assert "".join(text.text for text in link.iter(f"{W}t")) == "the short guide to the lamps"


def test_a_mark_of_a_paragraph_s_end_stands_first_in_its_properties(both: Both, story: Story) -> None:
    path = both(story, _changed(story, random.Random(1)))
    for mark in marks(path):
        look = mark.getparent()
        if look.tag == f"{W}rPr":
            assert look[0] is mark
            assert [node.tag for node in look.itersiblings()] in ([], [f"{W}sectPr"])


def _changed(story: Story, chance: random.Random) -> Story:
    """Return a story in which words, paragraphs, rows, items and notes have changed, gone or come."""

    def change(node: object) -> object:
        match node:
            case Run(text=text, link="") if chance.random() < 0.15:
                return replace(node, text=_reworded(text, chance))
            case Table(body=body) if chance.random() < 0.5:
                return replace(node, body=tuple(row for row in body if chance.random() < 0.7) or body)
            case Items(items=items) | Boxed(content=items) if chance.random() < 0.5:
                kept = tuple(item for item in items if chance.random() < 0.7) or items
                return replace(node, **{"items" if isinstance(node, Items) else "content": kept})
            case _:
                return node

    flows: list[Flow] = []
    for flow in rewrite(story.flows, change):
        if isinstance(flow, Chapter | Cover | Contents) or chance.random() < 0.8:
            flows.append(flow)
        if isinstance(flow, Paragraph) and chance.random() < 0.2:
            flows.append(Paragraph("prose", (Run(_reworded("", chance)),), "brand"))
    notes = {number: Footnote(number, change_note(note.text, chance)) for number, note in story.footnotes.items()}
    return replace(story, flows=tuple(flows), footnotes=notes)


def change_note(text: Paragraph, chance: random.Random) -> Paragraph:
    return replace(text, pieces=(Run(_reworded("A note", chance)),)) if chance.random() < 0.5 else text


def _reworded(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(words) + 1)
        words[at : at + chance.randrange(0, 2)] = chance.sample(WORDS, chance.randrange(0, 3))
    return " ".join(words) or "word"


def test_the_file_is_read_by_lxml_without_a_word_lost(both: Both, story: Story) -> None:
    path = both(story, _changed(story, random.Random(3)))
    assert etree.QName(marks(path)[0]).localname in ("ins", "del")
