"""Trainings that many may ask for: each is done once, in slices, whoever goes on with it."""

from collections.abc import Generator
from typing import TypeVar
from weakref import WeakValueDictionary

from cachetools import LRUCache

from gdviz.network.training import Job, State, Training, advance, begin, finish

CACHE = 16e6  # bytes of trainings that are kept

Value = TypeVar("Value")

# Trainings under way, for as long as anybody is at them, and those that are done.
_under_way: WeakValueDictionary[Job, State] = WeakValueDictionary()


def _size_of(training: Training) -> int:
    return sum(getattr(training, part).nbytes for part in ("weights", "gradients", "updates", "losses")) * 2


_trained: LRUCache[Job, Training] = LRUCache(CACHE, getsizeof=_size_of)


def learned(job: Job) -> Generator[float, None, Training]:
    """A training, in slices; one that others are at, too, is gone on with. Yields the share that is done."""
    if job in _trained:
        return _trained[job]
    state = _under_way.setdefault(job, begin(job))
    while not advance(job, state).done:
        yield state.epoch / job.epochs
    _trained[job] = training = finish(job, state)
    return training


def at_once(slices: Generator[float, None, Value]) -> Value:
    """What slices come to, done one after the other."""
    while True:
        try:
            next(slices)
        except StopIteration as end:
            return end.value


def trained(job: Job) -> Training:
    """A training whose slices may have been done before."""
    return at_once(learned(job))
