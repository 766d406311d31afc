"""A run as a short Python script of its own, which prints the run's own numbers.

The script needs NumPy and nothing of this package. Its loss and gradient are the very lines that
the core runs, its update rule is made of the rule's lines, so all numbers agree to the last digit.
It ends early, and says so, where the core would go on with mpmath because a double overflows.
"""

import ast
import inspect
import math
import re
import textwrap
from collections.abc import Sequence
from typing import Any

import numpy as np
import sympy

from gdviz.core.formula import plain
from gdviz.core.loss import FormulaLoss
from gdviz.core.optimizers import Rule
from gdviz.export.python import HEAD, Code, code, named

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


def run_script(
    loss: FormulaLoss,
    rule: Rule,
    start: Sequence[float],
    steps: int,
    schedule: Sequence[tuple[int, float]] = (),
) -> str:
    """The script of one run; ``schedule`` has earlier rates, each with the step up to which it holds."""
    lines = code(rule)
    if schedule:
        lines.numbers[:1] = [
            f"earlier = {dict(schedule)!r}  # learning rates, each by the step up to which it holds",
            f"last = {rule.learning_rate!r}  # the learning rate from then on",
        ]
        lines.update.insert(0, "eta = next((rate for until, rate in earlier.items() if step < until), last)")
    return _descent(loss, [rule], start, steps, lines.numbers, [_loop(lines)])


def race_script(loss: FormulaLoss, rules: Sequence[Rule], start: Sequence[float], steps: int) -> str:
    """The script of several runs from one start, one after the other."""
    codes = [(rule, code(rule)) for rule in rules]
    runs = ["\n".join([f'print("# {named(rule)}")', *lines.numbers, _loop(lines)]) for rule, lines in codes]
    return _descent(loss, rules, start, steps, [], runs)


def _descent(
    loss: FormulaLoss,
    rules: Sequence[Rule],
    start: Sequence[float],
    steps: int,
    numbers: list[str],
    runs: list[str],
) -> str:
    formula = loss.formula
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
    top = [f"start = {[float(weight) for weight in start]}", f"steps = {steps}", *numbers]
    return "\n".join(
        [
            HEAD.format(title="Gradient descent down a loss, step by step."),
            "#",
            *_about(loss),
            *(f"# Update rule: {named(rule)}" for rule in rules),
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


def _loop(lines: Code) -> str:
    memory = "".join(f"{line}\n" for line in lines.memory)
    return DESCENT.format(memory=memory, update=textwrap.indent("\n".join(lines.update), " " * 4))
