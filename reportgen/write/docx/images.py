"""Pictures' files, as they go into a Word document: what they are, and how large they are printed by themselves."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from reportgen.diagnostics import Code, fail


class Image(Struct, frozen=True):
    """A picture's bytes, its media type, the ending of its name, and its own width and height in points."""

    data: bytes
    media: str
    ending: str
    width: float
    height: float


def read_image(folder: Path, path: str) -> Image:
    """Read a picture in a project's folder. Raises `ReportError` for a file that is none, or that cannot be read."""
    # python-docx reads sizes and resolutions; it takes 30 ms to load, which a report without pictures does not need
    from docx.image import exceptions as lacking  # noqa: PLC0415
    from docx.image.image import Image as Read  # noqa: PLC0415

    try:
        data = (folder / path).read_bytes()
        read = Read.from_blob(data)
    except OSError as error:
        message = f"the picture `{path}` cannot be read: {error.strerror}"
        raise fail(Code.FILE_UNREADABLE, message, hint="check its name and that you may read it") from error
    except (
        *(lacking.UnrecognizedImageError, lacking.InvalidImageStreamError, lacking.UnexpectedEndOfFileError),
        *(ValueError, KeyError),
    ) as error:
        message = f"`{path}` is no picture that can be printed"
        raise fail(Code.FILE_UNREADABLE, message, hint="save it as PNG or JPEG") from error
    return Image(
        data, read.content_type, read.ext, *(72 * pixels / read.horz_dpi for pixels in (read.px_width, read.px_height))
    )
