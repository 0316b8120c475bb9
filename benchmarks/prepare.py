"""What `peers.py` prepares: the text as Markdown, static instances of the faces, the report many times as long."""

from __future__ import annotations

import sys
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import uharfbuzz as hb
from as_markdown import as_markdown
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from many_times import multiply

from reportgen.build import PUBLISHED, build
from reportgen.diagnostics import Diagnostics
from reportgen.inputs import load
from reportgen.model.theme import FontFile
from reportgen.write.pdf.fontfile import open_font

FACES = {
    "SourceSerif4": ("justmytype_western_core", "fonts/ofl/sourceserif4/SourceSerif4[opsz,wght].ttf", {"opsz": 11}),
    "SourceSerif4-Italic": (
        "justmytype_western_core",
        "fonts/ofl/sourceserif4/SourceSerif4-Italic[opsz,wght].ttf",
        {"opsz": 11},
    ),
}
COLLECTION = ("manimgx_fonts_cjk", "NotoSansCJK-VF.otf.ttc", "Noto Sans CJK SC")
WEIGHTS = (400, 600)


def write_text(project: Path, locale: str, target: Path) -> None:
    """Write a language's text as pandoc's Markdown."""
    found = Diagnostics()
    inputs = load(project, found)
    wanted = next(each for each in inputs.project.locales if each.id == locale)
    target.write_text(as_markdown(build(inputs, wanted, PUBLISHED, found).story), "utf-8")


def make_fonts(folder: Path) -> None:
    """Write static instances of the faces: Typst sets variable fonts in their default weight."""
    folder.mkdir()
    for name, (package, path, axes) in FACES.items():
        for weight in WEIGHTS:
            font = TTFont(str(files(package) / path))
            made = instantiateVariableFont(font, {**axes, "wght": weight})
            made["OS/2"].usWeightClass = weight
            made.save(folder / f"{name}-{weight}.ttf")
    for weight in WEIGHTS:
        made = TTFont(BytesIO(_of_collection(weight)))
        made["OS/2"].usWeightClass = weight
        made.save(folder / f"NotoSansCJKSC-{weight}.otf")


def _of_collection(weight: int) -> bytes:
    """Return the Chinese face at a weight, with outlines that programs without variable fonts know."""
    package, path, family = COLLECTION
    source = open_font(FontFile(family, package, path, (), family=family), Path())
    wanted = hb.SubsetInput()
    wanted.keep_everything()
    wanted.flags = hb.SubsetFlags.DOWNGRADE_CFF2 | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING
    wanted.pin_axis_location(source, "wght", weight)
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
