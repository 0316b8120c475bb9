"""Writes a diff of translations as a page of HTML, where a person wants it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reportgen.commands.translation_diff import Revised
from reportgen.i18n.catalogue import domain_of
from reportgen.model.diff import Comparison
from reportgen.write.diff_page import diff_page
from reportgen.write.replace import replace_file


def write_diff(path: Path, title: str, revised: Iterable[Revised]) -> None:
    """Write the page, beside the file and then in its place. Raises ReportError where that is impossible."""
    replace_file(path, diff_page(title, map(_comparison, revised)).encode())


def _comparison(one: Revised) -> Comparison:
    return Comparison(
        what=one.what.value,
        catalogue=f"{domain_of(one.place.rpartition(':')[0] or one.place)} ({one.locale})",
        language=one.language,
        locale=one.locale,
        name=one.name,
        place=one.place,
        source_place=one.source_place,
        heading=one.heading,
        examples=tuple(f"{reference} = {text}" for reference, text in one.examples.items()),
        before=one.before,
        after=one.after,
        translation_before=one.translation_before,
        translation=one.translation,
    )
