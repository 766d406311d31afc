"""What a loss is, and the catalogue of losses: one record a loss."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Protocol

import numpy as np

from gdviz.formula import Formula, FormulaError, parse

SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class Loss(Protocol):
    """A function E of n weights that gradient descent can walk down."""

    def value(self, weights: np.ndarray) -> float:
        """E at ``weights``, float64 of shape (n,)."""
        ...

    def gradient(self, weights: np.ndarray) -> np.ndarray:
        """∂E/∂W at ``weights``, shape (n,) → (n,)."""
        ...

    def partials(self, *weights: float) -> Sequence[float]:
        """The same at n plain numbers."""
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
    domain: tuple[tuple[float, float], ...]
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
        return self.formula.partials(*weights)

    def hessian(self, weights: np.ndarray) -> np.ndarray:
        """∂²E/∂W∂W at ``weights``, shape (n,) → (n, n)."""
        return self.formula.hessian(weights)


def mean_square_of_a_line(data: tuple[tuple[float, float], ...]) -> str:
    """The mean of (w x + b − y)² over points (x, y), multiplied out, as a formula of w and b."""

    def mean(term: Callable[[Fraction, Fraction], Fraction]) -> Fraction:
        terms = [term(*(Fraction(str(value)) for value in point)) for point in data]
        return sum(terms, Fraction(0)) / len(data)

    return (
        f"({mean(lambda x, y: x * x)})*w^2 + ({mean(lambda x, y: 2 * x)})*w*b + b^2"
        f" - ({mean(lambda x, y: 2 * x * y)})*w - ({mean(lambda x, y: 2 * y)})*b"
        f" + ({mean(lambda x, y: y * y)})"
    )


# About y = x + 0.7, and such that the loss multiplied out has short coefficients.
LINE = ((-1, -0.4), (-0.5, 0.4), (0, 0.8), (0.5, 1.0), (1, 1.5), (1.5, 2.7), (2, 2.5), (2.5, 3.5))


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
        FormulaLoss("round", "W1^2 + W2^2", ((-5, 5), (-5, 5)), (-3, 4), 0.1),
        FormulaLoss("valley", "W1^2/20 + W2^2", ((-10, 10), (-5, 5)), (-7, 2), 0.95),
        FormulaLoss("saddle", "W1^2 - W2^2 + W2^4/8", ((-3, 3), (-3, 3)), (2, 0.001), 0.1),
        FormulaLoss("rosenbrock", "(1 - W1)^2 + 100*(W2 - W1^2)^2", ((-2, 2), (-1, 3)), (-1.5, 2), 0.001),
        FormulaLoss(
            "himmelblau", "(W1^2 + W2 - 11)^2 + (W1 + W2^2 - 7)^2", ((-5, 5), (-5, 5)), (-0.5, 0.25), 0.01
        ),
        FormulaLoss("line-fit", mean_square_of_a_line(LINE), ((-1, 3), (-2, 4)), (-0.5, 3), 0.1, data=LINE),
    )
}

OWN = "own"  # the id of every loss that is not in the catalogue, but typed
TYPED = {"one": ("W^2 + 4", ((-6.0, 6.0),)), "two": ("W1^2 + W2^2", ((-5.0, 5.0), (-5.0, 5.0)))}
HIGH_UP = (0.9, 0.85)  # where a typed loss starts, as shares of its domain
# At so many places along each axis it is tried, one axis or two; at more where it has no value at these.
TRIED = ((41, 481), (41, 101))


@lru_cache(maxsize=256)
def own_loss(text: str, domain: tuple[tuple[float, float], ...]) -> FormulaLoss:
    """A loss that a reader has typed, with a start where it has a value and a slope.

    Raises FormulaError for what is no formula, has no derivative or is defined nowhere on its domain.
    """
    loss = FormulaLoss(OWN, text, domain, (), 0.1)
    formula = loss.formula
    if not formula.has_derivatives:
        raise FormulaError("derivative", text, 0)
    places = next(filter(len, (_defined(formula, domain, count) for count in TRIED[len(domain) - 1])), None)
    if places is None:
        raise FormulaError("nowhere", text, 0)
    low, high = np.array(domain).T
    shares = (places - low) / (high - low)
    start = places[((shares - HIGH_UP[: len(domain)]) ** 2).sum(axis=1).argmin()]
    return replace(loss, start=tuple(start.tolist()))


def _defined(formula: Formula, domain: tuple[tuple[float, float], ...], count: int) -> np.ndarray:
    """Those of so many places along each axis, (m, n), at which a formula has a value and a slope."""
    axes = [np.linspace(low, high, count).round(6).clip(low, high) for low, high in domain]
    places = np.stack(np.meshgrid(*axes), axis=-1).reshape(-1, len(domain))
    defined = np.isfinite(formula.values(places)) & np.isfinite(formula.gradients(places)).all(axis=1)
    return places[defined]


# The losses by the lesson that shows them.
LESSONS: dict[str, dict[str, FormulaLoss]] = {
    "one": {name: loss for name, loss in LOSSES.items() if len(loss.domain) == 1},
    "two": {name: loss for name, loss in LOSSES.items() if len(loss.domain) == 2},
}
