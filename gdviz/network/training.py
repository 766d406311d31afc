"""Training a network: epoch after epoch of an update rule, with a few snapshots kept.

A training is done in slices, so that whoever asked for it can be told how far it is, and so
that many trainings can take turns.
"""

import math
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

import numpy as np

from gdviz.core.optimizers import Rule
from gdviz.network.datasets import DATASETS
from gdviz.network.network import Network, starting_weights

SNAPSHOTS = 60  # at most so many epochs are kept
EARLY = 10  # for about so many epochs each one is kept, and then ever fewer
SLICE = 0.05  # seconds of computing between two reports


@dataclass(frozen=True)
class Job:
    """All that a training depends on. ``hidden`` are the sizes of the hidden layers.

    ``batch`` is how many examples each update looks at; 0 stands for all of them. The seed
    makes the data, the starting weights and the order of the batches. Own ``pairs`` (x, y) take the place
    of data that are made; every third is held out.
    """

    data: str
    points: int
    noise: float
    hidden: tuple[int, ...]
    activation: str
    seed: int
    rule: Rule
    epochs: int
    batch: int = 0
    pairs: tuple[tuple[float, float], ...] = ()

    @property
    def sizes(self) -> tuple[int, ...]:
        """The sizes of all layers, inputs and output included."""
        return (DATASETS[self.data].inputs, *self.hidden, 1)

    @property
    def start(self) -> np.ndarray:
        return starting_weights(self.sizes, self.activation, self.seed)

    @cached_property
    def network(self) -> Network:
        """The network on the examples it learns from."""
        return self._on(slice(self.points))

    @cached_property
    def held_out(self) -> Network:
        """The same network on half as many examples that it never learns from."""
        return self._on(slice(self.points, None))

    def _on(self, part: slice) -> Network:
        data = DATASETS[self.data]
        if self.pairs:
            inputs, targets = own_examples(self.pairs)
        else:
            inputs, targets = examples(self.data, self.points + self.points // 2, self.noise, self.seed)
        return Network(self.sizes, self.activation, inputs[part], targets[part], data.task)


@lru_cache(maxsize=64)
def examples(data: str, count: int, noise: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """The first ``count`` examples of a data set: inputs and targets, not to be written to."""
    return DATASETS[data].make(np.random.default_rng([seed, 1]), count, noise)


def learned(count: int) -> int:
    """How many of so many own pairs a network learns from; the others, every third, are held out."""
    return count - count // 3


def own_examples(pairs: tuple[tuple[float, float], ...]) -> tuple[np.ndarray, np.ndarray]:
    """Own pairs as inputs and targets, (k, 1) each, those that are held out behind the others."""
    in_order = [pair for i, pair in enumerate(pairs) if i % 3 < 2] + list(pairs[2::3])
    inputs, targets = np.array(in_order).T
    return inputs[:, None], targets[:, None]


class Snapshot(NamedTuple):
    """One epoch's weights, the gradient there of all examples, and what the epoch then changed."""

    weights: np.ndarray
    gradient: np.ndarray
    update: np.ndarray


@dataclass
class State:
    """How far a training is: the weights after ``epoch`` epochs, and what was kept on the way."""

    weights: np.ndarray
    memory: Any
    random: np.random.Generator
    epoch: int = 0
    done: bool = False
    diverged: bool = False
    losses: list[float] = field(default_factory=list)
    held_out: list[float] = field(default_factory=list)
    kept: dict[int, Snapshot] = field(default_factory=dict)
    latest: Snapshot | None = None


@dataclass(frozen=True, eq=False)
class Training:
    """A training's s snapshots and its losses.

    ``epochs`` (s,) are the epochs kept, ``weights`` and ``gradients`` (s, n) those at them, of all
    examples, ``updates`` (s, n) what the next epoch changed, nan at the last. ``losses`` and
    ``held_out`` (k+1,) are those of the examples and of the held-out ones after each of k
    epochs. ``diverged`` says that the next epoch's numbers would not have been finite.
    """

    job: Job
    epochs: np.ndarray
    weights: np.ndarray
    gradients: np.ndarray
    updates: np.ndarray
    losses: np.ndarray
    held_out: np.ndarray
    diverged: bool


def snapshots(epochs: int) -> list[int]:
    """The epochs that are kept: all at first, where much changes, then ever fewer, and the last."""
    if epochs < SNAPSHOTS:
        return list(range(epochs + 1))
    way = np.linspace(0, math.log1p(epochs / EARLY), SNAPSHOTS)
    return np.unique(np.rint(EARLY * np.expm1(way)).astype(int)).tolist()


def train(job: Job) -> Training:
    """The whole training at once."""
    state = begin(job)
    while not state.done:
        advance(job, state)
    return finish(job, state)


def finish(job: Job, state: State) -> Training:
    """What a training that is done came to."""
    epochs = sorted(state.kept)
    weights, gradients, updates = (
        np.stack(part) for part in zip(*(state.kept[epoch] for epoch in epochs), strict=True)
    )
    losses, held_out = np.array(state.losses), np.array(state.held_out)
    return Training(job, np.array(epochs), weights, gradients, updates, losses, held_out, state.diverged)


def begin(job: Job) -> State:
    """A training before its first epoch."""
    start = job.start
    return State(start, job.rule.optimizer.init(start), np.random.default_rng([job.seed, 2]))


def advance(job: Job, state: State) -> State:
    """Go on training for a slice of time, an epoch at least, or to the end."""
    end, wanted = time.perf_counter() + SLICE, frozenset(snapshots(job.epochs))
    # Overflow is how a training that explodes ends, not a fault to warn of.
    with np.errstate(all="ignore"):
        while not state.done:
            _epoch(job, state, wanted)
            if time.perf_counter() >= end:
                break
    return state


def _epoch(job: Job, state: State, wanted: frozenset[int]) -> None:
    network, here = job.network, state.weights
    value, gradient = network.value(here), network.gradient(here)
    if state.latest and not (math.isfinite(value) and np.isfinite(gradient).all()):
        state.kept[state.epoch - 1] = state.latest
        state.done = state.diverged = True
        return
    state.losses.append(value)
    state.held_out.append(job.held_out.value(here))
    if state.epoch == job.epochs:
        state.kept[state.epoch] = Snapshot(here, gradient, np.full_like(here, np.nan))
        state.done = True
        return
    change, optimizer = np.zeros_like(here), job.rule.optimizer
    for batch in _batches(job, state):
        slope = network.gradient_of(state.weights, *batch) if batch else gradient
        update, state.memory = optimizer.update(slope, state.memory)
        state.weights = state.weights - update
        change += update
    state.latest = Snapshot(here, gradient, change)
    if state.epoch in wanted:
        state.kept[state.epoch] = state.latest
    state.epoch += 1


def _batches(job: Job, state: State) -> Iterator[tuple[np.ndarray, np.ndarray] | None]:
    """None for all examples at once; or all of them, shuffled, a batch's inputs and targets at a time."""
    if not 0 < job.batch < job.points:
        yield None
        return
    order = state.random.permutation(job.points)
    inputs, targets = job.network.inputs[order], job.network.targets[order]
    for first in range(0, job.points, job.batch):
        part = slice(first, first + job.batch)
        yield inputs[part], targets[part]
