"""How the codes of a report are written: the frequent ones in one byte, the others in two.

What goes in: the codes of a report and its texts. What comes out: each text in bytes; and what fonts need to lead from
bytes to CIDs (PDF 1.7, 9.7.5) and to what is copied and read aloud (9.10.3). All fonts share both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from math import ceil

from reportgen.write.pdf.codes import move_of
from reportgen.write.pdf.parts import Content

NAME = "Report"
"""Of the map from bytes to CIDs."""

_BYTES = bytes(byte for byte in range(1, 256) if byte not in b"()\\\r")
"""Those that stand for themselves in a literal string (PDF 1.7, 7.3.4.2), but for 0: that CID has no character."""
_IN_BLOCK = 100
_MAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering ({}) /Supplement 0>> def
/CMapName /{} def
/CMapType {} def
{}endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class Encoding:
    """The bytes of codes. ``leading`` is the first of the bytes that begin two."""

    def __init__(self, used: Iterable[str], contents: Iterable[Content]) -> None:
        codes = sorted(used)
        leads = max(0, ceil((len(codes) - len(_BYTES)) / (len(_BYTES) - 1)))
        singles = len(_BYTES) - leads
        if leads:
            codes = _by_frequency(codes, singles, contents)
        self._leading = 256 - leads
        self._written = dict(zip(codes, _words(singles, leads), strict=False))
        self._table = _Table({ord(code): word.decode("latin-1") for code, word in self._written.items()})

    def bytes_of(self, content: Content) -> bytes:
        """Return a content stream."""
        return b"".join([self._shown(part) if isinstance(part, str) else part for part in content])

    def _shown(self, codes: str) -> bytes:
        """Return the operator that shows codes (PDF 1.7, 9.4.3): in one string, or in strings parted by moves."""
        text = codes.translate(self._table).encode("latin-1")
        return b"[(%b)]TJ\n" % text if b"(" in text else b"(%b)Tj\n" % text

    def cid(self, code: str) -> int:
        """Return the CID of a code: a byte is its own, the first of two adds 256 times its place among them."""
        word = self._written[code]
        return word[0] if len(word) == 1 else (word[0] - self._leading + 1) * 256 + word[1]

    def to_cids(self) -> bytes:
        """Return the map from bytes to CIDs."""
        ranges = [f"<00> <{self._leading - 1:02X}> 0\n"]
        ranges += [
            f"<{lead:02X}00> <{lead:02X}FF> {(lead - self._leading + 1) * 256}\n" for lead in range(self._leading, 256)
        ]
        entries = "/WMode 0 def\n" + self._spaces() + _blocks("cidrange", ranges)
        return _MAP.format("Identity", NAME, 1, entries).encode()

    def to_glyphs(self, called: str, glyphs: Mapping[str, int]) -> bytes:
        """Return a font's own map, of a name, from bytes to the numbers of its glyphs, which are given by code."""
        runs = _runs(sorted((self._written[code], glyph) for code, glyph in glyphs.items()))
        ranges = [f"<{_hex(run[0][0])}> <{_hex(run[-1][0])}> {run[0][1]}\n" for run in runs if len(run) > 1]
        alone = [f"<{_hex(word)}> {glyph}\n" for (word, glyph), *more in runs if not more]
        entries = "/WMode 0 def\n" + self._spaces() + _blocks("cidrange", ranges) + _blocks("cidchar", alone)
        return _MAP.format("Identity", called, 1, entries).encode()

    def to_unicode(self, meaning: Callable[[str], str]) -> bytes:
        """Return the map from bytes to the text that they stand for."""
        pairs = [
            f"<{_hex(word)}> <{_hex(meaning(code).encode('utf-16-be'))}>\n" for code, word in self._written.items()
        ]
        return _MAP.format("UCS", "Adobe-Identity-UCS", 2, self._spaces() + _blocks("bfchar", pairs)).encode()

    def _spaces(self) -> str:
        spaces = [f"<00> <{self._leading - 1:02X}>\n"]
        return _blocks(
            "codespacerange", [*spaces, f"<{self._leading:02X}00> <FFFF>\n"] if self._leading < 256 else spaces
        )


class _Table(dict[int, str]):
    """What each code is written as. A move parts the string that it stands in."""

    def __missing__(self, code: int) -> str:
        moved = self[code] = f"){-move_of(code)}("
        return moved


def _by_frequency(codes: list[str], singles: int, contents: Iterable[Content]) -> list[str]:
    """Return codes, first as many as there are single bytes: the most frequent."""
    counts: Counter[str] = Counter()
    for content in contents:
        for part in content:
            if isinstance(part, str):
                counts.update(part)
    ranked = sorted(codes, key=lambda code: -counts[code])
    return [*ranked[:singles], *sorted(ranked[singles:])]


def _words(singles: int, leads: int) -> Iterator[bytes]:
    yield from (bytes([byte]) for byte in _BYTES[:singles])
    yield from (bytes([lead, byte]) for lead in range(256 - leads, 256) for byte in _BYTES)


def _runs(pairs: list[tuple[bytes, int]]) -> list[list[tuple[bytes, int]]]:
    """Return runs of words and glyphs that make ranges: both count up, words in their last byte alone."""

    def common(placed: tuple[int, tuple[bytes, int]]) -> tuple[bytes, int, int]:
        at, (word, glyph) = placed
        return word[:-1], word[-1] - at, glyph - at

    return [[pair for _, pair in run] for _, run in groupby(enumerate(pairs), common)]


def _hex(data: bytes) -> str:
    return data.hex().upper()


def _blocks(kind: str, lines: list[str]) -> str:
    """Return the lines of a map in blocks of as many as one may have."""
    parts = (lines[start : start + _IN_BLOCK] for start in range(0, len(lines), _IN_BLOCK))
    return "".join(f"{len(part)} begin{kind}\n{''.join(part)}end{kind}\n" for part in parts)
