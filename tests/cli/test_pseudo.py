"""`reportgen translate pseudo` as a person calls it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.cli.main import main

ROOT = Path(__file__).parent.parent.parent
PDF = "build/kingsoft-cloud-esg-2023.zh_Hans.pseudo.pdf"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("content", "locales", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def run(project: Path, *arguments: str) -> tuple[int, list[str], str]:
    result = CliRunner().invoke(main, ["translate", "pseudo", "--project", str(project), *arguments])
    return result.exit_code, result.stdout.splitlines(), result.stderr


def test_it_prints_what_it_wrote_and_is_content_with_templates_without_fault(project: Path) -> None:
    code, out, err = run(project, "--locale", "zh_Hans", "--format", "pdf")
    assert (code, out) == (0, [PDF])
    assert err.splitlines() == ["Reading the report ...", "Building zh_Hans in the pseudo-language ..."]
    assert (project / PDF).read_bytes().startswith(b"%PDF")


def test_it_fails_and_names_a_hard_coded_word(project: Path) -> None:
    template = project / "templates/report.md.j2"
    template.write_text(template.read_text(encoding="utf-8").replace('{{ _("Contents") }}', "目录"), encoding="utf-8")
    code, out, err = run(project, "--locale", "zh_Hans", "--format", "pdf")
    assert (code, out) == (1, [PDF])
    assert "error[hard-coded]: `目录` is hard-coded: it never passed translation" in err
    assert "  --> templates/report.md.j2:9:8" in err


def test_a_format_that_is_none_is_wrong_usage(project: Path) -> None:
    code, _, err = run(project, "--format", "odt")
    assert code == 2
    assert "`odt` is no format; the formats are pdf, docx" in err
