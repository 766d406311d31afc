"""What the player needs to know of one example's way through a network and back, neuron by neuron."""

from typing import Any

from gdviz.charts import graph
from gdviz.core.equations import alone, sign, written
from gdviz.core.numbers import exactly, number
from gdviz.link.settings import Settings
from gdviz.network.backpropagation import Chain, Stage, by_hand, chain, stages
from gdviz.network.network import Network
from gdviz.player import messages
from gdviz.player.neuron_lines import SLOPES, Line, Neurons, rows, values_of, weight_keys
from gdviz.texts import Texts

SIZE = (600, 340)  # of the drawing, which stands alone
LABELLED = 6  # layers of at most so many neurons have room for numbers
SHORTER = {"g": 4, "dW": 4, "new": 4}  # digits, so that both lines of a weight are one row
UPDATED = 9  # the new values of so many weights are worked out


def play_chain(settings: Settings, texts: Texts) -> dict[str, Any]:
    """One example through the network and back, neuron by neuron, and what its slopes do to the weights."""
    network, weights = by_hand(settings.job, settings.example)
    way, words = stages(network.sizes), texts.section("chain")
    teller = _Teller(network, chain(network, weights, 0), settings.eta, words)
    drawing = graph.drawing(
        network.sizes,
        weights[None],
        labels=[labels(teller.numbers, way[: k + 1]) for k in range(len(way))],
        marks=[_marks(network.sizes, stage) for stage in way],
        ways=[stage.kind if stage.kind in ("forward", "backward") else "" for stage in way],
        slopes=teller.slopes(way),
        size=SIZE,
    )
    return play(
        settings,
        [teller.rows(stage) for stage in way],
        [teller.title(stage) for stage in way],
        drawing,
        words,
        texts,
    )


def play(
    settings: Settings,
    rows_of: list[list[list[str]]],
    titles: list[str],
    drawing: dict[str, Any],
    words: dict[str, str],
    texts: Texts,
    steps: int | None = None,
) -> dict[str, Any]:
    """A calculation whose steps have each rows of its own; ``steps`` is how many there are in all."""
    count = len(rows_of)
    # A row is a column of templates over nothing.
    columns: dict[str, Any] = {"E": [""] * count, "title": dict(enumerate(titles))}
    longest = max(map(len, rows_of))
    for i in range(longest):
        columns[f"name{i}"] = {k: own[i][0] if i < len(own) else "" for k, own in enumerate(rows_of)}
        columns[f"row{i}"] = {k: own[i][1] if i < len(own) else "" for k, own in enumerate(rows_of)}
    templates = [[f"{{name{i}}}", f"{{row{i}}}"] for i in range(longest)]
    common = messages.common(
        settings, list(range(count)), count - 1, words["intro"], texts, words["position"]
    )
    return common | {
        "columns": columns,
        "constants": {"steps": str(count - 1 if steps is None else steps)},
        "scenes": [],
        "graph": drawing,
        "worked": {"rows": templates, "last": templates, "title": "{title}", "end": "{title}"},
        "player": common["player"] | {"status": words["status"], "graph": words["graph"]},
    }


def start_rows(numbers: Chain, target: float, words: dict[str, str]) -> list[list[str]]:
    """The example: its inputs and its target."""
    values = {f"x{i}": x for i, x in enumerate(numbers.outputs[0])} | {"t": target}
    found = written([], alone(values))
    sizes = (len(numbers.outputs[0]), 1)
    names = [graph.output(sizes, 0, i) for i in range(sizes[0])] + ["t"]
    told = [
        f"{name} {sign(found.known[key][0])} {found.texts[key][0]}"
        for name, key in zip(names, values, strict=True)
    ]
    return [[words["inputs"], ", ".join(told[:-1])], [words["target"], told[-1]]]


def labels(numbers: Chain, way: list[Stage]) -> list[str]:
    """What stands in each neuron after a way: its output once that is known, then its derivative ∂E/∂z."""
    known = {(stage.layer, stage.neuron): stage.kind for stage in way if stage.layer}

    def label(layer: int, i: int) -> str:
        kind = known.get((layer, i))
        source = numbers.deltas if kind == "backward" else numbers.outputs
        return number(source[layer][i], 2) if kind or layer == 0 else ""

    return [
        label(layer, i) if len(outputs) <= LABELLED else ""
        for layer, outputs in enumerate(numbers.outputs)
        for i in range(len(outputs))
    ]


def _marks(sizes: tuple[int, ...], stage: Stage) -> list[int]:
    """The weights and the bias that a stage is about, by their places in the flat vector."""
    if not stage.layer:
        return []
    keys, rows_in = weight_keys(sizes), range(sizes[stage.layer - 1])
    own = [*(f"w{stage.layer}_{i}_{stage.neuron}" for i in rows_in), f"b{stage.layer}_{stage.neuron}"]
    return [keys.index(key) for key in own]


class _Teller:
    """The rows of each stage of one example's way."""

    def __init__(self, network: Network, numbers: Chain, eta: float, words: dict[str, str]):
        self.numbers, self.sizes, self.eta, self.words = numbers, network.sizes, eta, words
        self.neurons, self.target = Neurons(network, words), float(network.targets[0, 0])
        self.values = values_of(numbers) | {"t": self.target}

    def title(self, stage: Stage) -> str:
        name = graph.output(self.sizes, stage.layer, stage.neuron) if stage.layer else ""
        return self.words[f"{stage.kind}_title"].format(neuron=name)

    def rows(self, stage: Stage) -> list[list[str]]:
        match stage.kind:
            case "start":
                return start_rows(self.numbers, self.target, self.words)
            case "forward":
                return rows(self.neurons.forward(stage.layer, stage.neuron), self.values)
            case "loss":
                return rows([self.neurons.loss(self.target)], self.values)
            case "backward":
                return rows(self.neurons.backward(stage.layer, stage.neuron), self.values)
            case "update":
                return self._update()

    def _update(self) -> list[list[str]]:
        """ΔW = η · ∂E/∂W and W ← W − ΔW of the first weights."""
        names, told = graph.weight_names(self.sizes), []
        keys = zip(names, weight_keys(self.sizes), weight_keys(self.sizes, SLOPES), strict=True)
        for name, weight, slope in list(keys)[:UPDATED]:
            change = self.eta * self.values[slope]
            values = {"w": self.values[weight], "g": self.values[slope], "dW": change}
            values["new"] = values["w"] - change
            lines = [
                Line(name, f"Δ{name[0]}", "{eta} × {(g)}", "dW"),
                Line("", f"{name[0]} ←", "{w} − {(dW)}", "new"),
            ]
            (label, first), (_, second) = rows(lines, values, {"eta": exactly(self.eta)}, SHORTER)
            told.append([label, f"{first}; {second}"])
        more = len(names) - UPDATED
        return [*told, [self.words["more"], self.words["likewise"].format(n=more)]] if more > 0 else told

    def slopes(self, way: list[Stage]) -> list[list[str]]:
        """Each weight's slope at each stage, as soon as it is known."""
        keys = weight_keys(self.sizes, SLOPES)
        known: set[str] = set()
        told = []
        for stage in way:
            if stage.kind == "backward":
                layer, j = stage.layer, stage.neuron
                known |= {f"d{layer}_{j}", *(f"g{layer}_{i}_{j}" for i in range(self.sizes[layer - 1]))}
            told.append([number(self.values[key], 3) if key in known else "" for key in keys])
        return told
