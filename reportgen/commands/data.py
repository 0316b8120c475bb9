"""What the commands about data share: the dataset of a report, without its text and pages."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from reportgen.diagnostics import Diagnostics, ReportError
from reportgen.load.dataset import load_dataset
from reportgen.load.project import load_project
from reportgen.model.dataset import Dataset
from reportgen.model.project import Project
from reportgen.transform.compute import compute


class Data(Struct, frozen=True):
    """A report's project, and its dataset with what follows from the rules."""

    project: Project
    dataset: Dataset


def load_data(root: Path, diagnostics: Diagnostics) -> Data:
    """Read and compute a report's data.

    Totals that differ from their parts are no obstacle here: `check` reports them, and an import may be their cure.
    Raises ReportError where the files themselves have faults.
    """
    own = Diagnostics()
    project = load_project(root, own)
    dataset = load_dataset(project, own)
    diagnostics.extend(own)
    if own.failed:
        raise ReportError(own)
    return Data(project, compute(dataset, project.periods, Diagnostics()))
