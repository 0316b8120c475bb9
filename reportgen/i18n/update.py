"""Brings catalogues up to date with the sources: messages in the sources' order, translations kept.

A message that vanished is kept at the end, to be revived, or becomes the out-of-date translation of a new message that
is like it. Updating twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostics, Span
from reportgen.i18n.catalogue import path_of
from reportgen.i18n.catalogue_files import read_catalogues
from reportgen.i18n.examples import Example, with_examples
from reportgen.i18n.matching import match
from reportgen.i18n.message import Domain, Message
from reportgen.i18n.po_entry import PoEntry
from reportgen.i18n.po_file import BRACES
from reportgen.i18n.po_text import po_text
from reportgen.i18n.references import references
from reportgen.model.locale import Locale
from reportgen.model.project import Project


class Update(Struct, frozen=True, dict=True):
    """A catalogue as it should be: its path, its text, whether that differs from the file, and what is in it.

    ``language`` is the id of the language that its messages are written in, ``live`` the messages in order, merged,
    ``places`` where each stands in the sources. ``before`` is the file's text as it is; ``loses`` says that a message
    translated there is no longer in the sources of the catalogue.
    """

    project: str
    path: str
    domain: str
    locale: Locale
    language: str
    notes: str
    live: tuple[PoEntry, ...]
    obsolete: tuple[PoEntry, ...]
    places: Mapping[str, Span]
    before: str
    loses: bool

    @cached_property
    def text(self) -> str:
        """The catalogue's whole text, made once."""
        return po_text(self.project, self.locale.id, self.notes, self.live, self.obsolete)

    @property
    def changed(self) -> bool:
        """Whether the file is to be written: an empty catalogue that is not there is not."""
        return bool(self.live or self.obsolete or self.before) and self.text != self.before

    @property
    def translated(self) -> int:
        """How many messages are translated, and not out of date."""
        return sum(entry.finished for entry in self.live)

    @property
    def fuzzy(self) -> int:
        """How many translations are out of date."""
        return sum(entry.fuzzy for entry in self.live)

    @property
    def untranslated(self) -> int:
        """How many messages have no translation at all."""
        return sum(not entry.translation for entry in self.live)


class _Old(Struct):
    """A catalogue file as it is: its messages by their text. Those ``vanished`` are no longer in the sources.

    ``loses`` says that some of these were translated.
    """

    text: str
    notes: str
    live: dict[str, PoEntry]
    obsolete: dict[str, PoEntry]
    vanished: dict[str, PoEntry]
    loses: bool = False


def update(
    project: Project, locale: Locale, domains: Sequence[Domain], example: Example, diagnostics: Diagnostics
) -> tuple[Update, ...]:
    """Return a locale's catalogues as they should be. Nothing is written.

    Domains written in the locale's own language have no catalogue there. A catalogue that is broken is reported and
    left alone. ``example`` says how a reference prints.
    """
    wanted = {domain.name: _unique(domain.messages) for domain in domains if domain.language != locale.id}
    old = _load(project, locale, wanted, diagnostics)
    for name, file in old.items():
        file.vanished = {key: entry for key, entry in file.live.items() if key not in wanted.get(name, {})}
        file.loses = bool(_usable(file))
    new = {name: _merged(wanted.get(name, {}), file, example) for name, file in old.items()}
    _reuse(new, old)
    by_name = {domain.name: domain for domain in domains}
    order = [name for name in by_name if name in old] + sorted(old.keys() - by_name.keys())
    return tuple(_update(project, locale, name, by_name.get(name), new[name], old[name]) for name in order)


def _unique(messages: Iterable[Message]) -> dict[str, Message]:
    """Return messages by their text, each where it stands first; comments of all places are kept."""
    found: dict[str, Message] = {}
    for message in messages:
        first = found.setdefault(message.words.text, message)
        if message.comment and message.comment not in first.comment.split("\n"):
            comment = "\n".join(filter(None, (first.comment, message.comment)))
            found[message.words.text] = replace(first, comment=comment)
    return found


def _load(project: Project, locale: Locale, wanted: Iterable[str], diagnostics: Diagnostics) -> dict[str, _Old]:
    found: dict[str, _Old] = {name: _Old("", "", {}, {}, {}) for name in wanted}
    for name, file in read_catalogues(project, locale, diagnostics):
        if file is None:
            found.pop(name, None)
            continue
        live = {entry.source: entry for entry in file.live}
        obsolete = {entry.source: entry for entry in file.obsolete}
        found[name] = _Old(file.text, file.notes, live, obsolete, {})
    return found


def _merged(messages: Mapping[str, Message], old: _Old, example: Example) -> dict[str, PoEntry]:
    """Return an entry for each message, with the translation it had."""
    entries: dict[str, PoEntry] = {}
    for text, message in messages.items():
        entry = old.live.get(text) or old.obsolete.pop(text, None) or PoEntry(text)
        own = tuple(flag for flag in entry.flags if flag != BRACES)
        braces = [reference for reference in references(text) if reference.startswith("{")] if "{" in text else []
        flags = (*own, BRACES) if braces else own
        comment = with_examples(message.comment, braces, entry.comment, example)
        entries[text] = replace(entry, comment=comment, path=message.words.span.path, flags=flags)
    return entries


def _reuse(new: dict[str, dict[str, PoEntry]], old: Mapping[str, _Old]) -> None:
    """Give new messages the translations of vanished ones: of the same catalogue first, then of any."""
    for name in sorted(new):
        _give(new[name], _empty(new[name]), [(old[name], text) for text in _usable(old[name])])
    rest = [(old[name], text) for name in sorted(old) for text in _usable(old[name])]
    entries = {(name, text): new[name] for name in sorted(new) for text in _empty(new[name])}
    matches = match([text for _, text in entries], [text for _, text in rest])
    for (ours, (_, text)), holder in zip(enumerate(entries), entries.values(), strict=True):
        if ours in matches:
            _take(holder, text, *rest[matches[ours]])


def _give(entries: dict[str, PoEntry], empty: Sequence[str], vanished: Sequence[tuple[_Old, str]]) -> None:
    for ours, theirs in match(empty, [text for _, text in vanished]).items():
        _take(entries, empty[ours], *vanished[theirs])


def _take(entries: dict[str, PoEntry], text: str, file: _Old, source: str) -> None:
    """Move a vanished message's translation to a new message; the same words elsewhere are not out of date."""
    theirs = file.vanished.pop(source)
    same = text == source
    entries[text] = replace(
        entries[text],
        translation=theirs.translation,
        notes=theirs.notes,
        fuzzy=theirs.fuzzy if same else True,
        previous=theirs.previous if same else theirs.previous or source,
    )


def _usable(file: _Old) -> list[str]:
    return [text for text, entry in file.vanished.items() if entry.translation]


def _empty(entries: Mapping[str, PoEntry]) -> list[str]:
    return [text for text, entry in entries.items() if not entry.translation]


def _update(
    project: Project, locale: Locale, name: str, domain: Domain | None, entries: Mapping[str, PoEntry], old: _Old
) -> Update:
    vanished = {text: entry for text, entry in old.vanished.items() if entry.translation}
    return Update(
        project=project.id,
        path=path_of(locale, name),
        domain=name,
        locale=locale,
        language=domain.language if domain else project.source.id,
        notes=old.notes,
        live=tuple(entries.values()),
        obsolete=tuple({**old.obsolete, **vanished}.values()),
        places={message.words.text: message.words.span for message in reversed(domain.messages)} if domain else {},
        before=old.text,
        loses=old.loses,
    )
