"""The sample's data to Excel and back: what the workbooks hold, and what comes of them."""

from __future__ import annotations

import difflib
import json
import re
import sys
import zipfile
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from ledgers import ENTRY, FACT, ledger_of

from reportgen.cli.main import main
from reportgen.diagnostics import Diagnostics
from reportgen.load.excel import Sheet, read_workbook

ID = "kingsoft-cloud-esg-2023"
OWNED = "content/kpis/offices.yaml"


def run(root: Path, *arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["data", *arguments, "--project", str(root)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def sheets(path: Path) -> dict[str, Sheet]:
    return {sheet.name: sheet for sheet in read_workbook(path, path.name, Diagnostics())}


def texts(path: Path) -> list[str]:
    """Return what stands in all cells of a workbook."""
    return [str(cell) for sheet in sheets(path).values() for row in sheet.rows for cell in row if cell != ""]


def edited(book: Path, made: Path, sheet: str, changes: dict[str, str]) -> Path:
    """Return a copy of a workbook with other numbers in some cells of a sheet, as Excel writes them."""
    names = list(sheets(book))
    part = f"xl/worksheets/sheet{names.index(sheet) + 1}.xml"
    with zipfile.ZipFile(book) as read, zipfile.ZipFile(made, "w") as written:
        for name in read.namelist():
            text = read.read(name)
            if name == part:
                for cell, number in changes.items():
                    pattern = rf'(<c r="{cell}"[^>]*><v>)[^<]*(</v>)'.encode()
                    text, count = re.subn(pattern, rf"\g<1>{number}\g<2>".encode(), text)
                    assert count == 1, cell
            written.writestr(name, text)
    return made


def numbers(sheet: Sheet, key: str) -> list[tuple[str, Decimal]]:
    """Return the cells with a number in the column of a key, and the numbers."""
    row = next(at for at in range(len(sheet.rows)) if sheet.text(at, 0) == "id")
    column = next(at for at in range(len(sheet.rows[row])) if sheet.text(row, at) == key)
    cells = (sheet.cell(at, column) for at in range(row + 1, len(sheet.rows)))
    return [(cell.at.cell, cell.content) for cell in cells if cell and isinstance(cell.content, Decimal)]


def kpi_files(root: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((root / "content/kpis").glob("*.yaml"))}


def test_the_databook_comes_back_without_a_change(report):
    assert run(report.root, "export")[0] == 0
    code, out, err = run(report.root, "import", str(report.root / f"build/{ID}.databook.xlsx"))
    assert (code, err) == (0, "")
    assert re.fullmatch(r"0 values to change, 1\d\d unchanged\n", out)


def test_ten_cells_changed_are_ten_values_changed_and_nothing_else(report):
    run(report.root, "export")
    book = report.root / f"build/{ID}.databook.xlsx"
    content = json.loads(book.with_suffix(".json").read_text(encoding="utf-8"))
    topics = {topic["id"]: topic["indicators"] for topic in content["topics"]}
    filed = {one["id"] for one in topics["environment"] if "computed" not in one["values"].get("current", {})}
    sheet = sheets(book)["environment"]
    cells = [(at, old) for at, old in numbers(sheet, "current") if sheet.text(int(at[1:]) - 1, 0) in filed][-10:]
    made = edited(book, report.root / "edited.xlsx", "environment", {cell: f"{2 * old + 1}" for cell, old in cells})
    before = kpi_files(report.root)
    code, out, err = run(report.root, "import", str(made))
    assert code == 0
    assert "10 values to change" in out
    assert "Nothing is written yet: run it again with --write." in err
    assert kpi_files(report.root) == before
    code, out, _ = run(report.root, "import", str(made), "--write")
    assert code == 0
    assert out.splitlines()[-1] == "content/kpis/environment.yaml"
    after = kpi_files(report.root)
    assert [name for name in before if before[name] != after[name]] == ["environment.yaml"]
    old, new = before["environment.yaml"].splitlines(), after["environment.yaml"].splitlines()
    lines = [line for line in difflib.ndiff(old, new) if line[0] in "+-"]
    assert Counter(line[0] for line in lines) == {"-": 10, "+": 10}
    for gone, come in zip(lines[::2], lines[1::2], strict=True):
        parts = zip(re.split(r"([\d.]+)", gone[1:]), re.split(r"([\d.]+)", come[1:]), strict=True)
        assert sum(old_part != new_part for old_part, new_part in parts) == 1
    assert run(report.root, "import", str(made))[1].startswith("0 values to change")


def test_a_change_is_shown_with_the_pages_of_the_last_build(report):
    entry = {**ENTRY, "pages": ["56", "60"], "facts": [{**FACT, "indicator": "energy_direct"}]}
    ledger = report.root / f"build/{ID}.ledger.json"
    ledger.parent.mkdir()
    ledger.write_text(ledger_of(entry), encoding="utf-8")
    run(report.root, "export")
    book = report.root / f"build/{ID}.databook.xlsx"
    (cell,) = [at for at, old in numbers(sheets(book)["environment"], "current") if old == Decimal("258.21")]
    made = edited(book, report.root / "edited.xlsx", "environment", {cell: "300"})
    row = run(report.root, "import", str(made))[1].splitlines()[1]
    assert re.split(r"  +", row) == [
        "energy_direct",
        "current",
        "258.21",
        "300.00",
        "+16.2%",
        f"edited.xlsx environment!{cell}",
        "en p. 56, 60",
    ]


def test_the_databook_has_a_sheet_a_topic_in_both_languages(report):
    _, out, _ = run(report.root, "export")
    assert out.splitlines() == [f"build/{ID}.databook.xlsx", f"build/{ID}.databook.json"]
    book = sheets(report.root / f"build/{ID}.databook.xlsx")
    assert list(book)[1:] == sorted(name.removesuffix(".yaml") for name in kpi_files(report.root))
    said = texts(report.root / f"build/{ID}.databook.xlsx")
    assert "Scope 2 GHG emissions" in said
    assert any("范围2" in text for text in said)
    assert not any("[^" in text or "**" in text or "{current}" in text for text in said)
    content = json.loads((report.root / f"build/{ID}.databook.json").read_text(encoding="utf-8"))
    found = {one["id"]: one for topic in content["topics"] for one in topic["indicators"]}
    intensity = found["waste_hazardous_intensity"]
    assert intensity["values"]["current"]["value"] == "0.000007"
    assert found["water"]["values"]["prior"]["value"] == "132785.40"
    assert found["water"]["values"]["current"]["change"] == "+10.8"
    assert set(found["water"]["name"]) == {"en", "zh_Hans"}


def test_the_change_follows_when_a_cell_is_edited(report):
    run(report.root, "export")
    book = report.root / f"build/{ID}.databook.xlsx"
    sheet = sheets(book)["environment"]
    cells = {key: {at[1:]: at for at, _ in numbers(sheet, key)} for key in ("prior", "current")}
    row = next(str(at + 1) for at in range(len(sheet.rows)) if sheet.text(at, 0) == "water")
    old, new = cells["prior"][row], cells["current"][row]
    with zipfile.ZipFile(book) as read:
        part = read.read(f"xl/worksheets/sheet{list(sheets(book)).index('environment') + 1}.xml").decode()
    assert f'<f>IF({old}=0,"",({new}-{old})/ABS({old}))</f><v>0.108</v>' in part


def test_the_same_data_make_the_same_bytes(report):
    def written() -> dict[str, bytes]:
        run(report.root, "export")
        run(report.root, "request")
        return {path.name: path.read_bytes() for path in (report.root / "build").rglob("*.xlsx")}

    assert written() == written()


def test_the_public_form_names_no_owner_and_no_path(report):
    fact = {
        **FACT,
        "indicator": "energy_direct",
        "value": "258.21",
        "owner": "Keeper of meters",
        "source": {"document": "secret/folder/Meter log.xlsx", "sheet": "Hidden sheet", "cell": "B7"},
        "place": "content/kpis/environment.yaml:40",
    }
    entry = {**ENTRY, "text": "258.21", "pages": ["56"], "place": "content/x.md:1:1", "facts": [fact]}
    ledger = report.root / f"build/{ID}.ledger.json"
    ledger.parent.mkdir()
    ledger.write_text(ledger_of(entry), encoding="utf-8")
    file = report.root / "content/kpis/environment.yaml"
    source = "{document: secret/folder/Meter log.xlsx, sheet: Hidden sheet, cell: B7}"
    given = f"{{value: 258.21, owner: Keeper of meters, source: {source}}}"
    file.write_text(file.read_text(encoding="utf-8").replace("current: 258.21", f"current: {given}"), encoding="utf-8")
    assert run(report.root, "export")[0] == 0
    code, out, _ = run(report.root, "export", "--public")
    assert code == 0
    assert out.splitlines() == [
        f"build/{ID}.{name}" for name in ("databook.public.xlsx", "databook.public.json", "ledger.public.xlsx")
    ]
    secrets = ("Keeper of meters", "secret/folder", "Hidden sheet", "content/")
    for name in ("databook", "ledger"):
        internal = " ".join(texts(report.root / f"build/{ID}.{name}.xlsx"))
        public = " ".join(texts(report.root / f"build/{ID}.{name}.public.xlsx"))
        assert all(secret in internal for secret in secrets)
        assert not any(secret in public for secret in secrets)
        assert "Meter log.xlsx" in public
    content = (report.root / f"build/{ID}.databook.public.json").read_text(encoding="utf-8")
    assert not any(secret in content for secret in (*secrets, '"owner"', '"place"', '"answers"'))


def test_the_ledger_has_a_row_for_each_printed_number(report):
    facts = [
        {**FACT, "indicator": "water", "value": "147188.78", "unit": "t"},
        {**FACT, "indicator": "water", "period": "prior", "value": "132785.40", "unit": "t"},
    ]
    entry = {
        **ENTRY,
        "text": "+10.8%",
        "pages": ["56"],
        "title": "Water",
        "formula": "(water − water[before]) ÷ |water[before]| × 100",
        "facts": facts,
    }
    ledger = report.root / f"build/{ID}.ledger.json"
    ledger.parent.mkdir()
    ledger.write_text(ledger_of(entry), encoding="utf-8")
    run(report.root, "export")
    (sheet,) = sheets(report.root / f"build/{ID}.ledger.xlsx").values()
    row = [cell for cell in sheet.rows[5] if cell != ""]
    assert row == [
        1.0,
        "en",
        "+10.8%",
        "56",
        "Water",
        "water",
        "current",
        "147188.78",
        "t",
        "(water − water[before]) ÷ |water[before]| × 100",
        "water (prior): 132785.40 t",
        "measured",
    ]


def owned(report) -> None:
    """Give two files of the sample their owners, and take a value away."""
    for name, owner in (("offices", "Facilities"), ("suppliers", "采购部")):
        file = report.root / f"content/kpis/{name}.yaml"
        lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("owner:")]
        file.write_text("\n".join([f"owner: {owner}", *lines]) + "\n", encoding="utf-8")
    report.replace("content/kpis/suppliers.yaml", "    values: {current: 74}\n", "    values: {}\n")


def asked(report) -> list[str]:
    """Return the indicators of the suppliers' file that have a value of their own: what its owner is asked for."""
    indicators = yaml.safe_load((report.root / "content/kpis/suppliers.yaml").read_text(encoding="utf-8"))["indicators"]
    return [id_ for id_, one in indicators.items() if "sum" not in one and "share" not in one]


def test_a_request_is_a_workbook_an_owner_and_comes_back_filled_in(report):
    owned(report)
    code, out, err = run(report.root, "request")
    assert (code, err) == (0, "")
    assert f"build/requests/{ID}.current.采购部.xlsx" in out.splitlines()
    book = report.root / f"build/requests/{ID}.current.采购部.xlsx"
    (sheet,) = sheets(book).values()
    assert numbers(sheet, "current") == []
    ids = [sheet.text(row, 0) for row in range(5, len(sheet.rows))]
    assert ids == asked(report)
    cell_row = 6 + ids.index("suppliers_other")
    column = next(at for at in range(20) if sheet.text(4, at) == "current")
    filled = report.root / "filled.xlsx"
    with zipfile.ZipFile(book) as read, zipfile.ZipFile(filled, "w") as written:
        for name in read.namelist():
            text = read.read(name).decode() if name.endswith(".xml") else ""
            cell = f"{chr(65 + column)}{cell_row}"
            if name == "xl/worksheets/sheet1.xml":
                text, count = re.subn(rf'<c r="{cell}"( s="\d+")/>', rf'<c r="{cell}"\1><v>75</v></c>', text)
                assert count == 1
            written.writestr(name, text or read.read(name))
    code, out, _ = run(report.root, "import", str(filled), "--write")
    assert code == 0
    text = (report.root / "content/kpis/suppliers.yaml").read_text(encoding="utf-8")
    assert text.count("    values: {current: 75}\n") == 1


def test_what_is_missing_is_listed_by_owner(report):
    owned(report)
    code, out, _ = run(report.root, "status")
    assert code == 0
    listed = out.splitlines()
    count = len(asked(report))
    assert [line for line in listed if line.startswith(f"采购部: {count - 1} of {count} values")]
    assert "  missing: suppliers_other (Other countries and regions, supplier)" in listed
    code, _, err = run(report.root, "status", "--period", "curent")
    assert code == 1
    assert err == ("error[unknown-period]: the report has no period `curent`\n  = hint: did you mean `current`?\n\n")


def test_an_indicator_is_shown_with_all_that_is_known(report):
    code, out, _ = run(report.root, "show", "water")
    assert code == 0
    lines = dict(re.split(r"  +", line, maxsplit=1) for line in out.splitlines())
    assert lines["name (en)"] == "Tap water consumption"
    assert lines["unit"] == "t (Tonne / 吨)"
    assert lines["current (2023)"].replace("\N{NO-BREAK SPACE}", " ").startswith("147,188.78 tonnes · +10.8 % · ")
    code, _, err = run(report.root, "show", "watr")
    assert code == 1
    assert err == "error[unknown-reference]: there is no indicator `watr`\n  = hint: did you mean `water`?\n\n"


def test_text_in_a_number_cell_ends_with_status_1(report):
    run(report.root, "export")
    book = report.root / f"build/{ID}.databook.xlsx"
    (cell,) = [at for at, old in numbers(sheets(book)["environment"], "current") if old == Decimal("258.21")]
    made = report.root / "edited.xlsx"
    with zipfile.ZipFile(book) as read, zipfile.ZipFile(made, "w") as written:
        for name in read.namelist():
            pattern = rf'<c r="{cell}"( s="\d+")><v>258.21</v></c>'.encode()
            text = rf'<c r="{cell}"\1 t="inlineStr"><is><t>about 260</t></is></c>'.encode()
            written.writestr(name, re.sub(pattern, text, read.read(name)))
    code, _, err = run(report.root, "import", str(made), "--write")
    assert code == 1
    assert err.startswith(
        f"error[not-a-number]: `edited.xlsx`, sheet `environment`, cell {cell}: "
        "expected a number, found the text `about 260`\n"
    )
    assert "258.21" in (report.root / "content/kpis/environment.yaml").read_text(encoding="utf-8")


def test_without_the_extra_the_export_says_how_to_install_it(report, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    code, _, err = run(report.root, "export")
    assert code == 1
    assert err == (
        "error[extra-missing]: writing Excel workbooks needs the package `xlsxwriter`, which is not installed\n"
        f"  = hint: install it for the Python that runs reportgen: `{sys.executable} -m pip install xlsxwriter`\n\n"
    )
