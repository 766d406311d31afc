"""What a point under the hand needs: the loss, its slopes and a rule's lines, as trees that are worked out
in the browser.

A tree is a number, the name of a letter, or a list of an operation and its trees.
"""

import ast
import inspect
import math
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from gdviz.charts.theme import MARKER_STYLES
from gdviz.core.lines.reader import Node, expanded
from gdviz.core.loss import FormulaLoss
from gdviz.core.optimizers import Rule
from gdviz.texts import Texts

Tree = Any  # float | str | list["Tree"]

# What the player's src/expression.ts computes, by the operators and the functions of Python's code.
OPERATORS: Mapping[type[ast.AST], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Pow: "^",
    ast.USub: "-",
}
FUNCTIONS = (
    "sqrt",
    "exp",
    "log",
    "sin",
    "cos",
    "tan",
    "tanh",
    "abs",
    "sign",
    "sigmoid",
    "step",
    "min",
    "max",
)
NUMBERS = {"e": math.e, "pi": math.pi}
# The same of a rule's lines.
OF_LINES = {"+": "+", "−": "-", "·": "*", "/": "/", "^": "^", "√": "sqrt"}


@lru_cache(maxsize=64)
def of_function(function: Callable[..., Any], letters: tuple[str, ...]) -> list[Tree]:
    """The trees of what a formula's function returns, so that both work it out in the same order.

    ValueError for what the player does not compute.
    """
    [definition] = ast.parse(inspect.getsource(function)).body
    assert isinstance(definition, ast.FunctionDef)
    known: dict[str, Tree] = (
        dict(zip((arg.arg for arg in definition.args.args), letters, strict=True)) | NUMBERS
    )

    def tree(node: ast.expr) -> Tree:
        match node:
            case ast.Constant(value=int() | float() as value):
                # A larger whole number is no double's, and has no place in the message.
                return value if abs(value) <= 2**53 else float(value)
            case ast.Name(id=name) if name in known:
                return known[name]
            case ast.BinOp(op=op, left=left, right=right):
                return [OPERATORS[type(op)], tree(left), tree(right)]
            case ast.UnaryOp(op=ast.USub(), operand=inner):
                return ["-", tree(inner)]
            case ast.Call(func=ast.Name(id=name), args=arguments) if name in FUNCTIONS:
                return [name, *map(tree, arguments)]
        raise ValueError(f"no operation of the player: {ast.unparse(node)}")

    *steps, end = definition.body
    for step in steps:
        match step:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                known[name] = tree(value)
    assert isinstance(end, ast.Return)
    assert isinstance(end.value, ast.List)
    return list(map(tree, end.value.elts))


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
        [value], slopes = (of_function(made, loss.letters) for made in loss.formula.functions)
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
            "rules": [rule_of(rule, i if len(rules) > 1 else None) for i, rule in enumerate(rules)],
            "texts": texts.section("hand"),
        }
    }


def rule_of(rule: Rule, runner: int | None) -> dict[str, Any]:
    """A rule's lines and constants; of a runner of a race with its colour."""
    record = rule.record
    letters = {one.letter: value for one, value in zip(record.constants, rule.values, strict=True)}
    return {
        "lines": [[line.letter, line.remembered, of_line(expanded(line.tree))] for line in record.read],
        "constants": {"η": rule.learning_rate, **letters},
        "color": "" if runner is None else MARKER_STYLES[runner].color,
    }
