"""An XLIFF 1.2 file from a translator to the units in it.

The file may have been rewritten by a CAT tool: other prefixes, states, segments, added alternatives. It is untrusted:
no document type is read, no entity expanded, nothing fetched; size and depth are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from reportgen.diagnostics import Code, Diagnostics
from reportgen.model.exchange import Returned, token

SIZE_LIMIT = 64 * 1024 * 1024
"""The most bytes of a file: a report of 3,000 messages has 3 million."""

_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_CATALOGUE = re.compile(r"(?:^|/)locales/(?P<locale>[A-Za-z_]{2,20})/LC_MESSAGES/[A-Za-z0-9_-]+\.po$")
_DIGESTS = re.compile(r"([0-9a-f]{8}) ([0-9a-f]{8})")
_DONE = frozenset({"translated", "signed-off", "final"})
_GUESSED = frozenset({"fuzzy-match", "leveraged-mt", "mt-suggestion", "leveraged-glossary"})
_ALONE = frozenset({"x", "ph", "it"})
_HINT = "ask for the XLIFF 1.2 file that `reportgen translate export --format xliff` wrote, with the targets filled in"


class _WrongError(Exception):
    """A file cannot be read; the text says why."""


def read_xliff(path: Path, name: str, diagnostics: Diagnostics) -> tuple[Returned, ...]:
    """Return the units of a file that findings call ``name``; none with a finding where it cannot be read."""
    try:
        return tuple(_units(_parsed(path), name))
    except _WrongError as error:
        diagnostics.error(Code.EXCHANGE_UNREADABLE, f"`{name}` cannot be read: {error}", None, _HINT)
    return ()


def _parsed(path: Path) -> etree._Element:
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise _WrongError("it is too large")
        content = path.read_bytes()
    except OSError as error:
        raise _WrongError((error.strerror or str(error)).lower()) from error
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise _WrongError(f"it is no well-formed XML ({error.msg[:200]})") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _WrongError("it has a document type, which no such file needs")
    if root.tag != f"{{{_NAMESPACE}}}xliff":
        raise _WrongError(f"it is no XLIFF 1.2, but `{str(root.tag)[:80]}`")
    return root


def _units(root: etree._Element, name: str) -> Iterator[Returned]:
    for file in root.iter(_tag("file")):
        original = file.get("original", "").replace("\\", "/")
        match = _CATALOGUE.search(original)
        if match is None:
            raise _WrongError(f"line {file.sourceline}: `original` names no catalogue, but `{original[:80]}`")
        for unit in file.iter(_tag("trans-unit")):
            yield _unit(unit, match["locale"], name)


def _unit(unit: etree._Element, locale: str, name: str) -> Returned:
    source, target = unit.find(_tag("source")), unit.find(_tag("target"))
    digests = _DIGESTS.fullmatch(unit.get("extradata", "").strip())
    state = "" if target is None else target.get("state", "")
    guessed = target is not None and target.get("state-qualifier") in _GUESSED and state not in _DONE
    return Returned(
        place=f"`{name}`, line {unit.sourceline}",
        name=unit.get("id", ""),
        locale=locale,
        source=digests[1] if digests else "",
        state=digests[2] if digests else "",
        shown="" if source is None else _text(source),
        text="" if target is None or guessed else _text(target),
        done=state in _DONE or unit.get("approved") == "yes",
    )


def _text(element: etree._Element) -> str:
    """Return the content of an element with tokens in place of inline elements."""
    parts = [element.text or ""]
    for child in element:
        parts += [_inline(child), child.tail or ""]
    return "".join(parts)


def _inline(element: etree._Element) -> str:
    number = element.get("id", "")
    match str(element.tag).removeprefix(f"{{{_NAMESPACE}}}"):
        case name if name in _ALONE:
            return token(number)
        case "g":
            return f"{token(number)}{_text(element)}{token(number, close=True)}"
        case "bx" | "bpt":
            return token(element.get("rid", number))
        case "ex" | "ept":
            return token(element.get("rid", number), close=True)
    return _text(element)


def _tag(name: str) -> str:
    return f"{{{_NAMESPACE}}}{name}"
