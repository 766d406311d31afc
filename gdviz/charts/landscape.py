"""The landscape E(W₁, W₂) from above, and on it a run: its point, its trail, −∇E and the step.

The ground and the run are the traces of one figure and share their numbers; so the file is a little long.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import numpy as np
import plotly.graph_objects as go

from gdviz.charts import theme as themes
from gdviz.charts.animation import Animation, Keyframes
from gdviz.charts.chart import Chart, Run
from gdviz.charts.contours import Contours, Ground, contours_of, ground_of, in_words, shading
from gdviz.charts.landscape_steps import Moves
from gdviz.charts.plane import Plane
from gdviz.charts.theme import line, mark, words
from gdviz.charts.zoom import ZOOMS, Zooms, doublings, needed, short
from gdviz.core.critical_points import CriticalPoint, critical_points, minima
from gdviz.core.descent import Path
from gdviz.core.loss import FormulaLoss
from gdviz.core.numbers import number, point, relation
from gdviz.link.settings import Settings
from gdviz.texts import Texts

ID = "landscape"
HEIGHT = 430
MANY = 60  # of more level points only the minima have a mark, and a smaller one
SAMPLES = 101  # along each axis
LOW = 0.11  # the share of the ground that is low
SAID = (0.5, 0.2)  # the corner in which it is said that a run has left, as shares of width and height
CLEAR = 0.08  # how far a level is from another, at least, as a share of the chart's longer side

# The traces in the order in which they are drawn, the last on top.
MINIMA, SADDLES, MAXIMA, LEVEL_WORDS, TRAIL, STEP, PARTS, ARROW_LINE, LAST, GONE, POINT = range(11)
ACROSS_LEFT, ACROSS_RIGHT, ACROSS_ABOVE, ACROSS_BELOW, UP_ABOVE, UP_BELOW = range(11, 17)
FELL_WORDS, ROSE_WORDS, GONE_WORDS, LAST_WORDS, WIDER_WORDS = range(17, 22)


def view(loss: FormulaLoss) -> Plane:
    (low, high), (bottom, top) = loss.domain
    return Plane(low, high, bottom, top)


@lru_cache(maxsize=64)
def contours(loss: FormulaLoss, spacing: str = "auto") -> Contours:
    """A loss's contour lines."""
    return contours_of(loss.values, loss.domain, spacing)


@lru_cache(maxsize=64)
def samples(loss: FormulaLoss) -> Ground:
    """E all over the domain."""
    return ground_of(loss.values, loss.domain, SAMPLES)


def lowest(loss: FormulaLoss) -> float:
    """The height of the lowest ground."""
    return min([float(np.nanmin(samples(loss).values)), *(p.loss for p in minima(loss))])


@lru_cache(maxsize=64)
def low_ground(loss: FormulaLoss) -> float:
    """The height up to which the lowest of the ground reaches, a small share of it."""
    return float(np.nanquantile(samples(loss).values, LOW))


@lru_cache(maxsize=64)
def _level_marks(loss: FormulaLoss, spacing: str) -> list[tuple[float, float, float]]:
    """One place (W₁, W₂) on each contour line, where there is one, to write its level at clear of others."""
    frame, lines = view(loss), contours(loss, spacing)
    low, high = frame.box(-0.06)
    size = max(frame.width, frame.height)
    corner = np.array([frame.low + SAID[0] * frame.width, frame.top - SAID[1] * frame.height])
    # Among very many marks no place is clear of them.
    taken = [np.array(point.weights) / size for point in marked(loss)[: 2 * MANY]]
    marks = []
    for level in lines.levels:
        points = np.concatenate([np.empty((0, 2)), *lines.lines(level)])
        points = points[((points > low) & (points < high)).all(axis=1)]
        points = points[(points[:, 0] > corner[0]) | (points[:, 1] < corner[1])]
        away = [np.linalg.norm(points / size - other, axis=1) for other in taken]
        clear = np.min([np.ones(len(points)), *away], axis=0)
        points, clear = points[clear > CLEAR], clear[clear > CLEAR]
        if not len(points):
            continue
        # Not as far as can be, which would be the edge.
        place = points[np.argmin(np.abs(clear - 2 * CLEAR))]
        taken.append(place / size)
        marks.append((float(place[0]), float(place[1]), level))
    return marks


def ground(loss: FormulaLoss, theme: themes.Theme, spacing: str = "auto") -> tuple[dict[int, dict], dict]:
    """What stays whatever runs on it, as traces and a layout: shaded contours and level points."""
    frame = view(loss)

    def marks_of(kind: str, symbol: str, size: int) -> dict:
        found = [p for p in marked(loss) if p.kind == kind]
        marks = mark(symbol, theme.minimum, size, theme.paper)
        marks["marker"] |= {"size": sizes(found, size)}
        hover = [f"{point(loss.names, p.weights)}, E {relation(p.loss)} {number(p.loss)}" for p in found]
        x, y = [p.weights[0] for p in found], [p.weights[1] for p in found]
        return marks | {"x": x, "y": y, "text": hover, "hoverinfo": "text"}

    lines = contours(loss, spacing)
    marks = _level_marks(loss, spacing)
    traces = {
        MINIMA: marks_of("minimum", "diamond", 11),
        SADDLES: marks_of("saddle", "x", 10),
        MAXIMA: marks_of("maximum", "triangle-up", 10),
        LEVEL_WORDS: words(theme.text, "middle center", themes.FONT_SIZE - 3)
        | {"x": [x for x, _, _ in marks], "y": [y for _, y, _ in marks]}
        | {"text": [number(level) for _, _, level in marks]},
    }
    layout = themes.layout(theme, HEIGHT, themes.label_length(frame.bottom, frame.top)) | {
        "shapes": shading(lines, theme)
    }
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
    return [size if p.isolated else size // 2 for p in points]


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
def base_figure(loss: FormulaLoss, texts: Texts, theme: themes.Theme, spacing: str = "auto") -> go.Figure:
    """The ground; the rest waits, empty, for a scene. The figure's ``meta`` is its key."""
    traces, layout = ground(loss, theme, spacing)
    marks = key(marked(loss), texts, critical_points(loss).exhaustive)
    levels = in_words(contours(loss, spacing).levels, texts)
    layout["meta"] = {"key": texts("chart.landscape_key", marks=marks, levels=levels)}
    layout["margin"]["t"] = 2 * theme.large * themes.FONT_SIZE  # what a step does is said above the chart
    frame = view(loss)
    # Plotly lets a text reach over the edge only if one did when the axes were drawn.
    above = {"x": [frame.low], "y": [frame.top], "text": [" "]}
    traces |= {
        TRAIL: mark("circle", theme.point, 7, theme.paper)
        | {"mode": "lines+markers", "line": {"color": theme.point, "width": 2}},
        STEP: line(theme.step, 5),
        PARTS: line(theme.tangent, 2, dash="dot"),
        ARROW_LINE: line(theme.tangent, 3),
        LAST: mark("circle-open", theme.rose, 24, theme.rose, 3),
        GONE: mark("square", theme.rose, 14, theme.paper),
        POINT: mark("circle", theme.point, 17, theme.text, 2),
        ACROSS_LEFT: words(theme.tangent, "middle left"),
        ACROSS_RIGHT: words(theme.tangent, "middle right"),
        ACROSS_ABOVE: words(theme.tangent, "top center"),
        ACROSS_BELOW: words(theme.tangent, "bottom center"),
        UP_ABOVE: words(theme.tangent, "top center"),
        UP_BELOW: words(theme.tangent, "bottom center"),
        FELL_WORDS: words(theme.fell, "top right") | above,
        ROSE_WORDS: words(theme.rose, "top right") | above,
        GONE_WORDS: words(theme.rose, "middle right"),
        LAST_WORDS: words(theme.rose, "middle right", themes.FONT_SIZE - 2),
        WIDER_WORDS: words(theme.text, "middle right", themes.FONT_SIZE - 2),
    }
    return themes.figure(traces, layout)


def animation(
    loss: FormulaLoss,
    path: Path,
    steps: list[int],
    texts: Texts,
    spacing: str = "auto",
    hides_next: bool = False,
    widest: int = 0,
) -> Animation:
    """The run from above, at rest at each of the shown ``steps`` and on the straight ways between them.

    Steps that leave the chart are seen in wider views, each doubled at most ``widest`` times; where the next
    point is asked for, ``hides_next``, the view does not tell it. ``spacing`` is that of the contour lines.
    """
    frame = view(loss)
    seen = zooms(loss, path, tuple(steps), hides_next, widest)
    is_far = doublings(frame, path.weights) > widest
    last = int(np.flatnonzero(~is_far)[-1])
    gone, ended = is_far[steps], np.asarray(steps, dtype=int) > last
    ring = np.where(ended[:, None, None], path.weights[last], np.nan)
    across, along = (
        f"−∂E/∂{name} {{is_slope{end}}} {{down{end}}}"
        for name, end in zip(loss.names, ("", "_2"), strict=True)
    )

    def keyframes(trace: int, make: Callable[[Moves], np.ndarray], *text: str) -> Keyframes:
        def drawn(moves: Moves) -> np.ndarray:
            points = make(moves)
            # In a wider view fewer digits can be drawn.
            return points if moves.frame == frame else moves.frame.rounded(points)

        return Keyframes(trace, seen.points(drawn), (frame.width, frame.height), list(text))

    def word(trace: int, when: np.ndarray, row: int, text: str) -> Keyframes:
        return keyframes(trace, lambda moves: moves.words(when, row), text)

    # In a wider view they would stand on one another.
    levels = np.array([(x, y) for x, y, _ in _level_marks(loss, spacing)]).reshape(-1, 2)
    levels = np.where(seen.zooms[:, None, None] > 0, np.nan, levels)
    rise = seen.moves[min(seen.moves)].rise
    all_keyframes = [
        keyframes(LEVEL_WORDS, lambda moves: levels),
        replace(keyframes(TRAIL, Moves.point), grows=True),
        keyframes(STEP, Moves.step),
        keyframes(PARTS, Moves.parts),
        keyframes(ARROW_LINE, Moves.arrow_line),
        keyframes(ACROSS_LEFT, lambda moves: moves.across_label(room=True, is_after=False), across),
        keyframes(ACROSS_RIGHT, lambda moves: moves.across_label(room=True, is_after=True), across),
        keyframes(ACROSS_ABOVE, lambda moves: moves.across_label(room=False, is_after=True), across),
        keyframes(ACROSS_BELOW, lambda moves: moves.across_label(room=False, is_after=False), across),
        keyframes(UP_ABOVE, lambda moves: moves.up_label(is_up=True), along),
        keyframes(UP_BELOW, lambda moves: moves.up_label(is_up=False), along),
        keyframes(LAST, lambda moves: ring),
        keyframes(GONE, Moves.gone),
        keyframes(POINT, Moves.point),
        word(FELL_WORDS, ~gone & (rise < 0), 0, texts("chart.fell")),
        word(ROSE_WORDS, ~gone & (rise > 0), 0, texts("chart.rose")),
        word(GONE_WORDS, gone, 1, texts("chart.gone")),
        word(LAST_WORDS, ended, 2, texts("chart.last", step=last)),
        word(WIDER_WORDS, ~gone & (seen.zooms > 0), 1, texts("chart.wider")),
    ]
    legs = [
        seen.moves[zoom].legs(path, before, after)
        for zoom, (before, after) in zip(seen.zooms.tolist(), pairwise(steps), strict=False)
    ]
    return Animation(
        ID,
        [POINT],
        all_keyframes,
        legs=legs,
        grid=grid(frame),
        answers=[STEP, FELL_WORDS, ROSE_WORDS],
        asides=[*range(ACROSS_LEFT, UP_BELOW + 1), GONE_WORDS, WIDER_WORDS, LAST_WORDS],
        yields=[LEVEL_WORDS],
        axes=seen.axes,
    )


@lru_cache(maxsize=16)  # the chart and its words ask of the same run
def zooms(
    loss: FormulaLoss, path: Path, steps: tuple[int, ...], hides_next: bool, widest: int = ZOOMS
) -> Zooms[Moves]:
    """The views in which each of the shown steps is seen, and where it leads unless that is hidden."""
    frame, shown = view(loss), np.array(steps)
    ends = shown if hides_next else np.minimum(shown + 1, path.steps)
    times, _ = needed(frame, path, shown, ends, widest)
    used = sorted({*times.tolist()})
    return Zooms(times, {zoom: Moves.of(_wider(frame, zoom), path, list(steps)) for zoom in used})


def _wider(frame: Plane, zoom: int) -> Plane:
    """The chart doubled about its middle so often."""
    low, high = frame.box((2**zoom - 1) / 2)
    return Plane(*(short(end) for ends in zip(low, high, strict=True) for end in ends)) if zoom else frame


def grid(frame: Plane) -> list[float]:
    """The steps at whose multiples a click chooses a start."""
    return [round(span / 200, 6) for span in (frame.width, frame.height)]


def _columns(run: Run) -> dict[str, dict[int, str]]:
    path, steps = run.result[0], run.steps
    down = {
        f"down{end}": {step: number(-float(path.gradients[step, i])) for step in steps}
        for i, end in enumerate(("", "_2"))
    }
    seen = zooms(run.settings.loss_function, path, tuple(steps), run.settings.predicts)
    return down | {"wider": seen.wider(steps)}


def alt(chart: str, settings: Settings, texts: Texts) -> str:
    """What a landscape shows, in words: its weights and how far it reaches."""
    (x, y), (across, up) = settings.loss_function.names, settings.loss_function.domain
    (left, right), (low, high) = map(number, across), map(number, up)
    return texts(f"chart.{chart}_alt", x=x, y=y, left=left, right=right, low=low, high=high)


CHART = Chart(
    ID,
    lambda settings, texts, theme: base_figure(settings.loss_function, texts, theme, settings.levels),
    lambda settings, texts: alt(ID, settings, texts),
    lambda run: [
        animation(
            run.settings.loss_function,
            run.result[0],
            run.steps,
            run.texts,
            run.settings.levels,
            run.settings.predicts,
            ZOOMS,
        )
    ],
    columns=_columns,
    caption=lambda settings, texts, figure: figure.layout.meta["key"],
    has_levels=True,
)
