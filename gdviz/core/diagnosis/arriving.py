"""Claims on a run that is at a minimum, on its way to one, or at rest from its start on."""

import math

import numpy as np

from gdviz.core.critical_points import (
    CriticalPoint,
    critical_points,
    is_bounded,
    is_local_minimum,
    minima,
    nearest,
)
from gdviz.core.diagnosis.claim import Claim, Numbers, directions, is_beyond, lower, near_saddle
from gdviz.core.loss import FormulaLoss, Loss
from gdviz.core.outlook import LOOK_AHEAD, REACHED, Outlook
from gdviz.core.thresholds import downhill, is_quadratic

FARTHEST = 1e6  # the most steps that are counted without being taken


def arrived(run: Outlook, goal: CriticalPoint, step: int) -> list[Claim]:
    numbers: Numbers = {
        "w": goal.weights,
        "loss": goal.loss,
        "step": step,
        "within": REACHED,
    }
    if is_beyond(run.loss, goal):
        return [Claim("reached-beyond", numbers)]
    if not goal.isolated:
        return [Claim("reached-stretch", numbers)]
    if lower(run.loss, goal):
        return [Claim("reached-local", numbers)]
    alike = sum(math.isclose(p.loss, goal.loss, abs_tol=1e-9) for p in minima(run.loss) if p.isolated)
    if alike > 1:
        key = "reached-one" if critical_points(run.loss).exhaustive else "reached-one-found"
        return [Claim(key, numbers | {"n": alike})]
    return [Claim("reached", numbers)]


def arriving(run: Outlook, goal: CriticalPoint, step: int) -> list[Claim]:
    key = "will-reach-beyond" if is_beyond(run.loss, goal) else "will-reach"
    more: Numbers = {"n": step - run.path.steps, "w": goal.weights, "within": REACHED}
    left = run.left is not None and not is_beyond(run.loss, goal)
    off = [Claim("off-and-back", {"step": run.left or 0})] if left else []
    return [*off, *near_saddle(run), Claim(key, more)]


def manner(run: Outlook, goal: CriticalPoint) -> list[Claim]:
    """By what factor each step of gradient descent changes the distance to its goal."""
    rate = run.plain_rate
    if rate is None or goal.kinked:
        return []
    if is_quadratic(run.loss):
        return _exact_manner(run, rate, goal)
    return _observed_manner(run, rate, goal) if len(goal.weights) == 1 and not goal.flat else []


def _exact_manner(run: Outlook, rate: float, goal: CriticalPoint) -> list[Claim]:
    factors = [1 - rate * curvature for curvature in goal.curvatures]
    if factors[0] == factors[-1]:
        factor = factors[0]
        key = "jump" if factor == 0 else "zigzag" if factor < 0 else "glide"
        return [Claim(key, {} if key == "jump" else {"factor": factor})] if abs(factor) < 1 else []
    return [
        Claim("zigzag-along" if factor < 0 else "glide-along", {"direction": direction, "factor": factor})
        for direction, factor in zip(reversed(directions(run.loss, goal)), reversed(factors), strict=True)
        if 0 < abs(factor) < 1
    ]


def _observed_manner(run: Outlook, rate: float, goal: CriticalPoint) -> list[Claim]:
    """The factor that the curvature foretells, where the last steps of the run show it, too."""
    distances = run.path.weights[:, 0] - goal.weight
    # Below this a difference of doubles is mostly rounding, of the run or of the minimum.
    clear = np.abs(distances) > 1e-7 * max(1.0, abs(goal.weight))
    count = len(distances) if clear.all() else int(np.argmin(clear))
    if count < 4:
        return []
    factors = (distances[1:count] / distances[: count - 1])[-4:]
    factor = 1 - rate * goal.curvature
    if not 0 < abs(factor) < 1 or np.abs(factors - factor).max() > 0.02 * abs(factor):
        return []
    return [Claim("zigzag-about" if factor < 0 else "glide-about", {"factor": factor})]


def counted(run: Outlook) -> list[Claim]:
    """How many more steps gradient descent of one weight takes to the minimum ahead, if it can be told."""
    here, loss = float(run.path.weights[-1, 0]), run.loss
    rate = run.plain_rate
    if rate is None or not is_bounded(loss) or len(loss.domain) > 1:
        return []
    goal = downhill(loss, (here,))
    if goal is None or not goal.is_minimum:
        return []
    more = _steps_left(loss, rate, here, goal)
    if more is None or more <= LOOK_AHEAD:
        return []
    key = "underway-beyond" if is_beyond(loss, goal) else "underway"
    distance = abs(here - goal.weight)
    return [
        Claim(key, {"w": goal.weights, "distance": distance}),
        Claim("more", {"n": more, "within": REACHED}),
        *manner(run, goal),
        *lower(loss, goal),
    ]


def _steps_left(loss: FormulaLoss, learning_rate: float, weight: float, goal: CriticalPoint) -> float | None:
    """About how many more steps to within REACHED of the goal; None if that cannot be told.

    Where each step goes but a part of the way, all stay on one side, and an integral over the way
    counts them: at distance d a step multiplies d by 1 − η E′/d, and a factor of e takes
    −1/log(1 − η E′/d) steps.
    """
    far = abs(weight - goal.weight)
    if far <= REACHED:
        return None
    side = math.copysign(1, weight - goal.weight)
    shares = np.union1d(np.geomspace(REACHED, far, 300), np.linspace(REACHED, far, 300))
    slopes = loss.formula.gradients((goal.weight + side * shares)[:, None])[:, 0] * side
    steps = learning_rate * slopes / shares
    # A step this small is lost in the rounding of the weight.
    lost = learning_rate * slopes < 1e-13 * (abs(goal.weight) + far)
    # Where the slope grows towards a kink, the last steps lead out again.
    inside = loss.formula.gradients(goal.weight + side * np.geomspace(1e-9, 1, 20)[:, None] * REACHED)
    thrown = goal.kinked and not (learning_rate * np.abs(inside) < REACHED).all()
    if not ((steps > 0) & (steps < 1)).all() or lost.any() or thrown:
        return None
    more = float(np.trapezoid(-1 / np.log1p(-steps), np.log(shares)))
    return more if more <= FARTHEST else None


def resting(run: Outlook, minimum: CriticalPoint | None) -> list[Claim]:
    loss, start = run.loss, run.path.weights[0]
    numbers: Numbers = {"w": tuple(start.tolist())}
    if minimum:
        return [Claim("rests-minimum", numbers), *lower(loss, minimum)]
    here = nearest(critical_points(loss).points, start)
    if here and here.kind == "saddle" and np.allclose(here.weights, start, rtol=0, atol=1e-9 * run.span):
        return [Claim("rests-saddle", numbers)]
    return [level(loss, start)]


def level(loss: Loss, here: np.ndarray) -> Claim:
    """A point at which the slope is 0, and which is no known minimum."""
    key = "rests-level" if is_local_minimum(loss, here, REACHED) else "rests"
    return Claim(key, {"w": tuple(here.tolist())})
