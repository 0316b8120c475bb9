"""How long data take: load, compute, reconcile and bind, for datasets of rising size.

Usage: python benchmarks/data.py

A dataset of 5,000 indicators with values for 10 periods and 2,000 references is the measure; it is made 1, 2, 5 and 10
times as large. Times are seconds of the processor, of one run each. Files are read from a temporary folder; pages are
not made.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from reportgen.diagnostics import Diagnostics, Span
from reportgen.load.dataset import load_dataset
from reportgen.load.project import load_project
from reportgen.load.units import load_units
from reportgen.model.block import Document, Paragraph
from reportgen.model.inline import Bound, Ref
from reportgen.model.locale import LOCALES
from reportgen.model.walk import walk
from reportgen.transform.bind import bind
from reportgen.transform.compute import compute
from reportgen.transform.reconcile.registry import reconcile

INDICATORS, PERIODS, REFERENCES = 5_000, 10, 2_000
SIZES = (1, 2, 5, 10)
FILE = 250
"""How many indicators stand in a file."""
GROUP = 10
"""Nine indicators and their sum."""

REPORT = """\
id: benchmark
title: Benchmark
short_title: Benchmark
company: {{name: A, other_name: B, short_name: C, incorporation: D, codes: []}}
periods:
{periods}
source: en
locales: [en]
prevails: en
frameworks: []
chapters:
  - {{id: about, title: About, family: brand, sections: [about]}}
"""
LAST_YEARS = range(2023, 2023 - PERIODS, -1)
FORMS = ("", "value", "change", "difference", "share", "as_gj", "compact")


def main() -> None:
    load_units()
    print(f"{'indicators':>10} {'facts':>8} {'references':>10}  " + " ".join(f"{name:>10}" for name in STEPS))
    for size in SIZES:
        with TemporaryDirectory() as folder:
            facts = write(Path(folder), INDICATORS * size)
            gc.collect()
            times = measure(Path(folder), size)
        columns = " ".join(f"{seconds:>9.2f}s" for seconds in (*times, sum(times)))
        print(f"{INDICATORS * size:>10,} {facts:>8,} {REFERENCES * size:>10,}  {columns}", flush=True)


STEPS = ("load", "compute", "reconcile", "bind", "together")


def measure(root: Path, size: int) -> list[float]:
    found, times = Diagnostics(), list[float]()

    def timed(step: Callable[[], Any]) -> Any:
        begin = process_time()
        result = step()
        times.append(process_time() - begin)
        return result

    project = load_project(root, found)
    loaded = timed(lambda: load_dataset(project, found))
    dataset = timed(lambda: compute(loaded, project.periods, found))
    timed(lambda: reconcile(dataset, project, (), found))
    document = Document("en", (), (), (), tuple(paragraphs(size)))
    errors = Diagnostics()
    result = timed(lambda: bind(document, dataset, project, LOCALES["en"], errors))
    bound = sum(isinstance(node, Bound) and node.occurrence >= 0 for node in walk(result))
    if found.failed or len(errors) or bound != REFERENCES * size:
        sys.exit(f"{[d.message for d in (*found, *errors)][:5]}, {bound} references bound")
    return times


def write(root: Path, count: int) -> int:
    """Write a project; return how many values it files."""
    names = ["current", "prior", *(f"prior{at}" for at in range(2, PERIODS))]
    years = [
        f"  {name}: {{label: {y}, from: {y}-01-01, to: {y}-12-31}}" for y, name in zip(LAST_YEARS, names, strict=True)
    ]
    (root / "content/kpis").mkdir(parents=True)
    (root / "content/report.yaml").write_text(REPORT.format(periods="\n".join(years)), encoding="utf-8")
    for first in range(0, count, FILE):
        entries = "".join(entry(at, names) for at in range(first, first + FILE))
        (root / f"content/kpis/k{first}.yaml").write_text(f"indicators:\n{entries}", encoding="utf-8")
    return (count - count // GROUP) * PERIODS


def entry(at: int, names: list[str]) -> str:
    group = at // GROUP * GROUP
    members = [f"i{other}" for other in range(group + 1, group + GROUP)]
    if at == group:
        return f"  i{at}: {{name: Total {at}, unit: MWh, sum: [{', '.join(members)}]}}\n"
    values = ", ".join(
        f"{name}: {1000 + (at * 37 + year * 11) % 900}.{at % 90 + 10}" for year, name in enumerate(names)
    )
    return f"  i{at}: {{name: Energy {at}, unit: MWh, values: {{{values}}}}}\n"


def paragraphs(size: int) -> Iterator[Paragraph]:
    """Yield references in sentences, spread over the indicators and forms; what is a whole has no share."""
    here = Span("content/sections/about.md", 1, 1)
    for at in range(REFERENCES * size):
        indicator = at * 7 % (INDICATORS * size)
        form = FORMS[at % len(FORMS)]
        yield Paragraph(
            (Ref(f"i{indicator}", "", "" if form == "share" and not indicator % GROUP else form, here),), here
        )


if __name__ == "__main__":
    main()
