"""Workbooks are read with the digits that Excel shows; what cannot be read is a finding that says why."""

from __future__ import annotations

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
from reportgen.load.excel import exact, read_workbook
from reportgen.load.excel_formats import shown_by
from reportgen.model.incoming import Shown


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
    ],
)
def test_number_formats(code: str, shown: Shown | None) -> None:
    assert shown_by(code) == shown


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=6, allow_nan=False))
def test_a_number_of_at_most_15_digits_survives_excel(value: Decimal) -> None:
    assert exact(float(value)) == value


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


def test_entities_and_far_corners_are_refused(tmp_path: Path) -> None:
    good = write_book(tmp_path / "good.xlsx", {"S": [[1.0]]})
    part = "xl/worksheets/sheet1.xml"
    bomb = rezipped(good, tmp_path / "bomb.xlsx", part, b"<worksheet ", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet ')
    assert "it is damaged, or protected by a password" in findings(bomb)[0]
    far = rezipped(good, tmp_path / "far.xlsx", part, b'r="A1"', b'r="XFD1048576"')
    assert "a sheet has cells in row 1048576 and column 16384: it is too large" in findings(far)[0]


def test_without_the_extra_the_message_tells_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(ReportError) as error:
        read_workbook(tmp_path / "b.xlsx", "b.xlsx", Diagnostics())
    assert [show(one) for one in error.value.diagnostics] == [
        "error[extra-missing]: reading Excel workbooks needs the package `python-calamine`, which is not installed\n"
        f"  = hint: install it for the Python that runs reportgen: `{sys.executable} -m pip install python-calamine`"
    ]
