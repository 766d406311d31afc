"""What a learning rate does at a minimum.

Close to a minimum W* a loss is a parabola, and one step of gradient descent multiplies the
distance to W* by 1 − η E″(W*) (LeCun, Bottou, Orr and Müller 1998, "Efficient BackProp",
section 5). The sign and size of that factor are the zones: it glides above 0, lands in one
jump at 0, zig-zags below 0, bounces for ever at −1 and moves away below −1. With many weights
the same holds along each eigenvector of the Hessian with its eigenvalue for E″, and the
largest eigenvalue sets the bounds. Other rules have other bounds, if any.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeGuard

import numpy as np
from numpy.typing import ArrayLike

from gdviz.core.critical_points import (
    CriticalPoint,
    critical_points,
    hessian,
    is_bounded,
    minimum_at,
    minimum_near,
)
from gdviz.core.loss import FormulaLoss, Loss, domain_of

Zone = Literal["glide", "jump", "zigzag", "bounce", "explode"]

FLOW_STEPS = 400  # of the way of vanishingly small rates
FLOW_ERROR = 1e-3  # how far a step of it may err, as a share of the domain
NEAR = 1e-3  # how near to a minimum that way ends, likewise


@dataclass(frozen=True)
class Thresholds:
    """The learning rates at which the behaviour of gradient descent changes at a ``point``.

    ``jump`` = 1/E″ and ``bounce`` = 2/E″ at the minimum ``point``; where there are no such
    rates, ``reason`` says why: "flat", "kinked" or another kind of ``point``, "nothing" where no
    minimum is known, "rule" for another rule than gd, or "network" where none are worked out.
    ``exact`` says that they hold everywhere, as on a parabola, and not only close to the minimum.
    """

    point: CriticalPoint | None
    jump: float | None = None
    bounce: float | None = None
    exact: bool = False
    reason: str | None = None

    def zone(self, learning_rate: float) -> Zone | None:
        """What a learning rate does close to the minimum; None where there are no thresholds."""
        if self.jump is None or self.bounce is None:
            return None
        if math.isclose(learning_rate, self.jump, rel_tol=1e-9):
            return "jump"
        if math.isclose(learning_rate, self.bounce, rel_tol=1e-9):
            return "bounce"
        if learning_rate < self.jump:
            return "glide"
        return "zigzag" if learning_rate < self.bounce else "explode"


def thresholds(loss: Loss, at: ArrayLike, reached: CriticalPoint | None = None) -> Thresholds:
    """The learning rates at which the behaviour of gradient descent changes, at a minimum that is named.

    Args:
        loss: One of LOSSES, or another.
        at: A place, (n,), or a plain number where there is one weight.
        reached: The minimum that a run reaches, if it is known. Left out, it is the one to which
            vanishingly small rates lead from ``at``.

    Returns:
        Thresholds with ``.jump`` = 1/E″ and ``.bounce`` = 2/E″, the largest curvature being E″ where there
        are several weights, and ``.exact``; or why there are none, as ``.reason``.

    Raises:
        ValueError: A place that is not the loss's.

    Example:
        >>> import gdviz as gd
        >>> limits = gd.thresholds(gd.LOSSES["bowl"], 5)
        >>> limits.jump, limits.bounce, limits.exact
        (0.5, 1.0, True)
        >>> gd.thresholds(gd.LOSSES["absolute"], 5).reason
        'kinked'

    References:
        LeCun, Bottou, Orr and Müller 1998, "Efficient BackProp", section 5.
    """
    place = tuple(np.array(at, dtype=float).reshape(-1).tolist())
    domain = domain_of(loss)
    if not place or (domain is not None and len(place) != len(domain)):
        raise ValueError(f"{at!r} is no place of this loss")
    point = reached or downhill(loss, place)
    if point is None:
        return Thresholds(None, reason="nothing")
    if not point.is_minimum:
        return Thresholds(point, reason=point.kind)
    if point.kinked:
        return Thresholds(point, reason="kinked")
    # A line of minima is flat along itself, and its steepest curvature sets the bounds all the same.
    if not 0 < point.curvature < math.inf or (point.flat and len(point.weights) == 1):
        return Thresholds(point, reason="flat")
    return Thresholds(point, 1 / point.curvature, 2 / point.curvature, exact=is_quadratic(loss))


def is_quadratic(loss: Loss) -> TypeGuard[FormulaLoss]:
    """Whether a loss is known to be a parabola, of one weight or more."""
    return isinstance(loss, FormulaLoss) and loss.formula.is_quadratic


def downhill(loss: Loss, at: tuple[float, ...]) -> CriticalPoint | None:
    """Where vanishingly small rates lead from a place; None if no minimum is found on that way."""
    if is_bounded(loss) and len(at) == 1:
        return _next_below(loss, at[0])
    return _end_of_flow(loss, at)


def _next_below(loss: FormulaLoss, weight: float) -> CriticalPoint | None:
    """The first critical point downhill on a curve."""
    slope = loss.formula.slope(weight)
    points = critical_points(loss).points
    span = loss.domain[0][1] - loss.domain[0][0]
    if slope == 0:
        here = next((p for p in points if abs(p.weight - weight) <= 1e-9 * span), None)
        return here or minimum_at(loss, np.array([weight]))
    below = [p for p in points if (p.weight - weight) * math.copysign(1, slope) <= 0]
    return min(below, key=lambda p: abs(p.weight - weight), default=None)


@lru_cache(maxsize=256)
def _end_of_flow(loss: Loss, at: tuple[float, ...]) -> CriticalPoint | None:
    """The minimum at the end of dW/dt = −∇E, by linearly implicit Euler steps of adapted length.

    Hairer and Wanner 1996, "Solving Ordinary Differential Equations II", section IV.9: as the
    valleys of a loss are stiff, each step solves (1/h + H) Δ = ∇E. Two halves of it estimate its error.
    """
    point = np.array(at)
    # Without a domain, what is as far away as the weights are large is near.
    size = max(1.0, float(np.abs(point).max()))
    low, high = np.array(domain_of(loss) or [(w - size, w + size) for w in at], dtype=float).T
    span = float((high - low).max())
    length = 1e-3 * span / max(float(np.linalg.norm(loss.gradient(point))), 1e-300)
    for _ in range(FLOW_STEPS):
        whole = point - _implicit(loss, point, length)
        half = point - _implicit(loss, point, length / 2)
        halves = half - _implicit(loss, half, length / 2)
        error = float(np.linalg.norm(whole - halves)) / (FLOW_ERROR * span)
        if not error <= 1:  # or not finite
            length /= 4
            continue
        moved, point = float(np.linalg.norm(halves - point)), halves
        if not (np.abs(point - (low + high) / 2) <= high - low).all():
            return None
        if moved <= 1e-9 * span and length > 1:
            break
        length *= 3 if error < 0.1 else 1
    return minimum_near(loss, point, NEAR * span)


def _implicit(loss: Loss, point: np.ndarray, length: float) -> np.ndarray:
    gradient = loss.gradient(point)
    try:
        return np.asarray(np.linalg.solve(np.eye(len(point)) / length + hessian(loss, point), gradient))
    except np.linalg.LinAlgError:
        return np.full_like(point, np.nan)
