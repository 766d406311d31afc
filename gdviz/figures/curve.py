"""The curve E(W), and on it a run: the point, its tangent, the step as a triangle, the trail."""

import math
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Literal

import numpy as np
import plotly.graph_objects as go
from numpy.typing import ArrayLike

from gdviz.critical_points import CriticalPoint, critical_points, minima, stretches
from gdviz.descent import Path
from gdviz.figures import ink as inks
from gdviz.figures.ink import line, mark, words
from gdviz.figures.plane import OUTSIDE, Plane, points_of
from gdviz.figures.scene import ALONG, WAYPOINTS, Leg, Scene, Track
from gdviz.losses import FormulaLoss
from gdviz.numbers import number
from gdviz.texts import Texts

CHART = "curve"
HEIGHT = 400
SAMPLES = 481
POLE = 4  # a curve is drawn this many times as high as its middle four fifths, no higher
SMALL = 0.04  # a step below this share of the axis is shown magnified, too
LENS = (0.46, 0.5)  # width and height of the magnified view, as shares of the chart
NAMED = 16  # of more minima than that there is no room for their places
HOVER = "W = %{x:.6~g}<br>E = %{y:.6~g}<extra></extra>"

# The traces in the order in which they are drawn, the last on top.
CURVE, MINIMA, MINIMA_WORDS, TRAIL, TANGENT, TRIANGLE, DROP = range(7)
UPDATE, UPDATE_LEFT, UPDATE_RIGHT, SLOPE_LEFT, SLOPE_RIGHT = range(7, 12)
FELL, ROSE, LAST, GONE_LEFT, GONE_RIGHT, POINT = range(12, 18)
FELL_WORDS, ROSE_WORDS, GONE_WORDS, LAST_WORDS = range(18, 22)
LENS_ANCHOR, LENS_PAPER, LENS_CURVE, LENS_TANGENT, LENS_TRIANGLE, LENS_DROP = range(22, 28)
LENS_TEXT, LENS_FELL, LENS_ROSE = range(28, 31)
TRACES = 31
# What shows where the next step leads: all of the triangle and of the magnified view.
ANSWERS = [TRIANGLE, DROP, UPDATE, UPDATE_LEFT, UPDATE_RIGHT, FELL, ROSE, FELL_WORDS, ROSE_WORDS]
ANSWERS += range(LENS_PAPER, TRACES)


@dataclass(frozen=True)
class View(Plane):
    """What the chart shows of the plane, and where there is room for the magnified view."""

    lens: tuple[float, float, float, float]  # left, right, bottom, top, as shares of the chart
    side: Literal["left", "center", "right"]  # where the lens, and what is told of a step, stands


@lru_cache(maxsize=64)
def view(loss: FormulaLoss) -> View:
    """The loss's domain, as high as its curve, with the lens in the emptiest place at the top."""
    (low, high) = loss.domain[0]
    weights, values = samples(loss)
    bottom, top = heights(values[np.isfinite(values)])
    bottom, top = bottom - 0.16 * (top - bottom), top + 0.06 * (top - bottom)
    values = np.nan_to_num(values, nan=bottom).clip(bottom, top)
    width, height = LENS
    shares = (weights - low) / (high - low)
    lefts = (0.02, 0.5 - width / 2, 0.98 - width)
    highest = [values[(shares >= left) & (shares <= left + width)].max() for left in lefts]
    place = int(np.argmin(highest))
    left = lefts[place]
    # The curve stays below the lens: where it would not, the axis gets more room above.
    top = max(top, bottom + (min(highest) - bottom) / (0.94 - height))
    lens = (left, left + width, 0.97 - height, 0.97)
    return View(low, high, float(bottom), float(top), lens, ("left", "center", "right")[place])


def heights(values: np.ndarray) -> tuple[float, float]:
    """From the lowest to the highest of losses, (m,); but a pole, however high, leaves room for the rest."""
    low, high = np.quantile(values, (0.1, 0.9))
    reach = POLE * (high - low)
    bottom, top = float(max(values.min(), low - reach)), float(min(values.max(), high + reach))
    return (bottom, top) if bottom < top else (bottom - 1, top + 1)


def samples(loss: FormulaLoss) -> tuple[np.ndarray, np.ndarray]:
    """The curve's points: W at round numbers, as a click on it chooses one; nan where E is not defined."""
    weights = np.round(np.linspace(*loss.domain[0], SAMPLES), 6)
    values = loss.values(weights[:, None])
    return weights, np.where(np.isfinite(values), values, np.nan)


def ground(loss: FormulaLoss, texts: Texts, ink: inks.Ink) -> tuple[dict[int, dict], dict]:
    """What stays whatever runs on it, as traces and a layout: the curve and its minima, on fixed axes."""
    frame, (weights, values) = view(loss), samples(loss)
    bottoms, floors = [p for p in minima(loss) if p.isolated], stretches(loss)
    labels = _names(loss, bottoms, texts)
    labels += [(sum(end.weight for end in ends) / 2, _floor_name(ends, texts)) for ends in floors]
    # A stretch of minima is drawn along its floor, the others alone.
    drawn = [end for ends in [*((p,) for p in bottoms), *floors] for end in (*ends, None)]
    traces = {
        CURVE: line(ink.curve, 4) | {"x": weights, "y": values} | {"hoverinfo": None, "hovertemplate": HOVER},
        MINIMA: mark("diamond", ink.minimum, 9, ink.paper)
        | {"mode": "lines+markers", "line": {"color": ink.minimum, "width": 7}}
        | {"x": [end and end.weight for end in drawn], "y": [end and end.loss for end in drawn]},
        MINIMA_WORDS: words(ink.minimum, "top center", size=inks.FONT_SIZE - 2)
        | {"x": [weight for weight, _ in labels], "text": [label for _, label in labels]}
        | {"y": [frame.bottom] * len(labels)},
    }
    layout = inks.layout(ink, HEIGHT)
    layout["xaxis"] |= {"range": [frame.low, frame.high], "title.text": texts("chart.weight")}
    layout["yaxis"] |= {"range": [frame.bottom, frame.top], "title.text": texts("chart.loss")}
    return traces, layout | {"hovermode": "x", "hoverdistance": -1}


def _names(loss: FormulaLoss, bottoms: list[CriticalPoint], texts: Texts) -> list[tuple[float, str]]:
    """Where each minimum is; if there is room, the lowest are named, and as lowest of all if they are."""
    heights = samples(loss)[1]
    lowest = min((p.loss for p in minima(loss)), default=0.0)
    near = 1e-9 * float(np.nanmax(heights) - np.nanmin(heights))
    is_lowest = critical_points(loss).exhaustive and float(np.nanmin(heights)) >= lowest - near
    key = "chart.minimum" if is_lowest else "chart.local_minimum"
    return [
        (p.weight, texts(key, w=number(p.weight, 4)))
        if p.loss <= lowest + near and len(bottoms) <= 3
        else (p.weight, number(p.weight, 3) * (len(bottoms) <= NAMED))
        for p in bottoms
    ]


def _floor_name(ends: tuple[CriticalPoint, CriticalPoint], texts: Texts) -> str:
    left, right = (number(end.weight, 4) for end in ends)
    return texts("chart.flat_minimum", low=left, high=right)


@lru_cache(maxsize=64)
def stage(loss: FormulaLoss, texts: Texts, ink: inks.Ink) -> go.Figure:
    """The ground; the rest waits, empty, for a scene."""
    frame = view(loss)
    told, layout = ground(loss, texts, ink)
    lens = {"xaxis": "x2", "yaxis": "y2"}
    small = inks.FONT_SIZE - 2
    beside = {"left": "middle right", "center": "middle center", "right": "middle left"}[frame.side]
    told |= {
        TRAIL: mark("circle", ink.trail, 9, ink.paper),
        TANGENT: line(ink.tangent, 3),
        TRIANGLE: line(ink.step, 3),
        DROP: line(ink.step, 2, dash="dot"),
        UPDATE: words(ink.step, "top center"),
        UPDATE_LEFT: words(ink.step, "top left"),
        UPDATE_RIGHT: words(ink.step, "top right"),
        SLOPE_LEFT: words(ink.tangent, "bottom right"),
        SLOPE_RIGHT: words(ink.tangent, "bottom left"),
        FELL: mark("triangle-down", ink.fell, 15, ink.paper),
        ROSE: mark("triangle-up", ink.rose, 15, ink.paper),
        LAST: mark("circle-open", ink.rose, 24, ink.rose, 3),
        GONE_LEFT: mark("triangle-left", ink.rose, 20, ink.rose, 3),
        GONE_RIGHT: mark("triangle-right", ink.rose, 20, ink.rose, 3),
        POINT: mark("circle", ink.point, 17, ink.text, 2),
        FELL_WORDS: words(ink.fell, beside),
        ROSE_WORDS: words(ink.rose, beside),
        GONE_WORDS: words(ink.rose, beside),
        LAST_WORDS: words(ink.rose, beside, size=small),
        LENS_ANCHOR: lens | {"x": [0, 1], "y": [0, 1], "mode": "markers", "opacity": 0},
        LENS_PAPER: lens | line(ink.curve, 1) | {"fill": "toself", "fillcolor": ink.paper},
        LENS_CURVE: lens | line(ink.curve, 4),
        LENS_TANGENT: lens | line(ink.tangent, 3),
        LENS_TRIANGLE: lens | line(ink.step, 3),
        LENS_DROP: lens | line(ink.step, 2, dash="dot"),
        LENS_TEXT: lens | words(ink.text, "middle center", size=small),
        LENS_FELL: lens | words(ink.fell, "middle center"),
        LENS_ROSE: lens | words(ink.rose, "middle center"),
    }
    left, right, low, high = frame.lens
    hidden = {"range": [0, 1], "visible": False, "fixedrange": True}
    layout["xaxis2"] = hidden | {"domain": [left, right], "anchor": "y2"}
    layout["yaxis2"] = hidden | {"domain": [low, high], "anchor": "x2"}
    return go.Figure(inks.traces(told), layout)


def scene(
    loss: FormulaLoss, path: Path, steps: list[int], texts: Texts, whole_tangent: bool = False
) -> Scene:
    """The run on the curve, at rest at each of the shown ``steps`` and on the way between them.

    A tangent is somewhat longer than its step, unless it is drawn whole, which does not tell the step.
    """
    frame = view(loss)
    moves = _Moves.of(loss, frame, path, steps, whole_tangent)
    update, slope, gone, fell, rose = (
        texts(f"chart.{key}") for key in ("update", "slope", "gone", "fell", "rose")
    )
    last = _last_on_chart(frame, path)
    ended = np.array(steps) > last
    ring = texts("chart.last", step=last)

    def track(trace: int, points: np.ndarray, *text: str) -> Track:
        spans = (1.0, 1.0) if trace >= LENS_PAPER else (frame.width, frame.height)
        return Track(trace, points, spans, list(text))

    shown = moves._where(moves.on_chart, moves.start)
    tracks = [
        replace(track(TRAIL, shown), grows=True),
        track(TANGENT, moves.tangent()),
        track(TRIANGLE, moves.triangle()),
        track(DROP, moves.drop()),
        track(UPDATE, moves.update_label(moves.is_long), update),
        track(UPDATE_LEFT, moves.update_label(~moves.is_long & (moves.update > 0)), update),
        track(UPDATE_RIGHT, moves.update_label(~moves.is_long & (moves.update < 0)), update),
        track(SLOPE_LEFT, moves.slope_label(moves.slope > 0, end=0), slope),
        track(SLOPE_RIGHT, moves.slope_label(moves.slope <= 0, end=1), slope),
        track(FELL, moves.arrival(moves.rise < 0)),
        track(ROSE, moves.arrival(moves.rise > 0)),
        track(LAST, np.where(ended[:, None, None], (path.weights[last, 0], path.losses[last]), np.nan)),
        track(GONE_LEFT, moves.gone(moves.weight < frame.low, frame.low)),
        track(GONE_RIGHT, moves.gone(moves.weight > frame.high, frame.high)),
        track(POINT, shown),
        track(LENS_PAPER, moves.lens_paper()),
        track(LENS_CURVE, moves.lens_curve()),
        track(LENS_TANGENT, moves.lens_tangent()),
        track(LENS_TRIANGLE, moves.lens_triangle()),
        track(LENS_DROP, moves.lens_drop()),
        track(LENS_TEXT, moves.lens_labels(), texts("chart.magnified"), update, "{W}", "{W'}"),
        track(FELL_WORDS, moves.words(~moves.has_lens & (moves.rise < 0), line=0), fell),
        track(ROSE_WORDS, moves.words(~moves.has_lens & (moves.rise > 0), line=0), rose),
        track(LENS_FELL, moves.lens_words(moves.rise < 0), fell),
        track(LENS_ROSE, moves.lens_words(moves.rise > 0), rose),
        track(GONE_WORDS, moves.words(~moves.on_chart, line=1), gone),
        track(LAST_WORDS, moves.words(ended, line=2), ring),
    ]
    slides = moves.legs()
    legs = [
        slides[i] if after == step + 1 else _along_the_curve(loss, frame, path, step, after)
        for i, (step, after) in enumerate(pairwise(steps))
    ]
    return Scene(CHART, [POINT], tracks, legs=legs, keep=[LENS_ANCHOR], clickable=True, answers=ANSWERS)


def magnifications(loss: FormulaLoss, path: Path, steps: list[int]) -> dict[int, float]:
    """How many times the lens magnifies at each shown step that has one."""
    frame = view(loss)
    moves = _Moves.of(loss, frame, path, steps)
    times = moves.lens_scale * frame.width * (frame.lens[1] - frame.lens[0])
    return {step: float(times[i]) for i, step in enumerate(steps) if moves.has_lens[i]}


def _last_on_chart(frame: View, path: Path) -> int:
    """The last step on the chart: of a run that leaves it for good, or else the last of all.

    Of one that was never on it, as a pole is higher than the chart, the first.
    """
    return int(np.flatnonzero(frame.holds(points_of(path.weights[:, 0], path.losses))).max(initial=0))


def _along_the_curve(loss: FormulaLoss, frame: View, path: Path, step: int, after: int) -> list[Leg]:
    """The way through the points of several steps, along the curve, at an even pace."""
    weights = path.weights[step : after + 1, 0]
    travelled = np.concatenate([[0.0], np.cumsum(np.abs(np.diff(weights)))])
    count = int(np.clip(np.ceil(travelled[-1] / (frame.width / 40)), 1, WAYPOINTS))
    way = np.interp(np.linspace(0, travelled[-1], count + 1)[1:], travelled, weights)
    points = frame.rounded(frame.held(points_of(way, loss.values(way[:, None]))))
    return [(x, y, round(1 / count, 4)) for x, y in points.tolist()]


@dataclass(frozen=True)
class _Moves:
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
    ) -> "_Moves":
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

    def gone(self, there: np.ndarray, edge: float) -> np.ndarray:
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
            x = 0.5 + np.copysign(0.22, self.update)
            points = [points_of(x + dw * self.lens_scale, 0.62 + de * upward) for dw, de in offsets]
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
        ways = np.where(self.has_lens, self._lens_ways(9), 0)
        values = self.source.values((self.weight + ways).reshape(-1, 1)).reshape(ways.shape)
        # Closer than this the curve is its tangent, and a difference of losses mostly rounding.
        near = np.abs(self.update) < 1e-6 * self.frame.width
        points = self._in_lens(*zip(ways, np.where(near, self.slope * ways, values - self.loss), strict=True))
        inside = (points[..., 1:] > 0.02) & (points[..., 1:] < 0.98)
        return np.where(inside, points, np.nan)

    def lens_tangent(self) -> np.ndarray:
        return self._in_lens(*((way, self.slope * way) for way in self._lens_ways(2)))

    def lens_triangle(self) -> np.ndarray:
        return self._in_lens((0, 0), (-self.update, 0), (-self.update, -self.slope * self.update))

    def lens_drop(self) -> np.ndarray:
        ends = self._in_lens((-self.update, -self.slope * self.update), (-self.update, self.rise))
        return np.where((ends[:, 1:, 1:] > 0) & (ends[:, 1:, 1:] < 1), ends, np.nan)

    def lens_labels(self) -> np.ndarray:
        """The places of the magnification, ΔW, the weight and the next weight."""
        start, corner, landing = np.moveaxis(self.lens_triangle(), 1, 0)
        title = np.where(self.has_lens[:, None], (0.5, 0.06), np.nan)
        return np.stack(
            [title, (start + corner) / 2 + (0, 0.08), start - (0, 0.1), landing - (0, 0.1)], axis=1
        )

    def lens_words(self, kind: np.ndarray) -> np.ndarray:
        return np.where((self.has_lens & kind)[:, None, None], np.array([0.5, 0.92]), np.nan)

    def words(self, told: np.ndarray, line: int) -> np.ndarray:
        """What is told of a step, in lines at the top of the lens's place."""
        frame = self.frame
        left, right, _, top = frame.lens
        x = {"left": left, "center": (left + right) / 2, "right": right}[frame.side]
        place = (frame.low + x * frame.width, frame.bottom + (top - 0.05 - 0.08 * line) * frame.height)
        return np.where(told[:, None, None], np.array(place), np.nan)
