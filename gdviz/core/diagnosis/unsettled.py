"""Claims on a run that neither arrives nor ends: repeating, creeping, stuck, or unsettled."""

import numpy as np

from gdviz.core.critical_points import CriticalPoint, is_bounded, minima
from gdviz.core.diagnosis.arriving import counted, level
from gdviz.core.diagnosis.away import advice, left, moving_away
from gdviz.core.diagnosis.claim import Claim, Numbers, near_saddle
from gdviz.core.loss import values_of
from gdviz.core.numbers import number
from gdviz.core.outlook import LOOK_AHEAD, Outlook, outside

STUCK = 0.05  # a slope this much below the mean slope to lower ground counts as nearly 0
STILL = 0.01  # a run that moves less than this share of the domain in LOOK_AHEAD steps hardly moves
LONG_OUTSIDE = 1000  # a run that is outside for so many of its next steps, at their end, goes away
LONGEST_CYCLE = 500
REPEATS = 1e-6  # points that differ by less than this share of a cycle's size are the same


def going_on(run: Outlook) -> list[Claim]:
    away = moving_away(run)
    if away:
        return [*away, *left(run), *advice(run)]
    if run.left is not None and not run.returns:
        return [Claim("left-for-long", {"step": run.left, "n": LOOK_AHEAD}), *advice(run)]
    off = [] if run.left is None else [Claim("off-and-back", {"step": run.left})]
    inside = np.flatnonzero(~outside(run.loss, run.ahead))
    stays_out = LOOK_AHEAD - int(inside[-1])
    if stays_out >= LONG_OUTSIDE:
        return [*off, Claim("will-leave-for-long", {"n": int(inside[-1]) + 1, "more": LOOK_AHEAD})]
    cycle = _cycle(run)
    if cycle:
        return [*off, *cycle]
    saddle = near_saddle(run)
    steps, slow = counted(run), _hardly_moving(run)
    if steps or slow:
        return [*off, *saddle, *slow, *steps]
    return [*off, *saddle, *_unsettled(run)]


def _cycle(run: Outlook) -> list[Claim]:
    """The points that the next steps repeat, if these do, to six digits and without shrinking."""
    ahead = run.ahead
    last = ahead[-1]
    apart = np.abs(ahead[-1 - LONGEST_CYCLE : -1][::-1] - last).max(axis=1)  # of 1, 2, 3 … steps before
    size = float(np.ptp(ahead[-LONGEST_CYCLE:], axis=0).max())
    for length in (1 + np.flatnonzero(apart <= REPEATS * size)).tolist():
        points = ahead[-length:]
        if length > 1 and _repeats(points, ahead[-2 * LONGEST_CYCLE :]) and _differ(points[0], points[1]):
            return _repeating(run, points, _repeats(points, ahead))
    return []


def _repeats(points: np.ndarray, run: np.ndarray) -> bool:
    """Whether a run goes round these points, which are its last, from its beginning on."""
    size = float(np.ptp(points, axis=0).max())
    expected = points[(np.arange(len(run)) - len(run)) % len(points)]
    return bool(np.abs(run - expected).max() <= REPEATS * size)


def _differ(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether two points differ in what a reader sees of them."""
    return [number(w) for w in one.tolist()] != [number(w) for w in other.tolist()]


def _repeating(run: Outlook, points: np.ndarray, already: bool) -> list[Claim]:
    """Going round some points; ``already`` says whether the run does it at its end."""
    if len(points) == 2:
        # In one order, whichever of the two the run ends at.
        a, b = (tuple(point) for point in (points[::-1] if run.path.steps % 2 else points).tolist())
        claims = [Claim("bounces" if already else "will-bounce", {"a": a, "b": b, "n": LOOK_AHEAD})]
        across = _across_a_kink(run, points) if already else None
        return [*claims, Claim("corner", {"w": across.weights})] if across else claims
    numbers: Numbers = {"n": len(points), "more": LOOK_AHEAD}
    if points.shape[1] == 1:
        numbers |= {"low": float(points.min()), "high": float(points.max())}
        return [Claim("cycles" if already else "will-cycle", numbers)]
    return [Claim("repeats" if already else "will-repeat", numbers)]


def _across_a_kink(run: Outlook, points: np.ndarray) -> CriticalPoint | None:
    """The kinked minimum that gradient descent of one weight steps across with equal slopes, if any."""
    loss = run.loss
    if run.plain_rate is None or not is_bounded(loss) or points.shape[1] > 1:
        return None
    low, high = sorted(points[:, 0].tolist())
    kinks = [p for p in minima(loss) if p.kinked and low <= p.weight <= high]
    nearby = 1e-6 * run.span
    for kink in kinks:
        slopes = [loss.formula.slope(kink.weight + side * nearby) for side in (-1, 1)]
        ends = [loss.formula.slope(w) for w in (low, high)]
        if all(abs(s) >= abs(end) * (1 - 1e-6) > 0 for s, end in zip(slopes, ends, strict=True)):
            return kink
    return None


def _hardly_moving(run: Outlook) -> list[Claim]:
    """A run whose next steps hardly move it, and why, where that is its small slope."""
    here, ahead = run.path.weights[-1], run.ahead
    moved = float(np.linalg.norm(ahead - here, axis=1).max())
    if moved >= STILL * run.span:
        return []
    slope = float(np.linalg.norm(run.path.gradients[-1]))
    lowest = min(minima(run.loss), key=lambda p: p.loss, default=None)
    height = float(run.path.losses[-1])
    if moved == 0:
        return _standing(run, slope, lowest)
    numbers: Numbers = {"w": tuple(here.tolist()), "n": LOOK_AHEAD, "moved": moved}
    if lowest and height > lowest.loss:
        mean_slope = (height - lowest.loss) / float(np.linalg.norm(here - lowest.weights))
        if slope < STUCK * mean_slope:
            return [Claim("stuck", {**numbers, "slope": slope, "lower": lowest.weights})]
    return [Claim("creeps", {**numbers, "slope": slope})]


def _standing(run: Outlook, slope: float, lowest: CriticalPoint | None) -> list[Claim]:
    """A run that no further step moves, at no known minimum."""
    here = run.path.weights[-1]
    w = tuple(here.tolist())
    lower = (
        [Claim("lower-ground", {"w": lowest.weights})] if lowest and run.path.losses[-1] > lowest.loss else []
    )
    if slope > 0:
        return [Claim("too-small", {"w": w, "slope": slope}), *lower]
    return [level(run.loss, here), *lower]


def _unsettled(run: Outlook) -> list[Claim]:
    """What the next steps show of a run that neither arrives nor repeats: slow, or without rest."""
    path, ahead = run.path, run.ahead
    third = len(ahead) // 3
    first, last = (float(np.ptp(part, axis=0).max()) for part in (ahead[:third], ahead[-third:]))
    with np.errstate(all="ignore"):
        losses = values_of(run.loss, ahead)
    if last < 0.9 * first or (np.diff(losses) <= 0).all():
        now, then = float(path.losses[-1]), float(losses[-1])
        return [Claim("not-soon", {"n": LOOK_AHEAD, "loss": now, "then": then})]
    late = path.weights[path.steps // 2 :, 0]
    if path.weights.shape[1] == 1 and path.steps >= 4 and number(late.min()) != number(late.max()):
        low, high = float(late.min()), float(late.max())
        return [Claim("wanders", {"low": low, "high": high, "n": LOOK_AHEAD})]
    return [Claim("restless", {"n": LOOK_AHEAD})]
