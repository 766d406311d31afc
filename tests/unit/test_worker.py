"""The worker: every task ends, whatever becomes of the process; the same task is done once."""

import os
import signal
import subprocess
import threading
import time

import pytest

from gdviz.web import slices
from gdviz.web import worker as module
from gdviz.web.worker import Line, TaskError, Worker
from tests.worker_tasks import (
    ended_at_first,
    ended_by_itself,
    ended_when_prepared,
    hanging,
    held,
    held_between,
    in_quarters,
    long,
    not_plain,
    raising,
    told,
    where,
    written,
)

LINES = {"short": Line(4, 4), "long": Line(1, 2), "other": Line(1, 2)}
PATIENCE = 120  # seconds; how long a test waits before it fails


@pytest.fixture(scope="module")
def shared():
    """A worker for all who leave it as it was."""
    worker = Worker(LINES, told)
    worker.submit("short", told).wait(PATIENCE)
    yield worker
    worker.close()


@pytest.fixture
def make():
    made = []

    def one(**options):
        made.append(Worker(LINES, **{"prepare": told, **options}))
        return made[-1]

    yield one
    for one_made in made:
        one_made.close()


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "log"
    path.touch()
    return path


@pytest.fixture
def gate(tmp_path):
    """A file that is not there yet."""
    return tmp_path / "gate"


def lines(path):
    return path.read_text("utf-8").split()


def result(ticket):
    assert ticket.wait(PATIENCE)
    return ticket.result()


def until(condition):
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_forty_tasks_with_different_keys_all_end(shared, log):
    tickets = [shared.submit("long", long, str(log), str(i), 3) for i in range(40)]
    assert [result(ticket) for ticket in tickets] == [(str(i).encode(),) for i in range(40)]
    assert sorted(lines(log)) == sorted(str(i) for i in range(40) for _ in range(3))


def test_the_share_that_is_done_is_told(shared, log):
    ticket = shared.submit("long", in_quarters, str(log))
    until(lambda: ticket.share == 0.25)
    written(log, "on")
    until(lambda: ticket.share == 0.5)
    written(log, "on")
    assert result(ticket) == (b"done",)


def test_it_is_another_process(shared):
    assert int(result(shared.submit("short", where))[0]) != os.getpid()


def test_those_in_front_take_turns_and_the_others_wait(shared, log, gate):
    first = shared.submit("short", held, str(log), str(gate))
    until(lambda: lines(log))
    tickets = [shared.submit("long", long, str(log), name, 3) for name in "abc"]
    assert [ticket.before for ticket in tickets] == [0, 0, 2]
    gate.touch()
    for ticket in [first, *tickets]:
        result(ticket)
    # Two take turns; the third begins when one of them has ended.
    assert "".join(lines(log)[1:]) == "abababccc"
    assert tickets[2].before == 0


def test_the_same_task_is_done_once(shared, log):
    tickets = [shared.submit("short", written, str(log), "x") for _ in range(20)]
    assert {result(ticket) for ticket in tickets} == {(b"x",)}
    assert result(shared.submit("short", written, str(log), "x")) == (b"x",)
    assert lines(log) == ["x"]


def test_results_are_kept_up_to_their_bytes(make, log):
    worker = make(kept=3)
    for text in ("aa", "b", "cc", "b", "aa", "toolarge", "toolarge"):
        assert result(worker.submit("short", written, str(log), text)) == (text.encode(),)
    assert lines(log) == ["aa", "b", "cc", "aa", "toolarge", "toolarge"]


def test_what_nobody_waits_for_is_not_done(shared, log, gate, monkeypatch):
    monkeypatch.setattr(module, "GRACE", 0)
    first = shared.submit("short", held, str(log), str(gate))
    until(lambda: lines(log))
    with shared.submit("short", written, str(log), "left"):
        kept = shared.submit("short", written, str(log), "kept")
        again = [shared.submit("short", written, str(log), "shared") for _ in range(2)]
    again[0].cancel()
    again[0].cancel()  # twice is once
    gate.touch()
    for ticket in (first, kept, again[1]):
        result(ticket)
    assert lines(log) == ["begun", "kept", "shared"]
    until(lambda: not shared._entries)


def test_one_that_is_asked_for_again_at_once_keeps_its_place(shared, log, gate, monkeypatch):
    monkeypatch.setattr(module, "GRACE", PATIENCE)
    first = shared.submit("short", held, str(log), str(gate))
    until(lambda: lines(log))
    left = shared.submit("long", long, str(log), "a", 1)
    others = [shared.submit("long", long, str(log), name, 1) for name in "bcd"]
    left.cancel()
    back = shared.submit("long", long, str(log), "a", 1)
    assert [ticket.before for ticket in (back, *others)] == [0, 0, 2, 3]
    gate.touch()
    for ticket in (first, back, *others):
        result(ticket)
    assert lines(log)[1] == "a"


class Steady:
    """In place of a process, and of the clock: each slice takes a second. A task is its number of slices."""

    pid, is_to_be_replaced = None, False

    def __init__(self):
        self.now, self.order, self.left, self.free = 0.0, [], {}, threading.Event()

    def monotonic(self):
        return self.now

    def ask(self, request):
        assert self.free.wait(PATIENCE)
        number, _, (name, slices), _ = request
        left = self.left[number] = self.left.get(number, slices) - 1
        self.order.append(name.rstrip("0123456789"))
        self.now += 1
        return ("share", 1 - left / slices) if left else ("done", ())

    def close(self):
        pass


def test_a_long_line_takes_no_more_than_its_share(make, monkeypatch):
    """Of three lines that are always full, each has the time of its weight: here by number of slices."""
    steady = Steady()
    monkeypatch.setattr(module, "time", steady)
    monkeypatch.setattr(Worker, "_start", lambda worker: steady)
    worker = make()
    tickets = [worker.submit("long", told, f"long{i}", 12) for i in range(5)]
    tickets += [worker.submit("other", told, "other", 12)]
    tickets += [worker.submit("short", told, f"short{i}", 1) for i in range(20)]
    steady.free.set()
    for ticket in tickets:
        result(ticket)
    order = steady.order
    # "short" has four times the weight of the others: of its 20 slices four come to one of each.
    end = max(i for i, name in enumerate(order) if name == "short")
    assert order[: end + 1].count("long") == pytest.approx(5, abs=1)
    assert order[: end + 1].count("other") == pytest.approx(5, abs=1)
    # The one that shares with five long ones has as many as all of them together.
    last = max(i for i, name in enumerate(order) if name == "other")
    assert order[: last + 1].count("long") == pytest.approx(12, abs=1)


def test_a_process_that_is_killed_is_replaced_and_its_tasks_are_done(make, tmp_path, gate):
    worker = make()
    logs = [tmp_path / name for name in "abc"]
    tickets = [worker.submit("long", held_between, str(log), str(gate)) for log in logs]
    until(lambda: all(log.exists() for log in logs[:2]))
    before = worker.pid
    os.kill(before, signal.SIGKILL)
    until(lambda: worker.pid not in (before, None))
    gate.touch()
    assert [result(ticket) for ticket in tickets] == [(b"let go",)] * 3


def test_one_that_dies_while_it_has_nothing_to_do_is_replaced(make):
    worker = make()
    before = int(result(worker.submit("short", where))[0])
    os.kill(before, signal.SIGKILL)
    assert result(worker.submit("short", told, 1)) == (b"(1,)",)


def test_a_task_that_kills_the_process_is_tried_a_few_times_and_harms_no_other(make, log):
    worker = make()
    bad = worker.submit("short", ended_by_itself, str(log))
    good = [worker.submit("short", told, i) for i in range(5)]
    assert [result(ticket) for ticket in good] == [(f"({i},)".encode(),) for i in range(5)]
    with pytest.raises(TaskError):
        result(bad)
    assert lines(log) == ["tried"] * module.TRIES
    # Another student with the same link does not kill it again.
    with pytest.raises(TaskError):
        result(worker.submit("short", ended_by_itself, str(log)))
    assert lines(log) == ["tried"] * module.TRIES


def test_a_failure_is_forgotten_after_a_while(make, log, monkeypatch):
    monkeypatch.setattr(module, "FORGET", 0.05)
    monkeypatch.setattr(module, "TRIES", 1)
    worker = make()
    for _ in range(2):
        with pytest.raises(TaskError):
            result(worker.submit("short", ended_by_itself, str(log)))
        time.sleep(0.1)
    assert lines(log) == ["tried"] * 2


def test_a_task_that_is_tried_again_ends(make, log):
    assert result(make().submit("short", ended_at_first, str(log))) == (b"done",)
    assert lines(log) == ["tried", "tried"]


def test_one_that_does_not_end_is_ended(make, log, monkeypatch):
    monkeypatch.setattr(slices, "SLICE", 2)  # enough for the other, on any machine
    monkeypatch.setattr(module, "TRIES", 1)
    worker = make()
    bad, good = worker.submit("short", hanging, str(log)), worker.submit("short", told, 1)
    with pytest.raises(TaskError):
        result(bad)
    assert result(good) == (b"(1,)",)


def test_an_error_is_the_task_s_alone(shared):
    before = result(shared.submit("short", where))
    for wrong in (raising, not_plain):
        with pytest.raises(TaskError):
            result(shared.submit("short", wrong))
    with pytest.raises(TaskError):
        result(shared.submit("short", lambda: ()))  # cannot be sent
    assert int(before[0]) == shared.pid
    assert result(shared.submit("short", told, 1)) == (b"(1,)",)


class Turn:
    """A lock that counts, and is free once it is said so."""

    def __init__(self):
        self.taken, self.free = 0, threading.Event()

    def __enter__(self):
        assert self.free.wait(PATIENCE)
        self.taken += 1

    def __exit__(self, *error):
        pass


def test_where_no_process_can_be_started_the_slices_are_done_here(make, log, monkeypatch):
    def refused(*args, **options):
        raise OSError("no")

    monkeypatch.setattr(subprocess, "Popen", refused)
    turn = Turn()
    worker = make(turn=turn)
    tickets = [worker.submit("long", long, str(log), name, 3) for name in "ab"]
    turn.free.set()
    assert [result(ticket) for ticket in tickets] == [(b"a",), (b"b",)]
    assert "".join(lines(log)) == "ababab"
    assert turn.taken == 8  # each slice and the two ends on their own
    assert worker.pid is None


def test_a_process_that_does_not_come_up_is_given_up(make):
    worker = make(prepare=ended_when_prepared)
    assert result(worker.submit("short", told, 1)) == (b"(1,)",)
    assert worker.pid is None


def test_a_process_is_tried_again_when_one_could_not_be_started(make, monkeypatch):
    monkeypatch.setattr(slices, "AGAIN", 0.05)
    real, calls = subprocess.Popen, []

    def refused_once(*args, **options):
        calls.append(1)
        if len(calls) == 1:
            raise OSError("no")
        return real(*args, **options)

    monkeypatch.setattr(subprocess, "Popen", refused_once)
    worker = make()
    until(lambda: worker._engine)
    assert worker.pid is None
    time.sleep(0.1)
    assert int(result(worker.submit("short", where))[0]) == worker.pid


def test_it_needs_no_shared_memory(make, monkeypatch):
    """Semaphores, and memory that is shared, are what some machines refuse."""
    import _multiprocessing

    def refused(*args, **options):
        raise OSError("/dev/shm cannot be written")

    monkeypatch.setattr(_multiprocessing, "SemLock", refused, raising=False)
    monkeypatch.setattr("multiprocessing.shared_memory.SharedMemory", refused)
    assert int(result(make().submit("short", where))[0]) != os.getpid()
