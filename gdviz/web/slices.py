"""Where the worker's slices are done: in a process of its own, or in this one where none can be started.

The process runs this file, and loads what the tasks need. It gets a function with its arguments, does the
next slice of it, and answers with plain data.
"""

import os
import pickle
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, suppress
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

Result = tuple[bytes, ...]
SLICE = 20.0  # seconds after which a slice is taken for one that does not end
START = 120.0  # seconds within which a process must be ready; it loads much
AGAIN = 60.0  # seconds after which a process is tried again where none could be started


class _Slices:
    """Does a task's next slice; holds those that are under way."""

    def __init__(self) -> None:
        self._under_way: dict[int, Generator[float, None, Result]] = {}

    def do(self, number: int, function: Callable[..., Any], args: tuple, gone: tuple[int, ...]) -> Any:
        """("share", share so far), ("done", Result) or ("failed", what was raised)."""
        for one in gone:
            self._under_way.pop(one, None)
        try:
            made = self._under_way.pop(number, None) or function(*args)
            if isinstance(made, Generator):
                try:
                    share = next(made)
                except StopIteration as end:
                    made = end.value
                else:
                    self._under_way[number] = made
                    return "share", share
            return "done", _plain(made)
        except Exception:
            return "failed", traceback.format_exc().strip()


class ThisProcess:
    """Slices are done in this process, each while the lock is held."""

    pid = None

    def __init__(self, turn: AbstractContextManager):
        self._turn, self._slices, self._until = turn, _Slices(), time.monotonic() + AGAIN

    @property
    def is_to_be_replaced(self) -> bool:
        return time.monotonic() > self._until and not self._slices._under_way

    def ask(self, request: tuple) -> Any:
        with self._turn:
            return self._slices.do(*request)

    def close(self) -> None:
        pass


class OwnProcess:
    """Slices are done in a process of their own; pipes lead there and back, no memory is shared."""

    def __init__(self, prepare: Callable[[], Result]):
        self._process = subprocess.Popen(
            [sys.executable, "-c", f"import runpy; runpy.run_path({__file__!r}, run_name='__main__')"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        )
        self.pid = self._process.pid
        self.ask((0, prepare, (), ()), START)

    @property
    def is_to_be_replaced(self) -> bool:
        return self._process.poll() is not None

    def ask(self, request: tuple, seconds: float | None = None) -> Any:
        """Have a slice done. Raises OSError or EOFError if the process has ended, or has to be."""
        assert self._process.stdin
        assert self._process.stdout
        limit = threading.Timer(seconds or SLICE, self._process.kill)
        limit.daemon = True
        limit.start()
        try:
            _send(self._process.stdin, request)
            return _receive(self._process.stdout, _PlainUnpickler)
        except (OSError, EOFError):
            self.close()
            raise
        finally:
            limit.cancel()

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        with suppress(OSError):
            self._process.stdin.close()  # type: ignore[union-attr]


def _plain(result: Any) -> Result:
    if not (isinstance(result, tuple) and all(type(part) is bytes for part in result)):
        raise TypeError(f"a Result is a tuple of bytes, not {type(result).__name__}")
    return result


class _PlainUnpickler(pickle.Unpickler):
    """Reads plain data only: what has to be imported for it may be half imported by another thread."""

    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"{module}.{name} is no plain data")


def _send(stream: Any, value: Any) -> None:
    data = pickle.dumps(value)
    stream.write(len(data).to_bytes(8, "big") + data)
    stream.flush()


def _receive(stream: Any, unpickler: type[pickle.Unpickler]) -> Any:
    head = stream.read(8)
    data = stream.read(int.from_bytes(head, "big")) if len(head) == 8 else b""
    if len(head) < 8 or len(data) < int.from_bytes(head, "big"):
        raise EOFError("the process has ended")
    return unpickler(BytesIO(data)).load()


def _main() -> None:
    """What the process does: slice after slice, until the server ends."""
    requests: BinaryIO = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    if hasattr(os, "nice"):
        os.nice(5)  # who draws comes first
    slices = _Slices()
    with suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            try:
                request = _receive(requests, pickle.Unpickler)
            except (AttributeError, ImportError, pickle.UnpicklingError) as error:
                _send(answers, ("failed", repr(error)))
            else:
                _send(answers, slices.do(*request))


if __name__ == "__main__":
    _main()
