"""A process beside the server that works out what may take long, for all sessions, a slice at a time.

A task is a function of the package with arguments that can be hashed and pickled; it returns a Result,
which is plain data. One that takes long is a generator function that yields the share that is done, a
number from 0 to 1, every few hundredths of a second, and returns its Result at the end; between two
yields it is the others' turn. The tasks wait in lines. Of each line the first few take turns, and among
the lines it is that one's turn which, by its weight, has had the least time: so a line that is full of
long tasks takes no more than its share from the others (start-time fair queueing: Goyal, Vin and Cheng,
"Start-time Fair Queueing", 1996).

The same task asked for several times is done once, also after its end, as long as the Result is kept.
One that nobody waits for any more loses its place. A process that ends is replaced; the task it was at
is tried again, but not for ever. Where no process can be started, the slices are done in this one.
"""

import logging
import threading
import time
from collections.abc import Callable, Hashable, Mapping
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, field
from itertools import count
from types import TracebackType
from typing import Any, NamedTuple

from cachetools import LRUCache, TTLCache

from gdviz.web.slices import OwnProcess, Result, ThisProcess

log = logging.getLogger("gdviz")

TRIES = 3  # so often a task may end the process that works at it, and a process not come up
LIMIT = 60.0  # seconds after which nobody should wait on for a task of which nothing is heard
GRACE = 1.0  # seconds for which a task that nobody waits for keeps its place, as a page may be drawn anew
FORGET = 10.0  # seconds for which a task that failed is not tried again


class TaskError(Exception):
    """A task has no Result: it raised an error, or the process ended at each try."""


class Line(NamedTuple):
    """A line of tasks: its share of the time, by weight, and how many of its tasks take turns."""

    weight: float
    at_once: int


@dataclass(eq=False)
class _Entry:
    """A task in its line. ``asked`` is how many wait for it, ``turn`` the number of its latest slice."""

    number: int
    line: str
    function: Callable[..., Any]
    args: tuple[Hashable, ...]
    asked: int = 0
    left: float = 0.0
    turn: int = 0
    tries: int = 0
    share: float = 0.0
    result: Result | None = None
    error: str = ""
    settled: threading.Event = field(default_factory=threading.Event)


class Ticket:
    """A place in the queue. Leaving the context gives it up; so does ``cancel``."""

    def __init__(self, worker: "Worker", entry: _Entry):
        self._worker, self._entry, self._held = worker, entry, True

    def wait(self, seconds: float) -> bool:
        """Wait at most so long; whether there is a result, or none to come."""
        return self._entry.settled.wait(seconds)

    def result(self) -> Result:
        """The task's Result, once ``wait`` said so. Raises TaskError if there is none."""
        if self._entry.result is None:
            raise TaskError(self._entry.error or "not done")
        return self._entry.result

    @property
    def before(self) -> int:
        """How many tasks must wait their turn together with this one or before it; 0 if it has its turns."""
        return self._worker._before(self._entry)

    @property
    def share(self) -> float:
        """The share of the task that is done."""
        return self._entry.share

    def cancel(self) -> None:
        if self._held:
            self._held = False
            self._worker._leave(self._entry)

    def __enter__(self) -> "Ticket":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.cancel()


class Worker:
    """The service: ``submit`` a task, and a Ticket says where it is.

    ``lines`` are the lines by their names. ``prepare`` is the first task of each new process, so that
    what is needed is loaded before anybody waits. At most ``kept`` bytes of Results are kept. ``turn``
    is held during each slice that has to be done in this process.
    """

    def __init__(
        self,
        lines: Mapping[str, Line],
        prepare: Callable[[], Result] = tuple,
        kept: float = 32e6,
        turn: AbstractContextManager | None = None,
    ):
        self._lines, self._prepare, self._turn = dict(lines), prepare, turn or nullcontext()
        self._entries: dict[Hashable, _Entry] = {}  # those that are not settled, in the order of asking
        self._used = dict.fromkeys(lines, 0.0)  # seconds, by weight
        self._clock = 0.0  # of the line that had the latest turn
        self._gone: list[int] = []  # of them the process may still hold something
        self._kept: LRUCache[Hashable, Result] = LRUCache(kept, getsizeof=size_of)
        self._failed: TTLCache[Hashable, str] = TTLCache(256, FORGET)
        self._numbers, self._slices = count(1), count(1)
        self._changed = threading.Condition()
        self._closed = False
        self._engine: OwnProcess | ThisProcess | None = None
        threading.Thread(target=self._work, name="gdviz-worker", daemon=True).start()

    def submit(self, line: str, function: Callable[..., Any], *args: Hashable) -> Ticket:
        """Ask for what a function says of these arguments."""
        key = (function, args)
        with self._changed:
            entry = self._entries.get(key)
            if entry is None:
                entry = _Entry(next(self._numbers), line, function, args)
                entry.result, entry.error = self._kept.get(key), self._failed.get(key, "")
                if entry.result is not None or entry.error:
                    entry.settled.set()
                    return Ticket(self, entry)
                if not any(other.line == line and other.asked for other in self._entries.values()):
                    self._used[line] = max(self._used[line], self._clock)
                self._entries[key] = entry
            entry.asked += 1
            self._changed.notify_all()
        return Ticket(self, entry)

    def close(self) -> None:
        """End the process; no task is done any more."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        if self._engine:
            self._engine.close()

    @property
    def pid(self) -> int | None:
        """The process that does the tasks, where there is one."""
        return self._engine.pid if self._engine else None

    def _front(self, line: str) -> list[_Entry]:
        """Those that wait in a line, the first one first."""
        return [entry for entry in self._entries.values() if entry.line == line and entry.asked]

    def _before(self, entry: _Entry) -> int:
        with self._changed:
            line = self._front(entry.line)
        place = line.index(entry) if entry in line else 0
        return 0 if place < self._lines[entry.line].at_once else place

    def _leave(self, entry: _Entry) -> None:
        with self._changed:
            entry.asked -= 1
            entry.left = time.monotonic()
            self._changed.notify_all()

    def _forget_left(self) -> None:
        """Take those out that nobody has waited for since a while."""
        now = time.monotonic()
        for key, entry in list(self._entries.items()):
            if entry.asked <= 0 and now - entry.left >= GRACE:
                self._settle(key, entry)

    def _settle(self, key: Hashable, entry: _Entry, result: Result | None = None, error: str = "") -> None:
        del self._entries[key]
        self._gone.append(entry.number)
        entry.result, entry.error = result, error
        if result is not None:
            with suppress(ValueError):  # one that is larger than all that is kept
                self._kept[key] = result
        elif error:
            self._failed[key] = error
        entry.settled.set()

    def _next(self) -> _Entry | None:
        """Whose turn it is; None at the end."""
        with self._changed:
            while not self._closed:
                self._forget_left()
                fronts = {name: self._front(name)[: line.at_once] for name, line in self._lines.items()}
                waiting = [name for name, front in fronts.items() if front]
                if waiting:
                    line = min(waiting, key=self._used.__getitem__)
                    self._clock = self._used[line]
                    entry = min(fronts[line], key=lambda one: one.turn)
                    entry.turn = next(self._slices)
                    return entry
                self._changed.wait(GRACE if self._entries else None)
        return None

    def _work(self) -> None:
        """The thread that hands the slices out, one after the other."""
        self._engine = self._start()
        while entry := self._next():
            began = time.monotonic()
            key, gone = (entry.function, entry.args), tuple(self._gone)
            del self._gone[: len(gone)]
            try:
                if self._engine is None or self._engine.is_to_be_replaced:
                    self._engine = self._start()
                kind, answer = self._engine.ask((entry.number, entry.function, entry.args, gone))
            except (OSError, EOFError):
                self._engine, kind, answer = None, "ended", ""
            except Exception as error:  # what cannot be sent
                kind, answer = "failed", repr(error)
            with self._changed:
                self._used[entry.line] += (time.monotonic() - began) / self._lines[entry.line].weight
                if self._closed:
                    return
                match kind:
                    case "share":
                        entry.share = answer
                    case "done":
                        self._settle(key, entry, result=answer)
                    case "failed":
                        log.error("%s failed: %s", entry.function.__name__, answer)
                        self._settle(key, entry, error=answer.splitlines()[-1])
                    case "ended":
                        entry.tries += 1
                        log.warning("the worker ended at %s, try %d", entry.function.__name__, entry.tries)
                        if entry.tries >= TRIES:
                            self._settle(key, entry, error="the process ended at each try")

    def _start(self) -> OwnProcess | ThisProcess:
        """A new process that is ready; or, where none comes up, this one."""
        for _ in range(TRIES):
            try:
                return OwnProcess(self._prepare)
            except (OSError, EOFError) as error:
                log.warning("no process could be started: %r", error)
                if isinstance(error, OSError):
                    break
        return ThisProcess(self._turn)


def size_of(result: Result) -> int:
    return sum(map(len, result))
