"""What workbooks bring: the values that change, and each fault with its cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from workbooks import Rows, Shown, write_book

from reportgen.commands.data_import import percent_of, plan_import, write_import
from reportgen.diagnostics import Diagnostics, show

REPORT = """\
id: harbour-light-2023
title: 2023 Sustainability Report
short_title: Harbour Light 2023
company:
  name: Harbour Light Holdings Limited
  other_name: 港灯控股有限公司
  short_name: Harbour Light
  incorporation: Incorporated in Bermuda with limited liability
  codes: []
periods:
  current: {label: 2023, from: 2023-01-01, to: 2023-12-31}
  prior: {label: 2022, from: 2022-01-01, to: 2022-12-31}
source: en
locales: [en]
prevails: en
frameworks: []
chapters: []
"""
KPIS = """\
# Kept by the office.
indicators:
  power: {name: Power, unit: MWh, values: {prior: 10.50, current: 12.00}}
  gas: {name: Gas, unit: MWh, values: {prior: 1.0}}
  energy: {name: Energy, unit: MWh, sum: [power, gas]}
  women: {name: Women, unit: "%", values: {current: 40.00}}
  hours: {name: Hours, unit: hour, values: {current: {from: 1.5, to: 3}}}
"""
FILE = "content/kpis/energy.yaml"
KEYS: Rows = [["Energy of the year"], ["id", "unit", "prior", "current", "source"]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "report"
    (root / "content/kpis").mkdir(parents=True)
    (root / "content/report.yaml").write_text(REPORT, encoding="utf-8")
    (root / FILE).write_text(KPIS, encoding="utf-8")
    return root


def imported(root: Path, *books: Path) -> tuple[list[str], list[str]]:
    """Return the changes as lines, and the findings."""
    found = Diagnostics()
    planned = plan_import(root, books, found)
    lines = [
        f"{one.indicator}[{one.period}] {one.new:f} {percent_of(one)} {one.at.book} {one.at.cell}".replace("  ", " ")
        for one in planned.revisions
    ]
    return lines, [show(one) for one in found]


def book(root: Path, *rows: list[str | float | bool | Shown | None], name: str = "book.xlsx") -> Path:
    return write_book(root.parent / name, {"Energy": [*KEYS, *rows]})


def test_what_changes_is_shown_and_only_that(root: Path) -> None:
    made = book(root, ["power", "MWh", 10.5, 15.0], ["gas", "MWh", None, Shown(2.25, "0.000")], ["", "", 7.0, 8.0])
    assert imported(root, made) == (
        ["power[current] 15.00 +25.0% book.xlsx D3", "gas[current] 2.250 book.xlsx D4"],
        [],
    )
    assert (root / FILE).read_text(encoding="utf-8") == KPIS


def test_writing_changes_the_numbers_and_nothing_else(root: Path) -> None:
    made = book(root, ["power", "", 10.5, 15.0], ["gas", "", None, 2.25, "Meter log"])
    found = Diagnostics()
    assert write_import(plan_import(root, [made], found), found) == (FILE,)
    assert not list(found)
    expected = KPIS.replace("12.00", "15.00").replace(
        "{prior: 1.0}", "{prior: 1.0, current: {value: 2.25, source: {document: Meter log}}}"
    )
    assert (root / FILE).read_text(encoding="utf-8") == expected
    assert imported(root, made) == ([], [])


def test_digits_are_those_that_excel_shows(root: Path) -> None:
    shown = book(
        root, ["power", "", Shown(10.504, "0.00"), Shown(15.004, "0.00")], ["women", "", None, Shown(0.415, "0.0%")]
    )
    assert imported(root, shown)[0] == [
        "power[current] 15.00 +25.0% book.xlsx D3",
        "women[current] 41.5 +3.8% book.xlsx D4",
    ]
    plain = book(root, ["power", "", 10.5, 15.5], ["women", "", None, 41.0])
    assert imported(root, plain)[0] == [
        "power[current] 15.50 +29.2% book.xlsx D3",
        "women[current] 41.00 +2.5% book.xlsx D4",
    ]


def test_three_workbooks_are_merged_and_their_conflict_is_named(root: Path) -> None:
    books = [
        book(root, ["power", "", None, 15.0], ["women", "", None, 41.0], name="power.xlsx"),
        book(root, ["gas", "", None, 2.5], ["women", "", None, 41.0], name="gas.xlsx"),
        book(root, ["power", "", None, 16.0], ["gas", "", 1.2, None], name="site.xlsx"),
    ]
    assert imported(root, *books) == (
        [
            "women[current] 41.00 +2.5% power.xlsx D4",
            "gas[current] 2.5 gas.xlsx D3",
            "gas[prior] 1.2 +20.0% site.xlsx C4",
        ],
        [
            "error[import-conflict]: `power` for `current` is 15.00 in `power.xlsx`, sheet `Energy`, cell D3, "
            "but 16.00 in `site.xlsx`, sheet `Energy`, cell D3\n"
            "  = hint: agree on one value and correct the other workbook, or leave its cell empty"
        ],
    )


NO_NUMBER = "type the number into the cell; for a text that looks like one, choose “Convert to Number” in Excel"


@pytest.mark.parametrize(
    ("row", "finding"),
    [
        (
            ["power", "MWh", None, "n.a."],
            f"error[not-a-number]: `book.xlsx`, sheet `Energy`, cell D3: expected a number, found the text `n.a.`\n"
            f"  = hint: {NO_NUMBER}",
        ),
        (
            ["power", "MWh", None, "15.0"],
            f"error[not-a-number]: `book.xlsx`, sheet `Energy`, cell D3: expected a number, found the text `15.0`\n"
            f"  = hint: {NO_NUMBER}",
        ),
        (
            ["power", "MWh", True, None],
            "error[not-a-number]: `book.xlsx`, sheet `Energy`, cell C3: expected a number, found true or false\n"
            "  = hint: type the number into the cell",
        ),
        (
            ["power", "MWh", None, 0.1234567890123],
            "error[not-a-number]: `book.xlsx`, sheet `Energy`, cell D3: 0.1234567890123 has more digits than can be "
            "filed\n  = hint: at most 15 stand before the point and 12 after it; give the cell a number format that "
            "shows those to be filed, such as `0.00`",
        ),
        (
            ["power", "kWh", None, 15000.0],
            "error[wrong-unit]: `book.xlsx`, sheet `Energy`, cell B3: the unit is `kWh`, but `power` is filed in "
            f"`MWh`\n  = hint: convert the value and its unit in the workbook; the indicator is at {FILE}:3:3",
        ),
        (
            ["power", "MWh", None, Shown(0.15, "0%")],
            "error[wrong-unit]: `book.xlsx`, sheet `Energy`, cell D3: the number is shown as per cent, but `power` is "
            f"filed in `MWh`\n  = hint: convert the value and its unit in the workbook; the indicator is at {FILE}:3:3",
        ),
        (
            ["power", "MWhh", None, 15.0],
            "error[unknown-unit]: `book.xlsx`, sheet `Energy`, cell B3: unknown unit `MWhh`\n"
            "  = hint: did you mean `MWh`?",
        ),
        (
            ["pwer", "MWh", None, 15.0],
            "error[unknown-reference]: `book.xlsx`, sheet `Energy`, cell A3: there is no indicator `pwer`\n"
            "  = hint: did you mean `power`?",
        ),
        (
            ["energy", "MWh", 12.0, None],
            "error[value-computed]: `book.xlsx`, sheet `Energy`, cell C3: `energy` is 12.00 here, but its parts give "
            "11.50\n  = hint: correct the values that it is computed from",
        ),
    ],
)
def test_what_cannot_be_taken_is_named_with_its_cell(
    root: Path, row: list[str | float | bool | Shown | None], finding: str
) -> None:
    lines, found = imported(root, book(root, row, ["women", "%", None, 41.0]))
    assert found == [finding]
    assert lines == ["women[current] 41.00 +2.5% book.xlsx D4"]


def test_a_unit_may_stand_in_words(root: Path) -> None:
    lines, found = imported(root, book(root, ["power", "兆瓦时", None, 15.0], ["hours", "小时", None, "1.5–3"]))
    assert (len(lines), found) == (1, [])


LAYOUT = """\
workbooks:
  - file: "site_*.xlsx"
    sheet: Data
    head: 2
    indicator: KPI No.
    unit: Unit
    source: $F
    periods: {prior: FY2022, current: "FY2023 "}
    names: {E-1: power, E-2: gas}
    units: {MW-hours: MWh}
  - sheet: Long
    indicator: KPI
    period: Year
    value: Amount
"""


def test_a_layout_reads_a_department_s_own_workbook(root: Path) -> None:
    (root / "content/excel.yaml").write_text(LAYOUT, encoding="utf-8")
    wide = write_book(
        root.parent / "site_north.xlsx",
        {
            "Cover": [["Harbour Light"]],
            "Data": [
                ["All sites"],
                ["KPI no.", "Name", "Unit", "FY2022", "FY2023", "Evidence"],
                ["E-1", "Power", "MW-hours", 10.5, 15.0, "Bills"],
                ["E-2", "Gas", "MWh", 1.0, 2.5],
                ["Total", None, None, 11.5, 17.5],
            ],
        },
    )
    long = write_book(root.parent / "hr.xlsx", {"Long": [["KPI", "Year", "Amount"], ["women", 2023.0, 41.0]]})
    assert imported(root, wide, long) == (
        [
            "power[current] 15.00 +25.0% site_north.xlsx E3",
            "gas[current] 2.5 site_north.xlsx E4",
            "women[current] 41.00 +2.5% hr.xlsx C2",
        ],
        [],
    )


def test_a_layout_names_a_column_that_the_sheet_has_not(root: Path) -> None:
    (root / "content/excel.yaml").write_text(LAYOUT, encoding="utf-8")
    made = write_book(root.parent / "hr.xlsx", {"Long": [["KPI", "Year", "Amounts"], ["women", 2023.0, 41.0]]})
    assert imported(root, made) == (
        [],
        [
            "error[workbook-unmapped]: `hr.xlsx`, sheet `Long`: row 1 has no column `Amount`\n"
            "  --> content/excel.yaml:11:5\n"
            "  = hint: did you mean `Amounts`?"
        ],
    )


def test_an_unknown_period_in_a_row(root: Path) -> None:
    (root / "content/excel.yaml").write_text(LAYOUT, encoding="utf-8")
    made = write_book(root.parent / "hr.xlsx", {"Long": [["KPI", "Year", "Amount"], ["women", 2019.0, 41.0]]})
    assert imported(root, made)[1] == [
        "error[unknown-period]: `hr.xlsx`, sheet `Long`, cell B2: the report has no period `2019`\n"
        "  = hint: the periods are `current`, `prior`"
    ]


def test_a_layout_needs_columns_for_its_values(root: Path) -> None:
    (root / "content/excel.yaml").write_text("workbooks:\n  - indicator: KPI\n", encoding="utf-8")
    found = Diagnostics()
    with pytest.raises(Exception, match="the layouts have faults"):
        plan_import(root, [book(root)], found)
    assert [show(one) for one in found] == [
        "error[wrong-value]: a layout needs either `periods`, or `period` and `value`\n"
        "  --> content/excel.yaml:2:5\n"
        "  = hint: write `periods: {current: HEAD}` for a column a period, or `period: HEAD` and `value: HEAD`"
    ]


def test_a_workbook_that_nothing_tells_how_to_read(root: Path) -> None:
    made = write_book(root.parent / "book.xlsx", {"Sheet1": [["Power", 5.0]]})
    assert imported(root, made) == (
        [],
        [
            "error[workbook-unmapped]: no sheet of `book.xlsx` has a row of keys, and no layout is for it\n"
            "  = hint: add its sheet and columns to `content/excel.yaml`, as docs/excel.md shows"
        ],
    )


def test_a_period_that_is_misspelt_in_the_row_of_keys_is_told_at_its_cell(root: Path) -> None:
    rows: Rows = [["id", "prior", "currant"], ["power", 10.6, 15.0]]
    lines, found = imported(root, write_book(root.parent / "book.xlsx", {"Energy": rows}))
    assert lines == ["power[prior] 10.60 +1.0% book.xlsx B2"]
    assert found == [
        "error[unknown-period]: `book.xlsx`, sheet `Energy`, cell C1: the report has no period `currant`\n"
        "  = hint: did you mean `current`?"
    ]
    alone: Rows = [["id", "currant"], ["power", 15.0]]
    lines, found = imported(root, write_book(root.parent / "book.xlsx", {"Energy": alone}))
    assert lines == []
    assert found == [
        "error[unknown-period]: `book.xlsx`, sheet `Energy`, cell B1: the report has no period `currant`\n"
        "  = hint: did you mean `current`?"
    ]
