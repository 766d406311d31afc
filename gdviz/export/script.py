"""A run as a short Python script of its own, which prints the run's own numbers.

The script needs NumPy and nothing of this package. Its loss and gradient are the very lines that
the core runs, its update rule is the source of the rule, so all numbers agree to the last digit.
It ends early, and says so, where the core would go on with mpmath because a double overflows.
"""

import ast
import inspect
import math
import re
import textwrap
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import sympy

from gdviz.datasets import DATASETS
from gdviz.formula import plain
from gdviz.losses import FormulaLoss
from gdviz.network import ACTIVATIONS, sigmoid
from gdviz.optimizers import Rule
from gdviz.settings import Settings
from gdviz.training import Job

# The first two lines of a script can set its encoding, so nothing of a user's stands there.
HEAD = """\
# {title}
# Needs Python 3 and NumPy. Change the numbers at the top, and run it again."""

STEP = '''\
def unit_step(x):
    """1 above 0, and 0 otherwise: the slope of max(0, x)."""
    return int(x > 0)'''

ENDS = "E is not defined here, or a number on the way to it is too large for a float"
# What the typed formula has been simplified to is defined where the formula itself need not be.
EVALUATE = '''\
def evaluate(step, W):
    """Print a step; return the gradient there, or None where the run ends."""
    point = W.tolist()
    try:
        value, slopes = E(*point), gradient(*point)
        ends = not all(map(isfinite, [value, *slopes{guards}]))
    except (ArithmeticError, ValueError, TypeError):
        ends = True
    if ends:
        print(f"# step {{step}}: {ENDS}")
        return None
    print(step, *point, value, *slopes)
    return np.array(slopes, dtype=float)'''

DESCENT = """\
W = np.array(start, dtype=float)
{memory}for step in range(steps + 1):
    g = evaluate(step, W)
    if g is None:
        break
{update}
    W = W - dW"""

# An activation's f(z), and its derivative written with the output a = f(z).
ACTIVATION = {
    "sigmoid": ("sigmoid(z)", "(a * (1 - a))"),
    "tanh": ("np.tanh(z)", "(1 - a * a)"),
    "relu": ("np.maximum(z, 0)", "(a > 0)"),
}
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


inputs, targets = {make}(np.random.default_rng([seed, 1]), count + count // 2, noise)
inputs, held_out_inputs = inputs[:count], inputs[count:]
targets, held_out_targets = targets[:count], targets[count:]

random = np.random.default_rng(seed)
parts = []
for rows, columns in zip(sizes, sizes[1:]):
    spread = np.sqrt({spread} / rows)  # {author}
    parts += [spread * random.standard_normal(rows * columns), np.zeros(columns)]
W = np.concatenate(parts)
'''
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


def script(settings: Settings) -> str:
    """The Python script that prints every number of a run, a race or a network's training."""
    return _training(settings.job) if settings.lesson == "network" else _descent(settings)


# --- Down a loss --------------------------------------------------------------------------


def _descent(settings: Settings) -> str:
    loss, formula = settings.record, settings.record.formula
    rules = settings.race or (settings.rule,)
    functions = [
        _function("E", loss.letters, formula.expression),
        _function("gradient", loss.letters, list(formula.derivatives)),
    ]
    if formula.guards:
        functions.append(_function("cancelled", loss.letters, list(formula.guards)))
    if any("unit_step(" in function for function in functions):
        functions.insert(0, STEP)
    evaluate = EVALUATE.format(ENDS=ENDS, guards=", *cancelled(*point)" if formula.guards else "")
    columns = " ".join(["# step", *loss.letters, "E", *(f"dE/d{letter}" for letter in loss.letters)])
    top = [f"start = {[float(weight) for weight in settings.w]}", f"steps = {settings.steps}"]
    codes = [_code(rule) for rule in rules]
    if settings.race:
        runs = [
            "\n".join([f'print("# {_named(rule)}")', *code.numbers, _loop(code)])
            for rule, code in zip(rules, codes, strict=True)
        ]
    else:
        top += codes[0].numbers
        runs = [_loop(codes[0])]
    return "\n".join(
        [
            HEAD.format(title="Gradient descent down a loss, step by step."),
            "#",
            *_about(loss),
            *(f"# Update rule: {_named(rule)}" for rule in rules),
            f"from math import {', '.join(_imports(functions))}",
            "\nimport numpy as np\n",
            *top,
            "".join(f"\n\n{function}\n" for function in [*functions, evaluate]),
            '\nnp.seterr(over="ignore", invalid="ignore")  # a run that explodes ends with these',
            f'print("{columns}")',
            "\n\n".join(runs),
            "",
        ]
    )


def _about(loss: FormulaLoss) -> list[str]:
    """The loss in comments. Its formula is written anew, for what a user typed may hold anything."""
    lines = [f"# Loss: E = {plain(loss.formula.expression)}"]
    if loss.data:
        points = ", ".join(f"({x}, {y})" for x, y in loss.data)
        lines += [
            "# This is the mean of (w x + b - y)^2, multiplied out, over the points (x, y):",
            f"# {points}",
        ]
    return lines


def _function(name: str, letters: tuple[str, ...], expression: Any) -> str:
    """The lines that the core runs for an expression, or for a list of them."""
    symbols = [sympy.Symbol(letter, real=True) for letter in letters]
    function = sympy.lambdify(symbols, expression, [{"sign": np.sign}, "math"], cse=True)
    source = inspect.getsource(function).strip().replace("_lambdifygenerated", name, 1)
    return re.sub(r"\bstep\(", "unit_step(", source)  # a script's step is a number


def _imports(functions: list[str]) -> list[str]:
    """What the functions need of the module math."""
    nodes = (node for function in functions for node in ast.walk(ast.parse(function)))
    return sorted({"isfinite"} | {node.id for node in nodes if isinstance(node, ast.Name)} & set(dir(math)))


def _loop(code: "Code") -> str:
    memory = "".join(f"{line}\n" for line in code.memory)
    return DESCENT.format(memory=memory, update=textwrap.indent("\n".join(code.update), " " * 4))


# --- An update rule -----------------------------------------------------------------------


class Code(NamedTuple):
    """A rule's lines: its numbers, its first memory, and the way from the gradient g to dW."""

    numbers: list[str]
    memory: list[str]
    update: list[str]


class _Remembered(ast.NodeTransformer):
    """Makes a variable of each field of the memory, and notes which those are."""

    def __init__(self) -> None:
        self.fields: list[str] = []

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        if isinstance(node.value, ast.Name) and node.value.id == "memory":
            self.fields.append(node.attr)
            return ast.Name(node.attr)
        return self.generic_visit(node)


def _code(rule: Rule) -> Code:
    """A rule as its own source has it.

    Its ``update(g, memory)`` gives each new field of the memory the field's name, and ends
    with ``return <the change>, <the next memory>``.
    """
    optimizer = rule.optimizer
    numbers = inspect.getclosurevars(optimizer.update).nonlocals
    remembered = _Remembered()
    *lines, end = remembered.visit(_tree(optimizer.update)).body
    first = optimizer.init(np.zeros(1))
    return Code(
        [f"{name} = {numbers[name]!r}" for name in sorted(numbers, key=lambda name: (name != "eta", name))],
        [f"{name} = {_first(getattr(first, name))}" for name in dict.fromkeys(remembered.fields)],
        [*map(_unparsed, lines), f"dW = {_unparsed(end.value.elts[0])}"],
    )


def _first(value: Any) -> str:
    return "np.zeros_like(W)" if isinstance(value, np.ndarray) else repr(value)


def _named(rule: Rule) -> str:
    return f"{rule.id}, learning rate {rule.learning_rate!r}"


# --- A network's training -----------------------------------------------------------------


def _training(job: Job) -> str:
    data, code = DATASETS[job.data], _code(job.rule)
    value, derivative = ACTIVATION[job.activation]
    loss, delta = TASK[data.task]
    spread = ACTIVATIONS[job.activation].spread
    in_batches = 0 < job.batch < job.points
    sources = _with_helpers(data.make)
    if "sigmoid" in value + delta:
        sources.append(_stripped(sigmoid))
    network = NETWORK.format(
        value=value,
        derivative=derivative,
        loss=loss,
        delta=delta,
        make=_public(data.make.__name__),
        spread=spread,
        author="Xavier" if spread == 1 else "He",
    )
    update = textwrap.indent("\n".join(code.update), " " * (8 if in_batches else 4))
    return "\n".join(
        [
            HEAD.format(title="Training a network, epoch by epoch."),
            "#",
            f"# Data: {job.data} ({data.task}), and half as many examples again that are held out",
            *([f"# Hidden neurons: {job.activation}"] if job.hidden else []),
            f"# Loss: {'mean squared error' if data.task == 'regression' else 'binary cross-entropy'}",
            f"# Update rule: {_named(job.rule)}{', in batches' if in_batches else ''}",
            "import numpy as np\n",
            f"count, noise = {job.points}, {float(job.noise)}  # examples to learn from",
            f"sizes = {job.sizes}  # inputs, neurons of each hidden layer, outputs",
            f"seed = {job.seed}",
            f"epochs = {job.epochs}",
            *([f"batch = {job.batch}"] if in_batches else []),
            *code.numbers,
            "\n",
            *(f"{source}\n\n" for source in sources),
            network,
            *code.memory,
            *(["shuffle = np.random.default_rng([seed, 2])"] if in_batches else []),
            'np.seterr(all="ignore")  # a training that explodes ends with overflow',
            EPOCHS + (BATCHES if in_batches else ALL_AT_ONCE).format(update=update),
            "",
        ]
    )


def _with_helpers(function: Callable) -> list[str]:
    """A function's source, after that of the functions of its module that it calls."""
    helpers = inspect.getclosurevars(function).globals.values()
    sources = [_stripped(helper) for helper in helpers if inspect.isfunction(helper)]
    return [_public(source) for source in [*sources, _stripped(function)]]


def _public(text: str) -> str:
    """The text with no name that begins with an underscore."""
    return re.sub(r"\b_(?=[a-z])", "", text)


def _stripped(function: Callable) -> str:
    """A function's source without its annotations."""
    tree = _tree(function)
    head = f"def {tree.name}({', '.join(argument.arg for argument in tree.args.args)}):"
    return "\n".join([head, *_source(function).splitlines()[tree.body[0].lineno - 1 :]])


def _tree(function: Callable) -> ast.FunctionDef:
    [tree] = ast.parse(_source(function)).body
    assert isinstance(tree, ast.FunctionDef)
    return tree


def _source(function: Callable) -> str:
    return textwrap.dedent(inspect.getsource(function))


def _unparsed(node: ast.AST) -> str:
    return ast.unparse(node).replace(" ** ", "**")
