"""A small, fully connected network that is itself a Loss over one flat vector of weights.

Backpropagation as in Rumelhart, Hinton and Williams 1986, with a row of every matrix for each
of m examples. For the layers l = 1 … L, with a⁰ the inputs:

    zˡ = aˡ⁻¹ Wˡ + bˡ      aˡ = f(zˡ)       the last layer's output is z itself, or σ(z)
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

import numpy as np

from gdviz.core.loss import central_difference

Task = Literal["regression", "classification"]


class Activation(NamedTuple):
    """A neuron's function f(z), and its derivative written with the output a = f(z).

    Both are named functions, or numpy's own: the script of a training shows their source. ``written`` is
    how f(z) is written, {} for z, and ``slope_written`` how its derivative is, {} for a, in the terms of
    gdviz/core/equations; where they are empty, a worked step states the values alone.
    """

    value: Callable[[np.ndarray], np.ndarray]
    derivative: Callable[[np.ndarray], np.ndarray]
    spread: float  # the variance of the starting weights, times the number of inputs
    written: str = ""
    slope_written: str = ""


def sigmoid(z: np.ndarray) -> np.ndarray:
    """1 / (1 + e⁻ᶻ), in a form that overflows nowhere."""
    return 0.5 * (1 + np.tanh(0.5 * z))


def sigmoid_slope(a: np.ndarray) -> np.ndarray:
    return a * (1 - a)


def tanh_slope(a: np.ndarray) -> np.ndarray:
    return 1 - a * a


def relu(z: np.ndarray) -> np.ndarray:
    return np.maximum(z, 0)


def relu_slope(a: np.ndarray) -> np.ndarray:
    return (a > 0).astype(float)


# Starting weights by Xavier (Glorot and Bengio 2010), as the textbook has it: variance 1/n;
# for ReLU, which lets half of them pass, by He and others 2015: variance 2/n.
ACTIVATIONS: dict[str, Activation] = {
    "sigmoid": Activation(sigmoid, sigmoid_slope, 1.0, "σ({})", "{} × (1 − {})"),
    "tanh": Activation(np.tanh, tanh_slope, 1.0, "tanh({})", "1 − {} × {}"),
    "relu": Activation(relu, relu_slope, 2.0, "max(0, {})"),
}


class Step(NamedTuple):
    """What one layer made of its inputs, each of shape (m, outputs): the weighted sums z and f(z)."""

    z: np.ndarray
    a: np.ndarray


class Network:
    """The loss of a network on m examples.

    ``sizes`` such as (2, 4, 1) are the numbers of inputs, hidden neurons and outputs; the
    hidden ones have the ``activation`` of that id. ``inputs`` (m, sizes[0]), ``targets``
    (m, sizes[-1]). The task "regression" has the mean squared error of the outputs,
    "classification" the mean binary cross-entropy of a sigmoid output with targets 0 and 1.

    A weight vector has, for each layer, its weights (inputs × outputs, row by row) and then
    its biases (outputs). ValueError for shapes that do not fit.

    Example:
        >>> import gdviz as gd
        >>> x, y = [[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]]
        >>> network = gd.Network((2, 4, 1), "tanh", x, y, "classification")
        >>> start = starting_weights((2, 4, 1), "tanh", seed=1)
        >>> path = gd.descend(network, gd.OPTIMIZERS["adam"](0.1), start, 200)
        >>> network.accuracy(path.weights[-1])
        1.0
    """

    def __init__(
        self, sizes: Sequence[int], activation: str, inputs: np.ndarray, targets: np.ndarray, task: Task
    ):
        self.sizes = tuple(sizes)
        self.activation = ACTIVATIONS[activation]
        self.inputs = np.asarray(inputs, dtype=float)
        self.targets = np.asarray(targets, dtype=float)
        self.task = task
        count = len(self.inputs)
        if self.inputs.shape != (count, sizes[0]) or self.targets.shape != (count, sizes[-1]):
            raise ValueError(f"{self.inputs.shape} and {self.targets.shape} do not fit sizes {self.sizes}")
        if task not in ("regression", "classification"):
            raise ValueError(f"unknown task {task!r}")
        self._ones = np.ones(count)
        self._cuts = _boundaries(self.sizes)
        self._last: tuple[bytes, list[Step]] = (b"", [])

    @property
    def size(self) -> int:
        """n, the number of all weights and biases."""
        return self._cuts[-1][1].stop

    def layers(self, weights: np.ndarray) -> list[tuple[np.ndarray, np.ndarray]]:
        """The flat vector, (n,), as each layer's matrix (inputs, outputs) and biases (outputs,): views."""
        return [(weights[w].reshape(-1, b.stop - b.start), weights[b]) for w, b in self._cuts]

    def forward(self, weights: np.ndarray, inputs: np.ndarray) -> list[Step]:
        """Every layer's weighted sums and outputs, of inputs (m, sizes[0])."""
        return self._steps(self.layers(weights), inputs)

    def _steps(self, layers: list[tuple[np.ndarray, np.ndarray]], inputs: np.ndarray) -> list[Step]:
        *hidden, last = layers
        steps, a = [], inputs
        for W, b in hidden:
            z = a @ W
            z += b
            a = self.activation.value(z)
            steps.append(Step(z, a))
        z = a @ last[0]
        z += last[1]
        return [*steps, Step(z, sigmoid(z) if self.task == "classification" else z)]

    def predict(self, weights: np.ndarray, inputs: np.ndarray) -> np.ndarray:
        """The outputs, (m, sizes[-1]): numbers, or the probabilities of class 1."""
        return self.forward(weights, inputs)[-1].a

    def accuracy(self, weights: np.ndarray) -> float:
        """The share of the examples whose class, the likelier one, is right."""
        return float(((self._forward(weights)[-1].a > 0.5) == (self.targets > 0.5)).mean())

    def value(self, weights: np.ndarray) -> float:
        """E at ``weights``, (n,)."""
        return self._loss(self._forward(weights)[-1])

    def gradient(self, weights: np.ndarray) -> np.ndarray:
        """∂E/∂W at ``weights``, (n,) → (n,), by backpropagation."""
        return self._backward(self.layers(weights), self._forward(weights), self.inputs, self.targets)

    def gradient_of(self, weights: np.ndarray, inputs: np.ndarray, targets: np.ndarray) -> np.ndarray:
        """The same of the loss on other examples, at most as many."""
        layers = self.layers(weights)
        return self._backward(layers, self._steps(layers, inputs), inputs, targets)

    def _backward(
        self,
        layers: list[tuple[np.ndarray, np.ndarray]],
        steps: list[Step],
        inputs: np.ndarray,
        targets: np.ndarray,
    ) -> np.ndarray:
        gradient = np.empty(self.size)
        delta = self._output_delta(steps[-1], targets)  # ∂E/∂z of the last layer
        ones = self._ones[: len(inputs)]
        for i in range(len(layers) - 1, -1, -1):
            a = steps[i - 1].a if i else inputs
            w, b = self._cuts[i]
            gradient[w] = (a.T @ delta).ravel()  # ∂E/∂W = aᵀ ∂E/∂z
            gradient[b] = ones @ delta  # ∂E/∂b = Σ ∂E/∂z, as if the bias had an input of 1
            if i:
                delta = delta @ layers[i][0].T  # ∂E/∂a = ∂E/∂z Wᵀ
                delta *= self.activation.derivative(a)  # ∂E/∂z = ∂E/∂a f′(z)
        return gradient

    def numerical_gradient(self, weights: np.ndarray) -> np.ndarray:
        """The same by central differences, (E(w + h) − E(w − h)) / 2h: two losses for each weight."""
        return np.array([self.numerical_derivative(weights, i) for i in range(self.size)])

    def numerical_derivative(self, weights: np.ndarray, index: int) -> float:
        """∂E/∂W of the weight at ``index`` alone, by a central difference."""
        return central_difference(self.value, weights, index)

    def _forward(self, weights: np.ndarray) -> list[Step]:
        # Loss and gradient are asked for at the same weights, one after the other.
        key = weights.tobytes()
        if self._last[0] != key:
            self._last = key, self.forward(weights, self.inputs)
        return self._last[1]

    def _loss(self, output: Step) -> float:
        if self.task == "regression":
            error = output.a - self.targets
            return float(np.vdot(error, error)) / error.size
        # −t log σ(z) − (1 − t) log(1 − σ(z)), without the logarithm of 0.
        z = output.z
        return float((np.logaddexp(0, z) - self.targets * z).sum()) / z.size

    def _output_delta(self, output: Step, targets: np.ndarray) -> np.ndarray:
        """∂E/∂z of the outputs: 2 (z − t) / m, or (σ(z) − t) / m."""
        error = output.a - targets
        return error * ((2 if self.task == "regression" else 1) / error.size)


def _boundaries(sizes: tuple[int, ...]) -> list[tuple[slice, slice]]:
    """Where in the flat vector each layer's weights and biases stand."""
    cuts, at = [], 0
    for rows, columns in pairwise(sizes):
        between = at + rows * columns
        cuts.append((slice(at, between), slice(between, between + columns)))
        at = between + columns
    return cuts


def size_of(sizes: Sequence[int]) -> int:
    """How many weights and biases a network of these sizes has."""
    return _boundaries(tuple(sizes))[-1][1].stop


def starting_weights(sizes: Sequence[int], activation: str, seed: int) -> np.ndarray:
    """Random weights of each layer's own spread, and biases of 0; the same for the same seed."""
    random = np.random.default_rng(seed)
    parts = []
    for rows, columns in pairwise(sizes):
        spread = np.sqrt(ACTIVATIONS[activation].spread / rows)
        parts += [spread * random.standard_normal(rows * columns), np.zeros(columns)]
    return np.concatenate(parts)
