"""The workbook in a chart, which Word opens for "Edit data": a sheet of categories and series."""

from __future__ import annotations

from decimal import Decimal

from reportgen.model.cell_names import column_letter
from reportgen.model.flow import Chart, Point, Series
from reportgen.write.docx.archive import archive
from reportgen.write.docx.number_format import number_format
from reportgen.write.docx.xml import clean
from reportgen.write.escape import escape, quoted

SHEET = "Sheet1"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_WITH_GAPS = ("lines", "dots")
"""The kinds of charts in which a missing value is a gap: no dash is printed."""
_FIRST_FORMAT = 164
"""Numbers below are Excel's own formats."""


def workbook(chart: Chart) -> bytes:
    """Return the workbook of a chart: categories down column A, a series a column, its name in row 1."""
    points = (point for series in chart.series for point in series.points)
    formats = sorted({number_format(point) for point in points if held_value(chart, point) is not None})
    return archive(
        {
            "[Content_Types].xml": _types().encode(),
            "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")).encode(),
            "xl/workbook.xml": _book().encode(),
            "xl/_rels/workbook.xml.rels": _relations(
                ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")
            ).encode(),
            "xl/worksheets/sheet1.xml": _sheet(chart, formats).encode(),
            "xl/styles.xml": _styles(formats).encode(),
        }
    )


def held_value(chart: Chart, point: Point) -> Decimal | None:
    """Return the number that a chart and its workbook hold of a point, or nothing where they have a gap.

    Where a value is missing its dash is printed: by a format of words alone, for which there has to be a number.
    """
    if point.value is None and point.text and chart.kind not in _WITH_GAPS:
        return Decimal(0)
    return point.value


def series_name(series: Series) -> str:
    """Return what heads a series' column: its label, or the names of its values where each has one of its own."""
    return series.label or " / ".join(point.name.strip() for point in series.points if point.text and point.name)


def _types() -> str:
    parts = {"workbook": "sheet.main", "worksheets/sheet1": "worksheet", "styles": "styles"}
    overrides = "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for part, kind in parts.items()
    )
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{rels}{xml}{overrides}</Types>'


def _relations(*targets: tuple[str, str]) -> str:
    parts = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{parts}</Relationships>'


def _book() -> str:
    sheets = f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets>'
    return f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">{sheets}</workbook>'


def _styles(formats: list[str]) -> str:
    codes = "".join(
        f"<numFmt numFmtId={quoted(str(_FIRST_FORMAT + at))} formatCode={quoted(code)}/>"
        for at, code in enumerate(formats)
    )
    numbers = f'<numFmts count="{len(formats)}">{codes}</numFmts>' if formats else ""
    cells = "".join(
        f'<xf numFmtId="{_FIRST_FORMAT + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for at in range(len(formats))
    )
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"'
    return (
        f'{_HEAD}<styleSheet xmlns="{_MAIN}">{numbers}'
        '<fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        f'<cellStyleXfs count="1">{plain}/></cellStyleXfs>'
        f'<cellXfs count="{len(formats) + 1}">{plain} xfId="0"/>{cells}</cellXfs></styleSheet>'
    )


def _sheet(chart: Chart, formats: list[str]) -> str:
    head = _row(1, [_text(at + 1, 1, series_name(series)) for at, series in enumerate(chart.series)])
    rows = [head]
    for place, category in enumerate(chart.categories):
        number = place + 2
        cells = [_text(0, number, category)]
        for at, series in enumerate(chart.series):
            point = series.points[place]
            value = held_value(chart, point)
            if value is not None:
                cells.append(_number(at + 1, number, value, formats.index(number_format(point)) + 1))
        rows.append(_row(number, cells))
    return f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'


def _row(number: int, cells: list[str]) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def _text(column: int, row: int, text: str) -> str:
    words = escape(clean(text))
    return f'<c r="{column_letter(column)}{row}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


def _number(column: int, row: int, value: Decimal, style: int) -> str:
    return f'<c r="{column_letter(column)}{row}" s="{style}"><v>{value:f}</v></c>'
