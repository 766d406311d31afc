"""What a loss is, and the two kinds of it: one from a formula, and one from a Python function."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import numpy as np
from numpy.typing import ArrayLike

from gdviz.core.formula import Formula, parse

SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


# Where the error of a central difference, h² in theory, meets that of rounding, ε/h.
H = 6e-6

Domain = tuple[tuple[float, float], ...]


class Loss(Protocol):
    """A function E of n weights that gradient descent can walk down.

    What has a ``domain``, one (low, high) pair a weight, is drawn there; what has none is shown by E
    at each step alone.
    """

    def value(self, weights: np.ndarray) -> float:
        """E at ``weights``, float64 of shape (n,)."""
        ...

    def gradient(self, weights: np.ndarray) -> np.ndarray:
        """∂E/∂W at ``weights``, shape (n,) → (n,)."""
        ...

    def __hash__(self) -> int:
        """What is found out about a loss is remembered by it."""
        ...


@dataclass(frozen=True)
class FormulaLoss:
    """A loss given by a formula, with the domain it is drawn on and a start that teaches.

    ``domain`` has one (low, high) pair a weight, ``start`` one number a weight;
    ``learning_rate`` is the one to begin with. ``data`` holds the points (x, y) of a loss that
    comes from data, whose weights are a real weight and a real bias.
    """

    id: str
    text: str
    domain: Domain
    start: tuple[float, ...]
    learning_rate: float
    data: tuple[tuple[float, float], ...] = ()

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """The weights as the formula writes them: W alone, or W1, W2, …, or w and b."""
        if self.data:
            return ("w", "b")
        n = len(self.domain)
        return ("W",) if n == 1 else tuple(f"W{i + 1}" for i in range(n))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The weights as a reader sees them: W, or W₁, W₂, …, or w and b."""
        return tuple(letter.translate(SUBSCRIPTS) for letter in self.letters)

    @cached_property
    def formula(self) -> Formula:
        return parse(self.text, self.letters)

    def value(self, weights: np.ndarray) -> float:
        return self.formula.value(weights)

    def values(self, weights: np.ndarray) -> np.ndarray:
        """E at m points, shape (m, n) → (m,)."""
        return self.formula.values(weights)

    def gradient(self, weights: np.ndarray) -> np.ndarray:
        return self.formula.gradient(weights)

    def partials(self, *weights: float) -> Sequence[float]:
        """The gradient at n plain numbers."""
        return self.formula.partials(*weights)

    @property
    def partials_in_doubles(self) -> Callable[..., Sequence[float]] | None:
        """The same in half the time, where they are finite; None where that does not tell."""
        return self.formula.partials_in_doubles

    def hessian(self, weights: np.ndarray) -> np.ndarray:
        """∂²E/∂W∂W at ``weights``, shape (n,) → (n, n)."""
        return self.formula.hessian(weights)


@dataclass(frozen=True, eq=False)
class FunctionLoss:
    """A loss given by a Python function of the weights, with or without its gradient.

    A function of one weight is called with a float, one of several with an array, (n,). Without
    a ``slope`` its gradient is worked out by central differences: two values for each weight, right
    to about nine digits.
    """

    function: Callable[[Any], Any]
    slope: Callable[[Any], ArrayLike] | None = None
    domain: Domain | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The weights as a reader sees them, as many as the domain has axes: W alone, or W₁, W₂, …"""
        return _numbered(len(self.domain or ()))

    def value(self, weights: np.ndarray) -> float:
        """E at ``weights``, (n,); nan or infinite where the function has no number."""
        try:
            with np.errstate(all="ignore"):
                return float(np.asarray(self.function(_argument(weights))).item())
        except OverflowError:
            return math.inf
        except ArithmeticError:
            return math.nan

    def values(self, weights: np.ndarray) -> np.ndarray:
        """E at m points, (m, n) → (m,)."""
        return np.array([self.value(point) for point in weights])

    def gradient(self, weights: np.ndarray) -> np.ndarray:
        """∂E/∂W at ``weights``, (n,) → (n,)."""
        if self.slope is None:
            return np.array([central_difference(self.value, weights, i) for i in range(len(weights))])
        try:
            with np.errstate(all="ignore"):
                return np.asarray(self.slope(_argument(weights)), dtype=float).reshape(-1)
        except OverflowError:
            return np.full(len(weights), np.inf)
        except ArithmeticError:
            return np.full(len(weights), np.nan)


def _argument(weights: np.ndarray) -> Any:
    return weights[0] if len(weights) == 1 else weights.copy()


def central_difference(value: Callable[[np.ndarray], float], weights: np.ndarray, index: int) -> float:
    """∂E/∂W of the weight at ``index``, (E(W + h) − E(W − h)) / 2h, at ``weights``, (n,)."""
    h = H * max(1.0, abs(weights[index]))
    low, high = weights.copy(), weights.copy()
    low[index] -= h
    high[index] += h
    return float((value(high) - value(low)) / (high[index] - low[index]))


def values_of(loss: Loss, points: np.ndarray) -> np.ndarray:
    """E of any loss at m points, (m, n) → (m,)."""
    many = getattr(loss, "values", None)
    return np.asarray(many(points) if many else [loss.value(point) for point in points])


def domain_of(loss: Loss) -> Domain | None:
    """Where a loss is drawn, one (low, high) pair a weight; None if that is nowhere."""
    return getattr(loss, "domain", None)


def names_of(loss: Loss, n: int) -> tuple[str, ...]:
    """The n weights of a loss as a reader sees them: W alone, or W₁, W₂, …"""
    return getattr(loss, "names", ()) or _numbered(n)


def _numbered(n: int) -> tuple[str, ...]:
    return ("W",) if n == 1 else tuple(f"W{i + 1}".translate(SUBSCRIPTS) for i in range(n))
