"""Pictures as the file holds them. JPEG data goes in as it is, everything else as RGB on white.

Nothing but DeviceRGB and DeviceGray goes in, and no transparency: the output intent is sRGB.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.diagnostics import Code, ReportError, fail
from reportgen.write.pdf.pdfobjects import Stream, name

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 50_000_000
"""Ten times what a page of 300 dots an inch can show."""

_ORIENTATION = 0x0112
"""The Exif tag that says which way up a photograph is."""
_SPACES = {"RGB": "DeviceRGB", "L": "DeviceGray"}


class _Picture(Struct, frozen=True):
    data: bytes
    image: Image


class Pictures:
    """The pictures of a report, by their path relative to the project's root."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._pictures: dict[str, _Picture] = {}
        self._names: dict[str, bytes] = {}

    def size(self, path: str) -> tuple[int, int]:
        """Return width and height in pixels."""
        width, height = self._picture(path).image.size
        return width, height

    def name(self, path: str) -> bytes:
        """Return the name by which a page paints a picture (``/P0 Do``)."""
        return self._names.setdefault(path, b"P%d" % len(self._names))

    def streams(self) -> dict[str, Stream]:
        """Return the image XObject (PDF 1.7, 8.9.5) of each picture that was named."""
        return {named.decode(): _stream(self._picture(path)) for path, named in self._names.items()}

    def _picture(self, path: str) -> _Picture:
        picture = self._pictures.get(path)
        if picture is None:
            picture = self._pictures[path] = _opened(self._root, path)
        return picture


def _opened(root: Path, path: str) -> _Picture:
    from PIL import Image as images  # noqa: N813, PLC0415  (70 ms that a report without pictures does not need)
    from PIL.ImageOps import exif_transpose  # noqa: PLC0415

    place = (root / path).resolve()
    if not place.is_relative_to(root.resolve()):
        raise fail(Code.FILE_OUTSIDE, f"the picture `{path}` lies outside the project")
    try:
        data = place.read_bytes()
        image = images.open(BytesIO(data))
        if image.width * image.height > MOST_PIXELS:
            raise _too_large(path)
        image.load()
    except OSError as error:
        hint = "save it as PNG or JPEG"
        raise fail(Code.FILE_UNREADABLE, f"the picture `{path}` cannot be read", None, hint) from error
    except (images.DecompressionBombError, images.DecompressionBombWarning) as error:
        raise _too_large(path) from error
    return _Picture(data, exif_transpose(image) if image.getexif().get(_ORIENTATION, 1) != 1 else image)


def _too_large(path: str) -> ReportError:
    hint = "scale it down to 300 dots an inch"
    return fail(Code.FILE_TOO_LARGE, f"the picture `{path}` has more than {MOST_PIXELS} pixels", None, hint)


def _stream(picture: _Picture) -> Stream:
    image = picture.image
    entries: dict[str, object] = {
        "Type": name("XObject"),
        "Subtype": name("Image"),
        "Width": image.width,
        "Height": image.height,
        "BitsPerComponent": 8,
    }
    if image.format == "JPEG" and image.mode in _SPACES:
        return Stream(picture.data, entries | {"ColorSpace": name(_SPACES[image.mode]), "Filter": name("DCTDecode")})
    return Stream(_on_white(image).tobytes(), entries | {"ColorSpace": name("DeviceRGB")})


def _on_white(image: Image) -> Image:
    from PIL import Image as images  # noqa: N813, PLC0415

    layer = image.convert("RGBA")
    ground = images.new("RGBA", layer.size, "white")
    ground.alpha_composite(layer)
    return ground.convert("RGB")
