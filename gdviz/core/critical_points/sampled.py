"""Critical points of a loss that is no formula of one or two weights: those that are found, no more.

Nothing bounds such a loss, so a search of it is never exhaustive. A point counts where Newton's method
settles and the Hessian there tells what it is: a flat or a kinked one is not claimed.
"""

import math

import numpy as np

from gdviz.core.critical_points.point import SAME, CriticalPoint, Kind
from gdviz.core.loss import Loss, domain_of, values_of

STEP = 1e-4  # of a difference of gradients, for weights of about 1
REGULAR = 1e-6  # an eigenvalue so much smaller than the largest may be 0
ROUNDS = 40  # of Newton's method, which needs about five where it settles
SETTLED = 1e-9  # a step so short, for weights of about 1, has arrived
MOST = 500  # weights: of more there is no Hessian
MOST_SEARCHED = 10  # weights: of more no search
STARTS = {1: 41, 2: 9}  # along each axis; of more axes DRAWN, at random
DRAWN = 32


def hessian(loss: Loss, weights: np.ndarray) -> np.ndarray:
    """∂²E/∂W∂W at ``weights``, (n,) → (n, n): the loss's own, or by central differences of its gradient."""
    own = getattr(loss, "hessian", None)
    if own is not None:
        return np.asarray(own(weights))
    rows = []
    for i, w in enumerate(weights.tolist()):
        h = STEP * max(1.0, abs(w))
        low, high = weights.copy(), weights.copy()
        low[i], high[i] = w - h, w + h
        rows.append((np.asarray(loss.gradient(high)) - np.asarray(loss.gradient(low))) / (high[i] - low[i]))
    square = np.array(rows, dtype=float)
    return np.asarray((square + square.T) / 2)


def beside(loss: Loss, place: np.ndarray, radius: float) -> CriticalPoint | None:
    """The critical point within ``radius`` of a place, (n,), to which Newton's method leads; None without."""
    if len(place) > MOST:
        return None
    point = place
    for _ in range(ROUNDS):
        step = _newton(loss, point)
        if step is None:
            return None
        point = point - step
        if not np.linalg.norm(point - place) <= radius:
            return None
        if np.linalg.norm(step) <= SETTLED * max(1.0, float(np.linalg.norm(point))):
            return _described(loss, point, radius)
    return None


def searched(loss: Loss) -> list[CriticalPoint]:
    """The critical points that are found from places all over the domain; none where there is no domain."""
    domain = domain_of(loss)
    if domain is None or len(domain) > MOST_SEARCHED:
        return []
    low, high = np.array(domain, dtype=float).T
    span = float((high - low).max())
    found: list[CriticalPoint] = []
    for start in _starts(low, high):
        for place in (_descended(loss, start, span), start):
            point = beside(loss, place, 0.1 * span)
            if point is None or not ((low <= point.weights) & (point.weights <= high)).all():
                continue
            apart = [math.dist(point.weights, other.weights) for other in found]
            if min(apart, default=math.inf) > SAME * span:
                found.append(point)
    return found


def _starts(low: np.ndarray, high: np.ndarray) -> np.ndarray:
    n = len(low)
    if n not in STARTS:
        return np.random.default_rng(0).uniform(low, high, (DRAWN, n))
    # Off the middle of a symmetric domain, where a slope may be 0 by chance.
    shares = (np.arange(STARTS[n]) + 0.47) / STARTS[n]
    return np.stack(np.meshgrid(*(low + (high - low) * shares[:, None]).T), axis=-1).reshape(-1, n)


def _descended(loss: Loss, start: np.ndarray, span: float) -> np.ndarray:
    """Downhill from a place, (n,), by Newton's steps with all curvatures taken as positive.

    Dauphin and others 2014, "Identifying and attacking the saddle point problem": steps that E does not
    confirm are halved.
    """
    point, value = start, loss.value(start)
    for _ in range(ROUNDS):
        gradient, square = np.asarray(loss.gradient(point)), hessian(loss, point)
        if not (np.isfinite(gradient).all() and np.isfinite(square).all()):
            break
        sizes, vectors = np.linalg.eigh(square)
        sizes = np.maximum(np.abs(sizes), REGULAR * np.abs(sizes).max() + 1e-300)
        step = vectors @ ((vectors.T @ gradient) / sizes)
        step *= min(1.0, 0.1 * span / max(float(np.linalg.norm(step)), 1e-300))
        lower = next((s for s in 0.5 ** np.arange(12) if loss.value(point - s * step) < value), None)
        if lower is None:
            break
        point = point - lower * step
        value = loss.value(point)
    return point


def _newton(loss: Loss, point: np.ndarray) -> np.ndarray | None:
    gradient, square = np.asarray(loss.gradient(point)), hessian(loss, point)
    if not (np.isfinite(gradient).all() and np.isfinite(square).all()):
        return None
    try:
        return np.asarray(np.linalg.solve(square, gradient))
    except np.linalg.LinAlgError:
        return None


def _described(loss: Loss, point: np.ndarray, radius: float) -> CriticalPoint | None:
    """What a point is at which Newton's method has settled, if its curvatures and heights agree on it."""
    curvatures, vectors = np.linalg.eigh(hessian(loss, point))
    value = loss.value(point)
    largest = float(np.abs(curvatures).max())
    if not (np.abs(curvatures) > REGULAR * largest).all() or not math.isfinite(value):
        return None
    # The parabola has to stand out from the rounding of E where it is looked at.
    reach = min(radius, 1e-2 * max(1.0, float(np.linalg.norm(point))))
    blur = 1e-14 * max(1.0, abs(value))
    for curvature, way in zip(curvatures, vectors.T, strict=True):
        rises = values_of(loss, np.stack([point + reach * way, point - reach * way])) - value
        parabola = curvature * reach**2 / 2
        if abs(parabola) <= 4 * blur or not ((rises / parabola > 0) & (rises / parabola < 3)).all():
            return None
    kind: Kind = "minimum" if curvatures[0] > 0 else "maximum" if curvatures[-1] < 0 else "saddle"
    # Of a place that is known to nine digits, no further ones are told.
    weights = [float(f"{w:.9g}") if abs(w) > SETTLED else 0.0 for w in point.tolist()]
    return CriticalPoint(tuple(weights), loss.value(np.array(weights)), tuple(curvatures.tolist()), kind)


def lower_beside(loss: Loss, place: np.ndarray, radius: float) -> bool:
    """Whether E is clearly lower along an axis or a principal direction, however near to a place, (n,)."""
    value, n = loss.value(place), len(place)
    ways = np.eye(n)
    if n <= MOST:
        square = hessian(loss, place)
        ways = np.concatenate([ways, np.linalg.eigh(square)[1].T]) if np.isfinite(square).all() else ways
    blur = 1e-14 * max(1.0, abs(value))
    for way in np.concatenate([ways, -ways]):
        falls = value - values_of(loss, place + radius / 4.0 ** np.arange(5)[:, None] * way)
        if (falls > blur).all():
            return True
    return False
