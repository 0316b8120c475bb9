"""Writes charts and pictures, with their words around them."""

from __future__ import annotations

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.image import ImagePart

from reportgen.diagnostics import Code, fail
from reportgen.model.flow import Chart, Picture
from reportgen.write.docx.body import Body
from reportgen.write.docx.chart_part import chart_part
from reportgen.write.docx.chart_stacks import stacked_height
from reportgen.write.docx.drawings import graphic, in_line
from reportgen.write.docx.markup import add_paragraph, add_run, indent_paragraph, keep_paragraph, space_paragraph
from reportgen.write.docx.package import TreePart
from reportgen.write.docx.pieces import bookmark_name
from reportgen.write.docx.table_notes import write_table_notes
from reportgen.write.docx.workbook import workbook
from reportgen.write.docx.xml import CHART, PICTURE, Element, Node, a, attach, c, element, emu, tree, twips

_WORKBOOK = "rId1"
_NO_IMAGE = (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError, ValueError, KeyError)
"""What python-docx raises for a file that is no picture, or a broken one."""


def write_chart(body: Body, chart: Chart) -> None:
    """Write a chart as a part of its own, which Word can edit, between its title and its source."""
    body.flow(chart.title, chart.anchor)
    if chart.subtitle is not None:
        keep_paragraph(body.flow(chart.subtitle))
    number = body.drawing()
    wide = chart.kind == "stacked_bars"
    size = (body.theme.page.frame_width if wide else body.theme.page.prose_width, _height(body, chart))
    relation = _chart(body, chart, number, size)
    content = c("chart")
    content.set("r:id", relation)
    drawing = in_line(number, f"Chart {number}", chart.alternative, size, graphic(CHART, content))
    paragraph = _drawing(body, drawing, "", kept=chart.source is not None or bool(chart.notes))
    if wide:
        indent_paragraph(paragraph, left=0)
    if chart.source is not None:
        body.flow(chart.source)
    if chart.notes:
        write_table_notes(body, chart.notes, shift=body.theme.page.prose_x - body.theme.page.left)
    body.gap = True


def _chart(body: Body, chart: Chart, number: int, size: tuple[float, float]) -> str:
    package = body.part.package
    root = tree(chart_part(chart, body.design, body.palette(chart.family), _WORKBOOK, size))
    part = TreePart(f"charts/chart{number}", CONTENT_TYPE.DML_CHART, root, package)
    book = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), CONTENT_TYPE.SML_SHEET, workbook(chart), package)
    part.load_rel(RELATIONSHIP_TYPE.PACKAGE, book, _WORKBOOK)
    return str(body.part.relate_to(part, RELATIONSHIP_TYPE.CHART))


def _height(body: Body, chart: Chart) -> float:
    """Return a chart's height in points: the plot and its labels, or a row for each bar."""
    measures = body.theme.measures
    match chart.kind:
        case "bars":
            return measures["chart-row"] * len(chart.categories) + body.theme.step
        case "stacked_bars":
            return stacked_height(chart, body.theme)
        case "stacked_columns" | "lines":
            return measures["chart-plot"] + body.theme.step * 2.5
        case _:
            return measures["chart-plot"] + body.theme.step * 4


def write_picture(body: Body, picture: Picture) -> None:
    """Write a picture, no wider than the prose column, with its alternative text and its caption below."""
    image = _image(body, picture.path)
    size = _fitted(body, *_own_size(image))
    number = body.drawing()
    relation = body.part.relate_to(image, RELATIONSHIP_TYPE.IMAGE)
    content = _picture(number, relation, picture.path.rpartition("/")[2], size)
    drawing = in_line(number, f"Picture {number}", picture.alternative, size, graphic(PICTURE, content))
    _drawing(body, drawing, picture.anchor, kept=picture.caption is not None)
    if picture.caption is not None:
        body.flow(picture.caption)
    body.gap = True


def _image(body: Body, path: str) -> ImagePart:
    try:
        with (body.folder / path).open("rb") as stream:
            image: ImagePart = body.part.package.get_or_add_image_part(stream)
    except OSError as error:
        message = f"the picture `{path}` cannot be read: {error.strerror}"
        raise fail(Code.FILE_UNREADABLE, message, hint="check its name and that you may read it") from error
    except _NO_IMAGE as error:
        message = f"`{path}` is no picture that can be printed"
        raise fail(Code.FILE_UNREADABLE, message, hint="save it as PNG or JPEG") from error
    return image


def _own_size(image: ImagePart) -> tuple[float, float]:
    """Return a picture's width and height in points, of one that says no dots an inch as of one with 72."""
    points_a_dot = 72 / (image.image.horz_dpi or 72)
    return image.image.px_width * points_a_dot, image.image.px_height * points_a_dot


def _fitted(body: Body, width: float, height: float) -> tuple[float, float]:
    """Return a size in points no wider than the prose column and no higher than most of a page."""
    page = body.theme.page
    scale = min(1.0, page.prose_width / width, (page.bottom - page.top) * body.theme.measures["picture-most"] / height)
    return (width * scale, height * scale)


def _picture(number: int, relation: str, name: str, size: tuple[float, float]) -> Node:
    width, height = emu(size[0]), emu(size[1])
    blip = a("blip")
    blip.set("r:embed", relation)
    return element(
        "pic:pic",
        element("pic:nvPicPr", element("pic:cNvPr", id=number, name=name), element("pic:cNvPicPr")),
        element("pic:blipFill", blip, a("stretch", a("fillRect"))),
        element(
            "pic:spPr",
            a("xfrm", a("off", x=0, y=0), a("ext", cx=width, cy=height)),
            a("prstGeom", a("avLst"), prst="rect"),
        ),
    )


def _drawing(body: Body, drawing: Node, anchor: str, *, kept: bool) -> Element:
    """Write a drawing in a paragraph of its own, ``kept`` with the caption or source below it."""
    paragraph = add_paragraph(body.root, body.styles.paragraph("prose", ""))
    space_paragraph(paragraph, before=twips(body.theme.step / 2))
    if kept:
        keep_paragraph(paragraph)
    number = body.bookmarks.begin(paragraph, bookmark_name(anchor)) if anchor else -1
    attach(add_run(paragraph), drawing)
    body.bookmarks.end(paragraph, number)
    body.gap = body.opens = False
    return paragraph
