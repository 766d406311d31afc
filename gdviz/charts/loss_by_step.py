"""The loss at each step, linear or logarithmic, with a marker on the step shown, of one run or many."""

from functools import lru_cache

import numpy as np
import plotly.graph_objects as go

from gdviz.charts import theme as themes
from gdviz.charts.animation import Animation
from gdviz.charts.chart import Chart
from gdviz.core.critical_points import minima
from gdviz.core.descent import Path
from gdviz.core.loss import FormulaLoss
from gdviz.core.numbers import number
from gdviz.texts import Texts

ID = "loss_by_step"
HEIGHT = 250


@lru_cache(maxsize=64)
def base_figure(texts: Texts, theme: themes.Theme, race: bool = False) -> go.Figure:
    """Empty axes with a line for each run, then a point for each: what is on them depends on the runs."""
    marker_styles = themes.MARKER_STYLES if race else (themes.MarkerStyle("circle", "●", theme.point),)
    lines = [
        themes.line(marker_style.color if race else theme.curve, 2) | {"hoverinfo": "x+y"}
        for marker_style in marker_styles
    ]
    points = [
        themes.mark(marker_style.symbol, marker_style.color, 14, theme.text, 2)
        for marker_style in marker_styles
    ]
    if not race:
        lines[0]["mode"] = "lines+markers"
    layout = themes.layout(theme, HEIGHT)
    layout["xaxis"] |= {"title.text": texts("chart.step"), "showgrid": False}
    layout["yaxis"] |= {"hoverformat": ".6~g", "nticks": 4}
    return themes.figure(dict(enumerate(lines + points)), layout)


def animations(
    loss: FormulaLoss, paths: list[Path], steps: list[int], texts: Texts, race: bool = False
) -> list[Animation]:
    """The same runs twice: E on a linear scale, and E above its lowest value on a logarithmic one."""
    floor = min((p.loss for p in minima(loss)), default=min(float(path.losses.min()) for path in paths))
    # Below this the difference from the floor is rounding, not loss.
    least = 1e-14 * max(1.0, abs(floor))
    losses = [path.losses[[step for step in steps if step <= path.steps]] for path in paths]
    above = [np.where(loss - floor > least, loss - floor, np.nan) for loss in losses]
    above_floor = f"− {number(floor)}" if floor > 0 else f"+ {number(-floor)}"
    title = texts("chart.log_loss", above=above_floor) if floor else texts("chart.linear_loss")
    # Behind the lines of all runs that there may be come their points.
    points = len(themes.MARKER_STYLES) if race else 1
    linear = texts("chart.linear_loss")
    return [
        walks(ID, points, "linear", steps, losses, linear, heights=_range(losses)),
        walks(ID, points, "log", steps, above, title),
    ]


def _range(losses: list[np.ndarray]) -> list[float] | None:
    """The heights of the runs that end no higher than they began; None if that is all of them, or none.

    One that explodes would press the others flat: its line leaves at the top.
    """
    settled = [of_one for of_one in losses if of_one[-1] <= of_one[0]]
    if not 0 < len(settled) < len(losses):
        return None
    low, high = min(float(of_one.min()) for of_one in settled), max(float(of_one.max()) for of_one in settled)
    return [low - 0.05 * (high - low), high + 0.25 * (high - low)]


def walks(
    chart: str,
    points: int,
    variant: str,
    steps: list[int],
    losses: list[np.ndarray],
    title: str,
    heights: list[float] | None = None,
    rests: list[int] | None = None,
) -> Animation:
    """Lines of losses by step, and a point on each, of traces from ``points`` on, that walks along it.

    They are seen, and move, while the reader's choice of scale is ``variant``.
    ``rests`` are the places on the lines where the points rest, if they do not at each one.
    """
    values = [[None if v != v else float(f"{v:.6g}") for v in of_one.tolist()] for of_one in losses]
    margin = 0.04 * (steps[-1] or 1)
    layout = {
        "xaxis.range": [-margin, steps[-1] + margin],
        # Without its mode an axis would keep a mark for each step when a longer run comes.
        "xaxis.tickmode": "linear" if steps[-1] <= 10 else "auto",
        "xaxis.dtick": 1,
        "yaxis.type": variant,
        "yaxis.range": heights,
        "yaxis.autorange": heights is None,
        "yaxis.title.text": title,
    }
    rest = {} if rests is None else {"rests": rests}
    lines = [{"trace": i, "x": steps[: len(of_one)], "y": of_one, **rest} for i, of_one in enumerate(values)]
    fixed = {"lines": lines, "layout": layout}
    return Animation(chart, [points + i for i in range(len(losses))], variant=variant, fixed=fixed)


CHART = Chart(
    ID,
    lambda settings, texts, theme: base_figure(texts, theme, race=bool(settings.race)),
    lambda settings, texts: texts("chart.loss_alt"),
    lambda run: animations(
        run.settings.loss_function, run.result, run.steps, run.texts, race=bool(run.settings.race)
    ),
    part="curve-by-step",
    beside=True,
    switch=True,
)
