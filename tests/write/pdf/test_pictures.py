"""Pictures as they go into the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from reportgen.diagnostics import ReportError
from reportgen.write.pdf import pictures
from reportgen.write.pdf.pictures import Pictures


def test_a_photograph_goes_in_as_it_is(tmp_path: Path) -> None:
    Image.new("RGB", (30, 20), "navy").save(tmp_path / "a.jpg")
    held = Pictures(tmp_path)
    assert held.size("a.jpg") == (30, 20)
    assert held.name("a.jpg") == held.name("a.jpg") == b"P0"
    stream = held.streams()["P0"]
    assert stream.content == (tmp_path / "a.jpg").read_bytes()
    assert (stream.entries["Filter"], stream.entries["ColorSpace"]) == (b"/DCTDecode", b"/DeviceRGB")


def test_what_shines_through_stands_on_white(tmp_path: Path) -> None:
    Image.new("RGBA", (1, 1), (255, 0, 0, 0)).save(tmp_path / "a.png")
    held = Pictures(tmp_path)
    held.name("a.png")
    assert held.streams()["P0"].content == b"\xff\xff\xff"


def test_a_photograph_for_four_inks_becomes_rgb(tmp_path: Path) -> None:
    Image.new("CMYK", (2, 2)).save(tmp_path / "a.jpg")
    held = Pictures(tmp_path)
    held.name("a.jpg")
    stream = held.streams()["P0"]
    assert len(stream.content) == 12
    assert stream.entries["ColorSpace"] == b"/DeviceRGB"


def test_a_photograph_taken_upright_stands_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (30, 20)).save(tmp_path / "a.jpg", exif=exif)
    assert Pictures(tmp_path).size("a.jpg") == (20, 30)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("../a.png", "the picture `../a.png` lies outside the project"),
        ("no.png", "the picture `no.png` cannot be read"),
        ("broken.png", "the picture `broken.png` cannot be read"),
        ("large.png", "the picture `large.png` has more than 100 pixels"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, message: str) -> None:
    monkeypatch.setattr(pictures, "MOST_PIXELS", 100)
    (tmp_path / "broken.png").write_bytes(b"\x89PNG and no more")
    Image.new("L", (11, 10)).save(tmp_path / "large.png")
    with pytest.raises(ReportError) as caught:
        Pictures(tmp_path).size(path)
    assert [finding.message for finding in caught.value.diagnostics] == [message]
