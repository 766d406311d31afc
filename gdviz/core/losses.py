"""The catalogue of losses, one record a loss."""

from collections.abc import Callable
from fractions import Fraction

from gdviz.core.loss import FormulaLoss


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

CUSTOM = "own"  # the id of every loss that is not in the catalogue, but typed


def is_custom(loss: str) -> bool:
    """Whether this is the id of a typed loss."""
    return loss == CUSTOM


def losses_of(weights: int) -> dict[str, FormulaLoss]:
    """The catalogue's losses of so many weights."""
    return {name: loss for name, loss in LOSSES.items() if len(loss.domain) == weights}
