"""The landscape E(W₁, W₂) from above, and on it a run: its point, its trail, −∇E and the step."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, cast

import contourpy
import numpy as np
import plotly.graph_objects as go

from gdviz.critical_points import CriticalPoint, critical_points, minima
from gdviz.descent import Path
from gdviz.figures import ink as inks
from gdviz.figures.ink import line, mark, words
from gdviz.figures.plane import Plane
from gdviz.figures.scene import ALONG, WAYPOINTS, Leg, Scene, Track
from gdviz.losses import FormulaLoss
from gdviz.numbers import number
from gdviz.texts import Texts

CHART = "landscape"
HEIGHT = 430
MANY = 60  # of more level points only the minima have a mark, and a smaller one
SAMPLES = 101  # along each axis
# The levels split the chart's area like this: close together where it is steep, and a few in the valleys.
SHARES = (0.015, 0.05, 0.11, 0.19, 0.29, 0.4, 0.52, 0.64, 0.76, 0.87, 0.95)
LABEL = 0.34  # about how much of the chart's width a part's label takes
ARROW = 0.2  # the arrow's length, as a share of the chart's shorter side

# The traces in the order in which they are drawn, the last on top.
MINIMA, SADDLES, MAXIMA, LEVEL_WORDS, TRAIL, STEP, PARTS, ARROW_LINE, LAST, GONE, POINT = range(11)
ACROSS_LEFT, ACROSS_RIGHT, ACROSS_ABOVE, ACROSS_BELOW, UP_ABOVE, UP_BELOW = range(11, 17)
FELL_WORDS, ROSE_WORDS, GONE_WORDS, LAST_WORDS = range(17, 21)


class Ground(NamedTuple):
    """Heights (m, m) over a grid of places, (m,) along each axis: a row for each of the second axis."""

    x: np.ndarray
    y: np.ndarray
    values: np.ndarray


def view(loss: FormulaLoss) -> Plane:
    (low, high), (bottom, top) = loss.domain
    return Plane(low, high, bottom, top)


@lru_cache(maxsize=64)
def levels(loss: FormulaLoss) -> tuple[float, ...]:
    """The levels of a loss's contour lines."""
    return levels_of(samples(loss))


def levels_of(ground: Ground) -> tuple[float, ...]:
    """Levels for contour lines, lowest first: round numbers."""
    values = ground.values[np.isfinite(ground.values)]
    heights = np.quantile(values, SHARES)
    heights = heights[heights > values.min()]
    units = 10 ** np.floor(np.log10(heights - values.min())) / 2
    said = np.unique(np.round(np.round(heights / units) * units, 12))
    return tuple(said[(said > values.min()) & (said < values.max())].tolist())


@lru_cache(maxsize=64)
def samples(loss: FormulaLoss) -> Ground:
    """E all over the domain."""
    return ground_of(loss.values, loss.domain, SAMPLES)


def ground_of(
    values: Callable[[np.ndarray], np.ndarray], domain: Sequence[tuple[float, float]], count: int
) -> Ground:
    """A function's values, (m, 2) → (m,), over a grid of so many places along each axis; nan for none."""
    x, y = (np.linspace(*bounds, count) for bounds in domain)
    points = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    heights = values(points).reshape(count, count)
    return Ground(x, y, np.where(np.isfinite(heights), heights, np.nan))


def lowest(loss: FormulaLoss) -> float:
    """The height of the lowest ground."""
    return min([float(np.nanmin(samples(loss).values)), *(p.loss for p in minima(loss))])


def bands(ground: Ground) -> list[list[np.ndarray]]:
    """The regions between neighbouring levels, lowest first: each the rings of its borders, (m, 2)."""
    generator = contourpy.contour_generator(*ground, fill_type=contourpy.FillType.OuterOffset)
    edges = [-np.inf, *levels_of(ground), np.inf]
    found: list[list[np.ndarray]] = []
    for lower, upper in pairwise(edges):
        rings, offsets, *_ = cast(tuple[list[np.ndarray], list[np.ndarray]], generator.filled(lower, upper))
        found.append(
            [ring[i:j] for ring, offset in zip(rings, offsets, strict=True) for i, j in pairwise(offset)]
        )
    return found


def _path(rings: list[np.ndarray], frame: Plane) -> str:
    """Rings as an SVG path in the chart's own coordinates."""
    parts = [" L".join(f"{x:g},{y:g}" for x, y in frame.rounded(ring).tolist()) for ring in rings]
    return " ".join(f"M{part} Z" for part in parts)


def _level_marks(loss: FormulaLoss) -> list[tuple[float, float, float]]:
    """One place (W₁, W₂) on each contour line to write its level at: the farthest from those before."""
    frame = view(loss)
    low, high = frame.box(-0.06)
    size = np.array([frame.width, frame.height])
    generator = contourpy.contour_generator(*samples(loss), line_type=contourpy.LineType.Separate)
    # Among very many marks no place is clear of them.
    taken = [np.array(point.weights) / size for point in marked(loss)[: 2 * MANY]]
    marks = []
    for level in levels(loss):
        points = np.concatenate([np.empty((0, 2)), *generator.lines(level)])
        points = points[((points > low) & (points < high)).all(axis=1)]
        if not len(points):
            continue
        away = [np.linalg.norm(points / size - other, axis=1) for other in taken]
        # Not as far as can be, which would be the edge, but clear of the others.
        clear = np.min(away, axis=0) if away else np.zeros(len(points))
        place = points[np.argmin(np.abs(clear - 0.14))]
        taken.append(place / size)
        marks.append((float(place[0]), float(place[1]), level))
    return marks


def shading(ground: Ground, ink: inks.Ink) -> list[dict]:
    """The bands as shapes, each in its shade, with a line around it."""
    regions = bands(ground)
    frame = Plane(ground.x[0], ground.x[-1], ground.y[0], ground.y[-1])
    return [
        {
            "type": "path",
            "layer": "below",
            "path": _path(rings, frame),
            "fillcolor": ink.shade(i / max(len(regions) - 1, 1)),
            "line": {"color": ink.contour, "width": 1},
        }
        for i, rings in enumerate(regions)
        if rings
    ]


def ground(loss: FormulaLoss, ink: inks.Ink) -> tuple[dict[int, dict], dict]:
    """What stays whatever runs on it, as traces and a layout: shaded contours and level points."""
    frame = view(loss)

    def marks_of(kind: str, symbol: str, size: int) -> dict:
        found = [p for p in marked(loss) if p.kind == kind]
        marks = mark(symbol, ink.minimum, size, ink.paper)
        marks["marker"] |= {"size": sizes(found, size)}
        hover = [f"({', '.join(number(w) for w in p.weights)}), E = {number(p.loss)}" for p in found]
        x, y = [p.weights[0] for p in found], [p.weights[1] for p in found]
        return marks | {"x": x, "y": y, "text": hover, "hoverinfo": "text"}

    marks = _level_marks(loss)
    traces = {
        MINIMA: marks_of("minimum", "diamond", 11),
        SADDLES: marks_of("saddle", "x", 10),
        MAXIMA: marks_of("maximum", "triangle-up", 10),
        LEVEL_WORDS: words(ink.text, "middle center", inks.FONT_SIZE - 3)
        | {"x": [x for x, _, _ in marks], "y": [y for _, y, _ in marks]}
        | {"text": [number(level) for _, _, level in marks]},
    }
    layout = inks.layout(ink, HEIGHT) | {"shapes": shading(samples(loss), ink)}
    names = loss.names
    # The same scale on both axes: −∇E is then seen to cross the contour lines at right angles.
    square = {"scaleanchor": "x", "constrain": "domain", "showgrid": False}
    layout["xaxis"] |= {"range": [frame.low, frame.high], "title.text": names[0], "showgrid": False}
    layout["xaxis"] |= {"constrain": "domain"}
    layout["yaxis"] |= {"range": [frame.bottom, frame.top], "title.text": names[1]} | square
    return traces, layout


def marked(loss: FormulaLoss) -> list[CriticalPoint]:
    """The points that have a mark; of very many only the minima."""
    points = list(critical_points(loss).points)
    return points if sum(p.isolated for p in points) <= MANY else [p for p in points if p.is_minimum]


def sizes(points: Sequence[CriticalPoint], size: int) -> list[int]:
    """How large the marks of some points are: those of a line or an area are close together, and small."""
    size = size if sum(p.isolated for p in points) <= MANY else round(0.7 * size)
    return [size if point.isolated else size // 2 for point in points]


def key(points: Sequence[CriticalPoint], texts: Texts, exhaustive: bool) -> str:
    """What the marks of some points mean, and whether they are all that there are."""
    kinds = [kind for kind in ("minimum", "saddle", "maximum") if any(p.kind == kind for p in points)]
    marks = [texts(f"chart.{kind}_mark") for kind in kinds]
    if not all(p.isolated for p in points):
        marks.append(texts("chart.line_mark"))
    if not points:
        return texts("chart.no_marks" if exhaustive else "chart.no_marks_found")
    return texts("chart.marks" if exhaustive else "chart.marks_found", marks=" · ".join(marks))


@lru_cache(maxsize=64)
def stage(loss: FormulaLoss, texts: Texts, ink: inks.Ink) -> go.Figure:
    """The ground; the rest waits, empty, for a scene. The figure's ``meta`` is its key."""
    told, layout = ground(loss, ink)
    marks = key(marked(loss), texts, critical_points(loss).exhaustive)
    layout["meta"] = {"key": texts("chart.landscape_key", marks=marks)}
    told |= {
        TRAIL: mark("circle", ink.point, 7, ink.paper)
        | {"mode": "lines+markers", "line": {"color": ink.point, "width": 2}},
        STEP: line(ink.step, 5),
        PARTS: line(ink.tangent, 2, dash="dot"),
        ARROW_LINE: line(ink.tangent, 3),
        LAST: mark("circle-open", ink.rose, 24, ink.rose, 3),
        GONE: mark("square", ink.rose, 14, ink.paper),
        POINT: mark("circle", ink.point, 17, ink.text, 2),
        ACROSS_LEFT: words(ink.tangent, "middle left"),
        ACROSS_RIGHT: words(ink.tangent, "middle right"),
        ACROSS_ABOVE: words(ink.tangent, "top center"),
        ACROSS_BELOW: words(ink.tangent, "bottom center"),
        UP_ABOVE: words(ink.tangent, "top center"),
        UP_BELOW: words(ink.tangent, "bottom center"),
        FELL_WORDS: words(ink.fell, "middle right"),
        ROSE_WORDS: words(ink.rose, "middle right"),
        GONE_WORDS: words(ink.rose, "middle right"),
        LAST_WORDS: words(ink.rose, "middle right", inks.FONT_SIZE - 2),
    }
    return go.Figure(inks.traces(told), layout)


def scene(loss: FormulaLoss, path: Path, steps: list[int], texts: Texts) -> Scene:
    """The run from above, at rest at each of the shown ``steps`` and on the straight ways between them."""
    frame = view(loss)
    points, gradients = path.weights[steps], path.gradients[steps]
    inside = frame.holds(path.weights)
    here = inside[steps]
    nexts = np.append(path.weights[1:], [[np.nan, np.nan]], axis=0)[steps]
    rises = np.append(np.diff(path.losses), np.nan)[steps]
    last = int(np.flatnonzero(inside)[-1])
    ended = np.asarray(steps, dtype=int) > last

    lengths = np.sqrt((gradients**2).sum(axis=1, keepdims=True))
    reach = ARROW * min(frame.width, frame.height)
    with np.errstate(invalid="ignore", divide="ignore"):
        arrow = np.where(lengths > 0, -gradients / lengths * reach, np.nan)
    tip, corner = points + arrow, points + arrow * (1, 0)
    side = np.column_stack([-arrow[:, 1], arrow[:, 0]])
    barbs = [tip - 0.16 * arrow + sign * 0.07 * side for sign in (1, -1)]
    gap = np.full_like(points, np.nan)

    def shown(when: np.ndarray, *places: np.ndarray) -> np.ndarray:
        return np.where(when[:, None, None], np.stack(places, axis=1), np.nan)

    def track(trace: int, places: np.ndarray, *text: str) -> Track:
        return Track(trace, places, (frame.width, frame.height), list(text))

    def told(when: np.ndarray, row: int) -> np.ndarray:
        place = (frame.low + 0.02 * frame.width, frame.top - (0.05 + 0.07 * row) * frame.height)
        return np.where(when[:, None, None], np.array(place), np.nan)

    up, right = arrow[:, 1] >= 0, arrow[:, 0] >= 0
    # A label stands away from the point if the chart is wide enough there, or else across the arrow.
    room = np.where(right, frame.high - corner[:, 0], corner[:, 0] - frame.low) > LABEL * frame.width
    margin = LABEL / 2 * frame.width
    over = np.column_stack([np.clip(tip[:, 0], frame.low + margin, frame.high - margin), tip[:, 1]])
    across, along = (
        f"−∂E/∂{name} = {{{column}}}" for name, column in zip(loss.names, ("down", "down_2"), strict=True)
    )
    start, end = frame.clipped(points, nexts)
    edge = np.clip(points, *frame.box(-0.015))
    tracks = [
        replace(track(TRAIL, shown(here, points)), grows=True),
        track(STEP, shown(here, start, end)),
        track(PARTS, shown(here, points, corner, gap, corner, tip)),
        track(ARROW_LINE, shown(here, points, tip, gap, barbs[0], tip, barbs[1])),
        track(ACROSS_LEFT, shown(here & room & ~right, corner), across),
        track(ACROSS_RIGHT, shown(here & room & right, corner), across),
        track(ACROSS_ABOVE, shown(here & ~room & ~up, corner), across),
        track(ACROSS_BELOW, shown(here & ~room & up, corner), across),
        track(UP_ABOVE, shown(here & up, over), along),
        track(UP_BELOW, shown(here & ~up, over), along),
        track(LAST, shown(ended, np.broadcast_to(path.weights[last], points.shape))),
        track(GONE, shown(~here, edge)),
        track(POINT, shown(here, points)),
        track(FELL_WORDS, told(here & (rises < 0), 0), texts("chart.fell")),
        track(ROSE_WORDS, told(here & (rises > 0), 0), texts("chart.rose")),
        track(GONE_WORDS, told(~here, 1), texts("chart.gone")),
        track(LAST_WORDS, told(ended, 2), texts("chart.last", step=last)),
    ]
    ways = frame.rounded(frame.held(path.weights))
    legs = [_legs(ways[before : after + 1]) for before, after in pairwise(steps)]
    answers = [STEP, FELL_WORDS, ROSE_WORDS]
    return Scene(CHART, [POINT], tracks, legs=legs, grid=grid(frame), answers=answers)


def grid(frame: Plane) -> list[float]:
    """The steps at whose multiples a click chooses a start."""
    return [round(span / 200, 6) for span in (frame.width, frame.height)]


def _legs(ways: np.ndarray) -> list[Leg]:
    """Straight from point to point of a frame's steps, at an even pace."""
    if len(ways) == 2:
        # Seen from above, the way down from the tangent plane to the surface is no way at all.
        return [(*ways[1].tolist(), ALONG)]
    if len(ways) > WAYPOINTS:
        ways = ways[np.linspace(0, len(ways) - 1, WAYPOINTS).astype(int)]
    lengths = np.linalg.norm(np.diff(ways, axis=0), axis=1)
    shares = lengths / lengths.sum() if lengths.sum() else np.full(len(lengths), 1 / len(lengths))
    return [(x, y, round(share, 4)) for (x, y), share in zip(ways[1:].tolist(), shares.tolist(), strict=True)]
