"""Catalogues in git: word-level changes, merges without conflicts over order, quiet diffs."""

from __future__ import annotations

import subprocess
import sys

import polib
import pytest
from click.testing import CliRunner
from git_settings import SOMEBODY

from reportgen.cli.main import main
from reportgen.commands.set_up_git import LINE
from reportgen.commands.update_catalogues import update_catalogues
from reportgen.diagnostics import Diagnostics

from .conftest import ROOT

ENERGY = "locales/zh_Hans/LC_MESSAGES/supplier_lifecycle.po"
SECTION = "content/sections/supplier_lifecycle.md"


@pytest.fixture
def clone(report, monkeypatch):
    """Return the sample as a repository of its own, with the drivers set up."""
    for name, value in {**SOMEBODY, "PYTHONPATH": str(ROOT)}.items():
        monkeypatch.setenv(name, value)
    git(report, "init", "-q", "-b", "main")
    git(report, "add", "-A")
    git(report, "commit", "-qm", "one")
    return report


def git(report, *arguments, fails=False):
    done = subprocess.run(["git", *arguments], cwd=report.root, capture_output=True, text=True, check=False)
    assert (done.returncode != 0) == fails, done.stdout + done.stderr
    return done.stdout


def run(report, *arguments, code=0):
    result = CliRunner().invoke(main, [*arguments, "--project", str(report.root)])
    assert result.exit_code == code, result.output
    return result.stdout


def translate(report, translations, path=ENERGY):
    file = polib.pofile(report.root / path)
    for entry in file:
        if entry.msgid in translations:
            entry.msgstr = translations[entry.msgid]
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    file.save(report.root / path)
    run(report, "translate", "fmt")


def test_setting_up_twice_does_nothing_more_and_undo_takes_it_away(clone):
    done = run(clone, "translate", "setup-git").splitlines()
    assert done[0] == f".gitattributes: {LINE}"
    assert len(done) == 6
    assert run(clone, "translate", "setup-git") == ""
    assert (clone.root / ".gitattributes").read_text() == LINE + "\n"
    assert str(sys.executable) in git(clone, "config", "diff.reportgen-po.command")
    run(clone, "translate", "setup-git", "--undo")
    assert not (clone.root / ".gitattributes").exists()
    git(clone, "config", "diff.reportgen-po.command", fails=True)


def test_undo_leaves_a_line_that_is_committed(clone):
    run(clone, "translate", "setup-git")
    git(clone, "add", "-A")
    git(clone, "commit", "-qm", "set up")
    assert ".gitattributes" not in run(clone, "translate", "setup-git", "--undo")
    assert (clone.root / ".gitattributes").read_text() == LINE + "\n"
    git(clone, "config", "diff.reportgen-po.command", fails=True)


def test_without_a_repository_it_says_so(report):
    result = CliRunner().invoke(main, ["translate", "setup-git", "--project", str(report.root)])
    assert result.exit_code == 1
    assert result.stderr == (
        "error[no-git]: the report's folder is in no git repository\n"
        "  = hint: run this in a clone of the report's repository\n\n"
    )


def test_git_diff_shows_words_of_source_and_translation(clone):
    run(clone, "translate", "setup-git")
    clone.replace(SECTION, "title: Supplier Full Lifecycle Management", "title: Supplier Lifecycle Management")
    update_catalogues(clone.root, Diagnostics())
    assert git(clone, "diff", "--", ENERGY) == (
        f"diff {ENERGY}\n"
        "\n"
        "supplier_lifecycle.eb8d4e1d  changed, to be checked  line 10\n"
        "  Supplier [-Full -]Lifecycle Management\n"
        "  供应商全生命周期管理\n"
        "\n"
    )
    translate(clone, {"Supplier Lifecycle Management": "供应商生命周期管理"})
    assert "  供应商[-全-]生命周期管理\n" in git(clone, "diff", "--", ENERGY)


def test_branches_that_add_at_the_same_place_and_translate_different_messages_merge(clone):
    run(clone, "translate", "setup-git")
    git(clone, "add", "-A")
    git(clone, "commit", "-qm", "set up")
    for branch, words, chinese in (("left", "Left words.", "左。"), ("right", "Right words.", "右。")):
        git(clone, "checkout", "-q", "-b", branch, "main")
        file = clone.root / SECTION
        head, body = file.read_text(encoding="utf-8").rsplit("---\n", 1)
        file.write_text(f"{head}---\n{words}\n\n{body.lstrip()}", encoding="utf-8")
        update_catalogues(clone.root, Diagnostics())
        translate(clone, {words: chinese})
        git(clone, "commit", "-qam", branch)
    git(clone, "merge", "-q", "left", fails=True)  # the section itself is in conflict, its catalogue is not
    assert git(clone, "diff", "--name-only", "--diff-filter=U").split() == [SECTION]
    text = (clone.root / ENERGY).read_text(encoding="utf-8")
    assert text.count('msgstr "左。"') == text.count('msgstr "右。"') == 1
    assert polib.pofile(text)


def test_one_message_translated_in_two_ways_is_in_conflict_and_no_other(clone):
    run(clone, "translate", "setup-git")
    git(clone, "add", "-A")
    git(clone, "commit", "-qm", "set up")
    title = "Supplier Full Lifecycle Management"
    for branch, chinese in (("left", "供应商管理"), ("right", "供应商全周期管理")):
        git(clone, "checkout", "-q", "-b", branch, "main")
        translate(clone, {title: chinese})
        git(clone, "commit", "-qam", branch)
    git(clone, "merge", "-q", "left", fails=True)
    text = (clone.root / ENERGY).read_text(encoding="utf-8")
    assert text.count("<<<<<<< ours") == 1
    assert (
        '<<<<<<< ours\n#: content/sections/supplier_lifecycle.md\nmsgid "Supplier Full Lifecycle Management"\n'
        'msgstr "供应商全周期管理"\n=======\n' in text
    )


def test_one_paragraph_more_and_one_word_changed_is_a_small_diff_in_one_catalogue(clone):
    sentences = [f"Pier {name} was painted again. Its lamps now burn half as long." for name in names(200)]
    section = clone.root / SECTION
    head = section.read_text(encoding="utf-8").rsplit("---\n", 1)[0]
    section.write_text(f"{head}---\n" + "\n\n".join(sentences) + "\n", encoding="utf-8")
    update_catalogues(clone.root, Diagnostics())
    translate(clone, dict.fromkeys(sentences, "码头已重新粉刷。灯具用电减半。"))
    git(clone, "commit", "-qam", "two hundred")
    sentences[120] = sentences[120].replace("half", "twice")
    sentences.insert(60, "A new pier was opened. It has solar cells.")
    section.write_text(f"{head}---\n" + "\n\n".join(sentences) + "\n", encoding="utf-8")
    update_catalogues(clone.root, Diagnostics())
    changed = [line.split("\t") for line in git(clone, "diff", "--no-ext-diff", "--numstat").splitlines()]
    assert sorted(path for _, _, path in changed) == [SECTION, ENERGY]
    added, removed = next((int(a), int(r)) for a, r, path in changed if path == ENERGY)
    assert added + removed < 12
    before = {path: path.read_bytes() for path in (clone.root / "locales").rglob("*.po")}
    update_catalogues(clone.root, Diagnostics())
    assert {path: path.read_bytes() for path in (clone.root / "locales").rglob("*.po")} == before


def names(count):
    """Return names that are not alike, so that none of the sentences is taken for another."""
    letters = "abcdefghij"
    return [
        f"{letters[at // 100]}{letters[at // 10 % 10]}{letters[at % 10]} of the {at * at} berths" for at in range(count)
    ]
