"""What is claimed of a run: a key and its numbers, and what several claims need to know."""

from dataclasses import dataclass

import numpy as np

from gdviz.core.critical_points import CriticalPoint, critical_points, hessian, minima
from gdviz.core.loss import Loss
from gdviz.core.outlook import Outlook, outside

NEAR = 0.05  # within this share of the domain a run counts as near a saddle

Place = tuple[float, ...]
Numbers = dict[str, float | Place]


@dataclass(frozen=True)
class Claim:
    """One thing that is true of a run: the key of its text, and the numbers and places in it."""

    key: str
    numbers: Numbers


def directions(loss: Loss, goal: CriticalPoint) -> list[Place]:
    """The eigenvectors of the Hessian, in the order of the curvatures, the larger part positive."""
    vectors = np.linalg.eigh(hessian(loss, np.array(goal.weights)))[1].T
    signs = np.sign([vector[np.argmax(np.abs(vector))] for vector in vectors])
    return [tuple(vector) for vector in (vectors * signs[:, None]).tolist()]


def is_beyond(loss: Loss, goal: CriticalPoint) -> bool:
    """Whether a minimum lies outside the domain that is drawn."""
    return bool(outside(loss, np.array([goal.weights]))[0])


def lower(loss: Loss, goal: CriticalPoint) -> list[Claim]:
    """A lower minimum on the chart, if one is known."""
    lowest = min(minima(loss), key=lambda p: p.loss, default=goal)
    if lowest.loss < goal.loss - 1e-9 * max(1.0, abs(goal.loss)):
        return [Claim("lower", {"w": lowest.weights, "loss": lowest.loss})]
    return []


def near_saddle(run: Outlook) -> list[Claim]:
    """The saddle that a run stands near, or came near on its way; at most one."""
    for point in (p for p in critical_points(run.loss).points if p.kind == "saddle"):
        distances = np.linalg.norm(run.path.weights - point.weights, axis=1)
        if distances[-1] <= NEAR * run.span:
            return [Claim("at-saddle", {"w": point.weights, "distance": float(distances[-1])})]
        if distances.min() <= NEAR * run.span:
            return [Claim("past-saddle", {"w": point.weights, "step": int(distances.argmin())})]
    return []
