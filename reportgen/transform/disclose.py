"""Answers a framework's provisions: which places of the report disclose what, and what is explained instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportgen.diagnostics import Code, Diagnostics, Span, suggest
from reportgen.model.dataset import Mark
from reportgen.model.index import (
    ALL,
    Answer,
    Explanation,
    Framework,
    IndexRow,
    Marked,
    Obligation,
    Office,
    Provision,
)
from reportgen.model.project import Project
from reportgen.transform.obligation import obligation

_NOTHING = Office()


def disclose(
    marked: Iterable[Marked], framework: Framework, offices: Mapping[str, Office], project: Project
) -> tuple[IndexRow, ...]:
    """Return a row for each provision of a framework, in its order.

    What answers a provision are marks of its own, else the office's explanation, else marks of the provisions that it
    is linked with, else the explanation of one of these.
    """
    by_code: dict[tuple[str, str], list[Marked]] = {}
    for one in marked:
        by_code.setdefault((one.mark.framework, one.mark.code), []).append(one)
    return tuple(_row(provision, framework.id, by_code, offices, project) for provision in framework.provisions)


def check_codes(marked: Iterable[Marked], framework: Framework, office: Office, diagnostics: Diagnostics) -> None:
    """Report each mark, explanation, confirmation and answer that names no provision or component of a framework.

    Nothing is held against a framework without provisions, which is a fault of its catalogue.
    """
    known = {provision.code: {part.id for part in provision.components} for provision in framework.provisions}
    if not known:
        return
    for one in marked:
        if one.mark.framework != framework.id:
            continue
        if one.mark.code not in known:
            _unknown(one.mark.code, framework, one.mark.span, diagnostics)
        elif one.mark.component and one.mark.component not in known[one.mark.code]:
            _unknown_component(one.mark, known[one.mark.code], diagnostics)
    for code, explanation in office.explanations.items():
        if code not in known:
            _unknown(code, framework, explanation.span, diagnostics)


def check_rows(rows: Iterable[IndexRow], framework: Framework, diagnostics: Diagnostics) -> None:
    """Report each provision that is owed and neither answered nor explained, and each that is both."""
    for row in rows:
        code = row.provision.code
        if not row.answers and row.explanation is None and row.obligation is not Obligation.VOLUNTARY:
            diagnostics.error(
                Code.PROVISION_UNANSWERED,
                f"provision `{code}` of `{framework.id}` ({_owed(row)}) is neither disclosed nor explained",
                None,
                f"mark a section `discloses: {{{framework.id}: [{code}]}}`, or explain it in "
                f"`content/indices/{framework.id}.yaml`",
            )
        elif row.answers and row.explanation is not None:
            diagnostics.warning(
                Code.PROVISION_CONTRADICTED,
                f"provision `{code}` is explained as {row.explanation.kind.replace('_', ' ')}, "
                f"but `#{row.answers[0].anchor}` discloses it",
                row.explanation.span,
                "remove the explanation or the mark",
            )


def _owed(row: IndexRow) -> str:
    """Return what a provision is for this issuer, and whether that is sure."""
    owed = row.obligation.value.replace("_", " ")
    return owed if row.confirmed else f"{owed}, to be confirmed"


def _row(
    provision: Provision,
    framework: str,
    by_code: Mapping[tuple[str, str], list[Marked]],
    offices: Mapping[str, Office],
    project: Project,
) -> IndexRow:
    office = offices.get(framework, _NOTHING)
    own = by_code.get((framework, provision.code), [])
    explanation = office.explanations.get(provision.code)
    linked = [] if own or explanation else [one for link in provision.links for one in by_code.get(link, [])]
    if not own and not linked and explanation is None:
        explanation = _linked_explanation(provision, offices)
    marks = tuple(own or linked)
    return IndexRow(
        provision,
        obligation(provision, project.listing, project.periods["current"].start),
        _answers(marks),
        explanation,
        provision.verified or bool(office.confirmed & {provision.code, ALL}),
        marks,
        bool(linked),
    )


def _linked_explanation(provision: Provision, offices: Mapping[str, Office]) -> Explanation | None:
    found = (offices.get(framework, _NOTHING).explanations.get(code) for framework, code in provision.links)
    return next((explanation for explanation in found if explanation is not None), None)


def _answers(marks: Iterable[Marked]) -> tuple[Answer, ...]:
    """Return the places of marks, each once: of a table, the first row that answers."""
    places: dict[str, Answer] = {}
    for one in marks:
        places.setdefault(one.answer.anchor, one.answer)
    return tuple(places.values())


def _unknown(code: str, framework: Framework, span: Span, diagnostics: Diagnostics) -> None:
    known = [provision.code for provision in framework.provisions]
    diagnostics.error(
        Code.UNKNOWN_PROVISION,
        f"`{framework.id}` has no provision `{code}`",
        span,
        _meant(code, known) or f"its provisions run from `{known[0]}` to `{known[-1]}`",
    )


def _meant(code: str, known: list[str]) -> str:
    """Return the hint which provision was meant: one that differs in its letter alone goes before all others."""
    twins = [other for other in known if other[1:] == code[1:]]
    return f"did you mean `{twins[0]}`?" if len(twins) == 1 else suggest(code, known)


def _unknown_component(mark: Mark, known: set[str], diagnostics: Diagnostics) -> None:
    parts = ", ".join(f"`{mark.code}/{part}`" for part in sorted(known))
    hint = suggest(mark.component, known) or (f"its parts are {parts}" if known else f"write `{mark.code}`")
    message = f"the provision `{mark.code}` has no part `{mark.component}`"
    diagnostics.error(Code.UNKNOWN_PROVISION, message, mark.span, hint)
