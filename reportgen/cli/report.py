"""Prints findings: as text for a person, as JSON for a program, as annotations for a code host."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from reportgen.diagnostics import Diagnostic, Severity, show

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
_ANSWERED = "green"


def report(findings: Iterable[Diagnostic], root: Path, form: str = "text") -> None:
    """Print findings: ``text`` and ``github`` to standard error, ``json`` to standard output."""
    printers: dict[str, Callable[[list[Diagnostic], Path], None]] = {
        "text": _text,
        "json": _json,
        "github": _github,
    }
    printers[form](list(findings), root)


def _text(findings: list[Diagnostic], root: Path) -> None:
    for finding in findings:
        head, _, rest = show(finding, _line(finding, root)).partition("\n")
        name, _, message = head.partition(": ")
        colour = _ANSWERED if finding.answer else _COLOURS[finding.severity]
        click.echo(click.style(name, fg=colour, bold=True) + f": {message}", err=True)
        click.echo(rest + "\n" if rest else "", err=True)


def _line(finding: Diagnostic, root: Path) -> str | None:
    if finding.span is None:
        return None
    try:
        # Only line feeds and carriage returns end a line: that is how places are counted.
        lines = (root / finding.span.path).read_text(encoding="utf-8-sig", errors="replace").split("\n")
        return lines[finding.span.line - 1]
    except (OSError, IndexError):
        return None


def _json(findings: list[Diagnostic], root: Path) -> None:
    click.echo(json.dumps([_entry(finding) for finding in findings], ensure_ascii=False, indent=2))


def _entry(finding: Diagnostic) -> dict[str, object]:
    span = finding.span
    answer = {"answer": finding.answer} if finding.answer else {}
    return answer | {
        "severity": finding.severity.value,
        "code": finding.code.value,
        "message": finding.message,
        "hint": finding.hint,
        "file": span.path if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
    }


def _github(findings: list[Diagnostic], root: Path) -> None:
    for finding in findings:
        span = finding.span
        place = f" file={_property(span.path)},line={span.line},col={span.column}" if span else ""
        kind, more = ("notice", finding.answer) if finding.answer else (finding.severity.value, finding.hint)
        text = f"{finding.message} ({more})" if more else finding.message
        click.echo(f"::{kind}{place}::[{finding.code.value}] {_data(text)}", err=True)


def _data(text: str) -> str:
    """Return a text as an annotation may hold it: what ends its line would begin another command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
