"""What the player needs to know of a network's training: all of it, or one of its weights."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from gdviz.charts import graph
from gdviz.charts.chart import Chart, Run
from gdviz.charts.neuron_maps import neuron_maps
from gdviz.core.equations import Equation, written
from gdviz.core.numbers import DIGITS, MOST_DIGITS, agreeing_digits, exactly, number, percent, relation
from gdviz.link.settings import Settings
from gdviz.network.network import Network
from gdviz.network.training import Training
from gdviz.player import messages, worked_step
from gdviz.player.sound import sound
from gdviz.texts import Texts


def play_learning(
    settings: Settings, training: Training, summary: str, charts: Sequence[Chart], texts: Texts
) -> dict[str, Any]:
    """The whole network as it learns: its answer, its losses, its weights."""
    section, epochs = texts.section("network"), training.epochs.tolist()
    columns = _losses(training) | {
        "size": {
            epoch: number(float(np.linalg.norm(gradient)))
            for epoch, gradient in zip(epochs, training.gradients, strict=True)
        }
    }
    rows = [[section["own"], "E {is_E} {E}"], [section["held"], "E {is_held} {held}"]]
    if training.job.network.task == "classification":
        columns |= {"right": _right(training, training.job.network)}
        columns |= {"right_held": _right(training, training.job.held_out)}
        rows.append([section["right"], "{right}"])
        rows.append([section["right_held"], "{right_held}"])
    rows.append([section["size"], "{size}"])
    drawing = _drawing(settings, training)
    heard = sound(training.gradients, _end_of(training))
    return _play(settings, training, summary, texts, columns, rows, rows, charts, drawing) | heard


def play_weight(
    settings: Settings, training: Training, summary: str, charts: Sequence[Chart], texts: Texts
) -> dict[str, Any]:
    """One weight as the network learns: its slope by backpropagation and by differences, and its step."""
    section, index = texts.section("network"), settings.weight[0]
    name = graph.weight_names(training.job.sizes)[index]
    columns, epochs = _losses(training), training.epochs.tolist()
    parts = (training.weights, training.gradients, training.updates)
    values = dict(zip(("W", "slope", "dW"), (part[:, index] for part in parts), strict=True))
    values["numerical"] = np.array(
        [training.job.network.numerical_derivative(weights, index) for weights in training.weights]
    )
    table = {
        name: {epoch: number(x) for epoch, x in zip(epochs, values[name].tolist(), strict=True) if x == x}
        for name in ("W", "slope", "dW")
    }
    agreeing = np.array(
        [agreeing_digits(*pair) for pair in zip(values["slope"], values["numerical"], strict=True)]
    )
    # So many that it can be seen where they begin to differ.
    least = dict.fromkeys(("slope", "numerical"), np.clip(agreeing + 1, DIGITS, MOST_DIGITS))
    values["after"] = values["W"] - values["dW"]
    plainly = settings.rule.is_plain and not 0 < settings.batch < settings.points
    equations = [Equation("{eta} × {(slope)}", "dW")] if plainly else []
    equations.append(Equation("{W} − {(dW)}", "after"))
    given, moves = {"eta": exactly(settings.eta)}, np.isfinite(values["after"])
    stated = {"W": "at_W", "slope": "at_slope", "dW": "at_dW"}
    for which, names, lines in ((moves, values.keys(), equations), (~moves, ("W", "slope", "numerical"), [])):
        if which.any():
            some = {name: values[name][which] for name in names}
            found = written(lines, some, given, {name: digits[which] for name, digits in least.items()})
            signs = {name: sign for name, sign in stated.items() if name in names}
            worked_step.add_columns(columns, training.epochs[which].tolist(), lines, found, table, signs)
    defaults = worked_step.defaults(columns, table)
    columns |= table
    columns["digits"] = dict(zip(epochs, map(str, agreeing.tolist()), strict=True))
    change = (
        "η · ∂E/∂W {is_row_dW} {eta} × {(row_slope)} {gives_row_dW} {row_dW}"
        if plainly
        else "{at_dW} {row_dW}"
    )
    rows = [
        [section["weight"].format(name=name), f"{name} {{at_W}} {{row_W}}"],
        [section["by_backpropagation"], f"∂E/∂{name} {{at_slope}} {{row_slope}}"],
        [section["by_differences"], f"{{row_numerical}} {section['agree']}"],
        [
            section["change"] if plainly else section["change_by"].format(rule=settings.opt),
            f"Δ{name} = {change}" if plainly else f"Δ{name} {change}",
        ],
        [section["new"], f"{name} ← {{row_W}} − {{(row_dW)}} {{gives_row_after}} {{row_after}}"],
    ]
    drawing = _drawing(settings, training)
    constants = given | defaults
    play = _play(settings, training, summary, texts, columns, rows, rows[:3], charts, drawing)
    follows = len(settings.weight) == 2
    heard = sound(training.gradients[:, [index]], _end_of(training))
    return play | {"constants": play["constants"] | constants, "follows": follows} | heard


def _drawing(settings: Settings, training: Training) -> dict[str, Any]:
    """The network with each weight, its slope and what each neuron answers, as far as there is room."""
    sizes = training.job.sizes
    slopes = [[number(slope, 2) for slope in row] for row in training.gradients.tolist()]
    return graph.drawing(
        sizes,
        training.weights,
        settings.weight,
        slopes=slopes if graph.is_small(sizes) else None,
        maps=neuron_maps(training),
    )


def _end_of(training: Training) -> str:
    return "gone" if training.diverged else ""


def _losses(training: Training) -> dict[str, Any]:
    epochs = training.epochs.tolist()
    return {
        "E": [number(value) for value in training.losses.tolist()],
        "held": [number(value) for value in training.held_out.tolist()],
        "is_E": {epoch: relation(training.losses[epoch]) for epoch in epochs},
        "is_held": {epoch: relation(training.held_out[epoch]) for epoch in epochs},
    }


def _right(training: Training, network: Network) -> dict[int, str]:
    """How many of a network's examples are in the right class at each snapshot."""
    shares = [percent(network.accuracy(weights)) for weights in training.weights]
    return dict(zip(training.epochs.tolist(), shares, strict=True))


def _play(
    settings: Settings,
    training: Training,
    summary: str,
    texts: Texts,
    columns: dict[str, Any],
    rows: list[list[str]],
    last: list[list[str]],
    charts: Sequence[Chart],
    drawing: dict[str, Any],
) -> dict[str, Any]:
    section, epochs = texts.section("network"), training.epochs.tolist()
    heads = [[section["epoch"], "step"], ["E", "E"], [section["held_out"], "held"]]
    common = messages.common(settings, epochs, epochs[-1], summary, texts, section["position"])
    return common | {
        "columns": columns,
        "constants": {"steps": str(epochs[-1])},
        "scenes": messages.scenes(charts, Run(settings, training, epochs, texts)),
        "graph": drawing,
        "worked": {"rows": rows, "last": last, "title": section["title"], "end": section["title"]},
        "table": {"name": section["table"], "columns": heads},
        "player": common["player"]
        | messages.status(settings, section["status"], texts)
        | {"graph": section["graph"]},
    }


def play_nothing(settings: Settings, texts: Texts) -> dict[str, Any]:
    """A view on which nothing moves."""
    common = messages.common(settings, [0], 0, "", texts, texts("network.position"))
    return common | {"columns": {"E": [""]}, "constants": {}, "scenes": []}
