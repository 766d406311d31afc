"""What the player needs to know of a network's views: its training, one of its weights, one example."""

from itertools import pairwise
from typing import Any

import numpy as np

from gdviz.chain import Chain, Stage, chain, stages
from gdviz.figures import answer, graph, learning, player, weight
from gdviz.figures.scene import Scene
from gdviz.network import ACTIVATIONS, Network
from gdviz.numbers import agreeing_digits, number, parenthesized, percent, relation
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
    rows = [[said["own"], "E = {E}"], [said["held"], "E = {held}"]]
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
    values = zip(epochs, training.weights, training.gradients, training.updates, strict=True)
    for column in ("W", "slope", "numerical", "digits", "dW", "ru", "rw", "after"):
        columns[column] = {}
    for epoch, weights, gradient, update in values:
        slope = float(gradient[index])
        numerical = training.job.network.numerical_derivative(weights, index)
        columns["W"][epoch] = number(weights[index])
        columns["slope"][epoch] = number(slope)
        columns["numerical"][epoch] = number(numerical, 12)
        columns["digits"][epoch] = str(agreeing_digits(slope, numerical))
        if np.isfinite(update[index]):
            columns["dW"][epoch] = number(update[index])
            columns["ru"][epoch] = relation(update[index])
            columns["after"][epoch] = number(weights[index] - update[index])
            columns["rw"][epoch] = relation(weights[index] - update[index])
    plainly = settings.opt == "gd" and not 0 < settings.batch < settings.points
    change = f"Δ{name} = " + ("η · ∂E/∂W = {eta} × {(slope)} {ru} {dW}" if plainly else "{dW}")
    rows = [
        [said["weight"].format(name=name), f"{name} = {{W}}"],
        [said["by_backpropagation"], f"∂E/∂{name} = {{slope}}"],
        [said["by_differences"], f"{{numerical}} {said['agree']}"],
        [said["change"] if plainly else said["change_by"].format(rule=settings.opt), change],
        [said["new"], f"{name} ← {{W}} − {{(dW)}} {{rw}} {{after}}"],
    ]
    scenes = [weight.scene(training, index), *learning.scenes(training, texts)]
    drawing = graph.drawing(training.job.sizes, training.weights, settings.weight)
    constants = {"eta": number(settings.eta)}
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
                inputs = [
                    f"{graph.output(self.sizes, 0, i)} = {number(x)}"
                    for i, x in enumerate(self.numbers.outputs[0])
                ]
                return [[said["inputs"], ", ".join(inputs)], [said["target"], f"t = {number(self.target)}"]]
            case "forward":
                return self._forward(stage.layer, stage.neuron, said)
            case "loss":
                return self._loss(said)
            case _:
                return self._backward(stage.layer, stage.neuron, said)

    def _forward(self, layer: int, j: int, said: dict[str, str]) -> list[list[str]]:
        n, sizes = self.numbers, self.sizes
        z, a, name = n.sums[layer][j], n.outputs[layer][j], graph.weighted_sum(layer, j)
        letters = [
            f"{graph.weight(layer, i, j)} · {graph.output(sizes, layer - 1, i)}"
            for i in range(sizes[layer - 1])
        ]
        values = [
            f"{parenthesized(w)} × {parenthesized(x)}"
            for w, x in zip(n.matrices[layer][:, j], n.outputs[layer - 1], strict=True)
        ]
        sums = (
            " + ".join([*letters, graph.bias(layer, j)]),
            " + ".join([*values, parenthesized(n.biases[layer][j])]),
        )
        rows = [[said["sum"], f"{name} = {sums[0]} = {sums[1]} {_is(z)}"]]
        function = self._function(layer)
        own = graph.output(sizes, layer, j)
        line = f"{own} = {name} {_is(a)}" if not function else f"{own} = {function}({name}) {_is(a)}"
        return [*rows, [said["output"], line]]

    def _function(self, layer: int) -> str:
        if layer < len(self.sizes) - 1:
            return {"sigmoid": "σ", "relu": "max(0, ·)"}.get(self.function, self.function)
        return "σ" if self.classes else ""

    def _loss(self, said: dict[str, str]) -> list[list[str]]:
        n = self.numbers
        y = n.outputs[-1][0]
        if not self.classes:
            line = f"E = (y − t)² = ({number(y)} − {parenthesized(self.target)})² {_is(n.loss)}"
        elif self.target:
            line = f"E = −log y = −log {number(y)} {_is(n.loss)}"
        else:
            line = f"E = −log(1 − y) = −log(1 − {number(y)}) {_is(n.loss)}"
        return [[said["loss"], line]]

    def _backward(self, layer: int, j: int, said: dict[str, str]) -> list[list[str]]:
        n, sizes = self.numbers, self.sizes
        delta, z, own = n.deltas[layer][j], graph.weighted_sum(layer, j), graph.output(sizes, layer, j)
        if layer == len(sizes) - 1:
            y, t = number(n.outputs[-1][0]), parenthesized(self.target)
            twice = "" if self.classes else "2 × "
            chained = f"∂E/∂{own} · σ′({z}) = " if self.classes else ""
            line = f"∂E/∂{z} = {chained}{twice}({own} − t) = {twice}({y} − {t}) {_is(delta)}"
            rows = [[said["delta"], line]]
        else:
            products = [
                f"{parenthesized(w)} × {parenthesized(d)}"
                for w, d in zip(n.matrices[layer + 1][j], n.deltas[layer + 1], strict=True)
            ]
            letters = [
                f"{graph.weight(layer + 1, j, k)} · ∂E/∂{graph.weighted_sum(layer + 1, k)}"
                for k in range(sizes[layer + 1])
            ]
            above, slope = n.output_slopes[layer][j], n.slopes[layer][j]
            a = n.outputs[layer][j]
            rows = [
                [said["above"], f"∂E/∂{own} = {' + '.join(letters)} = {' + '.join(products)} {_is(above)}"],
                [
                    said["local"],
                    f"f′({z}) {self._local(own, a)}{_is(slope)}",
                ],
                [said["delta"], f"∂E/∂{z} = {parenthesized(above)} × {parenthesized(slope)} {_is(delta)}"],
            ]
        for i in range(sizes[layer - 1]):
            below, gradient = graph.output(sizes, layer - 1, i), n.matrix_gradients[layer][i, j]
            product = f"{parenthesized(n.outputs[layer - 1][i])} × {parenthesized(delta)}"
            name = graph.weight(layer, i, j)
            rows.append(
                [
                    said["edge"].format(name=name),
                    f"∂E/∂{name} = {below} · ∂E/∂{z} = {product} {_is(gradient)}",
                ]
            )
        name = graph.bias(layer, j)
        rows.append([said["edge"].format(name=name), f"∂E/∂{name} = 1 · ∂E/∂{z} {_is(delta)}"])
        return rows

    def _local(self, name: str, a: float) -> str:
        """f′(z) by the output a, in letters and in numbers; of ReLU it is read off the sum."""
        value = parenthesized(a)
        return {
            "tanh": f"= 1 − {name} · {name} = 1 − {value} × {value} ",
            "sigmoid": f"= {name} · (1 − {name}) = {value} × (1 − {value}) ",
        }.get(self.function, "")

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


def _is(value: float) -> str:
    return f"{relation(value)} {number(value)}"
