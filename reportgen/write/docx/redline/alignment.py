"""Which piece of the new document was which of the older one: in order, none crossing another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

from reportgen.i18n.matching import match
from reportgen.write.docx.redline.block import Block

Pair = tuple[Block | None, Block | None]


def align(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Pair]:
    """Yield what was and what is in order: both where one became the other, ``None`` where there is no other.

    What stayed the same is found first, then what has the same name, then what has most of its words in common.
    """
    matcher = SequenceMatcher(None, [_same(block) for block in old], [_same(block) for block in new], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(old[i:j], new[k:m], strict=True)
        else:
            yield from _by_name(old[i:j], new[k:m])


def _same(block: Block) -> Hashable:
    return block.kind, block.text


def _named(block: Block) -> Hashable:
    """Return what a block is known by; what has no name is known by itself alone."""
    return (block.kind, block.name) if block.name else id(block)


def _by_name(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Pair]:
    names = [[_named(block) for block in side] for side in (old, new)]
    matcher = SequenceMatcher(None, names[0], names[1], autojunk=False)
    i = k = 0
    for begin, start, size in matcher.get_matching_blocks():
        yield from _by_words(old[i:begin], new[k:start])
        yield from zip(old[begin : begin + size], new[start : start + size], strict=True)
        i, k = begin + size, start + size


def _by_words(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Pair]:
    found = match([block.text for block in new], [block.text for block in old])
    pairs = [(theirs, ours) for ours, theirs in found.items() if new[ours].kind == old[theirs].kind]
    i = k = 0
    for theirs, ours in [*_rising(sorted(pairs, key=lambda pair: pair[1])), (len(old), len(new))]:
        yield from ((block, None) for block in old[i:theirs])
        yield from ((None, block) for block in new[k:ours])
        if theirs < len(old):
            yield old[theirs], new[ours]
        i, k = theirs + 1, ours + 1


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the most pairs whose first numbers rise; their second ones do already."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, (first, _) in enumerate(pairs):
        place = bisect_left(ends, first)
        ends[place : place + 1] = [first]
        last[place : place + 1] = [at]
        before.append(last[place - 1] if place else -1)
    chain: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]
