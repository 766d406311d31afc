"""What a loss does next to a place: how it bends, and where it rises and falls on circles around it."""

import math
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

import mpmath
import numpy as np
import sympy

from gdviz.core.critical_points.intervals import value_bounds
from gdviz.core.critical_points.point import CriticalPoint, Kind
from gdviz.core.formula.evaluation import in_mpmath
from gdviz.core.loss import Domain, FormulaLoss

NEAR = 1e-2  # how far around a place the loss is looked at, as a share of the domain
DEGENERATE = 1e-6  # a curvature so much smaller than the mean one up to NEAR is 0
DIGITS = 60  # to tell a slope of 0 from one that is too small for a double


def spans_of(loss: FormulaLoss) -> np.ndarray:
    low, high = np.array(loss.domain, dtype=float).T
    return np.asarray(high - low)


def is_inside(domain: Domain, weights: tuple[float, ...] | np.ndarray) -> bool:
    return all(low <= w <= high for w, (low, high) in zip(weights, domain, strict=True))


def snapped(points: np.ndarray, spans: np.ndarray, digits: int = 12) -> np.ndarray:
    """Points, (m, n), without the digits that are below so many of the domain's: 0.3, and 0, not 1e-17."""
    decimals = digits - np.ceil(np.log10(spans)).astype(int)
    columns = [
        np.round(column, d) if d < 300 else column for column, d in zip(points.T, decimals, strict=True)
    ]
    return np.stack(columns, axis=1) + 0.0


def rounded(loss: FormulaLoss, points: np.ndarray) -> np.ndarray:
    """Points, (m, n), or in place of each one nearby with few digits, where the gradient is no larger.

    At a flat point rounding leaves many digits open, and these are the likelier ones. At a kink it does not.
    """
    spans, formula = spans_of(loss), loss.formula

    def sizes(places: np.ndarray) -> np.ndarray:
        gradients = formula.gradients(places.reshape(-1, len(spans))) * spans
        return np.asarray(np.linalg.norm(gradients, axis=1).reshape(places.shape[:-1]))

    ring = points[:, None] + NEAR * directions(len(spans), 8) * spans
    here, steep = sizes(points), np.nan_to_num(sizes(ring)).max(axis=1, initial=0)
    smooth = here <= 1e-6 * steep
    points = np.where(smooth[:, None], points, snapped(points, spans))
    for digits in (4, 9, 12):
        fewer = snapped(points, spans, digits)
        there = sizes(fewer)
        better = smooth & ((there < here) | (there == 0))
        points, here = np.where(better[:, None], fewer, points), np.where(better, there, here)
    return points


def heights(loss: FormulaLoss, points: np.ndarray) -> np.ndarray:
    """E at m points; 0 where it cannot be told from 0."""
    values = np.array([loss.value(point) for point in points])
    reach = 1e-12 * spans_of(loss)
    low, high = value_bounds(loss.formula, points - reach, points + reach)
    return np.where((low <= 0) & (high >= 0) & np.isfinite(high - low), 0.0, values)


def exact_gradient(loss: FormulaLoss, weights: np.ndarray) -> list[float]:
    """The gradient at a place, (n,), worked out to so many digits that 1 − tanh(50)² is not 0."""
    with mpmath.workdps(DIGITS):
        try:
            exact = _in_mpmath(loss)(*map(mpmath.mpf, weights.tolist()))
            return [float(value) or float(mpmath.sign(value)) * 5e-324 for value in exact]
        except (ArithmeticError, ValueError, TypeError):
            return [math.nan] * len(weights)


@lru_cache(maxsize=16)
def _in_mpmath(loss: FormulaLoss) -> Callable[..., Any]:
    symbols = [sympy.Symbol(letter, real=True) for letter in loss.letters]
    return in_mpmath(list(loss.formula.derivatives), symbols)


class Bends(NamedTuple):
    """Of m places: curvatures (m, n), which are infinite at a kink, and 0 if they are next to nothing."""

    curvatures: np.ndarray
    flat: np.ndarray
    kinked: np.ndarray


def directions(n: int, count: int = 48) -> np.ndarray:
    """Directions all the way round, (d, n): two of one weight."""
    if n == 1:
        return np.array([[1.0], [-1.0]])
    angles = 0.01 + 2 * np.pi * np.arange(count) / count
    return np.column_stack([np.cos(angles), np.sin(angles)])


def bends_at(loss: FormulaLoss, points: np.ndarray, reach: np.ndarray) -> Bends:
    """How the loss bends at m points, (m, n), with nothing else within ``reach``, (m,), of the domain."""
    spans, n = spans_of(loss), points.shape[1]
    ways = directions(n, 16)

    def turn(delta: np.ndarray | float, along: np.ndarray) -> np.ndarray:
        """Half of how much the slopes turn over a place, from one side to the other, (m, d, n)."""
        step = np.broadcast_to(delta, len(points))[:, None, None] * along * spans
        ends = [loss.formula.gradients((points[:, None] + s * step).reshape(-1, n)) for s in (1, -1)]
        return np.asarray((ends[0] - ends[1]).reshape(len(points), -1, n) * spans / 2)

    def size(delta: np.ndarray | float) -> np.ndarray:
        return np.asarray(np.abs(turn(delta, ways)).max(axis=(1, 2)))

    def steepness(along: np.ndarray) -> np.ndarray:
        """The mean size of the slopes along a direction each, (m, n), at ``reach`` on both sides, (m,)."""
        step = reach[:, None] * along * spans
        slopes = [(loss.formula.gradients(points + s * step) * spans * along).sum(axis=1) for s in (1, -1)]
        return np.asarray(np.nan_to_num(np.abs(slopes)).mean(axis=0))

    near, nearer = size(1e-8), size(1e-10)
    far = np.max([steepness(np.broadcast_to(way, points.shape)) for way in np.eye(n)], axis=0)
    # The slopes grow with the distance from a smooth place; at a kink they do not begin at 0.
    power = np.log(near / nearer) / np.log(100)
    sharp = (nearer > 1e-7 * far) & (power < 0.95)
    hessians = loss.formula.hessians(points) * spans[:, None] * spans
    axes = turn(1e-5, np.eye(n)) / 1e-5
    hessians = np.where(np.isfinite(hessians), hessians, (axes + axes.transpose(0, 2, 1)) / 2)
    lost = ~np.isfinite(hessians).all(axis=(1, 2))
    hessians[lost] = 0
    values, vectors = np.linalg.eigh(hessians)
    means = np.stack([steepness(v) for v in vectors.transpose(2, 0, 1)], axis=1) / reach[:, None]
    least = np.maximum(DEGENERATE * means, 1e-10 * np.maximum(means, np.abs(values)).max(axis=1)[:, None])
    none = np.abs(values) <= least
    curvatures = np.linalg.eigvalsh(hessians / spans[:, None] / spans)
    # As many eigenvalues are 0 whatever the units of the weights are, and of the same signs.
    rank = np.abs(curvatures).argsort(axis=1).argsort(axis=1)
    curvatures = np.where(rank < none.sum(axis=1)[:, None], 0.0, curvatures)
    curvatures[sharp | lost] = math.inf
    return Bends(curvatures, none.any(axis=1) & ~sharp & ~lost, sharp & (power < 0.05))


class Around(NamedTuple):
    """The lowest and highest E, less that in the middle, on r circles around m places, (m, r).

    ``blur``, (m, 1), is what rounding and a place that is not quite exact make of 0.
    """

    lowest: np.ndarray
    highest: np.ndarray
    blur: np.ndarray


def circles_around(loss: FormulaLoss, points: np.ndarray, reach: np.ndarray, circles: int = 8) -> Around:
    """Circles around m points, (m, n), from ``reach``, (m,), down, each a quarter of the last."""
    spans, n = spans_of(loss), points.shape[1]
    here = loss.values(points)
    radii = reach[:, None] / 4.0 ** np.arange(circles)

    def rises(ways: np.ndarray) -> np.ndarray:
        """E less that in the middle, (m, r, d), in directions (…, d, n)."""
        places = points[:, None, None] + radii[..., None, None] * ways * spans
        values = loss.values(places.reshape(-1, n)).reshape(places.shape[:3])
        return np.asarray(values - here[:, None, None])

    ways = directions(n)
    on_circles = rises(ways)
    extremes = []
    for side in (1, -1):
        best = np.nan_to_num(side * on_circles, nan=np.inf)
        value, chosen = best.min(axis=2), best.argmin(axis=2)
        if n == 2:
            angle, wide = 0.01 + 2 * np.pi * chosen / len(ways), 2 * np.pi / len(ways)
            for _ in range(12):  # ever closer to the lowest direction
                angles = angle[..., None] + wide * np.linspace(-1, 1, 9)
                finer = side * rises(np.stack([np.cos(angles), np.sin(angles)], axis=-1))
                finer = np.nan_to_num(finer, nan=np.inf)
                angle = np.take_along_axis(angles, finer.argmin(axis=2)[..., None], 2)[..., 0]
                value, wide = np.minimum(value, finer.min(axis=2)), wide / 4
        extremes.append(side * np.where(np.isinf(value), 0, value))
    low, high = value_bounds(loss.formula, points, points)
    tiny = loss.values((points[:, None] + 1e-10 * reach[:, None, None] * ways * spans).reshape(-1, n))
    tiny = np.abs(tiny.reshape(len(points), -1) - here[:, None])
    # What is not quite exact about a place is a small share of what the loss does around it.
    tiny = np.minimum(np.nan_to_num(tiny).max(axis=1), 1e-8 * np.abs(extremes).max(axis=(0, 2)))
    blur = 4 * np.nan_to_num(high - low, posinf=0) + 1e-15 * np.abs(here) + tiny
    return Around(extremes[0], extremes[1], blur[:, None])


def goes_on(amounts: np.ndarray, blur: np.ndarray) -> np.ndarray:
    """Whether what is seen on circles, (m, r), is there however small they are.

    It may sink below the blur on the way, as a sixth power of the radius would; but what is clearly
    seen on a circle, and not at all on the next, belongs to something else.
    """
    seen = amounts > blur
    last = seen.shape[1] - 1 - seen[:, ::-1].argmax(axis=1)
    smallest = np.take_along_axis(amounts, last[:, None], 1)[:, 0]
    ends = (last == seen.shape[1] - 1) | (smallest <= 4.0**6 * blur[:, 0])
    return np.asarray(seen.any(axis=1) & ends)


def described(
    loss: FormulaLoss, points: np.ndarray, kinds: list[Kind], bends: Bends, isolated: np.ndarray | None = None
) -> list[CriticalPoint]:
    """m points, (m, n), with what is known of them; but for those where the loss has no value after all."""
    alone = np.full(len(points), True) if isolated is None else isolated
    rows = zip(points.tolist(), heights(loss, points).tolist(), bends.curvatures.tolist(), kinds, strict=True)
    marks = zip(bends.flat.tolist(), bends.kinked.tolist(), alone.tolist(), strict=True)
    return [
        CriticalPoint(tuple(weights), height, tuple(curvatures), kind, *of_one)
        for (weights, height, curvatures, kind), of_one in zip(rows, marks, strict=True)
        if math.isfinite(height)
    ]
