"""What the browser's player needs to know of a run: its numbers as text, its words, its scenes."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path as Files
from typing import Any

import numpy as np
import orjson

from gdviz.descent import Path
from gdviz.figures import curve, cuts, fit, landscape, loss_by_step, race, ruler, surface
from gdviz.figures.ink import PENS
from gdviz.figures.scene import Scene
from gdviz.losses import FormulaLoss
from gdviz.numbers import about, number, point, relation, superscript
from gdviz.optimizers import constants
from gdviz.settings import Settings, shown_steps
from gdviz.texts import Texts
from gdviz.thresholds import Thresholds

# What the player's tools need to be there, by the names of the parts of a page that can be hidden.
TOOLS = {"picture": "downloads", "home": "downloads", "share": "link"}
# What has a value for each weight; further weights' columns are named W_2, slope_2 and so on.
OF_EACH_WEIGHT = {"W", "slope", "dW", "down", "rs", "ru", "rw", "arithmetic"}


def code() -> str:
    """The player's JavaScript, one module."""
    home = Files(__file__).parent
    return "".join((home / name).read_text("utf-8") for name in ("graph.js", "guess.js", "player.js"))


def encoded(play: dict[str, Any]) -> bytes:
    """The data as it is sent: JSON in UTF-8, without blanks; nan becomes null."""
    return orjson.dumps(play, option=orjson.OPT_NON_STR_KEYS | orjson.OPT_SERIALIZE_NUMPY)


def play(settings: Settings, path: Path, verdict: str, texts: Texts) -> dict[str, Any]:
    """Everything that one run needs to be played, as plain data for JSON.

    Texts are templates: ``{W}`` stands for the number of that column at the step shown,
    ``{W'}`` for the next step's, ``{(W)}`` for one in parentheses if it is negative.
    """
    loss, steps = settings.record, _within(path, shown_steps(settings.steps, settings.every))
    table, worked = texts.section("table"), texts.section("worked")
    rule = texts.section(f"optimizers.{settings.opt}.worked")
    terms = ["slope", *(term for term in rule if not term.endswith("_row")), "weight"]
    rows = [
        [[_for_weight(text, loss, path, i) for text in _row(worked | rule, term)] for term in terms]
        for i in range(len(loss.names))
    ]
    return common(settings, steps, path.steps, verdict, texts) | {
        "columns": _columns(loss, path, steps),
        "constants": _constants(loss, settings, path, texts),
        "scenes": drawn(settings, _scenes(settings, path, steps, texts)),
        "worked": {
            "rows": [*(row for of_one in rows for row in of_one), _row(worked, "loss")],
            "last": [of_one[0] for of_one in rows],
            "title": worked["title"],
            "end": worked[_ending_of(path)],
        },
        "table": {"name": table["name"], "columns": _table_columns(loss, path, table)},
    }


def play_race(settings: Settings, paths: list[Path], ranking: str, texts: Texts) -> dict[str, Any]:
    """The same of several runs from one start; their columns' names end as those of weights do."""
    loss, last = settings.record, max(path.steps for path in paths)
    steps = sorted({min(step, last) for step in shown_steps(settings.steps, settings.every)})
    names = [race.name(i, rule, texts) for i, rule in enumerate(settings.race)]
    said = texts.section("race")
    columns: dict[str, Any] = {"place": {step: point(loss.names, settings.w) for step in steps[:1]}}
    for i, path in enumerate(paths):
        own = [step for step in steps if step <= path.steps]
        columns[f"E{_ending(i)}"] = [number(e) for e in path.losses.tolist()]
        columns[f"at{_ending(i)}"] = {step: point(loss.names, path.weights[step].tolist()) for step in own}
        columns[f"row{_ending(i)}"] = {
            step: f"{'on' if step in own else 'off'}{_ending(i)}" for step in steps
        }
    constants = {"steps": str(last)}
    for i, path in enumerate(paths):
        at = {"at": f"{{at{_ending(i)}}}", "E": f"{{E{_ending(i)}}}"}
        constants[f"on{_ending(i)}"] = said["row"].format(**at)
        constants[f"off{_ending(i)}"] = said["ended"].format(step=path.steps)
    rows = [[name, f"{{row{_ending(i)}}}", PENS[i].color] for i, name in enumerate(names)]
    scenes = [race.scene(loss, paths, steps), *loss_by_step.scenes(loss, paths, steps, texts, race=True)]
    heads = [[f"E {name}", f"E{_ending(i)}"] for i, name in enumerate(names)]
    return common(settings, steps, last, ranking, texts, said["position"]) | {
        "columns": columns,
        "constants": constants,
        "scenes": drawn(settings, scenes),
        "worked": {"rows": rows, "last": rows, "title": said["title"], "end": said["title"]},
        "table": {
            "name": texts("table.name"),
            "columns": [[texts("table.step"), "step"], *heads],
        },
    }


def common(
    settings: Settings, steps: list[int], last: int, told: str, texts: Texts, position: str | None = None
) -> dict[str, Any]:
    """What the player knows of any run: its name, its link, its steps and the words of the buttons."""
    player = texts.section("player")
    # Whoever is asked what will happen is not told it in the name of the chart.
    told = told if settings.predict == "off" else ""
    said = {
        "alt": player["alt"].replace("{verdict}", told).strip(),
        "position": position or player["position"],
    }
    return {
        "run": _name(settings),
        "link": settings.to_query(),
        "steps": steps,
        "last": last,
        "start": int(np.searchsorted(steps, min(settings.step, steps[-1]))),
        "player": player | said,
        "tools": [tool for tool, part in TOOLS.items() if settings.shows(part)],
        "locked": not settings.shows("w"),
    }


def drawn(settings: Settings, scenes: list[Scene]) -> list[dict[str, Any]]:
    """The scenes of the charts that are on the page."""
    return [scene.to_json() for scene in scenes if settings.draws(scene.chart)]


def prediction(settings: Settings, path: Path, thresholds: Thresholds, texts: Texts) -> dict[str, Any]:
    """What the player needs to ask for each step before it is shown; nothing where it does not ask.

    The numbers are exact: a guess is compared with them. What the rate will do is asked where
    the thresholds answer it, which hold for the whole run only on a parabola.
    """
    if settings.predict == "off":
        return {}
    loss, said = settings.record, texts.section("predict")
    zones = ruler.bands(thresholds, settings.eta, texts)
    regime = {
        "zones": [[band.zone, band.name] for band in zones],
        "is": thresholds.zone(settings.eta),
        "told": next((band.label for band in zones if band.here), ""),
    }
    return {
        "predict": {
            "skip": settings.predict == "skip",
            "letters": loss.names,
            "spans": [high - low for low, high in loss.domain],
            "weights": path.weights,
            "slopes": path.gradients,
            "updates": path.updates,
            "rate": settings.eta,
            "rule": f"{settings.opt}, η = {number(settings.eta)}",
            "regime": regime if thresholds.exact else None,
            "texts": said,
        }
    }


def _ending_of(path: Path) -> str:
    """How a run ended: as long as asked, where the loss is not defined, or with too large a number."""
    if not path.diverged:
        return "end"
    return "exploded" if path.beyond is None else "undefined"


def _scenes(settings: Settings, path: Path, steps: list[int], texts: Texts) -> list[Scene]:
    """The charts of a lesson: what moves on them."""
    loss = settings.record
    by_step = loss_by_step.scenes(loss, [path], steps, texts)
    whole = settings.predict != "off"
    if settings.lesson == "one":
        return [curve.scene(loss, path, steps, texts, whole), *by_step]
    from_above = settings.view == "above"
    ground = landscape.scene(loss, path, steps, texts) if from_above else surface.scene(loss, path, steps)
    fitted = [fit.scene(loss, path, steps)] if loss.data else []
    return [ground, cuts.scene(loss, path, steps, texts, whole), *fitted, *by_step]


def _table_columns(loss: FormulaLoss, path: Path, texts: dict[str, str]) -> list[list[str]]:
    """The table's columns from left to right: what each is called, and what it shows."""

    def each(term: str, column: str) -> list[list[str]]:
        return [
            [_for_weight(texts[term], loss, path, i), column + _ending(i)] for i in range(len(loss.names))
        ]

    loss_column = [texts["loss"], "E"]
    step = [texts["step"], "step"]
    return [step, *each("weight", "W"), loss_column, *each("slope", "slope"), *each("update", "dW")]


def _for_weight(text: str, loss: FormulaLoss, path: Path, i: int) -> str:
    """A template about W, dE/dW and ΔW, told of the i-th weight."""
    return text if len(loss.names) == 1 else _told_of(text, loss.names[i], i, path.memories[0]._fields)


@lru_cache(maxsize=1024)
def _told_of(text: str, weight: str, i: int, memory: tuple[str, ...]) -> str:
    of_each = OF_EACH_WEIGHT | {f"{is_}{name}" for name in memory for is_ in ("", "is_")} - {"t"}

    def named(found: re.Match) -> str:
        wrap, name, rest = found.groups()
        return f"{{{wrap}{name}{_ending(i) if name in of_each else ''}{rest}}}"

    parts = re.split(r"(\{.*?\})", text)
    parts[::2] = [part.replace("dE/dW", "∂E/∂W").replace("W", weight) for part in parts[::2]]
    parts[1::2] = [re.sub(r"\{(\(?)(\w+)(\)?'?)\}", named, part) for part in parts[1::2]]
    return "".join(parts)


def _ending(i: int) -> str:
    """What the i-th weight's columns end in."""
    return f"_{i + 1}" if i else ""


def _row(texts: dict[str, str], term: str) -> list[str]:
    """What a row of the worked step is called, and its line of arithmetic."""
    return [texts[term], texts[f"{term}_row"]]


def _within(path: Path, steps: list[int]) -> list[int]:
    """The shown steps of a run that may have ended early."""
    return sorted({min(step, path.steps) for step in steps})


def _name(settings: Settings) -> str:
    """A name that is the same for two settings whose runs are."""
    # The same run in another language, or seen in another way, is the same.
    view = settings.view if settings.lesson == "network" else ""
    run = replace(settings, lang="", step=0, view=view)
    return hashlib.sha1(repr(run).encode()).hexdigest()[:12]


def _columns(loss: FormulaLoss, path: Path, steps: list[int]) -> dict[str, list[str] | dict[int, str]]:
    """The run's numbers as text: one entry a step, or by step where only shown ones need it."""
    changes = np.diff(path.losses)
    moving = [step for step in steps if step < path.steps]
    remembered = sorted({*steps, *(step + 1 for step in moving)})

    def at(values: np.ndarray, show: Any, indices: Iterable[int]) -> dict[int, str]:
        return {step: show(float(values[step])) for step in indices}

    columns: dict[str, list[str] | dict[int, str]] = {
        "E": [number(e) for e in path.losses.tolist()],
        "place": {step: point(loss.names, path.weights[step].tolist()) for step in steps},
        "change": at(abs(changes), number, moving),
        "trend": at(changes, lambda c: "fell" if c < 0 else "rose" if c > 0 else "same", moving),
    }
    for i in range(len(loss.names)):
        weights, slopes, updates = path.weights[:, i], path.gradients[:, i], path.updates[:, i]
        own: dict[str, list[str] | dict[int, str]] = {
            "W": [number(w) for w in weights.tolist()],
            "slope": [number(s) for s in slopes.tolist()],
            "dW": [number(u) for u in updates.tolist()],
            "rs": at(slopes, relation, steps),
            "ru": at(updates, relation, moving),
            "rw": at(weights[1:], relation, moving),
            **_memory_columns(path, remembered, i),
        }
        if len(loss.names) > 1:
            own["down"] = at(-slopes, number, steps)
        columns |= {name if name == "t" else name + _ending(i): column for name, column in own.items()}
    if len(loss.names) == 1:
        magnified = curve.magnifications(loss, path, steps)
        columns["times"] = {step: about(times) for step, times in magnified.items()}
    return columns


def _memory_columns(path: Path, steps: list[int], i: int) -> dict[str, dict[int, str]]:
    """What the rule remembers of the i-th weight at these steps, by the names of its memory's parts."""
    columns: dict[str, dict[int, str]] = {}
    for name in path.memories[0]._fields:
        values = {step: getattr(path.memories[step], name) for step in steps}
        if isinstance(values[0], int):  # a count, used as an exponent
            columns[name] = {step: superscript(count) for step, count in values.items()}
        else:
            columns[name] = {step: number(float(part[i])) for step, part in values.items()}
            columns[f"is_{name}"] = {step: relation(float(part[i])) for step, part in values.items()}
    return columns


def _constants(loss: FormulaLoss, settings: Settings, path: Path, texts: Texts) -> dict[str, str]:
    """What a template may name besides the columns: the same at every step."""
    worked = texts.section("worked")
    named = [(c.name, value) for c, value in zip(constants(settings.opt), settings.const, strict=True)]
    return {
        "eta": number(settings.eta),
        "steps": str(path.steps),
        "beyond": "" if path.beyond is None else point(loss.names, path.beyond.tolist()),
        **{name: number(value) for name, value in named},
        **{f"rest_{name}": number(1 - value) for name, value in named},
        **{
            f"arithmetic{_ending(i)}": _with_columns(arithmetic, loss)
            for i, arithmetic in enumerate(loss.formula.gradient_arithmetic)
        },
        **{trend: worked[trend] for trend in ("fell", "rose", "same")},
    }


def _with_columns(arithmetic: str, loss: FormulaLoss) -> str:
    """A formula's template over its letters as one over the columns of the weights."""
    for i, letter in enumerate(loss.letters):
        arithmetic = re.sub(rf"\{{(\(?){letter}(\)?)\}}", rf"{{\1W{_ending(i)}\2}}", arithmetic)
    return arithmetic
