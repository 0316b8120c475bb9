"""Messages as XLIFF 1.2 (strict), for translators with a CAT tool: the same messages make the same bytes.

A unit a message, by its name. What a translation must keep is an inline element, which such tools protect: ``x`` for
what stands alone, ``g`` around the words of a link. The digests that tell a stale unit stand in ``extradata``, an
attribute of the standard, because tools drop attributes of other namespaces.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from reportgen.i18n.sent import Batch, Sent
from reportgen.i18n.tokens import Kind, Piece
from reportgen.model.locale import Locale
from reportgen.write.token_words import token_lines

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
ORIGIN = "reportgen"

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def xliff(batches: Iterable[Batch], target: Locale) -> bytes:
    """Return an XLIFF document with a file a catalogue."""
    root = etree.fromstring(f'<xliff xmlns="{NAMESPACE}" version="1.2"/>')
    for batch in batches:
        languages = {"source-language": batch.source.tag, "target-language": target.tag}
        element = _add(root, "file", original=batch.path, datatype="plaintext", **languages)
        body = _add(element, "body")
        for message in batch.messages:
            _unit(body, message)
    _lay_out(root, 0)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _unit(body: etree._Element, message: Sent) -> None:
    entry = message.entry
    unit = _add(body, "trans-unit", id=message.name, extradata=f"{message.digest} {message.state}")
    unit.set(_SPACE, "preserve")
    _fill(_add(unit, "source"), message.source)
    _fill(_add(unit, "target", state=_state(message)), message.translation)
    notes = [*message.where.split("\n"), *token_lines(message)]
    text = "\n".join(note for note in notes if note)
    if text:
        _add(unit, "note", **{"from": ORIGIN, "annotates": "source"}).text = text
    if entry.previous:
        before = _add(unit, "alt-trans", alttranstype="previous-version", origin=ORIGIN)
        before.set(_SPACE, "preserve")
        _fill(_add(before, "source"), message.previous)
        _fill(_add(before, "target"), message.translation)


def _state(message: Sent) -> str:
    if message.entry.finished:
        return "translated"
    return "needs-review-translation" if message.entry.translation else "needs-translation"


def _fill(element: etree._Element, pieces: Iterable[Piece]) -> None:
    """Put text and inline elements into an element. Links lie one inside the other, never across."""
    inside = [element]
    last: etree._Element | None = None
    for piece in pieces:
        if isinstance(piece, str):
            if last is None:
                inside[-1].text = (inside[-1].text or "") + piece
            else:
                last.tail = (last.tail or "") + piece
        elif piece.close:
            last = inside.pop()
        elif piece.token.kind is Kind.LINK:
            target = piece.token.markup[2:-1]
            link = _inline(inside[-1], "g", piece.token.number, "link", target)
            inside.append(link)
            last = None
        else:
            kind = f"x-{ORIGIN}-{piece.token.kind.value}"
            last = _inline(inside[-1], "x", piece.token.number, kind, piece.markup)


def _inline(parent: etree._Element, name: str, number: int, kind: str, text: str) -> etree._Element:
    return _add(parent, name, **{"id": str(number), "ctype": kind, "equiv-text": text})


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)


def _lay_out(element: etree._Element, depth: int) -> None:
    """Put each element on a line of its own, but those within text."""
    if etree.QName(element).localname in ("source", "target", "note"):
        return
    for child in element:
        _lay_out(child, depth + 1)
        child.tail = "\n" + "  " * (depth + 1)
    if len(element):
        element.text = "\n" + "  " * (depth + 1)
        element[-1].tail = "\n" + "  " * depth
