"""A judge of what is said of a run: it goes on with the run, and knows nothing of how a claim is made.

Its rules are plain loops of floats; a loss is only asked for its value and its gradient.
"""

import math
from types import SimpleNamespace

import numpy as np

WITHIN, FURTHER = 0.01, 3000


def go_on(loss, rule, path, steps, schedule=()):
    """The run from its start, by the rule as it is printed in its paper: all points, (k + steps + 1, n).

    ``schedule`` has the rates before the rule's own, each with the step up to which it holds.
    """
    # The gradient without arrays takes half the time.
    partials = getattr(loss, "partials", None) or (lambda *point: loss.gradient(np.array(point)).tolist())
    point = path.weights[0].tolist()
    memory = [[0.0, 0.0, 0.0] for _ in point]
    points = [point]
    for t in range(1, len(path.updates) + steps + 1):
        slopes = partials(*point)
        eta = next((rate for until, rate in schedule if t <= until), rule.learning_rate)
        moved = []
        for w, g, m in zip(point, slopes, memory, strict=True):
            try:
                moved.append(w - _change(rule.id, eta, g, m, t))
            except (OverflowError, ZeroDivisionError):
                moved.append(math.nan)
        if not all(map(math.isfinite, moved)):
            break
        point = moved
        points.append(point)
    return np.array(points)


def _change(rule, eta, g, m, t):
    match rule:
        case "gd":
            return eta * g
        case "momentum" | "nesterov":
            m[0] = 0.9 * m[0] + g
            return eta * (m[0] if rule == "momentum" else g + 0.9 * m[0])
        case "adagrad":
            m[0] += g * g
            return eta * g / (math.sqrt(m[0]) + 1e-10)
        case "rmsprop":
            m[0] = 0.99 * m[0] + (1 - 0.99) * g * g
            return eta * g / (math.sqrt(m[0]) + 1e-8)
        case "adam":
            m[0] = 0.9 * m[0] + (1 - 0.9) * g
            m[1] = 0.999 * m[1] + (1 - 0.999) * g * g
            return eta * (m[0] / (1 - 0.9**t)) / (math.sqrt(m[1] / (1 - 0.999**t)) + 1e-8)
    raise KeyError(f"the judge in tests/judge.py has no plain loop of {rule}")


def is_minimum(loss, place):
    """Whether no place around is lower: by values alone, on spheres that shrink."""
    place = np.array(place, dtype=float)
    n, size = len(place), max(1.0, float(np.abs(place).max()))
    rng = np.random.default_rng(0)
    ways = np.array([[-1.0], [1.0]]) if n == 1 else rng.normal(size=(200, n))
    ways /= np.linalg.norm(ways, axis=1)[:, None]
    here = loss.value(place)
    with np.errstate(all="ignore"):
        for radius in (1e-3, 3e-4, 1e-4):
            around = loss.values(place + radius * ways)
            # What a place given in doubles may be off by, times the slope there, is no descent.
            slack = 1e-11 * max(1.0, abs(here)) + 1e-9 * radius * size
            if not (around >= here - slack).all():
                return False
    return True


def downhill(loss, point):
    """Where a search without derivatives ends: to the best of many directions, ever finer."""
    angles = np.linspace(0, 2 * np.pi, 64, endpoint=False)
    ring, reach = np.column_stack([np.cos(angles), np.sin(angles)]), 0.02
    while reach > 1e-5:
        around = point + reach * ring
        values = loss.values(around)
        if values.min() < loss.value(point):
            point = around[values.argmin()]
        else:
            reach /= 2
    return point


class Judge:
    """What one run does, as far as anybody looks: ``false(claim)`` tells what is wrong with a claim."""

    def __init__(self, loss, rule, path, schedule=()):
        self.loss, self.rule, self.path, self.k = loss, rule, path, path.steps
        self.schedule = schedule
        self._points = self.goal = None
        self.low, self.high = np.array(loss.domain, dtype=float).T

    def points(self, further=FURTHER):
        """The run and ``further`` steps; fewer where it comes to what is no number."""
        if self._points is None or (len(self._points) == self._asked + self.k + 1 and self._asked < further):
            self._asked = further
            self._points = go_on(self.loss, self.rule, self.path, further, self.schedule)
        return self._points[: self.k + further + 1]

    def distances(self, place, further=FURTHER):
        with np.errstate(all="ignore"):
            return np.linalg.norm(self.points(further) - np.array(place), axis=1)

    def outside(self, further=FURTHER):
        points = self.points(further)
        return ((points < self.low) | (points > self.high)).any(axis=1)

    def whole(self, further=FURTHER):
        """Whether all these steps exist."""
        return len(self.points(further)) == self.k + further + 1

    def false(self, claim):
        """Why a claim is false; None if nothing speaks against it."""
        check = getattr(self, f"_{claim.key.replace('-', '_')}", None)
        assert check is not None, f"nobody judges {claim.key}"
        return check(**claim.numbers)

    # --- Reached, and on its way ---------------------------------------------------------

    def _reached(self, w, loss, step, within, n=None):
        far = self.distances(w)
        if not is_minimum(self.loss, w):
            return f"{w} is no minimum"
        if not self.whole() or (far[step:] > within).any():
            return f"not within {within} for good from {step} on"
        if step > 0 and far[step - 1] <= within:
            return f"within {within} before {step}"
        if not math.isclose(self.loss.value(np.array(w)), loss, rel_tol=1e-6, abs_tol=1e-9):
            return f"E is not {loss} there"
        return None

    _reached_local = _reached_one = _reached_one_found = _reached_stretch = _reached

    def _reached_beyond(self, w, **more):
        inside = bool(((self.low <= w) & (w <= self.high)).all())
        return "it is on the chart" if inside else self._reached(w, **more)

    def _will_reach(self, n, w, within):
        if not is_minimum(self.loss, w):
            return f"{w} is no minimum"
        later = int(n) + FURTHER
        far = self.distances(w, later)[self.k :]
        if not self.whole(later) or (far[int(n) :] > within).any() or (far[int(n) - 1] <= within):
            return f"not there for good in {n} steps"
        return None

    _will_reach_beyond = _will_reach

    def _underway(self, w, distance):
        if not is_minimum(self.loss, w):
            return f"{w} is no minimum"
        here = np.linalg.norm(self.path.weights[-1] - np.array(w))
        if not math.isclose(here, distance, rel_tol=1e-6):
            return f"{here} away"
        self.goal = w
        return None

    _underway_beyond = _underway

    def _more(self, n, within):
        if n > 60_000:  # too far to go: a later test samples these
            return None
        later = math.ceil(1.15 * n) + 10
        far = self.distances(self.goal, later)[self.k :]
        arrived = int(np.flatnonzero(far > within)[-1]) + 1
        return None if abs(arrived - n) <= max(0.15 * n, 1) else f"arrives after {arrived} steps, not {n}"

    def _lower(self, w, loss):
        there = self.loss.value(np.array(w))
        if not math.isclose(there, loss, rel_tol=1e-6, abs_tol=1e-9):
            return f"E is {there} there"
        return None if is_minimum(self.loss, w) else "it is no minimum"

    # --- By which factor -----------------------------------------------------------------

    def _ratios(self, direction=None):
        """How the last distances to where the run comes to rest change."""
        points = self.points()
        goal = points[-1] if self.goal is None else np.array(self.goal)
        along = (self.path.weights - goal) @ (np.array(direction) if direction else np.ones(len(goal)))
        clear = np.abs(along) > 1e-6 * max(1.0, float(np.abs(goal).max()))
        count = len(along) if clear.all() else int(np.argmin(clear))
        return (along[1:count] / along[: count - 1])[-3:] if count > 1 else np.empty(0)

    def _factor(self, factor, tolerance, direction=None):
        if not abs(factor) < 1:
            return "it does not shrink"
        ratios = self._ratios(direction)
        if len(ratios) and np.abs(ratios - factor).max() > tolerance:
            return f"the last distances shrink by {ratios}"
        return None

    def _glide(self, factor):
        return self._factor(factor, 1e-4)

    _zigzag = _glide

    def _glide_about(self, factor):
        return self._factor(factor, 0.03 * abs(factor)) or ("no zig-zag" if factor < 0 else None)

    def _zigzag_about(self, factor):
        return self._factor(factor, 0.03 * abs(factor)) or ("no glide" if factor > 0 else None)

    def _glide_along(self, direction, factor):
        return self._factor(factor, 1e-4, direction)

    _zigzag_along = _glide_along

    def _jump(self):
        return None if np.abs(self.path.weights[1] - self.points()[-1]).max() < 1e-6 else "no jump"

    # --- Repeating -----------------------------------------------------------------------

    def _period(self, n, tail):
        points = self.points()
        if not self.whole():
            return "it ends"
        part = points[-tail:]
        size = float(np.ptp(part, axis=0).max())
        if np.abs(part[n:] - part[:-n]).max() > 5e-6 * size:
            return f"it does not repeat {n} points"
        first, last = part[: 2 * n], part[-2 * n :]
        if abs(np.ptp(first, axis=0).max() - np.ptp(last, axis=0).max()) > 5e-6 * size:
            return "it shrinks"
        return None

    def _ends(self, *ends):
        shown = [[f"{x:.6g}" for x in end] for end in ends]
        if shown[0] == shown[1]:
            return "its ends look the same"
        late = self.points()[-2:]
        near = [min(np.abs(late - np.array(end)).max(axis=1)) for end in ends]
        return None if max(near) <= 1e-5 * max(1e-9, np.ptp(late, axis=0).max()) else f"it is at {late}"

    def _bounces(self, a, b, n):
        here = self.path.weights[-1]
        at = min(np.abs(here - np.array(end)).max() for end in (a, b))
        if at > 1e-5 * np.abs(np.array(a) - np.array(b)).max():
            return f"it is at {here}"
        return self._period(2, n) or self._ends(a, b)

    def _will_bounce(self, a, b, n):
        return self._period(2, 500) or self._ends(a, b)

    def _corner(self, w):
        h = 1e-5
        left, right = (
            (self.loss.value(np.array(w) + s * h) - self.loss.value(np.array(w))) / h for s in (-1, 1)
        )
        return None if min(left, right) > 1e-4 else "no corner"

    def _cycles(self, n, more, low=None, high=None):
        late = self.points()[-n:]
        if low is not None and not np.allclose([late.min(), late.max()], [low, high], rtol=1e-4):
            return f"it is between {late.min()} and {late.max()}"
        if n > 2 and any(n % d == 0 and self._period(d, more) is None for d in range(2, n)):
            return "it repeats fewer points"
        return self._period(n, more)

    def _will_cycle(self, n, more, **ends):
        return self._cycles(n, 2 * n + 500, **ends)

    _repeats, _will_repeat = _cycles, _will_cycle

    # --- Away ----------------------------------------------------------------------------

    def _comes_to_rest_on_the_chart(self):
        points = self.points()
        if not self.whole():
            return False
        return bool(np.ptp(points[-200:], axis=0).max() < 1e-3 and not self.outside()[-1])

    def _away(self):
        return "it comes to rest on the chart" if self._comes_to_rest_on_the_chart() else None

    def _moves_away(self, factor, direction=None):
        if abs(factor) <= 1:
            return "it does not grow"
        return self._away()

    _moves_away_along = _moves_away

    def _left(self, step):
        outside = self.outside(0)
        if not outside[step:].all() or (step and outside[step - 1]):
            return f"outside at {np.flatnonzero(outside)}"
        return self._away()

    def _left_for_long(self, step, n):
        return self._left(step) or (None if self.outside()[self.k :].all() else "it comes back")

    def _off_and_back(self, step):
        outside = self.outside()
        if not outside[step : self.k + 1].all():
            return "it is inside"
        return None if not outside[self.k :].all() else "it does not come back"

    def _will_leave(self, n):
        outside = self.outside()[self.k :]
        if outside[n - 1] or not outside[n:].all():
            return "not for good then"
        return self._away() or ("it goes on" if self.whole() else None)

    def _will_leave_for_long(self, n, more):
        outside = self.outside()[self.k :]
        return None if not outside[n - 1] and outside[n:].all() else "not then"

    def _exploded(self, step):
        points = self.points(1)
        return "it goes on" if len(points) > self.k + 1 and self._has_value(points[-1]) else None

    def _has_value(self, point):
        numbers = [self.loss.value(point), *self.loss.gradient(point).tolist()]
        return all(map(math.isfinite, numbers))

    def _explodes(self):
        return None if not self.whole() else "it goes on"

    def _undefined(self, step, w):
        value = self.loss.value(np.array(w))
        return (
            None if math.isnan(value) or np.isnan(self.loss.gradient(np.array(w))).any() else f"E is {value}"
        )

    def _will_be_undefined(self, n, w):
        there = self.points(n)[-1]
        return self._undefined(n, w) or (None if np.allclose(there, w) else f"it is at {there}")

    def _try_below(self, bounce):
        """At a rate just below, the steps from the same start shrink."""
        points = self._from_the_start(0.97 * bounce, 2000)
        if len(points) < 2001:
            return "it explodes, too"
        moves = np.linalg.norm(np.diff(points, axis=0), axis=1)
        return None if moves[-1] < 1e-6 * moves[0] else "its steps do not shrink"

    def _smaller_stays(self, eta, n):
        if not eta < self.rule.learning_rate:
            return "it is not smaller"
        points = self._from_the_start(eta, n)
        inside = ((points >= self.low) & (points <= self.high)).all()
        return None if len(points) == n + 1 and inside else "it leaves, too"

    def _from_the_start(self, eta, steps):
        rule = self.rule._replace(learning_rate=eta)
        return go_on(self.loss, rule, SimpleNamespace(weights=self.path.weights[:1], updates=[]), steps)

    # --- Slow, at rest, without rest -----------------------------------------------------

    def _moves(self):
        points = self.points()[self.k :]
        return float(np.linalg.norm(points - points[0], axis=1).max())

    def _stuck(self, w, n, moved, slope, lower):
        span = float((self.high - self.low).max())
        if self._moves() > 0.01 * span * 1.0001 or not math.isclose(
            self._moves(), moved, rel_tol=1e-6, abs_tol=1e-300
        ):
            return f"it moves by {self._moves()}"
        there, here = self.loss.value(np.array(lower)), self.loss.value(np.array(w))
        return None if there < here else "that is no lower ground"

    def _creeps(self, w, n, moved, slope):
        return None if math.isclose(self._moves(), moved, rel_tol=1e-6) else f"it moves by {self._moves()}"

    def _too_small(self, w, slope):
        if (self.path.weights[-1] != w).any():
            return f"it is at {self.path.weights[-1]}"
        return None if self._moves() == 0 and slope > 0 else f"it moves by {self._moves()}"

    def _lower_ground(self, w):
        return None if self.loss.value(np.array(w)) < self.path.losses[-1] else "it is not lower"

    def _rests_level(self, w):
        slope = np.abs(self.loss.gradient(np.array(w))).max()
        return None if slope == 0 and self._moves() == 0 else f"the slope is {slope}"

    def _rests(self, w):
        return self._rests_level(w) or ("it is a minimum" if is_minimum(self.loss, w) else None)

    def _rests_minimum(self, w):
        return self._rests_level(w) or (None if is_minimum(self.loss, w) else "it is no minimum")

    def _rests_saddle(self, w):
        return self._rests(w)

    def _not_soon(self, n, loss, then):
        if not math.isclose(self.path.losses[-1], loss, rel_tol=1e-9):
            return "that is not E"
        points = self.points()
        late = points[-100:]
        if np.ptp(late, axis=0).max() < WITHIN / 2 and is_minimum(self.loss, late[-1]):
            slope = np.abs(self.loss.gradient(late[-1])).max()
            return "it is at a minimum" if slope == 0 else None
        there = self.loss.value(points[-1])
        return None if math.isclose(there, then, rel_tol=1e-6, abs_tol=1e-12) else f"E is {there}"

    def _restless(self, n):
        points = self.points()[self.k :]
        if not self.whole():
            return "it ends"
        late = points[-1000:]
        if np.ptp(late, axis=0).max() < 1e-6:
            return "it rests"
        for length in range(1, 200):
            if np.abs(late[length:] - late[:-length]).max() < 1e-7 * np.ptp(late, axis=0).max():
                return f"it repeats {length} points"
        return None

    def _wanders(self, low, high, n):
        late = self.path.weights[self.k // 2 :, 0]
        return self._restless(n) or (None if (late.min(), late.max()) == (low, high) else "not between these")

    def _at_saddle(self, w, distance):
        if is_minimum(self.loss, w):
            return "it is a minimum"
        if np.abs(self.loss.gradient(np.array(w))).max() > 1e-6:
            return "it is not level"
        here = np.linalg.norm(self.path.weights[-1] - np.array(w))
        return None if math.isclose(here, distance, rel_tol=1e-6, abs_tol=1e-9) else f"{here} away"

    def _past_saddle(self, w, step):
        far = np.linalg.norm(self.path.weights - np.array(w), axis=1)
        return None if far.argmin() == step < self.k else f"closest at {far.argmin()}"
