"""A function at work in another process: its result comes here, and nothing is lost where the process fails."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from functools import partial

import pytest

from reportgen.commands import forked
from reportgen.commands.forked import begin, stand_by

HERE = os.getpid()


@pytest.fixture(params=[1, 2])
def processors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """So many processors are there."""
    count: int = request.param
    monkeypatch.setattr(forked, "processors", lambda: count)
    return count


def test_the_result_comes_from_another_process_where_there_is_a_processor_for_it(processors: int) -> None:
    assert (begin(os.getpid)() == HERE) is (processors == 1)


def test_a_result_larger_than_a_pipe_holds_comes_whole(processors: int) -> None:
    assert begin(lambda: bytes(5_000_000))() == bytes(5_000_000)


def test_this_process_goes_on_the_while(processors: int) -> None:
    results = [begin(lambda number=number: number * number) for number in range(4)]
    assert [result() for result in results] == [0, 1, 4, 9]


def test_what_is_raised_there_is_raised_here(processors: int) -> None:
    result = begin(lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        result()


def test_what_cannot_be_sent_is_done_here(processors: int) -> None:
    assert begin(lambda: lambda: HERE)()() == HERE


def test_what_a_process_does_not_live_to_say_is_done_here(processors: int) -> None:
    def survive() -> str:
        if os.getpid() != HERE:
            os._exit(9)
        return "here"

    assert begin(survive)() == "here"


def test_a_process_that_fails_says_nothing_itself(processors: int, capfd: pytest.CaptureFixture[str]) -> None:
    def fail() -> str:
        if os.getpid() != HERE:
            raise KeyboardInterrupt
        return "here"

    assert begin(fail)() == "here"
    assert capfd.readouterr() == ("", "")


class Cut(bytes):
    """Bytes that say that there is one more of them."""

    def __len__(self) -> int:
        return super().__len__() + 1


def test_a_result_that_is_cut_short_is_none(processors: int, monkeypatch: pytest.MonkeyPatch) -> None:
    dumps = pickle.dumps
    monkeypatch.setattr(forked.pickle, "dumps", lambda *given: Cut(dumps(*given)))
    assert begin(os.getpid)() == HERE


def test_processes_that_have_ended_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forked, "processors", lambda: 2)
    before = set(forked._ending)
    begin(int)()
    (process,) = forked._ending - before
    os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)
    begin(int)()
    assert process not in forked._ending
    with pytest.raises(ChildProcessError):
        os.waitpid(process, os.WNOHANG)


def test_a_process_that_the_system_forgot_by_itself_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forked, "processors", lambda: 2)
    before = set(forked._ending)
    begin(int)()
    (process,) = forked._ending - before
    os.waitpid(process, 0)
    assert begin(lambda: "here")() == "here"
    assert process not in forked._ending


def test_a_process_that_stands_by_gets_ready_and_does_what_it_is_asked(processors: int) -> None:
    ask = stand_by(lambda: lambda number: (number, os.getpid() == HERE))
    assert ask(5_000_000)() == (5_000_000, processors == 1)


def test_what_is_asked_may_be_larger_than_a_pipe_holds(processors: int) -> None:
    assert stand_by(lambda: len)(bytes(5_000_000))() == 5_000_000


def test_this_process_goes_on_while_another_gets_ready(processors: int) -> None:
    asks = [stand_by(lambda number=number: lambda given: given * number) for number in range(4)]
    results = [ask(7) for ask in asks]
    assert [result() for result in results] == [0, 7, 14, 21]


def test_what_a_process_that_stood_by_raises_is_raised_here(processors: int) -> None:
    result = stand_by(lambda: lambda number: 1 // number)(0)
    with pytest.raises(ZeroDivisionError):
        result()


def test_what_a_process_cannot_get_ready_for_is_done_here(processors: int) -> None:
    def get_ready() -> type[int]:
        if os.getpid() != HERE:
            os._exit(9)
        return int

    ask = stand_by(get_ready)
    if isinstance(ask, partial) and processors > 1:
        os.waitid(os.P_PID, ask.args[1], os.WEXITED | os.WNOWAIT)  # it hears nothing any more
    assert ask("5")() == 5


def test_a_process_of_which_nothing_is_asked_ends_with_this_one() -> None:
    script = "from reportgen.commands import forked; forked.processors = lambda: 2; forked.stand_by(lambda: len)"
    # all that they might print has come once none of them holds the other end
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, timeout=60)
    assert (done.stdout, done.stderr) == (b"", b"")


def test_a_process_for_which_nobody_waits_ends() -> None:
    script = (
        "from reportgen.commands import forked; forked.processors = lambda: 2; forked.begin(lambda: bytes(5_000_000))"
    )
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, timeout=60)
