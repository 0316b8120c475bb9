"""Workbooks sent to translators: what is in them, what comes back, and what is never overwritten."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from exchanging import (
    CHANGES,
    FIRST,
    MESSAGE,
    PRESENT,
    SOURCE,
    TRANSLATION,
    Row,
    catalogues,
    exported,
    imported,
    returned,
    rows_of,
)
from workbooks import Shown, write_book

from reportgen.cli.main import main
from reportgen.commands.export_translations import Wanted
from reportgen.commands.update_catalogues import update_catalogues
from reportgen.diagnostics import Diagnostics
from reportgen.i18n.sent import every

from .conftest import Report

SECTION = "content/sections/supplier_lifecycle.md"
CATALOGUE = "locales/zh_Hans/LC_MESSAGES/supplier_lifecycle.po"
SUPPLIERS = Wanted(("zh_Hans",), ("supplier_lifecycle",))
HEADINGS = [f"## Harbour Light number {word}" for word in "one two three four five six seven eight nine ten".split()]
OLD, NEW = "Kingsoft Cloud had {suppliers} suppliers", "Kingsoft Cloud counted {suppliers} suppliers"
"""How the sentence on suppliers begins, and how it begins when it has been changed."""
TEXT = "In {current} there were {suppliers} suppliers, see [the page](https://example.com/light)."


@pytest.fixture
def lengthened(report: Report) -> Report:
    """The sample with ten headings and a sentence more, and one sentence changed."""
    file = report.root / SECTION
    report.replace(SECTION, OLD, NEW)
    text = file.read_text(encoding="utf-8")
    file.write_text(text + "\n" + "\n\n".join([TEXT, *HEADINGS]) + "\n", encoding="utf-8")
    return report


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, arguments)
    return result.exit_code, result.stdout, result.stderr


def in_chinese(row: Row) -> str:
    return f"港灯{row[SOURCE].rpartition(' ')[2]}号"


def test_ten_translations_come_back_and_one_stale_row_is_reported(lengthened: Report) -> None:
    (file,) = exported(lengthened.root, SUPPLIERS)
    before = catalogues(lengthened.root)

    def fill_in(rows: list[Row]) -> list[Row]:
        new = [row for row in rows if row[SOURCE].startswith("Harbour Light")]
        for row in new:
            row[TRANSLATION] = in_chinese(row)
        assert len(new) == 10
        changed = next(row for row in rows if row[CHANGES])
        changed[TRANSLATION] = changed[PRESENT]
        linked = next(row for row in rows if "⟦3⟧" in row[SOURCE] and not row[CHANGES])
        linked[TRANSLATION] = "⟦1⟧年共有⟦2⟧家供应商，见⟦3⟧网页⟦/3⟧。"
        return rows

    filled = returned(file, fill_in)
    lengthened.replace(SECTION, "## Harbour Light number ten", "## Harbour Light number eleven")
    name = next(row[MESSAGE] for row in rows_of(filled) if row[SOURCE].endswith("number ten"))
    counts, findings = imported(lengthened.root, filled)
    assert counts == {"taken": 11, "stale": 1}
    place = next(at for at, row in enumerate(rows_of(filled), 1) if row[MESSAGE] == name)
    assert findings == [
        f"error[exchange-stale]: `returned.xlsx`, Translations!F{place}: `{name}` translates a message that the report "
        "no longer has\n  = hint: export the section anew, to see what it says now"
    ]
    after = (lengthened.root / CATALOGUE).read_text(encoding="utf-8")
    assert 'msgstr "港灯nine号"' in after
    assert 'msgstr "{current}年共有{suppliers}家供应商，见[网页](https://example.com/light)。"' in after
    assert "fuzzy" not in after
    assert "#| " not in after
    others = {key: value for key, value in catalogues(lengthened.root).items() if not key.startswith("supplier")}
    assert others.items() <= before.items()
    assert imported(lengthened.root, filled)[0] == {"unchanged": 11, "stale": 1}


def test_a_changed_source_names_its_successor(report: Report) -> None:
    (file,) = exported(report.root, Wanted(("zh_Hans",), ("supplier_lifecycle",), chosen=every))

    def fill_in(rows: list[Row]) -> list[Row]:
        (row,) = (row for row in rows if row[SOURCE].startswith("Kingsoft Cloud had ⟦1⟧ suppliers"))
        row[TRANSLATION] = row[PRESENT] + "！"
        return [row]

    filled = returned(file, fill_in)
    report.replace(SECTION, OLD, NEW)
    (new,) = (row for row in rows_of(exported(report.root, SUPPLIERS)[0])[FIRST:] if row[CHANGES])
    old = rows_of(filled)[FIRST][MESSAGE]
    assert imported(report.root, filled) == (
        {"stale": 1},
        [
            f"error[exchange-stale]: `returned.xlsx`, Translations!F3: `{old}` translates a source that has changed "
            f"since it was sent out\n  = hint: it is now `{new[MESSAGE]}`: export it anew"
        ],
    )


def test_the_changes_of_a_source_are_shown(lengthened: Report) -> None:
    (file,) = exported(lengthened.root, SUPPLIERS)
    (changed,) = (row for row in rows_of(file)[FIRST:] if row[CHANGES])
    assert changed[CHANGES].startswith("Kingsoft Cloud hadcounted ⟦1⟧ suppliers")
    with zipfile.ZipFile(file) as package:
        strings = package.read("xl/sharedStrings.xml").decode()
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert "<strike/>" in strings
    assert "<b/>" in strings
    assert "<sheetProtection " in sheet
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


def test_all_messages_come_back_byte_for_byte(report: Report) -> None:
    before = catalogues(report.root)
    for file in exported(report.root, Wanted(chosen=every)):

        def copy(rows: list[Row]) -> list[Row]:
            return [[*row[:TRANSLATION], row[PRESENT], *row[TRANSLATION + 1 :]] for row in rows]

        counts, findings = imported(report.root, returned(file, copy))
        assert findings == []
        assert set(counts) == {"unchanged"}
    assert catalogues(report.root) == before


def test_the_same_messages_make_the_same_bytes(lengthened: Report) -> None:
    for form in ("xlsx", "xliff"):
        wanted = Wanted(format=form, chosen=every)
        first = [file.read_bytes() for file in exported(lengthened.root, wanted)]
        assert [file.read_bytes() for file in exported(lengthened.root, wanted)] == first


def test_what_was_translated_meanwhile_is_not_overwritten(lengthened: Report) -> None:
    (file,) = exported(lengthened.root, SUPPLIERS)
    update_catalogues(lengthened.root, Diagnostics())
    lengthened.replace(
        CATALOGUE, 'msgid "Harbour Light number one"\nmsgstr ""', 'msgid "Harbour Light number one"\nmsgstr "一号"'
    )

    def fill_in(rows: list[Row]) -> list[Row]:
        (row,) = (row for row in rows if row[SOURCE].endswith("number one"))
        row[TRANSLATION] = "壹号"
        return [row]

    before = catalogues(lengthened.root)
    name = rows_of(filled := returned(file, fill_in))[FIRST][MESSAGE]
    assert imported(lengthened.root, filled) == (
        {"in conflict": 1},
        [
            f"error[exchange-conflict]: `returned.xlsx`, Translations!F3: `{name}` was translated in the catalogue "
            "after it was sent out, in other words\n  = hint: compare the two, and correct the catalogue by hand"
        ],
    )
    assert catalogues(lengthened.root) == before


def test_two_translations_of_a_message_are_in_conflict(lengthened: Report) -> None:
    (file,) = exported(lengthened.root, SUPPLIERS)

    def fill_in(rows: list[Row]) -> list[Row]:
        (row,) = (row for row in rows if row[SOURCE].endswith("number one"))
        return [[*row[:TRANSLATION], text, *row[TRANSLATION + 1 :]] for text in ("一号", "壹号", "一号 ")]

    assert imported(lengthened.root, returned(file, fill_in)) == (
        {"in conflict": 3},
        [
            "error[exchange-conflict]: `returned.xlsx`, Translations!F3: the same message is translated in other words "
            "at `returned.xlsx`, Translations!F4\n  = hint: keep one of the two"
        ],
    )


def test_rows_are_sorted_deleted_and_columns_added(lengthened: Report) -> None:
    (file,) = exported(lengthened.root, SUPPLIERS)

    def fill_in(rows: list[Row]) -> list[Row]:
        kept = [row for row in rows if row[SOURCE].startswith("Harbour Light")][::-1][:4]
        return [[*row[:TRANSLATION], f"  {in_chinese(row)}\r\n", *row[TRANSLATION + 1 :], "checked"] for row in kept]

    assert imported(lengthened.root, returned(file, fill_in)) == ({"taken": 4}, [])
    assert 'msgstr "港灯ten号"' in (lengthened.root / CATALOGUE).read_text(encoding="utf-8")


def test_a_column_sorted_by_itself_is_found(lengthened: Report) -> None:
    (file,) = exported(lengthened.root, SUPPLIERS)

    def fill_in(rows: list[Row]) -> list[Row]:
        one, two = (row for row in rows if row[SOURCE].endswith(("one", "two")))
        return [[two[MESSAGE], *one[1:TRANSLATION], "一号", *one[TRANSLATION + 1 :]]]

    name = rows_of(filled := returned(file, fill_in))[FIRST][MESSAGE]
    assert imported(lengthened.root, filled) == (
        {"stale": 1},
        [
            f"error[exchange-stale]: `returned.xlsx`, Translations!F3: `{name}` stands beside the source of another "
            "message\n  = hint: sort whole rows, not single columns; export the message anew"
        ],
    )


@pytest.mark.parametrize(
    ("cell", "finding"),
    [
        (
            Shown(7.0),
            "error[wrong-value]: `returned.xlsx`, Translations!F3: `{name}` has a number in place of a translation\n"
            "  = hint: type the translation into the cell as text",
        ),
        (
            Shown(0.0, formula='="一"&"号"'),
            "error[wrong-value]: `returned.xlsx`, Translations!F3: `{name}` has a formula in place of a translation\n"
            "  = hint: type the translation into the cell as text",
        ),
        (
            True,
            "error[wrong-value]: `returned.xlsx`, Translations!F3: `{name}` has true or false in place of a "
            "translation\n  = hint: type the translation into the cell as text",
        ),
        (
            "【1】年共有⟦2⟧家供应商，见⟦3⟧网页⟦/3⟧。",
            "error[wrong-token]: `returned.xlsx`, Translations!F3: `{name}`: the token `⟦1⟧` is missing, which stands "
            "for `{{current}}`\n  = hint: write `⟦1⟧` in place of `【1】`; tokens can be copied from the source",
        ),
        (
            "⟦1⟧年共有⟦2⟧家供应商\ue000，见⟦3⟧网页⟦/3⟧。",
            "error[unprintable]: `returned.xlsx`, Translations!F3: `{name}` has the character U+E000, which cannot be "
            "printed\n  = hint: delete it, or write what it stands for",
        ),
        (
            "⟦1⟧年共有⟦2⟧家供应商\x07，见⟦3⟧网页⟦/3⟧。",
            "error[unprintable]: `returned.xlsx`, Translations!F3: `{name}` has the character U+0007, which cannot be "
            "printed\n  = hint: delete it, or write what it stands for",
        ),
    ],
)
def test_what_cannot_be_taken_is_refused(lengthened: Report, cell: str | bool | Shown, finding: str) -> None:
    (file,) = exported(lengthened.root, SUPPLIERS)
    rows = rows_of(file)
    (row,) = (row for row in rows[FIRST:] if "⟦/3⟧" in row[SOURCE])
    sheet = [*rows[:FIRST], [*row[:TRANSLATION], cell, *row[TRANSLATION + 1 :]]]
    before = catalogues(lengthened.root)
    filled = write_book(file.with_name("returned.xlsx"), {"Translations": sheet})
    assert imported(lengthened.root, filled) == ({"refused": 1}, [finding.format(name=row[MESSAGE])])
    assert catalogues(lengthened.root) == before


def test_rows_without_a_message_and_of_other_languages_are_refused(lengthened: Report) -> None:
    (file,) = exported(lengthened.root, SUPPLIERS)

    def fill_in(rows: list[Row]) -> list[Row]:
        row = next(row for row in rows if not row[PRESENT])
        other = [cell.replace("zh_Hans", "zh_Hant") for cell in row]
        other[TRANSLATION] = "甲"
        return [other, ["x", *row[1:TRANSLATION], "乙", *row[TRANSLATION + 1 :]], [*[""] * TRANSLATION, "丙"]]

    filled = returned(file, fill_in)
    name = rows_of(filled)[FIRST][MESSAGE]
    assert imported(lengthened.root, filled) == (
        {"refused": 2},
        [
            "error[exchange-unreadable]: `returned.xlsx`, Translations!F5: the row does not say which catalogue its "
            "translation is for\n  = hint: copy the translation into the message's own row",
            f"error[exchange-unreadable]: `returned.xlsx`, Translations!F3: `{name}` is to be translated to `zh_Hant`, "
            "for which the report has no catalogues\n  = hint: the languages are `en`, `zh_Hans`: is it this report's?",
            "error[exchange-unreadable]: `returned.xlsx`, Translations!F4: there is no message's name here\n"
            "  = hint: copy the translation into the message's own row or unit",
        ],
    )


def test_hostile_workbooks_are_findings(report: Report, tmp_path: Path) -> None:
    unmapped = (
        "cannot be read: no sheet has a row with `message`, `source`, `translation`, `source_digest`, `state`, "
        "`catalogue`\n  = hint: ask for the workbook that `reportgen translate export` wrote, with its hidden first "
        "row and columns"
    )
    book = write_book(tmp_path / "a.xlsx", {"Sheet1": [["message", "translation"], ["x", 1.0]]})
    assert imported(report.root, book) == ({}, [f"error[exchange-unreadable]: `a.xlsx` {unmapped}"])
    broken = tmp_path / "b.xlsx"
    broken.write_bytes(b"PK\x03\x04" + b"\xff" * 400)
    damaged = (
        "cannot be read: it is damaged, or protected by a password\n"
        "  = hint: open it in Excel and save it as .xlsx, without a password"
    )
    assert imported(report.root, broken) == ({}, [f"error[workbook-unreadable]: `b.xlsx` {damaged}"])
    empty = tmp_path / "empty.xlsx"
    empty.write_bytes(b"")
    assert imported(report.root, empty) == ({}, [f"error[workbook-unreadable]: `empty.xlsx` {damaged}"])
    bomb = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(book) as sound, zipfile.ZipFile(bomb, "w") as package:
        for name in sound.namelist():
            part = sound.read(name).replace(b"<worksheet", b'<!DOCTYPE a [<!ENTITY a "b">]><worksheet')
            package.writestr(name, part)
    assert imported(report.root, bomb) == ({}, [f"error[workbook-unreadable]: `bomb.xlsx` {damaged}"])
    keys = ["message", "source", "translation", "source_digest", "state", "catalogue"]
    far = write_book(tmp_path / "far.xlsx", {"T": [keys, *[[]] * 999_998, ["x"] * 20]})
    assert imported(report.root, far) == (
        {},
        [
            "error[workbook-unreadable]: `far.xlsx` cannot be read: a sheet has cells in row 1000000 and column 20: "
            "it is too large\n  = hint: open it in Excel and save it as .xlsx, without a password"
        ],
    )
    long = write_book(tmp_path / "c.xlsx", {"T": [keys, *[["x"]] * 100_000]})
    assert imported(report.root, long) == (
        {},
        [
            "error[exchange-unreadable]: `c.xlsx` has 100,001 rows, more than the 100,000 that are read\n"
            "  = hint: delete the rows below the last message"
        ],
    )


def test_a_message_that_no_cell_holds_is_not_sent(report: Report) -> None:
    file = report.root / SECTION
    file.write_text(file.read_text(encoding="utf-8") + "\n" + "word " * 7000 + "\n", encoding="utf-8")
    code, out, err = run("translate", "export", "--project", str(report.root))
    assert (code, out) == (1, "")
    assert "cannot be sent: it has 34,999 characters, a cell of Excel holds 32,767" in err
    assert "hint: send it with `--format xliff`" in err
    code, out, _ = run("translate", "export", "--project", str(report.root), "--format", "xliff")
    assert (code, out.splitlines()) == (
        0,
        ["build/translations/kingsoft-cloud-esg-2023.zh_Hans.xlf: 1 message, 7,000 words"],
    )


def test_the_commands_say_what_they_did(lengthened: Report, tmp_path: Path) -> None:
    root = str(lengthened.root)
    out = tmp_path / "for the translator.xlsx"
    code, printed, err = run("translate", "export", "--project", root, "--locale", "zh_Hans", "--output", str(out))
    words = 10 * 4 + 7 + 16  # of the headings, the sentence that is new, and the one that has changed
    assert (code, printed, err) == (0, f"{out}: 12 messages, {words} words\n", "")

    filled = returned(
        out, lambda rows: [[*row[:5], in_chinese(row), *row[6:]] for row in rows if "number" in row[SOURCE]]
    )
    before = catalogues(lengthened.root)
    assert run("translate", "import", "--project", root, "--dry-run", str(filled)) == (
        0,
        "10 taken, 0 stale, 0 unchanged\n",
        "",
    )
    assert catalogues(lengthened.root) == before
    assert run("translate", "import", "--project", root, str(filled))[1] == "10 taken, 0 stale, 0 unchanged\n"
    assert run("translate", "import", "--project", root, str(filled))[1] == "0 taken, 0 stale, 10 unchanged\n"
    assert run("translate", "import", "--project", root, str(tmp_path / "none.xlsx")) == (
        1,
        "",
        "error[file-missing]: `none.xlsx` cannot be read: no such file or directory\n"
        "  = hint: check the name; paths are relative to the folder you are in\n\n",
    )


def test_nothing_to_translate_writes_nothing(report: Report) -> None:
    root = str(report.root)
    assert run("translate", "export", "--project", root) == (0, "nothing to translate: no file is written\n", "")
    assert not (report.root / "build").exists()
    code, _, err = run("translate", "export", "--project", root, "supplier_lifecycl")
    assert code == 1
    assert err == (
        "error[wrong-value]: there is no catalogue `supplier_lifecycl`\n"
        "  = hint: did you mean `supplier_lifecycle`?\n\n"
    )
    code, _, err = run("translate", "export", "--project", root, "--all", "--output", "both.xlsx")
    assert code == 2
    assert "--output is for one language: name it with --locale" in err


def test_a_person_without_the_extra_is_told(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    code, _, err = run("translate", "export", "--project", str(report.root), "--all")
    assert code == 1
    assert err == (
        "error[extra-missing]: writing Excel workbooks needs the package `xlsxwriter`, which is not installed\n"
        f"  = hint: install it for the Python that runs reportgen: `{sys.executable} -m pip install xlsxwriter`\n\n"
    )
