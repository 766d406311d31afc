"""Lines as one function, made once for all constants, as a formula's is: by sympy, from a tree.

Products and sums are done in the order in which they are written, so arrays and plain floats give
the same digits. Closures over the tree would take half as long again for plain floats.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from types import FunctionType
from typing import Any

import numpy as np
import sympy

from gdviz.core.lines.reader import Line, plain
from gdviz.core.lines.typesetting import Python

OF_ARRAYS = {"sqrt": np.sqrt, "sign": np.sign, "abs": np.abs, "maximum": np.maximum, "minimum": np.minimum}
# A plain float's root takes a tenth of the time.
OF_FLOATS = OF_ARRAYS | {"sqrt": math.sqrt, "abs": abs}


class Program:
    """Lines that are worked out one after the other: (g, memory) → the last one, and the next memory.

    ``fields`` are the names of what the memory holds, ``constants`` those of the letters that have
    one number each; t, which is remembered where it ``counts``, grows by 1 first.
    """

    def __init__(self, lines: Sequence[Line], constants: dict[str, str], fields: Sequence[str], counts: bool):
        python = Python(constants, prefix="")
        steps = [(plain(line.letter), python.text(line.tree)) for line in lines]
        counting = [("t", "t + 1")] * counts
        names = [sympy.Symbol(name) for name in constants.values()]
        made = sympy.lambdify(
            [sympy.Symbol("g"), [sympy.Symbol(name) for name in fields], *names],
            (steps[-1][0], tuple(fields)),
            [],
            lambda part: str(part),
            cse=lambda result: ([*counting, *steps], result),
        )
        self._code = made.__code__

    def __call__(self, functions: Mapping[str, Any], constants: Sequence[float]) -> Callable[..., Any]:
        """The function with these constants, of arrays or of plain floats."""
        return FunctionType(self._code, dict(functions), "update", tuple(constants))
