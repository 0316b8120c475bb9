"""The lines of the contact page, as `content/report.yaml` has them."""

from __future__ import annotations

from typing import Any

from reportgen.diagnostics import Diagnostics
from reportgen.load.project import load_project
from reportgen.model.project import Project


def load(folder: Any, text: str) -> tuple[Project, str]:
    folder.write("content/report.yaml", text)
    diagnostics = Diagnostics()
    project = load_project(folder.root, diagnostics)
    return project, folder.shown(diagnostics)


def test_lines_are_kept_in_their_order(folder: Any, report: str) -> None:
    text = (
        report
        + 'contact:\n  - {label: Address, text: North Pier}\n  - {label: Mail, text: "[us](mailto:a@b.example)"}\n'
    )
    project, shown = load(folder, text)
    assert shown == ""
    assert [(line.label.text, line.text.text) for line in project.contact] == [
        ("Address", "North Pier"),
        ("Mail", "[us](mailto:a@b.example)"),
    ]


def test_a_report_may_have_no_contact_page(folder: Any, report: str) -> None:
    assert load(folder, report)[0].contact == ()


def test_all_faults_at_once(folder: Any, report: str) -> None:
    lines = report.count("\n")
    text = report + "contact:\n  - {label: Address, txt: North Pier}\n  - Mail\n  - {label: [], text: ''}\n"
    _, shown = load(folder, text)
    one, two, three = lines + 2, lines + 3, lines + 4
    assert shown == (
        "error[missing-key]: a line of `contact` needs the key `text`\n"
        f"  --> content/report.yaml:{one}:5\n"
        "   |\n"
        f"{one} |   - {{label: Address, txt: North Pier}}\n"
        "   |     ^\n"
        "  = hint: add `text: ...`\n"
        "error[unknown-key]: a line of `contact` has no key `txt`\n"
        f"  --> content/report.yaml:{one}:22\n"
        "   |\n"
        f"{one} |   - {{label: Address, txt: North Pier}}\n"
        "   |                      ^^^\n"
        "  = hint: did you mean `text`?\n"
        "error[wrong-value]: expected a line of `contact` as a mapping, found `Mail`\n"
        f"  --> content/report.yaml:{two}:5\n"
        "   |\n"
        f"{two} |   - Mail\n"
        "   |     ^^^^\n"
        "error[wrong-value]: expected `label` as words, found a list\n"
        f"  --> content/report.yaml:{three}:13\n"
        "   |\n"
        f"{three} |   - {{label: [], text: ''}}\n"
        "   |             ^\n"
        "error[wrong-value]: expected `text` as words, found nothing\n"
        f"  --> content/report.yaml:{three}:24\n"
        "   |\n"
        f"{three} |   - {{label: [], text: ''}}\n"
        "   |                        ^"
    )


def test_contact_is_a_list(folder: Any, report: str) -> None:
    _, shown = load(folder, report + "contact: North Pier\n")
    assert shown == (
        "error[wrong-value]: expected `contact` as a list, `[...]`, found `North Pier`\n"
        "  --> content/report.yaml:22:10\n"
        "   |\n"
        "22 | contact: North Pier\n"
        "   |          ^^^^^^^^^^"
    )
