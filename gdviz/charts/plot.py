"""A run as one finished Plotly figure, for a notebook: the page's charts, with a player of Plotly's own.

What the page's player draws by itself is here written out: each shown step is a frame with all that
stands on the chart at it, and between two of them come frames that move the point alone, along the
tangent and then to the curve. Plotly only shows them: it would turn a tangent as well as move a point, if
what is between frames were left to it. Figures and frames are made of the same data, so they share a
file that is a little long.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, cast

import numpy as np
import plotly.graph_objects as go

from gdviz.charts import curve, landscape, loss_by_step, race
from gdviz.charts.animation import Animation, Keyframes, Leg
from gdviz.charts.theme import MARKER_STYLES, THEMES
from gdviz.core.descent import Path
from gdviz.core.loss import FormulaLoss, FunctionLoss, domain_of, names_of
from gdviz.core.numbers import about, difference, number, point, relation
from gdviz.texts import Texts, load_texts

MAX_FRAMES = 100  # a longer run has frames that stand for several steps
SECONDS = 10  # that a run of any length plays, about
LONGEST = 33  # milliseconds of one frame: two pictures of most screens
PLACES = 24  # of a point between two steps, about and at most; of a long run fewer
CONTROLS, MENU, LEGEND = 110, 50, 28  # pixels for what stands under or over a chart
THEME = THEMES["light"]


def plot(path: Path, step: int = 0, animate: bool = False, lang: str = "en") -> go.Figure:
    """A run at one of its steps: the point, its trail, the tangent or −∇E, and the step itself.

    Args:
        path: The run. With one weight it is drawn on its curve, with two on contour lines, as far as its
            loss has a domain and the run is in it; else E is drawn by step.
        step: The step shown, 0 to k.
        animate: Whether the figure plays: with a button, and a slider over the steps, of which at most
            100 are shown.
        lang: The language of its words, "en" or "ja".

    Returns:
        A plotly Figure, for ``.show()``, ``.write_html(file)`` or a notebook's cell.

    Raises:
        ValueError: A step that the run does not have.
        ImportError: Without plotly, which ``pip install gdviz[plot]`` brings.

    Example:
        >>> import gdviz as gd
        >>> path = gd.descend(gd.LOSSES["bowl"], gd.OPTIMIZERS["gd"](0.1), 5, 30)
        >>> gd.plot(path, step=3).layout.xaxis.range
        (-6, 6)
        >>> len(gd.plot(path, animate=True).layout.sliders[0].steps)
        31
    """
    _checked(step, path.steps)
    texts, steps = load_texts(lang), _shown(path.steps, step)
    steps = steps if animate else steps[: steps.index(step) + 1]
    loss = cast(FormulaLoss, path.loss)  # the charts ask of it what any loss with a domain has
    if not _is_drawn(path):
        return _by_step([path], steps, step, animate, texts)
    chart = curve if path.weights.shape[1] == 1 else landscape
    figure = go.Figure(chart.base_figure(loss, texts, THEME))
    return _shows(
        figure, chart.animation(loss, path, steps, texts), _labels(path, steps), steps, step, animate, texts
    )


def plot_losses(*paths: Path, lang: str = "en") -> go.Figure:
    """E at each step of one run or several, linear or logarithmic.

    Args:
        *paths: One to six runs, of any number of weights.
        lang: The language of its words, "en" or "ja".

    Returns:
        A plotly Figure. On its logarithmic scale stands E above the lowest minimum that is known, or
        else above the lowest loss of these runs.

    Raises:
        ValueError: No run, or more than six.

    Example:
        >>> import gdviz as gd
        >>> paths = [gd.descend(gd.LOSSES["bowl"], gd.OPTIMIZERS["gd"](eta), 5, 30) for eta in (0.1, 0.9)]
        >>> [trace.name for trace in gd.plot_losses(*paths).data if trace.showlegend]
        ['gd, η = 0.1', 'gd, η = 0.9']
    """
    last = max((path.steps for path in paths), default=0)
    return _by_step(list(paths), list(range(last + 1)), last, False, load_texts(lang), scales=True)


def plot_race(
    paths: Sequence[Path], step: int | None = None, animate: bool = False, lang: str = "en"
) -> go.Figure:
    """Several runs on the same loss, each with a mark and a colour of its own.

    Args:
        paths: One to six runs. With one weight or two, and a domain, they are drawn on the loss, else by
            their E at each step.
        step: The step shown, 0 to the last of the longest run; left out, that.
        animate: Whether the figure plays, as in ``plot``.
        lang: The language of its words, "en" or "ja".

    Returns:
        A plotly Figure.

    Raises:
        ValueError: No run, more than six, runs on different losses, or a step that none of them has.

    Example:
        >>> import gdviz as gd
        >>> start = (-7, 2)
        >>> rules = [gd.OPTIMIZERS["gd"](0.95), gd.OPTIMIZERS["adam"](0.3)]
        >>> figure = gd.plot_race([gd.descend(gd.LOSSES["valley"], rule, start, 30) for rule in rules])
        >>> [trace.name for trace in figure.data if trace.showlegend]
        ['gd, η = 0.95', 'adam, η = 0.3']
    """
    paths, texts = list(paths), load_texts(lang)
    _counted(paths)
    loss, last = paths[0].loss, max(path.steps for path in paths)
    if any(path.loss != loss for path in paths):
        raise ValueError("the runs of a race are on the same loss")
    step = last if step is None else step
    _checked(step, last)
    steps = _shown(last, step)
    steps = steps if animate else steps[: steps.index(step) + 1]
    if not all(map(_is_drawn, paths)):
        return _by_step(paths, steps, step, animate, texts)
    drawn = cast(FormulaLoss, loss)
    figure = go.Figure(race.base_figure(drawn, texts, THEME))
    animation = race.animation(drawn, paths, steps)
    _name(figure, animation.movers, paths, texts)
    return _shows(figure, animation, [{} for _ in steps], steps, step, animate, texts)


def html(path: Path) -> str:
    """A run that plays, as a part of a page; plotly's script comes from its makers' server."""
    return str(plot(path, animate=True).to_html(full_html=False, include_plotlyjs="cdn", auto_play=False))


def _checked(step: int, last: int) -> None:
    if not 0 <= step <= last:
        raise ValueError(f"the step must be 0 to {last}, not {step}")


def _counted(paths: Sequence[Path]) -> None:
    if not 1 <= len(paths) <= len(MARKER_STYLES):
        raise ValueError(f"one to {len(MARKER_STYLES)} runs can be told apart, not {len(paths)}")


def _shown(last: int, step: int) -> list[int]:
    """The steps that have a frame: at most MAX_FRAMES, the one asked for among them, and the last."""
    every = math.ceil(last / MAX_FRAMES)
    return sorted({*range(0, last, every), step, last})


def _is_drawn(path: Path) -> bool:
    """Whether a run can be drawn on its loss: it has one weight or two, and is on the chart at some step."""
    domain = domain_of(path.loss)
    if domain is None or len(domain) > 2:
        return False
    low, high = np.array(domain).T
    return bool(((path.weights >= low) & (path.weights <= high)).all(axis=1).any())


def _by_step(
    paths: list[Path], steps: list[int], step: int, animate: bool, texts: Texts, scales: bool = False
) -> go.Figure:
    """E by step of some runs, with a point on each; with a choice of two scales, or playing."""
    _counted(paths)
    many, loss = len(paths) > 1, paths[0].loss
    # Runs on different losses have no floor in common.
    common = loss if all(path.loss == loss for path in paths) else FunctionLoss(loss.value)
    linear, log = loss_by_step.animations(cast(FormulaLoss, common), paths, steps, texts, race=many)
    figure = go.Figure(loss_by_step.base_figure(texts, THEME, race=many))
    figure.layout.height = curve.HEIGHT
    if scales:
        places = [line["trace"] for line in (linear.fixed or {})["lines"]]
        buttons = []
        for animation, key in ((linear, "linear"), (log, "log")):
            fixed = animation.fixed or {}
            data = {axis: [line[axis] for line in fixed["lines"]] for axis in ("x", "y")}
            buttons.append(
                {"label": texts(f"player.{key}"), "method": "update", "args": [data, fixed["layout"], places]}
            )
        figure.layout.updatemenus = [_menu(buttons, showactive=True)]
        _make_room(figure, b=MENU)
    _name(
        figure,
        linear.movers if not scales else [line["trace"] for line in (linear.fixed or {})["lines"]],
        paths,
        texts,
    )
    # A chart of E alone needs no point on its end.
    moving = linear if not scales else Animation(linear.chart, [], fixed=linear.fixed)
    return _shows(figure, moving, [{} for _ in steps], steps, step, animate, texts)


def _name(figure: go.Figure, traces: Sequence[int], paths: Sequence[Path], texts: Texts) -> None:
    """A legend of the runs, by their rules and rates, where there are several."""
    if len(paths) < 2:
        return
    figure.update_traces(showlegend=False)
    for i, path in zip(traces, paths, strict=False):
        rule = path.optimizer.rule
        figure.data[i].update(name=race.runner(rule, texts) if rule else "", showlegend=rule is not None)
    figure.layout.showlegend = True
    figure.layout.legend = {"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0}
    _make_room(figure, t=LEGEND)


def _labels(path: Path, steps: Sequence[int]) -> list[dict[str, str]]:
    """What the texts of a chart name of each shown step, as the page's do."""
    n = path.weights.shape[1]
    names, found = names_of(path.loss, n), []
    times = curve.magnifications(cast(FormulaLoss, path.loss), path, list(steps)) if n == 1 else {}
    for step in steps:
        here = {"place": point(names, path.weights[step].tolist())}
        ends = path.weights[step : step + 2].tolist()
        for i in range(n):
            end, slope = f"_{i + 1}" if i else "", float(path.gradients[step, i])
            here |= {
                f"W{end}{later}": number(place[i]) for later, place in zip(("", "'"), ends, strict=False)
            }
            here |= {
                f"slope{end}": number(slope),
                f"down{end}": number(-slope),
                f"is_slope{end}": relation(slope),
            }
            if step < path.steps:
                update = float(path.updates[step, i])
                here |= {f"dW{end}": number(update), f"is_dW{end}": relation(update)}
        if step < path.steps:
            here["change"] = difference(*path.losses[step : step + 2].tolist())
        if step in times:
            here["times"] = about(times[step])
        found.append(here)
    return found


def _shows(
    figure: go.Figure,
    animation: Animation,
    labels: Sequence[dict[str, str]],
    steps: list[int],
    step: int,
    animate: bool,
    texts: Texts,
) -> go.Figure:
    """The figure with all that moves on it where it is at a step; and its frames, if it plays."""
    for key, value in (animation.fixed or {}).get("layout", {}).items():
        figure.layout[key] = value
    for line in (animation.fixed or {}).get("lines", []):
        figure.data[line["trace"]].update(x=line["x"], y=line["y"])
    at = steps.index(step)
    for i, data in _data(animation, at, labels[at]).items():
        figure.data[i].update(data if any(x is not None for x in data["x"]) else {"x": [], "y": []})
    if animate:
        _play(figure, animation, labels, steps, at, texts)
    return figure


def _data(animation: Animation, frame: int, labels: dict[str, str]) -> dict[int, dict[str, Any]]:
    """Where each trace of an animation is when a frame rests, and what it says."""
    found = {track.trace: _trace(track, frame, labels) for track in animation.all_keyframes}
    lines = (animation.fixed or {}).get("lines", [])
    for i, line in zip(animation.movers, lines, strict=False):
        k = min(frame, len(line["x"]) - 1)
        found[i] = {"x": [line["x"][k]], "y": [line["y"][k]]}
    return found


def _trace(track: Keyframes, frame: int, labels: dict[str, str]) -> dict[str, Any]:
    points = track.points[:frame].reshape(-1, 2) if track.grows else track.points[frame]
    x, y = ([None if math.isnan(v) else v for v in column] for column in points.T.tolist())
    text = [template.format_map(defaultdict(str, labels)) for template in track.text]
    return {"x": x, "y": y} | ({"text": text} if text else {})


def _play(
    figure: go.Figure,
    animation: Animation,
    labels: Sequence[dict[str, str]],
    steps: list[int],
    at: int,
    texts: Texts,
) -> None:
    """The frames of a figure, its button and its slider."""
    rests = [_data(animation, frame, labels[frame]) for frame in range(len(steps))]
    seen = sorted({i for rest in rests for i, data in rest.items() if any(x is not None for x in data["x"])})
    for i in seen:
        if "markers" in figure.data[i].mode:
            _hide_marks([rest[i] for rest in rests])
    for trace in figure.data:
        if (
            trace.mode == "lines+markers"
            and None in (trace.x or ())[1::2]
            and None not in (trace.x or ())[::2]
        ):
            # Marks alone, with gaps between them.
            trace.update(mode="markers", x=trace.x[::2], y=trace.y[::2])
    # Plotly empties the axes of which a frame names no trace.
    kept: dict[int, dict[str, Any]] = {i: {} for i in animation.keep}
    frames = [_frame(str(steps[0]), kept | {i: rests[0][i] for i in seen})]
    count = min(PLACES, max(2, round(1000 * SECONDS / LONGEST / len(steps))))
    for frame, (before, after) in enumerate(pairwise(steps)):
        here = [(rests[frame][i]["x"][0], rests[frame][i]["y"][0]) for i in animation.movers]
        legs = animation.legs[frame] if animation.legs else []
        for k, places in enumerate(_places(here, legs, count)):
            moved = {i: {"x": [x], "y": [y]} for i, (x, y) in zip(animation.movers, places, strict=True)}
            frames.append(_frame(f"{before} → {after}, {k + 1}", kept | moved))
        frames.append(_frame(str(after), kept | {i: rests[frame + 1][i] for i in seen}))
    figure.frames = frames
    length = min(LONGEST, max(20, round(1000 * SECONDS / len(frames))))
    options = {"frame": {"duration": length, "redraw": False}, "fromcurrent": True, "mode": "immediate"}
    options["transition"] = {"duration": 0}
    at_once = options | {"frame": {"duration": 1, "redraw": False}}
    buttons: list[dict[str, Any]] = [
        {"label": texts("player.play"), "method": "animate", "args": [None, options]},
        {"label": texts("player.pause"), "method": "animate", "args": [[None], at_once]},
    ]
    figure.layout.updatemenus = [_menu(buttons)]
    figure.layout.sliders = [
        {
            "active": at,
            "x": 0.2,
            "len": 0.8,
            "pad": {"t": 44},
            "currentvalue": {"prefix": f"{texts('chart.step')} ", "xanchor": "right"},
            "steps": [
                {"label": str(step), "method": "animate", "args": [[str(step)], at_once]} for step in steps
            ],
        }
    ]
    _make_room(figure, b=CONTROLS)


def _places(
    here: Sequence[tuple[float | None, float | None]], legs: Sequence[Leg], count: int
) -> Iterator[list[list[float]]]:
    """The way along the legs as about so many places of the movers, (movers, 2); each leg's end is one."""
    start = np.array(here, dtype=float)
    for k in np.unique(np.linspace(0, len(legs) - 1, count).round().astype(int)).tolist() if legs else []:
        end = np.reshape(legs[k][:-1], (-1, 2))
        # Whoever is nowhere yet begins where the leg ends.
        start = np.where(np.isnan(start), end, start)
        for share in np.linspace(0, 1, max(1, round(legs[k][-1] * count)) + 1)[1:]:
            yield (start + share * (end - start)).tolist()
        start = end


def _hide_marks(rests: Sequence[dict[str, Any]]) -> None:
    """Make marks without a place invisible where they are shown next, or were shown last.

    Plotly draws a mark without a place in a corner, and does not take away one whose trace has none left.
    """
    places = [[(x, y) for x, y in zip(rest["x"], rest["y"], strict=True) if x is not None] for rest in rests]
    for k, (rest, here) in enumerate(zip(rests, places, strict=True)):
        rest["marker"] = {"opacity": int(bool(here))}
        shown = here or next(filter(None, [*places[k:], *places[:k][::-1]]))[:1]
        rest["x"], rest["y"] = map(list, zip(*shown, strict=True))


def _frame(name: str, data: dict[int, dict[str, Any]]) -> go.Frame:
    return go.Frame(name=name, data=[go.Scatter(of_one) for of_one in data.values()], traces=list(data))


def _make_room(figure: go.Figure, **pixels: int) -> None:
    """Add to the margins of a figure, which do not grow by themselves, and to its height as much."""
    for side, more in pixels.items():
        figure.layout.margin[side] += more
        figure.layout.height += more


def _menu(buttons: list[dict[str, Any]], showactive: bool = False) -> dict[str, Any]:
    place = {"x": 0, "xanchor": "left", "y": 0, "yanchor": "top", "pad": {"t": 60}}
    return {"type": "buttons", "direction": "left", "buttons": buttons, "showactive": showactive} | place
