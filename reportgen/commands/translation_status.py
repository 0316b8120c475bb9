"""`reportgen translate status`: how far each catalogue is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from decimal import ROUND_DOWN, Decimal
from pathlib import Path

from msgspec import Struct

from reportgen.commands.update_catalogues import pending
from reportgen.diagnostics import Code, Diagnostics, suggest
from reportgen.i18n.update import Update
from reportgen.i18n.word_count import count_words


class Progress(Struct, frozen=True):
    """A catalogue's messages, as they would be after `update`: finished, changed in the source, new.

    ``words`` are those of the source still to be translated or checked, characters where the source is Chinese.
    ``current`` tells whether the file is as `update` would write it.
    """

    locale: str
    catalogue: str
    language: str
    messages: int
    translated: int
    changed: int
    new: int
    words: int
    obsolete: int
    current: bool

    @property
    def percent(self) -> Decimal:
        """How much is finished, in per cent, never rounded up to 100."""
        return percent_of(self.translated, self.messages)


def translation_status(
    root: Path, locales: Collection[str], names: Collection[str], diagnostics: Diagnostics
) -> tuple[Progress, ...]:
    """Return the progress of the catalogues that are asked for, all where none is named, in the report's order.

    Raises ReportError where the sources have faults.
    """
    return tuple(_progress(made) for made in selected(pending(root, diagnostics), locales, names, diagnostics))


def selected(
    updates: Iterable[Update], locales: Collection[str], names: Collection[str], diagnostics: Diagnostics
) -> Iterator[Update]:
    """Yield the catalogues that are asked for; a name that none has is an error."""
    kept = [made for made in updates if made.live or made.obsolete]
    for asked, known in ((locales, {made.locale.id for made in kept}), (names, {made.domain for made in kept})):
        for name in asked:
            if name not in known:
                hint = suggest(name, known) or f"there are {', '.join(f'`{other}`' for other in sorted(known))}"
                diagnostics.error(Code.WRONG_VALUE, f"there is no catalogue `{name}`", None, hint)
    for made in kept:
        if (not locales or made.locale.id in locales) and (not names or made.domain in names):
            yield made


def percent_of(finished: int, messages: int) -> Decimal:
    """Return a share in per cent with one decimal, rounded down: 100 means all."""
    share = Decimal(100 * finished) / messages if messages else Decimal(100)
    return share.quantize(Decimal("0.1"), ROUND_DOWN)


def _progress(made: Update) -> Progress:
    return Progress(
        locale=made.locale.id,
        catalogue=made.domain,
        language=made.language,
        messages=len(made.live),
        translated=made.translated,
        changed=made.fuzzy,
        new=made.untranslated,
        words=sum(count_words(entry.source) for entry in made.live if not entry.finished),
        obsolete=len(made.obsolete),
        current=not made.changed,
    )
