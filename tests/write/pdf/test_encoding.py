"""Codes as bytes: the frequent ones are short, and every byte stands for itself in a string."""

from __future__ import annotations

import re

import pytest
from reading_pdf import to_glyphs, to_unicode

from reportgen.write.pdf.codes import with_moves
from reportgen.write.pdf.encoding import Encoding

HAN = [chr(0x4E00 + number) for number in range(1200)]


def shown(encoding: Encoding, codes: str) -> bytes:
    return encoding.bytes_of((codes,)).split(b"(", 1)[1].rsplit(b")", 1)[0]


def test_few_codes_are_a_byte_each() -> None:
    encoding = Encoding("lamps", [("lamps",)])
    assert len(shown(encoding, "lamps")) == 5
    assert b"<00> <FF>" in encoding.to_cids()


def test_of_many_codes_the_frequent_ones_are_a_byte_each() -> None:
    encoding = Encoding(HAN, [(b"BT\n", "".join(HAN)), (HAN[1000] * 3, b"ET\n")])
    assert len(shown(encoding, HAN[1000])) == 1
    assert len(shown(encoding, HAN[999])) == 2
    assert sum(len(shown(encoding, code)) == 1 for code in HAN) > 240


@pytest.mark.parametrize("count", [1, 250, 251, 252, 503, 1200])
def test_every_code_has_bytes_and_a_cid_of_its_own(count: int) -> None:
    encoding = Encoding(HAN[:count], [])
    words = {shown(encoding, code) for code in HAN[:count]}
    cids = {encoding.cid(code) for code in HAN[:count]}
    assert len(words) == len(cids) == count
    assert 0 not in cids, "it is that of no character"
    assert not re.search(rb"[\\()\r]", b"".join(words))


def test_bytes_lead_to_cids_and_to_what_is_read() -> None:
    encoding = Encoding(HAN, [])
    code = max(HAN, key=encoding.cid)
    (word,) = [shown(encoding, code)]
    assert f"<{word[:1].hex().upper()}00> <{word[:1].hex().upper()}FF> ".encode() in encoding.to_cids()
    assert to_unicode(encoding.to_unicode(str))[word] == code


def test_bytes_lead_to_a_fonts_own_glyphs() -> None:
    encoding = Encoding(HAN, [])
    glyphs = {code: number for number, code in enumerate(HAN[100:900:2] + HAN[:50], start=3)}
    expected = {shown(encoding, code): glyph for code, glyph in glyphs.items()}
    content = encoding.to_glyphs("Report-F1", glyphs)
    assert b"/CMapName /Report-F1 def" in content
    assert to_glyphs(content) == expected


def test_moves_part_a_string() -> None:
    encoding = Encoding("AV", [])
    a, v = shown(encoding, "A"), shown(encoding, "V")
    assert encoding.bytes_of((with_moves("AV", {1: -70}),)) == b"[(%b)70(%b)]TJ\n" % (a, v)
    assert encoding.bytes_of(("AV",)) == b"(%b%b)Tj\n" % (a, v)
