"""The font table: what each font is like, so that a program that does not have it takes one that is like it.

A theme names one font a script. Windows and Word for the Mac have those that are known here; the others named are what
other programs have instead of it.
"""

from __future__ import annotations

from msgspec import Struct

from reportgen.write.docx.fonts import Fonts
from reportgen.write.docx.xml import Node, w


class _Font(Struct, frozen=True):
    """A font as PANOSE and Word classify it; ``others`` are its other names, and fonts that stand in for it."""

    panose: str
    others: tuple[str, ...] = ()
    charset: str = "00"
    family: str = "swiss"


_GB2312, _BIG5 = "86", "88"
_FONTS = {
    "Arial": _Font("020B0604020202020204", ("Helvetica", "Liberation Sans")),
    "Calibri": _Font("020F0502020204030204", ("Carlito",)),
    "Georgia": _Font("02040502050405020303", ("Gelasio",), family="roman"),
    "Times New Roman": _Font("02020603050405020304", ("Liberation Serif",), family="roman"),
    "Segoe UI Symbol": _Font("020B0502040204020203", ("Apple Symbols", "Noto Sans Symbols 2")),
    "Microsoft YaHei": _Font("020B0503020204020204", ("微软雅黑", "PingFang SC", "Noto Sans CJK SC"), _GB2312),
    "DengXian": _Font("02010600030101010101", ("等线", "PingFang SC", "Noto Sans CJK SC"), _GB2312, "auto"),
    "SimSun": _Font("02010600030101010101", ("宋体", "Songti SC", "Noto Serif CJK SC"), _GB2312, "auto"),
    "Microsoft JhengHei": _Font("020B0604030504040204", ("微軟正黑體", "PingFang TC", "Noto Sans CJK TC"), _BIG5),
    "PMingLiU": _Font("02020500000000000000", ("新細明體", "Songti TC", "Noto Serif CJK TC"), _BIG5, "roman"),
}
_UNKNOWN = _Font("", family="auto")


def font_table_part(fonts: Fonts) -> Node:
    """Return the part's root (ECMA-376 part 1, 17.8.3)."""
    return w("fonts", *(_entry(name) for name in sorted(fonts.names())))


def _entry(name: str) -> Node:
    font = _FONTS.get(name, _UNKNOWN)
    made = w("font", name=name)
    if font.others:
        made.append(w("altName", val=",".join(font.others)))
    if font.panose:
        made.append(w("panose1", val=font.panose), w("charset", val=font.charset))
    made.append(w("family", val=font.family), w("pitch", val="variable"))
    return made
