"""What is to last of a Word file is found in it, and its loss is told."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import docx
import pytest
import round_trip
from harbour import Harbour
from office import Office
from updated_contents import MACRO, Named, read
from word_parts import read_parts

OFFICE = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not there")
KNOWN_LOSSES = {"titles of tables", "alternative texts of charts", "drawings marked as decoration"}
"""What LibreOffice 7.4 has no place for."""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    report = Harbour(tmp_path_factory.mktemp("harbour"))
    report.build()
    return report.file("en")


def lost(before, after) -> set[str]:
    return {kind for kind, things in before.items() if round_trip.kept(things, after[kind]) < things.total()}


def test_what_is_to_last_is_found(file: Path) -> None:
    parts = read_parts(file)
    assert ("We trained the keepers.", "list paragraph") in parts["their styles"]
    assert parts["footnotes where marked"] == Counter([(0, "Power is read from the meters of the piers.")])
    assert parts["alternative texts of charts"].total() == 1
    assert {message.partition(".")[0] for message, _ in parts["message ids on their words"]} >= {"lamps", "kpis"}
    assert parts["places of references"]["measures"] == 1
    empty = {kind for kind, things in parts.items() if not things}
    assert empty == {"descriptions of tables", "alternative texts of pictures"}, "the report has neither"


def test_python_docx_keeps_all(file: Path, tmp_path: Path) -> None:
    assert lost(read_parts(file), round_trip.edited(file, round_trip.edit_by_python_docx, tmp_path)) == set()


def test_a_loss_is_told(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = docx.Document(str(file))
    prose = next(paragraph for paragraph in document.paragraphs if paragraph.text == "We trained the keepers.")
    prose.style = document.styles["Body Text"]
    document.save(str(tmp_path / "changed.docx"))
    after = read_parts(tmp_path / "changed.docx")
    assert lost(read_parts(file), after) == {"their styles"}
    round_trip.show(file, {"an editor": after})
    assert "an editor lost of their styles: ('We trained the keepers.', 'list paragraph')" in capsys.readouterr().out


def test_an_editor_that_edits_nothing_is_told(file: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="was not added"):
        round_trip.edited(file, shutil.copy, tmp_path)


@OFFICE
def test_libreoffice_keeps_all_that_it_has_a_place_for(file: Path, tmp_path: Path) -> None:
    editor = round_trip.editors_in(tmp_path)["LibreOffice"]
    assert lost(read_parts(file), round_trip.edited(file, editor, tmp_path)) <= KNOWN_LOSSES


def test_pages_are_held_against_where_places_stand() -> None:
    said = ["entry\t01 Light\t01", "entry\tPower\t03", "count\t1\t3", "heading\tLight\t3", "heading\tPower\t4"]
    entries, places = read([*said, "place\tpower\t02\t4"])
    assert [(entry.place, entry.right) for entry in entries] == [("Light", True), ("Power", False)]
    assert places == [Named("power", "02", 2)]
    with pytest.raises(ValueError, match="1 entries have other words"):
        read([*said[:-1], "heading\tOil\t4"])


@OFFICE
def test_after_an_update_each_entry_names_its_page(file: Path, tmp_path: Path) -> None:
    Office(tmp_path / "office", MACRO).run("Update", file, tmp_path / "said.txt")
    entries, places = read((tmp_path / "said.txt").read_text("utf-8").splitlines())
    assert [entry.place for entry in entries] == ["Light That Saves Power", "Power of the Lamps"]
    assert places
    assert all(page.right for page in (*entries, *places))
