"""How a race ended: what each run did, and in which order that puts them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from gdviz.core.critical_points import CriticalPoint, minima, nearest
from gdviz.core.descent import Path
from gdviz.core.optimizers import Rule
from gdviz.core.outlook import outlook


@dataclass(frozen=True)
class Result:
    """What one runner, the ``index``-th, did in ``steps`` steps; ``loss`` is the last one computed.

    ``left`` is the step since which it has been outside the domain, ``returns`` says whether it is
    inside again within the next LOOK_AHEAD steps, and ``exploded`` that it goes on until the numbers
    are too large. ``since`` is the step from which on it stays within REACHED of the minimum ``goal``,
    the next LOOK_AHEAD steps included. Where there is neither, it is ``distance`` away from the
    nearest minimum ``goal``, if one is known.
    """

    index: int
    rule: Rule
    steps: int
    loss: float
    left: int | None = None
    returns: bool = False
    exploded: bool = False
    since: int | None = None
    goal: CriticalPoint | None = None
    distance: float | None = None


def ranking(paths: Sequence[Path]) -> list[Result]:
    """First who arrived, the soonest first; then who is underway, the lowest first; last who left.

    Raises ValueError for a run by no known rule, which has no name here.
    """
    return sorted((_result(i, path) for i, path in enumerate(paths)), key=_rank)


def _rank(result: Result) -> tuple[int, float, float]:
    if result.since is not None:
        return 0, result.since, result.loss
    if result.left is not None or result.exploded:
        return 2, -(result.steps if result.left is None else result.left), 0.0
    return 1, result.loss, 0.0


def _result(index: int, path: Path) -> Result:
    run = outlook(path)
    if run.rule is None:
        raise ValueError("a race is between known rules")
    end = Result(index, run.rule, path.steps, float(path.losses[-1]))
    if path.diverged:
        return replace(end, left=path.steps if run.left is None else run.left, exploded=True)
    goal = nearest(minima(path.loss), path.weights[-1])
    # Only what is near a minimum now, or outside, is taken further: the others are said to be underway.
    if run.left is None and (goal is None or not run.is_near(goal)):
        return _underway(end, path, goal)
    destination = run.destination
    if destination and destination[1] <= path.steps:
        return replace(_underway(end, path, destination[0]), since=destination[1])
    if run.left is not None:
        return replace(end, left=run.left, returns=run.returns, exploded=run.ends)
    return _underway(end, path, goal)


def _underway(end: Result, path: Path, goal: CriticalPoint | None) -> Result:
    if goal is None:
        return end
    return replace(end, goal=goal, distance=float(np.linalg.norm(path.weights[-1] - goal.weights)))
