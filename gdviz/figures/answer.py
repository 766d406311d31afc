"""The examples, and a network's answer to them as it learns: a curve, or the plane shaded by class."""

import base64
import io
from functools import lru_cache
from itertools import pairwise

import contourpy
import numpy as np
import plotly.graph_objects as go
from PIL import Image

from gdviz.datasets import DATASETS
from gdviz.figures import ink as inks
from gdviz.figures.ink import line, mark
from gdviz.figures.scene import Curves, Scene, Track
from gdviz.texts import Texts
from gdviz.training import Job, Training

CHART = "answer"
HEIGHT = 330
REACH = 1.25  # the chart shows inputs from −REACH to REACH
SAMPLES = 101  # of a curve
GRID = 49  # along each side of the shaded plane
DEPTH = 0.45  # how much of a class's colour the ground has where its probability is 1
LEVELS = 32  # shades from one class to the other
ANSWER, FIRST, SECOND, FIRST_HELD, SECOND_HELD = range(5)


@lru_cache(maxsize=64)
def stage(job: Job, texts: Texts, ink: inks.Ink) -> go.Figure:
    """The examples, those held out hollow; the answer waits, empty, for a scene."""
    classes = job.network.task == "classification"
    told = {ANSWER: line(ink.text if classes else ink.point, 2 if classes else 4)}
    for network, kinds, hollow in (
        (job.network, (FIRST, SECOND), ""),
        (job.held_out, (FIRST_HELD, SECOND_HELD), "-open"),
    ):
        x, y = network.inputs[:, 0], (network.inputs if classes else network.targets)[:, -1]
        for kind, pen, chosen in zip(
            kinds, inks.CLASSES, _by_class(network.targets[:, 0], classes), strict=True
        ):
            color, edge = (pen.color, pen.color) if hollow else (pen.color, ink.paper)
            told[kind] = mark(pen.symbol + hollow, color, 7, edge) | {"x": x[chosen], "y": y[chosen]}
    layout = inks.layout(ink, HEIGHT)
    layout["xaxis"] |= {"range": [-REACH, REACH], "title.text": "x₁" if classes else "x"}
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
    return go.Figure(inks.traces(told), layout)


def _by_class(targets: np.ndarray, classes: bool) -> tuple[np.ndarray, np.ndarray]:
    second = (targets > 0.5) & classes
    return ~second, second


def _heights(job: Job) -> list[float]:
    if job.network.task == "classification":
        return [-REACH, REACH]
    targets = job.network.targets
    margin = 0.25 * float(np.ptp(targets))
    return [float(targets.min()) - margin, float(targets.max()) + margin]


def scene(training: Training) -> Scene:
    """The answer at each snapshot, and the way from one to the next."""
    if DATASETS[training.job.data].task == "regression":
        return _curve(training)
    return _plane(training)


def _curve(training: Training) -> Scene:
    x = np.linspace(-REACH, REACH, SAMPLES)
    network = training.job.network
    with np.errstate(all="ignore"):
        answers = np.stack([network.predict(weights, x[:, None])[:, 0] for weights in training.weights])
    bottom, top = _heights(training.job)
    reach = top - bottom
    curves = Curves(ANSWER, x, np.clip(answers, bottom - 2 * reach, top + 2 * reach), bottom, top)
    glides = [1.0] * (len(training.epochs) - 1)
    return Scene(CHART, [], curves=[curves], legs=[[] for _ in glides], glides=glides, keep=[FIRST])


def _plane(training: Training) -> Scene:
    side = np.linspace(-REACH, REACH, GRID)
    points = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)
    network = training.job.network
    tracks, pictures = [], []
    for weights in training.weights:
        chances = network.predict(weights, points).reshape(GRID, GRID)
        pictures.append(_picture(chances))
        tracks.append(_boundary(side, chances))
    longest = max(map(len, tracks))
    lines = np.full((len(tracks), longest, 2), np.nan)
    for row, border in zip(lines, tracks, strict=True):
        row[: len(border)] = border
    track = Track(ANSWER, lines, (2 * REACH, 2 * REACH))
    legs: list[list] = [[] for _ in pairwise(tracks)]
    return Scene(CHART, [], [track], legs=legs, keep=[FIRST], pictures=pictures)


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
    picture.putpalette([channel for share in shares for channel in inks.rgb(inks.CLASSES[share > 0].color)])
    file = io.BytesIO()
    picture.save(
        file,
        "PNG",
        transparency=np.rint([255 * DEPTH * abs(share) for share in shares]).astype(np.uint8).tobytes(),
    )
    return "data:image/png;base64," + base64.b64encode(file.getvalue()).decode()
