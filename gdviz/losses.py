"""What a loss is, and the catalogue of losses: one record a loss."""

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np

from gdviz.formula import Formula, parse


class Loss(Protocol):
    """A function E of n weights that gradient descent can walk down."""

    def value(self, weights: np.ndarray) -> float:
        """E at ``weights``, float64 of shape (n,)."""
        ...

    def gradient(self, weights: np.ndarray) -> np.ndarray:
        """∂E/∂W at ``weights``, shape (n,) → (n,)."""
        ...


@dataclass(frozen=True)
class FormulaLoss:
    """A loss given by a formula, with the domain it is drawn on and a start that teaches.

    ``domain`` has one (low, high) pair a weight, ``start`` one number a weight;
    ``learning_rate`` is the one to begin with.
    """

    id: str
    text: str
    domain: tuple[tuple[float, float], ...]
    start: tuple[float, ...]
    learning_rate: float

    @property
    def letters(self) -> tuple[str, ...]:
        """The names of the weights: W alone, or W1, W2, …"""
        n = len(self.domain)
        return ("W",) if n == 1 else tuple(f"W{i + 1}" for i in range(n))

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

    def hessian(self, weights: np.ndarray) -> np.ndarray:
        """∂²E/∂W∂W at ``weights``, shape (n,) → (n, n)."""
        return self.formula.hessian(weights)


LOSSES: dict[str, FormulaLoss] = {
    loss.id: loss
    for loss in (
        FormulaLoss("bowl", "W^2 + 4", ((-6, 6),), (5,), 0.1),
        FormulaLoss("quartic", "W^4/50", ((-6, 6),), (5,), 0.1),
        FormulaLoss("double-well", "(W^2 - 4)^2/8 + W/2", ((-4, 4),), (3.5,), 0.05),
        FormulaLoss("ripples", "W^2/20 + sin(2*W)", ((-8, 8),), (7,), 0.1),
        FormulaLoss("plateau", "4*(1 - exp(-W^2/4))", ((-7, 7),), (5,), 0.5),
        FormulaLoss("cliff", "W^2/10 + 6/(1 + exp(-8*(W - 2)))", ((-5, 6),), (5,), 0.5),
        FormulaLoss("rest-stop", "W^4/4 - W^3 + 7", ((-2, 4.5),), (-1.5,), 0.05),
        FormulaLoss("absolute", "abs(W)", ((-6, 6),), (5,), 0.4),
        FormulaLoss("one-neuron", "log(1 + exp(-W)) + W^2/20", ((-6, 10),), (-5,), 0.5),
    )
}
