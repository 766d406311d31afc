"""The loss at each step, linear or logarithmic, with a marker on the step shown."""

from functools import lru_cache

import numpy as np
import plotly.graph_objects as go

from gdviz.descent import Path
from gdviz.figures import ink as inks
from gdviz.figures.scene import Scene
from gdviz.losses import FormulaLoss
from gdviz.numbers import number
from gdviz.stationary import minima
from gdviz.texts import Texts

CHART = "loss_by_step"
HEIGHT = 250
LINE, POINT = range(2)


@lru_cache(maxsize=64)
def stage(texts: Texts, ink: inks.Ink) -> go.Figure:
    """Empty axes: what is on them depends on the run."""
    line = go.Scatter(
        x=[], y=[], mode="lines+markers", line={"color": ink.curve, "width": 2}, hoverinfo="x+y"
    )
    point = go.Scatter(
        x=[],
        y=[],
        mode="markers",
        marker={"color": ink.point, "size": 14, "line": {"color": ink.text, "width": 2}},
        hoverinfo="skip",
        cliponaxis=False,
    )
    layout = inks.layout(ink, HEIGHT)
    layout["xaxis"] |= {"title.text": texts("chart.step"), "showgrid": False}
    layout["yaxis"] |= {"exponentformat": "power", "hoverformat": ".6~g"}
    return go.Figure([line, point], layout)


def scenes(loss: FormulaLoss, path: Path, steps: list[int], texts: Texts) -> list[Scene]:
    """The same run twice: E on a linear scale, and E above its lowest value on a logarithmic one."""
    floor = min((p.loss for p in minima(loss)), default=float(path.losses.min()))
    losses = path.losses[steps]
    # Below this the difference from the floor is rounding, not loss.
    above = np.where(losses - floor > 1e-14 * max(1.0, abs(floor)), losses - floor, np.nan)
    above_floor = f"− {number(floor)}" if floor > 0 else f"+ {number(-floor)}"
    title = texts("chart.log_loss", above=above_floor) if floor else texts("chart.linear_loss")
    return [
        _scene("linear", steps, losses, texts("chart.linear_loss")),
        _scene("log", steps, above, title),
    ]


def _scene(variant: str, steps: list[int], losses: np.ndarray, title: str) -> Scene:
    heights = [None if v != v else float(f"{v:.6g}") for v in losses.tolist()]
    margin = 0.04 * steps[-1]
    layout = {
        "xaxis.range": [-margin, steps[-1] + margin],
        "xaxis.dtick": 1 if steps[-1] <= 10 else None,
        "yaxis.type": variant,
        "yaxis.autorange": True,
        "yaxis.title.text": title,
    }
    fixed = {"trace": LINE, "x": steps, "y": heights, "layout": layout}
    return Scene(CHART, POINT, variant=variant, fixed=fixed)
