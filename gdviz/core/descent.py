"""Gradient descent itself: from a start, k steps down a loss."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from gdviz.core.loss import Loss
from gdviz.core.optimizers import Optimizer

MAX_STEPS = 10_000


@dataclass(frozen=True, eq=False)
class Path:
    """Where a run of an ``optimizer`` on a ``loss`` went: k steps over n weights, the start included.

    ``weights`` (k+1, n), ``losses`` (k+1,) and ``gradients`` (k+1, n) at each point,
    ``updates`` (k, n) the ΔW of each step, ``memories`` (k+1) what the rule remembered at each
    point. Every number is finite: ``diverged`` says that the run ended early because its next
    point would not have been. Then ``beyond`` (n,) is that point if it is one at which the loss
    is not defined, and None if something is too large. ``earlier`` are the optimizers that made the
    first steps, if others did, each with the step up to which it did.
    """

    loss: Loss
    optimizer: Optimizer
    weights: np.ndarray
    losses: np.ndarray
    gradients: np.ndarray
    updates: np.ndarray
    memories: Sequence[Any]
    diverged: bool
    beyond: np.ndarray | None = None
    earlier: tuple[tuple[int, Optimizer], ...] = ()

    def optimizer_at(self, step: int) -> Optimizer:
        """The optimizer that makes the step from this one."""
        return next((optimizer for until, optimizer in self.earlier if step < until), self.optimizer)

    @property
    def steps(self) -> int:
        """k, the number of steps taken."""
        return len(self.updates)

    def _repr_html_(self) -> str | None:
        """The run as a notebook draws it: a chart that plays; None where plotly is not installed.

        Numbers know no pictures: the chart is imported here, when a notebook asks for it.
        """
        try:
            from gdviz.charts.plot import html
        except ImportError:
            return None
        return html(self)


def descend(loss: Loss, optimizer: Optimizer, start: ArrayLike, steps: int) -> Path:
    """Take ``steps`` steps of W ← W − ΔW, gradient descent or another rule.

    Args:
        loss: What is to get smaller: one of LOSSES, what ``loss`` makes, a Network, or any object with
            ``value`` and ``gradient``.
        optimizer: The rule that makes ΔW of the gradient, such as ``OPTIMIZERS["adam"](0.3)``.
        start: The weights to begin with, (n,), or a plain number where there is one weight.
        steps: k, from 1 to 10,000.

    Returns:
        A Path of k steps, or fewer only where the next point would not be finite.

    Raises:
        ValueError: A start that is not finite, not of one dimension or not the loss's, a number of
            steps out of range, or a loss without a value at the start.

    Example:
        >>> import gdviz as gd
        >>> path = gd.descend(gd.LOSSES["bowl"], gd.OPTIMIZERS["gd"](0.001), 5, 1)
        >>> path.weights
        array([[5.  ],
               [4.99]])
        >>> path.updates
        array([[0.01]])

    References:
        Cauchy 1847, "Méthode générale pour la résolution des systèmes d'équations simultanées".
    """
    point = np.array(start, dtype=float)
    point = point[None] if point.ndim == 0 else point
    if point.ndim != 1 or point.size == 0:
        raise ValueError(f"the start must be a list of weights, not of shape {point.shape}")
    if not np.isfinite(point).all():
        raise ValueError(f"the start must be finite, not {point.tolist()}")
    if not (isinstance(steps, int | np.integer) and 1 <= steps <= MAX_STEPS):
        raise ValueError(f"the number of steps must be 1 to {MAX_STEPS}, not {steps}")

    path = _walked(loss, optimizer, point, optimizer.init(point), steps)
    if path is None:
        raise ValueError(f"the loss has no value at the start {point.tolist()}")
    return path


def resumed(path: Path, optimizer: Optimizer, steps: int) -> Path:
    """A run and ``steps`` more by another optimizer of the same rule, with all that is remembered.

    One that has diverged is not taken further.
    """
    if path.diverged:
        return path
    more = _walked(path.loss, optimizer, path.weights[-1], path.memories[-1], steps)
    assert more  # it begins where the run has been
    return replace(
        more,
        weights=np.concatenate([path.weights, more.weights[1:]]),
        losses=np.concatenate([path.losses, more.losses[1:]]),
        gradients=np.concatenate([path.gradients, more.gradients[1:]]),
        updates=np.concatenate([path.updates, more.updates]),
        memories=(*path.memories, *more.memories[1:]),
        earlier=(*path.earlier, (path.steps, path.optimizer)),
    )


def first_leg(path: Path) -> Path:
    """The run up to where its optimizer was first changed."""
    if not path.earlier:
        return path
    until, optimizer = path.earlier[0]
    upto = slice(until + 1)
    parts = {name: getattr(path, name)[upto] for name in ("weights", "losses", "gradients", "memories")}
    parts |= {"updates": path.updates[:until], "diverged": False, "beyond": None, "earlier": ()}
    return replace(path, optimizer=optimizer, **parts)


def _walked(loss: Loss, optimizer: Optimizer, start: np.ndarray, memory: Any, steps: int) -> Path | None:
    """The run from a start, (n,), and what is remembered there; None if the loss has no value there."""
    point = start
    weights = np.empty((steps + 1, point.size))
    losses = np.empty(steps + 1)
    gradients = np.empty_like(weights)
    updates = np.empty((steps, point.size))
    memories = [memory]
    taken, beyond = -1, None
    # Overflow is how a run that explodes ends, not a fault to warn of.
    with np.errstate(over="ignore", invalid="ignore"):
        while taken < steps:
            value, gradient = loss.value(point), np.asarray(loss.gradient(point), dtype=float)
            if gradient.shape != point.shape:
                raise ValueError(f"the start has {point.size} weights, the loss {gradient.size}")
            if not (math.isfinite(value) and _is_finite(gradient)):
                missing = math.isnan(value) or bool(np.isnan(gradient).any())
                beyond = point if missing and _is_finite(point) else None
                break
            taken += 1
            weights[taken], losses[taken], gradients[taken] = point, value, gradient
            if taken < steps:
                updates[taken], memory = optimizer.update(gradient, memories[taken])
                point = point - updates[taken]
                memories.append(memory)
    if taken < 0:
        return None
    return Path(
        loss,
        optimizer,
        weights[: taken + 1],
        losses[: taken + 1],
        gradients[: taken + 1],
        updates[:taken],
        tuple(memories[: taken + 1]),
        taken < steps,
        beyond,
    )


class Continuation:
    """A run taken further by its rule from a point, (n,), and what the rule remembers there.

    Where a rule treats each weight for itself and a loss takes plain floats, too, these do, in a third of
    an array's time.
    """

    def __init__(self, loss: Loss, optimizer: Optimizer, start: np.ndarray, memory: Any):
        self._loss, self._optimizer, self._memory = loss, optimizer, memory
        self._partials = getattr(loss, "partials", None) if optimizer.alone else None
        self._points: list[list[float]] = [start.tolist()]
        if self._partials:
            self._memories = [_memory_of(memory, i) for i in range(len(start))]
        self.ended = False  # whether the next point would not be finite, or the loss has no slope there

    def points(self, steps: int) -> np.ndarray:
        """Where it stands and goes in ``steps`` steps, (m, n): m = steps + 1, or fewer if it ends."""
        missing = steps + 1 - len(self._points)
        if missing > 0 and not self.ended:
            if self._partials and self._optimizer.alone:
                go_on = self._go_on_alone if len(self._memories) == 1 else self._go_on
                go_on(missing, self._partials, self._optimizer.alone)
            else:
                self._go_on_in_arrays(missing)
        return np.array(self._points[: steps + 1])

    def _go_on(
        self, steps: int, partials: Callable[..., Sequence[float]], update: Callable[..., tuple[Any, Any]]
    ) -> None:
        points, memories, is_finite = self._points, self._memories, math.isfinite
        doubles = getattr(self._loss, "partials_in_doubles", None) or partials
        point = points[-1]
        for _ in repeat(None, steps):
            try:
                slopes = doubles(*point)
                if not is_finite(sum(slopes)):
                    slopes = partials(*point)
            except (ArithmeticError, ValueError, TypeError):
                slopes = partials(*point)
            moved: list[float] = []
            for w, slope, memory in zip(point, slopes, memories, strict=True):
                try:
                    change, memories[len(moved)] = update(slope, memory)
                except (ArithmeticError, ValueError):  # where an array has inf or nan
                    change = math.nan
                moved.append(w - float(change))
            if not (is_finite(sum(moved)) or all(map(is_finite, moved))):
                self.ended = True
                return
            if moved == point and not memories[0]:  # without a memory it stands still from here on
                points.extend(repeat(point, steps))
                return
            point = moved
            points.append(point)

    def _go_on_alone(
        self, steps: int, partials: Callable[..., Sequence[float]], update: Callable[..., tuple[Any, Any]]
    ) -> None:
        """The same of one weight, without the lists: in half the time."""
        [w], [memory], is_finite = self._points[-1], self._memories, math.isfinite
        doubles = getattr(self._loss, "partials_in_doubles", None) or partials
        for left in range(steps, 0, -1):
            try:
                [slope] = doubles(w)
                if not is_finite(slope):
                    [slope] = partials(w)
            except (ArithmeticError, ValueError, TypeError):
                [slope] = partials(w)
            try:
                change, memory = update(slope, memory)
            except (ArithmeticError, ValueError):
                change = math.nan
            moved = w - float(change)
            if not is_finite(moved):
                self.ended = True
                break
            if moved == w and not memory:
                self._points.extend(repeat([w], left))
                break
            w = moved
            self._points.append([w])
        self._memories = [memory]

    def _go_on_in_arrays(self, steps: int) -> None:
        point = np.array(self._points[-1])
        with np.errstate(all="ignore"):
            for _ in repeat(None, steps):
                gradient = np.asarray(self._loss.gradient(point), dtype=float)
                change, self._memory = self._optimizer.update(gradient, self._memory)
                point = point - change
                if not _is_finite(point):
                    self.ended = True
                    return
                self._points.append(point.tolist())


def continued(path: Path) -> Continuation:
    """A run, taken further from its last point with all that its rule remembers there."""
    return Continuation(path.loss, path.optimizer, path.weights[-1], path.memories[-1])


def _memory_of(memory: Any, i: int) -> Any:
    """What a rule remembers of the i-th weight, as plain numbers; a count is the same for all."""
    return type(memory)(*(part if isinstance(part, int) else float(part[i]) for part in memory))


def _is_finite(vector: np.ndarray) -> bool:
    # The dot product is four times as fast, and finite only if every number is.
    return math.isfinite(vector.dot(vector)) or bool(np.isfinite(vector).all())


class Packed(Sequence[Any]):
    """A run's memories, an array for each of their parts: a tenth of the bytes, for runs that are kept."""

    def __init__(self, memories: Sequence[Any]):
        self._kind, self._count = type(memories[0]), len(memories)
        self._parts = [np.array(part) for part in zip(*memories, strict=True)]

    @property
    def nbytes(self) -> int:
        return sum(part.nbytes for part in self._parts)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, index: Any) -> Any:
        """One of the memories; of a slice, a tuple of them."""
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(self._count)))
        if not -self._count <= index < self._count:
            raise IndexError(index)
        return self._kind(*(part[index] if part.ndim > 1 else part[index].item() for part in self._parts))
