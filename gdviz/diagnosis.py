"""What a run did, as claims: each has a condition, and what it says of the future was tried.

To know how a run goes on, its rule takes it LOOK_AHEAD steps further. No claim says more than
these steps and the ones before them show, but for gradient descent on a quadratic loss, whose
distances are known, and for one weight's way down to a minimum, whose steps can be counted.
"""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from gdviz.critical_points import (
    CriticalPoint,
    critical_points,
    is_local_minimum,
    minima,
    minimum_at,
    minimum_near,
    nearest,
)
from gdviz.descent import Continuation, Path, continued
from gdviz.losses import FormulaLoss
from gdviz.numbers import number
from gdviz.optimizers import Rule
from gdviz.thresholds import downhill

REACHED = 0.01  # within this distance of a minimum a run counts as there
LOOK_AHEAD = 3000  # how many steps beyond a run its diagnosis tries
CALM = 100  # the last steps that are tried show whether a run may be at a minimum
STUCK = 0.05  # a slope this much below the mean slope to lower ground counts as nearly 0
STILL = 0.01  # a run that moves less than this share of the domain in LOOK_AHEAD steps hardly moves
NEAR = 0.05  # within this share of the domain a run counts as near a saddle
LONG_OUTSIDE = 1000  # a run that is outside for so many of its next steps, at their end, goes away
LONGEST_CYCLE = 500
REPEATS = 1e-6  # points that differ by less than this share of a cycle's size are the same
FARTHEST = 1e6  # the most steps that are counted without being taken
SLOWER = (0.1, 0.01, 0.001, 0.0001)  # shares of a rate that is too large

Place = tuple[float, ...]


@dataclass(frozen=True)
class Claim:
    """One thing that is true of a run: the key of its text, and the numbers and places in it."""

    key: str
    numbers: dict[str, float | Place]


@dataclass(frozen=True)
class Diagnosis:
    """The claims on a run, and the minimum that it reaches by its end or within LOOK_AHEAD steps."""

    claims: tuple[Claim, ...]
    minimum: CriticalPoint | None = None


@dataclass(frozen=True)
class Outlook:
    """A run, (k+1, n), and where its rule would take it in the next LOOK_AHEAD steps."""

    loss: FormulaLoss
    rule: Rule
    path: Path

    @cached_property
    def continuation(self) -> Continuation:
        return continued(self.loss, self.rule.optimizer, self.path)

    @cached_property
    def ahead(self) -> np.ndarray:
        """Where it stands and goes next, (LOOK_AHEAD + 1, n), or fewer points if it ends."""
        points = self.continuation.points(LOOK_AHEAD)
        return points if self.undefined is None else points[: self.undefined + 1]

    @cached_property
    def undefined(self) -> int | None:
        """In how many steps it comes to where the loss has no value or no slope, if it does."""
        points = self.continuation.points(LOOK_AHEAD)
        with np.errstate(all="ignore"):
            missing = np.isnan(self.loss.values(points))
            missing[-1] |= (
                self.continuation.ended and np.isnan(self.loss.partials(*points[-1].tolist())).any()
            )
        return int(missing.argmax()) if missing.any() else None

    @cached_property
    def ends(self) -> bool:
        """Whether it comes to a point that is not finite, or has no slope."""
        return self.path.diverged or len(self.ahead) <= LOOK_AHEAD

    @cached_property
    def destination(self) -> tuple[CriticalPoint, int] | None:
        """The minimum at which it stays, and from which step on, if it does.

        There it stays for another LOOK_AHEAD steps: passing by is no arrival.
        """
        if self.ends or np.ptp(self.ahead[-CALM:], axis=0).max() > 2 * REACHED:
            return None
        minimum = minimum_near(self.loss, self.ahead[-1], REACHED)
        if minimum is None:
            return None
        points = np.concatenate([self.path.weights, self.ahead[1:]])
        step = arrival(points, minimum)
        if step is None or step <= self.path.steps:
            return None if step is None else (minimum, step)
        later = self.continuation.points(step - self.path.steps + LOOK_AHEAD)
        points = np.concatenate([self.path.weights, later[1:]])
        return None if self.continuation.ended or arrival(points, minimum) != step else (minimum, step)

    @cached_property
    def outside(self) -> np.ndarray:
        """At which steps the run is outside the domain, (k+1,)."""
        return _outside(self.loss, self.path.weights)

    @cached_property
    def left(self) -> int | None:
        """The step since which it is outside the domain, if it is at its end."""
        if not self.outside[-1]:
            return None
        inside = np.flatnonzero(~self.outside)
        return int(inside[-1]) + 1 if inside.size else 0

    @cached_property
    def returns(self) -> bool:
        """Whether it is inside the domain again at one of the next steps."""
        return not bool(_outside(self.loss, self.ahead).all())

    def is_near(self, goal: CriticalPoint) -> bool:
        """Whether the run's last point lies within REACHED of a minimum."""
        return bool(np.linalg.norm(self.path.weights[-1] - goal.weights) <= REACHED)

    @property
    def span(self) -> float:
        return max(high - low for low, high in self.loss.domain)


def _outside(loss: FormulaLoss, points: np.ndarray) -> np.ndarray:
    low, high = np.array(loss.domain).T
    return ((points < low) | (points > high)).any(axis=1)


def arrival(weights: np.ndarray, goal: CriticalPoint, within: float = REACHED) -> int | None:
    """From which of these points on all lie ``within`` so far of the goal; None if the last does not."""
    with np.errstate(over="ignore"):
        distances = np.linalg.norm(weights - goal.weights, axis=1)
    far = np.flatnonzero(~(distances <= within))
    step = int(far[-1]) + 1 if far.size else 0
    return step if step < len(weights) else None


def diagnose(loss: FormulaLoss, rule: Rule, path: Path) -> Diagnosis:
    """What a run did and where it leads, as claims with their numbers."""
    run = Outlook(loss, rule, path)
    if path.beyond is not None:
        return Diagnosis((Claim("undefined", {"step": path.steps, "w": tuple(path.beyond.tolist())}),))
    if _rests(run):
        minimum = minimum_at(loss, path.weights[0])
        return Diagnosis(tuple(_resting(run, minimum)), minimum)
    if run.ends:
        return Diagnosis(tuple(_exploding(run)))
    if run.destination:
        goal, step = run.destination
        claims = _arrived(run, goal, step) if step <= path.steps else _arriving(run, goal, step)
        return Diagnosis((*claims, *_manner(run, goal), *_lower(loss, goal)), goal)
    return Diagnosis(tuple(_going_on(run)))


def _rests(run: Outlook) -> bool:
    """Whether no step ever moves the point, as the slope is 0 at the start."""
    points = np.concatenate([run.path.weights, run.ahead])
    return not run.ends and not run.path.gradients[0].any() and bool((points == points[0]).all())


# --- At rest, and out of bounds ----------------------------------------------------------


def _resting(run: Outlook, minimum: CriticalPoint | None) -> list[Claim]:
    loss, start = run.loss, run.path.weights[0]
    numbers: dict[str, float | Place] = {"w": tuple(start.tolist())}
    if minimum:
        return [Claim("rests-minimum", numbers), *_lower(loss, minimum)]
    here = nearest(critical_points(loss).points, start)
    if here and here.kind == "saddle" and np.allclose(here.weights, start, rtol=0, atol=1e-9 * run.span):
        return [Claim("rests-saddle", numbers)]
    return [_level(loss, start)]


def _level(loss: FormulaLoss, here: np.ndarray) -> Claim:
    """A point at which the slope is 0, and which is no known minimum."""
    key = "rests-level" if is_local_minimum(loss, here, REACHED) else "rests"
    return Claim(key, {"w": tuple(here.tolist())})


def _left(run: Outlook) -> list[Claim]:
    """That a run is outside the domain at its end, if it is."""
    return [] if run.left is None else [Claim("left", {"step": run.left})]


def _exploding(run: Outlook) -> list[Claim]:
    """A run that comes to where the numbers are too large, or the loss has no value."""
    steps = run.path.steps
    if run.undefined is not None:
        return [Claim("will-be-undefined", {"n": run.undefined, "w": tuple(run.ahead[-1].tolist())})]
    left, away = _left(run), _moving_away(run)
    if left:
        exploded = [Claim("exploded", {"step": steps})] if run.path.diverged else [Claim("explodes", {})]
        return [*away, *left, *exploded, *_advice(run)]
    if run.path.diverged:
        return [*away, Claim("exploded", {"step": steps}), *_advice(run)]
    inside = np.flatnonzero(~_outside(run.loss, run.ahead))
    return [*away, Claim("will-leave", {"n": int(inside[-1]) + 1}), *_advice(run)]


def _moving_away(run: Outlook) -> list[Claim]:
    """By what factor gradient descent on a quadratic loss moves away, and where to, if it does."""
    goal = next(iter(minima(run.loss)), None)
    if run.rule.id != "gd" or not run.loss.formula.is_quadratic or goal is None:
        return []
    factor = 1 - run.rule.learning_rate * goal.curvature
    direction = _directions(run.loss, goal)[-1]
    offset = (run.path.weights[-1] - goal.weights) @ direction
    if abs(factor) <= 1 or abs(offset) <= 1e-9 * run.span:
        return []
    if goal.curvatures[0] == goal.curvatures[-1]:
        return [Claim("moves-away", {"factor": factor})]
    return [Claim("moves-away-along", {"direction": direction, "factor": factor})]


def _directions(loss: FormulaLoss, goal: CriticalPoint) -> list[Place]:
    """The eigenvectors of the Hessian, in the order of the curvatures, the larger part positive."""
    vectors = np.linalg.eigh(loss.hessian(np.array(goal.weights)))[1].T
    signs = np.sign([vector[np.argmax(np.abs(vector))] for vector in vectors])
    return [tuple(vector) for vector in (vectors * signs[:, None]).tolist()]


def _advice(run: Outlook) -> list[Claim]:
    """A rate that does not lead away: known on a parabola, and tried elsewhere."""
    rate = run.rule.learning_rate
    if run.rule.id == "gd" and run.loss.formula.is_quadratic:
        goal = next(iter(minima(run.loss)), None)
        bounce = 2 / goal.curvature if goal else math.inf
        return [Claim("try-below", {"bounce": bounce})] if bounce < rate else []
    start = run.path.weights[0]
    for share in SLOWER:
        rule = run.rule._replace(learning_rate=float(f"{rate * share:.1g}"))
        tried = Continuation(run.loss, rule.optimizer, start, rule.optimizer.init(start))
        points = tried.points(LOOK_AHEAD)
        if not tried.ended and not _outside(run.loss, points).any():
            return [Claim("smaller-stays", {"eta": rule.learning_rate, "n": LOOK_AHEAD})]
    return []


# --- At a minimum, or on the way to one ----------------------------------------------------


def _arrived(run: Outlook, goal: CriticalPoint, step: int) -> list[Claim]:
    numbers: dict[str, float | Place] = {
        "w": goal.weights,
        "loss": goal.loss,
        "step": step,
        "within": REACHED,
    }
    if _is_beyond(run.loss, goal):
        return [Claim("reached-beyond", numbers)]
    if not goal.isolated:
        return [Claim("reached-stretch", numbers)]
    if _lower(run.loss, goal):
        return [Claim("reached-local", numbers)]
    alike = sum(math.isclose(p.loss, goal.loss, abs_tol=1e-9) for p in minima(run.loss) if p.isolated)
    if alike > 1:
        key = "reached-one" if critical_points(run.loss).exhaustive else "reached-one-found"
        return [Claim(key, numbers | {"n": alike})]
    return [Claim("reached", numbers)]


def _arriving(run: Outlook, goal: CriticalPoint, step: int) -> list[Claim]:
    key = "will-reach-beyond" if _is_beyond(run.loss, goal) else "will-reach"
    more: dict[str, float | Place] = {"n": step - run.path.steps, "w": goal.weights, "within": REACHED}
    left = run.left is not None and not _is_beyond(run.loss, goal)
    off = [Claim("off-and-back", {"step": run.left or 0})] if left else []
    return [*off, *_near_saddle(run), Claim(key, more)]


def _is_beyond(loss: FormulaLoss, goal: CriticalPoint) -> bool:
    """Whether a minimum lies outside the domain that is drawn."""
    return bool(_outside(loss, np.array([goal.weights]))[0])


def _lower(loss: FormulaLoss, goal: CriticalPoint) -> list[Claim]:
    """A lower minimum on the chart, if one is known."""
    lowest = min(minima(loss), key=lambda p: p.loss, default=goal)
    if lowest.loss < goal.loss - 1e-9 * max(1.0, abs(goal.loss)):
        return [Claim("lower", {"w": lowest.weights, "loss": lowest.loss})]
    return []


def _manner(run: Outlook, goal: CriticalPoint) -> list[Claim]:
    """By what factor each step of gradient descent changes the distance to its goal."""
    if run.rule.id != "gd" or goal.kinked:
        return []
    if run.loss.formula.is_quadratic:
        return _exact_manner(run, goal)
    return _observed_manner(run, goal) if len(goal.weights) == 1 and not goal.flat else []


def _exact_manner(run: Outlook, goal: CriticalPoint) -> list[Claim]:
    factors = [1 - run.rule.learning_rate * curvature for curvature in goal.curvatures]
    if factors[0] == factors[-1]:
        factor = factors[0]
        key = "jump" if factor == 0 else "zigzag" if factor < 0 else "glide"
        return [Claim(key, {} if key == "jump" else {"factor": factor})] if abs(factor) < 1 else []
    return [
        Claim("zigzag-along" if factor < 0 else "glide-along", {"direction": direction, "factor": factor})
        for direction, factor in zip(reversed(_directions(run.loss, goal)), reversed(factors), strict=True)
        if 0 < abs(factor) < 1
    ]


def _observed_manner(run: Outlook, goal: CriticalPoint) -> list[Claim]:
    """The factor that the curvature foretells, where the last steps of the run show it, too."""
    distances = run.path.weights[:, 0] - goal.weight
    # Below this a difference of doubles is mostly rounding, of the run or of the minimum.
    clear = np.abs(distances) > 1e-7 * max(1.0, abs(goal.weight))
    count = len(distances) if clear.all() else int(np.argmin(clear))
    if count < 4:
        return []
    factors = (distances[1:count] / distances[: count - 1])[-4:]
    factor = 1 - run.rule.learning_rate * goal.curvature
    if not 0 < abs(factor) < 1 or np.abs(factors - factor).max() > 0.02 * abs(factor):
        return []
    return [Claim("zigzag-about" if factor < 0 else "glide-about", {"factor": factor})]


# --- Neither: repeating, creeping, stuck, or unsettled ---------------------------------------


def _going_on(run: Outlook) -> list[Claim]:
    away = _moving_away(run)
    if away:
        return [*away, *_left(run), *_advice(run)]
    if run.left is not None and not run.returns:
        return [Claim("left-for-long", {"step": run.left, "n": LOOK_AHEAD}), *_advice(run)]
    off = [] if run.left is None else [Claim("off-and-back", {"step": run.left})]
    inside = np.flatnonzero(~_outside(run.loss, run.ahead))
    stays_out = LOOK_AHEAD - int(inside[-1])
    if stays_out >= LONG_OUTSIDE:
        return [*off, Claim("will-leave-for-long", {"n": int(inside[-1]) + 1, "more": LOOK_AHEAD})]
    cycle = _cycle(run)
    if cycle:
        return [*off, *cycle]
    saddle = _near_saddle(run)
    counted = _counted(run)
    slow = _hardly_moving(run)
    if counted or slow:
        return [*off, *saddle, *slow, *counted]
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
        # The one at which an even number of steps ends comes first.
        a, b = (tuple(point) for point in (points[::-1] if run.path.steps % 2 else points).tolist())
        claims = [Claim("bounces" if already else "will-bounce", {"a": a, "b": b, "n": LOOK_AHEAD})]
        across = _across_a_kink(run, points) if already else None
        return [*claims, Claim("corner", {"w": across.weights})] if across else claims
    numbers: dict[str, float | Place] = {"n": len(points), "more": LOOK_AHEAD}
    if points.shape[1] == 1:
        numbers |= {"low": float(points.min()), "high": float(points.max())}
        return [Claim("cycles" if already else "will-cycle", numbers)]
    return [Claim("repeats" if already else "will-repeat", numbers)]


def _across_a_kink(run: Outlook, points: np.ndarray) -> CriticalPoint | None:
    """The kinked minimum that gradient descent of one weight steps across with equal slopes, if any."""
    if run.rule.id != "gd" or points.shape[1] > 1:
        return None
    low, high = sorted(points[:, 0].tolist())
    kinks = [p for p in minima(run.loss) if p.kinked and low <= p.weight <= high]
    nearby = 1e-6 * run.span
    for kink in kinks:
        slopes = [run.loss.formula.slope(kink.weight + side * nearby) for side in (-1, 1)]
        ends = [run.loss.formula.slope(w) for w in (low, high)]
        if all(abs(s) >= abs(end) * (1 - 1e-6) > 0 for s, end in zip(slopes, ends, strict=True)):
            return kink
    return None


def _near_saddle(run: Outlook) -> list[Claim]:
    """The saddle that a run stands near, or came near on its way; at most one."""
    for point in (p for p in critical_points(run.loss).points if p.kind == "saddle"):
        distances = np.linalg.norm(run.path.weights - point.weights, axis=1)
        if distances[-1] <= NEAR * run.span:
            return [Claim("at-saddle", {"w": point.weights, "distance": float(distances[-1])})]
        if distances.min() <= NEAR * run.span:
            return [Claim("past-saddle", {"w": point.weights, "step": int(distances.argmin())})]
    return []


def _counted(run: Outlook) -> list[Claim]:
    """How many more steps gradient descent of one weight takes to the minimum ahead, if it can be told."""
    here, loss = float(run.path.weights[-1, 0]), run.loss
    if run.rule.id != "gd" or len(loss.domain) > 1:
        return []
    goal = downhill(loss, (here,))
    if goal is None or not goal.is_minimum:
        return []
    more = _steps_left(loss, run.rule.learning_rate, here, goal)
    if more is None or more <= LOOK_AHEAD:
        return []
    key = "underway-beyond" if _is_beyond(loss, goal) else "underway"
    distance = abs(here - goal.weight)
    return [
        Claim(key, {"w": goal.weights, "distance": distance}),
        Claim("more", {"n": more, "within": REACHED}),
        *_manner(run, goal),
        *_lower(loss, goal),
    ]


def _steps_left(loss: FormulaLoss, learning_rate: float, weight: float, goal: CriticalPoint) -> float | None:
    """About how many more steps to within REACHED of the goal; None if that cannot be told.

    Where each step goes but a part of the way, all stay on one side, and an integral over the way
    counts them: at distance d a step multiplies d by 1 − η E′/d, and a factor of e takes
    −1/log(1 − η E′/d) steps.
    """
    far = abs(weight - goal.weight)
    if far <= REACHED:
        return None
    side = math.copysign(1, weight - goal.weight)
    shares = np.union1d(np.geomspace(REACHED, far, 300), np.linspace(REACHED, far, 300))
    slopes = loss.formula.gradients((goal.weight + side * shares)[:, None])[:, 0] * side
    steps = learning_rate * slopes / shares
    # A step this small is lost in the rounding of the weight.
    lost = learning_rate * slopes < 1e-13 * (abs(goal.weight) + far)
    # Where the slope grows towards a kink, the last steps lead out again.
    inside = loss.formula.gradients(goal.weight + side * np.geomspace(1e-9, 1, 20)[:, None] * REACHED)
    thrown = goal.kinked and not (learning_rate * np.abs(inside) < REACHED).all()
    if not ((steps > 0) & (steps < 1)).all() or lost.any() or thrown:
        return None
    more = float(np.trapezoid(-1 / np.log1p(-steps), np.log(shares)))
    return more if more <= FARTHEST else None


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
    numbers: dict[str, float | Place] = {"w": tuple(here.tolist()), "n": LOOK_AHEAD, "moved": moved}
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
    return [_level(run.loss, here), *lower]


def _unsettled(run: Outlook) -> list[Claim]:
    """What the next steps show of a run that neither arrives nor repeats: slow, or without rest."""
    path, ahead = run.path, run.ahead
    third = len(ahead) // 3
    first, last = (float(np.ptp(part, axis=0).max()) for part in (ahead[:third], ahead[-third:]))
    with np.errstate(all="ignore"):
        losses = run.loss.values(ahead)
    if last < 0.9 * first or (np.diff(losses) <= 0).all():
        now, then = float(path.losses[-1]), float(losses[-1])
        return [Claim("not-soon", {"n": LOOK_AHEAD, "loss": now, "then": then})]
    late = path.weights[path.steps // 2 :, 0]
    if path.weights.shape[1] == 1 and path.steps >= 4 and number(late.min()) != number(late.max()):
        low, high = float(late.min()), float(late.max())
        return [Claim("wanders", {"low": low, "high": high, "n": LOOK_AHEAD})]
    return [Claim("restless", {"n": LOOK_AHEAD})]
