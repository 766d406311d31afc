"""What can be added from outside: a lesson on three weights, its loss and chart, a rule, an activation.

Nothing of gdviz is edited for it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

import numpy as np
import plotly.graph_objects as go

from gdviz.charts import loss_by_step
from gdviz.charts import theme as themes
from gdviz.charts.animation import ALONG, Animation, Keyframes
from gdviz.charts.chart import Chart, Run
from gdviz.charts.plane import points_of
from gdviz.charts.theme import Theme
from gdviz.core.loss import FormulaLoss
from gdviz.core.losses import LOSSES
from gdviz.core.optimizers import OPTIMIZERS, UpdateRule
from gdviz.lessons import forget, register
from gdviz.lessons.weights import RunView, Weights
from gdviz.link.settings import Settings
from gdviz.network.network import ACTIVATIONS, Activation
from gdviz.texts import Texts

# --- A loss: the three weights want to be 1, 2 and 3, each in a hurry of its own -----------

BOWL = FormulaLoss(
    "three-bowl",
    "(W1 - 1)^2 + 2*(W2 - 2)^2 + 4*(W3 - 3)^2",
    domain=((-5, 5), (-5, 5), (-5, 5)),
    start=(-4, 4, 0),
    learning_rate=0.1,
)


# --- A chart: each weight as a point on a line of its own ---------------------------------

TRAILS, POINTS = range(2)


def figure(settings: Settings, texts: Texts, theme: Theme) -> go.Figure:
    """Three rows, one a weight; where the weights are depends on the run."""
    loss = settings.loss_function
    traces = {
        TRAILS: themes.line(theme.step, 3),
        POINTS: themes.mark("circle", theme.point, 17, theme.text, 2),
    }
    layout = themes.layout(theme, 360)
    low, high = np.array(loss.domain).T
    layout["xaxis"] |= {"range": [low.min(), high.max()]}
    layout["yaxis"] |= {
        "range": [len(loss.names) - 0.5, -0.5],
        "tickvals": list(range(len(loss.names))),
        "ticktext": list(loss.names),
    }
    return go.Figure(themes.traces(traces), layout)


def animations(run: Run) -> list[Animation]:
    """The points at each shown step, and the way from the start to each."""
    weights = run.result[0].weights
    here, rows = weights[run.steps], np.arange(weights.shape[1], dtype=float)
    spans = (10.0, float(len(rows)))
    points = points_of(here, np.broadcast_to(rows, here.shape))
    start = points_of(np.broadcast_to(weights[0], here.shape), np.broadcast_to(rows, here.shape))
    gap = np.full_like(points, np.nan)
    trails = np.stack([start, points, gap], axis=2).reshape(len(here), -1, 2)
    keyframes = [Keyframes(TRAILS, trails, spans), Keyframes(POINTS, points, spans)]
    glides = [ALONG] * (len(here) - 1)
    return [Animation(CHART.id, [], keyframes, legs=[[] for _ in glides], glides=glides)]


CHART = Chart(
    "three_rows",
    figure,
    lambda settings, texts: ", ".join(settings.loss_function.names),
    animations,
)


# --- A lesson: its id, how many weights, and what is seen of them -------------------------


class ThreeWeights(Weights):
    """E(W₁, W₂, W₃): the same rule once more, where no landscape can be drawn."""

    id = "three"
    count = 3
    runs: ClassVar = {"": RunView([CHART, loss_by_step.CHART])}


# --- An activation for networks -----------------------------------------------------------


def softsign(z: np.ndarray) -> np.ndarray:
    """z / (1 + |z|)."""
    return z / (1 + np.abs(z))


def softsign_slope(a: np.ndarray) -> np.ndarray:
    """1 / (1 + |z|)², by the output a."""
    return (1 - np.abs(a)) ** 2


# --- An update rule: a step of the same width for every weight ----------------------------

SIGNED = UpdateRule("signed", ("ΔW = η · sign(g)",), source="Riedmiller and Braun 1993, without its rates")


# --- All of it made known -----------------------------------------------------------------


@contextmanager
def added() -> Iterator[None]:
    """Add the lesson, the loss, the rule and the activation; in the end they are forgotten again."""
    LOSSES[BOWL.id], OPTIMIZERS[SIGNED.id] = BOWL, SIGNED
    ACTIVATIONS["softsign"] = Activation(softsign, softsign_slope, 1.0)
    register(ThreeWeights())
    try:
        yield
    finally:
        forget(ThreeWeights.id)
        del LOSSES[BOWL.id], OPTIMIZERS[SIGNED.id], ACTIVATIONS["softsign"]
