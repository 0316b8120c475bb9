"""The sRGB profile of the output intent, made from its definition: ICC.1:2001-04 (version 2.4), IEC 61966-2-1."""

from __future__ import annotations

from functools import cache
from struct import pack

_SAMPLES = 1024
_D50 = (0.9642, 1.0, 0.8249)
_RED, _GREEN, _BLUE = (0.4360, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141)
"""The primaries of IEC 61966-2-1, adapted from D65 to D50 by Bradford's transform."""
_HEADER = 128


@cache
def srgb_profile() -> bytes:
    """Return the profile. The same bytes each time: its date is that of the standard."""
    curve = _curve()
    tags = {
        b"desc": _description(b"sRGB IEC61966-2.1"),
        b"cprt": b"text\0\0\0\0No copyright, use freely\0",
        b"wtpt": _xyz(_D50),
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
    illuminant = b"".join(_fixed(value) for value in _D50)
    date = pack(">6H", 1999, 10, 18, 0, 0, 0)
    head = pack(">I4sI", size, b"\0\0\0\0", 0x02400000) + b"mntrRGB XYZ " + date + b"acsp"
    return (head + bytes(28) + illuminant).ljust(_HEADER, b"\0")


def _curve() -> bytes:
    values = (round(_linear(i / (_SAMPLES - 1)) * 65535) for i in range(_SAMPLES))
    return b"curv\0\0\0\0" + pack(f">I{_SAMPLES}H", _SAMPLES, *values)


def _linear(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(_fixed(value) for value in values)


def _fixed(value: float) -> bytes:
    return pack(">i", round(value * 65536))


def _description(name: bytes) -> bytes:
    text = name + b"\0"
    return b"desc\0\0\0\0" + pack(">I", len(text)) + text + bytes(8) + bytes(3 + 67)
