"""The PDF file's objects: written, numbered, packed and put into a file of reportlab's pdfdoc.

pdfdoc's own document is mended in four points. Its streams have no end of line before ``endstream``, which PDF/A wants
(ISO 19005-2, 6.1.7.1). It keeps every object uncompressed, which makes a tagged file thrice as large: here they go into
object streams (PDF 1.7, 7.5.7). Its values have spaces and lines that no program needs, here they have none. Its file
identifier depends on the environment: here on the objects alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import md5
from struct import Struct

from deflate import zlib_compress
from reportlab.pdfbase import pdfdoc

Place = tuple[int, int, int]
"""Where an object is (PDF 1.7, table 18): its kind, then offset and generation, or object stream and index."""

_IN_OBJECT_STREAM = 5000
"""Objects are alike: the more are together, the less room each takes, and the more a reader unpacks for one."""
_EFFORT = 6
"""Of compression: 8 takes twice the time for a hundredth less, 10 four times for a thirtieth."""
_VERSION = (1, 7)
_APART = (b"/", b"[", b"(", b"<")
_WIDTHS = (1, 4, 2)
"""The bytes of each field of a row of the cross-reference stream."""
_ROW = Struct(">BIH")
"""Such a row."""
_UP = 12
"""Rows of bytes are written as their differences from the row above (PDF 1.7, 7.4.4.4)."""


def name(word: str) -> bytes:
    """Return a name, given without its slash."""
    return str(pdfdoc.PDFName(word)).encode()


def text(words: str) -> bytes:
    """Return a text string (PDF 1.7, 7.9.2.2)."""
    if words.isascii() and words.isprintable():
        return b"(%b)" % words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode()
    return b"<FEFF%b>" % words.encode("utf-16-be").hex().upper().encode()


def array(values: Iterable[object]) -> bytes:
    """Return an array."""
    return b"[%b]" % b" ".join(map(_value, values))


def dictionary(entries: Mapping[str, object]) -> bytes:
    """Return a dictionary; keys without their slash, and without those whose value is ``None``."""
    pairs = ((key.encode(), _value(value)) for key, value in entries.items() if value is not None)
    return b"<<%b>>" % b"".join(
        [b"/%b%b%b" % (key, b"" if value[:1] in _APART else b" ", value) for key, value in pairs]
    )


def _value(value: object) -> bytes:
    """Return a value as it is written: bytes already are."""
    match value:
        case bytes():
            return value
        case float():
            return f"{value:.10g}".encode()
        case _:
            return str(value).encode()


class Stream:
    """A stream. It is compressed, unless it has a filter, or is metadata, which programs that know no PDF must find."""

    def __init__(self, content: bytes, entries: Mapping[str, object] | None = None) -> None:
        self.content = content
        self.entries = dict(entries or {})

    def body(self) -> bytes:
        """Return its dictionary and its data."""
        content, entries = self.content, dict(self.entries)
        if entries.get("Type") != name("Metadata") and "Filter" not in entries:
            content = bytes(zlib_compress(content, _EFFORT))
            entries["Filter"] = name("FlateDecode")
        entries["Length"] = len(content)
        # after data that end in CR, LF alone would be read with it as one end of line
        end = b"\r\n" if content.endswith(b"\r") else b"\n"
        return dictionary(entries) + b"\nstream\n" + content + end + b"endstream"


class Document:
    """The objects of a file, by number. Deterministic: the file's identifier is made of the objects."""

    def __init__(self) -> None:
        self._objects: list[bytes | Stream] = [b"null"]

    def add(self, value: bytes | Stream) -> bytes:
        """Add an object; return the reference to it."""
        number = self.reserve(1)
        self.fill(number, value)
        return reference(number)

    def reserve(self, count: int) -> int:
        """Keep numbers for objects that refer to each other; return the first."""
        first = len(self._objects)
        self._objects += [b"null"] * count
        return first

    def fill(self, number: int, value: bytes | Stream) -> None:
        """Give a reserved number its object."""
        self._objects[number] = value

    def written(self, catalog: bytes, info: bytes) -> bytes:
        """Return the file, given the references to the catalog and to the information dictionary."""
        file = pdfdoc.PDFFile(_VERSION)
        places: dict[int, Place] = {0: (0, 0, 65535)}
        plain = []
        for number, value in enumerate(self._objects[1:], 1):
            if isinstance(value, Stream):
                places[number] = (1, file.add(_indirect(number, value.body())), 0)
            else:
                plain.append((number, value))
        for start in range(0, len(plain), _IN_OBJECT_STREAM):
            self._pack(plain[start : start + _IN_OBJECT_STREAM], file, places)
        self._end(file, places, catalog, info)
        return b"".join(file.strings)

    def _pack(self, part: list[tuple[int, bytes]], file: pdfdoc.PDFFile, places: dict[int, Place]) -> None:
        """Write an object stream with some objects in it."""
        holder = self.reserve(1)
        heads, offset = [], 0
        for index, (number, body) in enumerate(part):
            heads.append(b"%d %d" % (number, offset))
            offset += len(body) + 1
            places[number] = (2, holder, index)
        head = b" ".join(heads) + b"\n"
        entries = {"Type": name("ObjStm"), "N": len(part), "First": len(head)}
        stream = Stream(head + b"\n".join([body for _, body in part]), entries)
        places[holder] = (1, file.add(_indirect(holder, stream.body())), 0)

    def _end(self, file: pdfdoc.PDFFile, places: dict[int, Place], catalog: bytes, info: bytes) -> None:
        """Write the cross-reference stream (PDF 1.7, 7.5.8), which is the trailer too."""
        number = self.reserve(1)
        start = file.offset
        places[number] = (1, start, 0)
        digest = md5(b"".join(file.strings), usedforsecurity=False).hexdigest().upper().encode()
        entries = {
            "Type": name("XRef"),
            "Size": number + 1,
            "W": array(_WIDTHS),
            "Root": catalog,
            "Info": info,
            "ID": b"[<%b><%b>]" % (digest, digest),
            "DecodeParms": dictionary({"Predictor": _UP, "Columns": _ROW.size}),
        }
        rows = [_ROW.pack(*places[index]) for index in range(number + 1)]
        file.add(_indirect(number, Stream(_predicted(rows), entries).body()))
        file.add(b"startxref\n%d\n%%%%EOF\n" % start)


def reference(number: int) -> bytes:
    """Return the reference to an object."""
    return b"%d 0 R" % number


def _predicted(rows: list[bytes]) -> bytes:
    """Return rows of one length as differences, each byte from the one above it."""
    size = len(rows[0])
    below = b"".join(rows)
    data = bytes([(byte - above) & 0xFF for byte, above in zip(below, bytes(size) + below, strict=False)])
    return b"".join([b"\x02" + data[at : at + size] for at in range(0, len(data), size)])


def _indirect(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, body)
