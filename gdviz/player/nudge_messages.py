"""What the player needs to know of numerical differentiation: one weight nudged up and down after another."""

from functools import cached_property
from typing import Any

import numpy as np

from gdviz.charts import graph
from gdviz.core.numbers import number
from gdviz.link.settings import Settings
from gdviz.network.backpropagation import Stage, by_hand, chain, stages
from gdviz.network.network import Network
from gdviz.player.chain_messages import SIZE, labels, play, start_rows
from gdviz.player.neuron_lines import Line, Neurons, renamed, rows, values_of
from gdviz.texts import Texts

NUDGE = 0.01  # how far a weight is moved up and down
NUDGED = 30  # so many weights are nudged; those of a larger network are only counted
SHORT = 4  # neurons whose lines are all shown
QUOTIENT = 3  # digits of a difference quotient: its losses have about four more
UP, DOWN = 1, -1


def play_nudges(settings: Settings, texts: Texts) -> dict[str, Any]:
    """One example's loss with each weight a little larger and a little smaller, and the slope by both."""
    network, weights = by_hand(settings.job, settings.example)
    words = {**texts.section("chain"), **texts.section("nudge")}
    here, forward = chain(network, weights, 0), stages(network.sizes)
    slopes = network.gradient(weights)[: shown(network.size)].tolist()
    nudges = [_Nudge(network, weights, index, slope, words) for index, slope in enumerate(slopes)]
    sides = [(nudge, side) for nudge in nudges for side in (UP, DOWN)]
    forward = forward[: forward.index(Stage("loss"))]
    drawing = graph.drawing(
        network.sizes,
        np.stack([weights, *(nudge.moved(side) for nudge, side in sides)]),
        labels=[labels(here, []), *(labels(nudge.numbers[side], forward) for nudge, side in sides)],
        marks=[[], *([nudge.index] for nudge, _ in sides)],
        slopes=_slopes(nudges, network.size),
        size=SIZE,
    )
    example = start_rows(here, nudges[0].target, words)
    return play(
        settings,
        [[*example, [words["rule"], words["quotient"]]], *(nudge.rows(side) for nudge, side in sides)],
        [words["start_title"], *(nudge.title(side) for nudge, side in sides)],
        drawing,
        words,
        texts,
        steps=2 * network.size,
    )


def shown(size: int) -> int:
    """How many weights of a network of ``size`` are nudged."""
    return min(size, NUDGED)


def _slopes(nudges: list["_Nudge"], size: int) -> list[list[str]]:
    """The difference quotients so far, after no loss, one, two …."""
    quotients = [number(nudge.values["quotient"], QUOTIENT) for nudge in nudges]
    return [[*quotients[: k // 2], *[""] * (size - k // 2)] for k in range(2 * len(nudges) + 1)]


class _Nudge:
    """One weight's two losses: ``numbers`` of the example on its way with the weight up, and down."""

    def __init__(
        self, network: Network, weights: np.ndarray, index: int, slope: float, words: dict[str, str]
    ):
        self.network, self.weights, self.index, self.words = network, weights, index, words
        self.name = graph.weight_names(network.sizes)[index]
        self.target = float(network.targets[0, 0])
        self.numbers = {side: chain(network, self.moved(side), 0) for side in (UP, DOWN)}
        up, down = (values_of(self.numbers[side]) | {"t": self.target} for side in (UP, DOWN))
        self.values = {f"{key}p": value for key, value in up.items()}
        self.values |= {f"{key}m": value for key, value in down.items()}
        self.values["quotient"] = (up["E"] - down["E"]) / (2 * NUDGE)
        self.slope = slope

    def moved(self, side: int) -> np.ndarray:
        weights = self.weights.copy()
        weights[self.index] += side * NUDGE
        return weights

    def title(self, side: int) -> str:
        before, after = number(self.weights[self.index]), number(self.moved(side)[self.index])
        return f"{self.name} {'+' if side > 0 else '−'} {NUDGE}: {before} → {after}"

    @cached_property
    def way(self) -> list[Line]:
        """The lines that lead to the loss; of a large network the loss alone."""
        if sum(self.network.sizes[1:]) > SHORT:
            return [Line(self.words["loss"], "E", "", "E")]
        neurons, layers = Neurons(self.network, self.words), enumerate(self.network.sizes[1:], 1)
        lines = [line for layer, size in layers for j in range(size) for line in neurons.forward(layer, j)]
        return [*lines, neurons.loss(self.target)]

    @cached_property
    def told(self) -> list[list[str]]:
        """The rows of both sides and of the slope: losses have the digits that their difference needs."""
        letters = f"∂E/∂{self.name} ≈ (E({self.name} + h) − E({self.name} − h)) / 2h"
        quotient = Line(self.words["rule"], letters, f"({{Ep}} − {{(Em)}}) / (2 × {NUDGE})", "quotient")
        both = [*(renamed(line, "p") for line in self.way), *(renamed(line, "m") for line in self.way)]
        told = rows([*both, quotient], self.values, least={"quotient": QUOTIENT})
        return [*told, [self.words["by_backpropagation"], number(self.slope)]]

    def rows(self, side: int) -> list[list[str]]:
        """The loss with the weight on one side; with the second one, the slope by both."""
        return self.told[: len(self.way)] if side == UP else self.told[len(self.way) :]
