"""Workbooks are read with the digits that Excel shows; what cannot be read is a finding that says why."""

from __future__ import annotations

import re
import sys
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbooks import Shown as Written
from workbooks import write_book

from reportgen.diagnostics import Diagnostics, ReportError, show
from reportgen.load import excel_formats
from reportgen.load.excel import exact, read_workbook
from reportgen.load.excel_formats import shown_by
from reportgen.model.incoming import Shown

SHEET = "xl/worksheets/sheet1.xml"


def findings(path: Path, book: str = "book.xlsx") -> list[str]:
    found = Diagnostics()
    assert read_workbook(path, book, found) == ()
    return [show(one) for one in found]


def test_numbers_come_with_the_digits_that_their_format_shows(tmp_path: Path) -> None:
    rows = [[5.3, Written(5.3, "0.00"), Written(0.1234, "0.0%"), Written(12.0, "#,##0"), Written(0.1 + 0.2)]]
    (sheet,) = read_workbook(write_book(tmp_path / "b.xlsx", {"Energy": rows}), "b.xlsx", Diagnostics())
    cells = [sheet.cell(0, column) for column in range(5)]
    assert [cell and (cell.content, cell.shown) for cell in cells] == [
        (Decimal("5.3"), None),
        (Decimal("5.3"), Shown(2, 2)),
        (Decimal("0.1234"), Shown(1, 1, percent=True)),
        (Decimal(12), Shown(0, 0)),
        (Decimal("0.3"), None),
    ]
    assert str(cells[1] and cells[1].at) == "`b.xlsx`, sheet `Energy`, cell B1"


def test_what_is_no_number_says_what_it_is(tmp_path: Path) -> None:
    rows = [[" n/a ", True, Written(45000, "yyyy-mm-dd"), Written("#DIV/0!", formula="=1/0"), None, "  "]]  # type: ignore[arg-type]
    (sheet,) = read_workbook(write_book(tmp_path / "b.xlsx", {"S": rows}), "b.xlsx", Diagnostics())
    cells = [sheet.cell(0, column) for column in range(7)]
    assert [cell and (cell.content, cell.fault) for cell in cells] == [
        ("n/a", ""),
        ("True", "true or false"),
        ("2023-03-15", "a date or time"),
        ("", "an error value"),
        None,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("0.00", Shown(2, 2)),
        ("#,##0.0##", Shown(1, 3)),
        ("0%", Shown(0, 0, percent=True)),
        ('_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', Shown(2, 2)),
        ('"RMB "#,##0.00', Shown(2, 2)),
        ("[Red]0.0;[Blue]-0.0", Shown(1, 1)),
        ("General", None),
        ("@", None),
        ("yyyy-mm-dd", None),
        ("0.00E+00", None),
        ("# ?/?", None),
        ("#,##0,", None),
        ("#,##0.0,,", None),
        ("0." + "0" * 30, Shown(30, 30)),
        ("0." + "0" * 300, None),
    ],
)
def test_number_formats(code: str, shown: Shown | None) -> None:
    assert shown_by(code) == shown


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=6, allow_nan=False))
def test_a_number_of_at_most_15_digits_survives_excel(value: Decimal) -> None:
    assert exact(float(value)) == value


@pytest.mark.parametrize("value", [1e28, -1.5e40, 1.79769313486231e308])
def test_a_number_of_any_size_is_written_out(tmp_path: Path, value: float) -> None:
    (sheet,) = read_workbook(write_book(tmp_path / "b.xlsx", {"S": [[value]]}), "b.xlsx", Diagnostics())
    assert sheet.text(0, 0) == f"{Decimal(repr(value)):f}"


def test_a_missing_workbook(tmp_path: Path) -> None:
    assert findings(tmp_path / "no.xlsx", "no.xlsx") == [
        "error[file-missing]: `no.xlsx` cannot be read: it does not exist\n"
        "  = hint: check the name; paths are relative to the folder you are in"
    ]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("book.csv", b"a,b", "it is no Excel workbook"),
        ("book.xlsx", b"PK\x03\x04 broken", "it is damaged, or protected by a password"),
        ("book.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "it is damaged, or protected by a password"),
        ("book.xls", b"nothing", "it is damaged, or protected by a password"),
    ],
)
def test_what_is_no_workbook(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert findings(tmp_path / name) == [
        f"error[workbook-unreadable]: `book.xlsx` cannot be read: {reason}\n"
        "  = hint: open it in Excel and save it as .xlsx, without a password"
    ]


def rezipped(source: Path, target: Path, part: str, old: bytes, new: bytes) -> Path:
    with zipfile.ZipFile(source) as read, zipfile.ZipFile(target, "w") as written:
        for name in read.namelist():
            content = read.read(name)
            written.writestr(name, content.replace(old, new) if name == part else content)
    return target


def renamed(source: Path, target: Path, names: dict[str, str]) -> Path:
    with zipfile.ZipFile(source) as read, zipfile.ZipFile(target, "w") as written:
        for name in read.namelist():
            written.writestr(names.get(name, name), read.read(name))
    return target


def without_names(source: Path, target: Path) -> Path:
    with zipfile.ZipFile(source) as read, zipfile.ZipFile(target, "w") as written:
        for name in read.namelist():
            content = read.read(name)
            written.writestr(name, re.sub(b'(<(?:row|c)) r="[A-Z0-9]+"', rb"\1", content) if name == SHEET else content)
    return target


def test_entities_and_far_corners_are_refused(tmp_path: Path) -> None:
    good = write_book(tmp_path / "good.xlsx", {"S": [[1.0]]})
    bomb = rezipped(good, tmp_path / "bomb.xlsx", SHEET, b"<worksheet ", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet ')
    assert "it is damaged, or protected by a password" in findings(bomb)[0]
    far = rezipped(good, tmp_path / "far.xlsx", SHEET, b'r="A1"', b'r="XFD1048576"')
    assert "a sheet has cells in row 1048576 and column 16384: it is too large" in findings(far)[0]


def test_a_style_that_there_is_not_shows_nothing(tmp_path: Path) -> None:
    good = write_book(tmp_path / "good.xlsx", {"S": [[5.3]]})
    wrong = rezipped(good, tmp_path / "wrong.xlsx", SHEET, b'<c r="A1"', b'<c r="A1" s="-9"')
    (sheet,) = read_workbook(wrong, "b.xlsx", Diagnostics())
    cell = sheet.cell(0, 0)
    assert cell is not None
    assert (cell.content, cell.shown) == (Decimal("5.3"), None)


def test_a_part_that_cannot_be_unpacked_is_damage(tmp_path: Path) -> None:
    book = write_book(tmp_path / "book.xlsx", {"S": [[1.0]]})
    with zipfile.ZipFile(book) as read:
        part = read.getinfo(SHEET)
    content = bytearray(book.read_bytes())
    content[part.header_offset + 30 + len(SHEET)] = 0xFF  # a kind of block that there is not
    book.write_bytes(content)
    assert findings(book) == [
        "error[workbook-unreadable]: `book.xlsx` cannot be read: it is damaged, or protected by a password\n"
        "  = hint: open it in Excel and save it as .xlsx, without a password"
    ]


@pytest.mark.parametrize("corner", [b'<row r="4000001"><c>', b'<row r="1"><c r="d1000001">'])
def test_a_far_corner_is_refused_however_it_is_named(tmp_path: Path, corner: bytes) -> None:
    good = write_book(tmp_path / "good.xlsx", {"S": [[1.0]]})
    with zipfile.ZipFile(good) as book:
        row = re.search(b"<row.*<c[^>]*>", book.read(SHEET))
    assert row
    far = rezipped(good, tmp_path / "far.xlsx", SHEET, row[0], corner)
    assert "it is too large" in findings(far)[0]


def test_rows_and_cells_without_names_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]
    unnamed = without_names(write_book(tmp_path / "good.xlsx", {"S": rows}), tmp_path / "unnamed.xlsx")
    monkeypatch.setattr(excel_formats, "AREA_LIMIT", 5)
    assert "a sheet has cells in row 2 and column 3: it is too large" in findings(unnamed)[0]


def test_rows_and_cells_without_names_have_their_formats(tmp_path: Path) -> None:
    rows = [["a", Written(5.3, "0.00")], [Written("#DIV/0!", formula="=1/0"), Written(0.1234, "0.0%")]]  # type: ignore[arg-type]
    good = write_book(tmp_path / "good.xlsx", {"S": rows})
    (named,) = read_workbook(good, "b.xlsx", Diagnostics())
    (unnamed,) = read_workbook(without_names(good, tmp_path / "unnamed.xlsx"), "b.xlsx", Diagnostics())
    assert unnamed == named
    assert named.formats.errors
    assert named.formats.formulas
    assert named.formats.shown


def test_parts_are_found_whatever_their_capitals(tmp_path: Path) -> None:
    good = write_book(tmp_path / "good.xlsx", {"S": [[Written(5.3, "0.00")]]})
    parts = {SHEET: "xl/Worksheets/SHEET1.xml", "xl/styles.xml": "xl/Styles.xml"}
    (sheet,) = read_workbook(renamed(good, tmp_path / "other.xlsx", parts), "b.xlsx", Diagnostics())
    cell = sheet.cell(0, 0)
    assert cell is not None
    assert cell.shown == Shown(2, 2)


def test_a_sheet_without_a_part_is_named(tmp_path: Path) -> None:
    good = write_book(tmp_path / "good.xlsx", {"Energy": [[1.0]]})
    assert findings(renamed(good, tmp_path / "other.xlsx", {SHEET: "xl/worksheets/other.xml"})) == [
        "error[workbook-unreadable]: `book.xlsx` cannot be read: its sheet `Energy` is missing\n"
        "  = hint: open it in Excel and save it as .xlsx, without a password"
    ]


def test_a_package_that_can_be_read_in_two_ways_is_refused(tmp_path: Path) -> None:
    good = write_book(tmp_path / "good.xlsx", {"S": [[1.0]], "T": [[1.0]]})
    twin = renamed(good, tmp_path / "twin.xlsx", {"xl/worksheets/sheet2.xml": "xl/worksheets/Sheet1.xml"})
    assert "it is damaged, or protected by a password" in findings(twin)[0]
    relations = "xl/_rels/workbook.xml.rels"
    twice = rezipped(good, tmp_path / "twice.xlsx", relations, b'"rId2"', b'"rId1"')
    assert "it is damaged, or protected by a password" in findings(twice)[0]
    elsewhere = rezipped(good, tmp_path / "elsewhere.xlsx", "_rels/.rels", b"xl/workbook.xml", b"yl/workbook.xml")
    assert "it is no Excel workbook" in findings(elsewhere)[0]


def test_without_the_extra_the_message_tells_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(ReportError) as error:
        read_workbook(tmp_path / "b.xlsx", "b.xlsx", Diagnostics())
    assert [show(one) for one in error.value.diagnostics] == [
        "error[extra-missing]: reading Excel workbooks needs the package `python-calamine`, which is not installed\n"
        f"  = hint: install it for the Python that runs reportgen: `{sys.executable} -m pip install python-calamine`"
    ]
