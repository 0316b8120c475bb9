"""The sample's catalogues show translators how each reference prints in their language."""

from __future__ import annotations

from reportgen.commands.update_catalogues import pending, update_catalogues
from reportgen.diagnostics import Diagnostics
from reportgen.i18n.examples import examples
from reportgen.i18n.references import references

from .conftest import Report


def test_every_reference_of_every_message_has_an_example(report: Report) -> None:
    found = Diagnostics()
    updates = pending(report.root, found)
    assert list(found) == []
    assert [made.path for made in updates if made.changed] == []
    shown = {}
    for made in updates:
        for entry in made.live:
            wanted = {reference for reference in references(entry.source) if reference.startswith("{")}
            assert set(examples(entry.comment)) == wanted, entry.source
            shown |= {(made.locale.id, reference): text for reference, text in examples(entry.comment).items()}
    assert shown["zh_Hans", "{current}"] == "2023"
    assert shown["zh_Hans", "{energy_total.change_abs}"] == "62.5%"


def test_new_data_do_not_change_a_catalogue(report: Report) -> None:
    file = report.root / "content/report.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("label: 2023", "label: FY23"), encoding="utf-8")
    found = Diagnostics()
    assert [made.path for made in update_catalogues(report.root, found) if made.changed] == []
