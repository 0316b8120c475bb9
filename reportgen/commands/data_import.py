"""`reportgen data import`: what workbooks would change, and the change of the KPI files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

from msgspec import Struct

from reportgen.commands.data import Data, load_data
from reportgen.commands.printed_places import Printed, printed_places, read_ledger
from reportgen.diagnostics import Code, Diagnostics, fail
from reportgen.load.excel import read_workbook
from reportgen.load.excel_layouts import load_layouts
from reportgen.load.excel_rows import rows_of
from reportgen.load.fact_edits import revised_text
from reportgen.model.dataset import Exact
from reportgen.model.incoming import Delivered, Revision
from reportgen.transform.arithmetic import round_half_up
from reportgen.transform.incoming import hold
from reportgen.write.replace import replace_file


class Import(Struct, frozen=True):
    """What an import would change: the revisions, how many values stay, and where the last build printed each."""

    data: Data
    revisions: tuple[Revision, ...]
    unchanged: int
    printed: Printed


def plan_import(root: Path, books: Sequence[Path], diagnostics: Diagnostics) -> Import:
    """Read workbooks and hold them against the dataset. What cannot be taken is a finding, and is left out.

    Raises ReportError where the report's own data have faults, or the extra is not installed.
    """
    data = load_data(root, diagnostics)
    held = hold(_delivered(data, books, diagnostics), data.dataset, data.project.source, diagnostics)
    return Import(data, held.revisions, held.unchanged, printed_places(read_ledger(data.project)))


def write_import(planned: Import, diagnostics: Diagnostics) -> tuple[str, ...]:
    """Change the KPI files; return their paths.

    Raises ReportError where a file cannot be written.
    """
    project = planned.data.project
    starts = {id_: period.start for id_, period in project.periods.items()}
    written: list[str] = []
    for path, found in _by_file(planned).items():
        file = project.root / path
        raw = file.read_bytes().decode("utf-8")
        text = revised_text(raw, path, found, starts, diagnostics)
        if text != raw:
            replace_file(file, text.encode("utf-8"))
            written.append(path)
    return tuple(written)


def percent_of(revision: Revision) -> str:
    """Return how much a value changes, such as ``+12.3%``; empty where the old one is no number, or zero."""
    old = revision.old.value if revision.old else None
    if not isinstance(old, Exact) or not old.value:
        return ""
    change = (Fraction(revision.new) - Fraction(old.value)) / abs(Fraction(old.value)) * 100
    return f"{round_half_up(change, 1):+f}%"


def _delivered(data: Data, books: Sequence[Path], diagnostics: Diagnostics) -> Iterator[Delivered]:
    before = len(diagnostics)
    layouts = load_layouts(data.project, diagnostics)
    if diagnostics.failed and len(diagnostics) > before:
        raise fail(Code.WRONG_VALUE, "nothing was read: the layouts have faults", None, "correct them first")
    names = Counter(book.name for book in books)
    for path in dict.fromkeys(books):
        book = path.name if names[path.name] == 1 else path.as_posix()
        sheets = read_workbook(path, book, diagnostics)
        yield from rows_of(sheets, layouts, data.project, data.dataset, diagnostics)


def _by_file(planned: Import) -> dict[str, list[Revision]]:
    """Return the revisions by the file that defines their indicators."""
    files: dict[str, list[Revision]] = {}
    for revision in planned.revisions:
        files.setdefault(planned.data.dataset.indicators[revision.indicator].span.path, []).append(revision)
    return files
