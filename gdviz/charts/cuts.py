"""Two cuts through a landscape at the present point: E along each weight with the other one held.

Each cut is the curve of one weight again. A step slides along both tangents at once; then each
curve takes on the other weight's new value, and the points come to lie on the curves again.
"""

from functools import lru_cache
from itertools import pairwise

import numpy as np
import plotly.graph_objects as go

from gdviz.charts import landscape
from gdviz.charts import theme as themes
from gdviz.charts.animation import ALONG, Animation, Curves, Keyframes
from gdviz.charts.chart import Chart
from gdviz.charts.plane import Plane, points_of, room_around
from gdviz.charts.theme import line, mark, words
from gdviz.core.descent import Path
from gdviz.core.loss import FormulaLoss
from gdviz.link.settings import Settings
from gdviz.texts import Texts

ID = "cuts"
HEIGHT = 430
SAMPLES = 81
CURVE, TANGENT, STEP, WORDS, POINT = range(5)  # of the first cut; those of the second follow
TRACES = 5


@lru_cache(maxsize=64)
def base_figure(loss: FormulaLoss, texts: Texts, theme: themes.Theme) -> go.Figure:
    """Two pairs of axes, empty: how high they are depends on the run."""
    traces: dict[int, dict] = {}
    for i in range(2):
        axes = {"xaxis": f"x{i + 1}", "yaxis": f"y{i + 1}"}
        traces |= {
            TRACES * i + CURVE: axes | line(theme.curve, 3),
            TRACES * i + TANGENT: axes | line(theme.tangent, 2),
            TRACES * i + STEP: axes | line(theme.step, 4),
            # Plotly lets a text reach over the edge only if one did when the axes were drawn.
            TRACES * i + WORDS: axes
            | words(theme.tangent, "top right", themes.FONT_SIZE - 2)
            | {"x": [loss.domain[i][0]], "y": [0], "text": [" "]},
            TRACES * i + POINT: axes | mark("circle", theme.point, 13, theme.text, 2),
        }
    layout = themes.layout(theme, HEIGHT)
    across, up = layout["xaxis"], layout["yaxis"] | {"title.text": texts("chart.linear_loss"), "nticks": 5}
    for i, (name, bounds) in enumerate(zip(loss.names, loss.domain, strict=True)):
        layout[f"xaxis{i + 1}"] = across | {"range": bounds, "title.text": name, "anchor": f"y{i + 1}"}
        layout[f"yaxis{i + 1}"] = up | {"domain": [0.58 - 0.58 * i, 0.95 - 0.58 * i], "anchor": f"x{i + 1}"}
    layout["margin"] |= {"t": 0}
    return themes.figure(traces, layout)


def animation(
    loss: FormulaLoss, path: Path, steps: list[int], texts: Texts, whole_tangent: bool = False
) -> Animation:
    """The run in both cuts, at rest at each of the shown ``steps`` and on the ways between them."""
    here = landscape.view(loss).holds(path.weights)
    bottom, top = heights(loss, path.losses[here])
    all_keyframes: list[Keyframes] = []
    curves: list[Curves] = []
    landings = []
    for i, (low, high) in enumerate(loss.domain):
        frame = Plane(low, high, bottom, top)
        spans, first = (frame.width, frame.height), TRACES * i
        weight, slope = path.weights[steps, i], path.gradients[steps, i]
        update = np.append(path.updates[:, i], np.nan)[steps]
        point = points_of(weight, path.losses[steps])
        reach = np.fmax((1.0 if whole_tangent else 0.16) * frame.width, 1.15 * np.abs(update))
        low_end, high_end = (points_of(weight + r, point[:, 1] + slope * r) for r in (-reach, reach))
        ends = frame.clipped(low_end, high_end)
        landing = points_of(weight - update, point[:, 1] - slope * update)
        start, end = frame.clipped(point, landing)
        seen = here[steps][:, None, None]
        # Just inside, as Plotly shows no text that stands outside.
        label = np.array([[low + 0.001 * frame.width, top - 0.001 * frame.height]])
        other = f"W{'_2' * (1 - i)}"
        held = {"name": loss.names[1 - i], "is_W": f"{{is_{other}}}", "value": f"{{{other}}}"}
        text = texts("chart.cut", slope=f"{{slope{'_2' * i}}}", **held)
        all_keyframes += [
            Keyframes(first + TANGENT, np.where(seen, np.stack(ends, axis=1), np.nan), spans),
            Keyframes(first + STEP, np.where(seen, np.stack([start, end], axis=1), np.nan), spans),
            Keyframes(first + WORDS, np.where(seen, label, np.nan), spans, [text]),
            Keyframes(first + POINT, np.where(seen, point[:, None], np.nan), spans),
        ]
        curves.append(_curves(loss, path.weights[steps], i, first + CURVE, frame))
        landings.append(frame.rounded(frame.held(landing)))
    single = [after == before + 1 for before, after in pairwise(steps)]
    ways = np.concatenate(landings, axis=1).tolist()
    legs = [[(*way, ALONG)] if one else [] for way, one in zip(ways, single, strict=False)]
    layout = {f"{axis}.range": [bottom, top] for axis in ("yaxis", "yaxis2")}
    return Animation(
        ID,
        [POINT, TRACES + POINT],
        all_keyframes,
        curves,
        legs=legs,
        glides=[1 - ALONG if one else 1.0 for one in single],
        fixed={"layout": layout},
        answers=[STEP, TRACES + STEP],
    )


def heights(loss: FormulaLoss, losses: np.ndarray) -> tuple[float, float]:
    """From below the lowest ground to above the highest of these losses: a run's part of all heights."""
    lowest = landscape.lowest(loss)
    highest = max(float(losses.max(initial=lowest)), landscape.low_ground(loss))
    span = highest - lowest or room_around(lowest)
    return lowest - 0.1 * span, highest + 0.2 * span


def _curves(loss: FormulaLoss, weights: np.ndarray, i: int, trace: int, frame: Plane) -> Curves:
    """E along the i-th weight, the other one held where the run has it at each frame."""
    x = np.linspace(frame.low, frame.high, SAMPLES)
    held = np.clip(weights[:, 1 - i], *loss.domain[1 - i])
    points = np.empty((len(held), SAMPLES, 2))
    points[..., i], points[..., 1 - i] = x, held[:, None]
    values = loss.values(points.reshape(-1, 2)).reshape(-1, SAMPLES)
    return Curves(trace, x, values, frame.bottom, frame.top)


def _alt(settings: Settings, texts: Texts) -> str:
    x, y = settings.loss_function.names
    return texts("chart.cuts_alt", x=x, y=y)


CHART = Chart(
    ID,
    lambda settings, texts, theme: base_figure(settings.loss_function, texts, theme),
    _alt,
    lambda run: [
        animation(run.settings.loss_function, run.result[0], run.steps, run.texts, run.settings.predicts)
    ],
    part="cuts",
)
