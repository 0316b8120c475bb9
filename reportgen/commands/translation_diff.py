"""`reportgen translate diff`: what changed in the source, beside its translation; what a translator works through."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import Enum
from pathlib import Path

from msgspec import Struct

from reportgen.commands.translation_status import selected
from reportgen.commands.update_catalogues import pending
from reportgen.diagnostics import Code, Diagnostics
from reportgen.i18n.catalogue import FOLDER
from reportgen.i18n.examples import examples, without_examples
from reportgen.i18n.identity import message_id
from reportgen.i18n.matching import match
from reportgen.i18n.po_entry import PoEntry
from reportgen.i18n.po_file import read_po
from reportgen.i18n.update import Update
from reportgen.load.revision import files_at


class What(Enum):
    """What became of a message."""

    CHANGED = "changed"
    NEW = "new"
    RETRANSLATED = "retranslated"
    GONE = "gone"


class Revised(Struct, frozen=True):
    """A message that changed. ``place`` is its line in the catalogue, ``source_place`` that in the sources.

    ``before`` and ``after`` are its source then and now, ``translation_before`` and ``translation`` its translation;
    texts that there were or are not are empty. ``waiting`` tells whether a translator has something to do.
    """

    what: What
    locale: str
    language: str
    name: str
    place: str
    source_place: str
    heading: str
    examples: Mapping[str, str]
    before: str
    after: str
    translation_before: str
    translation: str
    waiting: bool


def translation_diff(
    root: Path, locales: Collection[str], names: Collection[str], diagnostics: Diagnostics
) -> tuple[Revised, ...]:
    """Return what is to be done: messages whose source changed, then new ones, catalogue by catalogue.

    Raises ReportError where the sources have faults.
    """
    found: list[Revised] = []
    for made in selected(pending(root, diagnostics), locales, names, diagnostics):
        found += [_revised(What.CHANGED, made, entry, entry.previous) for entry in made.live if entry.fuzzy]
        found += [_revised(What.NEW, made, entry) for entry in made.live if not entry.translation]
    return tuple(found)


def translation_diff_since(
    root: Path, revision: str, locales: Collection[str], names: Collection[str], diagnostics: Diagnostics
) -> tuple[Revised, ...]:
    """Return what changed since a git revision, in sources and translations, catalogue by catalogue.

    Then is what the catalogues had at the revision. Raises ReportError where the sources have faults.
    """
    updates = list(selected(pending(root, diagnostics), locales, names, diagnostics))
    texts = files_at(root, revision, FOLDER, ".po", diagnostics)
    if texts is None:
        return ()
    found: list[Revised] = []
    for made in updates:
        broken = Diagnostics()
        file = read_po(texts[made.path], made.path, broken) if made.path in texts else None
        if broken.failed:
            hint = "name an earlier or a later revision"
            message = f"`{made.path}` could not be read as it was at `{revision}`"
            diagnostics.error(Code.CATALOGUE_BROKEN, message, None, hint)
            continue
        found += _since(made, {entry.source: entry for entry in file.live} if file else {})
    return tuple(found)


def _since(made: Update, then: Mapping[str, PoEntry]) -> Iterator[Revised]:
    now = {entry.source: entry for entry in made.live}
    fresh = [source for source in now if source not in then]
    gone = [source for source in then if source not in now]
    origins = _origins(now, fresh, gone)
    for source, entry in now.items():
        if source in origins:
            old = then[origins[source]]
            yield _revised(What.CHANGED, made, entry, old.source, old.translation)
        elif source not in then:
            yield _revised(What.NEW, made, entry)
        elif (then[source].translation, then[source].fuzzy) != (entry.translation, entry.fuzzy):
            yield _revised(What.RETRANSLATED, made, entry, source, then[source].translation)
    for source in gone:
        if source not in origins.values():
            yield _gone(made, then[source])


def _origins(now: Mapping[str, PoEntry], fresh: list[str], gone: list[str]) -> dict[str, str]:
    """Return for each new message the vanished one that it was made of: as its entry says, or as it looks."""
    known = {source: now[source].previous for source in fresh if now[source].previous in gone}
    rest = [source for source in gone if source not in known.values()]
    others = [source for source in fresh if source not in known]
    return known | {others[ours]: rest[theirs] for ours, theirs in match(others, rest).items()}


def _revised(what: What, made: Update, entry: PoEntry, before: str = "", translation_before: str = "") -> Revised:
    span = made.places.get(entry.source)
    return Revised(
        what=what,
        locale=made.locale.id,
        language=made.language,
        name=message_id(made.domain, entry.source),
        place=f"{made.path}:{entry.line}" if entry.line else made.path,
        source_place=f"{span.path}:{span.line}" if span else entry.path,
        heading=without_examples(entry.comment),
        examples=examples(entry.comment),
        before=before,
        after=entry.source,
        translation_before=translation_before,
        translation=entry.translation,
        waiting=not entry.finished,
    )


def _gone(made: Update, entry: PoEntry) -> Revised:
    return Revised(
        what=What.GONE,
        locale=made.locale.id,
        language=made.language,
        name=message_id(made.domain, entry.source),
        place=made.path,
        source_place=entry.path,
        heading=without_examples(entry.comment),
        examples={},
        before=entry.source,
        after="",
        translation_before=entry.translation,
        translation="",
        waiting=False,
    )


def counts(revised: Iterable[Revised]) -> dict[What, int]:
    """Return how many messages became what."""
    kept = [one.what for one in revised]
    return {what: kept.count(what) for what in What if what in kept}
