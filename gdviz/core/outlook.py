"""Where a run goes from its end: its rule takes it LOOK_AHEAD steps further."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from gdviz.core.critical_points import CriticalPoint, minimum_near
from gdviz.core.descent import Continuation, Path, continued
from gdviz.core.loss import Loss, domain_of, values_of
from gdviz.core.optimizers import Rule

REACHED = 0.01  # within this distance of a minimum a run counts as there
LOOK_AHEAD = 3000  # how many steps beyond a run its diagnosis tries
CALM = 100  # the last steps that are tried show whether a run may be at a minimum


@lru_cache(maxsize=16)  # diagnosis, ranking and missions ask of the same run
def outlook(path: Path) -> "Outlook":
    """Where a run would go: the same for all who ask, so that it is taken further once."""
    return Outlook(path)


@dataclass(frozen=True)
class Outlook:
    """A run, (k+1, n), and where its rule would take it in the next LOOK_AHEAD steps."""

    path: Path

    @property
    def loss(self) -> Loss:
        return self.path.loss

    @property
    def rule(self) -> Rule | None:
        """The rule of the run, if it is a known one."""
        return self.path.optimizer.rule

    @property
    def plain_rate(self) -> float | None:
        """The learning rate of gradient descent as it is; None of another rule, or where it was changed."""
        if self.path.earlier:
            return None
        return self.rule.learning_rate if self.rule and self.rule.is_plain else None

    @cached_property
    def continuation(self) -> Continuation:
        return continued(self.path)

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
            missing = np.isnan(values_of(self.loss, points))
            missing[-1] |= self.continuation.ended and np.isnan(self.loss.gradient(points[-1])).any()
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

    def stays_within(self, distance: float, goal: CriticalPoint) -> int | None:
        """From which step on it stays so near to a point, the next LOOK_AHEAD steps included; None if not.

        The step may be one of those that are yet to come.
        """
        if self.ends:
            return None
        return arrival(np.concatenate([self.path.weights, self.ahead[1:]]), goal, distance)

    @cached_property
    def outside(self) -> np.ndarray:
        """At which steps the run is outside the domain, (k+1,)."""
        return outside(self.loss, self.path.weights)

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
        return not bool(outside(self.loss, self.ahead).all())

    def is_near(self, goal: CriticalPoint) -> bool:
        """Whether the run's last point lies within REACHED of a minimum."""
        return bool(np.linalg.norm(self.path.weights[-1] - goal.weights) <= REACHED)

    @property
    def span(self) -> float:
        """How wide the domain is; without one, how far the run went."""
        domain = domain_of(self.loss)
        if domain is None:
            return float(np.ptp(self.path.weights, axis=0).max())
        return max(high - low for low, high in domain)


def outside(loss: Loss, points: np.ndarray) -> np.ndarray:
    """Which of m points, (m, n), lie outside the domain of a loss; none where it has none."""
    domain = domain_of(loss)
    if domain is None:
        return np.full(len(points), False)
    low, high = np.array(domain).T
    return np.asarray(((points < low) | (points > high)).any(axis=1))


def arrival(weights: np.ndarray, goal: CriticalPoint, within: float = REACHED) -> int | None:
    """From which of these points on all lie ``within`` so far of the goal; None if the last does not."""
    with np.errstate(over="ignore"):
        distances = np.linalg.norm(weights - goal.weights, axis=1)
    far = np.flatnonzero(~(distances <= within))
    step = int(far[-1]) + 1 if far.size else 0
    return step if step < len(weights) else None
