"""Update rules, each a pure (init, update) pair, and their registry.

The conventions are PyTorch's: where a small ε keeps a quotient finite, it is added to the
root and not under it, and a momentum's velocity is made of gradients, not of updates.
"""

import inspect
from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, NamedTuple, get_type_hints

import numpy as np

# A rule's further constants say in their annotation within which bounds a reader may set them.
Decay = Annotated[float, 0.0, 0.9999]
Epsilon = Annotated[float, 1e-12, 1.0]


class Optimizer(NamedTuple):
    """An update rule.

    ``init(weights)`` gives the rule's first memory, a named tuple; ``update(gradient,
    memory)`` gives ΔW, shape (n,), and the next memory, which also holds what a pencil
    writes down on the way. The weights then become W − ΔW.
    """

    init: Callable[[np.ndarray], Any]
    update: Callable[[np.ndarray, Any], tuple[np.ndarray, Any]]


class Nothing(NamedTuple):
    """The memory of a rule that looks at the present gradient only."""


class Velocity(NamedTuple):
    """A sum of gradients in which the older ones fade."""

    v: np.ndarray


class Squares(NamedTuple):
    """The squared gradients so far: their sum, or their average."""

    h: np.ndarray


class Moments(NamedTuple):
    """Adam's averages of the gradient and of its square after t steps, and both corrected."""

    t: int
    m: np.ndarray
    v: np.ndarray
    m_hat: np.ndarray
    v_hat: np.ndarray


def gd(learning_rate: float) -> Optimizer:
    """Gradient descent: ΔW = η ∂E/∂W (Cauchy 1847)."""
    eta = _checked(learning_rate)

    def init(weights: np.ndarray) -> Nothing:
        return Nothing()

    def update(g: np.ndarray, memory: Nothing) -> tuple[np.ndarray, Nothing]:
        return eta * g, memory

    return Optimizer(init, update)


def momentum(learning_rate: float, momentum: Decay = 0.9) -> Optimizer:
    """The heavy ball: v ← μ v + g, ΔW = η v (Polyak 1964)."""
    eta, mu = _checked(learning_rate), momentum

    def init(weights: np.ndarray) -> Velocity:
        return Velocity(np.zeros_like(weights))

    def update(g: np.ndarray, memory: Velocity) -> tuple[np.ndarray, Velocity]:
        v = mu * memory.v + g
        return eta * v, Velocity(v)

    return Optimizer(init, update)


def nesterov(learning_rate: float, momentum: Decay = 0.9) -> Optimizer:
    """A momentum that looks ahead: v ← μ v + g, ΔW = η (g + μ v).

    Nesterov 1983, in the form of Sutskever, Martens, Dahl and Hinton 2013 that needs the
    gradient only at the weights themselves.
    """
    eta, mu = _checked(learning_rate), momentum

    def init(weights: np.ndarray) -> Velocity:
        return Velocity(np.zeros_like(weights))

    def update(g: np.ndarray, memory: Velocity) -> tuple[np.ndarray, Velocity]:
        v = mu * memory.v + g
        return eta * (g + mu * v), Velocity(v)

    return Optimizer(init, update)


def adagrad(learning_rate: float, eps: Epsilon = 1e-10) -> Optimizer:
    """A rate of its own for each weight: h ← h + g², ΔW = η g / (√h + ε) (Duchi, Hazan and Singer 2011)."""
    eta = _checked(learning_rate)

    def init(weights: np.ndarray) -> Squares:
        return Squares(np.zeros_like(weights))

    def update(g: np.ndarray, memory: Squares) -> tuple[np.ndarray, Squares]:
        h = memory.h + g * g
        return eta * g / (np.sqrt(h) + eps), Squares(h)

    return Optimizer(init, update)


def rmsprop(learning_rate: float, smoothing: Decay = 0.99, eps: Epsilon = 1e-8) -> Optimizer:
    """AdaGrad that forgets: h ← α h + (1 − α) g², ΔW = η g / (√h + ε) (Tieleman and Hinton 2012)."""
    eta, alpha = _checked(learning_rate), smoothing

    def init(weights: np.ndarray) -> Squares:
        return Squares(np.zeros_like(weights))

    def update(g: np.ndarray, memory: Squares) -> tuple[np.ndarray, Squares]:
        h = alpha * memory.h + (1 - alpha) * g * g
        return eta * g / (np.sqrt(h) + eps), Squares(h)

    return Optimizer(init, update)


def adam(learning_rate: float, beta1: Decay = 0.9, beta2: Decay = 0.999, eps: Epsilon = 1e-8) -> Optimizer:
    """Momentum over RMSProp, both corrected for their start at 0: ΔW = η m̂ / (√v̂ + ε).

    Kingma and Ba 2015, algorithm 1.
    """
    eta = _checked(learning_rate)

    def init(weights: np.ndarray) -> Moments:
        nothing = np.zeros_like(weights)
        return Moments(0, nothing, nothing, nothing, nothing)

    def update(g: np.ndarray, memory: Moments) -> tuple[np.ndarray, Moments]:
        t = memory.t + 1
        m = beta1 * memory.m + (1 - beta1) * g
        v = beta2 * memory.v + (1 - beta2) * g * g
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        return eta * m_hat / (np.sqrt(v_hat) + eps), Moments(t, m, v, m_hat, v_hat)

    return Optimizer(init, update)


def _checked(learning_rate: float) -> float:
    """The learning rate; ValueError unless it is a positive, finite number."""
    if not 0 < learning_rate < float("inf"):
        raise ValueError(f"the learning rate must be a positive number, not {learning_rate}")
    return learning_rate


OPTIMIZERS: dict[str, Callable[..., Optimizer]] = {
    "gd": gd,
    "momentum": momentum,
    "nesterov": nesterov,
    "adagrad": adagrad,
    "rmsprop": rmsprop,
    "adam": adam,
}


class Constant(NamedTuple):
    """A constant of a rule besides its learning rate: its name, usual value and bounds."""

    name: str
    default: float
    low: float
    high: float


@cache
def constants(rule: str) -> tuple[Constant, ...]:
    """The further constants of a rule, in the order in which its function takes them."""
    function = OPTIMIZERS[rule]
    hints = get_type_hints(function, include_extras=True)
    return tuple(
        Constant(name, parameter.default, *hints[name].__metadata__)
        for name, parameter in inspect.signature(function).parameters.items()
        if name != "learning_rate"
    )


class Rule(NamedTuple):
    """An update rule with its numbers: its id, learning rate and further constants in order.

    Constants that are left out have their usual values.
    """

    id: str
    learning_rate: float
    constants: tuple[float, ...] = ()

    @property
    def optimizer(self) -> Optimizer:
        return OPTIMIZERS[self.id](self.learning_rate, *self.constants)
