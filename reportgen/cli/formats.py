"""The option that says in which formats a report is written."""

from __future__ import annotations

import click

from reportgen.commands.formats import FORMATS


class _Formats(click.ParamType[tuple[str, ...]]):
    """Formats with commas between them."""

    name = "formats"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """Split and check."""
        names = tuple(str(value).split(",")) if not isinstance(value, tuple) else value
        for name in names:
            if name not in FORMATS:
                self.fail(f"`{name}` is no format; the formats are {', '.join(FORMATS)}", param, ctx)
        return names


FORMAT = click.option("--format", "formats", type=_Formats(), default=FORMATS, help="pdf, docx, or both: pdf,docx.")
