"""Where a loss is level: its minima, maxima, saddles and inflections, flat and kinked ones too.

Lengths are shares of the domain here, and what counts as 0 is measured by the loss itself, near the
place: neither c E + d nor a W + b changes what a point is. Of a loss that is no formula of one or two
weights only the points that a search finds are known.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeGuard

import numpy as np

from gdviz.core.critical_points.curve import of_a_curve
from gdviz.core.critical_points.landscape import classified, of_a_landscape, polished
from gdviz.core.critical_points.point import CriticalPoint, CriticalPoints, Kind, nearest
from gdviz.core.critical_points.sampled import beside, hessian, lower_beside, searched
from gdviz.core.critical_points.shape import circles_around, is_inside, spans_of
from gdviz.core.loss import FormulaLoss, Loss, domain_of

__all__ = [
    "CriticalPoint", "CriticalPoints", "Kind",
    "critical_points", "hessian", "is_bounded", "is_local_minimum", "minima", "minimum_at", "minimum_near",
    "nearest", "nearest_minimum", "stretches",
]  # fmt: skip

QUIET = np.errstate(all="ignore")  # far out, or at a pole, there may be no number
NEARBY = 1e-3  # so far from a line of minima, as a share of the domain, are those between two of it


def is_bounded(loss: Loss) -> TypeGuard[FormulaLoss]:
    """Whether a loss is a formula of one or two weights, whose values bounds can be worked out for."""
    return isinstance(loss, FormulaLoss) and len(loss.domain) <= 2


@lru_cache(maxsize=64)
@QUIET
def critical_points(loss: Loss) -> CriticalPoints:
    """Where the gradient of a loss is 0, or changes its sign at a kink.

    Args:
        loss: One of LOSSES, or another. One without a domain has none that are known.

    Returns:
        CriticalPoints: ``.points``, each with ``kind`` ("minimum", "maximum", "saddle" or, on a curve,
        "inflection"), ``weights``, ``loss`` and ``curvatures``, and ``.exhaustive``, whether there is no
        other in the domain. That is shown for formulas of one or two weights, where bounds of the
        gradient allow it; of a curve they reach as far again on each side. Of other losses it is what a
        search has found so far, without flat and kinked ones.

    Example:
        >>> import gdviz as gd
        >>> found = gd.critical_points(gd.LOSSES["saddle"])
        >>> [(point.kind, point.weights) for point in found.points]
        [('minimum', (0.0, -2.0)), ('saddle', (0.0, 0.0)), ('minimum', (0.0, 2.0))]
        >>> found.exhaustive
        True

    References:
        Hansen and Walster 2004, "Global Optimization Using Interval Analysis"; Krawczyk 1969.
    """
    if is_bounded(loss):
        points, exhaustive = of_a_curve(loss) if len(loss.domain) == 1 else of_a_landscape(loss)
    else:
        points, exhaustive = searched(loss), False
    return CriticalPoints(tuple(sorted(points, key=lambda point: point.weights)), exhaustive)


def minima(loss: Loss) -> list[CriticalPoint]:
    """The minima inside the domain, from left to right; of a stretch of them, its two ends there."""
    domain = domain_of(loss)
    if domain is None:
        return []
    return [p for p in critical_points(loss).points if p.is_minimum and is_inside(domain, p.weights)]


def stretches(loss: Loss) -> list[tuple[CriticalPoint, CriticalPoint]]:
    """The stretches of equally low points of a curve, in its domain, each by its ends."""
    return _stretches(minima(loss)) if len(domain_of(loss) or ()) == 1 else []


def _stretches(points: Sequence[CriticalPoint]) -> list[tuple[CriticalPoint, CriticalPoint]]:
    ends = [point for point in points if not point.isolated]
    return list(zip(ends[::2], ends[1::2], strict=True))


@QUIET
def minimum_near(loss: Loss, weights: np.ndarray, radius: float) -> CriticalPoint | None:
    """The minimum within ``radius`` of a place, (n,), also outside the domain; None if there is none.

    It is the nearest of those known or, where they are one of many or none is near, the one to which
    Newton's method, or else a search by values alone, leads from the place.
    """
    place = np.asarray(weights, dtype=float)
    if not is_bounded(loss):
        only = beside(loss, place, radius)
        return only if only and only.is_minimum else None
    points = critical_points(loss).points
    known = [p for p in points if p.is_minimum]
    if len(place) == 1:
        for left, right in _stretches(points):
            if left.weight < place[0] < right.weight:
                if not left.is_minimum:
                    return None
                return CriticalPoint((float(place[0]),), left.loss, (0.0,), "minimum", True, False, False)
    near = [p for p in known if np.linalg.norm(place - p.weights) <= radius]
    closest = nearest(near, place)
    if closest and (closest.isolated or len(place) == 1):
        return closest
    found = classified(loss, *polished(loss, place[None], np.array([radius / spans_of(loss).min()])))
    found = [p for p in found if p.is_minimum and np.linalg.norm(place - p.weights) <= radius * (1 + 1e-9)]
    return found[0] if found else closest


@QUIET
def nearest_minimum(loss: FormulaLoss, weights: np.ndarray) -> CriticalPoint | None:
    """The minimum in the domain that is nearest to a place, (n,), also where it is one of a line."""
    place = np.asarray(weights, dtype=float)
    known = minima(loss)
    closest = nearest(known, place)
    if closest is None or closest.isolated or len(place) == 1:
        return closest
    # Between two known places of a line lies the rest of it, on the line or close to it.
    on_lines = [p for p in known if not p.isolated]
    beside = sorted(on_lines, key=lambda p: float(np.linalg.norm(place - p.weights)))[:3]
    here, shares = np.array(closest.weights), np.linspace(0, 1, 33)[:, None]
    ways = [here + shares * (np.array(p.weights) - here) for p in beside[1:]]
    for _ in range(2):
        starts = np.concatenate([here[None], *ways])
        found = classified(loss, *polished(loss, starts, np.full(len(starts), NEARBY)))
        found = [p for p in found if p.is_minimum and is_inside(loss.domain, p.weights)]
        closest = nearest([closest, *found], place) or closest
        here = np.array(closest.weights)
        ways = [here + (way - way[0]) / len(shares) for way in ways]
    return closest


@QUIET
def is_local_minimum(loss: Loss, weights: np.ndarray, radius: float) -> bool:
    """Whether E(W + d) ≥ E(W), up to rounding, for all d smaller than ``radius``, and ever smaller ones.

    Of a loss that is no formula of one or two weights, for those that are looked at.
    """
    if not is_bounded(loss):
        return not lower_beside(loss, np.asarray(weights, dtype=float), radius)
    place = np.asarray(weights, dtype=float)[None]
    around = circles_around(loss, place, np.array([radius / spans_of(loss).max()]))
    return bool(np.isfinite(loss.values(place))[0] and (around.lowest >= -around.blur).all())


def minimum_at(loss: Loss, weights: np.ndarray) -> CriticalPoint | None:
    """The minimum at a place, (n,), itself, if there is one."""
    span = max((high - low for low, high in domain_of(loss) or ()), default=1.0)
    found = minimum_near(loss, weights, 1e-3 * span)
    there = found is not None and np.linalg.norm(weights - found.weights) <= 1e-6 * span
    return found if there else None
