"""Calls a function for several things at once, each processor with its share of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from reportgen.commands.forked import begin, processors

T = TypeVar("T")
R = TypeVar("R")


def at_once(function: Callable[[T], R], things: Sequence[T]) -> list[R]:
    """Return what a function returns for each thing, in their order.

    What it raises in a process is raised here: the things of a process that failed are done over in this one.
    """
    shares = max(1, min(len(things), processors()))
    begun = [begin(partial(_each, function, things[share::shares])) for share in range(1, shares)]
    made = [_each(function, things[::shares])]
    made += [result() for result in begun]
    return [made[place % shares][place // shares] for place in range(len(things))]


def _each(function: Callable[[T], R], things: Sequence[T]) -> list[R]:
    return [function(thing) for thing in things]
