"""All checks, and the one function that makes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reportgen.diagnostics import Code, Diagnostic, Diagnostics
from reportgen.load.answers import ANSWERABLE
from reportgen.model.dataset import Dataset
from reportgen.model.project import Project
from reportgen.transform.reconcile.changes import unexplained_changes
from reportgen.transform.reconcile.comparatives import comparatives
from reportgen.transform.reconcile.coverage import coverage
from reportgen.transform.reconcile.factors import unusual_factors
from reportgen.transform.reconcile.left_out import left_out
from reportgen.transform.reconcile.means import means
from reportgen.transform.reconcile.partial_wholes import partial_wholes
from reportgen.transform.reconcile.populations import unnamed_populations
from reportgen.transform.reconcile.provenance import provenance
from reportgen.transform.reconcile.settle import settle
from reportgen.transform.reconcile.small_cells import small_cells

Check = Callable[[Dataset, Project], Iterator[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    coverage,
    left_out,
    partial_wholes,
    unnamed_populations,
    means,
    unexplained_changes,
    unusual_factors,
    small_cells,
    provenance,
    comparatives,
)


def reconcile(dataset: Dataset, project: Project, computed: Iterable[Diagnostic], diagnostics: Diagnostics) -> None:
    """Add what the checks find, and what computing the dataset found, with the answers that the data give."""
    found = [*computed, *(finding for check in CHECKS for finding in check(dataset, project))]
    later = {Code.NOT_PRINTED}
    diagnostics.extend(settle(found, dataset, {*ANSWERABLE.values()} - later))
