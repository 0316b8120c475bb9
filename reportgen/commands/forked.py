"""Lets a function work in a process of its own, while this one does something else.

A process that is forked knows all that was read before, and sends back no more than what the function returns. Where
processes cannot be forked (Windows) or should not be (macOS, whose own libraries may be at work in threads), and where
there is one processor, the function works in this process when its result is asked for: with the same result.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import NoReturn, TypeVar

A = TypeVar("A")
R = TypeVar("R")

_LENGTH = 8
"""How many bytes say how long a result is: one that is cut short is none."""
_ending: set[int] = set()
"""Processes whose result is here. For the system to take their memory back takes 6 to 10 ms: nobody waits for that."""


def processors() -> int:
    """Return how many processes may work side by side."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return 1


def begin(function: Callable[[], R]) -> Callable[[], R]:
    """Begin with a function in another process; return one that waits for its result.

    Where the process ended without a result, the function is done over in this one: what it raised there, it raises
    here.
    """
    if processors() < 2:
        return function
    out, into = os.pipe()
    return partial(_result, function, _forked(partial(_send, function, into), out, into), out)


def stand_by(get_ready: Callable[[], Callable[[A], R]]) -> Callable[[A], Callable[[], R]]:
    """Let another process get ready for a function; return what begins with it there, once, as `begin` would.

    ``get_ready`` imports what the function needs, and returns it. A process of which nothing is asked ends with this
    one.
    """
    if processors() < 2:
        return partial(_begin_with, get_ready)
    out, into = os.pipe()
    heard, asked = os.pipe()
    process = _forked(partial(_serve, get_ready, heard, into), out, into, asked)
    os.close(heard)
    return partial(_ask, get_ready, process, asked, out)


def _begin_with(get_ready: Callable[[], Callable[[A], R]], given: A) -> Callable[[], R]:
    return begin(lambda: get_ready()(given))


def _forked(work: Callable[[], NoReturn], out: int, into: int, *others: int) -> int:
    """Return the number of a process that works and writes into a pipe; it keeps none of the ends that are not its."""
    _bury()
    process = os.fork()
    if process == 0:
        for end in (out, *others):  # or it would wait for itself to read or to write, where nobody else does
            os.close(end)
        work()
    os.close(into)
    return process


def _serve(get_ready: Callable[[], Callable[[A], object]], heard: int, into: int) -> NoReturn:
    try:
        function = get_ready()
        with open(heard, "rb") as pipe:
            given = pipe.read()
        if given:
            _send(lambda: function(pickle.loads(given)), into)
    finally:
        os._exit(1)


def _ask(get_ready: Callable[[], Callable[[A], R]], process: int, asked: int, out: int, given: A) -> Callable[[], R]:
    with suppress(BrokenPipeError), open(asked, "wb") as pipe:  # it has ended: then the function works here
        pipe.write(pickle.dumps(given, pickle.HIGHEST_PROTOCOL))
    return partial(_result, lambda: get_ready()(given), process, out)


def _send(function: Callable[[], object], into: int) -> NoReturn:
    status = 1
    try:
        result = pickle.dumps(function(), pickle.HIGHEST_PROTOCOL)
        with open(into, "wb") as pipe:
            pipe.write(len(result).to_bytes(_LENGTH))
            pipe.write(result)
        status = 0
    finally:
        os._exit(status)  # neither what was raised nor what was to be done at the end is this process's to say and do


def _result(function: Callable[[], R], process: int, out: int) -> R:
    with open(out, "rb") as pipe:
        length = int.from_bytes(pipe.read(_LENGTH))
        sent = pipe.read(length)
    _ending.add(process)
    if not sent or len(sent) < length:
        return function()
    result: R = pickle.loads(sent)
    return result


def _bury() -> None:
    """Let the system forget the processes that have ended."""
    for process in tuple(_ending):
        try:
            ended = os.waitpid(process, os.WNOHANG) != (0, 0)
        except ChildProcessError:  # forgotten already: whoever began this process may have asked for that
            ended = True
        if ended:
            _ending.remove(process)
