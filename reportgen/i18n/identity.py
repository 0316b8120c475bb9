"""The name of a message, by which people and files speak of it: its catalogue, and eight digits made of its source."""

from __future__ import annotations

import re
from hashlib import sha256

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
