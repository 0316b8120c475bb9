"""`reportgen translate export`: what there is to translate, as workbooks or XLIFF files."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from reportgen.commands.formats import FOLDER
from reportgen.commands.translation_status import selected
from reportgen.commands.update_catalogues import pending
from reportgen.diagnostics import Code, Diagnostics
from reportgen.i18n.sent import Batch, Chosen, Sent, sent, unfinished
from reportgen.i18n.tokens import written
from reportgen.i18n.unprintable import unprintable
from reportgen.i18n.word_count import count_words
from reportgen.model.exchange_columns import CELL_LIMIT
from reportgen.model.locale import Locale
from reportgen.write.replace import replace_file

_FOLDER = f"{FOLDER}/translations"
FORMATS = {"xlsx": "xlsx", "xliff": "xlf"}
"""The formats of files for translators, with the suffix of each."""


class Wanted(Struct, frozen=True):
    """What is to be sent: to which languages and of which catalogues (all where none is named), in which format.

    ``chosen`` tells which messages.
    """

    locales: Collection[str] = ()
    sections: Collection[str] = ()
    format: str = "xlsx"
    chosen: Chosen = unfinished


class Exported(Struct, frozen=True):
    """A file for the translators to a language: where it is to be written, relative to the root, and its messages."""

    path: str
    report: str
    target: Locale
    format: str
    batches: tuple[Batch, ...]

    @property
    def messages(self) -> int:
        """How many messages are sent."""
        return sum(len(batch.messages) for batch in self.batches)

    @property
    def words(self) -> int:
        """How many words the messages have, or Chinese characters."""
        return sum(count_words(one.entry.source) for batch in self.batches for one in batch.messages)


def plan_export(root: Path, wanted: Wanted, diagnostics: Diagnostics) -> tuple[Exported, ...]:
    """Return the files that are to be written, one a language; none for a language with nothing to do.

    What cannot be sent (NOT_SENT) is reported and left out. Raises ReportError where the sources have faults.
    """
    batches: dict[str, list[Batch]] = {}
    known: dict[str, tuple[str, Locale]] = {}
    for made in selected(pending(root, diagnostics), wanted.locales, wanted.sections, diagnostics):
        batch = _sendable(sent(made, wanted.chosen), wanted.format, diagnostics)
        known[made.locale.id] = (made.project, made.locale)
        if batch.messages:
            batches.setdefault(made.locale.id, []).append(batch)
    return tuple(_exported(*known[id_], wanted.format, found) for id_, found in batches.items())


def write_export(root: Path, exported: Exported) -> None:
    """Write a file for translators.

    Raises ReportError where it cannot be written, or the extra for Excel is not installed.
    """
    replace_file(root / exported.path, _content(exported))


def _exported(report: str, target: Locale, form: str, batches: Sequence[Batch]) -> Exported:
    path = f"{_FOLDER}/{report}.{target.id}.{FORMATS[form]}"
    return Exported(path, report, target, form, tuple(batches))


def _content(exported: Exported) -> bytes:
    if exported.format == "xliff":
        from reportgen.write.xliff import xliff  # noqa: PLC0415 - a writer is imported only when it is asked for

        return xliff(exported.batches, exported.target)
    from reportgen.write.xlsx.translations import translations_xlsx  # noqa: PLC0415 - as above

    return translations_xlsx(exported.report, exported.batches, exported.target)


def _sendable(batch: Batch, form: str, diagnostics: Diagnostics) -> Batch:
    return replace(batch, messages=tuple(_without_unsendable(batch.messages, form, diagnostics)))


def _without_unsendable(messages: Sequence[Sent], form: str, diagnostics: Diagnostics) -> Iterator[Sent]:
    for one in messages:
        reason, hint = _refusal(one, form)
        if reason:
            diagnostics.error(Code.NOT_SENT, f"`{one.name}` cannot be sent: {reason}", None, hint)
        else:
            yield one


def _refusal(one: Sent, form: str) -> tuple[str, str]:
    entry = one.entry
    for text in (entry.source, entry.translation, entry.previous, entry.comment):
        found = unprintable(text)
        if found:
            return f"it has the character U+{ord(found.group()):04X}", "delete the character where it was written"
    longest = max(len(written(pieces)) for pieces in (one.source, one.translation, one.previous))
    if form == "xlsx" and longest > CELL_LIMIT:
        return f"it has {longest:,} characters, a cell of Excel holds {CELL_LIMIT:,}", "send it with `--format xliff`"
    return "", ""
