"""One weight among many: E along it, all others held; of two weights, a landscape."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import plotly.graph_objects as go

from gdviz.charts import contours
from gdviz.charts import theme as themes
from gdviz.charts.animation import Animation, Curves, Keyframes
from gdviz.charts.chart import Chart
from gdviz.charts.graph import weight_names
from gdviz.charts.plane import Plane, points_of
from gdviz.charts.theme import line, mark
from gdviz.link.settings import Settings
from gdviz.network.training import Training
from gdviz.network.trainings import trained
from gdviz.texts import Texts

ID = "weight_cut"
HEIGHT = 330
SAMPLES = 41
GRID = 31  # along each axis of a landscape of two weights
CURVE, TANGENT, STEP, POINT = range(4)


@lru_cache(maxsize=64)
def base_figure(name: str, texts: Texts, theme: themes.Theme) -> go.Figure:
    """Empty axes for the weight of a name: what is on them depends on the training."""
    traces = {
        CURVE: line(theme.curve, 4, shape="spline"),
        TANGENT: line(theme.tangent, 3),
        STEP: line(theme.step, 5),
        POINT: mark("circle", theme.point, 17, theme.text, 2),
    }
    layout = themes.layout(theme, HEIGHT)
    layout["xaxis"] |= {"title.text": name}
    layout["yaxis"] |= {"title.text": texts("chart.linear_loss"), "exponentformat": "power", "nticks": 8}
    return themes.figure(traces, layout)


def animation(training: Training, index: int) -> Animation:
    """The cut at each snapshot, with the point, its tangent by backpropagation and the step."""
    weight, slope = training.weights[:, index], training.gradients[:, index]
    value, update = training.losses[training.epochs], training.updates[:, index]
    reach = max(0.75 * float(np.ptp(weight)), 1.0)
    low, high = float(weight.min()) - reach, float(weight.max()) + reach
    x = np.linspace(low, high, SAMPLES)
    heights = np.stack([along(training, k, index, x) for k in range(len(weight))])
    # As high as the run is, and not as the walls of the cut, unless those are all there is.
    highest = max(float(value.max()), float(np.quantile(heights, 0.6)))
    lowest = min(float(heights.min()), float(value.min()))
    margin = 0.12 * (highest - lowest)
    frame = Plane(low, high, lowest - margin, highest + 2 * margin)
    spans = (frame.width, frame.height)
    point = points_of(weight, value)
    span = np.full_like(weight, 0.18 * frame.width)
    ends = frame.clipped(*(points_of(weight + r, value + slope * r) for r in (-span, span)))  # type: ignore[arg-type]
    landing = frame.clipped(point, points_of(weight - update, value - slope * update))
    all_keyframes = [
        Keyframes(TANGENT, np.stack(ends, axis=1), spans),
        Keyframes(STEP, np.stack(landing, axis=1), spans),
        Keyframes(POINT, point[:, None], spans),
    ]
    glides = [1.0] * (len(weight) - 1)
    layout = {"xaxis.range": [low, high], "yaxis.range": [frame.bottom, frame.top]}
    curves = [Curves(CURVE, x, heights, frame.bottom, frame.top)]
    return Animation(
        ID, [], all_keyframes, curves, legs=[[] for _ in glides], glides=glides, fixed={"layout": layout}
    )


def along(training: Training, snapshot: int, index: int, x: np.ndarray) -> np.ndarray:
    """E at a snapshot with one weight at each of the places x."""
    weights = training.weights[snapshot].copy()
    values = np.empty(len(x))
    with np.errstate(all="ignore"):
        for k, place in enumerate(x):
            weights[index] = place
            values[k] = training.job.network.value(weights)
    return values


@dataclass(frozen=True, eq=False)
class Cut:
    """E of two of a network's weights, all others held as they are at a snapshot."""

    training: Training
    snapshot: int
    pair: tuple[int, int]

    @property
    def names(self) -> list[str]:
        names = weight_names(self.training.job.sizes)
        return [names[i] for i in self.pair]

    @property
    def here(self) -> np.ndarray:
        """Where the two weights stand."""
        return self.training.weights[self.snapshot, list(self.pair)]

    @property
    def slopes(self) -> np.ndarray:
        """What backpropagation says of the two."""
        return self.training.gradients[self.snapshot, list(self.pair)]

    @property
    def domain(self) -> tuple[tuple[float, float], ...]:
        return tuple((float(w) - 2.5, float(w) + 2.5) for w in self.here)

    def values(self, points: np.ndarray) -> np.ndarray:
        """E at m places of the two weights, (m, 2)."""
        weights = self.training.weights[self.snapshot].copy()
        values = np.empty(len(points))
        for k, point in enumerate(points):
            weights[list(self.pair)] = point
            values[k] = self.training.job.network.value(weights)
        return values


def landscape_of(cut: Cut, theme: themes.Theme) -> go.Figure:
    """The cut from above, with the point and the direction of −∇E in these two weights."""
    ground = contours.ground_of(cut.values, cut.domain, GRID)
    lines = contours.Contours(ground, contours.levels_of(ground))
    layout = themes.layout(theme, HEIGHT, themes.label_length(*cut.domain[1])) | {
        "shapes": contours.shading(lines, theme)
    }
    (left, right), (low, high) = cut.domain
    size = float(np.linalg.norm(cut.slopes))
    tip = cut.here - (cut.slopes / size if size else 0)
    traces = {
        0: line(theme.tangent, 3) | {"x": [cut.here[0], tip[0]], "y": [cut.here[1], tip[1]]},
        1: mark("circle", theme.point, 17, theme.text, 2) | {"x": cut.here[:1], "y": cut.here[1:]},
    }
    layout["xaxis"] |= {"range": [left, right], "title.text": cut.names[0], "showgrid": False}
    layout["xaxis"] |= {"constrain": "domain"}
    square = {"scaleanchor": "x", "constrain": "domain", "showgrid": False}
    layout["yaxis"] |= {"range": [low, high], "title.text": cut.names[1]} | square
    return themes.figure(traces, layout)


CHART = Chart(
    ID,
    lambda settings, texts, theme: base_figure(
        weight_names(settings.job.sizes)[settings.weight[0]], texts, theme
    ),
    lambda settings, texts: texts("network.cut_alt"),
    lambda run: [animation(run.result, run.settings.weight[0])],
    caption=lambda settings, texts, figure: texts("network.cut_key"),
)


def _pair(settings: Settings, texts: Texts, theme: themes.Theme) -> go.Figure:
    """E of two chosen weights at the snapshot nearest to the epoch shown, from above."""
    training = trained(settings.job)
    first, second = settings.weight
    snapshot = int(np.abs(training.epochs - settings.step).argmin())
    return landscape_of(Cut(training, snapshot, (first, second)), theme)


PAIR = Chart(
    "pair",
    _pair,
    lambda settings, texts: texts("network.pair_alt"),
    caption=lambda settings, texts, figure: texts("network.pair_key", n=settings.step),
    part="curve-by-step",
    beside=True,
)
