"""A framework followed in a year, or by an issuer, that it is not for."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Code, Diagnostic
from reportgen.load.versions import family_of, version_for
from reportgen.model.index import Framework
from reportgen.transform.index_checks.seen import Seen, warn


def wrong_version(framework: Framework, seen: Seen) -> Iterator[Diagnostic]:
    """Yield WRONG_VERSION for a framework that is not for the report's financial year, or not for its boards."""
    project = seen.project
    start, place = project.periods["current"].start, project.frameworks[framework.id]
    if not framework.start <= start <= framework.end:
        family = family_of(framework.id)
        right = version_for(family, project.known_frameworks, start)
        hint = f"write `{family}`, which is `{right}` for this year" if right != framework.id else ""
        message = f"`{framework.id}` is not for financial years that begin on {start}"
        yield warn(Code.WRONG_VERSION, message, place, hint)
    boards = project.listing.boards
    if framework.boards and boards and not framework.boards & boards:
        named = ", ".join(f"`{board}`" for board in sorted(framework.boards))
        message = f"`{framework.id}` is for issuers of {named}, and the report's `listing` has none of them"
        yield warn(Code.WRONG_VERSION, message, place, "correct `boards` under `listing`, or take it out")
