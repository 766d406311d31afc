"""What the player needs to know of one example's way through a network and back, neuron by neuron."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from gdviz.charts import graph
from gdviz.core.equations import Equation, alone, put, sign, written
from gdviz.core.numbers import number
from gdviz.link.settings import Settings
from gdviz.network.backpropagation import Chain, Stage, chain, stages
from gdviz.network.network import ACTIVATIONS, Network
from gdviz.player import messages
from gdviz.texts import Texts

LABELLED = 6  # layers of at most so many neurons have room for numbers


def play_chain(settings: Settings, texts: Texts) -> dict[str, Any]:
    """One example through the network and back, neuron by neuron, with the starting weights."""
    job, section = settings.job, texts.section("chain")
    network, start = job.network, job.start
    numbers, sizes = chain(network, start, settings.example), job.sizes
    teller = _Teller(numbers, sizes, network, float(network.targets[settings.example, 0]))
    way = stages(sizes)
    rows_of = [teller.rows(stage, section) for stage in way]
    # Each step has rows of its own, so a row is a column of templates over nothing.
    columns: dict[str, Any] = {"E": [""] * len(way)}
    longest = max(map(len, rows_of))
    for i in range(longest):
        columns[f"name{i}"] = {k: rows[i][0] if i < len(rows) else "" for k, rows in enumerate(rows_of)}
        columns[f"row{i}"] = {k: rows[i][1] if i < len(rows) else "" for k, rows in enumerate(rows_of)}
    columns["title"] = {k: teller.title(stage, section) for k, stage in enumerate(way)}
    rows = [[f"{{name{i}}}", f"{{row{i}}}"] for i in range(longest)]
    marks = [_marks(sizes, stage) for stage in way]
    labels = [teller.labels(k, way) for k in range(len(way))]
    drawing = graph.drawing(sizes, start[None], labels=labels, marks=marks, height=300)
    common = messages.common(
        settings, list(range(len(way))), len(way) - 1, section["intro"], texts, section["position"]
    )
    return common | {
        "columns": columns,
        "constants": {"steps": str(len(way) - 1)},
        "scenes": [],
        "graph": drawing,
        "worked": {"rows": rows, "last": rows, "title": "{title}", "end": "{title}"},
        "player": common["player"] | {"status": section["status"], "graph": section["graph"]},
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

    def title(self, stage: Stage, section: dict[str, str]) -> str:
        name = graph.output(self.sizes, stage.layer, stage.neuron) if stage.layer else ""
        return section[f"{stage.kind}_title"].format(neuron=name)

    def rows(self, stage: Stage, section: dict[str, str]) -> list[list[str]]:
        match stage.kind:
            case "start":
                return self._start(section)
            case "forward":
                return self._forward(stage.layer, stage.neuron, section)
            case "loss":
                return self._loss(section)
            case _:
                return self._backward(stage.layer, stage.neuron, section)

    def _start(self, section: dict[str, str]) -> list[list[str]]:
        values = {f"x{i}": x for i, x in enumerate(self.numbers.outputs[0])} | {"t": self.target}
        found = written([], alone(values))
        names = [graph.output(self.sizes, 0, i) for i in range(self.sizes[0])] + ["t"]
        texts = [
            f"{name} {sign(found.known[key][0])} {found.texts[key][0]}"
            for name, key in zip(names, values, strict=True)
        ]
        return [[section["inputs"], ", ".join(texts[:-1])], [section["target"], texts[-1]]]

    def _forward(self, layer: int, j: int, section: dict[str, str]) -> list[list[str]]:
        n, sizes = self.numbers, self.sizes
        inputs, z, own = range(sizes[layer - 1]), graph.weighted_sum(layer, j), graph.output(sizes, layer, j)
        letters = [f"{graph.weight(layer, i, j)} · {graph.output(sizes, layer - 1, i)}" for i in inputs]
        line = " + ".join([*(f"{{(w{i})}} × {{(x{i})}}" for i in inputs), "{(b)}"])
        values = {f"w{i}": n.matrices[layer][i, j] for i in inputs}
        values |= {f"x{i}": n.outputs[layer - 1][i] for i in inputs}
        values |= {"b": n.biases[layer][j], "z": n.sums[layer][j], "a": n.outputs[layer][j]}
        symbols = f"{z} = {' + '.join([*letters, graph.bias(layer, j)])}"
        rows = [_Line(section["sum"], symbols, line, "z")]
        function = self._function(layer)
        if function:
            call = function.format
            rows.append(_Line(section["output"], f"{own} = {call(z)}", call("{z}"), "a"))
        elif layer < len(self.sizes) - 1:
            rows.append(_Line(section["output"], f"{own} = {self.function}({z})", "", "a"))
        else:
            rows.append(_Line(section["output"], f"{own} = {z}", "", "z"))
        return _written(rows, values)

    def _function(self, layer: int) -> str:
        """The function behind a layer's sums, as a template."""
        if layer < len(self.sizes) - 1:
            return ACTIVATIONS[self.function].written
        return "σ({})" if self.classes else ""

    def _loss(self, section: dict[str, str]) -> list[list[str]]:
        values = {"y": self.numbers.outputs[-1][0], "t": self.target, "E": self.numbers.loss}
        if not self.classes:
            letters, line = "E = (y − t)²", "({y} − {(t)})²"
        elif self.target:
            letters, line = "E = −log(y)", "−log({y})"
        else:
            letters, line = "E = −log(1 − y)", "−log(1 − {y})"
        return _written([_Line(section["loss"], letters, line, "E")], values)

    def _backward(self, layer: int, j: int, section: dict[str, str]) -> list[list[str]]:
        n, sizes = self.numbers, self.sizes
        z, own, inputs = graph.weighted_sum(layer, j), graph.output(sizes, layer, j), range(sizes[layer - 1])
        values = {"delta": n.deltas[layer][j], "a": n.outputs[layer][j]}
        if layer == len(sizes) - 1:
            values["t"] = self.target
            twice = "" if self.classes else "2 × "
            chained = f"∂E/∂{own} · σ′({z}) = {own} − t" if self.classes else f"{twice}({own} − t)"
            line = "{a} − {(t)}" if self.classes else "2 × ({a} − {(t)})"
            rows = [_Line(section["delta"], f"∂E/∂{z} = {chained}", line, "delta")]
        else:
            above = range(sizes[layer + 1])
            letters = [
                f"{graph.weight(layer + 1, j, k)} · ∂E/∂{graph.weighted_sum(layer + 1, k)}" for k in above
            ]
            products = " + ".join(f"{{(w{k})}} × {{(d{k})}}" for k in above)
            values |= {f"w{k}": n.matrices[layer + 1][j, k] for k in above}
            values |= {f"d{k}": n.deltas[layer + 1][k] for k in above}
            values |= {"above": n.output_slopes[layer][j], "local": n.slopes[layer][j]}
            symbols, line = self._local(own)
            rows = [
                _Line(section["above"], f"∂E/∂{own} = {' + '.join(letters)}", products, "above"),
                _Line(section["local"], f"f′({z}){symbols}", line, "local"),
                _Line(section["delta"], f"∂E/∂{z} = ∂E/∂{own} · f′({z})", "{(above)} × {(local)}", "delta"),
            ]
        for i in inputs:
            values |= {f"x{i}": n.outputs[layer - 1][i], f"g{i}": n.matrix_gradients[layer][i, j]}
            name, below = graph.weight(layer, i, j), graph.output(sizes, layer - 1, i)
            symbols = f"∂E/∂{name} = {below} · ∂E/∂{z}"
            rows.append(
                _Line(section["edge"].format(name=name), symbols, f"{{(x{i})}} × {{(delta)}}", f"g{i}")
            )
        name = graph.bias(layer, j)
        rows.append(_Line(section["edge"].format(name=name), f"∂E/∂{name} = 1 · ∂E/∂{z}", "", "delta"))
        return _written(rows, values)

    def _local(self, a: str) -> tuple[str, str]:
        """f′(z) by the output a, in letters and in numbers; nothing where its value alone is stated."""
        slope = ACTIVATIONS[self.function].slope_written
        places = slope.count("{}")
        letters = slope.format(*[a] * places).replace("×", "·")
        return (f" = {letters}", slope.format(*["{(a)}"] * places)) if slope else ("", "")

    def labels(self, at: int, way: list[Stage]) -> list[str]:
        """What stands in each neuron: its output once that is known, then its derivative ∂E/∂z."""
        known = {(stage.layer, stage.neuron): stage.kind for stage in way[: at + 1] if stage.layer}
        section = []
        for layer, size in enumerate(self.sizes):
            for i in range(size):
                if size > LABELLED:
                    section.append("")
                elif layer == 0:
                    section.append(number(self.numbers.outputs[0][i], 2))
                else:
                    kind = known.get((layer, i))
                    source = self.numbers.deltas if kind == "backward" else self.numbers.outputs
                    section.append(number(source[layer][i], 2) if kind else "")
        return section


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
