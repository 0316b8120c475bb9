"""`answers` of an indicator or a table: `{finding-code: reason}`."""

from __future__ import annotations

from collections.abc import Mapping as Table

from reportgen.diagnostics import Code, Diagnostics, suggest
from reportgen.load.fields import Fields
from reportgen.load.values import one_of, text_of
from reportgen.load.yaml_nodes import Mapping
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


PROVISION_ANSWERABLE = {
    code.value: code
    for code in (
        Code.QUANTITY_IN_WORDS,
        Code.COMPONENT_MISSING,
        Code.UNIT_NOT_ASKED,
        Code.YEARS_MISSING,
        Code.BREAKDOWN_MISSING,
    )
}
"""The findings about a provision that may stand for a reason."""


def answers_of(fields: Fields) -> dict[str, Answer]:
    """Return the answers by finding's code; WRONG_VALUE for a code that no answer settles."""
    return answers_in(fields.mapping("answers"), ANSWERABLE, fields.diagnostics)


def answers_in(node: Mapping, answerable: Table[str, Code], diagnostics: Diagnostics) -> dict[str, Answer]:
    """Return the answers in a mapping by finding's code; WRONG_VALUE for a code that is not ``answerable``."""
    answers: dict[str, Answer] = {}
    for code, (place, value) in node.entries.items():
        if code not in answerable:
            hint = suggest(code, answerable) or f"the codes are {one_of(answerable)}"
            diagnostics.error(Code.WRONG_VALUE, f"no finding `{code}` can be answered", place, hint)
            continue
        reason = text_of(value, diagnostics, f"the reason why `{code}` stands")
        if reason is not None:
            answers[code] = Answer(reason, place)
    return answers
