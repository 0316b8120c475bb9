"""A section file to its front matter and its body."""

from __future__ import annotations

from reportgen.diagnostics import Code, Diagnostics, Span
from reportgen.load.fields import Fields
from reportgen.load.languages import language_of
from reportgen.load.marks import marks_of
from reportgen.load.plain_numbers import plain_numbers_of
from reportgen.load.source import read_text
from reportgen.load.yaml_nodes import Mapping, parse_yaml
from reportgen.model.project import Project
from reportgen.model.section_file import SectionFile

_KEYS = frozenset("id title language discloses plain_numbers".split())
_FENCE = "---"


def load_section(
    path: str, project: Project, diagnostics: Diagnostics, asked: Span | None = None
) -> SectionFile | None:
    """Return a section's file, or ``None`` where it cannot be read or has no front matter, with a finding."""
    text = read_text(project.root, path, diagnostics, asked)
    if text is None:
        return None
    head, body, first_line = split_front_matter(text, path, diagnostics)
    if head is None:
        return None
    fields = Fields(head, "the section", _KEYS, diagnostics)
    return SectionFile(
        path=path,
        id=_id(fields, path),
        title=fields.needed_words("title"),
        language=language_of(fields.text("language"), fields.value_place("language"), diagnostics) or project.source,
        discloses=marks_of(fields.node("discloses"), project.known_frameworks, diagnostics),
        body=body,
        first_line=first_line,
        span=Span(path),
        plain_numbers=plain_numbers_of(fields),
    )


def split_front_matter(text: str, path: str, diagnostics: Diagnostics) -> tuple[Mapping | None, str, int]:
    """Split a file at its `---` lines: the front matter, the body, and the number of the body's first line."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        diagnostics.error(
            Code.MISSING_KEY,
            "the section does not begin with its front matter",
            Span(path),
            "begin the file with a line `---`, then `id: ...` and `title: ...`, then a line `---`",
        )
        return None, text, 1
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if end is None:
        hint = "add a line `---` after the last key"
        diagnostics.error(Code.YAML_BROKEN, "the front matter has no end", Span(path, 1, 1, len(_FENCE)), hint)
        return None, "", len(lines)
    before = len(diagnostics)
    node = parse_yaml("\n".join(lines[1:end]) + "\n", path, diagnostics, lines_before=1)
    if not isinstance(node, Mapping):
        if len(diagnostics) == before:
            diagnostics.error(Code.WRONG_VALUE, "the front matter is no mapping", Span(path, 2), "write `key: value`")
        return None, "\n".join(lines[end + 1 :]), end + 2
    return node, "\n".join(lines[end + 1 :]), end + 2


def _id(fields: Fields, path: str) -> str:
    """Return the section's id, which is also its file's name and its catalogue's."""
    name = path.rpartition("/")[2].removesuffix(".md")
    id_ = fields.needed_text("id")
    if id_ and id_ != name:
        fields.diagnostics.error(
            Code.WRONG_VALUE,
            f"the section's id `{id_}` differs from its file's name",
            fields.value_place("id"),
            f"write `id: {name}`, or rename the file to `{id_}.md`",
        )
    return name
