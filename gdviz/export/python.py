"""Parts of a script: an update rule's lines in Python, and the source of the package's own functions."""

import ast
import inspect
import re
import textwrap
from collections.abc import Callable
from typing import NamedTuple

from gdviz.core.optimizers import Rule

# The first two lines of a script can set its encoding, so nothing of a user's stands there.
HEAD = """\
# {title}
# Needs Python 3 and NumPy. Change the numbers at the top, and run it again."""


class Code(NamedTuple):
    """A rule's lines: its numbers, its first memory, and the way from the gradient g to dW."""

    numbers: list[str]
    memory: list[str]
    update: list[str]


def code(rule: Rule) -> Code:
    """A rule in Python, of W and the gradient g."""
    record = rule.record
    numbers = {"eta": rule.learning_rate}
    numbers |= {constant.name: value for constant, value in zip(record.constants, rule.values, strict=True)}
    return Code(
        [f"{name} = {value!r}" for name, value in numbers.items()],
        [*["t = 0"] * record.counts, *(f"{name} = np.zeros_like(W)" for name in record.remembered)],
        record.python,
    )


def named(rule: Rule) -> str:
    return f"{rule.id}, learning rate {rule.learning_rate!r}"


def called(function: Callable) -> tuple[str, list[str]]:
    """What a script calls a function, and the sources that it needs for that: numpy's own needs none."""
    if not inspect.isfunction(function):
        return f"np.{function.__name__}", []
    return public(function.__name__), with_helpers(function)


def with_helpers(function: Callable) -> list[str]:
    """A function's source, after that of the functions of its module that it calls."""
    helpers = inspect.getclosurevars(function).globals.values()
    sources = [_stripped(helper) for helper in helpers if inspect.isfunction(helper)]
    return [public(source) for source in [*sources, _stripped(function)]]


def public(text: str) -> str:
    """The text with no name that begins with an underscore."""
    return re.sub(r"\b_(?=[a-z])", "", text)


def _stripped(function: Callable) -> str:
    """A function's source without its annotations. ValueError for a lambda, whose source is no statement."""
    source = textwrap.dedent(inspect.getsource(function))
    tree = ast.parse(source).body[0] if function.__name__.isidentifier() else None
    if not isinstance(tree, ast.FunctionDef):
        raise ValueError(f"{function} has no source to show: write it as a function with a name")
    head = f"def {tree.name}({', '.join(argument.arg for argument in tree.args.args)}):"
    return "\n".join([head, *source.splitlines()[tree.body[0].lineno - 1 :]])
