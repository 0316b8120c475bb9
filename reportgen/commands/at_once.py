"""Calls a function for several things at once, each processor with its share of them.

A process that is forked knows all that was read before, and sends back no more than what the function returns. Where
processes cannot be forked (Windows) or should not be (macOS, whose own libraries may be at work in threads), and where
there is one processor, the things come one after the other, with the same results.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    _Begun = tuple[BaseProcess, Connection]

T = TypeVar("T")
R = TypeVar("R")


def at_once(function: Callable[[T], R], things: Sequence[T]) -> list[R]:
    """Return what a function returns for each thing, in their order.

    What it raises in a process is raised here: the things of a process that failed are done over in this one.
    """
    shares = min(len(things), _processors())
    if shares < 2:
        return [function(thing) for thing in things]
    begun = [_begin(function, things[share::shares]) for share in range(1, shares)]
    made = [[function(thing) for thing in things[::shares]]]
    for share, one in enumerate(begun, start=1):
        made.append(_finished(one) or [function(thing) for thing in things[share::shares]])
    return [made[place % shares][place // shares] for place in range(len(things))]


def _processors() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return 1


def _begin(function: Callable[[T], R], things: Sequence[T]) -> _Begun:
    """Begin with things in another process; return it, and where its results will come out."""
    from multiprocessing import get_context  # noqa: PLC0415 - 15 ms that one language does not need

    context = get_context("fork")
    out, into = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(into, function, things), daemon=True)
    process.start()
    into.close()
    return process, out


def _send(into: Connection, function: Callable[[Any], Any], things: Sequence[Any]) -> None:
    try:
        into.send([function(thing) for thing in things])
    except (Exception, KeyboardInterrupt):
        into.close()


def _finished(begun: _Begun) -> list[Any] | None:
    """Return the results of a process, or ``None`` where it ended without any."""
    process, out = begun
    try:
        results: list[Any] | None = out.recv()
    except EOFError:
        results = None
    process.join()
    return results
