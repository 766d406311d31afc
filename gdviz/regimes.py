"""What a learning rate will do on a curve, and what a run on it did: ruler and verdict.

Close to a minimum W* a loss is a parabola, and one step of gradient descent multiplies the
distance to W* by 1 − η E″(W*) (LeCun, Bottou, Orr and Müller 1998, "Efficient BackProp",
section 5). The sign and size of that factor are the regimes: it glides above 0, lands in
one jump at 0, zig-zags below 0, bounces for ever at −1 and moves away below −1.
"""

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from gdviz.descent import Path
from gdviz.losses import FormulaLoss
from gdviz.stationary import Stationary, minima, stationary_points

REACHED = 0.01  # within this distance of a minimum a run counts as there
STUCK = 0.05  # a slope this much below the mean slope to lower ground counts as nearly 0
LONGEST_CYCLE = 8
LOOK_AHEAD = 200  # how many steps beyond a run its verdict tries

Zone = Literal["glide", "jump", "zigzag", "bounce", "explode"]


@dataclass(frozen=True)
class Ruler:
    """The learning rates at which the behaviour changes, near the minimum ahead.

    ``jump`` = 1/E″ and ``bounce`` = 2/E″ at ``ahead``; where there are no such thresholds,
    ``reason`` is the kind of the point ahead, or "nothing". ``exact`` says that they hold on
    the whole curve, as on a parabola, and not only near the minimum.
    """

    ahead: Stationary | None
    jump: float | None = None
    bounce: float | None = None
    exact: bool = False
    reason: str | None = None

    def zone(self, learning_rate: float) -> Zone | None:
        """The regime of a learning rate; None where there are no thresholds."""
        if self.jump is None or self.bounce is None:
            return None
        if math.isclose(learning_rate, self.jump, rel_tol=1e-9):
            return "jump"
        if math.isclose(learning_rate, self.bounce, rel_tol=1e-9):
            return "bounce"
        if learning_rate < self.jump:
            return "glide"
        return "zigzag" if learning_rate < self.bounce else "explode"


@dataclass(frozen=True)
class Clause:
    """One thing that is true of a run: the key of its text, and the numbers in it."""

    key: str
    numbers: dict[str, float]


def ahead(loss: FormulaLoss, weight: float) -> Stationary | None:
    """The stationary point at the end of the way down from a weight, in steps as small as can be."""
    slope = _slope(loss, weight)
    points = stationary_points(loss)
    if slope == 0:
        points = tuple(p for p in points if math.isclose(p.weight, weight, abs_tol=1e-9))
    else:
        points = tuple(p for p in points if (p.weight - weight) * math.copysign(1, slope) <= 0)
    return min(points, key=lambda p: abs(p.weight - weight), default=None)


def ruler(loss: FormulaLoss, start: float) -> Ruler:
    """Where, from a start, a learning rate glides, jumps, zig-zags, bounces, explodes."""
    point = ahead(loss, start)
    if point is None:
        return Ruler(None, reason="nothing")
    if point.kind != "minimum":
        return Ruler(point, reason=point.kind)
    return Ruler(point, 1 / point.curvature, 2 / point.curvature, exact=loss.formula.is_quadratic)


def verdict(loss: FormulaLoss, learning_rate: float, path: Path) -> list[Clause]:
    """What a run of gradient descent did, as clauses with their numbers; never more than was computed."""
    weights = path.weights[:, 0]
    low, high = loss.domain[0]
    outside = np.flatnonzero((weights < low) | (weights > high))
    goal = ahead(loss, weights[-1])
    if not path.updates.any():
        return _resting(loss, weights[0])
    if path.diverged or (outside.size and outside[-1] == path.steps):
        return _left(loss, learning_rate, path, int(outside[0]) if outside.size else path.steps)
    if goal and goal.is_minimum and _is_there(learning_rate, path, goal):
        return _reached(loss, learning_rate, weights, goal)
    cycle = _cycle(weights, high - low)
    if cycle is not None:
        return _circling(cycle, goal)
    return _underway(loss, learning_rate, path, goal)


def _resting(loss: FormulaLoss, weight: float) -> list[Clause]:
    here = ahead(loss, weight)
    if here is not None and here.is_minimum:
        return [Clause("rests-minimum", {"w": weight}), *_lower(loss, here)]
    return [Clause("rests", {"w": weight})]


def _left(loss: FormulaLoss, learning_rate: float, path: Path, step: int) -> list[Clause]:
    clauses = []
    rule = ruler(loss, path.weights[0, 0])
    if rule.exact and rule.ahead:
        factor = 1 - learning_rate * rule.ahead.curvature
        clauses.append(Clause("moves-away", {"factor": factor}))
    clauses.append(Clause("left", {"step": step}))
    return clauses + _advice(learning_rate, rule.bounce or math.inf)


def _advice(learning_rate: float, bounce: float) -> list[Clause]:
    if bounce < learning_rate:
        return [Clause("try-below", {"bounce": bounce})]
    return [Clause("try-smaller", {})]


def _is_there(learning_rate: float, path: Path, goal: Stationary) -> bool:
    """Whether the last point lies at its goal and the next would, too: it is not just passing."""
    here = path.weights[-1, 0]
    following = here - learning_rate * path.gradients[-1, 0]
    return bool(max(abs(here - goal.weight), abs(following - goal.weight)) <= REACHED)


def _reached(loss: FormulaLoss, learning_rate: float, weights: np.ndarray, goal: Stationary) -> list[Clause]:
    far = np.flatnonzero(np.abs(weights - goal.weight) > REACHED)
    step = int(far[-1]) + 1 if far.size else 0
    numbers = {"w": goal.weight, "loss": goal.loss, "step": step, "within": REACHED}
    lower = _lower(loss, goal)
    return [
        Clause("reached-local" if lower else "reached", numbers),
        *_manner(loss, learning_rate, weights, goal),
        *lower,
    ]


def _circling(cycle: np.ndarray, goal: Stationary | None) -> list[Clause]:
    if len(cycle) > 2:
        return [Clause("cycles", {"n": len(cycle), "low": cycle.min(), "high": cycle.max()})]
    clauses = [Clause("bounces", {"a": cycle.max(), "b": cycle.min()})]
    if goal and goal.kind == "corner":
        clauses.append(Clause("corner", {}))
    return clauses


def _underway(loss: FormulaLoss, learning_rate: float, path: Path, goal: Stationary | None) -> list[Clause]:
    weights, here = path.weights[:, 0], path.weights[-1, 0]
    slope = path.gradients[-1, 0]
    lowest = min(minima(loss), key=lambda p: p.loss, default=None)
    if lowest and path.losses[-1] > lowest.loss:
        mean_slope = (path.losses[-1] - lowest.loss) / abs(here - lowest.weight)
        if abs(slope) < STUCK * mean_slope:
            return [Clause("stuck", {"slope": slope, "w": here, "lower": lowest.weight})]
    if goal is None or not goal.is_minimum:
        return [Clause("descending", {"w": here, "slope": slope})]
    distances = np.abs(weights - goal.weight)
    if (np.diff(distances[-4:]) >= 0).any() or learning_rate >= _bounce(goal):
        return _unsettled(loss, learning_rate, weights, goal)
    clauses = [Clause("underway", {"w": goal.weight, "distance": distances[-1]})]
    more = _steps_left(loss, learning_rate, here, goal)
    if more is not None:
        clauses.append(Clause("more", {"n": more, "within": REACHED}))
    return [*clauses, *_manner(loss, learning_rate, weights, goal), *_lower(loss, goal)]


def _unsettled(
    loss: FormulaLoss, learning_rate: float, weights: np.ndarray, goal: Stationary
) -> list[Clause]:
    if loss.formula.is_quadratic:
        moved = Clause("moves-away", {"factor": 1 - learning_rate * goal.curvature})
    else:
        late = weights[len(weights) // 2 :]
        moved = Clause("wanders", {"low": late.min(), "high": late.max()})
    return [moved, *_advice(learning_rate, _bounce(goal))]


def _bounce(goal: Stationary) -> float:
    """2/E″: from this rate on no run settles at the goal; infinite where E″ says nothing."""
    return 2 / goal.curvature if goal.kind == "minimum" else math.inf


def _manner(loss: FormulaLoss, learning_rate: float, weights: np.ndarray, goal: Stationary) -> list[Clause]:
    """How the run went towards its goal: the factor by which a step changes the distance."""
    distances = weights - goal.weight
    # Below this a difference of floats is mostly rounding.
    clear = np.abs(distances) > 1e-9 * max(1.0, abs(goal.weight))
    count = len(distances) if clear.all() else int(np.argmin(clear))
    if count == 1 < len(distances):
        return [Clause("jump", {})]
    if count < 2:
        return []
    factors = (distances[1:count] / distances[: count - 1])[-4:]
    factor = 1 - learning_rate * goal.curvature
    # A factor is named only where the run shows the one that the curvature foretells.
    tolerance = 0.1 * abs(1 - abs(factor)) + 1e-9
    if goal.kind != "minimum" or np.abs(factors - factor).max() > tolerance:
        return []
    key = "zigzag" if factor < 0 else "glide"
    exact = loss.formula.is_quadratic
    return [Clause(key if exact else f"{key}-about", {"factor": factor})]


def _lower(loss: FormulaLoss, goal: Stationary) -> list[Clause]:
    """A lower minimum elsewhere on the chart, if there is one."""
    lowest = min(minima(loss), key=lambda p: p.loss, default=goal)
    if lowest.loss < goal.loss - 1e-9 * max(1.0, abs(goal.loss)):
        return [Clause("lower", {"w": lowest.weight, "loss": lowest.loss})]
    return []


def _cycle(weights: np.ndarray, span: float) -> np.ndarray | None:
    """The points that a run repeats at its end, from the second on; None if it repeats none."""
    for length in range(2, min(LONGEST_CYCLE, (len(weights) - 1) // 2) + 1):
        last, before = weights[-length:], weights[-2 * length : -length]
        if np.abs(last - before).max() <= 1e-12 * span:
            return last
    return None


def _steps_left(loss: FormulaLoss, learning_rate: float, weight: float, goal: Stationary) -> float | None:
    """About how many more steps to within REACHED of the goal; None if it never gets there so.

    The first LOOK_AHEAD steps are taken. Further ahead the steps are many and alike, and an
    integral over the way counts them: at distance d one step multiplies d by 1 − η E′/d, so
    that a factor of e takes −1/log|1 − η E′/d| steps.
    """
    for step in range(1, LOOK_AHEAD + 1):
        weight -= learning_rate * _slope(loss, weight)
        if abs(weight - goal.weight) <= REACHED:
            return step
    side = math.copysign(1, weight - goal.weight)
    logs = np.linspace(math.log(REACHED), math.log(abs(weight - goal.weight)), 100)
    distances = np.exp(logs)
    slopes = np.array([_slope(loss, goal.weight + side * d) for d in distances])
    with np.errstate(divide="ignore"):
        rates = -np.log(np.abs(1 - learning_rate * side * slopes / distances))
    if not rates.min() > 0:
        return None
    return LOOK_AHEAD + float(np.trapezoid(1 / rates, logs))


def _slope(loss: FormulaLoss, weight: float) -> float:
    return loss.formula.slope(weight)
