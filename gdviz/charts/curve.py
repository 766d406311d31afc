"""The curve E(W), and on it a run: the point, its tangent, the step as a triangle, the trail.

The curve and the run are the traces of one figure and share their numbers; so the file is a little long.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import numpy as np
import plotly.graph_objects as go

from gdviz.charts import theme as themes
from gdviz.charts.animation import Animation, Keyframes
from gdviz.charts.chart import Chart, Run
from gdviz.charts.curve_frame import View, samples, view
from gdviz.charts.curve_steps import Moves, along_the_curve, last_on_chart
from gdviz.charts.curve_zoom import Zooms, zooms
from gdviz.charts.theme import line, mark, words
from gdviz.charts.zoom import ZOOMS
from gdviz.core.critical_points import CriticalPoint, critical_points, minima, stretches
from gdviz.core.descent import Path
from gdviz.core.loss import FormulaLoss
from gdviz.core.numbers import about, number, relation
from gdviz.link.settings import Settings
from gdviz.link.story import STOPS
from gdviz.texts import Texts

ID = "curve"
HEIGHT = 400
NAMED = 16  # of more minima than that there is no room for their places
HOVER = "W %{x:.6~g}<br>E %{y:.6~g}<extra></extra>"  # rounded in the browser, so without =

# The traces in the order in which they are drawn, the last on top.
CURVE, MINIMA, MINIMA_WORDS, OUTER, TRAIL, TANGENT, TRIANGLE, DROP = range(8)
UPDATE, UPDATE_LEFT, UPDATE_RIGHT, SLOPE_LEFT, SLOPE_RIGHT = range(8, 13)
FELL, ROSE, LAST, GONE_LEFT, GONE_RIGHT, POINT = range(13, 19)
FELL_WORDS, ROSE_WORDS, GONE_WORDS, LAST_WORDS, WIDER_WORDS = range(19, 24)
ENDS = 24
LENS_ANCHOR, LENS_PAPER, LENS_CURVE, LENS_TANGENT, LENS_TRIANGLE, LENS_DROP = range(25, 31)
LENS_TEXT, LENS_FELL, LENS_ROSE = range(31, 34)
TRACES = 34
# What shows where the next step leads: all of the triangle and of the magnified view.
ANSWERS = [TRIANGLE, DROP, UPDATE, UPDATE_LEFT, UPDATE_RIGHT, FELL, ROSE, FELL_WORDS, ROSE_WORDS]
ANSWERS += range(LENS_PAPER, TRACES)


def ground(loss: FormulaLoss, texts: Texts, theme: themes.Theme) -> tuple[dict[int, dict], dict]:
    """What stays whatever runs on it, as traces and a layout: the curve and its minima, on fixed axes."""
    frame, (weights, values) = view(loss), samples(loss)
    labels = _labels(loss, texts)
    # A stretch of minima is drawn along its floor, the others alone.
    drawn = [end for ends in [*((p,) for p in _bottoms(loss)), *stretches(loss)] for end in (*ends, None)]
    traces = {
        CURVE: line(theme.curve, 4)
        | {"x": weights, "y": values}
        | {"hoverinfo": None, "hovertemplate": HOVER},
        MINIMA: mark("diamond", theme.minimum, 9, theme.paper)
        | {"mode": "lines+markers", "line": {"color": theme.minimum, "width": 7}}
        | {"x": [end and end.weight for end in drawn], "y": [end and end.loss for end in drawn]},
        MINIMA_WORDS: words(theme.minimum, "top center", size=themes.FONT_SIZE - 2)
        | {"x": [weight for weight, _ in labels], "text": [label for _, label in labels]}
        | {"y": [low_words(frame)] * len(labels)},
    }
    layout = themes.layout(theme, HEIGHT, themes.label_length(frame.bottom, frame.top))
    layout["xaxis"] |= {"range": [frame.low, frame.high], "title.text": texts("chart.weight")}
    layout["yaxis"] |= {"range": [frame.bottom, frame.top], "title.text": texts("chart.loss")}
    return traces, layout | {"hovermode": "x", "hoverdistance": -1}


def low_words(frame: View) -> float:
    """How high words stand at the lower edge, on the chart also after rounding."""
    return frame.bottom + 1e-3 * frame.height


def _bottoms(loss: FormulaLoss) -> list[CriticalPoint]:
    return [p for p in minima(loss) if p.isolated]


@lru_cache(maxsize=64)
def _labels(loss: FormulaLoss, texts: Texts) -> list[tuple[float, str]]:
    """What is written of the minima under them, and where."""
    floors = [(sum(end.weight for end in ends) / 2, _floor_name(ends, texts)) for ends in stretches(loss)]
    return _names(loss, _bottoms(loss), texts) + floors


def _names(loss: FormulaLoss, bottoms: list[CriticalPoint], texts: Texts) -> list[tuple[float, str]]:
    """Where each minimum is; if there is room, the lowest are named, and as lowest of all if they are."""
    heights = samples(loss)[1]
    lowest = min((p.loss for p in minima(loss)), default=0.0)
    near = 1e-9 * float(np.nanmax(heights) - np.nanmin(heights))
    is_lowest = critical_points(loss).exhaustive and float(np.nanmin(heights)) >= lowest - near
    key = "chart.minimum" if is_lowest else "chart.local_minimum"
    return [
        (p.weight, texts(key, is_w=relation(p.weight, digits=4), w=number(p.weight, 4)))
        if p.loss <= lowest + near and len(bottoms) <= 3
        else (p.weight, number(p.weight, 3) * (len(bottoms) <= NAMED))
        for p in bottoms
    ]


def _floor_name(ends: tuple[CriticalPoint, CriticalPoint], texts: Texts) -> str:
    left, right = (end.weight for end in ends)
    sign = relation(left, right, digits=4)
    return texts("chart.flat_minimum", is_w=sign, low=number(left, 4), high=number(right, 4))


@lru_cache(maxsize=64)
def base_figure(loss: FormulaLoss, texts: Texts, theme: themes.Theme) -> go.Figure:
    """The ground; the rest waits, empty, for a scene."""
    frame = view(loss)
    traces, layout = ground(loss, texts, theme)
    inset = {"xaxis": "x2", "yaxis": "y2"}
    small = themes.FONT_SIZE - 2
    beside = {"left": "middle right", "center": "middle center", "right": "middle left"}[frame.side]
    traces |= {
        TRAIL: mark("circle", theme.trail, 9, theme.paper),
        TANGENT: line(theme.tangent, 3),
        TRIANGLE: line(theme.step, 3),
        DROP: line(theme.step, 2, dash="dot"),
        UPDATE: words(theme.step, "top center"),
        UPDATE_LEFT: words(theme.step, "top left"),
        UPDATE_RIGHT: words(theme.step, "top right"),
        SLOPE_LEFT: words(theme.tangent, "bottom right"),
        SLOPE_RIGHT: words(theme.tangent, "bottom left"),
        FELL: mark("triangle-down", theme.fell, 15, theme.paper),
        ROSE: mark("triangle-up", theme.rose, 15, theme.paper),
        LAST: mark("circle-open", theme.rose, 24, theme.rose, 3),
        GONE_LEFT: mark("triangle-left", theme.rose, 20, theme.rose, 3),
        GONE_RIGHT: mark("triangle-right", theme.rose, 20, theme.rose, 3),
        POINT: mark("circle", theme.point, 17, theme.text, 2),
        FELL_WORDS: words(theme.fell, beside),
        ROSE_WORDS: words(theme.rose, beside),
        GONE_WORDS: words(theme.rose, beside),
        WIDER_WORDS: words(theme.text, beside, size=small),
        OUTER: line(theme.curve, 4),
        LAST_WORDS: words(theme.rose, beside, size=small),
        ENDS: words(theme.text, "middle center"),
        # Plotly lets a text reach over the edge of axes only if something might when they were drawn.
        LENS_ANCHOR: inset
        | mark("circle", theme.paper, 1, theme.paper)
        | {"x": [0, 1], "y": [0, 1], "opacity": 0},
        LENS_PAPER: inset | line(theme.curve, 1) | {"fill": "toself", "fillcolor": theme.paper},
        LENS_CURVE: inset | line(theme.curve, 4),
        LENS_TANGENT: inset | line(theme.tangent, 3),
        LENS_TRIANGLE: inset | line(theme.step, 3),
        LENS_DROP: inset | line(theme.step, 2, dash="dot"),
        LENS_TEXT: inset | words(theme.text, "middle center", size=small),
        LENS_FELL: inset | words(theme.fell, "middle center"),
        LENS_ROSE: inset | words(theme.rose, "middle center"),
    }
    left, right, low, high = frame.inset
    hidden = {"range": [0, 1], "visible": False, "fixedrange": True}
    layout["xaxis2"] = hidden | {"domain": [left, right], "anchor": "y2"}
    layout["yaxis2"] = hidden | {"domain": [low, high], "anchor": "x2"}
    return themes.figure(traces, layout)


def animation(
    loss: FormulaLoss,
    path: Path,
    steps: list[int],
    texts: Texts,
    whole_tangent: bool = False,
    widest: int = 0,
    has_ends: bool = False,
) -> Animation:
    """The run on the curve, at rest at each of the shown ``steps`` and on the way between them.

    A tangent is somewhat longer than its step, unless it is drawn whole, which does not tell the step.
    Steps that leave the chart are seen in wider views, each doubled at most ``widest`` times. Of one
    that ``has_ends`` the start is called A, and the lowest minimum B.
    """
    frame = view(loss)
    seen = zooms(loss, path, tuple(steps), whole_tangent, widest)
    update, slope, gone, fell, rose = (
        texts(f"chart.{key}") for key in ("update", "slope", "gone", "fell", "rose")
    )
    last = _last_seen(seen, path)
    last_point = np.column_stack([path.weights[last, 0], path.losses[last]])[:, None]
    ended = np.array(steps) > last

    def keyframes(trace: int, points: np.ndarray, *text: str) -> Keyframes:
        spans = (1.0, 1.0) if trace >= LENS_PAPER else (frame.width, frame.height)
        return Keyframes(trace, points, spans, list(text))

    def moving(trace: int, make: Callable[[Moves], np.ndarray], *text: str) -> Keyframes:
        return keyframes(trace, seen.points(make), *text)

    def word(trace: int, is_shown: Callable[[Moves], np.ndarray], line: int, text: str) -> Keyframes:
        return moving(trace, lambda moves: moves.words(is_shown(moves), line), text)

    shown = seen.points(Moves.point)
    # In a wider view they would stand on the curve.
    under = np.array([(weight, low_words(frame)) for weight, _ in _labels(loss, texts)]).reshape(-1, 2)
    under = np.where(seen.zooms[:, None, None] > 0, np.nan, under)
    ends = np.where(seen.zooms[:, None, None] > 0, np.nan, _ends(loss, frame, path, has_ends))
    all_keyframes = [
        replace(keyframes(TRAIL, shown), grows=True),
        keyframes(OUTER, np.broadcast_to(seen.outer, (len(steps), *seen.outer.shape))),
        keyframes(MINIMA_WORDS, under),
        keyframes(ENDS, ends, *"AB"),
        moving(TANGENT, Moves.tangent),
        moving(TRIANGLE, Moves.triangle),
        moving(DROP, Moves.drop),
        moving(UPDATE, lambda moves: moves.update_label(moves.is_long), update),
        moving(UPDATE_LEFT, lambda moves: moves.update_label(~moves.is_long & (moves.update > 0)), update),
        moving(UPDATE_RIGHT, lambda moves: moves.update_label(~moves.is_long & (moves.update < 0)), update),
        moving(SLOPE_LEFT, lambda moves: moves.slope_label(moves.slope > 0, end=0), slope),
        moving(SLOPE_RIGHT, lambda moves: moves.slope_label(moves.slope <= 0, end=1), slope),
        moving(FELL, lambda moves: moves.arrival(moves.rise < 0)),
        moving(ROSE, lambda moves: moves.arrival(moves.rise > 0)),
        moving(LAST, lambda moves: np.where((ended & ~moves.on_chart)[:, None, None], last_point, np.nan)),
        moving(GONE_LEFT, Moves.gone_left),
        moving(GONE_RIGHT, Moves.gone_right),
        keyframes(POINT, shown),
        moving(LENS_PAPER, Moves.lens_paper),
        moving(LENS_CURVE, Moves.lens_curve),
        moving(LENS_TANGENT, Moves.lens_tangent),
        moving(LENS_TRIANGLE, Moves.lens_triangle),
        moving(LENS_DROP, Moves.lens_drop),
        moving(LENS_TEXT, Moves.lens_labels, texts("chart.magnified"), update, "{W}", "{W'}"),
        word(FELL_WORDS, lambda moves: ~moves.has_lens & (moves.rise < 0), 0, fell),
        word(ROSE_WORDS, lambda moves: ~moves.has_lens & (moves.rise > 0), 0, rose),
        moving(LENS_FELL, lambda moves: moves.lens_words(moves.rise < 0), fell),
        moving(LENS_ROSE, lambda moves: moves.lens_words(moves.rise > 0), rose),
        word(GONE_WORDS, lambda moves: ~moves.on_chart, 1, gone),
        word(LAST_WORDS, lambda moves: ended & ~moves.on_chart, 2, texts("chart.last", step="{last}")),
        word(WIDER_WORDS, lambda moves: (seen.zooms > 0) & moves.on_chart, 1, texts("chart.wider")),
    ]
    slides = {zoom: moves.legs() for zoom, moves in seen.moves.items()}
    legs = [
        slides[zoom][i]
        if after == step + 1
        else along_the_curve(loss, seen.moves[zoom].frame, path, step, after)
        for i, (zoom, (step, after)) in enumerate(zip(seen.zooms.tolist(), pairwise(steps), strict=False))
    ]
    return Animation(
        ID,
        [POINT],
        all_keyframes,
        legs=legs,
        keep=[LENS_ANCHOR],
        clickable=True,
        answers=ANSWERS,
        asides=[UPDATE, UPDATE_LEFT, UPDATE_RIGHT, SLOPE_LEFT, SLOPE_RIGHT, WIDER_WORDS, ENDS, LENS_TEXT],
        yields=[MINIMA_WORDS],
        axes=seen.axes,
    )


def _last_seen(seen: Zooms, path: Path) -> np.ndarray:
    """The last step that is on the chart as it is shown at each frame, (f,)."""
    last = {zoom: last_on_chart(moves.frame, path) for zoom, moves in seen.moves.items()}
    return np.array([last[zoom] for zoom in seen.zooms.tolist()])


def _ends(loss: FormulaLoss, frame: View, path: Path, shown: bool) -> np.ndarray:
    """Where the start is called A, beside the curve, and the lowest minimum B."""
    bottoms = sorted(minima(loss), key=lambda point: point.loss)[:1]
    if not shown or not bottoms:
        return np.full((2, 2), np.nan)
    [w], [slope] = path.weights[0], path.gradients[0]
    beside = -0.02 * frame.width * np.sign(slope)
    above = 0.07 * frame.height
    return np.array([(w + beside, path.losses[0] + above), (bottoms[0].weight, bottoms[0].loss + above)])


def magnifications(loss: FormulaLoss, path: Path, steps: list[int]) -> dict[int, float]:
    """How many times the lens magnifies at each shown step that has one."""
    frame = view(loss)
    moves = Moves.of(loss, frame, path, steps)
    times = moves.lens_scale * frame.width * (frame.inset[1] - frame.inset[0])
    return {step: float(times[i]) for i, step in enumerate(steps) if moves.has_lens[i]}


def _columns(run: Run) -> dict[str, dict[int, str]]:
    loss, path, steps = run.settings.loss_function, run.result[0], run.steps
    times, seen = magnifications(loss, path, steps), zooms(loss, path, tuple(steps), run.settings.predicts)
    last = zip(steps, _last_seen(seen, path).tolist(), strict=True)
    return {
        "last": {step: str(seen_last) for step, seen_last in last if step > seen_last},
        "times": {step: about(magnified) for step, magnified in times.items()},
        "wider": seen.wider(steps),
    }


def _alt(settings: Settings, texts: Texts) -> str:
    low, high = map(number, settings.loss_function.domain[0])
    return texts("chart.curve_alt", low=low, high=high)


CHART = Chart(
    ID,
    lambda settings, texts, theme: base_figure(settings.loss_function, texts, theme),
    _alt,
    lambda run: [
        animation(
            run.settings.loss_function,
            run.result[0],
            run.steps,
            run.texts,
            run.settings.predicts,
            ZOOMS,
            run.settings.is_told and STOPS[run.settings.stop].has_ends,
        )
    ],
    columns=_columns,
)
