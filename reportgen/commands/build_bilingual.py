"""`reportgen build --bilingual`: both languages side by side in a Word file, for those who sign off both."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from reportgen import __version__
from reportgen.build import Built, Purpose
from reportgen.commands.build_report import Progress
from reportgen.commands.formats import FOLDER
from reportgen.commands.languages import build_unwritten, chosen
from reportgen.diagnostics import Code, Diagnostics, fail
from reportgen.i18n.translate import Translations
from reportgen.inputs import Inputs
from reportgen.load_inputs import load
from reportgen.model.inline import Inline
from reportgen.model.locale import Locale
from reportgen.read.named_words import named_words
from reportgen.read.templates import BILINGUAL
from reportgen.style.bilingual import Copy, landscape, lower_bilingual
from reportgen.transform.side_by_side import side_by_side
from reportgen.write.docx.report import write_docx
from reportgen.write.replace import replace_file

_NEEDED = frozenset(("title", "prevails", "names", "message", "language"))


def build_bilingual(
    root: Path, locales: Collection[str], purpose: Purpose, diagnostics: Diagnostics, progress: Progress
) -> tuple[str, ...]:
    """Write the copy into build/ and return its path; nothing is written where a language has an error.

    The languages are the two that are asked for, or the report's own two. Raises ReportError where these are not two,
    or nothing can be built.
    """
    progress("Reading the report ...")
    inputs = load(root, diagnostics, locales)
    left, right = _two(inputs, locales)
    built: list[Built | None] = []
    for locale in (left, right):
        progress(f"Building {locale.id} ...")
        built.append(build_unwritten(inputs, locale, purpose, diagnostics))
    words = [_words(inputs, locale, purpose, diagnostics) for locale in (left, right)]
    ours, theirs = built
    if ours is None or theirs is None or diagnostics.failed:
        return ()
    beside = side_by_side(ours.document, theirs.document)
    story = lower_bilingual(Copy(beside, *words), ours.story)
    data = write_docx(story, landscape(ours.theme), left, {}, root, __version__)
    path = f"{FOLDER}/{inputs.project.id}.bilingual.docx"
    replace_file(root / path, data)
    return (path,)


def _two(inputs: Inputs, locales: Collection[str]) -> tuple[Locale, Locale]:
    found = chosen(inputs.project, locales)
    if len(found) != 2:
        hint = "name two of them: `--locale en --locale zh_Hans`"
        message = f"a bilingual copy has two languages, not {len(found)}"
        raise fail(Code.WRONG_VALUE, message, None, hint if len(inputs.project.locales) > 1 else "")
    return found[0], found[1]


def _words(inputs: Inputs, locale: Locale, purpose: Purpose, diagnostics: Diagnostics) -> dict[str, tuple[Inline, ...]]:
    """Return the copy's own words in a language, as its template has them."""
    project = inputs.project
    catalogues = inputs.catalogues[locale.id].value
    translate = purpose.translator(Translations(locale, project.source.id, inputs.languages, catalogues), diagnostics)
    context = {"prevails": project.prevails.id, "locale": locale.id}
    words = named_words(inputs.templates, BILINGUAL, context, lambda words: translate("templates", words), diagnostics)
    for name in sorted(_NEEDED - words.keys() if words else ()):
        hint = f"add a line `{name}: ...`"
        diagnostics.error(Code.TEMPLATE_FAILED, f"the template `{BILINGUAL}.md.j2` prints no `{name}`", None, hint)
    return words
