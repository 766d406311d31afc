"""Tasks of the worker's tests.

They stand apart from the tests, as the process imports them: what else this file imported, it would load too.
"""

import os
import signal
import time
from pathlib import Path


def told(*what):
    return (repr(what).encode(),)


def written(path, text):
    """Leaves a line in a file, so that one sees how often it was done and in which order."""
    with open(path, "a", encoding="utf-8") as file:
        file.write(f"{text}\n")
    return (text.encode(),)


def long(path, name, slices):
    for i in range(slices):
        written(path, name)
        yield i / slices
    return (name.encode(),)


def in_quarters(path):
    """Goes on when the file has another line."""
    for quarter in (1, 2):
        yield quarter / 4
        while len(Path(path).read_text("utf-8").split()) < quarter:
            time.sleep(0.01)
            yield quarter / 4
    return (b"done",)


def held(path, gate):
    """Keeps the process until there is a file of that name."""
    written(path, "begun")
    while not Path(gate).exists():
        time.sleep(0.01)
    return (b"let go",)


def held_between(path, gate):
    """The same, but it is the others' turn all the time."""
    while not Path(gate).exists():
        written(path, "waited")
        yield 0.5
    return (b"let go",)


def ended_by_itself(path):
    written(path, "tried")
    os.kill(os.getpid(), signal.SIGKILL)


def ended_at_first(path):
    written(path, "tried")
    with open(path, encoding="utf-8") as file:
        if len(file.readlines()) < 2:
            os.kill(os.getpid(), signal.SIGKILL)
    return (b"done",)


def hanging(path):
    written(path, "tried")
    time.sleep(3600)


def not_plain():
    return [1, 2]


def raising():
    raise ValueError("no")


def where():
    return (str(os.getpid()).encode(),)


def ended_when_prepared():
    os._exit(1)
