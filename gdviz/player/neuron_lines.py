"""The lines of arithmetic of a network's neurons, in letters and in numbers."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from gdviz.charts import graph
from gdviz.core.equations import PLACE, Equation, alone, put, sign, written
from gdviz.network.backpropagation import Chain
from gdviz.network.network import ACTIVATIONS, Network


class Line(NamedTuple):
    """A row: its label, its letters, its numbers (none where it only names a result), and the result.

    Numbers are named as in ``values_of``; ``more`` is what follows, as text.
    """

    label: str
    letters: str
    numbers: str
    result: str
    more: str = ""


def values_of(numbers: Chain) -> dict[str, float]:
    """All numbers of an example's way by names: w1_0_2 is the first layer's weight from neuron 0 to 2, and so
    on for its slope g, a neuron's bias b, weighted sum z, output a (x for inputs), ∂E/∂z d and ∂E/∂a s, and
    the local derivative f.
    """
    values = {"E": numbers.loss}
    values |= {f"a0_{i}": float(x) for i, x in enumerate(numbers.outputs[0])}
    for layer in range(1, len(numbers.outputs)):
        parts = {
            "b": numbers.biases,
            "z": numbers.sums,
            "a": numbers.outputs,
            "d": numbers.deltas,
            "s": numbers.output_slopes,
            "f": numbers.slopes,
        }
        values |= {
            f"{k}{layer}_{j}": float(x) for k, part in parts.items() for j, x in enumerate(part[layer])
        }
        for letter, matrices in (("w", numbers.matrices), ("g", numbers.matrix_gradients)):
            values |= {f"{letter}{layer}_{i}_{j}": float(x) for (i, j), x in np.ndenumerate(matrices[layer])}
    return values


SLOPES = ("g", "d")  # the letters of a weight's slope, and of a bias's, which is its neuron's ∂E/∂z


def weight_keys(sizes: tuple[int, ...], letters: tuple[str, str] = ("w", "b")) -> list[str]:
    """The names of all weights and biases in their flat order; with SLOPES, those of their slopes."""
    weight, bias = letters
    keys = []
    for layer, (rows, columns) in enumerate(pairwise(sizes), 1):
        keys += [f"{weight}{layer}_{i}_{j}" for i in range(rows) for j in range(columns)]
        keys += [f"{bias}{layer}_{j}" for j in range(columns)]
    return keys


class Neurons:
    """The lines of a network's neurons; ``words`` are the labels of its rows."""

    def __init__(self, network: Network, words: Mapping[str, str]):
        self.sizes, self.words = network.sizes, words
        self.classes = network.task == "classification"
        self.function = next(
            name for name, activation in ACTIVATIONS.items() if activation is network.activation
        )

    def forward(self, layer: int, j: int) -> list[Line]:
        """A neuron's weighted sum, and its output."""
        sizes, inputs = self.sizes, range(self.sizes[layer - 1])
        z, own = graph.weighted_sum(layer, j), graph.output(sizes, layer, j)
        letters = [f"{graph.weight(layer, i, j)} · {graph.output(sizes, layer - 1, i)}" for i in inputs]
        products = [f"{{(w{layer}_{i}_{j})}} × {{(a{layer - 1}_{i})}}" for i in inputs]
        line = " + ".join([*products, f"{{(b{layer}_{j})}}"])
        symbols = f"{z} = {' + '.join([*letters, graph.bias(layer, j)])}"
        rows = [Line(self.words["sum"], symbols, line, f"z{layer}_{j}")]
        call, result = self._function(layer).format, f"a{layer}_{j}"
        if self._function(layer):
            rows.append(Line(self.words["output"], f"{own} = {call(z)}", call(f"{{z{layer}_{j}}}"), result))
        elif layer < len(sizes) - 1:
            rows.append(Line(self.words["output"], f"{own} = {self.function}({z})", "", result))
        else:
            rows.append(Line(self.words["output"], f"{own} = {z}", "", f"z{layer}_{j}"))
        return rows

    def _function(self, layer: int) -> str:
        """The function behind a layer's sums, as a template."""
        if layer < len(self.sizes) - 1:
            return ACTIVATIONS[self.function].written
        return "σ({})" if self.classes else ""

    def loss(self, target: float) -> Line:
        """The loss of an example, by the network's answer to it and its target, which is named t."""
        y = f"a{len(self.sizes) - 1}_0"
        if not self.classes:
            letters, line = "E = (y − t)²", f"({{{y}}} − {{(t)}})²"
        elif target:
            letters, line = "E = −log(y)", f"−log({{{y}}})"
        else:
            letters, line = "E = −log(1 − y)", f"−log(1 − {{{y}}})"
        return Line(self.words["loss"], letters, line, "E")

    def backward(self, layer: int, j: int) -> list[Line]:
        """A neuron's ∂E/∂z, and the slopes of its weights and its bias."""
        sizes = self.sizes
        z, own, delta = graph.weighted_sum(layer, j), graph.output(sizes, layer, j), f"d{layer}_{j}"
        if layer == len(sizes) - 1:
            twice = "" if self.classes else "2 × "
            chained = f"∂E/∂{own} · σ′({z}) = {own} − t" if self.classes else f"{twice}({own} − t)"
            a = f"a{layer}_{j}"
            line = f"{{{a}}} − {{(t)}}" if self.classes else f"2 × ({{{a}}} − {{(t)}})"
            rows = [Line(self.words["delta"], f"∂E/∂{z} = {chained}", line, delta)]
        else:
            rows = self._hidden(layer, j)
        for i in range(sizes[layer - 1]):
            name, below = graph.weight(layer, i, j), graph.output(sizes, layer - 1, i)
            product = f"{{(a{layer - 1}_{i})}} × {{({delta})}}"
            symbols = f"∂E/∂{name} = {below} · ∂E/∂{z}"
            rows.append(Line(self.words["edge"].format(name=name), symbols, product, f"g{layer}_{i}_{j}"))
        name = graph.bias(layer, j)
        return [*rows, Line(self.words["edge"].format(name=name), f"∂E/∂{name} = 1 · ∂E/∂{z}", "", delta)]

    def _hidden(self, layer: int, j: int) -> list[Line]:
        """∂E/∂z of a hidden neuron: what comes back from the next layer, times f′(z)."""
        z, own, next_layer = graph.weighted_sum(layer, j), graph.output(self.sizes, layer, j), layer + 1
        above = range(self.sizes[next_layer])
        letters = [
            f"{graph.weight(next_layer, j, k)} · ∂E/∂{graph.weighted_sum(next_layer, k)}" for k in above
        ]
        products = " + ".join(f"{{(w{next_layer}_{j}_{k})}} × {{(d{next_layer}_{k})}}" for k in above)
        slope = ACTIVATIONS[self.function].slope_written
        places = slope.count("{}")
        local = f" = {slope.format(*[own] * places).replace('×', '·')}" if slope else ""
        value = slope.format(*[f"{{(a{layer}_{j})}}"] * places)
        product = f"{{(s{layer}_{j})}} × {{(f{layer}_{j})}}"
        return [
            Line(self.words["above"], f"∂E/∂{own} = {' + '.join(letters)}", products, f"s{layer}_{j}"),
            Line(self.words["local"], f"f′({z}){local}", value, f"f{layer}_{j}"),
            Line(self.words["delta"], f"∂E/∂{z} = ∂E/∂{own} · f′({z})", product, f"d{layer}_{j}"),
        ]


def renamed(line: Line, ending: str) -> Line:
    """The same line of other numbers, those whose names have an ending more."""
    numbers = PLACE.sub(lambda place: place[0].replace(place[2], place[2] + ending), line.numbers)
    return line._replace(numbers=numbers, result=line.result + ending)


def rows(
    lines: Sequence[Line],
    values: Mapping[str, float],
    given: Mapping[str, str] | None = None,
    least: Mapping[str, int] | None = None,
) -> list[list[str]]:
    """Lines that share their numbers, as rows of a label and a text.

    ``given`` are numbers that are written in full, ``least`` the digits of some, where not six.
    """
    equations = [Equation(line.numbers, line.result) for line in lines if line.numbers]
    used = {name for line in lines for _, name, _ in PLACE.findall(line.numbers)}
    used |= {line.result for line in lines}
    some = alone({name: value for name, value in values.items() if name in used})
    found = written(equations, some, given, {name: np.array([n]) for name, n in (least or {}).items()})
    texts = {name: text for name, [text] in found.texts.items()} | dict(given or {})
    signs = iter(zip(found.substituted, found.gives, strict=True))

    def text(line: Line) -> str:
        if not line.numbers:
            return f"{line.letters} {sign(found.known[line.result][0])}"
        [substituted], [gives] = next(signs)
        first = "" if line.letters.endswith("←") else f"{sign(substituted)} "
        return f"{line.letters} {first}{put(line.numbers, texts)} {sign(gives)}"

    return [[line.label, f"{text(line)} {texts[line.result]}{line.more}"] for line in lines]
