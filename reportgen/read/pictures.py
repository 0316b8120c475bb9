"""Pictures: files of the project, by their path from its root."""

from __future__ import annotations

from reportgen.diagnostics import Code, Span
from reportgen.load.source import locate
from reportgen.read.reading import Reading

LIMIT = 50 * 1024 * 1024
"""The most bytes of a picture."""

_KINDS = (".png", ".jpg", ".jpeg")


def picture_found(path: str, span: Span, reading: Reading) -> bool:
    """Tell whether a picture is there, in the project, not too large, of a kind that can be printed; report if not."""
    file = locate(reading.root, path, reading.diagnostics, span, LIMIT)
    if file is None:
        return False
    if file.suffix.lower() not in _KINDS:
        message = f"`{path}` is no picture that can be printed"
        reading.diagnostics.error(Code.FILE_UNREADABLE, message, span, "save it as PNG or JPEG")
        return False
    return True
