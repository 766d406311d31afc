"""Update rules, each a pure (init, update) pair, and their registry."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np


class Optimizer(NamedTuple):
    """An update rule.

    ``init(weights)`` gives the rule's first memory; ``update(gradient, memory)`` gives
    ΔW, shape (n,), and the next memory. The weights then become W − ΔW.
    """

    init: Callable[[np.ndarray], Any]
    update: Callable[[np.ndarray, Any], tuple[np.ndarray, Any]]


def gd(learning_rate: float) -> Optimizer:
    """Gradient descent: ΔW = η ∂E/∂W (Cauchy 1847)."""
    check_learning_rate(learning_rate)

    def init(weights: np.ndarray) -> None:
        return None

    def update(gradient: np.ndarray, memory: None) -> tuple[np.ndarray, None]:
        return learning_rate * gradient, None

    return Optimizer(init, update)


def check_learning_rate(learning_rate: float) -> None:
    """Raise ValueError unless the learning rate is a positive, finite number."""
    if not 0 < learning_rate < float("inf"):
        raise ValueError(f"the learning rate must be a positive number, not {learning_rate}")


OPTIMIZERS: dict[str, Callable[..., Optimizer]] = {"gd": gd}
