"""Where the gradient of a formula can be 0: boxes are split, and dropped where it certainly is not.

The branch and prune of interval analysis (Hansen and Walster 2004, "Global Optimization Using Interval
Analysis"): a box goes where the bounds of some partial derivative leave out 0. Next to a kink these bounds
hold the slopes on both of its sides, so what is left holds the kinks that can be extrema, too.
"""

from typing import NamedTuple

import numpy as np

from gdviz.core.critical_points.intervals import gradient_bounds, hessian_bounds, may_have_kink
from gdviz.core.formula import Formula

FIRST = {1: 6, 2: 3}  # halvings of each axis before the first look, by the number of weights
FINEST = {1: 26, 2: 36}  # and the most there are
CROWD = {1: 3000, 2: 5000}  # of more boxes none is split
TOTAL = 40_000  # so many are looked at
FEW = 300  # so many may be split to the end


class Remains(NamedTuple):
    """What is left: m boxes from ``low`` to ``high``, (m, n), that may hold a place without a slope.

    In those that are ``level``, (m,), doubles cannot tell the gradient from 0. ``points``, (k, n), are
    each the only such place in a box of its own. ``complete`` says that all else is as small as can be.
    """

    low: np.ndarray
    high: np.ndarray
    level: np.ndarray
    points: np.ndarray
    complete: bool


def search(formula: Formula, low: np.ndarray, high: np.ndarray) -> Remains:
    """Split the box from ``low`` to ``high``, each (n,), until what is left is small, or too much."""
    n = len(low)
    halvings = FIRST[n]
    axes = [np.arange(2**halvings)] * n
    cells = np.stack(np.meshgrid(*axes), axis=-1).reshape(-1, n)
    children = np.stack(np.meshgrid(*[[0, 1]] * n), axis=-1).reshape(-1, n)
    levels: list[tuple[np.ndarray, np.ndarray]] = []
    points = np.empty((0, n))
    looked_at = 0
    while True:
        looked_at += len(cells)
        size = (high - low) / 2**halvings
        ends = low + cells * size, low + (cells + 1) * size
        keep = np.flatnonzero(_may_vanish(formula, *ends))
        ends, cells = (ends[0][keep], ends[1][keep]), cells[keep]
        if halvings >= FIRST[n] + 2 and len(cells):
            level = _is_level(formula, *ends)
            levels.append((ends[0][level], ends[1][level]))
            open_ = ~level
            if n > 1:
                empty, alone, at = _by_newton(formula, *ends)
                points = np.concatenate([points, at[open_[alone]]])
                open_[alone] = open_[empty] = False
            ends, cells = (ends[0][open_], ends[1][open_]), cells[open_]
        many = len(cells) > CROWD[n] or looked_at > TOTAL or (n > 1 and len(cells) > FEW and halvings > 14)
        if many or halvings == FINEST[n] or not len(cells):
            break
        cells = (2 * cells[:, None] + children).reshape(-1, n)
        halvings += 1
    lows = np.concatenate([ends[0], *(of_level[0] for of_level in levels)])
    highs = np.concatenate([ends[1], *(of_level[1] for of_level in levels)])
    return Remains(lows, highs, np.arange(len(lows)) >= len(cells), points, not many)


def _may_vanish(formula: Formula, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Whether the bounds of each partial derivative hold 0; not where one is nowhere defined."""
    lowest, highest = gradient_bounds(formula, low, high)
    return np.asarray(((lowest <= 0) & (highest >= 0)).all(axis=1))


def cannot_tell(formula: Formula, points: np.ndarray) -> np.ndarray:
    """At which of m points, (m, n), rounding hides whether the gradient is 0."""
    return _may_vanish(formula, points, points)


def _is_level(formula: Formula, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Whether doubles cannot tell the gradient from 0 in the middle of a box and at its corners."""
    n = low.shape[1]
    shares = np.concatenate([np.stack(np.meshgrid(*[[0, 1]] * n), axis=-1).reshape(-1, n), [[0.5] * n]])
    places = low[:, None] + shares * (high - low)[:, None]
    return np.asarray(cannot_tell(formula, places.reshape(-1, n)).reshape(len(low), -1).all(axis=1))


def _by_newton(
    formula: Formula, low: np.ndarray, high: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The boxes, by index, without a critical point, those that hold exactly one, and these points, (k, n).

    Y being the inverse of the Hessian in the middle of a box, Y∇E = Y∇E(middle) + (x − middle) + (YH − 1)
    (x − middle), for some H among all Hessians in it. That cannot be 0 where the first term is too large, and
    not twice where YH is near enough to 1 (Krawczyk 1969). The point itself is Newton's.
    """
    lowest, highest = hessian_bounds(formula, low, high)
    n = low.shape[1]
    middle, spread = (lowest + highest) / 2, (highest - lowest) / 2
    sound = np.isfinite(middle).all(axis=(1, 2)) & np.isfinite(spread).all(axis=(1, 2))
    sound &= ~may_have_kink(formula, low, high)
    sound[sound] = np.abs(np.linalg.det(middle[sound])) > 0
    index = np.flatnonzero(sound)
    inverse, reach = np.linalg.inv(middle[index]), (high - low)[index] / 2
    apart = np.abs(inverse @ middle[index] - np.eye(n)) + np.abs(inverse) @ spread[index]
    points = low[index] + reach
    first = np.abs(inverse @ formula.gradients(points)[..., None])[..., 0]
    empty = (first > 1.001 * (reach + (apart @ reach[..., None])[..., 0])).any(axis=1)
    single = ~empty & (apart.sum(axis=2).max(axis=1) < 1)
    points, box, reach = points[single], index[single], reach[single]
    for _ in range(12):
        gradients, hessians = formula.gradients(points), formula.hessians(points)
        regular = np.isfinite(hessians).all(axis=(1, 2)) & (np.abs(np.linalg.det(hessians)) > 0)
        steps = np.full_like(points, np.nan)
        steps[regular] = np.linalg.solve(hessians[regular], gradients[regular][..., None])[..., 0]
        points = points - steps
    inside = (points >= low[box]) & (points <= high[box])
    still = np.abs(steps) <= 1e-6 * reach + 1e-15 * np.abs(points)
    found = (inside & still).all(axis=1)
    return index[empty], box[found], points[found]
