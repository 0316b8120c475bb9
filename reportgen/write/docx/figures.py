"""Writes charts and pictures, with their words around them."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart
from docx.opc.packuri import PackURI
from docx.parts.image import ImagePart

from reportgen.model.flow import Chart, Picture
from reportgen.write.docx.body import Body
from reportgen.write.docx.chart_part import chart_part
from reportgen.write.docx.drawings import graphic, in_line
from reportgen.write.docx.image import read_image
from reportgen.write.docx.pieces import bookmark_name
from reportgen.write.docx.workbook import workbook
from reportgen.write.docx.xml import (
    CHART,
    PICTURE,
    RELATIONS,
    Element,
    a,
    add_paragraph,
    add_run,
    c,
    element,
    emu,
)


def write_chart(body: Body, chart: Chart) -> None:
    """Write a chart as a part of its own, which Word can edit, between its title and its source."""
    body.flow(chart.title, chart.anchor)
    if chart.subtitle is not None:
        body.flow(chart.subtitle)
    number = body.drawing()
    relation = _chart(body, chart, number)
    content = c("chart")
    content.set(f"{{{RELATIONS}}}id", relation)
    size = (body.theme.page.prose_width, _height(body, chart))
    _drawing(body, in_line(number, f"Chart {number}", chart.alternative, size, graphic(CHART, content)), "", chart.family)
    if chart.source is not None:
        body.flow(chart.source)


def _chart(body: Body, chart: Chart, number: int) -> str:
    package = body.part.package
    book = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), CONTENT_TYPE.SML_SHEET, workbook(chart), package)
    part = XmlPart(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, None, package)
    relation = part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
    part._element = chart_part(chart, body.theme, body.palette(chart.family), body.locale, relation)
    return str(body.part.relate_to(part, RELATIONSHIP_TYPE.CHART))


def _height(body: Body, chart: Chart) -> float:
    """Return a chart's height in points: the plot and its labels, or a row for each bar."""
    measures = body.theme.measures
    if chart.kind == "columns":
        return measures["chart-plot"] + body.theme.step * 4
    return measures["chart-row"] * len(chart.categories) + body.theme.step


def write_picture(body: Body, picture: Picture) -> None:
    """Write a picture, no wider than the prose column, with its alternative text and its caption below."""
    page = body.theme.page
    image = read_image(body.folder, picture.path)
    width = min(image.width, page.prose_width)
    height = image.height * width / image.width
    highest = (page.bottom - page.top) * 0.8
    if height > highest:
        width, height = width * highest / height, highest
    number = body.drawing()
    relation = body.part.relate_to(image.part(body.part.package), RELATIONSHIP_TYPE.IMAGE)
    content = _picture(number, relation, picture.path.rpartition("/")[2], (width, height))
    drawing = in_line(number, f"Picture {number}", picture.alternative, (width, height), graphic(PICTURE, content))
    _drawing(body, drawing, picture.anchor, picture.family)
    if picture.caption is not None:
        body.flow(picture.caption)
