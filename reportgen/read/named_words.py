"""The words of a template that prints lines of `name: words`: what commands print beside the report itself."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.diagnostics import Code, Diagnostics, Span
from reportgen.model.inline import Inline
from reportgen.model.words import Words
from reportgen.read.inlines import read_inlines
from reportgen.read.templates import FOLDER, SUFFIX, Gettext, TemplateFailedError, Templates


def named_words(
    templates: Templates, kind: str, context: Mapping[str, object], gettext: Gettext, diagnostics: Diagnostics
) -> dict[str, tuple[Inline, ...]]:
    """Return what stands in a template's lines by their names; TEMPLATE_FAILED where it makes none."""
    span = Span(f"{FOLDER}/{kind}{SUFFIX}")
    if kind not in templates:
        hint = "take it from the sample report's templates"
        diagnostics.error(Code.FILE_MISSING, f"there is no usable `{span.path}`", None, hint)
        return {}
    try:
        lines = templates.render(kind, context, gettext).split("\n")
    except TemplateFailedError as failure:
        diagnostics.error(Code.TEMPLATE_FAILED, f"the template `{kind}{SUFFIX}` fails: {failure}", span)
        return {}
    parts = (line.partition(": ") for line in lines if ": " in line)
    return {name.strip(): read_inlines(Words(words.strip(), span), diagnostics) for name, _, words in parts}
