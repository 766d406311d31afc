"""A race: several runs from one start on the same ground, each with a mark and a colour of its own."""

from collections.abc import Sequence
from functools import lru_cache
from html import escape
from itertools import pairwise

import numpy as np
import plotly.graph_objects as go

from gdviz.descent import Path
from gdviz.diagnosis import LOOK_AHEAD, REACHED
from gdviz.figures import curve, landscape
from gdviz.figures import ink as inks
from gdviz.figures.plane import Plane, points_of
from gdviz.figures.scene import ALONG, WAYPOINTS, Leg, Scene, Track
from gdviz.losses import FormulaLoss
from gdviz.numbers import number, point
from gdviz.optimizers import Rule
from gdviz.ranking import Result
from gdviz.texts import Texts

CHART = "race_chart"
RUNNERS = len(inks.PENS)
# Behind the ground's traces come the runners' trails, then their marks at the edge, then their points.
TRAILS, GONE, POINTS = (RUNNERS * i for i in range(3))
GROUND = {1: curve.TRAIL, 2: landscape.TRAIL}  # how many traces the ground has, by the number of weights


def view(loss: FormulaLoss) -> Plane:
    return curve.view(loss) if len(loss.domain) == 1 else landscape.view(loss)


@lru_cache(maxsize=64)
def stage(loss: FormulaLoss, texts: Texts, ink: inks.Ink) -> go.Figure:
    """The ground of the loss; as many runners as there may be wait, empty, for a scene."""
    on_curve = len(loss.domain) == 1
    told, layout = curve.ground(loss, texts, ink) if on_curve else landscape.ground(loss, ink)
    first = len(told)
    for i, pen in enumerate(inks.PENS):
        # Runners at the same place are all seen: the later ones are smaller and on top.
        trail = inks.mark(pen.symbol, pen.color, 6, ink.paper) | {"opacity": 0.7}
        trail |= {} if on_curve else {"mode": "lines+markers", "line": {"color": pen.color, "width": 2}}
        told[first + TRAILS + i] = trail
        told[first + GONE + i] = inks.mark(f"{pen.symbol}-open", pen.color, 15, pen.color, 2)
        told[first + POINTS + i] = inks.mark(pen.symbol, pen.color, 20 - 2 * i, ink.text, 1.5)
    return go.Figure(inks.traces(told), layout)


def scene(loss: FormulaLoss, paths: list[Path], steps: list[int]) -> Scene:
    """The runners at rest at each of the shown ``steps``, and on their ways between them.

    A runner whose run has ended stays where it was, or at the edge over which it has gone.
    """
    frame, first = view(loss), GROUND[len(loss.domain)]
    low, high = np.array(loss.domain).T
    tracks: list[Track] = []
    ways = []
    for i, path in enumerate(paths):
        places, rests = _places(loss, path), np.minimum(steps, path.steps)
        inside = ((path.weights >= low) & (path.weights <= high)).all(axis=1)
        if path.diverged:
            inside[-1] = False
        here, points = inside[rests], places[rests]
        edge = np.clip(points, *frame.box(-0.02))

        def track(kind: int, points: np.ndarray, when: np.ndarray, grows: bool = False) -> Track:
            shown = np.where(when[:, None], points, np.nan)[:, None]
            return Track(first + kind + i, shown, (frame.width, frame.height), grows=grows)  # noqa: B023

        tracks += [track(TRAILS, points, here, True), track(GONE, edge, ~here), track(POINTS, points, here)]
        ways.append(_ways(loss, frame, path, places, steps))
    legs: list[list[Leg]] = [
        [(*(x for leg in legs for x in leg[:2]), legs[0][2]) for legs in zip(*frame_ways, strict=True)]
        for frame_ways in zip(*ways, strict=True)
    ]
    movers = [first + POINTS + i for i in range(len(paths))]
    grid = None if len(loss.domain) == 1 else landscape.grid(frame)
    return Scene(CHART, movers, tracks, legs=legs, clickable=grid is None, grid=grid)


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
    return f"{inks.PENS[index].sign} {texts('race.runner', rule=rule.id, eta=number(rule.learning_rate))}"


def key(rules: Sequence[Rule], texts: Texts) -> str:
    """The runners with their marks in a line of HTML, made of this page's own texts and numbers only."""
    names = [escape(texts("race.runner", rule=rule.id, eta=number(rule.learning_rate))) for rule in rules]
    signs = [f'<b style="color:{pen.color}">{pen.sign}</b>' for pen in inks.PENS]
    return f"<p>{' &emsp; '.join(f'{sign} {name}' for sign, name in zip(signs, names, strict=False))}</p>"


def told(result: Result, loss: FormulaLoss, texts: Texts) -> str:
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
    """The ranking as a table, made of this page's own texts and numbers only."""
    heads = "".join(f"<th>{escape(texts(f'race.{key}'))}</th>" for key in ("who", "did", "loss"))
    rows = []
    for place, result in enumerate(results, 1):
        pen = inks.PENS[result.index]
        runner = texts("race.runner", rule=result.rule.id, eta=number(result.rule.learning_rate))
        cells = [escape(runner), escape(told(result, loss, texts)), escape(number(result.loss))]
        sign = f'<b style="color:{pen.color}">{pen.sign}</b>'
        rows.append(
            f"<tr><td>{place}</td><td>{sign} {cells[0]}</td><td>{cells[1]}</td><td>{cells[2]}</td></tr>"
        )
    caption = escape(texts("race.name"))
    return (
        f'<table class="gdviz-ranking"><caption>{caption}</caption><thead><tr><th></th>{heads}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def sentence(results: list[Result], loss: FormulaLoss, texts: Texts) -> str:
    """The ranking in a sentence, for those who hear it."""
    said = [
        texts("race.place", place=i, runner=name(r.index, r.rule, texts), did=told(r, loss, texts))
        for i, r in enumerate(results, 1)
    ]
    return " ".join(said)
