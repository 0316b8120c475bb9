"""Writes charts and pictures, with their words around them."""

from __future__ import annotations

from reportgen.model.flow import Chart, Picture
from reportgen.write.docx.body import Body
from reportgen.write.docx.chart_part import chart_part
from reportgen.write.docx.chart_stacks import stacked_height
from reportgen.write.docx.drawings import graphic, in_line
from reportgen.write.docx.images import read_image
from reportgen.write.docx.kinds import CHART as CHART_PART
from reportgen.write.docx.kinds import WORKBOOK
from reportgen.write.docx.markup import add_paragraph, add_run, indent_paragraph, keep_paragraph, space_paragraph
from reportgen.write.docx.pieces import bookmark_name
from reportgen.write.docx.table_notes import write_table_notes
from reportgen.write.docx.workbook import workbook
from reportgen.write.docx.xml import CHART, PICTURE, Element, Node, a, attach, c, element, emu, tree, twips

_WORKBOOK = "rId1"


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
    part = package.add(f"word/charts/chart{number}.xml", CHART_PART, root)
    part.lead_to(package.add(f"word/embeddings/chart{number}.xlsx", WORKBOOK, workbook(chart)))
    return body.part.lead_to(part)


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
    image = read_image(body.folder, picture.path)
    size = _fitted(body, image.width, image.height)
    number = body.drawing()
    relation = body.part.lead_to(body.part.package.add_picture(image.data, image.media, image.ending))
    content = _picture(number, relation, picture.path.rpartition("/")[2], size)
    drawing = in_line(number, f"Picture {number}", picture.alternative, size, graphic(PICTURE, content))
    _drawing(body, drawing, picture.anchor, kept=picture.caption is not None)
    if picture.caption is not None:
        body.flow(picture.caption)
    body.gap = True


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
