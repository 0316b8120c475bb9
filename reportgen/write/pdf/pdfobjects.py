"""The PDF file's objects: written, numbered, packed and put into a file of reportlab's pdfdoc.

pdfdoc's own document is mended in four points. Its streams have no end of line before ``endstream``, which PDF/A wants
(ISO 19005-2, 6.1.7.1). It keeps every object uncompressed, which makes a tagged file thrice as large: here they go into
object streams (PDF 1.7, 7.5.7). Its values have spaces and lines that no program needs, here they have none. Its file
identifier depends on the environment: here on the objects alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import md5
from struct import Struct
from threading import Thread

from deflate import zlib_compress
from reportlab.pdfbase import pdfdoc

Place = tuple[int, int, int]
"""Where an object is (PDF 1.7, table 18): its kind, then offset and generation, or object stream and index."""

_IN_OBJECT_STREAM = 5000
"""Objects are alike: the more are together, the less room each takes, and the more a reader unpacks for one."""
_EFFORT = 10
"""Of compression, from 1 to 12: it finds what makes the structure an eighth smaller than the usual effort, 6."""
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

    def __init__(self, content: bytes, entries: Mapping[str, object] | None = None, effort: int = _EFFORT) -> None:
        self.content = content
        self.entries = dict(entries or {})
        self.effort = effort

    def body(self) -> bytes:
        """Return its dictionary and its data."""
        content, entries = self.content, dict(self.entries)
        if entries.get("Type") != name("Metadata") and "Filter" not in entries:
            content = bytes(zlib_compress(content, self.effort))
            entries["Filter"] = name("FlateDecode")
        entries["Length"] = len(content)
        # after data that end in CR, LF alone would be read with it as one end of line
        end = b"\r\n" if content.endswith(b"\r") else b"\n"
        return dictionary(entries) + b"\nstream\n" + content + end + b"endstream"


def _begin_bodies(streams: Sequence[Stream]) -> Callable[[], list[bytes]]:
    """Compress streams; return what waits for the longest, which is compressed beside the others, and has them all.

    It is the one with the structure, and takes as long as all others together. The library compresses without the
    interpreter's lock: a thread has a processor of its own where there is one.
    """
    longest = max(range(len(streams)), key=lambda at: len(streams[at].content))
    aside: list[bytes] = []
    beside = Thread(target=lambda: aside.append(streams[longest].body()))
    beside.start()
    made = [b"" if at == longest else stream.body() for at, stream in enumerate(streams)]

    def finish() -> list[bytes]:
        beside.join()
        (made[longest],) = aside
        return made

    return finish


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

    def begin(self, catalog: bytes, info: bytes) -> Callable[[], bytes]:
        """Begin with the file, given the references to the catalog and to the information dictionary.

        Return what waits for all that is being compressed, and has the file.
        """
        places: dict[int, Place] = {0: (0, 0, 65535)}
        streams: dict[int, Stream] = {}
        plain = []
        for number, value in enumerate(self._objects[1:], 1):
            if isinstance(value, Stream):
                streams[number] = value
            else:
                plain.append((number, value))
        for start in range(0, len(plain), _IN_OBJECT_STREAM):
            holder = self.reserve(1)
            streams[holder] = _packed(holder, plain[start : start + _IN_OBJECT_STREAM], places)
        finish = _begin_bodies(list(streams.values()))

        def written() -> bytes:
            file = pdfdoc.PDFFile(_VERSION)
            for number, body in zip(streams, finish(), strict=True):
                places[number] = (1, file.add(_indirect(number, body)), 0)
            self._end(file, places, catalog, info)
            return b"".join(file.strings)

        return written

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


def _packed(holder: int, part: list[tuple[int, bytes]], places: dict[int, Place]) -> Stream:
    """Return an object stream, of the number ``holder``, with some objects in it, whose places are noted."""
    heads, offset = [], 0
    for index, (number, body) in enumerate(part):
        heads.append(b"%d %d" % (number, offset))
        offset += len(body) + 1
        places[number] = (2, holder, index)
    head = b" ".join(heads) + b"\n"
    entries = {"Type": name("ObjStm"), "N": len(part), "First": len(head)}
    return Stream(head + b"\n".join([body for _, body in part]), entries)


def _predicted(rows: list[bytes]) -> bytes:
    """Return rows of one length as differences, each byte from the one above it."""
    size = len(rows[0])
    below = b"".join(rows)
    data = bytes([(byte - above) & 0xFF for byte, above in zip(below, bytes(size) + below, strict=False)])
    return b"".join([b"\x02" + data[at : at + size] for at in range(0, len(data), size)])


def _indirect(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, body)
