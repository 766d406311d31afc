"""What the browser's player needs to know of a run: its numbers as text, its words, its scenes."""

import hashlib
from dataclasses import replace
from pathlib import Path as Files
from typing import Any

import numpy as np
import orjson

from gdviz.descent import Path
from gdviz.figures import curve, cuts, fit, landscape, loss_by_step, race, ruler, surface, worked
from gdviz.figures.ink import PENS
from gdviz.figures.scene import Scene
from gdviz.losses import FormulaLoss
from gdviz.numbers import about, number, point, relation
from gdviz.settings import Settings, shown_steps
from gdviz.texts import Texts
from gdviz.thresholds import Thresholds

# What the player's tools need to be there, by the names of the parts of a page that can be hidden.
TOOLS = {"picture": "downloads", "home": "downloads", "share": "link"}


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
    table, said, numbers = texts.section("table"), texts.section("worked"), _table(loss, path)
    step = worked.worked(loss, settings.rule, path, steps, numbers, texts)
    beyond = "" if path.beyond is None else point(loss.names, path.beyond.tolist())
    return common(settings, steps, path.steps, verdict, texts) | {
        "columns": numbers | _columns(loss, path, steps) | step.columns,
        "constants": step.constants | {"steps": str(path.steps), "beyond": beyond},
        "scenes": drawn(settings, _scenes(settings, path, steps, texts)),
        "worked": {
            "rows": step.rows,
            "last": step.slopes,
            "title": said["title"],
            "end": said[_ending_of(path)],
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
        columns[f"E{worked.ending(i)}"] = [number(e) for e in path.losses.tolist()]
        places = {step: path.weights[step].tolist() for step in own}
        columns[f"at{worked.ending(i)}"] = {
            step: point(loss.names, place, relation(*place)) for step, place in places.items()
        }
        columns[f"is_E{worked.ending(i)}"] = {step: relation(float(path.losses[step])) for step in own}
        columns[f"row{worked.ending(i)}"] = {
            step: f"{'on' if step in own else 'off'}{worked.ending(i)}" for step in steps
        }
    constants = {"steps": str(last)}
    for i, path in enumerate(paths):
        at = {name: f"{{{name}{worked.ending(i)}}}" for name in ("at", "is_E", "E")}
        constants[f"on{worked.ending(i)}"] = said["row"].format(**at)
        constants[f"off{worked.ending(i)}"] = said["ended"].format(step=path.steps)
    rows = [[name, f"{{row{worked.ending(i)}}}", PENS[i].color] for i, name in enumerate(names)]
    scenes = [race.scene(loss, paths, steps), *loss_by_step.scenes(loss, paths, steps, texts, race=True)]
    heads = [[f"E {name}", f"E{worked.ending(i)}"] for i, name in enumerate(names)]
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
            [worked.for_weight(texts[term], loss, path, i), column + worked.ending(i)]
            for i in range(len(loss.names))
        ]

    loss_column = [texts["loss"], "E"]
    step = [texts["step"], "step"]
    return [step, *each("weight", "W"), loss_column, *each("slope", "slope"), *each("update", "dW")]


def _within(path: Path, steps: list[int]) -> list[int]:
    """The shown steps of a run that may have ended early."""
    return sorted({min(step, path.steps) for step in steps})


def _name(settings: Settings) -> str:
    """A name that is the same for two settings whose runs are."""
    # The same run in another language, or seen in another way, is the same.
    view = settings.view if settings.lesson == "network" else ""
    run = replace(settings, lang="", step=0, view=view)
    return hashlib.sha1(repr(run).encode()).hexdigest()[:12]


def _table(loss: FormulaLoss, path: Path) -> dict[str, list[str]]:
    """The numbers of all steps as texts: E, and of each weight W, its slope and its change."""
    columns = {"E": [number(e) for e in path.losses.tolist()]}
    for i in range(len(loss.names)):
        parts = {"W": path.weights, "slope": path.gradients, "dW": path.updates}
        columns |= {
            name + worked.ending(i): list(map(number, part[:, i].tolist())) for name, part in parts.items()
        }
    return columns


def _columns(loss: FormulaLoss, path: Path, steps: list[int]) -> dict[str, dict[int, str]]:
    """What charts and titles tell of the shown steps."""
    columns = {"place": {step: point(loss.names, path.weights[step].tolist()) for step in steps}}
    if len(loss.names) == 1:
        magnified = curve.magnifications(loss, path, steps)
        return columns | {"times": {step: about(times) for step, times in magnified.items()}}
    for i in range(len(loss.names)):
        down = (-path.gradients[:, i]).tolist()
        columns[f"down{worked.ending(i)}"] = {step: number(down[step]) for step in steps}
    return columns
