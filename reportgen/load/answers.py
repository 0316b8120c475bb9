"""`answers` of an indicator or a table: `{finding-code: reason}`."""

from __future__ import annotations

from reportgen.diagnostics import Code, suggest
from reportgen.load.fields import Fields
from reportgen.load.values import one_of, text_of
from reportgen.model.dataset import Answer

ANSWERABLE = {
    code.value: code
    for code in (
        Code.SUM_DIFFERS,
        Code.RATIO_DIFFERS,
        Code.RULE_DIFFERS,
        Code.IMPLAUSIBLE,
        Code.NOT_COVERED,
        Code.LEFT_OUT,
        Code.PARTIAL_WHOLE,
        Code.UNNAMED_POPULATION,
        Code.MEAN_DIFFERS,
        Code.UNEXPLAINED_CHANGE,
        Code.UNUSUAL_FACTOR,
        Code.SMALL_CELL,
        Code.NO_SOURCE,
        Code.NO_OWNER,
        Code.COMPARATIVE_DIFFERS,
        Code.NOT_PRINTED,
    )
}
"""The findings about data that may stand for a reason, by their codes."""


def answers_of(fields: Fields) -> dict[str, Answer]:
    """Return the answers by finding's code; WRONG_VALUE for a code that no answer settles."""
    answers: dict[str, Answer] = {}
    for code, (place, node) in fields.mapping("answers").entries.items():
        if code not in ANSWERABLE:
            hint = suggest(code, ANSWERABLE) or f"the codes are {one_of(ANSWERABLE)}"
            fields.diagnostics.error(Code.WRONG_VALUE, f"no finding `{code}` can be answered", place, hint)
            continue
        reason = text_of(node, fields.diagnostics, f"the reason why `{code}` stands")
        if reason is not None:
            answers[code] = Answer(reason, place)
    return answers
