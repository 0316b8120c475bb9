"""How long a report takes from a cold start to its files, beside pandoc with Typst to PDF/UA-1, and pandoc to Word.

Usage: python benchmarks/peers.py PEERS [--runs 9] [--project FOLDER]

PEERS is a Python in an environment that has the peers: ``pip install pypandoc_binary typst``. They set the same text,
written as pandoc's Markdown, in the same faces (static instances, made before). Each language's PDF is one job, both
files of both languages are another. Both sides run by turns as whole processes, compiled modules present and ``build/``
empty; the ratio is the median of the pairs' ratios. Then the report is made ten times as long, and set once more. Times
are seconds on the wall, memory is the peak of a process, sizes are thousands of bytes.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

TIMES = 10
COLUMNS = ("ours s", "peers s", "ratio", "ours MiB", "peers MiB", "ours kB", "peers kB", "ratio")
FONT = {"en": ("Source Serif 4",), "zh_Hans": ("Source Serif 4", "Noto Sans CJK SC")}
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
    """What ended: how long it took, its peak of memory in MiB, the bytes of what it wrote."""

    seconds: float
    memory: float
    size: int = 0


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
        print(" " * 12 + "".join(f"{name:>10}" for name in COLUMNS))
        once = compare(wanted.project, peers, wanted.runs)
        longer = work / "longer"
        prepared("longer", wanted.project, longer, str(TIMES))
        grow(longer, once, peers)


class Peers:
    """Pandoc and Typst, by which a report's text becomes a PDF, and pandoc alone, by which it becomes a Word file."""

    def __init__(self, python: str, pandoc: str, work: Path) -> None:
        self._python, self._pandoc, self._work = python, pandoc, work

    def prepare(self, project: Path) -> None:
        """Write the same text as Markdown in each language."""
        for locale, faces in FONT.items():
            prepared("text", project, locale, self._text(locale))
            fonts = "".join(f'"{font}", ' for font in faces)
            template = TEMPLATE.replace("$fonts$", fonts).replace("$justify$", str(locale != "en").lower())
            (self._work / f"template.{locale}.typ").write_text(template, "utf-8")

    def pdf(self, locale: str) -> Run:
        """Make a PDF of the text, from a cold start; return how long both programs took together."""
        text = self._text(locale)
        middle, pdf = text.with_suffix(".typ"), text.with_suffix(".pdf")
        pdf.unlink(missing_ok=True)
        template = self._work / f"template.{locale}.typ"
        first = timed([self._pandoc, str(text), "-t", "typst", "--template", str(template), "-o", str(middle)])
        second = timed([self._python, "-c", COMPILE, str(middle), str(pdf), str(self._work / "fonts")])
        return one_after_the_other(first, second, pdf.stat().st_size)

    def docx(self, locale: str) -> Run:
        """Make a Word file of the text."""
        text = self._text(locale)
        made = timed([self._pandoc, str(text), "--toc", "-o", str(text.with_suffix(".docx"))])
        return replace(made, size=text.with_suffix(".docx").stat().st_size)

    def everything(self) -> Run:
        """Make both files in each language."""
        runs = [make(locale) for locale in FONT for make in (self.pdf, self.docx)]
        return reduce(lambda one, other: one_after_the_other(one, other, one.size + other.size), runs)

    def _text(self, locale: str) -> Path:
        return self._work / f"text.{locale}.md"


def jobs(project: Path, peers: Peers) -> dict[str, tuple[Callable[[], Run], Callable[[], Run]]]:
    """Return what is to be compared: ours and theirs."""
    pdfs = {
        f"{locale} PDF": (
            lambda locale=locale: ours(project, "--locale", locale, "--format", "pdf"),
            lambda locale=locale: peers.pdf(locale),
        )
        for locale in FONT
    }
    return {**pdfs, "all four": (lambda: ours(project), peers.everything)}


def compare(project: Path, peers: Peers, runs: int) -> dict[str, Run]:
    """Print both, by turns, for each job; return our own medians."""
    peers.prepare(project)
    medians = {}
    for name, (mine, theirs) in jobs(project, peers).items():
        pairs = [(mine(), theirs()) for _ in range(runs + 1)][1:]  # the first pair warms the disk
        ratio = median(one.seconds / other.seconds for one, other in pairs)
        own, other = (middle_of([pair[side] for pair in pairs]) for side in (0, 1))
        medians[name] = own
        print_row(name, own, other, ratio)
    return medians


def grow(project: Path, once: dict[str, Run], peers: Peers) -> None:
    """Print both for the longer report, and by how much ours grew."""
    print(f"{TIMES} times the content:")
    peers.prepare(project)
    for name, (mine, theirs) in jobs(project, peers).items():
        own, other = mine(), theirs()
        print_row(name, own, other, own.seconds / other.seconds)
        print(f"{'':>8}  ours takes {own.seconds / once[name].seconds:.1f} times as long")


def ours(project: Path, *options: str) -> Run:
    """Build with an empty ``build/``."""
    built = project / "build"
    for old in (*built.glob("*.pdf"), *built.glob("*.docx")):
        old.unlink()
    run = timed([sys.executable, "-m", "reportgen", "build", "--project", str(project), *options])
    return replace(run, size=sum(file.stat().st_size for file in (*built.glob("*.pdf"), *built.glob("*.docx"))))


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
    return Run(median(run.seconds for run in runs), max(run.memory for run in runs), runs[-1].size)


def one_after_the_other(first: Run, second: Run, size: int) -> Run:
    """Return two runs as one that wrote so many bytes."""
    return Run(first.seconds + second.seconds, max(first.memory, second.memory), size)


def print_row(name: str, mine: Run, theirs: Run, ratio: float) -> None:
    """Print a line of the table."""
    times = f"{mine.seconds:>10.2f}{theirs.seconds:>10.2f}{ratio:>10.2f}"
    memory = f"{mine.memory:>10.0f}{theirs.memory:>10.0f}"
    size = f"{mine.size / 1000:>10.0f}{theirs.size / 1000:>10.0f}{mine.size / theirs.size:>10.2f}"
    print(f"{name:>12}{times}{memory}{size}", flush=True)


def prepared(what: str, *arguments: str | Path) -> None:
    """Prepare something in a process of its own: what this one holds would count as memory of those it starts."""
    script = Path(__file__).with_name("prepare.py")
    subprocess.run([sys.executable, str(script), what, *map(str, arguments)], check=True)


if __name__ == "__main__":
    main()
