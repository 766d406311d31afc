"""Where a loss is level: its minima, saddles, maxima and inflections, found and classified."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np

from gdviz.losses import FormulaLoss

Kind = Literal["minimum", "flat", "corner", "maximum", "inflection", "saddle"]


@dataclass(frozen=True)
class Stationary:
    """A point where the gradient is 0 or, at a corner of a curve, the slope changes its sign.

    ``curvatures`` are the eigenvalues of the Hessian, ascending. ``kind`` is minimum, flat (a
    minimum with a curvature of 0), corner (a minimum without a slope), maximum, saddle, or,
    on a curve, inflection.
    """

    weights: tuple[float, ...]
    loss: float
    curvatures: tuple[float, ...]
    kind: Kind

    @property
    def weight(self) -> float:
        """The first weight, the only one of a curve."""
        return self.weights[0]

    @property
    def curvature(self) -> float:
        """The largest curvature: E″ of a curve."""
        return self.curvatures[-1]

    @property
    def is_minimum(self) -> bool:
        return self.kind in ("minimum", "flat", "corner")


@lru_cache(maxsize=64)
def stationary_points(loss: FormulaLoss) -> tuple[Stationary, ...]:
    """The stationary points of a loss of one weight, also somewhat outside its domain, or of more, inside."""
    found = _of_a_curve(loss) if len(loss.domain) == 1 else _of_a_landscape(loss)
    return tuple(sorted(found, key=lambda point: point.weights))


def minima(loss: FormulaLoss) -> list[Stationary]:
    """The minima inside the domain, from left to right."""
    return [
        p
        for p in stationary_points(loss)
        if p.is_minimum
        and all(low <= w <= high for w, (low, high) in zip(p.weights, loss.domain, strict=True))
    ]


# --- One weight: changes of sign, found on a grid and closed in on ------------------------


def _of_a_curve(loss: FormulaLoss) -> list[Stationary]:
    (low, high) = loss.domain[0]
    span = high - low
    grid = np.linspace(low - span, high + span, 3001)
    slopes = _slopes(loss, grid)
    grid, slopes = grid[np.isfinite(slopes) & (slopes != 0)], slopes[np.isfinite(slopes) & (slopes != 0)]
    turns = np.flatnonzero(np.sign(slopes[1:]) != np.sign(slopes[:-1]))
    roots = _roots(lambda w: _slopes(loss, w), grid[turns], grid[turns + 1])
    found = [
        _classified(loss, weight, rising=bool(slopes[i + 1] > 0))
        for i, weight in zip(turns, roots.tolist(), strict=True)
        if _is_continuous(loss, weight, grid[i : i + 2], slopes[i : i + 2])
    ]
    # An inflection at rest: the slope touches 0 and keeps its sign.
    sizes, signs = np.abs(slopes), np.sign(slopes)
    touches = (sizes[1:-1] < sizes[:-2]) & (sizes[1:-1] <= sizes[2:])
    touches = 1 + np.flatnonzero(touches & (signs[:-2] == signs[1:-1]) & (signs[2:] == signs[1:-1]))
    roots = _roots(lambda w: _curvatures(loss, w), grid[touches - 1], grid[touches + 1])
    level = np.abs(_slopes(loss, roots)) < 1e-9 * sizes.max(initial=0)
    found += [Stationary((w,), _value(loss, w), (0.0,), "inflection") for w in roots[level].tolist()]
    return found


def _is_continuous(loss: FormulaLoss, weight: float, ends: np.ndarray, slopes: np.ndarray) -> bool:
    """Whether the loss is as high at a turn of its slope as beside it: a pole or a gap is no level place."""
    rises = np.abs(loss.values(np.append(ends, weight)[:, None])[:2] - _value(loss, weight))
    return bool((rises <= 2 * np.abs(slopes).max() * (ends[1] - ends[0])).all())


def _classified(loss: FormulaLoss, weight: float, rising: bool) -> Stationary:
    curvature = _curvature(loss, weight)
    value = _value(loss, weight)
    if not rising:
        return Stationary((weight,), value, (curvature,), "maximum")
    near = 1e-6 * (loss.domain[0][1] - loss.domain[0][0])
    right, left = _slope(loss, weight + near), _slope(loss, weight - near)
    if right - left > 1e-3 * max(1.0, abs(curvature)):
        return Stationary((weight,), value, (math.inf,), "corner")
    flat = (right - left) / (2 * near) < 1e-6
    if not flat and not 0 < curvature < math.inf:  # it cannot be told in doubles, and sets no bounds
        return Stationary((weight,), value, (math.inf,), "corner")
    return Stationary((weight,), value, (curvature,), "flat" if flat else "minimum")


def _roots(function: Callable[[np.ndarray], np.ndarray], low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Where a function changes its sign between each of m pairs of places, (m,) and (m,), by bisection."""
    rising = function(high) > function(low)
    for _ in range(80):
        middle = (low + high) / 2
        beyond = (function(middle) > 0) == rising
        low, high = np.where(beyond, low, middle), np.where(beyond, middle, high)
    return np.where(np.abs(high) < 1e-12, 0.0, high)


def _value(loss: FormulaLoss, weight: float) -> float:
    return loss.value(np.array([weight]))


def _slope(loss: FormulaLoss, weight: float) -> float:
    return loss.formula.slope(weight)


def _slopes(loss: FormulaLoss, weights: np.ndarray) -> np.ndarray:
    return loss.formula.gradients(weights[:, None])[:, 0]


def _curvatures(loss: FormulaLoss, weights: np.ndarray) -> np.ndarray:
    return loss.formula.hessians(weights[:, None])[:, 0, 0]


def _curvature(loss: FormulaLoss, weight: float) -> float:
    return float(loss.hessian(np.array([weight]))[0, 0])


# --- Two weights and more: Newton's method from all over the domain -----------------------

STARTS = 24  # along each axis
ROUNDS = 60


def _of_a_landscape(loss: FormulaLoss) -> list[Stationary]:
    low, high = np.array(loss.domain, dtype=float).T
    axes = [np.linspace(*bounds, STARTS) for bounds in loss.domain]
    points = np.stack(np.meshgrid(*axes), axis=-1).reshape(-1, len(axes))
    with np.errstate(all="ignore"):
        for _ in range(ROUNDS):
            points = points - _newton_steps(loss, points)
            # What leaves by far would come back nowhere near.
            points = points[(np.abs(points - (low + high) / 2) <= 2 * (high - low)).all(axis=1)]
        level = np.linalg.norm(_newton_steps(loss, points), axis=1) < 1e-9 * np.linalg.norm(high - low)
    found: list[np.ndarray] = []
    for point in points[level & (points >= low).all(axis=1) & (points <= high).all(axis=1)]:
        if all(np.abs(point - other).max() > 1e-4 * (high - low).max() for other in found):
            found.append(np.where(np.abs(point) < 1e-12, 0.0, point))
    return [_classified_by_hessian(loss, point) for point in found]


def _newton_steps(loss: FormulaLoss, points: np.ndarray) -> np.ndarray:
    """H⁻¹ ∇E at m points, shape (m, n); not finite where H has no inverse."""
    gradients, hessians = loss.formula.gradients(points), loss.formula.hessians(points)
    steps = np.full_like(points, np.inf)
    regular = np.isfinite(hessians).all(axis=(1, 2)) & (np.abs(np.linalg.det(hessians)) > 1e-12)
    steps[regular] = np.linalg.solve(hessians[regular], gradients[regular][..., None])[..., 0]
    return steps


def _classified_by_hessian(loss: FormulaLoss, point: np.ndarray) -> Stationary:
    curvatures = np.linalg.eigvalsh(loss.hessian(point))
    kind: Kind = "minimum" if curvatures[0] > 0 else "maximum" if curvatures[-1] < 0 else "saddle"
    value = loss.value(point)
    # A value this small is what rounding leaves of 0.
    value = 0.0 if abs(value) < 1e-12 else value
    return Stationary(tuple(point.tolist()), value, tuple(curvatures.tolist()), kind)
