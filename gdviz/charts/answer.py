"""The examples, and a network's answer to them as it learns: a curve, or the plane shaded by class."""

import base64
import io
from functools import lru_cache
from itertools import pairwise

import contourpy
import numpy as np
import plotly.graph_objects as go
from PIL import Image

from gdviz.charts import theme as themes
from gdviz.charts.animation import Animation, Curves, Keyframes
from gdviz.charts.chart import Chart
from gdviz.charts.theme import line, mark
from gdviz.link.settings import Settings
from gdviz.network.datasets import DATASETS
from gdviz.network.training import Job, Training
from gdviz.texts import Texts

ID = "answer"
HEIGHT = 330
REACH = 1.25  # the chart shows inputs from −REACH to REACH
SAMPLES = 101  # of a curve
GRID = 49  # along each side of the shaded plane
DEPTH = 0.45  # how much of a class's colour the ground has where its probability is 1
LEVELS = 32  # shades from one class to the other
ANSWER, FIRST, SECOND, FIRST_HELD, SECOND_HELD = range(5)


@lru_cache(maxsize=64)
def base_figure(job: Job, texts: Texts, theme: themes.Theme) -> go.Figure:
    """The examples, those held out hollow; the answer waits, empty, for a scene."""
    classes = job.network.task == "classification"
    traces = {ANSWER: line(theme.text if classes else theme.point, 2 if classes else 4)}
    for network, kinds, hollow in (
        (job.network, (FIRST, SECOND), ""),
        (job.held_out, (FIRST_HELD, SECOND_HELD), "-open"),
    ):
        x, y = network.inputs[:, 0], (network.inputs if classes else network.targets)[:, -1]
        for kind, marker_style, chosen in zip(
            kinds, themes.CLASSES, _by_class(network.targets[:, 0], classes), strict=True
        ):
            color, edge = (
                (marker_style.color, marker_style.color) if hollow else (marker_style.color, theme.paper)
            )
            traces[kind] = mark(marker_style.symbol + hollow, color, 7, edge) | {
                "x": x[chosen],
                "y": y[chosen],
            }
    layout = themes.layout(theme, HEIGHT, themes.label_length(*_heights(job)))
    layout["xaxis"] |= {"range": _reach(job), "title.text": "x₁" if classes else "x"}
    layout["yaxis"] |= {"range": _heights(job), "title.text": "x₂" if classes else "y"}
    if classes:
        layout["xaxis"] |= {"constrain": "domain", "showgrid": False}
        layout["yaxis"] |= {"scaleanchor": "x", "constrain": "domain", "showgrid": False}
        layout["images"] = [
            {
                "source": _picture(np.full((2, 2), 0.5)),
                "xref": "x",
                "yref": "y",
                "x": -REACH,
                "y": REACH,
                "sizex": 2 * REACH,
                "sizey": 2 * REACH,
                "sizing": "stretch",
                "layer": "below",
            }
        ]
    return themes.figure(traces, layout)


def _by_class(targets: np.ndarray, classes: bool) -> tuple[np.ndarray, np.ndarray]:
    second = (targets > 0.5) & classes
    return ~second, second


def _reach(job: Job) -> list[float]:
    """From where to where inputs are shown: own data have their own."""
    if not job.pairs:
        return [-REACH, REACH]
    inputs = [x for x, _ in job.pairs]
    margin = 0.125 * ((max(inputs) - min(inputs)) or 1)
    return [min(inputs) - margin, max(inputs) + margin]


def _heights(job: Job) -> list[float]:
    if job.network.task == "classification":
        return [-REACH, REACH]
    own = [y for _, y in job.pairs]
    targets = np.array(own) if own else job.network.targets
    margin = 0.25 * (float(np.ptp(targets)) or 1.0)
    return [float(targets.min()) - margin, float(targets.max()) + margin]


def animation(training: Training) -> Animation:
    """The answer at each snapshot, and the way from one to the next."""
    if DATASETS[training.job.data].task == "regression":
        return _curve(training)
    return _plane(training)


def _curve(training: Training) -> Animation:
    left, right = _reach(training.job)
    x = np.linspace(left, right, SAMPLES)
    network = training.job.network
    with np.errstate(all="ignore"):
        answers = np.stack([network.predict(weights, x[:, None])[:, 0] for weights in training.weights])
    bottom, top = _heights(training.job)
    reach = top - bottom
    curves = Curves(ANSWER, x, np.clip(answers, bottom - 2 * reach, top + 2 * reach), bottom, top)
    glides = [1.0] * (len(training.epochs) - 1)
    return Animation(ID, [], curves=[curves], legs=[[] for _ in glides], glides=glides, keep=[FIRST])


def _plane(training: Training) -> Animation:
    side = np.linspace(-REACH, REACH, GRID)
    points = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)
    network = training.job.network
    all_keyframes, pictures = [], []
    for weights in training.weights:
        chances = network.predict(weights, points).reshape(GRID, GRID)
        pictures.append(_picture(chances))
        all_keyframes.append(_boundary(side, chances))
    longest = max(map(len, all_keyframes))
    lines = np.full((len(all_keyframes), longest, 2), np.nan)
    for row, border in zip(lines, all_keyframes, strict=True):
        row[: len(border)] = border
    keyframes = Keyframes(ANSWER, lines, (2 * REACH, 2 * REACH))
    legs: list[list] = [[] for _ in pairwise(all_keyframes)]
    return Animation(ID, [], [keyframes], legs=legs, keep=[FIRST], pictures=pictures)


def _boundary(side: np.ndarray, chances: np.ndarray) -> np.ndarray:
    """Where both classes are equally likely, as one line with gaps, (m, 2)."""
    generator = contourpy.contour_generator(side, side, chances, line_type=contourpy.LineType.Separate)
    gap = np.full((1, 2), np.nan)
    parts = [part for piece in generator.lines(0.5) for part in (piece[::2], piece[-1:], gap)]
    return np.concatenate([gap, *parts])


def _picture(chances: np.ndarray) -> str:
    """Probabilities over a grid, the lowest row first, as the address of a small picture.

    The surer the answer, the less of the paper shows through the class's colour.
    """
    shares = np.linspace(-1, 1, LEVELS).tolist()
    picture = Image.fromarray(np.rint(chances[::-1] * (LEVELS - 1)).astype(np.uint8), "P")
    picture.putpalette(
        [channel for share in shares for channel in themes.rgb(themes.CLASSES[share > 0].color)]
    )
    file = io.BytesIO()
    picture.save(
        file,
        "PNG",
        transparency=np.rint([255 * DEPTH * abs(share) for share in shares]).astype(np.uint8).tobytes(),
    )
    return "data:image/png;base64," + base64.b64encode(file.getvalue()).decode()


def _caption(settings: Settings, texts: Texts, figure: go.Figure) -> str:
    regression = DATASETS[settings.data].task == "regression"
    return texts("network.curve_key" if regression else "network.answer_key")


CHART = Chart(
    ID,
    lambda settings, texts, theme: base_figure(settings.job, texts, theme),
    lambda settings, texts: texts("network.answer_alt"),
    lambda run: [animation(run.result)],
    caption=_caption,
)
