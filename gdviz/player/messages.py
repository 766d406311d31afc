"""What the browser's player needs to know of a run: its numbers as text, its words, its scenes."""

import hashlib
from collections.abc import Sequence
from typing import Any

import numpy as np
import orjson

from gdviz.charts import race, sentences, thresholds_scale
from gdviz.charts.chart import Chart, Run
from gdviz.charts.theme import MARKER_STYLES
from gdviz.classroom.prediction import ASKED, may_skip
from gdviz.core.descent import Path
from gdviz.core.loss import FormulaLoss
from gdviz.core.numbers import number, place, point, relation
from gdviz.core.thresholds import Thresholds
from gdviz.link.readers import shown_steps
from gdviz.link.settings import Settings
from gdviz.link.story import STOPS
from gdviz.player import worked_step
from gdviz.player.hand import hand
from gdviz.texts import Texts

# What the player's tools need to be there, by the names of the parts of a page that can be hidden.
TOOLS = {"picture": "downloads", "home": "downloads", "share": "link"}


def encoded(play: dict[str, Any]) -> bytes:
    """The data as it is sent: JSON in UTF-8, without blanks; nan becomes null."""
    return orjson.dumps(play, option=orjson.OPT_NON_STR_KEYS | orjson.OPT_SERIALIZE_NUMPY)


def play(
    settings: Settings, path: Path, verdict: str, charts: Sequence[Chart], texts: Texts
) -> dict[str, Any]:
    """Everything that one run needs to be played, as plain data for JSON.

    Texts are templates: ``{W}`` stands for the number of that column at the step shown,
    ``{W'}`` for the next step's, ``{(W)}`` for one in parentheses if it is negative.
    """
    loss, steps = settings.loss_function, _within(path, shown_steps(settings.steps, settings.every))
    table, section, numbers = texts.section("table"), texts.section("worked"), _table(loss, path)
    step = worked_step.worked(loss, settings.rule, path, steps, numbers, texts)
    signs = _signs(path, steps)
    beyond = "" if path.beyond is None else point(loss.names, path.beyond.tolist())
    run = Run(settings, [path], steps, texts)
    of_charts = {name: column for chart in charts for name, column in chart.columns(run).items()}
    known = common(settings, steps, path.steps, verdict, texts)
    return known | {
        "player": known["player"] | status(settings, known["player"]["status"], texts),
        "columns": numbers | of_charts | signs | step.columns,
        "constants": step.constants
        | dict.fromkeys(signs, "≈")
        | {"place": _place(loss), "steps": str(path.steps), "beyond": beyond},
        "scenes": scenes(charts, run),
        "worked": {
            "rows": step.rows,
            "last": step.slopes,
            "title": section["title"],
            "end": section[_ending_of(path)],
            "columns": len(loss.names),
        },
        "table": {"name": table["name"], "columns": _table_columns(loss, path, table)},
        "resumes": not settings.predicts and not settings.mission,
    }


def play_race(
    settings: Settings, paths: list[Path], ranking: str, charts: Sequence[Chart], texts: Texts
) -> dict[str, Any]:
    """The same of several runs from one start; their columns' names end as those of weights do."""
    loss, last = settings.loss_function, max(path.steps for path in paths)
    steps = sorted({min(step, last) for step in shown_steps(settings.steps, settings.every)})
    names = [race.name(i, rule, texts) for i, rule in enumerate(settings.race)]
    section = texts.section("race")
    columns: dict[str, Any] = {}
    for i, path in enumerate(paths):
        own = [step for step in steps if step <= path.steps]
        columns[f"E{worked_step.ending(i)}"] = [number(e) for e in path.losses.tolist()]
        columns[f"at{worked_step.ending(i)}"] = {
            step: point(loss.names, path.weights[step].tolist()) for step in own
        }
        columns[f"is_E{worked_step.ending(i)}"] = {step: relation(float(path.losses[step])) for step in own}
        columns[f"row{worked_step.ending(i)}"] = {
            step: f"{'on' if step in own else 'off'}{worked_step.ending(i)}" for step in steps
        }
    constants = {"steps": str(last)}
    for i, path in enumerate(paths):
        at = {name: f"{{{name}{worked_step.ending(i)}}}" for name in ("at", "is_E", "E")}
        constants[f"on{worked_step.ending(i)}"] = section["row"].format(**at)
        constants[f"off{worked_step.ending(i)}"] = section["ended"].format(step=path.steps)
    rows = [[name, f"{{row{worked_step.ending(i)}}}", MARKER_STYLES[i].color] for i, name in enumerate(names)]
    heads = [[f"E {name}", f"E{worked_step.ending(i)}"] for i, name in enumerate(names)]
    runners = "; ".join(f"{runner} {{row{worked_step.ending(i)}}}" for i, runner in enumerate(names))
    position = section["position"].replace("{runners}", runners)
    return common(settings, steps, last, ranking, texts, position) | {
        "columns": columns,
        "constants": constants,
        "scenes": scenes(charts, Run(settings, paths, steps, texts)),
        "worked": {"rows": rows, "last": rows, "title": section["title"], "end": section["title"]},
        "table": {
            "name": texts("table.name"),
            "columns": [[texts("table.step"), "step"], *heads],
        },
    }


def common(
    settings: Settings, steps: list[int], last: int, summary: str, texts: Texts, position: str | None = None
) -> dict[str, Any]:
    """What the player knows of any run: its name, its link, its steps and the words of the buttons."""
    player = texts.section("player")
    # Whoever is asked what will happen is not told it in the name of the chart.
    summary = "" if settings.predicts else summary
    section = {
        "verdict": summary,
        "position": position or player["position"],
    }
    return {
        "run": _name(settings),
        "link": settings.to_query(),
        "steps": steps,
        "last": last,
        "start": int(np.searchsorted(steps, min(settings.step, steps[-1]))),
        "player": player | section,
        "tools": [tool for tool, part in TOOLS.items() if settings.shows(part)],
        "locked": not (settings.shows("w") and settings.may_change("w")),
    } | (_told(settings, texts) if settings.is_told else {})


def _told(settings: Settings, texts: Texts) -> dict[str, Any]:
    """What the present stop of the story says, and of which chart."""
    chart = STOPS[settings.stop].chart
    return {"story": sentences.story(settings, texts)} | ({"chart": chart} if chart else {})


def status(settings: Settings, text: str, texts: Texts) -> dict[str, str]:
    """What stands beside the buttons; on the projector with the loss."""
    return {"status": texts("page.presented", status=text) if settings.presents else text}


def scenes(charts: Sequence[Chart], run: Run) -> list[dict[str, Any]]:
    """What moves on the charts that are on the page."""
    return [
        animation.to_json()
        for chart in charts
        if chart.is_on(run.settings)
        for animation in chart.animations(run)
    ]


def prediction(settings: Settings, path: Path, thresholds: Thresholds, texts: Texts) -> dict[str, Any]:
    """What the player needs to ask for each step before it is shown; nothing where it does not ask.

    The numbers are exact: a guess is compared with them. What the rate will do is asked where
    the thresholds answer it, which hold for the whole run only on a parabola.
    """
    if not settings.predicts:
        return {}
    loss, section = settings.loss_function, texts.section("predict")
    if settings.q:  # which stands above, and is the question
        section = section | {"ask": "", "ask_many": ""}
    zones = thresholds_scale.bands(thresholds, settings.eta, texts)
    regime = {
        "zones": [[band.zone, band.name] for band in zones],
        "is": thresholds.zone(settings.eta),
        "told": next((band.label for band in zones if band.here), ""),
    }
    return {
        "predict": {
            "skip": may_skip(settings.predict),
            "letters": loss.names,
            "spans": [high - low for low, high in loss.domain],
            "weights": path.weights,
            "slopes": path.gradients,
            "updates": path.updates,
            "rate": settings.eta,
            "rule": race.runner(settings.rule, texts),
            "regime": regime if thresholds.exact and settings.regime == ASKED else None,
            "texts": section,
        }
        | hand(loss, [settings.rule], settings.w, path.steps, texts)
    }


def _ending_of(path: Path) -> str:
    """How a run ended: as long as asked, where the loss is not defined, or with too large a number."""
    if not path.diverged:
        return "end"
    return "exploded" if path.beyond is None else "undefined"


def _table_columns(loss: FormulaLoss, path: Path, texts: dict[str, str]) -> list[list[str]]:
    """The table's columns from left to right: what each is called, and what it shows."""

    def each(term: str, column: str) -> list[list[str]]:
        return [
            [worked_step.for_weight(texts[term], loss, i), column + worked_step.ending(i)]
            for i in range(len(loss.names))
        ]

    loss_column = [texts["loss"], "E"]
    step = [texts["step"], "step"]
    rate = [[texts["rate"], "eta"]] if path.earlier else []
    return [step, *each("weight", "W"), loss_column, *each("slope", "slope"), *rate, *each("update", "dW")]


def _within(path: Path, steps: list[int]) -> list[int]:
    """The shown steps of a run that may have ended early."""
    return sorted({min(step, path.steps) for step in steps})


def _name(settings: Settings) -> str:
    """A name that is the same for two settings whose runs are."""
    # The same run in another language or look is the same, and so it is in a view that has its steps.
    apart = {"lang", "look", "step", "stop"}
    if "step" not in settings.schema.resets.get("view", ()):
        apart.add("view")
    run = [(name, text) for name, text in settings.to_query().items() if name not in apart]
    return hashlib.sha1(repr(run).encode()).hexdigest()[:12]


def _table(loss: FormulaLoss, path: Path) -> dict[str, list[str]]:
    """The numbers of all steps as texts: E, and of each weight W, its slope and its change."""
    columns = {"E": [number(e) for e in path.losses.tolist()]}
    for i in range(len(loss.names)):
        parts = {"W": path.weights, "slope": path.gradients, "dW": path.updates}
        columns |= {
            name + worked_step.ending(i): list(map(number, part[:, i].tolist()))
            for name, part in parts.items()
        }
    return columns


def _signs(path: Path, steps: list[int]) -> dict[str, dict[int, str]]:
    """= for what charts and titles state of the shown steps where it is told in full; elsewhere ≈ stands."""
    weights, slopes = path.weights, path.gradients
    stated = {"E": path.losses[:, None], "W": weights[:, :1]}
    if weights.shape[1] == 1:
        stated |= {"dW": path.updates}
    else:
        stated |= {"place": weights, "W_2": weights[:, 1:], "slope": slopes[:, :1], "slope_2": slopes[:, 1:]}
    return {
        f"is_{name}": {
            step: "=" for step in steps if step < len(values) and relation(*values[step].tolist()) == "="
        }
        for name, values in stated.items()
    }


def _place(loss: FormulaLoss) -> str:
    """Where a run is, as a template."""
    weights = [f"{{W{worked_step.ending(i)}}}" for i in range(len(loss.names))]
    return place(loss.names, "{is_place}" if len(weights) > 1 else "{is_W}", weights)
