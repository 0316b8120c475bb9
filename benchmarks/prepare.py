"""What `peers.py` prepares: the text as Markdown, static instances of the faces, the report many times as long."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import uharfbuzz as hb
from as_markdown import as_markdown
from fontTools.ttLib import TTFont
from many_times import multiply

from reportgen.build import PUBLISHED, build
from reportgen.diagnostics import Diagnostics
from reportgen.load_inputs import load
from reportgen.model.theme import FontFile
from reportgen.write.pdf.fontfile import open_font

WESTERN, CHINESE = "justmytype_western_core", "manimgx_fonts_cjk"
FONTS = (
    FontFile("SourceSerif4", WESTERN, "fonts/ofl/sourceserif4/SourceSerif4[opsz,wght].ttf", (("opsz", 11),)),
    FontFile(
        "SourceSerif4-Italic", WESTERN, "fonts/ofl/sourceserif4/SourceSerif4-Italic[opsz,wght].ttf", (("opsz", 11),)
    ),
    FontFile("NotoSansCJKSC", CHINESE, "NotoSansCJK-VF.otf.ttc", (), family="Noto Sans CJK SC"),
)
WEIGHTS = (400, 600)
FLAGS = hb.SubsetFlags.DOWNGRADE_CFF2 | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING


def write_text(project: Path, locale: str, target: Path) -> None:
    """Write a language's text as pandoc's Markdown."""
    found = Diagnostics()
    inputs = load(project, found)
    wanted = next(each for each in inputs.project.locales if each.id == locale)
    target.write_text(as_markdown(build(inputs, wanted, PUBLISHED, found).story), "utf-8")


def make_fonts(folder: Path) -> None:
    """Write static instances of the faces: Typst sets variable fonts in their default weight."""
    folder.mkdir()
    for font in FONTS:
        source = open_font(font, Path())
        for weight in WEIGHTS:
            made = TTFont(BytesIO(_static(source, dict(font.axes) | {"wght": weight})))
            made["OS/2"].usWeightClass = weight
            made.save(folder / f"{font.id}-{weight}{'.ttf' if 'glyf' in made else '.otf'}")


def _static(source: hb.Face, axes: Mapping[str, float]) -> bytes:
    """Return a font at a place on its axes, with outlines that programs without variable fonts know."""
    wanted = hb.SubsetInput()
    wanted.keep_everything()
    wanted.flags = FLAGS
    for axis, value in axes.items():
        wanted.pin_axis_location(source, axis, value)
    return bytes(hb.SubsetPlan(source, wanted).execute().blob.data)


def main() -> None:
    match sys.argv[1:]:
        case ["text", project, locale, target]:
            write_text(Path(project), locale, Path(target))
        case ["fonts", folder]:
            make_fonts(Path(folder))
        case ["longer", source, target, times]:
            multiply(Path(source), Path(target), int(times))


if __name__ == "__main__":
    main()
