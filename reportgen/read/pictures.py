"""Pictures: files of the project, by their path from its root."""

from __future__ import annotations

from reportgen.diagnostics import Code, Span, suggest
from reportgen.read.reading import Reading

KINDS = (".png", ".jpg", ".jpeg")


def check_picture(path: str, span: Span, reading: Reading) -> None:
    """Report a picture that is not there, not within the project, or of a kind that cannot be printed."""
    root = reading.root.resolve()
    file = (root / path).resolve()
    if not file.is_relative_to(root):
        hint = "copy it into `assets/`"
        reading.diagnostics.error(Code.FILE_OUTSIDE, f"the picture `{path}` is outside the project", span, hint)
    elif not file.is_file():
        here = sorted(other.name for other in file.parent.iterdir()) if file.parent.is_dir() else []
        hint = suggest(file.name, here) or "the path is that from the project's root: `assets/picture.png`"
        reading.diagnostics.error(Code.FILE_MISSING, f"there is no picture `{path}`", span, hint)
    elif file.suffix.lower() not in KINDS:
        hint = "save it as PNG or JPEG"
        reading.diagnostics.error(Code.FILE_UNREADABLE, f"`{path}` is no picture that can be printed", span, hint)
