"""One example's way through a network and back: every number of the chain rule, one neuron at a time."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from gdviz.network.network import Network
from gdviz.network.training import Job


@dataclass(frozen=True)
class Stage:
    """One step of the calculation: a neuron's outputs, the loss, a neuron's derivatives, or the new weights.

    ``layer`` counts from 1, the first behind the inputs; ``neuron`` from 0.
    """

    kind: Literal["start", "forward", "loss", "backward", "update"]
    layer: int = 0
    neuron: int = 0


def stages(sizes: tuple[int, ...]) -> list[Stage]:
    """Forward from neuron to neuron, the loss, backward from the output to the first layer, the update."""
    neurons = [(layer, i) for layer, size in enumerate(sizes) if layer for i in range(size)]
    last_first = sorted(neurons, key=lambda neuron: -neuron[0])
    return [
        Stage("start"),
        *(Stage("forward", *neuron) for neuron in neurons),
        Stage("loss"),
        *(Stage("backward", *neuron) for neuron in last_first),
        Stage("update"),
    ]


def by_hand(job: Job, example: int) -> tuple[Network, np.ndarray]:
    """The network on one of its examples alone, and its starting weights, rounded for the pencil.

    Inputs, target and weights have one decimal; none becomes 0, through which nothing would pass.
    """
    network = job.network
    target = network.targets[example]
    if network.task == "regression":
        target = np.round(target, 1)
    alone = Network(
        job.sizes, job.activation, _short(network.inputs[example])[None], target[None], network.task
    )
    return alone, _short(job.start)


def _short(values: np.ndarray) -> np.ndarray:
    """One decimal of each, but for what is not 0 at least that."""
    return np.where(values == 0, 0, np.copysign(np.maximum(np.round(abs(values), 1), 0.1), values))


@dataclass(frozen=True)
class Chain:
    """All numbers of one example at some weights, by layer from 0, the inputs, on.

    ``outputs`` a of each layer; of each layer but the inputs its weighted sums ``sums`` z,
    f′(z) as ``slopes``, ∂E/∂a as ``output_slopes`` and ∂E/∂z as ``deltas``, each (neurons,);
    ``matrices`` and ``biases`` with their gradients ``matrix_gradients`` and, equal to the
    deltas, those of the biases. Lists have an empty entry for the inputs where they have no number.
    """

    loss: float
    outputs: list[np.ndarray]
    sums: list[np.ndarray]
    slopes: list[np.ndarray]
    output_slopes: list[np.ndarray]
    deltas: list[np.ndarray]
    matrices: list[np.ndarray]
    biases: list[np.ndarray]
    matrix_gradients: list[np.ndarray]


def chain(network: Network, weights: np.ndarray, example: int) -> Chain:
    """Follow one of a network's examples; its loss is that of this example alone.

    The products are those of the chain rule, written out neuron by neuron and not as the
    matrices of Network.gradient, which a test compares them with.
    """
    nothing = np.empty(0)
    inputs, target = network.inputs[example], network.targets[example]
    layers = network.layers(weights)
    steps = network.forward(weights, inputs[None])
    outputs = [inputs, *(step.a[0] for step in steps)]
    slopes = [nothing, *(network.activation.derivative(a) for a in outputs[1:-1])]
    error = outputs[-1] - target
    if network.task == "regression":
        last_slope, output_slope = np.ones_like(error), 2 * error
        loss = float(error @ error)
    else:
        a = outputs[-1]
        last_slope = a * (1 - a)
        # ∂E/∂a × f′(z) is a − t: that is what is used, as a (1 − a) may be too small to divide by.
        with np.errstate(divide="ignore", invalid="ignore"):
            output_slope = error / last_slope
        loss = float((np.logaddexp(0, steps[-1].z[0]) - target * steps[-1].z[0]).sum())
    slopes.append(last_slope)
    deltas = [2 * error if network.task == "regression" else error]
    output_slopes = [output_slope]
    for (W, _), slope in zip(reversed(layers[1:]), reversed(slopes[1:-1]), strict=True):
        above = W @ deltas[0]  # ∂E/∂a = Σ W ∂E/∂z of the neurons above
        output_slopes.insert(0, above)
        deltas.insert(0, above * slope)  # ∂E/∂z = ∂E/∂a f′(z)
    return Chain(
        loss=loss,
        outputs=outputs,
        sums=[nothing, *(step.z[0] for step in steps)],
        slopes=slopes,
        output_slopes=[nothing, *output_slopes],
        deltas=[nothing, *deltas],
        matrices=[nothing, *(W for W, _ in layers)],
        biases=[nothing, *(b for _, b in layers)],
        matrix_gradients=[nothing, *(np.outer(a, d) for a, d in zip(outputs, deltas, strict=False))],
    )
