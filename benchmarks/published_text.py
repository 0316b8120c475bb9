"""The words of a published report (Markdown) and of a built one (PDF), with the place of each.

Both are texts of numbered parts: lines of the Markdown, pages of the PDF. Marks, links' targets and pictures are taken
out of the Markdown, running heads and feet out of the PDF. Characters are normalized (NFKC): full-width digits are
digits.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

_TAG = re.compile(r"<(?!https?:|\w+@)[^>]*>|!\[[^]]*\]\([^)]*\)")
_SUB = re.compile(r"</?sub>")
_LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")
_MARK = re.compile(r"[*_`#|\\]+")
_BREAK = "\x02"
"""What pdfium puts for a hyphen at the end of a line."""
_RUNNING = 4
"""A line is a running one where every fourth page has it, and more than one, whatever its digits."""


@dataclass(frozen=True)
class Part:
    """A line or a page: its number, from 1, and its words."""

    number: int
    text: str


def read_published(path: Path) -> list[Part]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Part(at, _plain(line)) for at, line in enumerate(lines, start=1) if line.strip()]


def _plain(line: str) -> str:
    line = _LINK.sub(r"\1", _TAG.sub(" ", _SUB.sub("", line))).replace("&amp;", "&")
    return " ".join(unicodedata.normalize("NFKC", _MARK.sub(" ", line)).split())


def read_built(path: Path) -> list[Part]:
    with pypdfium2.PdfDocument(path) as pdf:
        pages = [page.get_textpage().get_text_bounded().splitlines() for page in pdf]
    running = _running(pages)
    return [Part(at, _joined(lines, running)) for at, lines in enumerate(pages, start=1)]


def _running(pages: list[list[str]]) -> set[str]:
    counts = Counter(skeleton for lines in pages for skeleton in {_skeleton(line) for line in lines})
    often = max(len(pages) / _RUNNING, 2)
    return {skeleton for skeleton, count in counts.items() if skeleton and count >= often}


def _skeleton(line: str) -> str:
    return re.sub(r"[\d\s]", "", line)


def _joined(lines: list[str], running: set[str]) -> str:
    kept = " ".join(line.strip() for line in lines if _skeleton(line) not in running)
    return unicodedata.normalize("NFKC", kept.replace(_BREAK, "-"))


_WORD = re.compile(r"[A-Za-z0-9][\w.,%&'’×*/-]*")


@dataclass(frozen=True)
class Word:
    """A word as it is compared, the part that it stands in, and where in it."""

    text: str
    part: int
    start: int


def words(parts: list[Part]) -> Iterator[Word]:
    """Yield the words in small letters, without hyphens, apostrophes and the punctuation around them."""
    for part in parts:
        for found in _WORD.finditer(part.text):
            text = re.sub(r"['’-]", "", found[0].lower()).strip(".,*/")
            if text:
                yield Word(text, part.number, found.start())
