"""The same landscape as a surface in space, and on it the same run."""

from functools import lru_cache
from itertools import pairwise

import numpy as np
import plotly.graph_objects as go

from gdviz.charts import landscape
from gdviz.charts import theme as themes
from gdviz.charts.animation import ALONG, WAYPOINTS, Animation, Keyframes, Leg
from gdviz.charts.chart import Chart
from gdviz.charts.contours import ground_of
from gdviz.charts.plane import room_around
from gdviz.core.critical_points import critical_points, minima
from gdviz.core.descent import Path
from gdviz.core.loss import FormulaLoss
from gdviz.texts import Texts

ID = "surface"
SAMPLES = 65  # along each axis; Plotly draws about twice as many, and what it draws costs a phone most
LIFT = 0.035  # the run is drawn so much above the surface, as a share of its height, to be seen
CONFIG = themes.CONFIG | {"scrollZoom": True}
GROUND, MINIMA, TRAIL, STEP, POINT = range(5)


@lru_cache(maxsize=64)
def base_figure(loss: FormulaLoss, texts: Texts, theme: themes.Theme) -> go.Figure:
    """The surface with its contour lines and minima; the run waits, empty, for a scene."""
    x, y, values = ground_of(loss.values, loss.domain, SAMPLES)
    bottom, top = heights(loss)
    bottoms = minima(loss)
    marks_key = landscape.key(bottoms, texts, critical_points(loss).exhaustive)
    lift = LIFT * (top - bottom)
    frame = landscape.view(loss)
    shades = [[share, theme.shade(share)] for share in (0.0, 1.0)]
    edge = {"start": bottom, "end": top, "size": (top - bottom) / 14, "color": theme.contour, "show": True}

    def marks(symbol: str, color: str, size: int | list[int], edge: str) -> dict:
        line = {"color": edge, "width": 2}
        return {"mode": "markers", "marker": {"symbol": symbol, "color": color, "size": size, "line": line}}

    traces = [
        go.Surface(
            x=x,
            y=y,
            z=values,
            colorscale=shades,
            showscale=False,
            contours={"z": edge},
            hoverinfo="skip",
            lighting={"ambient": 0.85, "diffuse": 0.3, "specular": 0.02},
        ),
        go.Scatter3d(
            x=[p.weights[0] for p in bottoms],
            y=[p.weights[1] for p in bottoms],
            z=[p.loss + lift for p in bottoms],
            hoverinfo="skip",
            **marks("diamond", theme.minimum, landscape.sizes(bottoms, 5), theme.paper),
        ),
        go.Scatter3d(
            x=[],
            y=[],
            z=[],
            mode="lines+markers",
            line={"color": theme.point, "width": 5},
            marker={"color": theme.point, "size": 3},
            hoverinfo="skip",
        ),
        go.Scatter3d(
            x=[], y=[], z=[], mode="lines", line={"color": theme.step, "width": 7}, hoverinfo="skip"
        ),
        go.Scatter3d(x=[], y=[], z=[], hoverinfo="skip", **marks("circle", theme.point, 8, theme.text)),
    ]
    axis = {"color": theme.text, "gridcolor": theme.grid, "backgroundcolor": "rgba(0, 0, 0, 0)"}
    longer = max(frame.width, frame.height)
    across, up = (max(0.6, length / longer) for length in (frame.width, frame.height))
    layout = themes.layout(theme, landscape.HEIGHT)
    layout |= {
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "meta": {"key": texts("chart.surface_key", marks=marks_key)},
        "scene": {
            "xaxis": axis | {"title.text": loss.names[0], "range": [frame.low, frame.high]},
            "yaxis": axis | {"title.text": loss.names[1], "range": [frame.bottom, frame.top]},
            "zaxis": axis
            | {"title.text": texts("chart.linear_loss"), "range": [bottom, top + 2 * lift], "nticks": 5},
            "aspectmode": "manual",
            "aspectratio": {"x": across, "y": up, "z": 0.5},
            "camera": {"eye": {"x": -0.8, "y": -0.8, "z": 1.45}, "center": {"x": 0, "y": 0, "z": -0.15}},
            "dragmode": "turntable",
            # When the chart is drawn again, it is from where the reader has turned it.
            "uirevision": "camera",
        },
    }
    return themes.BaseFigure(traces, layout)


def heights(loss: FormulaLoss) -> tuple[float, float]:
    """From the lowest ground to where few of the landscape is higher; the start is on it in any case."""
    values = landscape.samples(loss).values
    bottom = landscape.lowest(loss)
    top = float(np.quantile(values[np.isfinite(values)], 0.93))
    top = max(top, loss.value(np.array(loss.start, dtype=float)))
    return bottom, top if top > bottom else bottom + room_around(bottom)


def animation(loss: FormulaLoss, path: Path, steps: list[int]) -> Animation:
    """The run on the surface: along the tangent plane by ΔW, then straight to the surface."""
    frame, (bottom, top) = landscape.view(loss), heights(loss)
    lift = LIFT * (top - bottom)
    spans = (frame.width, frame.height, top - bottom)
    places = np.column_stack([path.weights, path.losses + lift])
    here = frame.holds(path.weights) & (path.losses <= top + lift)
    tangents = path.losses[:-1] - (path.gradients[:-1] * path.updates).sum(axis=1) + lift
    landings = np.column_stack([path.weights[1:], tangents])
    gone = np.full(3, np.nan)
    nexts = np.vstack([landings, gone])[steps]
    seen = here[steps][:, None]
    at, to = (np.where(seen, points, np.nan) for points in (places[steps], nexts))

    def held(points: np.ndarray) -> np.ndarray:
        low, high = np.array([[frame.low, frame.bottom, bottom], [frame.high, frame.top, top]])
        return np.clip(points, low - 0.1 * (high - low), high + 0.1 * (high - low))

    def legs(before: int, after: int) -> list[Leg]:
        if after == before + 1:
            return [(*held(landings[before]).tolist(), ALONG), (*held(places[after]).tolist(), 1 - ALONG)]
        count = min(after - before, WAYPOINTS)
        way = np.linspace(before, after, count + 1).astype(int)[1:]
        return [(*point, round(1 / count, 4)) for point in held(places[way]).tolist()]

    all_keyframes = [
        Keyframes(TRAIL, at[:, None], spans, grows=True),
        Keyframes(STEP, np.stack([at, held(to)], axis=1), spans),
        Keyframes(POINT, at[:, None], spans),
    ]
    return Animation(ID, [POINT], all_keyframes, legs=[legs(*pair) for pair in pairwise(steps)], space=True)


CHART = Chart(
    ID,
    lambda settings, texts, theme: base_figure(settings.loss_function, texts, theme),
    lambda settings, texts: landscape.alt(ID, settings, texts),
    lambda run: [animation(run.settings.loss_function, run.result[0], run.steps)],
    caption=lambda settings, texts, figure: figure.layout.meta["key"],
    config=CONFIG,
    in_space=True,
)
