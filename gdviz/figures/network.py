"""What the player needs to know of a network's views: its training, one of its weights, one example."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np

from gdviz.chain import Chain, Stage, chain, stages
from gdviz.equations import Equation, alone, put, sign, written
from gdviz.figures import answer, graph, learning, player, weight, worked
from gdviz.figures.scene import Scene
from gdviz.network import ACTIVATIONS, Network
from gdviz.numbers import DIGITS, MOST_DIGITS, agreeing_digits, exactly, number, percent, relation
from gdviz.settings import Settings
from gdviz.texts import Texts
from gdviz.training import Training

LABELLED = 6  # layers of at most so many neurons have room for numbers


def play_learning(settings: Settings, training: Training, told: str, texts: Texts) -> dict[str, Any]:
    """The whole network as it learns: its answer, its losses, its weights."""
    said, epochs = texts.section("network"), training.epochs.tolist()
    columns = _losses(training) | {
        "size": {
            epoch: number(float(np.linalg.norm(gradient)))
            for epoch, gradient in zip(epochs, training.gradients, strict=True)
        }
    }
    shown = {"is_E": training.losses, "is_held": training.held_out}
    columns |= {name: {epoch: relation(values[epoch]) for epoch in epochs} for name, values in shown.items()}
    rows = [[said["own"], "E {is_E} {E}"], [said["held"], "E {is_held} {held}"]]
    if training.job.network.task == "classification":
        columns |= {"right": _right(training, training.job.network)}
        columns |= {"right_held": _right(training, training.job.held_out)}
        rows.append([said["right"], "{right}"])
        rows.append([said["right_held"], "{right_held}"])
    rows.append([said["size"], "{size}"])
    scenes = [answer.scene(training), *learning.scenes(training, texts)]
    drawing = graph.drawing(training.job.sizes, training.weights, settings.weight)
    return _play(settings, training, told, texts, columns, rows, rows, scenes, drawing)


def play_weight(settings: Settings, training: Training, told: str, texts: Texts) -> dict[str, Any]:
    """One weight as the network learns: its slope by backpropagation and by differences, and its step."""
    said, index = texts.section("network"), settings.weight[0]
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
    plainly = settings.opt == "gd" and not 0 < settings.batch < settings.points
    equations = [Equation("{eta} × {(slope)}", "dW")] if plainly else []
    equations.append(Equation("{W} − {(dW)}", "after"))
    given, moves = {"eta": exactly(settings.eta)}, np.isfinite(values["after"])
    stated = {"W": "at_W", "slope": "at_slope", "dW": "at_dW"}
    for which, names, lines in ((moves, values.keys(), equations), (~moves, ("W", "slope", "numerical"), [])):
        if which.any():
            some = {name: values[name][which] for name in names}
            found = written(lines, some, given, {name: digits[which] for name, digits in least.items()})
            signs = {name: sign for name, sign in stated.items() if name in names}
            worked.add_columns(columns, training.epochs[which].tolist(), lines, found, table, signs)
    defaults = worked.defaults(columns, table)
    columns |= table
    columns["digits"] = dict(zip(epochs, map(str, agreeing.tolist()), strict=True))
    change = (
        "η · ∂E/∂W {is_row_dW} {eta} × {(row_slope)} {gives_row_dW} {row_dW}"
        if plainly
        else "{at_dW} {row_dW}"
    )
    rows = [
        [said["weight"].format(name=name), f"{name} {{at_W}} {{row_W}}"],
        [said["by_backpropagation"], f"∂E/∂{name} {{at_slope}} {{row_slope}}"],
        [said["by_differences"], f"{{row_numerical}} {said['agree']}"],
        [
            said["change"] if plainly else said["change_by"].format(rule=settings.opt),
            f"Δ{name} = {change}" if plainly else f"Δ{name} {change}",
        ],
        [said["new"], f"{name} ← {{row_W}} − {{(row_dW)}} {{gives_row_after}} {{row_after}}"],
    ]
    scenes = [weight.scene(training, index), *learning.scenes(training, texts)]
    drawing = graph.drawing(training.job.sizes, training.weights, settings.weight)
    constants = given | defaults
    play = _play(settings, training, told, texts, columns, rows, rows[:3], scenes, drawing)
    follows = len(settings.weight) == 2
    return play | {"constants": play["constants"] | constants, "follows": follows}


def _losses(training: Training) -> dict[str, Any]:
    return {
        "E": [number(value) for value in training.losses.tolist()],
        "held": [number(value) for value in training.held_out.tolist()],
    }


def _right(training: Training, network: Network) -> dict[int, str]:
    """How many of a network's examples are in the right class at each snapshot."""
    shares = [percent(network.accuracy(weights)) for weights in training.weights]
    return dict(zip(training.epochs.tolist(), shares, strict=True))


def _play(
    settings: Settings,
    training: Training,
    told: str,
    texts: Texts,
    columns: dict[str, Any],
    rows: list[list[str]],
    last: list[list[str]],
    scenes: list[Scene],
    drawing: dict[str, Any],
) -> dict[str, Any]:
    said, epochs = texts.section("network"), training.epochs.tolist()
    heads = [[said["epoch"], "step"], ["E", "E"], [said["held_out"], "held"]]
    common = player.common(settings, epochs, epochs[-1], told, texts, said["position"])
    return common | {
        "pace": 4,
        "columns": columns,
        "constants": {"steps": str(epochs[-1])},
        "scenes": player.drawn(settings, scenes),
        "graph": drawing,
        "worked": {"rows": rows, "last": last, "title": said["title"], "end": said["title"]},
        "table": {"name": said["table"], "columns": heads},
        "player": common["player"] | {"status": said["status"], "graph": said["graph"]},
    }


def play_nothing(settings: Settings, texts: Texts) -> dict[str, Any]:
    """A view on which nothing moves."""
    common = player.common(settings, [0], 0, "", texts, texts("network.position"))
    return common | {"columns": {"E": [""]}, "constants": {}, "scenes": []}


# --- One example, forward and backward ----------------------------------------------------


def play_chain(settings: Settings, texts: Texts) -> dict[str, Any]:
    """One example through the network and back, neuron by neuron, with the starting weights."""
    job, said = settings.job, texts.section("chain")
    network, start = job.network, job.start
    numbers, sizes = chain(network, start, settings.example), job.sizes
    teller = _Teller(numbers, sizes, network, float(network.targets[settings.example, 0]))
    way = stages(sizes)
    told = [teller.rows(stage, said) for stage in way]
    # Each step has rows of its own, so a row is a column of templates over nothing.
    columns: dict[str, Any] = {"E": [""] * len(way)}
    longest = max(map(len, told))
    for i in range(longest):
        columns[f"name{i}"] = {k: rows[i][0] if i < len(rows) else "" for k, rows in enumerate(told)}
        columns[f"row{i}"] = {k: rows[i][1] if i < len(rows) else "" for k, rows in enumerate(told)}
    columns["title"] = {k: teller.title(stage, said) for k, stage in enumerate(way)}
    rows = [[f"{{name{i}}}", f"{{row{i}}}"] for i in range(longest)]
    marks = [_marks(sizes, stage) for stage in way]
    labels = [teller.labels(k, way) for k in range(len(way))]
    drawing = graph.drawing(sizes, start[None], labels=labels, marks=marks, height=300)
    common = player.common(
        settings, list(range(len(way))), len(way) - 1, said["intro"], texts, said["position"]
    )
    return common | {
        "columns": columns,
        "constants": {"steps": str(len(way) - 1)},
        "scenes": [],
        "graph": drawing,
        "worked": {"rows": rows, "last": rows, "title": "{title}", "end": "{title}"},
        "player": common["player"] | {"status": said["status"], "graph": said["graph"]},
    }


def _marks(sizes: tuple[int, ...], stage: Stage) -> list[int]:
    """The weights and the bias that a stage is about, by their places in the flat vector."""
    if stage.kind not in ("forward", "backward"):
        return []
    before = sum(a * b + b for a, b in pairwise(sizes[: stage.layer]))
    rows, columns = sizes[stage.layer - 1 : stage.layer + 1]
    return [before + i * columns + stage.neuron for i in range(rows + 1)]


class _Teller:
    """Words and lines of arithmetic for the stages of one chain."""

    def __init__(self, numbers: Chain, sizes: tuple[int, ...], network: Network, target: float):
        self.numbers, self.sizes, self.target = numbers, sizes, target
        self.classes = network.task == "classification"
        self.function = next(
            name for name, activation in ACTIVATIONS.items() if activation is network.activation
        )

    def title(self, stage: Stage, said: dict[str, str]) -> str:
        name = graph.output(self.sizes, stage.layer, stage.neuron) if stage.layer else ""
        return said[f"{stage.kind}_title"].format(neuron=name)

    def rows(self, stage: Stage, said: dict[str, str]) -> list[list[str]]:
        match stage.kind:
            case "start":
                return self._start(said)
            case "forward":
                return self._forward(stage.layer, stage.neuron, said)
            case "loss":
                return self._loss(said)
            case _:
                return self._backward(stage.layer, stage.neuron, said)

    def _start(self, said: dict[str, str]) -> list[list[str]]:
        values = {f"x{i}": x for i, x in enumerate(self.numbers.outputs[0])} | {"t": self.target}
        found = written([], alone(values))
        names = [graph.output(self.sizes, 0, i) for i in range(self.sizes[0])] + ["t"]
        texts = [
            f"{name} {sign(found.known[key][0])} {found.texts[key][0]}"
            for name, key in zip(names, values, strict=True)
        ]
        return [[said["inputs"], ", ".join(texts[:-1])], [said["target"], texts[-1]]]

    def _forward(self, layer: int, j: int, said: dict[str, str]) -> list[list[str]]:
        n, sizes = self.numbers, self.sizes
        inputs, z, own = range(sizes[layer - 1]), graph.weighted_sum(layer, j), graph.output(sizes, layer, j)
        letters = [f"{graph.weight(layer, i, j)} · {graph.output(sizes, layer - 1, i)}" for i in inputs]
        line = " + ".join([*(f"{{(w{i})}} × {{(x{i})}}" for i in inputs), "{(b)}"])
        values = {f"w{i}": n.matrices[layer][i, j] for i in inputs}
        values |= {f"x{i}": n.outputs[layer - 1][i] for i in inputs}
        values |= {"b": n.biases[layer][j], "z": n.sums[layer][j], "a": n.outputs[layer][j]}
        told = f"{z} = {' + '.join([*letters, graph.bias(layer, j)])}"
        rows = [_Line(said["sum"], told, line, "z")]
        function = self._function(layer)
        if function:
            call = function.format
            rows.append(_Line(said["output"], f"{own} = {call(z)}", call("{z}"), "a"))
        else:
            rows.append(_Line(said["output"], f"{own} = {z}", "", "z"))
        return _written(rows, values)

    def _function(self, layer: int) -> str:
        """The function behind a layer's sums, as a template."""
        if layer < len(self.sizes) - 1:
            return {"sigmoid": "σ({})", "relu": "max(0, {})"}.get(self.function, f"{self.function}({{}})")
        return "σ({})" if self.classes else ""

    def _loss(self, said: dict[str, str]) -> list[list[str]]:
        values = {"y": self.numbers.outputs[-1][0], "t": self.target, "E": self.numbers.loss}
        if not self.classes:
            letters, line = "E = (y − t)²", "({y} − {(t)})²"
        elif self.target:
            letters, line = "E = −log(y)", "−log({y})"
        else:
            letters, line = "E = −log(1 − y)", "−log(1 − {y})"
        return _written([_Line(said["loss"], letters, line, "E")], values)

    def _backward(self, layer: int, j: int, said: dict[str, str]) -> list[list[str]]:
        n, sizes = self.numbers, self.sizes
        z, own, inputs = graph.weighted_sum(layer, j), graph.output(sizes, layer, j), range(sizes[layer - 1])
        values = {"delta": n.deltas[layer][j], "a": n.outputs[layer][j]}
        if layer == len(sizes) - 1:
            values["t"] = self.target
            twice = "" if self.classes else "2 × "
            chained = f"∂E/∂{own} · σ′({z}) = {own} − t" if self.classes else f"{twice}({own} − t)"
            line = "{a} − {(t)}" if self.classes else "2 × ({a} − {(t)})"
            rows = [_Line(said["delta"], f"∂E/∂{z} = {chained}", line, "delta")]
        else:
            above = range(sizes[layer + 1])
            letters = [
                f"{graph.weight(layer + 1, j, k)} · ∂E/∂{graph.weighted_sum(layer + 1, k)}" for k in above
            ]
            products = " + ".join(f"{{(w{k})}} × {{(d{k})}}" for k in above)
            values |= {f"w{k}": n.matrices[layer + 1][j, k] for k in above}
            values |= {f"d{k}": n.deltas[layer + 1][k] for k in above}
            values |= {"above": n.output_slopes[layer][j], "local": n.slopes[layer][j]}
            told, line = self._local(own)
            rows = [
                _Line(said["above"], f"∂E/∂{own} = {' + '.join(letters)}", products, "above"),
                _Line(said["local"], f"f′({z}){told}", line, "local"),
                _Line(said["delta"], f"∂E/∂{z} = ∂E/∂{own} · f′({z})", "{(above)} × {(local)}", "delta"),
            ]
        for i in inputs:
            values |= {f"x{i}": n.outputs[layer - 1][i], f"g{i}": n.matrix_gradients[layer][i, j]}
            name, below = graph.weight(layer, i, j), graph.output(sizes, layer - 1, i)
            told = f"∂E/∂{name} = {below} · ∂E/∂{z}"
            rows.append(_Line(said["edge"].format(name=name), told, f"{{(x{i})}} × {{(delta)}}", f"g{i}"))
        name = graph.bias(layer, j)
        rows.append(_Line(said["edge"].format(name=name), f"∂E/∂{name} = 1 · ∂E/∂{z}", "", "delta"))
        return _written(rows, values)

    def _local(self, a: str) -> tuple[str, str]:
        """f′(z) by the output a, in letters and in numbers; of ReLU it is read off the sum."""
        return {
            "tanh": (f" = 1 − {a} · {a}", "1 − {(a)} × {(a)}"),
            "sigmoid": (f" = {a} · (1 − {a})", "{(a)} × (1 − {(a)})"),
        }.get(self.function, ("", ""))

    def labels(self, at: int, way: list[Stage]) -> list[str]:
        """What stands in each neuron: its output once that is known, then its derivative ∂E/∂z."""
        known = {(stage.layer, stage.neuron): stage.kind for stage in way[: at + 1] if stage.layer}
        said = []
        for layer, size in enumerate(self.sizes):
            for i in range(size):
                if size > LABELLED:
                    said.append("")
                elif layer == 0:
                    said.append(number(self.numbers.outputs[0][i], 2))
                else:
                    kind = known.get((layer, i))
                    source = self.numbers.deltas if kind == "backward" else self.numbers.outputs
                    said.append(number(source[layer][i], 2) if kind else "")
        return said


class _Line(NamedTuple):
    """A row: its label, its letters, its numbers (none where it only names a result), and the result."""

    label: str
    letters: str
    numbers: str
    result: str


def _written(lines: list[_Line], values: Mapping[str, float]) -> list[list[str]]:
    """Rows that share their numbers, as texts."""
    equations = [Equation(line.numbers, line.result) for line in lines if line.numbers]
    found = written(equations, alone(values))
    texts = {name: text for name, [text] in found.texts.items()}
    signs = iter(zip(found.substituted, found.gives, strict=True))
    rows = []
    for label, letters, numbers, result in lines:
        if numbers:
            [substituted], [gives] = next(signs)
            middle = f"{sign(substituted)} {put(numbers, texts)} {sign(gives)}"
        else:
            middle = sign(found.known[result][0])
        rows.append([label, f"{letters} {middle} {texts[result]}"])
    return rows
