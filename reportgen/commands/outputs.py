"""A built report to its files: the PDF laid out once, the Word file with the PDF's page numbers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen import __version__
from reportgen.build import Built
from reportgen.commands.missing import report_missing
from reportgen.diagnostics import Code, Diagnostics
from reportgen.i18n import cldr

if TYPE_CHECKING:
    from reportgen.write.pdf.parts import Layout

_LONGEST = 40
"""So much of a text says which one is meant."""


class Output(Struct, frozen=True):
    """A report's files by format, and on which pages each numbered occurrence is printed."""

    files: Mapping[str, bytes]
    pages: Mapping[int, tuple[str, ...]]


class Dated(Struct, frozen=True):
    """Whose changes a redline shows, and of which date (ISO 8601, UTC)."""

    author: str
    date: str


def get_ready(formats: Collection[str]) -> None:
    """Import what lays a report out and makes its files, and read what all need, once for all processes that will."""
    import reportgen.write.pdf.layout
    import reportgen.write.pdf.setting

    if "pdf" in formats:
        import reportgen.write.pdf.file
    if "docx" in formats:
        import reportgen.write.docx.report  # noqa: F401
    cldr.get_ready()


def outputs(built: Built, root: Path, formats: Collection[str], diagnostics: Diagnostics) -> Output:
    """Lay a report out and make its files, none where an error was found. Characters that no face has are errors."""
    from reportgen.write.pdf.layout import lay_out
    from reportgen.write.pdf.setting import Typesetter

    typesetter = Typesetter(built.theme, built.locale, root, built.terms)
    layout = lay_out(built.story, built.theme, typesetter)
    report_missing(typesetter.missing, built.document, diagnostics)
    _report_misfits(layout.misfits, diagnostics)
    _report_overfull(layout.overfull, diagnostics)
    if diagnostics.failed:  # nothing is written then, and a mark that leads nowhere would be found once more
        return Output({}, layout.occurrences)
    files: dict[str, bytes] = {}
    finish: Callable[[], bytes] | None = None
    if "pdf" in formats:
        from reportgen.write.pdf.file import begin_file

        finish = begin_file(layout, typesetter, built.story, built.locale, __version__)
    if "docx" in formats:  # while the last of the PDF is compressed
        from reportgen.write.docx.report import write_docx

        files["docx"] = write_docx(built.story, built.theme, built.locale, _labels(layout), root, __version__)
    if finish is not None:
        files = {"pdf": finish(), **files}
    return Output(files, layout.occurrences)


def redline(before: Built, old_root: Path, now: Built, root: Path, dated: Dated) -> bytes:
    """Return a report's Word file with what changed since it was built ``before``, from another folder."""
    from reportgen.write.docx.redline.document import Told, write_redline
    from reportgen.write.docx.redline.stamp import Stamp
    from reportgen.write.pdf.layout import lay_out
    from reportgen.write.pdf.setting import Typesetter

    layout = lay_out(now.story, now.theme, Typesetter(now.theme, now.locale, root, now.terms))
    told = Told(before.story, old_root), Told(now.story, root)
    stamp = Stamp(dated.author, dated.date)
    return write_redline(*told, now.theme, now.locale, _labels(layout), stamp, __version__)


def _labels(layout: Layout) -> dict[str, str]:
    """Return the label of the page on which each anchor stands."""
    return {anchor: layout.sheets[page].label for anchor, (page, _) in layout.anchors.items()}


def _report_misfits(misfits: Iterable[tuple[str, str]], diagnostics: Diagnostics) -> None:
    for words, label in misfits:
        place = f"on page {label}" if label else "on the cover"
        message = f"there is no room {place} for all of `{_shortened(words)}`"
        diagnostics.warning(
            Code.NO_ROOM, message, None, "shorten it, or give its place more room in templates/theme.yaml"
        )


def _report_overfull(tables: Iterable[tuple[str, str]], diagnostics: Diagnostics) -> None:
    for caption, label in tables:
        named = f"the table `{_shortened(caption)}`" if caption else "a table"
        message = f"{named} on page {label} has more columns of numbers than there is room for"
        hint = "put it into `::: landscape`, or leave columns out"
        diagnostics.warning(Code.NO_ROOM, message, None, hint)


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
