"""The sRGB profile of the output intent, made from its definition: ISO 15076-1 (ICC 4.2), IEC 61966-2-1."""

from __future__ import annotations

from functools import cache
from struct import pack

_D50 = (0.9642, 1.0, 0.8249)
_RED, _GREEN, _BLUE = (0.4360, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141)
"""The primaries of IEC 61966-2-1, adapted from D65 to D50 by Bradford's transform."""
_BRADFORD = (1.0479, 0.0229, -0.0502, 0.0296, 0.9905, -0.0171, -0.0092, 0.0151, 0.7517)
"""That transform, by rows."""
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""Of IEC 61966-2-1: g, a, b, c, d of ``(a x + b) ** g`` from d on, ``c x`` below (ISO 15076-1, table 65)."""
_HEADER = 128


@cache
def srgb_profile() -> bytes:
    """Return the profile. The same bytes each time: its date is that of the standard."""
    curve = b"para\0\0\0\0" + pack(">HH", 3, 0) + _fixed(*_CURVE)
    tags = {
        b"desc": _text("sRGB IEC61966-2.1"),
        b"cprt": _text("No copyright, use freely"),
        b"wtpt": _xyz(_D50),
        b"chad": b"sf32\0\0\0\0" + _fixed(*_BRADFORD),
        b"rXYZ": _xyz(_RED),
        b"gXYZ": _xyz(_GREEN),
        b"bXYZ": _xyz(_BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, data = _laid_out(tags)
    return _header(_HEADER + len(table) + len(data)) + table + data


def _laid_out(tags: dict[bytes, bytes]) -> tuple[bytes, bytes]:
    """Return the tag table and the tags' data. Tags of equal data share it."""
    start = _HEADER + 4 + 12 * len(tags)
    data, places = b"", dict[bytes, int]()
    entries = [pack(">I", len(tags))]
    for name, content in tags.items():
        if content not in places:
            places[content] = start + len(data)
            data += content + bytes(-len(content) % 4)
        entries.append(name + pack(">II", places[content], len(content)))
    return b"".join(entries), data


def _header(size: int) -> bytes:
    date = pack(">6H", 1999, 10, 18, 0, 0, 0)
    head = pack(">I4sI", size, b"\0\0\0\0", 0x04200000) + b"mntrRGB XYZ " + date + b"acsp"
    return (head + bytes(28) + _fixed(*_D50)).ljust(_HEADER, b"\0")


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(*values)


def _fixed(*values: float) -> bytes:
    return b"".join([pack(">i", round(value * 65536)) for value in values])


def _text(words: str) -> bytes:
    """Return words as a multiLocalizedUnicodeType with one language (ISO 15076-1, 10.13)."""
    text = words.encode("utf-16-be")
    return b"mluc\0\0\0\0" + pack(">II2s2sII", 1, 12, b"en", b"US", len(text), 28) + text
