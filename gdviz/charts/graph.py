"""A network drawn as neurons and lines, and what its parts are called."""

from itertools import pairwise
from typing import Any

import numpy as np

from gdviz.core.numbers import number

SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
FEW = 4  # lines from one layer to the next with room for numbers
FINEST = 99  # weights are drawn to a ninety-ninth of the largest


def _of_layer(letter: str, layer: int, *index: int) -> str:
    """A letter of a layer with indices from 1: W⁽²⁾₁,₃."""
    below = ",".join(str(i + 1).translate(SUBSCRIPTS) for i in index)
    return f"{letter}⁽{str(layer).translate(SUPERSCRIPTS)}⁾{below}"


def weighted_sum(layer: int, neuron: int) -> str:
    return _of_layer("z", layer, neuron)


def output(sizes: tuple[int, ...], layer: int, neuron: int) -> str:
    """A neuron's output: x₁ of the inputs, a⁽¹⁾₁ of the hidden layers, y of the last."""
    if layer == 0:
        return "x" if sizes[0] == 1 else "x" + str(neuron + 1).translate(SUBSCRIPTS)
    if layer == len(sizes) - 1:
        return "y" if sizes[-1] == 1 else "y" + str(neuron + 1).translate(SUBSCRIPTS)
    return _of_layer("a", layer, neuron)


def weight(layer: int, row: int, column: int) -> str:
    """The weight from a neuron of the layer before to one of the layer."""
    return _of_layer("W", layer, row, column)


def bias(layer: int, neuron: int) -> str:
    return _of_layer("b", layer, neuron)


def weight_names(sizes: tuple[int, ...]) -> list[str]:
    """All weights and biases in their flat order."""
    names = []
    for layer, (rows, columns) in enumerate(pairwise(sizes), 1):
        names += [weight(layer, i, j) for i in range(rows) for j in range(columns)]
        names += [bias(layer, j) for j in range(columns)]
    return names


def drawing(
    sizes: tuple[int, ...],
    weights: np.ndarray,
    chosen: tuple[int, ...] = (),
    labels: list[list[str]] | None = None,
    marks: list[list[int]] | None = None,
    ways: list[str] | None = None,
    slopes: list[list[str]] | None = None,
    maps: list[str] | None = None,
    size: tuple[int, int] = (420, 420),
) -> dict[str, Any]:
    """What the player draws at each of s frames, of weights (s, n) or, if they stay, (1, n).

    ``chosen`` are weights to stand out. For each frame: ``labels``, a text in each neuron; ``marks``, the
    places in the flat vector to stand out, and ``ways``, forward or backward, the way that is gone
    through them; ``slopes``, a text for each weight, shown where they are few; ``maps``, a picture of
    what each neuron answers over the plane, side by side. ``size`` are width and height in its units.
    """
    largest = float(np.abs(weights).max()) or 1.0
    # What is not 0 is drawn, and so keeps its sign.
    widths = np.maximum(np.rint(np.abs(weights) / largest * FINEST), weights != 0)
    names = [output(sizes, layer, i) for layer, size in enumerate(sizes) for i in range(size)]
    return {
        "sizes": list(sizes),
        "names": weight_names(sizes),
        "neurons": names,
        "size": list(size),
        "weights": np.copysign(widths, weights).astype(int).tolist(),
        "finest": FINEST,
        "chosen": list(chosen),
        "labels": labels,
        "marks": marks,
        "ways": ways,
        "values": [[number(w, 3) for w in row] for row in weights.tolist()] if is_small(sizes) else None,
        "slopes": slopes if is_small(sizes) else None,
        "maps": maps,
    }


def is_small(sizes: tuple[int, ...]) -> bool:
    """Whether there is room for a number at each line."""
    lines = [rows * columns for rows, columns in pairwise(sizes)]
    return max(lines) <= FEW and sum(lines) <= 3 * FEW
