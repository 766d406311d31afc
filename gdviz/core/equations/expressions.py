"""Expressions as they are printed, read as functions of any class of numbers."""

import ast
import operator
import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from gdviz.core.numbers import SUPERSCRIPTS

PLACE = re.compile(r"\{(\(?)(\w+)\)?('?)\}")  # as the player reads it
POWER = re.compile(r"[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+")
LOWERED = {raised: plain for plain, raised in SUPERSCRIPTS.items()}
SPELLINGS = str.maketrans({"×": "*", "·": "*", "÷": "/", "^": "**", "−": "-", "√": "sqrt"})
CONSTANTS = {"e": "e", "E": "e", "π": "pi", "pi": "pi"}
OPERATORS: dict[type[ast.operator], Callable[..., Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
OF_ONE = ("exp", "log", "sqrt", "sin", "cos", "tan", "tanh", "sign", "step", "sigmoid")
FUNCTIONS: dict[str, Callable[..., Any]] = {
    **{name: operator.methodcaller(name) for name in OF_ONE},
    "σ": operator.methodcaller("sigmoid"),
    "abs": abs,
    "max": lambda a, b: a.larger(b),
    "min": lambda a, b: -(-a).larger(-b),
}


# Of a class of numbers and operands of that class: what comes out.
Function = Callable[[Any, Mapping[str, Any]], Any]


class Expression(NamedTuple):
    """An expression as a function, of one of the classes of numbers below and operands of that class."""

    at: Function
    operands: tuple[str, ...]


@lru_cache(maxsize=1024)
def expression(text: str) -> Expression:
    """Read an expression as it is printed, with names in braces: 0.9 × {(v)} + {slope}².

    A brace right behind another, as in {beta}{t}, is its exponent. Raises ValueError for what is no
    such expression. Python's parser reads it; nothing of it is ever run.
    """
    names = list(dict.fromkeys(name + later for _, name, later in PLACE.findall(text)))

    def place(found: re.Match[str]) -> str:
        return f"x{names.index(found[2] + found[3])}"

    source = re.sub(r"√(\{.*?\}|[\d.]+)", r"√(\1)", text).replace("}{", "}^{")
    source = POWER.sub(lambda power: f"^({power[0].translate(LOWERED)})", PLACE.sub(place, source))
    try:
        tree = ast.parse(source.translate(SPELLINGS).strip(), mode="eval").body
    except SyntaxError:
        raise ValueError(f"no arithmetic: {text!r}") from None
    return Expression(_built(tree, names), tuple(names))


def _built(node: ast.expr, names: Sequence[str]) -> Function:
    match node:
        case ast.Constant(value=int() | float() as value):
            return lambda kind, operands: _literal(kind, str(value))
        case ast.Name(id=name) if name in CONSTANTS:
            return lambda kind, operands: _literal(kind, CONSTANTS[name])
        case ast.Name(id=place) if re.fullmatch(r"x\d+", place):
            name = names[int(place[1:])]
            return lambda kind, operands: operands[name]
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            function = _built(inner, names)
            return lambda kind, operands: -function(kind, operands)
        case ast.BinOp(left=left, op=ast.Pow(), right=ast.Constant(value=int() as n)):
            function = _built(left, names)
            return lambda kind, operands: function(kind, operands) ** n
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            apply, a, b = OPERATORS[type(op)], _built(left, names), _built(right, names)
            return lambda kind, operands: apply(a(kind, operands), b(kind, operands))
        case ast.Call(func=ast.Name(id=name), args=arguments) if name in FUNCTIONS:
            call, parts = FUNCTIONS[name], [_built(argument, names) for argument in arguments]
            return lambda kind, operands: call(*(part(kind, operands) for part in parts))
    raise ValueError(f"no arithmetic: {ast.unparse(node)}")


@lru_cache(maxsize=1024)
def _literal(kind: Any, text: str) -> Any:
    return kind.constant(text) if text in CONSTANTS else kind.literal(text)
