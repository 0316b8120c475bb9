"""Which runs of nine or more words of a published report stand in the built English PDF.

Usage: python benchmarks/published_sentences.py PUBLISHED.md ENGLISH.pdf

The published text is not part of this repository: the project and its tests do without it. Case, punctuation, hyphens
and breaks of lines and pages do not count. Names of laws, policies, awards and bodies may make a run; whether they do
is for a reader to judge, who finds both places beside each run.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from published_text import Word, read_built, read_published, words

RUN = 9


@dataclass(frozen=True)
class Run:
    """The words that both texts have in a row, with the line and the page."""

    line: int
    page: int
    words: tuple[str, ...]


def main(published: Path, built: Path) -> None:
    theirs, ours = list(words(read_published(published))), list(words(read_built(built)))
    runs = list(common_runs(theirs, ours))
    print(f"{len(runs)} runs of {RUN} words or more, of {len(theirs)} words published and {len(ours)} built")
    for run in runs:
        print(f"line {run.line:>5}  page {run.page:>3}  {len(run.words):>3}  {' '.join(run.words)}")


def common_runs(theirs: list[Word], ours: list[Word]) -> Iterator[Run]:
    """Yield each run once, as long as it can be made."""
    texts = [word.text for word in theirs]
    places = {tuple(texts[at : at + RUN]): at for at in range(len(texts) - RUN + 1)}
    at = 0
    while at <= len(ours) - RUN:
        there = places.get(tuple(word.text for word in ours[at : at + RUN]))
        if there is None:
            at += 1
            continue
        length = RUN
        while (here := ours[at : at + length + 1])[length:] and [w.text for w in here] == texts[there:][: length + 1]:
            length += 1
        yield Run(theirs[there].part, ours[at].part, tuple(texts[there : there + length]))
        at += length


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
