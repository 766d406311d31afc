"""Steps on a curve E(W): where each leads along the tangent and to the curve, and the same magnified."""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from gdviz.charts.animation import ALONG, WAYPOINTS, Leg
from gdviz.charts.curve_frame import View
from gdviz.charts.plane import OUTSIDE, points_of
from gdviz.core.descent import Path
from gdviz.core.loss import FormulaLoss

SMALL = 0.04  # a step below this share of the axis is shown magnified, too


@dataclass(frozen=True)
class Moves:
    """The steps from f shown points: along the tangent by ΔW, then to the curve.

    All arrays have one row a shown point; a run's last point has no step, its ``update`` is
    nan. Points are (f, m, 2) with nan for what is not shown. Inside the lens lengths are
    offsets from the point, so that a step of 1e-9 is as exact there as one of 1 on the chart.
    """

    source: FormulaLoss
    frame: View
    weight: np.ndarray
    loss: np.ndarray
    slope: np.ndarray
    update: np.ndarray
    rise: np.ndarray
    whole_tangent: bool = False

    @classmethod
    def of(
        cls, loss: FormulaLoss, frame: View, path: Path, steps: list[int], whole_tangent: bool = False
    ) -> "Moves":
        updates = np.append(path.updates[:, 0], np.nan)
        rises = np.append(np.diff(path.losses), np.nan)
        return cls(
            loss,
            frame,
            path.weights[steps, 0],
            path.losses[steps],
            path.gradients[steps, 0],
            updates[steps],
            rises[steps],
            whole_tangent,
        )

    @cached_property
    def on_chart(self) -> np.ndarray:
        return self.frame.holds(self.start)

    @cached_property
    def start(self) -> np.ndarray:
        return points_of(self.weight, self.loss)

    @cached_property
    def landing(self) -> np.ndarray:
        """Where the tangent says that the step lands."""
        return points_of(self.weight - self.update, self.loss - self.slope * self.update)

    @cached_property
    def end(self) -> np.ndarray:
        return points_of(self.weight - self.update, self.loss + self.rise)

    @cached_property
    def corner(self) -> np.ndarray:
        """The right angle of the triangle."""
        return points_of(self.weight - self.update, self.loss)

    @cached_property
    def sides(self) -> tuple[np.ndarray, ...]:
        """On the chart, the tangent's, the triangle's and the drop's ends, each (f, 2)."""
        shortest = 1.0 if self.whole_tangent else 0.16
        reach = np.fmax(shortest * self.frame.width, 1.15 * np.abs(self.update))
        low, high = (points_of(self.weight + r, self.loss + self.slope * r) for r in (-reach, reach))
        starts = np.stack([low, self.start, self.corner, self.landing])
        starts, ends = self.frame.clipped(starts, np.stack([high, self.corner, self.landing, self.end]))
        return tuple(np.where(self.on_chart[:, None], points, np.nan) for points in (*starts, *ends))

    @cached_property
    def inner_tangent(self) -> tuple[np.ndarray, np.ndarray]:
        """The tangent's ends, as far in from the chart's edges as a label needs."""
        return self.frame.clipped(self.sides[0], self.sides[4], -0.07)

    @cached_property
    def has_lens(self) -> np.ndarray:
        small = np.abs(self.update) < SMALL * self.frame.width
        # A drop below this is no longer a number that could be magnified.
        return self.on_chart & small & (np.abs(self.slope * self.update) > 1e-250)

    def _where(self, shown: np.ndarray, *points: np.ndarray) -> np.ndarray:
        """Points (f, 2) side by side, nan in the rows that do not show them."""
        return np.where(shown[:, None, None], np.stack(points, axis=1), np.nan)

    def point(self) -> np.ndarray:
        return self._where(self.on_chart, self.start)

    def tangent(self) -> np.ndarray:
        return np.stack([self.sides[0], self.sides[4]], axis=1)

    def triangle(self) -> np.ndarray:
        gap = np.full_like(self.start, np.nan)
        return np.stack([self.sides[1], self.sides[5], gap, self.sides[2], self.sides[6]], axis=1)

    def drop(self) -> np.ndarray:
        return np.stack([self.sides[3], self.sides[7]], axis=1)

    def slope_label(self, shown: np.ndarray, end: int) -> np.ndarray:
        """At the tangent's lower end: its left one where the curve rises, or its right one."""
        return self._where(shown, self.inner_tangent[end])

    @cached_property
    def is_long(self) -> np.ndarray:
        return np.abs(self.update) > 0.15 * self.frame.width

    def update_label(self, kind: np.ndarray) -> np.ndarray:
        """Over the middle of ΔW; of a short one over its end, clear of the point."""
        start, end = self.sides[1], self.sides[5]
        shown = kind & self.on_chart & ~self.has_lens
        return self._where(shown, np.where(self.is_long[:, None], (start + end) / 2, end))

    def arrival(self, kind: np.ndarray) -> np.ndarray:
        arrives = self.frame.shows(self.end[:, 0])
        return self._where(self.on_chart & ~self.has_lens & arrives & kind, self.end)

    def gone_left(self) -> np.ndarray:
        return self._gone(self.weight < self.frame.low, self.frame.low)

    def gone_right(self) -> np.ndarray:
        return self._gone(self.weight > self.frame.high, self.frame.high)

    def _gone(self, there: np.ndarray, edge: float) -> np.ndarray:
        """At the edge over which the point has gone."""
        height = self.frame.bottom + 0.4 * self.frame.height
        inside = edge + math.copysign(0.02 * self.frame.width, (self.frame.low + self.frame.high) / 2 - edge)
        return np.where(there[:, None, None], np.array([inside, height]), np.nan)

    def legs(self) -> list[list[Leg]]:
        """The slide along the tangent and on to the curve; a landing off the chart is out of sight."""
        frame = self.frame
        exits = np.where(self.on_chart[:, None], frame.clipped(self.start, self.landing, OUTSIDE)[1], np.nan)
        along, landing, end = (
            frame.rounded(points).tolist()
            for points in (exits, frame.held(self.landing), frame.held(self.end))
        )
        # A landing out of sight is left at once, straight to where the way to the curve begins.
        return [
            [(*c, 1.0)] if a[0] != a[0] else [(*a, ALONG), *([] if a == b else [(*b, 0.0)]), (*c, 1 - ALONG)]
            for a, b, c in zip(along, landing, end, strict=True)
        ]

    # The lens shows the step alone, its triangle always of the same size.

    @cached_property
    def lens_scale(self) -> np.ndarray:
        """From a difference of weights to a share of the lens."""
        with np.errstate(divide="ignore", over="ignore"):
            return 0.44 / np.abs(self.update)

    def _in_lens(self, *offsets: tuple[ArrayLike, ArrayLike]) -> np.ndarray:
        with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
            upward = 0.36 / np.abs(self.slope * self.update)
            x, y = 0.5 + np.copysign(0.22, self.update), np.where(self.slope * self.update > 0, 0.62, 0.32)
            points = [points_of(x + dw * self.lens_scale, y + de * upward) for dw, de in offsets]
        return self._where(self.has_lens, *points)

    def _lens_ways(self, count: int) -> np.ndarray:
        """Offsets of weights from the left edge of the lens to the right, (count, f)."""
        x = 0.5 + np.copysign(0.22, self.update)
        with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
            return (np.linspace(0.04, 0.96, count)[:, None] - x) / self.lens_scale

    def lens_paper(self) -> np.ndarray:
        box = np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)], dtype=float)
        return np.where(self.has_lens[:, None, None], box, np.nan)

    def lens_curve(self) -> np.ndarray:
        ways = np.where(self.has_lens, self._lens_ways(65), 0)
        # Where it is steep little of its way is seen, and that is drawn as finely.
        seen = _between_words(self._curve_in_lens(ways)[..., 1].T)
        low, high = np.where(seen, ways, np.inf).min(axis=0), np.where(seen, ways, -np.inf).max(axis=0)
        low, high = (np.where(np.isfinite(end), end, 0) for end in (low, high))
        points = self._curve_in_lens(np.linspace(low, high, 17))
        return np.where(_between_words(points[..., 1:]), points, np.nan)

    def _curve_in_lens(self, ways: np.ndarray) -> np.ndarray:
        """The curve at offsets of weights, (count, f), as (f, count, 2)."""
        values = self.source.values((self.weight + ways).reshape(-1, 1)).reshape(ways.shape)
        # Closer than this the curve is its tangent, and a difference of losses mostly rounding.
        near = np.abs(self.update) < 1e-6 * self.frame.width
        return self._in_lens(*zip(ways, np.where(near, self.slope * ways, values - self.loss), strict=True))

    def lens_tangent(self) -> np.ndarray:
        return self._in_lens(*((way, self.slope * way) for way in self._lens_ways(2)))

    def lens_triangle(self) -> np.ndarray:
        return self._in_lens((0, 0), (-self.update, 0), (-self.update, -self.slope * self.update))

    def lens_drop(self) -> np.ndarray:
        ends = self._in_lens((-self.update, -self.slope * self.update), (-self.update, self.rise))
        return np.where(_between_words(ends[:, 1:, 1:]), ends, np.nan)

    def lens_labels(self) -> np.ndarray:
        """The places of the magnification, ΔW, the weight and the next weight: outside the triangle."""
        start, corner, landing = np.moveaxis(self.lens_triangle(), 1, 0)
        title = np.where(self.has_lens[:, None], (0.5, 0.06), np.nan)
        uphill, nothing = self.slope * self.update < 0, np.zeros_like(self.update)
        beside = np.where(uphill, -np.copysign(0.13, self.update), 0)
        over = points_of(nothing, np.where(uphill, -0.09, 0.08))
        below = points_of(beside, nothing - 0.1)
        return np.stack([title, (start + corner) / 2 + over, start - (0, 0.1), landing + below], axis=1)

    def lens_words(self, kind: np.ndarray) -> np.ndarray:
        return np.where((self.has_lens & kind)[:, None, None], np.array([0.5, 0.92]), np.nan)

    def words(self, shown: np.ndarray, line: int) -> np.ndarray:
        """What is told of a step, in lines at the top of the lens's place."""
        frame = self.frame
        left, right, _, top = frame.inset
        x = {"left": left, "center": (left + right) / 2, "right": right}[frame.side]
        place = (frame.low + x * frame.width, frame.bottom + (top - 0.05 - 0.09 * line) * frame.height)
        return np.where(shown[:, None, None], np.array(place), np.nan)


def _between_words(heights: np.ndarray) -> np.ndarray:
    """Whether something in the lens is between the words at its top and at its bottom."""
    return np.asarray((heights > 0.1) & (heights < 0.87))


def last_on_chart(frame: View, path: Path) -> int:
    """The last step on the chart: of a run that leaves it for good, or else the last of all.

    Of one that was never on it, as a pole is higher than the chart, the first.
    """
    return int(np.flatnonzero(frame.holds(points_of(path.weights[:, 0], path.losses))).max(initial=0))


def along_the_curve(loss: FormulaLoss, frame: View, path: Path, step: int, after: int) -> list[Leg]:
    """The way through the points of several steps, along the curve, at an even pace."""
    weights = path.weights[step : after + 1, 0]
    travelled = np.concatenate([[0.0], np.cumsum(np.abs(np.diff(weights)))])
    count = int(np.clip(np.ceil(travelled[-1] / (frame.width / 40)), 1, WAYPOINTS))
    way = np.interp(np.linspace(0, travelled[-1], count + 1)[1:], travelled, weights)
    points = frame.rounded(frame.held(points_of(way, loss.values(way[:, None]))))
    return [(x, y, round(1 / count, 4)) for x, y in points.tolist()]
