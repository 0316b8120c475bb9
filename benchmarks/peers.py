"""How long each language's PDF takes from a cold start to the file, beside pandoc with Typst to PDF/UA-1.

Usage: python benchmarks/peers.py PEERS [--runs 9] [--project FOLDER]

PEERS is a Python in an environment that has the peers: ``pip install pypandoc_binary typst``. They set the same text,
written as pandoc's Markdown, in the same faces (static instances, made before). Both commands run by turns as whole
processes, compiled modules present and ``build/`` empty; the ratio is the median of the pairs' ratios. Then the report
is made ten times as long, and set once more. Times are seconds on the wall, memory is the peak of the process (and its
children), sizes are bytes.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

TIMES = 10
COLUMNS = ("ours s", "peers s", "ratio", "ours MiB", "peers MiB", "ours kB", "peers kB", "ratio")
FONT = {"en": ("Source Serif 4",), "zh_Hans": ("Source Serif 4", "Noto Sans SC")}
COMPILE = (
    "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]],"
    " ignore_system_fonts=True, pdf_standards='ua-1')"
)
TEMPLATE = """\
#set document(title: [$title$], author: "$author$")
#set page(paper: "a4", margin: (x: 56.7pt, top: 68pt, bottom: 68pt), numbering: "1")
#set text(font: ($fonts$), size: 11pt, lang: "$lang$")
#set par(justify: $justify$, leading: 0.55em)
#let horizontalrule = line(length: 100%)
#outline(depth: 2)
$body$
"""


@dataclass(frozen=True)
class Run:
    """A process that ended: how long it took, and its peak of memory in MiB."""

    seconds: float
    memory: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("peers", help="a Python that has pypandoc_binary and typst")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--project", type=Path, default=Path.cwd())
    wanted = parser.parse_args()
    pandoc = subprocess.run(
        [wanted.peers, "-c", "import pypandoc; print(pypandoc.get_pandoc_path())"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    with TemporaryDirectory() as folder:
        work = Path(folder)
        prepared("fonts", work / "fonts")
        peers = Peers(wanted.peers, pandoc, work)
        once = compare(wanted.project, peers, wanted.runs, work)
        longer = work / "longer"
        prepared("longer", wanted.project, longer, str(TIMES))
        grow(longer, once, peers, work)


class Peers:
    """Pandoc and Typst, by which a report's text becomes a PDF."""

    def __init__(self, python: str, pandoc: str, work: Path) -> None:
        self._python, self._pandoc, self._work = python, pandoc, work

    def prepare(self, project: Path, locale: str) -> Path:
        """Write the same text as Markdown."""
        path = self._work / f"text.{locale}.md"
        prepared("text", project, locale, path)
        fonts = "".join(f'"{font}", ' for font in FONT[locale])
        template = TEMPLATE.replace("$fonts$", fonts).replace("$justify$", str(locale != "en").lower())
        (self._work / f"template.{locale}.typ").write_text(template, "utf-8")
        return path

    def run(self, text: Path, locale: str) -> tuple[Run, Path]:
        """Make a PDF of the text, from a cold start; return how long both programs took together."""
        middle, pdf = text.with_suffix(".typ"), text.with_suffix(".pdf")
        pdf.unlink(missing_ok=True)
        template = self._work / f"template.{locale}.typ"
        first = timed([self._pandoc, str(text), "-t", "typst", "--template", str(template), "-o", str(middle)])
        second = timed([self._python, "-c", COMPILE, str(middle), str(pdf), str(self._work / "fonts")])
        return Run(first.seconds + second.seconds, max(first.memory, second.memory)), pdf


def compare(project: Path, peers: Peers, runs: int, work: Path) -> dict[str, Run]:
    """Print both, by turns, for each language; return our own medians."""
    print(" " * 10 + "".join(f"{name:>10}" for name in COLUMNS))
    medians = {}
    for locale in FONT:
        text = peers.prepare(project, locale)
        pairs, sizes = [], (0, 0)
        for _ in range(runs + 1):  # the first pair warms the disk
            mine, own = ours(project, locale, work)
            theirs, other = peers.run(text, locale)
            pairs.append((mine, theirs))
            sizes = (own.stat().st_size, other.stat().st_size)
        pairs = pairs[1:]
        mine, theirs = (tuple(pair[side] for pair in pairs) for side in (0, 1))
        ratio = median(one.seconds / other.seconds for one, other in pairs)
        medians[locale] = Run(median(run.seconds for run in mine), max(run.memory for run in mine))
        print_row(locale, medians[locale], middle_of(theirs), ratio, sizes)
    return medians


def grow(project: Path, once: dict[str, Run], peers: Peers, work: Path) -> None:
    """Print both for the longer report, and by how much ours grew."""
    print(f"{TIMES} times the content:")
    for locale in FONT:
        text = peers.prepare(project, locale)
        mine, own = ours(project, locale, work)
        theirs, other = peers.run(text, locale)
        sizes = (own.stat().st_size, other.stat().st_size)
        print_row(locale, mine, theirs, mine.seconds / theirs.seconds, sizes)
        print(f"{'':>8}  ours takes {mine.seconds / once[locale].seconds:.1f} times as long")


def ours(project: Path, locale: str, work: Path) -> tuple[Run, Path]:
    """Build a language's PDF with an empty ``build/``."""
    built = project / "build"
    for old in built.glob("*.pdf"):
        old.unlink()
    options = ["--project", str(project), "--locale", locale, "--format", "pdf"]
    run = timed([sys.executable, "-m", "reportgen", "build", *options])
    pdf = next(built.glob(f"*.{locale}.pdf"))
    return run, Path(shutil.copy(pdf, work / f"ours.{locale}.pdf"))


def timed(command: Sequence[str]) -> Run:
    """Run a command to its end."""
    begin = perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - begin
    if status:
        raise SystemExit(f"{' '.join(command)}\n{said.decode()}")
    return Run(seconds, usage.ru_maxrss / 1024)


def middle_of(runs: Sequence[Run]) -> Run:
    """Return the median time and the highest peak."""
    return Run(median(run.seconds for run in runs), max(run.memory for run in runs))


def print_row(locale: str, mine: Run, theirs: Run, ratio: float, sizes: tuple[int, int]) -> None:
    """Print a line of the table."""
    times = f"{mine.seconds:>10.2f}{theirs.seconds:>10.2f}{ratio:>10.2f}"
    memory = f"{mine.memory:>10.0f}{theirs.memory:>10.0f}"
    size = f"{sizes[0] / 1000:>10.0f}{sizes[1] / 1000:>10.0f}{sizes[0] / sizes[1]:>10.2f}"
    print(f"{locale:>10}{times}{memory}{size}", flush=True)


def prepared(what: str, *arguments: str | Path) -> None:
    """Prepare something in a process of its own: what this one holds would count as memory of those it starts."""
    script = Path(__file__).with_name("prepare.py")
    subprocess.run([sys.executable, str(script), what, *map(str, arguments)], check=True)


if __name__ == "__main__":
    main()
