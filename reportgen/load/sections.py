"""The section files that chapters list, in the report's order."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from reportgen.diagnostics import Code, Diagnostics, Span
from reportgen.load.chapters import SECTIONS
from reportgen.load.front_matter import load_section
from reportgen.load.source import list_files
from reportgen.model.project import Project
from reportgen.model.section_file import SectionFile


def load_sections(project: Project, diagnostics: Diagnostics) -> tuple[SectionFile, ...]:
    """Return the report's section files in order; those that cannot be read are reported, and left out.

    A file that no chapter lists is reported (NOT_PRINTED), and not read.
    """
    listed = {path: place for chapter in project.chapters for path, place in chapter.sections.items()}
    for path in list_files(project.root, SECTIONS, ".md"):
        if path not in listed:
            hint = (
                f"add `{PurePosixPath(path).stem}` to the `sections` of a chapter in `content/report.yaml`, or move it"
            )
            diagnostics.warning(Code.NOT_PRINTED, f"no chapter lists `{path}`", Span(path), hint)
    files = (load_section(path, project, diagnostics, place) for path, place in listed.items())
    return tuple(file for file in files if file is not None)


def languages(sections: Iterable[SectionFile]) -> dict[str, str]:
    """Return the language of each section by its id, which is its catalogue's name too."""
    return {section.id: section.language.id for section in sections}
