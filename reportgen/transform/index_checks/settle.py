"""The office's answers to findings about its index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from reportgen.diagnostics import Code, Diagnostic
from reportgen.model.index import Office
from reportgen.transform.index_checks.seen import warn


def settle(found: Mapping[str, list[Diagnostic]], office: Office) -> Iterator[Diagnostic]:
    """Yield the findings of each provision, answered where the office has an answer; UNUSED_ANSWER for others."""
    for code, findings in found.items():
        answers = office.answers.get(code, {})
        for finding in findings:
            answer = answers.get(finding.code.value)
            yield finding if answer is None else replace(finding, answer=answer.reason)
    for code, answers in office.answers.items():
        present = {finding.code.value for finding in found.get(code, [])}
        for name, answer in answers.items():
            if name not in present:
                message = f"there is no finding `{name}` that `{code}` could answer"
                yield warn(Code.UNUSED_ANSWER, message, answer.span, "remove the answer")
