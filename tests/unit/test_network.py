"""The network against central differences, explicit loops and printed numbers."""

import math
from itertools import pairwise

import numpy as np
import pytest

from gdviz.core.descent import descend
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.network.datasets import DATASETS
from gdviz.network.network import ACTIVATIONS, Network, sigmoid, size_of, starting_weights

FUNCTIONS = {"sigmoid": lambda z: 1 / (1 + math.exp(-z)), "tanh": math.tanh, "relu": lambda z: max(z, 0.0)}


def random_network(seed, sizes=None, activation=None, task=None):
    random = np.random.default_rng(seed)
    depth = random.integers(1, 5)
    sizes = sizes or tuple(int(n) for n in random.integers(1, 6, depth + 1))
    activation = activation or str(random.choice(list(ACTIVATIONS)))
    task = task or str(random.choice(["regression", "classification"]))
    inputs = random.standard_normal((7, sizes[0]))
    targets = random.standard_normal((7, sizes[-1]))
    targets = targets if task == "regression" else (targets > 0).astype(float)
    network = Network(sizes, activation, inputs, targets, task)
    return network, random.standard_normal(network.size)


@pytest.mark.parametrize("part", range(4))
def test_backpropagation_is_the_derivative(part):
    for seed in range(25 * part, 25 * (part + 1)):
        network, weights = random_network(seed)
        numerical = network.numerical_gradient(weights)
        assert network.gradient(weights) == pytest.approx(numerical, abs=1e-7), seed


@pytest.mark.parametrize("task", ["regression", "classification"])
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_every_kind_of_network(activation, task):
    for sizes in ((1, 1), (2, 1), (2, 3, 1), (3, 4, 4, 2), (2, 3, 3, 3, 1)):
        network, weights = random_network(0, sizes, activation, task)
        numerical = network.numerical_gradient(weights)
        assert network.gradient(weights) == pytest.approx(numerical, abs=1e-7), sizes
        # And of a part of the examples, as a batch has it.
        inputs, targets = network.inputs[2:5], network.targets[2:5]
        alone = Network(sizes, activation, inputs, targets, task).numerical_gradient(weights)
        assert network.gradient_of(weights, inputs, targets) == pytest.approx(alone, abs=1e-7), sizes
        assert network.size == len(weights) == size_of(sizes)


@pytest.mark.parametrize("task", ["regression", "classification"])
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_the_loss_by_plain_loops_over_the_flat_vector(activation, task):
    """For each layer its weights, inputs × outputs row by row, and then its biases."""
    sizes = (3, 4, 2)
    network, weights = random_network(5, sizes, activation, task)
    total = 0.0
    for x, t in zip(network.inputs.tolist(), network.targets.tolist(), strict=True):
        at, values = 0, x
        for layer, (rows, columns) in enumerate(pairwise(sizes)):
            z = [
                sum(values[i] * weights[at + i * columns + j] for i in range(rows))
                + weights[at + rows * columns + j]
                for j in range(columns)
            ]
            at += rows * columns + columns
            values = [FUNCTIONS[activation](v) for v in z] if layer == 0 else z
        for z, wanted in zip(values, t, strict=True):
            y = FUNCTIONS["sigmoid"](z)
            square = (z - wanted) ** 2
            entropy = -wanted * math.log(y) - (1 - wanted) * math.log(1 - y)
            total += square if task == "regression" else entropy
    assert network.value(weights) == pytest.approx(total / (7 * 2))


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_extreme_inputs_stay_finite(activation):
    inputs = np.array([[1e6], [-1e6], [0.0], [1e3]])
    targets = np.array([[0.0], [1.0], [1.0], [0.0]])
    network = Network((1, 2, 1), activation, inputs, targets, "classification")
    for scale in (1e-8, 1.0, 1e4):
        weights = scale * np.ones(network.size)
        assert math.isfinite(network.value(weights))
        assert np.isfinite(network.gradient(weights)).all()


def test_the_sigmoid_neither_overflows_nor_strays():
    z = np.array([-1000.0, -30.0, 0.0, 2.0, 1000.0])
    assert sigmoid(z) == pytest.approx([0, 1 / (1 + math.exp(30)), 0.5, 1 / (1 + math.exp(-2)), 1])


def test_one_sigmoid_neuron_is_the_catalogue_s():
    """log(1 + exp(−W)), the loss of one example x = 1 of class 1, without bias and decay."""
    network = Network((1, 1), "tanh", np.array([[1.0]]), np.array([[1.0]]), "classification")
    for w in (-3.0, 0.0, 2.5):
        assert network.value(np.array([w, 0.0])) == pytest.approx(math.log(1 + math.exp(-w)))


@pytest.mark.parametrize("rule", OPTIMIZERS)
def test_every_rule_walks_down_a_network(rule):
    network, weights = random_network(3, (2, 4, 1), "tanh", "regression")
    path = descend(network, OPTIMIZERS[rule](0.01), weights, 50)
    assert path.losses[-1] < path.losses[0]
    assert path.weights.shape == (51, network.size)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_starting_weights_are_spread_as_xavier_and_he_say(activation):
    sizes = (100, 200, 1)
    network = Network(sizes, activation, np.zeros((1, 100)), np.zeros((1, 1)), "regression")
    weights = starting_weights(sizes, activation, 3)
    (first, bias), _ = network.layers(weights)
    assert (bias == 0).all()
    assert first.std() == pytest.approx(math.sqrt((2 if activation == "relu" else 1) / 100), rel=0.02)
    assert (weights == starting_weights(sizes, activation, 3)).all()
    assert (weights != starting_weights(sizes, activation, 4)).any()


@pytest.mark.parametrize(("inputs", "targets"), [((5, 2), (5, 2)), ((5, 3), (5, 1)), ((5, 2), (4, 1))])
def test_shapes_that_do_not_fit_are_refused(inputs, targets):
    with pytest.raises(ValueError, match="do not fit"):
        Network((2, 1), "tanh", np.zeros(inputs), np.zeros(targets), "regression")


def test_a_changed_array_is_not_taken_for_the_one_before():
    network, weights = random_network(1, (2, 2, 1), "tanh", "regression")
    first = network.value(weights)
    weights[0] += 1
    assert network.value(weights) != first


# The first two examples of each data set and its starting weights, as NumPy printed them.
PRINTED = {
    "line": [0.5402819020069483, 0.3767155152184741],
    "sine": [0.5402819020069483, 1.0582959766888713],
    "circles": [-0.10997304605631437, 0.29835481254635193, 0.0],
    "xor": [-0.9213922067755005, -0.5176545903120896, 0.0],
    "moons": [-0.6839496369966814, 0.33355329806636275, 0.0],
    "spiral": [0.7086518765147525, -0.5969884840856073, 0.0],
}


@pytest.mark.parametrize("data", DATASETS)
def test_a_seed_makes_the_same_examples_anywhere(data):
    inputs, targets = DATASETS[data].make(np.random.default_rng([7, 1]), 4, 0.1)
    assert inputs.shape == (4, DATASETS[data].inputs)
    assert targets.shape == (4, 1)
    assert [*inputs[0], *targets[0]] == pytest.approx(PRINTED[data], abs=1e-12)


@pytest.mark.parametrize("data", DATASETS)
def test_examples_lie_about_in_the_square(data):
    inputs, targets = DATASETS[data].make(np.random.default_rng(0), 2000, 0.0)
    assert np.abs(inputs).max() <= 1.001
    if DATASETS[data].task == "classification":
        assert set(targets[:, 0]) == {0.0, 1.0}
        assert targets.mean() == pytest.approx(0.5, abs=0.05)


def test_the_data_are_what_they_are_called():
    def made(name):
        inputs, targets = DATASETS[name].make(np.random.default_rng(1), 400, 0.0)
        return inputs, targets[:, 0]

    x, y = made("line")
    assert y == pytest.approx(1.5 * x[:, 0] - 0.5)
    x, y = made("sine")
    assert y == pytest.approx(np.sin(np.pi * x[:, 0]))
    x, y = made("xor")
    assert ((x[:, 0] * x[:, 1] < 0) == (y == 1)).all()
    x, y = made("circles")
    assert ((np.hypot(*x.T) > 0.6) == (y == 1)).all()
