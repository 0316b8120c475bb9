"""What a translator is told of a reference: how it prints, as an example in the comment of its message.

An example stays as it is as long as its message does: it shows the kind of thing, and a new year's data are no reason
for a catalogue to change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

Example = Callable[[str], str]
"""How a reference such as ``{ghg_scope2}`` prints; empty where that cannot be said."""

_IS = " = "


def with_examples(comment: str, braces: Iterable[str], before: str, example: Example) -> str:
    """Return a message's comment with a line for each of its references. ``before`` is the comment it had."""
    known = dict(_examples(before))
    lines = [comment] if comment else []
    for reference in braces:
        text = known.get(reference) or example(reference)
        lines += [f"{reference}{_IS}{text}"] if text else []
    return "\n".join(lines)


def without_examples(comment: str) -> str:
    """Return a comment's other lines: where the message stands."""
    return "\n".join(line for line in comment.split("\n") if not _is_example(line))


def examples(comment: str) -> dict[str, str]:
    """Return how each reference prints, as a comment says."""
    return dict(_examples(comment))


def _examples(comment: str) -> Iterator[tuple[str, str]]:
    for line in comment.split("\n"):
        if _is_example(line):
            reference, _, text = line.partition(_IS)
            yield reference, text


def _is_example(line: str) -> bool:
    return line.startswith("{") and f"}}{_IS}" in line
