"""Answers a framework's provisions: which places of the report disclose what, and what is explained instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportgen.diagnostics import Code, Diagnostics, Span, suggest
from reportgen.model.block import Directive, Heading, Section
from reportgen.model.dataset import Dataset, GroupOf, RowOf, TableOf
from reportgen.model.figure import ChartOf
from reportgen.model.index import Answer, Explanation, Framework, IndexRow
from reportgen.model.walk import walk


def disclose(
    sections: Iterable[Section],
    dataset: Dataset,
    charts: Mapping[str, ChartOf],
    framework: Framework,
    explanations: Mapping[str, Explanation],
    diagnostics: Diagnostics,
) -> tuple[IndexRow, ...]:
    """Return a row for each provision of a framework, in its order.

    A place answers a provision if it is marked with it (``discloses`` of a section or heading), or prints a table or
    chart of an indicator that is. A provision neither answered nor explained is an error, and so is a mark or an
    explanation that names no provision; one that is both answered and explained away is a warning.
    """
    codes = [provision.code for provision in framework.provisions]
    answers: dict[str, dict[Answer, None]] = {code: {} for code in codes}
    for code, answer, span in _marks(sections, dataset, charts, framework.id):
        if code in answers:
            answers[code][answer] = None
        else:
            _unknown(code, framework, span, diagnostics)
    for code, explanation in explanations.items():
        if code not in answers:
            _unknown(code, framework, explanation.span, diagnostics)
    rows = tuple(IndexRow(p, tuple(answers[p.code]), explanations.get(p.code)) for p in framework.provisions)
    for row in rows:
        _check(row, framework, diagnostics)
    return rows


def _marks(
    sections: Iterable[Section], dataset: Dataset, charts: Mapping[str, ChartOf], framework: str
) -> Iterator[tuple[str, Answer, Span]]:
    for section in sections:
        for node in walk((section.heading, section.blocks)):
            match node:
                case Heading(discloses=marks, anchor=anchor):
                    found = list(marks)
                case Directive(argument=argument):
                    anchor = section.heading.anchor
                    found = [
                        mark
                        for indicator in _printed(argument, dataset.tables, charts)
                        for mark in dataset.indicators[indicator].discloses
                    ]
                case _:
                    continue
            for mark in found:
                if mark.framework == framework:
                    yield mark.code, Answer(anchor, section.id), mark.span


def _printed(argument: str, tables: Mapping[str, TableOf], charts: Mapping[str, ChartOf]) -> list[str]:
    """Return the indicators that a directive prints, by the table or chart that it names."""
    names = [category.indicator for category in charts[argument].categories] if argument in charts else []
    for row in tables[argument].rows if argument in tables else ():
        match row:
            case RowOf(indicator):
                names.append(indicator)
            case GroupOf(rows=rows):
                names.extend(inner.indicator for inner in rows)
    return names


def _unknown(code: str, framework: Framework, span: Span, diagnostics: Diagnostics) -> None:
    known = [provision.code for provision in framework.provisions]
    diagnostics.error(
        Code.UNKNOWN_PROVISION,
        f"`{framework.id}` has no provision `{code}`",
        span,
        suggest(code, known) or f"its provisions run from `{known[0]}` to `{known[-1]}`",
    )


def _check(row: IndexRow, framework: Framework, diagnostics: Diagnostics) -> None:
    code = row.provision.code
    if not row.answers and row.explanation is None:
        diagnostics.error(
            Code.PROVISION_UNANSWERED,
            f"provision `{code}` of `{framework.id}` is neither disclosed nor explained",
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
