"""Each paragraph of the Word file that is a message has its name in a hidden bookmark, the same in each language."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
from lxml import etree

from reportgen.i18n.identity import message_id, message_of
from reportgen.model.flow import Paragraph, Run
from reportgen.model.walk import walk

from .conftest import LANGUAGES, Report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SECTIONS = sorted(path.stem for path in (Path(__file__).parents[2] / "content/sections").glob("*.md"))


def bookmarked(sample: Report, locale: str) -> dict[str, str]:
    """Return the words within each hidden bookmark of a message, by the bookmark's name."""
    words: dict[str, str] = {}
    for part in ("word/document.xml", "word/footnotes.xml"):
        for paragraph in etree.fromstring(sample.part(locale, part)).iter(f"{W}p"):
            opened: dict[str, str] = {}
            for node in paragraph.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}t"):
                match node.tag.removeprefix(W):
                    case "bookmarkStart" if message_of(node.get(f"{W}name"), {}):
                        opened[node.get(f"{W}id")] = node.get(f"{W}name")
                        words[node.get(f"{W}name")] = ""
                    case "bookmarkEnd":
                        opened.pop(node.get(f"{W}id"), None)
                    case "t":
                        words |= {name: words[name] + (node.text or "") for name in opened.values()}
            assert not opened, "a message's bookmark ends in the paragraph that it begins in"
    return words


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_paragraph_of_a_message_is_within_its_bookmark(sample: Report, locale: str) -> None:
    within = bookmarked(sample, locale)
    story = sample.story(locale)
    paragraphs = [node for node in walk((story.flows, story.footnotes)) if isinstance(node, Paragraph)]
    printed = [paragraph for paragraph in paragraphs if paragraph.messages]
    assert sum(len(paragraph.messages) for paragraph in printed) == len(within)
    for paragraph in printed:
        runs = [piece.text for piece in paragraph.pieces if isinstance(piece, Run)]
        for name in paragraph.messages:
            assert any(
                message_of(bookmark, {name[-8:]: [name]}) == name and all(run in words for run in runs)
                for bookmark, words in within.items()
            )


def test_both_languages_have_the_same_bookmarks(sample: Report) -> None:
    english, chinese = (bookmarked(sample, locale) for locale in LANGUAGES)
    assert english.keys() == chinese.keys()


@pytest.mark.parametrize("section", SECTIONS)
def test_every_message_of_a_section_is_found(sample: Report, section: str) -> None:
    (path,) = (sample.root / "locales").glob(f"*/LC_MESSAGES/{section}.po")
    catalogue = polib.pofile(str(path))
    names = [message_id(section, entry.msgid) for entry in catalogue if not entry.obsolete]
    known = {name[-8:]: [name] for name in names}
    found = {message_of(bookmark, known) for bookmark in bookmarked(sample, "en")}
    assert set(names) <= found
