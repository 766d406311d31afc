"""What the browser's player needs to know of a run: its numbers as text, its words, its scenes."""

import hashlib
from collections.abc import Iterable
from typing import Any

import numpy as np
import orjson

from gdviz.descent import Path
from gdviz.figures import curve, loss_by_step
from gdviz.losses import FormulaLoss
from gdviz.numbers import about, number, relation, superscript
from gdviz.optimizers import constants
from gdviz.settings import Settings, shown_steps
from gdviz.texts import Texts

TABLE_COLUMNS = {"step": "step", "weight": "W", "loss": "E", "slope": "slope", "update": "dW"}


def encoded(play: dict[str, Any]) -> bytes:
    """The data as it is sent: JSON in UTF-8, without blanks."""
    return orjson.dumps(play, option=orjson.OPT_NON_STR_KEYS)


def play(settings: Settings, path: Path, verdict: str, texts: Texts) -> dict[str, Any]:
    """Everything that one run needs to be played, as plain data for JSON.

    Texts are templates: ``{W}`` stands for the number of that column at the step shown,
    ``{W'}`` for the next step's, ``{(W)}`` for one in parentheses if it is negative.
    """
    loss, steps = settings.record, _within(path, shown_steps(settings.steps, settings.every))
    table, worked, player = (texts.section(key) for key in ("table", "worked", "player"))
    rule = texts.section(f"optimizers.{settings.opt}.worked")
    scenes = [
        curve.scene(loss, path, steps, texts),
        *loss_by_step.scenes(loss, path, steps, texts),
    ]
    return {
        "run": _name(settings),
        "link": settings.to_query(),
        "steps": steps,
        "start": int(np.searchsorted(steps, min(settings.step, steps[-1]))),
        "columns": _columns(loss, path, steps),
        "constants": _constants(loss, settings, path, texts),
        "scenes": [scene.to_json() for scene in scenes],
        "worked": {
            "rows": [
                _row(worked, "slope"),
                *(_row(rule, term) for term in rule if not term.endswith("_row")),
                _row(worked, "weight"),
                _row(worked, "loss"),
            ],
            "title": worked["title"],
            "end": worked["exploded" if path.diverged else "end"],
        },
        "table": {
            "name": table["name"],
            "columns": [[table[name], column] for name, column in TABLE_COLUMNS.items()],
        },
        "player": player | {"alt": player["alt"].replace("{verdict}", verdict)},
    }


def _row(texts: dict[str, str], term: str) -> list[str]:
    """What a row of the worked step is called, and its line of arithmetic."""
    return [texts[term], texts[f"{term}_row"]]


def _within(path: Path, steps: list[int]) -> list[int]:
    """The shown steps of a run that may have ended early."""
    return sorted({min(step, path.steps) for step in steps})


def _name(settings: Settings) -> str:
    """A name that is the same for two settings whose runs are."""
    run = (settings.loss, settings.rule, settings.w, settings.steps, settings.every)
    return hashlib.sha1(repr(run).encode()).hexdigest()[:12]


def _columns(loss: FormulaLoss, path: Path, steps: list[int]) -> dict[str, list[str] | dict[int, str]]:
    """The run's numbers as text: one entry a step, or by step where only shown ones need it."""
    weights, slopes, updates = path.weights[:, 0], path.gradients[:, 0], path.updates[:, 0]
    changes = np.diff(path.losses)
    moving = [step for step in steps if step < path.steps]
    magnified = curve.magnifications(loss, path, steps)

    def at(values: np.ndarray, show: Any, indices: Iterable[int]) -> dict[int, str]:
        return {step: show(float(values[step])) for step in indices}

    return {
        "W": [number(w) for w in weights.tolist()],
        "E": [number(e) for e in path.losses.tolist()],
        "slope": [number(s) for s in slopes.tolist()],
        "dW": [number(u) for u in updates.tolist()],
        "change": at(abs(changes), number, moving),
        "trend": at(changes, lambda c: "fell" if c < 0 else "rose" if c > 0 else "same", moving),
        "rs": at(slopes, relation, steps),
        "ru": at(updates, relation, moving),
        "rw": at(weights[1:], relation, moving),
        "times": {step: about(times) for step, times in magnified.items()},
        **_memory_columns(path, sorted({*steps, *(step + 1 for step in moving)})),
    }


def _memory_columns(path: Path, steps: list[int]) -> dict[str, dict[int, str]]:
    """What the rule remembers at these steps, by the names of its memory's parts."""
    columns: dict[str, dict[int, str]] = {}
    for name in path.memories[0]._fields:
        values = {step: getattr(path.memories[step], name) for step in steps}
        if isinstance(values[0], int):  # a count, used as an exponent
            columns[name] = {step: superscript(count) for step, count in values.items()}
        else:
            columns[name] = {step: number(float(part[0])) for step, part in values.items()}
            columns[f"is_{name}"] = {step: relation(float(part[0])) for step, part in values.items()}
    return columns


def _constants(loss: FormulaLoss, settings: Settings, path: Path, texts: Texts) -> dict[str, str]:
    """What a template may name besides the columns: the same at every step."""
    worked = texts.section("worked")
    named = [(c.name, value) for c, value in zip(constants(settings.opt), settings.const, strict=True)]
    return {
        "eta": number(settings.eta),
        "steps": str(path.steps),
        **{name: number(value) for name, value in named},
        **{f"rest_{name}": number(1 - value) for name, value in named},
        "arithmetic": loss.formula.gradient_arithmetic[0],
        **{trend: worked[trend] for trend in ("fell", "rose", "same")},
    }
