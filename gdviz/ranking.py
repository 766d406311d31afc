"""How a race ended: what each run did, by what was computed, and in which order that puts them."""

from dataclasses import dataclass

import numpy as np

from gdviz.critical_points import CriticalPoint, minima
from gdviz.descent import Path
from gdviz.losses import FormulaLoss
from gdviz.optimizers import Rule
from gdviz.regimes import arrival, nearest


@dataclass(frozen=True)
class Result:
    """What one runner, the ``index``-th, did in ``steps`` steps.

    ``left`` is the step at which it left the domain for good; ``since`` the one from which on it
    was within REACHED of the minimum ``goal``; where there is neither, it is ``distance`` away
    from the nearest minimum ``goal``, if the loss has one. ``loss`` is the last one computed.
    """

    index: int
    rule: Rule
    steps: int
    loss: float
    left: int | None = None
    since: int | None = None
    goal: CriticalPoint | None = None
    distance: float | None = None


def ranking(loss: FormulaLoss, rules: tuple[Rule, ...], paths: list[Path]) -> list[Result]:
    """First who arrived, the soonest first; then who is underway, the lowest first; last who left."""
    results = [_result(loss, i, *run) for i, run in enumerate(zip(rules, paths, strict=True))]
    return sorted(results, key=_rank)


def _rank(result: Result) -> tuple[int, float, float]:
    if result.left is not None:
        return 2, -result.left, 0.0
    if result.since is not None:
        return 0, result.since, result.loss
    return 1, result.loss, 0.0


def _result(loss: FormulaLoss, index: int, rule: Rule, path: Path) -> Result:
    low, high = np.array(loss.domain).T
    outside = ((path.weights < low) | (path.weights > high)).any(axis=1)
    end = Result(index, rule, path.steps, float(path.losses[-1]))
    if path.diverged or outside[-1]:
        inside = np.flatnonzero(~outside)
        left = int(inside[-1]) + 1 if outside[-1] else path.steps
        return Result(**vars(end) | {"left": left})
    goal = nearest(minima(loss), path.weights[-1])
    if goal is None:
        return end
    distance = float(np.linalg.norm(path.weights[-1] - goal.weights))
    return Result(**vars(end) | {"goal": goal, "since": arrival(path.weights, goal), "distance": distance})
