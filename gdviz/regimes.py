"""What a learning rate will do on a curve, and what a run on it did: ruler and verdict.

Close to a minimum W* a loss is a parabola, and one step of gradient descent multiplies the
distance to W* by 1 − η E″(W*) (LeCun, Bottou, Orr and Müller 1998, "Efficient BackProp",
section 5). The sign and size of that factor are the regimes: it glides above 0, lands in
one jump at 0, zig-zags below 0, bounces for ever at −1 and moves away below −1. With many
weights the same holds along each eigenvector of the Hessian with its eigenvalue for E″, and
the largest eigenvalue sets the bounds. Other rules have other bounds, if any: of their runs
the verdict tells what they did, and what they would do next.
"""

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from gdviz.critical_points import CriticalPoint, critical_points, minima
from gdviz.descent import Path
from gdviz.losses import FormulaLoss
from gdviz.optimizers import Rule

REACHED = 0.01  # within this distance of a minimum a run counts as there
STUCK = 0.05  # a slope this much below the mean slope to lower ground counts as nearly 0
LONGEST_CYCLE = 8
LOOK_AHEAD = 200  # how many steps beyond a run its verdict tries
BEYOND = 1e100  # so far out a run has exploded, and a distance could not be squared
NEAR = 0.05  # within this share of the domain a run counts as near a saddle

Place = tuple[float, ...]

Zone = Literal["glide", "jump", "zigzag", "bounce", "explode"]


@dataclass(frozen=True)
class Ruler:
    """The learning rates at which the behaviour of gradient descent changes, near the minimum ahead.

    ``jump`` = 1/E″ and ``bounce`` = 2/E″ at ``ahead``; where there are no such thresholds,
    ``reason`` is the kind of the point ahead, or "nothing"; or "rule" for another rule than
    gd, or "varies" where the curvature does and there is more than one weight: next to the
    minima runs then settle up to the rates from ``settles[0]`` to ``settles[1]``. ``exact``
    says that the thresholds hold everywhere, as on a parabola, and not only near the minimum.
    """

    ahead: CriticalPoint | None
    jump: float | None = None
    bounce: float | None = None
    exact: bool = False
    reason: str | None = None
    settles: tuple[float, float] | None = None

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
    """One thing that is true of a run: the key of its text, and the numbers and places in it."""

    key: str
    numbers: dict[str, float | Place]


def ahead(loss: FormulaLoss, weight: float) -> CriticalPoint | None:
    """The critical point at the end of the way down from a weight, in steps as small as can be."""
    slope = _slope(loss, weight)
    points = critical_points(loss).points
    if slope == 0:
        points = tuple(p for p in points if math.isclose(p.weight, weight, abs_tol=1e-9))
    else:
        points = tuple(p for p in points if (p.weight - weight) * math.copysign(1, slope) <= 0)
    return min(points, key=lambda p: abs(p.weight - weight), default=None)


def ruler(loss: FormulaLoss, rule: str, start: Place) -> Ruler:
    """Where, from a start, a learning rate glides, jumps, zig-zags, bounces, explodes."""
    if rule != "gd":
        return Ruler(None, reason="rule")
    if len(start) > 1:
        return _ruler_of_many(loss)
    point = ahead(loss, start[0])
    if point is None:
        return Ruler(None, reason="nothing")
    if not point.is_minimum or point.flat or point.kinked or not math.isfinite(point.curvature):
        bottom = "flat" if point.flat else "corner"
        return Ruler(point, reason=bottom if point.is_minimum else point.kind)
    return Ruler(point, 1 / point.curvature, 2 / point.curvature, exact=loss.formula.is_quadratic)


def _ruler_of_many(loss: FormulaLoss) -> Ruler:
    bottoms = minima(loss)
    if not bottoms:
        return Ruler(None, reason="nothing")
    if loss.formula.is_quadratic:
        return Ruler(bottoms[0], 1 / bottoms[0].curvature, 2 / bottoms[0].curvature, exact=True)
    bounces = [_bounce(point) for point in bottoms]
    return Ruler(None, reason="varies", settles=(min(bounces), max(bounces)))


def verdict(loss: FormulaLoss, rule: Rule, path: Path) -> list[Clause]:
    """What a run did, as clauses with their numbers; never more than was computed."""
    low, high = np.array(loss.domain).T
    outside = np.flatnonzero(((path.weights < low) | (path.weights > high)).any(axis=1))
    if path.beyond is not None:
        return [Clause("undefined", {"step": path.steps, "w": tuple(path.beyond.tolist())})]
    if not path.updates.any():
        return _resting(loss, path.weights[0])
    if path.diverged or (outside.size and outside[-1] == path.steps):
        return _left(loss, rule, path, int(outside[0]) if outside.size else path.steps)
    if rule.id == "gd" and len(low) == 1:
        return _on_a_curve(loss, rule.learning_rate, path)
    return _anywhere(loss, rule, path)


def _on_a_curve(loss: FormulaLoss, learning_rate: float, path: Path) -> list[Clause]:
    """Gradient descent of one weight, where the way down and its end are known."""
    weights = path.weights[:, 0]
    low, high = loss.domain[0]
    goal = ahead(loss, weights[-1])
    if goal and goal.is_minimum and _is_there(learning_rate, path, goal):
        return _reached(loss, learning_rate, weights, goal)
    cycle = _cycle(path.weights, high - low)
    if cycle is not None:
        return _circling(cycle, goal)
    return _underway(loss, learning_rate, path, goal)


def _resting(loss: FormulaLoss, start: np.ndarray) -> list[Clause]:
    here = next((p for p in critical_points(loss).points if np.allclose(p.weights, start, atol=1e-9)), None)
    numbers: dict[str, float | Place] = {"w": tuple(start.tolist())}
    if here is None or not (here.is_minimum or here.kind == "saddle"):
        return [Clause("rests", numbers)]
    if here.kind == "saddle":
        return [Clause("rests-saddle", numbers)]
    return [Clause("rests-minimum", numbers), *_lower(loss, here)]


def _left(loss: FormulaLoss, rule: Rule, path: Path, step: int) -> list[Clause]:
    thresholds = ruler(loss, rule.id, tuple(path.weights[0]))
    away = _moves_away(loss, rule, thresholds.ahead) if thresholds.exact and thresholds.ahead else []
    bounce = thresholds.bounce or math.inf
    return [*away, Clause("left", {"step": step}), *_advice(rule.learning_rate, bounce)]


def _moves_away(loss: FormulaLoss, rule: Rule, goal: CriticalPoint) -> list[Clause]:
    """By what factor a run on a quadratic loss moves away, and where to, if it does."""
    factor = 1 - rule.learning_rate * goal.curvature
    if abs(factor) <= 1 and len(goal.weights) > 1:
        return []
    if goal.curvatures[0] == goal.curvatures[-1]:
        return [Clause("moves-away", {"factor": factor})]
    direction = _directions(loss, goal)[-1]
    return [Clause("moves-away-along", {"direction": direction, "factor": factor})]


def _directions(loss: FormulaLoss, goal: CriticalPoint) -> list[Place]:
    """The eigenvectors of the Hessian, in the order of the curvatures, the larger part positive."""
    vectors = np.linalg.eigh(loss.hessian(np.array(goal.weights)))[1].T
    signs = np.sign([vector[np.argmax(np.abs(vector))] for vector in vectors])
    return [tuple(vector) for vector in (vectors * signs[:, None]).tolist()]


# --- Any rule, any number of weights: what the run did, and what it would do next ---------


def _anywhere(loss: FormulaLoss, rule: Rule, path: Path) -> list[Clause]:
    further = _continued(loss, rule, path)
    goal = nearest(minima(loss), further[-1])
    settles = None if goal is None else arrival(further, goal)
    if goal and settles == 0:
        step = arrival(path.weights, goal) or 0
        return [_arrived(loss, goal, step), *_factors(loss, rule, path, goal), *_lower(loss, goal)]
    span = max(high - low for low, high in loss.domain)
    cycle = _cycle(path.weights, span)
    if cycle is not None:
        return _round_and_round(cycle)
    saddle = _near_saddle(loss, path, span)
    if goal and settles:
        will = Clause("will-reach", {"n": settles, "w": goal.weights, "within": REACHED})
        return [*saddle, will, *_factors(loss, rule, path, goal)]
    away = _moves_away(loss, rule, goal) if goal and rule.id == "gd" and loss.formula.is_quadratic else []
    if away:
        return [*away, *_advice(rule.learning_rate, _bounce(goal) if goal else math.inf)]
    slope = float(np.linalg.norm(path.gradients[-1]))
    return [*saddle, Clause("not-soon", {"n": LOOK_AHEAD, "loss": path.losses[-1], "slope": slope})]


def _continued(loss: FormulaLoss, rule: Rule, path: Path) -> np.ndarray:
    """Where the run stands and would go in the next LOOK_AHEAD steps, shape (m, n)."""
    update, memory, point = rule.optimizer.update, path.memories[-1], path.weights[-1]
    points = [point]
    with np.errstate(all="ignore"):
        for _ in range(LOOK_AHEAD):
            change, memory = update(loss.gradient(point), memory)
            point = point - change
            if not point.dot(point) < BEYOND**2:
                break
            points.append(point)
    return np.array(points)


def nearest(points: list[CriticalPoint], place: np.ndarray) -> CriticalPoint | None:
    """The nearest of some points to a place, (n,), if there are any."""
    return min(points, key=lambda p: float(np.linalg.norm(place - p.weights)), default=None)


def arrival(weights: np.ndarray, goal: CriticalPoint) -> int | None:
    """From which of these points on all lie within REACHED of the goal; None if the last does not."""
    far = np.flatnonzero(np.linalg.norm(weights - goal.weights, axis=1) > REACHED)
    step = int(far[-1]) + 1 if far.size else 0
    return step if step < len(weights) else None


def _arrived(loss: FormulaLoss, goal: CriticalPoint, step: int) -> Clause:
    numbers: dict[str, float | Place] = {
        "w": goal.weights,
        "loss": goal.loss,
        "step": step,
        "within": REACHED,
    }
    if _lower(loss, goal):
        return Clause("reached-local", numbers)
    alike = sum(p.isolated and math.isclose(p.loss, goal.loss, abs_tol=1e-9) for p in minima(loss))
    return Clause("reached-one", numbers | {"n": alike}) if alike > 1 else Clause("reached", numbers)


def _factors(loss: FormulaLoss, rule: Rule, path: Path, goal: CriticalPoint) -> list[Clause]:
    """By what factor each step of gradient descent on a quadratic loss changes each distance."""
    if rule.id != "gd" or not loss.formula.is_quadratic:
        return []
    factors = [1 - rule.learning_rate * curvature for curvature in goal.curvatures]
    if factors[0] == factors[-1]:
        key = "jump" if factors[0] == 0 else "zigzag" if factors[0] < 0 else "glide"
        return [Clause(key, {} if key == "jump" else {"factor": factors[0]})]
    return [
        Clause("zigzag-along" if factor < 0 else "glide-along", {"direction": direction, "factor": factor})
        for direction, factor in zip(reversed(_directions(loss, goal)), reversed(factors), strict=True)
    ]


def _round_and_round(cycle: np.ndarray) -> list[Clause]:
    if len(cycle) == 2:
        b, a = sorted(map(tuple, cycle.tolist()))
        return [Clause("bounces", {"a": a, "b": b})]
    return [Clause("repeats", {"n": len(cycle)})]


def _near_saddle(loss: FormulaLoss, path: Path, span: float) -> list[Clause]:
    """The saddle that a run stands near, or came near on its way; at most one."""
    for point in (p for p in critical_points(loss).points if p.kind == "saddle"):
        distances = np.linalg.norm(path.weights - point.weights, axis=1)
        if distances[-1] <= NEAR * span:
            return [Clause("at-saddle", {"w": point.weights, "distance": distances[-1]})]
        if distances.min() <= NEAR * span:
            return [Clause("past-saddle", {"w": point.weights, "step": int(distances.argmin())})]
    return []


# --- Gradient descent on a curve ----------------------------------------------------------


def _advice(learning_rate: float, bounce: float) -> list[Clause]:
    if bounce < learning_rate:
        return [Clause("try-below", {"bounce": bounce})]
    return [Clause("try-smaller", {})]


def _is_there(learning_rate: float, path: Path, goal: CriticalPoint) -> bool:
    """Whether the last point lies at its goal and the next would, too: it is not just passing."""
    here = path.weights[-1, 0]
    following = here - learning_rate * path.gradients[-1, 0]
    return bool(max(abs(here - goal.weight), abs(following - goal.weight)) <= REACHED)


def _reached(
    loss: FormulaLoss, learning_rate: float, weights: np.ndarray, goal: CriticalPoint
) -> list[Clause]:
    step = arrival(weights[:, None], goal) or 0
    manner = _manner(loss, learning_rate, weights, goal)
    return [_arrived(loss, goal, step), *manner, *_lower(loss, goal)]


def _circling(cycle: np.ndarray, goal: CriticalPoint | None) -> list[Clause]:
    if len(cycle) > 2:
        return [Clause("cycles", {"n": len(cycle), "low": cycle.min(), "high": cycle.max()})]
    clauses = _round_and_round(cycle)
    if goal and goal.kinked:
        clauses.append(Clause("corner", {}))
    return clauses


def _underway(
    loss: FormulaLoss, learning_rate: float, path: Path, goal: CriticalPoint | None
) -> list[Clause]:
    weights, here = path.weights[:, 0], path.weights[-1, 0]
    slope = path.gradients[-1, 0]
    lowest = min(minima(loss), key=lambda p: p.loss, default=None)
    if lowest and path.losses[-1] > lowest.loss:
        mean_slope = (path.losses[-1] - lowest.loss) / abs(here - lowest.weight)
        if abs(slope) < STUCK * mean_slope:
            return [Clause("stuck", {"slope": slope, "w": (here,), "lower": lowest.weights})]
    if goal is None or not goal.is_minimum:
        return [Clause("descending", {"w": (here,), "slope": slope})]
    distances = np.abs(weights - goal.weight)
    if (np.diff(distances[-4:]) >= 0).any() or learning_rate >= _bounce(goal):
        return _unsettled(loss, learning_rate, weights, goal)
    clauses = [Clause("underway", {"w": goal.weights, "distance": distances[-1]})]
    more = _steps_left(loss, learning_rate, here, goal)
    if more is not None:
        clauses.append(Clause("more", {"n": more, "within": REACHED}))
    return [*clauses, *_manner(loss, learning_rate, weights, goal), *_lower(loss, goal)]


def _unsettled(
    loss: FormulaLoss, learning_rate: float, weights: np.ndarray, goal: CriticalPoint
) -> list[Clause]:
    if loss.formula.is_quadratic:
        moved = Clause("moves-away", {"factor": 1 - learning_rate * goal.curvature})
    else:
        late = weights[len(weights) // 2 :]
        moved = Clause("wanders", {"low": late.min(), "high": late.max()})
    return [moved, *_advice(learning_rate, _bounce(goal))]


def _bounce(goal: CriticalPoint) -> float:
    """2/E″: from this rate on no run settles at the goal; infinite where E″ says nothing."""
    return 2 / goal.curvature if goal.is_minimum and goal.curvature > 0 else math.inf


def _manner(
    loss: FormulaLoss, learning_rate: float, weights: np.ndarray, goal: CriticalPoint
) -> list[Clause]:
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
    if not goal.is_minimum or goal.flat or goal.kinked or np.abs(factors - factor).max() > tolerance:
        return []
    key = "zigzag" if factor < 0 else "glide"
    exact = loss.formula.is_quadratic
    return [Clause(key if exact else f"{key}-about", {"factor": factor})]


def _lower(loss: FormulaLoss, goal: CriticalPoint) -> list[Clause]:
    """A lower minimum elsewhere on the chart, if there is one."""
    lowest = min(minima(loss), key=lambda p: p.loss, default=goal)
    if lowest.loss < goal.loss - 1e-9 * max(1.0, abs(goal.loss)):
        return [Clause("lower", {"w": lowest.weights, "loss": lowest.loss})]
    return []


def _cycle(weights: np.ndarray, span: float) -> np.ndarray | None:
    """The points that a run repeats at its end, from the second on; None if it repeats none."""
    for length in range(2, min(LONGEST_CYCLE, (len(weights) - 1) // 2) + 1):
        last, before = weights[-length:], weights[-2 * length : -length]
        if np.abs(last - before).max() <= 1e-12 * span:
            return last
    return None


def _steps_left(loss: FormulaLoss, learning_rate: float, weight: float, goal: CriticalPoint) -> float | None:
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
