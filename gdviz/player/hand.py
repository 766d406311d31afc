"""What a point under the hand needs: the loss, its slopes and a rule's lines, as trees that are worked out
in the browser.

A tree is a number, the name of a letter, or a list of an operation and its trees.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

import sympy

from gdviz.charts.theme import MARKER_STYLES
from gdviz.core.formula.functions import Abs, Max, Min, sigmoid, step
from gdviz.core.lines.reader import Node, expanded
from gdviz.core.loss import FormulaLoss
from gdviz.core.optimizers import Rule
from gdviz.texts import Texts

Tree = Any  # float | str | list["Tree"]

# What the player's src/expression.ts computes, by the classes of sympy.
OPERATIONS: Mapping[type, str] = {
    sympy.Add: "+",
    sympy.Mul: "*",
    sympy.Pow: "^",
    sympy.exp: "exp",
    sympy.log: "log",
    sympy.sin: "sin",
    sympy.cos: "cos",
    sympy.tan: "tan",
    sympy.tanh: "tanh",
    Abs: "abs",
    sympy.Abs: "abs",
    sympy.sign: "sign",
    sigmoid: "sigmoid",
    step: "step",
    Min: "min",
    Max: "max",
}
# The same of a rule's lines.
OF_LINES = {"+": "+", "−": "-", "·": "*", "/": "/", "^": "^", "√": "sqrt"}


def of_formula(expression: sympy.Expr) -> Tree:
    """The tree of a formula's expression. ValueError for what the player does not compute."""
    if expression.is_Symbol:
        return str(expression)
    if expression.is_number:
        with suppress(TypeError):  # sympy knows no number for sigmoid(1), which is worked out like any
            return float(expression)
    if isinstance(expression, sympy.Pow) and expression.exp == sympy.Rational(1, 2):
        return ["sqrt", of_formula(expression.base)]
    kind = next((name for of, name in OPERATIONS.items() if isinstance(expression, of)), None)
    if kind is None:
        raise ValueError(f"no operation of the player: {type(expression).__name__}")
    return [kind, *map(of_formula, expression.args)]


def of_line(node: Node) -> Tree:
    """The tree of a rule's line."""
    if node.kind == "number":
        return float(node.name)
    if node.kind == "letter":
        return node.name
    return [OF_LINES.get(node.kind, node.kind), *map(of_line, node.parts)]


def hand(loss: FormulaLoss, rules: Sequence[Rule], start: Sequence[float], steps: int, texts: Texts) -> dict:
    """Of each runner its rule; nothing where the loss has a part that the player does not compute."""
    try:
        value, slopes = of_formula(loss.formula.expression), [*map(of_formula, loss.formula.derivatives)]
    except ValueError:
        return {}
    return {
        "hand": {
            "letters": list(loss.letters),
            "names": list(loss.names),
            "domain": [list(ends) for ends in loss.domain],
            "value": value,
            "slopes": slopes,
            "start": list(start),
            "steps": steps,
            "rules": [_rule(rule, i if len(rules) > 1 else None) for i, rule in enumerate(rules)],
            "texts": texts.section("hand"),
        }
    }


def _rule(rule: Rule, runner: int | None) -> dict[str, Any]:
    record = rule.record
    letters = {one.letter: value for one, value in zip(record.constants, rule.values, strict=True)}
    return {
        "lines": [[line.letter, line.remembered, of_line(expanded(line.tree))] for line in record.read],
        "constants": {"η": rule.learning_rate, **letters},
        "color": "" if runner is None else MARKER_STYLES[runner].color,
    }
