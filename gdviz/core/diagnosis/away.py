"""Claims on a run that goes away: off the chart, beyond all numbers, or from the minimum of a parabola."""

import math

import numpy as np

from gdviz.core.critical_points import minima
from gdviz.core.descent import Continuation
from gdviz.core.diagnosis.claim import Claim, directions
from gdviz.core.loss import domain_of
from gdviz.core.outlook import LOOK_AHEAD, Outlook, outside
from gdviz.core.thresholds import is_quadratic

SLOWER = (0.1, 0.01, 0.001, 0.0001)  # shares of a rate that is too large


def exploding(run: Outlook) -> list[Claim]:
    """A run that comes to where the numbers are too large, or the loss has no value."""
    steps = run.path.steps
    if run.undefined is not None:
        return [Claim("will-be-undefined", {"n": run.undefined, "w": tuple(run.ahead[-1].tolist())})]
    outside_now, away = left(run), moving_away(run)
    if outside_now:
        exploded = [Claim("exploded", {"step": steps})] if run.path.diverged else [Claim("explodes", {})]
        return [*away, *outside_now, *exploded, *advice(run)]
    if run.path.diverged:
        return [*away, Claim("exploded", {"step": steps}), *advice(run)]
    if domain_of(run.loss) is None:
        return [*away, Claim("explodes", {}), *advice(run)]
    inside = np.flatnonzero(~outside(run.loss, run.ahead))
    return [*away, Claim("will-leave", {"n": int(inside[-1]) + 1}), *advice(run)]


def left(run: Outlook) -> list[Claim]:
    """That a run is outside the domain at its end, if it is."""
    return [] if run.left is None else [Claim("left", {"step": run.left})]


def moving_away(run: Outlook) -> list[Claim]:
    """By what factor gradient descent on a quadratic loss moves away, and where to, if it does."""
    goal = next(iter(minima(run.loss)), None)
    rate = run.plain_rate
    if rate is None or not is_quadratic(run.loss) or goal is None:
        return []
    factor = 1 - rate * goal.curvature
    direction = directions(run.loss, goal)[-1]
    offset = (run.path.weights[-1] - goal.weights) @ direction
    if abs(factor) <= 1 or abs(offset) <= 1e-9 * run.span:
        return []
    if goal.curvatures[0] == goal.curvatures[-1]:
        return [Claim("moves-away", {"factor": factor})]
    return [Claim("moves-away-along", {"direction": direction, "factor": factor})]


def advice(run: Outlook) -> list[Claim]:
    """A rate that does not lead away: known on a parabola, and tried elsewhere."""
    if run.rule is None or domain_of(run.loss) is None:
        return []
    rate = run.rule.learning_rate
    if run.plain_rate is not None and is_quadratic(run.loss):
        goal = next(iter(minima(run.loss)), None)
        bounce = 2 / goal.curvature if goal else math.inf
        return [Claim("try-below", {"bounce": bounce})] if bounce < rate else []
    start = run.path.weights[0]
    for share in SLOWER:
        rule = run.rule._replace(learning_rate=float(f"{rate * share:.1g}"))
        tried = Continuation(run.loss, rule.optimizer, start, rule.optimizer.init(start))
        points = tried.points(LOOK_AHEAD)
        if not tried.ended and not outside(run.loss, points).any():
            return [Claim("smaller-stays", {"eta": rule.learning_rate, "n": LOOK_AHEAD})]
    return []
