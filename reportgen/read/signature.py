"""What a directive takes: an argument, words, settings, blocks; each required, allowed or not."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct, field

from reportgen.diagnostics import Code, Diagnostics, suggest
from reportgen.model.block import Directive
from reportgen.read.attributes import names


class Use(Enum):
    """Whether something must be given, or may be."""

    REQUIRED = "required"
    OPTIONAL = "optional"


class Signature(Struct, frozen=True):
    """What a kind of directive takes. ``any_words`` takes words of any key."""

    argument: Use | None = None
    words: Mapping[str, Use] = field(default_factory=dict)
    settings: Mapping[str, Use] = field(default_factory=dict)
    blocks: bool = False
    any_words: bool = False


def check_directive(directive: Directive, signature: Signature, diagnostics: Diagnostics) -> None:
    """Report what is missing in a directive's opening and what is too much."""
    _check_argument(directive, signature, diagnostics)
    if not signature.any_words:
        _check_keys(directive, "words", directive.words, signature.words, diagnostics)
    _check_keys(directive, "setting", directive.settings, signature.settings, diagnostics)


def check_body(directive: Directive, signature: Signature, diagnostics: Diagnostics) -> None:
    """Report blocks in a directive that takes none."""
    if directive.blocks and not signature.blocks:
        hint = "close it with `:::` on the next line"
        message = f"`{directive.kind}` holds no text"
        diagnostics.error(Code.WRONG_DIRECTIVE, message, directive.span, hint)


def _check_argument(directive: Directive, signature: Signature, diagnostics: Diagnostics) -> None:
    kind, argument = directive.kind, directive.argument
    if signature.argument is Use.REQUIRED and not argument:
        hint = f"write `::: {kind} name`"
        diagnostics.error(Code.WRONG_DIRECTIVE, f"`{kind}` needs an argument", directive.span, hint)
    if signature.argument is None and argument:
        hint = f'words stand in straight quotes: `::: {kind} "{argument}"`' if "title" in signature.words else ""
        diagnostics.error(Code.WRONG_DIRECTIVE, f"`{kind}` takes no argument `{argument}`", directive.span, hint)


def _check_keys(
    directive: Directive, what: str, given: Mapping[str, object], known: Mapping[str, Use], diagnostics: Diagnostics
) -> None:
    kind = directive.kind
    for key in given:
        if key not in known:
            hint = suggest(key, known) or (f"it takes {names(known)}" if known else "remove it")
            diagnostics.error(Code.WRONG_DIRECTIVE, f"`{kind}` has no {what} `{key}`", directive.span, hint)
    for key, use in known.items():
        if use is Use.REQUIRED and key not in given:
            message = f"`{kind}` needs " + ("a title" if key == "title" else f"the {what} `{key}`")
            diagnostics.error(Code.WRONG_DIRECTIVE, message, directive.span, _how(what, kind, key))


def _how(what: str, kind: str, key: str) -> str:
    if what == "setting":
        return f"write `::: {kind} {key}=...`"
    if key == "title":
        return f'write `::: {kind} "Title"`'
    return f"write `{key}: ...` on the line below `::: {kind}`"
