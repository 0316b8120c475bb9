"""`reportgen translate lint`: what is wrong with the translations."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.running import FORM, LOCALES, ROOT, STRICT, finish
from reportgen.commands.lint_catalogues import lint_catalogues


@click.command()
@ROOT
@LOCALES
@FORM
@STRICT
@click.argument("names", nargs=-1, metavar="[SECTION] ...")
def lint(root: Path, locales: tuple[str, ...], form: str, strict: bool, names: tuple[str, ...]) -> None:
    """Check the translations: references, numbers, markup, script, terms of the glossary, punctuation, length."""
    finish(lambda found: lint_catalogues(root, locales, names, found), root, form, strict=strict)
