"""The name of a message, by which people and files speak of it: its catalogue, and eight digits made of its source."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256

LONGEST_BOOKMARK = 40
"""So many characters Word takes for the name of a bookmark: letters, digits and underscores."""

_OTHER = re.compile(r"\W", re.ASCII)
_BOOKMARK = re.compile(r"_(?P<domain>\w+)_(?P<digits>[0-9a-f]{8})(?:_(?P<time>[1-9]\d*))?(?:_Copy_\d+)?", re.ASCII)
"""LibreOffice calls some of them copies."""
_NAME = re.compile(r"(?P<domain>[A-Za-z0-9_-]+)\.(?P<digits>[0-9a-f]{8})")


def message_id(domain: str, source: str) -> str:
    """Return a message's name, such as ``green_data_center.3f2a91bc``: it changes when the source does."""
    return f"{domain}.{digest(source)}"


def digest(text: str) -> str:
    """Return eight hexadecimal digits that a text is known by."""
    return sha256(text.encode()).hexdigest()[:8]


def is_message_id(text: str) -> bool:
    """Whether a text has the form of a message's name."""
    return _NAME.fullmatch(text) is not None


def bookmark_of(name: str, time: int = 1) -> str:
    """Return the bookmark of a message in a Word file, which has it for the first, second ... ``time``.

    Word hides what begins with an underscore. A long catalogue's name is cut.
    """
    domain, _, digits = name.rpartition(".")
    end = f"_{digits}_{time}" if time > 1 else f"_{digits}"
    return f"_{_OTHER.sub('_', domain)}"[: LONGEST_BOOKMARK - len(end)] + end


def message_of(bookmark: str, known: Mapping[str, Sequence[str]]) -> str:
    """Return the name of the message that a bookmark stands for; empty for any other bookmark.

    ``known`` are the names of messages by their digits: what is not among them has the catalogue's name as it was cut.
    """
    match = _BOOKMARK.fullmatch(bookmark)
    if match is None:
        return ""
    domain, digits = match["domain"], match["digits"]
    near = (name for name in known.get(digits, ()) if bookmark_of(name)[1:].startswith(domain))
    return next(near, f"{domain}.{digits}")


def time_of(bookmark: str) -> int:
    """Return for the how manieth time a file has the message that a bookmark stands for."""
    match = _BOOKMARK.fullmatch(bookmark)
    return int(match["time"] or 1) if match else 1
