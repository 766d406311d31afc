"""What one full gradient costs: by backpropagation, and by numerical differentiation."""

import time
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import numpy as np

from gdviz.network.network import Network, starting_weights

TEXTBOOK = (784, 50, 10)  # the textbook's network for handwritten digits
EXAMPLES = 100  # its batch
SIZES = (
    (3, 2, 1),
    (6, 5, 1),
    (14, 10, 2),
    (40, 20, 5),
    (120, 25, 10),
    (300, 40, 10),
    TEXTBOOK,
    (784, 125, 10),
)
BUDGET = 0.03  # seconds for each of the measured gradients
LOSSES_A_GRADIENT = 2  # of numerical differentiation, for each weight


class Cost(NamedTuple):
    """Seconds for one gradient of ``weights`` weights; ``measured`` says that the numerical one was."""

    sizes: tuple[int, ...]
    weights: int
    backpropagation: float
    numerical: float
    measured: bool


@cache
def costs() -> tuple[Cost, ...]:
    """Measured once in a process, in about half a second.

    Where numerical differentiation would take too long, it is 2 N times the time for one loss.
    """
    return tuple(_cost(sizes) for sizes in SIZES)


def _cost(sizes: tuple[int, ...]) -> Cost:
    random = np.random.default_rng(0)
    inputs = random.standard_normal((EXAMPLES, sizes[0]))
    network = Network(sizes, "sigmoid", inputs, np.zeros((EXAMPLES, sizes[-1])), "classification")
    weights = starting_weights(sizes, "sigmoid", 0)
    # Each time at new weights, so that nothing is remembered from the time before.
    one_loss = _seconds(lambda k: network.value(weights + 1e-9 * k))
    backpropagation = _seconds(lambda k: network.gradient(weights + 1e-9 * k))
    numerical = LOSSES_A_GRADIENT * network.size * one_loss
    measured = numerical < BUDGET
    if measured:
        numerical = _seconds(lambda k: network.numerical_gradient(weights + 1e-9 * k))
    return Cost(sizes, network.size, backpropagation, numerical, measured)


def _seconds(work: Callable[[int], object]) -> float:
    """The median of a few runs, after a first one that does not count; at most BUDGET in all."""
    work(0)
    spent: list[float] = []
    while len(spent) < 15 and sum(spent) < BUDGET / 2:
        start = time.perf_counter()
        work(len(spent) + 1)
        spent.append(time.perf_counter() - start)
    return sorted(spent)[len(spent) // 2]
