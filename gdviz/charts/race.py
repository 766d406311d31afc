"""A race: several runs from one start on the same ground, each with a mark and a colour of its own."""

from functools import lru_cache
from itertools import pairwise

import numpy as np
import plotly.graph_objects as go

from gdviz.charts import curve, landscape
from gdviz.charts import theme as themes
from gdviz.charts.animation import ALONG, WAYPOINTS, Animation, Keyframes, Leg
from gdviz.charts.chart import Chart
from gdviz.charts.html import rendered
from gdviz.charts.plane import Plane, points_of
from gdviz.core.descent import Path
from gdviz.core.diagnosis import LOOK_AHEAD, REACHED
from gdviz.core.loss import FormulaLoss
from gdviz.core.numbers import number, point, relation
from gdviz.core.optimizers import Rule
from gdviz.core.ranking import Result
from gdviz.texts import Texts

ID = "race_chart"
RUNNERS = len(themes.MARKER_STYLES)
# Behind the ground's traces come the runners' trails, then their marks at the edge, then their points.
TRAILS, GONE, POINTS = (RUNNERS * i for i in range(3))
GROUND = {1: curve.OUTER, 2: landscape.TRAIL}  # how many traces the ground has, by the number of weights


def view(loss: FormulaLoss) -> Plane:
    return curve.view(loss) if len(loss.domain) == 1 else landscape.view(loss)


@lru_cache(maxsize=64)
def base_figure(loss: FormulaLoss, texts: Texts, theme: themes.Theme, spacing: str = "auto") -> go.Figure:
    """The ground of the loss; as many runners as there may be wait, empty, for a scene."""
    on_curve = len(loss.domain) == 1
    traces, layout = curve.ground(loss, texts, theme) if on_curve else landscape.ground(loss, theme, spacing)
    first = len(traces)
    for i, marker_style in enumerate(themes.MARKER_STYLES):
        # Runners at the same place are all seen: the later ones are smaller and on top.
        trail = themes.mark(marker_style.symbol, marker_style.color, 6, theme.paper) | {"opacity": 0.7}
        trail |= (
            {} if on_curve else {"mode": "lines+markers", "line": {"color": marker_style.color, "width": 2}}
        )
        traces[first + TRAILS + i] = trail
        traces[first + GONE + i] = themes.mark(
            f"{marker_style.symbol}-open", marker_style.color, 15, marker_style.color, 2
        )
        traces[first + POINTS + i] = themes.mark(
            marker_style.symbol, marker_style.color, 20 - 2 * i, theme.text, 1.5
        )
    return themes.figure(traces, layout)


def animation(loss: FormulaLoss, paths: list[Path], steps: list[int]) -> Animation:
    """The runners at rest at each of the shown ``steps``, and on their ways between them.

    A runner whose run has ended stays where it was, or at the edge over which it has gone.
    """
    frame, first = view(loss), GROUND[len(loss.domain)]
    low, high = np.array(loss.domain).T
    all_keyframes: list[Keyframes] = []
    ways = []
    for i, path in enumerate(paths):
        places, rests = _places(loss, path), np.minimum(steps, path.steps)
        inside = ((path.weights >= low) & (path.weights <= high)).all(axis=1)
        if path.diverged:
            inside[-1] = False
        here, points = inside[rests], places[rests]
        edge = np.clip(points, *frame.box(-0.02))

        def keyframes(kind: int, points: np.ndarray, when: np.ndarray, grows: bool = False) -> Keyframes:
            shown = np.where(when[:, None], points, np.nan)[:, None]
            return Keyframes(first + kind + i, shown, (frame.width, frame.height), grows=grows)  # noqa: B023

        all_keyframes += [
            keyframes(TRAILS, points, here, True),
            keyframes(GONE, edge, ~here),
            keyframes(POINTS, points, here),
        ]
        ways.append(_ways(loss, frame, path, places, steps))
    legs: list[list[Leg]] = [
        [(*(x for leg in legs for x in leg[:2]), legs[0][2]) for legs in zip(*frame_ways, strict=True)]
        for frame_ways in zip(*ways, strict=True)
    ]
    movers = [first + POINTS + i for i in range(len(paths))]
    grid = None if len(loss.domain) == 1 else landscape.grid(frame)
    yields = [landscape.LEVEL_WORDS] if grid else []
    return Animation(ID, movers, all_keyframes, legs=legs, clickable=grid is None, grid=grid, yields=yields)


def _places(loss: FormulaLoss, path: Path) -> np.ndarray:
    """A run's points on the chart, (k+1, 2)."""
    return points_of(path.weights[:, 0], path.losses) if len(loss.domain) == 1 else path.weights


def _ways(
    loss: FormulaLoss, frame: Plane, path: Path, places: np.ndarray, steps: list[int]
) -> list[list[Leg]]:
    """From rest to rest: a single step of one weight along its tangent, many steps from point to point.

    All runners take their steps at the same time, so each step has the same share.
    """

    def rested(index: np.ndarray) -> np.ndarray:
        return frame.rounded(frame.held(places[np.minimum(index, path.steps)]))

    def way(before: int, after: int) -> list[Leg]:
        if after - before == 1 and len(loss.domain) == 1:
            along = end = rested(np.array(after))
            if before < path.steps:
                landing = places[before] - path.updates[before] * np.array([1.0, path.gradients[before, 0]])
                along = frame.rounded(frame.held(landing))
            return [(*along.tolist(), ALONG), (*end.tolist(), 1 - ALONG)]
        count = min(after - before, WAYPOINTS)
        index = np.linspace(before, after, count + 1).astype(int)[1:]
        return [(x, y, round(1 / count, 4)) for x, y in rested(index).tolist()]

    return [way(*pair) for pair in pairwise(steps)]


def name(index: int, rule: Rule, texts: Texts) -> str:
    """What a runner is called: its mark, its rule and its rate."""
    return f"{themes.MARKER_STYLES[index].sign} {runner(rule, texts)}"


def runner(rule: Rule, texts: Texts) -> str:
    """A rule and its rate."""
    eta = rule.learning_rate
    return texts("race.runner", rule=rule.id, is_eta=relation(eta), eta=number(eta))


def outcome(result: Result, loss: FormulaLoss, texts: Texts) -> str:
    """What a runner did, in words."""
    if result.left is not None:
        key = "exploded" if result.exploded else "returns" if result.returns else "left"
        return texts(f"race.{key}", step=result.left, n=LOOK_AHEAD)
    if result.goal is None:
        return texts("race.underway", steps=result.steps)
    where = point(loss.names, result.goal.weights)
    if result.since is not None:
        return texts("race.reached", within=number(REACHED), w=where, step=result.since)
    away = number(result.distance or 0.0, 3)
    return texts("race.away", steps=result.steps, distance=away, w=where)


def html(results: list[Result], loss: FormulaLoss, texts: Texts) -> str:
    """The ranking as a table."""
    heads = [texts(f"race.{key}") for key in ("who", "did", "loss")]
    rows = [
        {
            "style": themes.MARKER_STYLES[result.index],
            "runner": runner(result.rule, texts),
            "did": outcome(result, loss, texts),
            "loss": number(result.loss),
        }
        for result in results
    ]
    return str(rendered("ranking.html.j2", name=texts("race.name"), heads=heads, rows=rows))


def sentence(results: list[Result], loss: FormulaLoss, texts: Texts) -> str:
    """The ranking in a sentence, for those who hear it."""

    def part(place: int, found: Result) -> str:
        last = {"is_loss": relation(found.loss), "loss": number(found.loss)}
        did, runner = outcome(found, loss, texts), name(found.index, found.rule, texts)
        return texts("race.place", place=place, runner=runner, did=did, **last)

    return " ".join(part(place, found) for place, found in enumerate(results, 1))


CHART = Chart(
    ID,
    lambda settings, texts, theme: base_figure(settings.loss_function, texts, theme, settings.levels),
    lambda settings, texts: texts("chart.race_alt"),
    lambda run: [animation(run.settings.loss_function, run.result, run.steps)],
    has_levels=True,
)
