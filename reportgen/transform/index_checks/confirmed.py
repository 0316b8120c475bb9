"""Provisions whose code or words nobody has compared with the framework's own text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.diagnostics import Code, Diagnostic, Severity
from reportgen.model.index import Framework, IndexRow

_SHOWN = 6


def unconfirmed(rows: Iterable[IndexRow], framework: Framework) -> Iterator[Diagnostic]:
    """Yield UNCONFIRMED, once for a framework, with the codes of what its index prints as to be confirmed."""
    codes = [row.provision.code for row in rows if not row.confirmed and row.printed]
    if codes:
        more = f" and {len(codes) - _SHOWN} more" if len(codes) > _SHOWN else ""
        named = ", ".join(f"`{code}`" for code in codes[:_SHOWN])
        yield Diagnostic(
            Code.UNCONFIRMED,
            f"{len(codes)} provisions of `{framework.id}` are to be confirmed: {named}{more}",
            None,
            "compare them with the framework's own text, then name them under `confirmed` in "
            f"`content/indices/{framework.id}.yaml`",
            Severity.WARNING,
        )
