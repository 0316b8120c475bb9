"""`content/excel.yaml` to layouts: which column of a department's workbook holds what.

Workbooks that the tool has written itself need none: they carry their keys in a row of their own.
"""

from __future__ import annotations

from reportgen.diagnostics import Code, Diagnostics
from reportgen.load.facts import period_known
from reportgen.load.fields import Fields, mapping_at
from reportgen.load.values import text_of
from reportgen.load.yaml_file import read_yaml
from reportgen.load.yaml_nodes import Mapping
from reportgen.model.incoming import Layout
from reportgen.model.project import Project

EXCEL = "content/excel.yaml"

EXCEL_FILE_KEYS = frozenset({"workbooks"})
WORKBOOK_KEYS = frozenset("file sheet head indicator unit source periods period value names units".split())


def load_layouts(project: Project, diagnostics: Diagnostics) -> tuple[Layout, ...]:
    """Return the layouts in the file's order; none where the project has no such file."""
    if not (project.root / EXCEL).exists():
        return ()
    root = read_yaml(project.root, EXCEL, diagnostics)
    if root is None:
        return ()
    file = Fields(root, "the file of layouts", EXCEL_FILE_KEYS, diagnostics)
    mappings = (mapping_at(node, "a layout", diagnostics) for node in file.items("workbooks"))
    return tuple(_layout(node, project, diagnostics) for node in mappings if node is not None)


def _layout(node: Mapping, project: Project, diagnostics: Diagnostics) -> Layout:
    fields = Fields(node, "a layout", WORKBOOK_KEYS, diagnostics)
    head = fields.whole("head")
    layout = Layout(
        file=fields.text("file") or "*",
        sheet=fields.text("sheet") or "*",
        head=1 if head is None else head,
        indicator=fields.needed_text("indicator"),
        unit=fields.text("unit"),
        source=fields.text("source"),
        periods=_periods(fields, project),
        period=fields.text("period"),
        value=fields.text("value"),
        names=_texts(fields, "names"),
        units=_texts(fields, "units"),
        span=node.span,
    )
    if bool(layout.periods) == bool(layout.period and layout.value):
        diagnostics.error(
            Code.WRONG_VALUE,
            "a layout needs either `periods`, or `period` and `value`",
            node.span,
            "write `periods: {current: HEAD}` for a column a period, or `period: HEAD` and `value: HEAD`",
        )
    return layout


def _periods(fields: Fields, project: Project) -> dict[str, str]:
    columns = _texts(fields, "periods")
    places = fields.mapping("periods").entries if columns else {}
    return {
        period: column
        for period, column in columns.items()
        if period_known(period, places[period][0], project.periods, fields.diagnostics)
    }


def _texts(fields: Fields, key: str) -> dict[str, str]:
    if key not in fields:
        return {}
    entries = fields.mapping(key).entries.items()
    found = ((name, text_of(node, fields.diagnostics, f"`{key}` as texts")) for name, (_, node) in entries)
    return {name: text for name, text in found if text}
