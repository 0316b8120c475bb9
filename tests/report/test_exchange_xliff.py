"""XLIFF for CAT tools: as translate-toolkit reads and fills it in, as other tools rewrite it, as an enemy would."""

from __future__ import annotations

import re
import warnings
from pathlib import Path

import pytest
from exchanging import catalogues, exported, imported

from reportgen.commands.export_translations import Wanted
from reportgen.i18n.sent import every

from .conftest import Report

with warnings.catch_warnings():
    # The library's own, on import: none of them is about what it reads.
    warnings.simplefilter("ignore")
    from translate.storage import xliff
    from translate.storage.xliff import xlifffile

SECTION = "content/sections/supplier_lifecycle.md"
CATALOGUE = "locales/zh_Hans/LC_MESSAGES/supplier_lifecycle.po"
SENT = Wanted(("zh_Hans",), ("supplier_lifecycle",), "xliff")
TEXT = "In {current} there were {suppliers} suppliers[^n], see [the {prior} page](https://example.com/light)."
NOTE = "[^n]: All who were paid."


@pytest.fixture
def lengthened(report: Report) -> Report:
    """The sample with a new sentence, and a changed one."""
    file = report.root / SECTION
    report.replace(SECTION, "Kingsoft Cloud had {suppliers}", "Kingsoft Cloud counted {suppliers}")
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}\n{TEXT}\n\n{NOTE}\n", encoding="utf-8")
    return report


def opened(file: Path) -> xlifffile:
    with file.open("rb") as stream:
        return xlifffile.parsefile(stream)


def unit_of(store: xlifffile, beginning: str) -> xliff.xliffunit:
    (unit,) = (unit for unit in store.units if str(unit.source).startswith(beginning))
    return unit


def test_a_cat_tool_sees_states_placeholders_and_alternatives(lengthened: Report) -> None:
    (file,) = exported(lengthened.root, SENT)
    store = opened(file)
    assert len(store.units) == 3
    new, changed = unit_of(store, "In "), unit_of(store, "Kingsoft Cloud counted")
    assert re.fullmatch(r"supplier_lifecycle\.[0-9a-f]{8}", new.xmlelement.get("id"))
    assert new.istranslatable()
    assert not new.istranslated()
    assert changed.isfuzzy()
    assert str(changed.target).startswith("，金山云共有供应商家")
    (alternative,) = changed.getalttrans()
    assert str(alternative.source).startswith("Kingsoft Cloud had ")
    placeables = [(type(part).__name__, part.id) for part in new.rich_source[0].sub if not isinstance(part, str)]
    assert [part for part in placeables if part[0] != "StringElem"] == [("X", "1"), ("X", "2"), ("X", "3"), ("G", "4")]
    assert "⟦2⟧ = 2,742" in new.getnotes()


def test_what_a_cat_tool_fills_in_comes_back(lengthened: Report) -> None:
    (file,) = exported(lengthened.root, SENT)
    store = opened(file)
    new, changed = unit_of(store, "In "), unit_of(store, "Kingsoft Cloud counted")
    new.rich_target = new.rich_source
    changed.markfuzzy(False)
    store.savefile(str(file))
    counts, findings = imported(lengthened.root, file)
    assert (counts, findings) == ({"taken": 2, "empty": 1}, [])
    text = (lengthened.root / CATALOGUE).read_text(encoding="utf-8")
    assert f'msgstr "{TEXT}"' in text
    assert "fuzzy" not in text


def test_what_nobody_looked_at_stays_to_be_checked(lengthened: Report) -> None:
    (file,) = exported(lengthened.root, SENT)
    before = catalogues(lengthened.root)
    assert imported(lengthened.root, file) == ({"unchanged": 1, "empty": 2}, [])
    assert catalogues(lengthened.root) == before


def test_all_messages_come_back_byte_for_byte(report: Report) -> None:
    before = catalogues(report.root)
    for file in exported(report.root, Wanted(format="xliff", chosen=every)):
        opened(file).savefile(str(file))
        counts, findings = imported(report.root, file)
        assert findings == []
        assert set(counts) == {"unchanged"}
    assert catalogues(report.root) == before


def edited(file: Path, *changes: tuple[str, str]) -> Path:
    text = file.read_text(encoding="utf-8")
    for pattern, new in changes:
        text, often = re.subn(pattern, new, text, flags=re.DOTALL)
        assert often, pattern
    file.write_text(text, encoding="utf-8")
    return file


GOOD = (
    '<x equiv-text="{current}" id="1"/>年共有<x id="2"/>家<x id="3"/>，见<g ctype="link" id="4"><x id="5"/>年网页</g>。'
)
IN_CATALOGUE = "{current}年共有{suppliers}家[^n]，见[{prior}年网页](https://example.com/light)。"


def filled(file: Path, target: str) -> Path:
    """Fill in the target of the new sentence."""
    pattern = r'(<source>In .*?</source>\s*)<target state="needs-translation"/>'
    return edited(file, (pattern, rf"\1<target>{target}</target>"))


def test_what_other_tools_rewrite_comes_back(lengthened: Report) -> None:
    (file,) = exported(lengthened.root, SENT)
    segmented = f'<mrk mtype="seg" mid="1">{GOOD}</mrk>'.replace('<x id="2"/>', '<ph id="2">{suppliers}</ph>')
    filled(file, segmented)
    edited(
        file,
        ("<(/?)(?=[a-z])", r"<\1q:"),
        ('xmlns="', 'xmlns:q="'),
        (r"(</q:trans-unit>)", r'<q:alt-trans match-quality="80"><q:target>别的</q:target></q:alt-trans>\1'),
        (r'original="locales', r'original="C:\\\\work\\\\locales'),
    )
    assert imported(lengthened.root, file) == ({"taken": 1, "unchanged": 1, "empty": 1}, [])
    assert IN_CATALOGUE in "".join(re.findall(r'^(?:msgstr )?"(.*)"$', catalogue(lengthened), re.MULTILINE))


def catalogue(report: Report) -> str:
    return (report.root / CATALOGUE).read_text(encoding="utf-8")


def test_a_unit_without_digests_is_taken_only_where_nothing_was_translated(lengthened: Report) -> None:
    (file,) = exported(lengthened.root, SENT)
    edited(filled(file, GOOD), (r' extradata="[^"]*"', ""))
    assert imported(lengthened.root, file) == ({"taken": 1, "unchanged": 1, "empty": 1}, [])
    edited(file, ("年网页", "年的网页"))
    counts, (finding,) = imported(lengthened.root, file)
    assert counts == {"in conflict": 1, "unchanged": 1, "empty": 1}
    assert "was translated in the catalogue after it was sent out, in other words" in finding


def test_a_machines_guess_is_not_taken(lengthened: Report) -> None:
    (file,) = exported(lengthened.root, SENT)
    filled(file, GOOD)
    edited(file, (r"<target>", '<target state="needs-review-translation" state-qualifier="mt-suggestion">'))
    assert imported(lengthened.root, file)[0] == {"unchanged": 1, "empty": 2}


def test_lost_and_unknown_placeholders_are_refused(lengthened: Report) -> None:
    (file,) = exported(lengthened.root, SENT)
    filled(file, GOOD.replace('<x id="2"/>', '<x id="8"/>'))
    before = catalogues(lengthened.root)
    counts, (finding,) = imported(lengthened.root, file)
    assert counts == {"refused": 1, "unchanged": 1, "empty": 1}
    assert re.fullmatch(
        r"error\[wrong-token\]: `[^`]*\.xlf`, line \d+: `supplier_lifecycle\.[0-9a-f]{8}`: the source has no token "
        r"`⟦8⟧`\n  = hint: the source's tokens are `⟦1⟧`, `⟦2⟧`, `⟦3⟧`, `⟦4⟧`, `⟦5⟧`",
        finding,
    )
    assert catalogues(lengthened.root) == before


HEAD = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
BOMB = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "it is no well-formed XML (*)"),
        ("not XML", "it is no well-formed XML (*)"),
        (f"{HEAD}<file", "it is no well-formed XML (*)"),
        (f"{HEAD}{'<g>' * 9000}{'</g>' * 9000}</xliff>", "it is no well-formed XML (*)"),
        (f'<!DOCTYPE a [<!ENTITY l0 "ha">{BOMB}]>{HEAD}&l11;</xliff>', "it *"),
        (f'<!DOCTYPE a [<!ENTITY l0 "ha">{BOMB}]><xliff a="&l11;"/>', "it *"),
        (f'<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/hostname">]>{HEAD}&f;</xliff>', "it has a document type, *"),
        (f'<!DOCTYPE a SYSTEM "http://example.com/a.dtd">{HEAD}</xliff>', "it has a document type, *"),
        ('<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>', "it is no XLIFF 1.2, but `*`"),
        (f"{HEAD}<file/></xliff>", "line 1: `original` names no catalogue, but ``"),
        (f'{HEAD}<file original="locales/zh/LC_MESSAGES/../../x.po"/></xliff>', "line 1: `original` names no *"),
    ],
)
def test_hostile_files_are_findings(report: Report, tmp_path: Path, content: str, reason: str) -> None:
    file = tmp_path / "a.xlf"
    file.write_text(content, encoding="utf-8")
    counts, (finding,) = imported(report.root, file)
    assert counts == {}
    pattern = re.escape(f"error[exchange-unreadable]: `a.xlf` cannot be read: {reason}").replace(r"\*", ".*")
    hint = (
        "  = hint: ask for the XLIFF 1.2 file that `reportgen translate export --format xliff` wrote, with the targets "
        "filled in"
    )
    head, _, rest = finding.partition("\n")
    assert re.fullmatch(pattern, head)
    assert rest == hint


def test_units_that_nobody_sent_are_findings(report: Report, tmp_path: Path) -> None:
    file = tmp_path / "a.xlf"
    path = "locales/zh_Hans/LC_MESSAGES/kpis.po"
    units = '<trans-unit/><trans-unit id="x"><target>a<y>b</y><x/></target></trans-unit>'
    file.write_text(f'{HEAD}<file original="{path}"><body>{units}</body></file></xliff>', encoding="utf-8")
    assert imported(report.root, file) == (
        {"empty": 1, "refused": 1},
        [
            "error[exchange-unreadable]: `a.xlf`, line 1: there is no message's name here\n"
            "  = hint: copy the translation into the message's own row or unit"
        ],
    )
