"""Things done side by side: results in order, and nothing lost where a process fails."""

from __future__ import annotations

import os

import pytest

from reportgen.commands import at_once as at_once_module
from reportgen.commands import forked
from reportgen.commands.at_once import at_once

HERE = os.getpid()


@pytest.fixture(params=[1, 2, 3], autouse=True)
def processors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """So many processors are there."""
    count: int = request.param
    monkeypatch.setattr(at_once_module, "processors", lambda: count)
    monkeypatch.setattr(forked, "processors", lambda: count)
    return count


@pytest.mark.parametrize("count", range(6))
def test_results_are_in_the_order_of_the_things(count: int) -> None:
    assert at_once(str, range(count)) == [str(number) for number in range(count)]


def test_each_processor_has_its_share(processors: int) -> None:
    assert len(set(at_once(lambda _: os.getpid(), range(6)))) == processors


def test_what_is_raised_is_raised_here() -> None:
    def halve(number: int) -> int:
        if number % 2:
            raise ValueError(f"{number} is odd")
        return number // 2

    with pytest.raises(ValueError, match="3 is odd"):
        at_once(halve, [2, 4, 3, 6])


def test_what_a_process_does_not_live_to_say_is_done_here() -> None:
    def survive(number: int) -> int:
        if os.getpid() != HERE:
            os._exit(9)
        return number

    assert at_once(survive, range(4)) == [0, 1, 2, 3]
