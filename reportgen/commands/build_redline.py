"""`reportgen build --redline`: the report in Word, with what changed since a git revision as tracked changes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct
from msgspec.structs import replace

from reportgen.build import DRAFT, Built, Purpose
from reportgen.commands.build_report import Progress
from reportgen.commands.formats import FOLDER
from reportgen.commands.languages import build_unwritten, chosen
from reportgen.commands.outputs import Dated, redline
from reportgen.diagnostics import Code, Diagnostic, Diagnostics, ReportError, Severity
from reportgen.inputs import Inputs
from reportgen.load.revision import copy_at, date_of
from reportgen.load_inputs import load
from reportgen.model.locale import Locale
from reportgen.write.replace import replace_file


class _Older(Struct, frozen=True):
    """The report as it was: its inputs, read from a folder of its own."""

    revision: str
    inputs: Inputs


def build_redline(
    root: Path,
    revision: str,
    locales: Collection[str],
    purpose: Purpose,
    diagnostics: Diagnostics,
    progress: Progress,
) -> tuple[str, ...]:
    """Write a redline of each language into build/ and return the paths; a language with an error has none.

    The changes bear the short name of the company, and the date of the last commit: the clock is no input. The older
    report is built as a draft, since it may have been one. Raises ReportError where nothing can be built now.
    """
    progress("Reading the report ...")
    inputs = load(root, diagnostics, locales)
    wanted = chosen(inputs.project, locales)
    with TemporaryDirectory(prefix="reportgen-") as folder:
        progress(f"Reading it as it was at {revision} ...")
        older = _older(root, revision, Path(folder), inputs, diagnostics)
        if older is None or diagnostics.failed:
            return ()
        dated = Dated(inputs.project.company.short_name.text, date_of(root, "HEAD"))
        written: list[str] = []
        for locale in wanted:
            progress(f"Building {locale.id} ...")
            written += _write(inputs, older, locale, purpose, dated, diagnostics)
    return tuple(written)


def _older(root: Path, revision: str, folder: Path, inputs: Inputs, diagnostics: Diagnostics) -> _Older | None:
    """Return the report as it was, in today's theme, or ``None`` with a finding."""
    if not copy_at(root, revision, folder, diagnostics):
        return None
    found = Diagnostics()
    try:
        older = load(folder, found)
    except ReportError as error:
        found.extend(error.diagnostics)
    broken = _broken(found, revision)
    if broken is not None:
        diagnostics.extend([broken])
        return None
    return _Older(revision, replace(older, themes=inputs.themes))


def _broken(found: Diagnostics, revision: str) -> Diagnostic | None:
    first = next((finding for finding in found if finding.severity is Severity.ERROR), None)
    if first is None:
        return None
    place = f" at {first.span}" if first.span else ""
    message = f"the report as it was at `{revision}` cannot be built: {first.message}{place}"
    return Diagnostic(Code.REVISION_BROKEN, message, None, "name a later revision")


def _write(
    inputs: Inputs, older: _Older, locale: Locale, purpose: Purpose, dated: Dated, diagnostics: Diagnostics
) -> Iterator[str]:
    before = _then(older, locale, diagnostics)
    now = build_unwritten(inputs, locale, purpose, diagnostics)
    if before is None or now is None:
        return
    data = redline(before, older.inputs.project.root, now, inputs.project.root, dated)
    path = f"{FOLDER}/{inputs.project.id}.{locale.id}.redline.docx"
    replace_file(inputs.project.root / path, data)
    yield path


def _then(older: _Older, locale: Locale, diagnostics: Diagnostics) -> Built | None:
    """Return the report as it was in a language, or ``None`` with a finding."""
    if locale.id not in {known.id for known in older.inputs.project.locales}:
        message = f"the report as it was at `{older.revision}` was not made in `{locale.id}`"
        diagnostics.error(Code.REVISION_BROKEN, message, None, "name a later revision, or another language: `--locale`")
        return None
    own = Diagnostics()
    built = build_unwritten(older.inputs, locale, DRAFT, own)
    broken = _broken(own, older.revision)
    if broken is not None:
        diagnostics.extend([broken])
    return built
