"""A network's training as a short Python script of its own, which prints the training's own numbers."""

import textwrap

from gdviz.export.python import HEAD, called, code, named, public, with_helpers
from gdviz.network.datasets import DATASETS
from gdviz.network.network import ACTIVATIONS, sigmoid
from gdviz.network.training import Job

# A task's loss, and its derivative by the weighted sums z of the outputs.
TASK = {
    "regression": (
        '''\
    """The mean squared error of the outputs z."""
    error = z - targets
    return np.vdot(error, error) / error.size''',
        "(z - targets) * (2 / z.size)",
    ),
    "classification": (
        '''\
    """The mean binary cross-entropy of the outputs sigmoid(z)."""
    return (np.logaddexp(0, z) - targets * z).sum() / z.size''',
        "(sigmoid(z) - targets) * (1 / z.size)",
    ),
}

NETWORK = '''\
def layers(W):
    """The matrix and the biases of each layer, which stand one after the other in W."""
    found, at = [], 0
    for rows, columns in zip(sizes, sizes[1:]):
        middle, end = at + rows * columns, at + (rows + 1) * columns
        found.append((W[at:middle].reshape(rows, columns), W[middle:end]))
        at = end
    return found


def forward(W, inputs):
    """What goes into each layer, and the weighted sums z of the last one."""
    *hidden, last = layers(W)
    outputs = [inputs]
    for weights, biases in hidden:
        z = outputs[-1] @ weights + biases
        outputs.append({value})
    weights, biases = last
    return outputs, outputs[-1] @ weights + biases


def loss(z, targets):
{loss}


def backward(W, outputs, z, targets):
    """The gradient of the loss, by backpropagation from the last layer to the first."""
    delta = {delta}  # dE/dz
    parts = []
    for a, (weights, _) in zip(reversed(outputs), reversed(layers(W))):
        parts = [(a.T @ delta).ravel(), np.ones(len(a)) @ delta, *parts]
        delta = delta @ weights.T * {derivative}  # dE/dz of the layer before
    return np.concatenate(parts)


{examples}
inputs, held_out_inputs = inputs[:count], inputs[count:]
targets, held_out_targets = targets[:count], targets[count:]

random = np.random.default_rng(seed)
parts = []
for rows, columns in zip(sizes, sizes[1:]):
    spread = np.sqrt({spread} / rows)  # {author}
    parts += [spread * random.standard_normal(rows * columns), np.zeros(columns)]
W = np.concatenate(parts)
'''
MADE = "inputs, targets = {make}(np.random.default_rng([seed, 1]), count + count // 2, noise)"
OWN = """\
pairs = np.array([{pairs}])
order = np.argsort(np.arange(len(pairs)) % 3 == 2, kind="stable")  # every third is held out
inputs, targets = pairs[order, :1], pairs[order, 1:]"""
EPOCHS = """\
print("# epoch E E_held_out")
for epoch in range(epochs + 1):
    outputs, z = forward(W, inputs)
    value, g = loss(z, targets), backward(W, outputs, z, targets)
    if not (np.isfinite(value) and np.isfinite(g).all()):
        print(f"# epoch {epoch}: a number is too large for a float")
        break
    print(epoch, value, loss(forward(W, held_out_inputs)[1], held_out_targets))
"""
ALL_AT_ONCE = """\
{update}
    W = W - dW"""
BATCHES = """\
    order = shuffle.permutation(count)
    for first in range(0, count, batch):
        part = order[first : first + batch]
        outputs, z = forward(W, inputs[part])
        g = backward(W, outputs, z, targets[part])
{update}
        W = W - dW"""


def training_script(job: Job) -> str:
    """The Python script that prints both losses after every epoch of a training."""
    data, activation, rule = DATASETS[job.data], ACTIVATIONS[job.activation], code(job.rule)
    value, value_sources = called(activation.value)
    derivative, derivative_sources = called(activation.derivative)
    loss, delta = TASK[data.task]
    spread = activation.spread
    about = f"{job.data} ({data.task}), and half as many examples again that are held out"
    in_batches = 0 < job.batch < job.points
    classes = with_helpers(sigmoid) if "sigmoid(" in delta else []
    pairs = ", ".join(f"({x!r}, {y!r})" for x, y in job.pairs)
    own = OWN.format(pairs=pairs) if job.pairs else ""
    make = [] if own else with_helpers(data.make)
    sources = dict.fromkeys([*make, *value_sources, *derivative_sources, *classes])
    network = NETWORK.format(
        value=f"{value}(z)",
        derivative=f"{derivative}(a)",
        loss=loss,
        delta=delta,
        examples=own or MADE.format(make=public(data.make.__name__)),
        spread=spread,
        author="Xavier" if spread == 1 else "He",
    )
    update = textwrap.indent("\n".join(rule.update), " " * (8 if in_batches else 4))
    return "\n".join(
        [
            HEAD.format(title="Training a network, epoch by epoch."),
            "#",
            f"# Data: {'own pairs, every third held out' if own else about}",
            *([f"# Hidden neurons: {job.activation}"] if job.hidden else []),
            f"# Loss: {'mean squared error' if data.task == 'regression' else 'binary cross-entropy'}",
            f"# Update rule: {named(job.rule)}{', in batches' if in_batches else ''}",
            "import numpy as np\n",
            f"count, noise = {job.points}, {float(job.noise)}  # examples to learn from",
            f"sizes = {job.sizes}  # inputs, neurons of each hidden layer, outputs",
            f"seed = {job.seed}",
            f"epochs = {job.epochs}",
            *([f"batch = {job.batch}"] if in_batches else []),
            *rule.numbers,
            "\n",
            *(f"{source}\n\n" for source in sources),
            network,
            *rule.memory,
            *(["shuffle = np.random.default_rng([seed, 2])"] if in_batches else []),
            'np.seterr(all="ignore")  # a training that explodes ends with overflow',
            EPOCHS + (BATCHES if in_batches else ALL_AT_ONCE).format(update=update),
            "",
        ]
    )
