"""The critical points of a loss of one weight: changes of sign between the ends of what the search leaves."""

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from gdviz.core.critical_points.boxes import cannot_tell, search
from gdviz.core.critical_points.intervals import value_bounds
from gdviz.core.critical_points.point import SAME, CriticalPoint, Kind
from gdviz.core.critical_points.shape import (
    NEAR,
    Bends,
    bends_at,
    described,
    exact_gradient,
    rounded,
    snapped,
    spans_of,
)  # fmt: skip
from gdviz.core.loss import FormulaLoss

BEYOND = 1.00137  # so far beyond its domain a curve is searched; no round number, as kinks stand at those
ZERO = 1e-40  # a slope so much smaller than the steepest, worked out exactly, is 0
PROBES = 9  # places at which it is worked out so, of each stretch; and of so many stretches
STRETCHES = 20


class _Places(NamedTuple):
    """Places along a curve, ascending, the sign of the slope at each, and in which zone it is, each (k,).

    What lies between two zones is not level.
    """

    weights: np.ndarray
    signs: np.ndarray
    zones: np.ndarray


def of_a_curve(loss: FormulaLoss) -> tuple[list[CriticalPoint], bool]:
    low, high = loss.domain[0]
    reach = BEYOND * (high - low)
    left = search(loss.formula, np.array([low - reach]), np.array([high + reach]))
    order = left.low[:, 0].argsort()
    lows, highs = left.low[order, 0], left.high[order, 0]
    apart = lows[1:] > highs[:-1] + 1e-12 * reach
    zones, last = np.cumsum(np.append(0, apart))[: len(lows)], np.append(apart, True)[: len(lows)]
    weights, zones = np.append(lows, highs[last]), np.append(zones, zones[last])
    order = np.lexsort((weights, zones))
    weights, zones = weights[order], zones[order]
    signs = np.sign(_slopes(loss, weights))
    signs[cannot_tell(loss.formula, weights[:, None]) & ~np.isnan(signs)] = 0
    places = _Places(weights, signs, zones)
    flats, clear = _resolve(loss, places)
    # A flat stretch parts what lies on both sides of it.
    parts = (len(flats) + 1) * zones + np.searchsorted([j for _, j in flats], np.arange(len(zones)))
    known = np.isin(signs, (-1, 1))
    known_places = _Places(weights[known], signs[known], parts[known])
    points = [*_turns(loss, known_places), *_touches(loss, known_places)]
    points += [point for flat in flats for point in _stretch(loss, places, *flat)]
    return points, left.complete and clear


def _resolve(loss: FormulaLoss, places: _Places) -> tuple[list[tuple[int, int]], bool]:
    """Put the signs that doubles cannot tell; the stretches without a slope, by index; if all is told."""
    weights, signs, zones = places
    zero = np.concatenate([[False], signs == 0, [False]])
    joined = np.concatenate([[False], zones[1:] == zones[:-1], [False]])
    starts = np.flatnonzero(zero[1:-1] & ~(zero[:-2] & joined[:-1]))
    stops = np.flatnonzero(zero[1:-1] & ~(zero[2:] & joined[1:]))
    (low, high), flats, clear = loss.domain[0], [], len(starts) <= STRETCHES
    steepest = np.nanmax(np.abs(_slopes(loss, np.linspace(low, high, 65))), initial=0)
    for i, j in list(zip(starts.tolist(), stops.tolist(), strict=True))[:STRETCHES]:
        probes = np.unique(np.linspace(i, j, PROBES).round().astype(int))
        slopes = np.array([exact_gradient(loss, weights[k : k + 1])[0] for k in probes])
        if j > i and (np.abs(slopes) <= ZERO * steepest).all():
            flats.append((i, j))
            continue
        signs[probes] = np.sign(slopes)
        clear &= bool(weights[j] - weights[i] <= SAME * (high - low) or weights[j] < low or weights[i] > high)
    return flats, clear


def _turns(loss: FormulaLoss, places: _Places) -> list[CriticalPoint]:
    """The minima and maxima: where the slope changes its sign, and the loss is continuous."""
    weights, signs, zones = places
    turns = np.flatnonzero((signs[1:] != signs[:-1]) & (zones[1:] == zones[:-1]))
    rising = signs[turns + 1] > 0
    side = np.where(rising, 1.0, -1.0)
    low, high = weights[turns], weights[turns + 1]
    # Where there is a slope of 0 all the way, in the middle of it.
    ends = [_border(lambda w, s=s: side * _slopes(loss, w) > s, high, low) for s in (0.0, -5e-324)]  # type: ignore[misc]
    roots = rounded(loss, (ends[0] + ends[1])[:, None] / 2)[:, 0]
    sound = _is_continuous(loss, roots)
    kinds: list[Kind] = ["minimum" if rises else "maximum" for rises in rising[sound]]
    return _on_a_curve(loss, roots[sound], kinds)


def _touches(loss: FormulaLoss, places: _Places) -> list[CriticalPoint]:
    """The inflections: where the slope is 0 and has the same sign on both sides."""
    weights, signs, zones = places
    sizes = np.abs(_slopes(loss, weights))
    before = np.append(False, zones[1:] == zones[:-1])[: len(zones)]
    after = np.append(zones[1:] == zones[:-1], False)[: len(zones)]
    around = np.concatenate([[np.inf], sizes, [np.inf]])
    least = (~before | (sizes < around[:-2])) & (~after | (sizes <= around[2:]))
    same = (~before | (signs == np.roll(signs, 1))) & (~after | (signs == np.roll(signs, -1)))
    index = np.flatnonzero(least & same & (before | after))
    side = signs[index]
    gaps = np.where(after[index], np.roll(weights, -1)[index] - weights[index], 0)
    gaps = np.maximum(gaps, np.where(before[index], weights[index] - np.roll(weights, 1)[index], 0))
    low, high = weights[index] - 2 * gaps, weights[index] + 2 * gaps
    roots = _border(lambda w: side * _curvatures(loss, w) > 0, high, low)
    roots = rounded(loss, roots[:, None])[:, 0]
    reach = NEAR * spans_of(loss)[0]
    steep = np.fmax(*(np.abs(_slopes(loss, roots + s * reach)) for s in (1, -1)))
    there = np.abs(_slopes(loss, roots))
    there = np.fmin(there, np.where(np.isnan(there), sizes[index], there))
    signs_beside = [np.sign(_slopes(loss, roots + s * 4 * gaps)) for s in (1, -1)]
    found = (there <= 1e-9 * steep) & (signs_beside[0] == side) & (signs_beside[1] == side)
    roots = np.unique(roots[found & np.isfinite(loss.values(roots[:, None]))])
    return _on_a_curve(loss, roots, ["inflection"] * len(roots))


def _on_a_curve(loss: FormulaLoss, weights: np.ndarray, kinds: list[Kind]) -> list[CriticalPoint]:
    if not len(weights):
        return []
    order = np.argsort(weights)
    gaps = np.diff(weights[order], prepend=-np.inf, append=np.inf)
    clear = np.empty(len(weights))
    clear[order] = np.minimum(gaps[1:], gaps[:-1]) / spans_of(loss)[0]
    points = weights[:, None]
    return described(loss, points, kinds, bends_at(loss, points, np.minimum(NEAR, 0.3 * clear)))


def _stretch(loss: FormulaLoss, places: _Places, i: int, j: int) -> list[CriticalPoint]:
    """The ends of a stretch without a slope; those of its part in the domain, if it has one."""
    weights, signs, zones = places
    sides, ends = [0.0, 0.0], [weights[i], weights[j]]
    for k, (inner, outer) in enumerate(((i, i - 1), (j, j + 1))):
        if 0 <= outer < len(weights) and zones[outer] == zones[inner]:
            sides[k] = signs[outer]
            ends[k] = _border(
                lambda w: cannot_tell(loss.formula, w[:, None]), weights[[inner]], weights[[outer]]
            )[0]
    # Nothing is known of what lies beyond the search: there it neither rises nor falls.
    falls, rises = sides[0] > 0 or sides[1] < 0, sides[0] < 0 or sides[1] > 0
    kind: Kind = "inflection" if falls and rises else "maximum" if falls else "minimum"
    level = loss.value(weights[(i + j) // 2, None])
    known = np.stack([weights[[i, j]], ends, snapped(np.array(ends)[:, None], spans_of(loss))[:, 0]])
    # Beside a pole or a jump the stretch ends where it was last seen.
    there = np.abs(loss.values(known.reshape(-1, 1)).reshape(3, 2) - level) <= 1e-9 * abs(level)
    ends = np.where(there[2], known[2], np.where(there[1], known[1], known[0])).tolist()
    low, high = loss.domain[0]
    if ends[0] < high and ends[1] > low:
        ends = [max(ends[0], low), min(ends[1], high)]
    points = np.array(ends)[:, None]
    bends = bends_at(loss, points, np.full(len(points), NEAR))
    curvatures = np.where(bends.kinked[:, None], math.inf, 0.0)
    bends = Bends(curvatures, ~bends.kinked, bends.kinked)
    return described(loss, points, [kind] * len(points), bends, np.full(len(points), False))


def _is_continuous(loss: FormulaLoss, weights: np.ndarray) -> np.ndarray:
    """Whether the loss comes as close as one likes to its value at each place: it is no pole and no jump."""
    span, here = spans_of(loss)[0], loss.values(weights[:, None])

    def rise(delta: float) -> np.ndarray:
        sides = [np.abs(loss.values((weights + s * delta * span)[:, None]) - here) for s in (1, -1)]
        return np.asarray(np.maximum(*sides))

    far, near = rise(1e-6), rise(1e-9)
    low, high = value_bounds(loss.formula, weights[:, None], weights[:, None])
    blur = 4 * (high - low) + 1e-12 * np.abs(here)
    return np.asarray(np.isfinite(here) & ((near <= 0.9 * far) | (near <= blur)))


def _border(holds: Callable[[np.ndarray], np.ndarray], inside: np.ndarray, outside: np.ndarray) -> np.ndarray:
    """Between each of m places at which something holds, and one at which not, where it begins to."""
    for _ in range(70):
        middle = (inside + outside) / 2
        within = holds(middle)
        inside, outside = np.where(within, middle, inside), np.where(within, outside, middle)
    return inside


def _slopes(loss: FormulaLoss, weights: np.ndarray) -> np.ndarray:
    return loss.formula.gradients(weights[:, None])[:, 0]


def _curvatures(loss: FormulaLoss, weights: np.ndarray) -> np.ndarray:
    return loss.formula.hessians(weights[:, None])[:, 0, 0]
