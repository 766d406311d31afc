"""Update rules, each a record whose lines are all there is of it, and their registry.

The conventions are PyTorch's: where a small ε keeps a quotient finite, it is added to the
root and not under it, and a momentum's velocity is made of gradients, not of updates.
"""

import keyword
import re
from collections import namedtuple
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, NamedTuple

import numpy as np

from gdviz.core.lines import typesetting
from gdviz.core.lines.evaluation import OF_ARRAYS, OF_FLOATS, Program
from gdviz.core.lines.reader import Line, letters, plain, read


class Optimizer(NamedTuple):
    """An update rule with its numbers.

    ``init(weights)`` gives the rule's first memory, a named tuple; ``update(gradient,
    memory)`` gives ΔW, shape (n,), and the next memory, which also holds what a pencil
    writes down on the way. The weights then become W − ΔW. ``alone`` is the update of one weight
    in plain floats, whose memory is any tuple; without it ``update`` does. ``rule`` says which
    rule with which numbers it is, if it is one of OPTIMIZERS.
    """

    init: Callable[[np.ndarray], Any]
    update: Callable[[np.ndarray, Any], tuple[np.ndarray, Any]]
    alone: Callable[[float, tuple[Any, ...]], tuple[float, tuple[Any, ...]]] | None = None
    rule: "Rule | None" = None


class Constant(NamedTuple):
    """A constant of a rule besides its learning rate: name, letter, usual value, and a reader's bounds."""

    name: str
    letter: str
    default: float
    low: float
    high: float


def decay(name: str, letter: str, default: float) -> Constant:
    """By how much an average, or a velocity, is multiplied at each step."""
    return Constant(name, letter, default, 0.0, 0.9999)


def epsilon(default: float) -> Constant:
    """What keeps a quotient finite."""
    return Constant("eps", "ε", default, 1e-12, 1.0)


# What else has these names where a rule's numbers are written: on the page, in links and in scripts.
TAKEN = {"g", "W", "dW", "E", "t", "eta", "slope", "count", "gradient", "evaluate", "point", "value"}
TAKEN |= {
    "sqrt",
    "sign",
    "abs",
    "maximum",
    "minimum",
    "memory",
    "start",
    "step",
    "steps",
    "np",
    "earlier",
    "last",
    "until",
    "rate",
    "epoch",
    "epochs",
    "batch",
    "noise",
    "seed",
    "sizes",
    "inputs",
}
NAME = re.compile(r"[A-Za-z]\w*", re.ASCII)


@dataclass(frozen=True)
class UpdateRule:
    """An update rule: called with a learning rate, and its constants where they are not the usual ones,
    it is an Optimizer.

    ``lines`` are worked out one after the other, each weight for itself, as gdviz/core/lines/reader.py
    reads them: g is ∂E/∂W, η the learning rate, t the number of the step, from 1 on. What has ← is
    remembered, and 0 before the first step; the last line is ΔW. ``source`` says where the rule is from.
    ValueError for lines that name what is not there.
    """

    id: str
    lines: tuple[str, ...]
    constants: tuple[Constant, ...] = ()
    source: str = ""

    def __post_init__(self) -> None:
        given = {"g", "η", "t", *(constant.letter for constant in self.constants)}
        known = given | {line.letter for line in self.read if line.remembered}
        names = [constant.name for constant in self.constants]
        for line in self.read:
            missing = set(letters(line.tree)) - known
            if missing:
                raise ValueError(f"the rule {self.id} does not say what {min(missing)} is")
            known.add(line.letter)
            names.append(plain(line.letter))
        *names, last = names
        twice = len(set(names)) < len(names)
        twice = twice or not given.isdisjoint(line.letter for line in self.read)
        bad = [name for name in names if name in TAKEN or keyword.iskeyword(name) or not NAME.fullmatch(name)]
        if last != "dW" or self.read[-1].remembered or twice or bad:
            raise ValueError(f"the rule {self.id} ends with no ΔW = …, or its names cannot be used: {names}")

    def __call__(self, learning_rate: float, *constants: float, **named: float) -> Optimizer:
        """The rule with its numbers. ValueError for a learning rate that is not positive and finite."""
        if not 0 < learning_rate < float("inf"):
            raise ValueError(f"the learning rate must be a positive number, not {learning_rate}")
        values = (learning_rate, *self.values(*constants, **named))
        memory, count = self.memory, len(self.read) - 1

        def init(weights: np.ndarray) -> Any:
            nothing = [np.zeros_like(weights)] * count if count else []
            return memory(*[0] * self.counts, *nothing)

        arrays, make = self._program(OF_ARRAYS, values), partial(tuple.__new__, memory)

        def update(gradient: np.ndarray, memory: Any) -> tuple[np.ndarray, Any]:
            change, found = arrays(gradient, memory)
            return change, make(found)

        rule = Rule(self.id, learning_rate, values[1:])
        return Optimizer(init, update, self._program(OF_FLOATS, values), rule)

    def values(self, *constants: float, **named: float) -> tuple[float, ...]:
        """The constants' values, the usual ones where none are given. TypeError for what is none of them."""
        if len(constants) == len(self.constants) and not named:
            return constants
        names = [constant.name for constant in self.constants]
        left = names[len(constants) :]
        if len(constants) > len(names) or not named.keys() <= set(left):
            raise TypeError(f"the constants of {self.id} are {names}, not {constants} {named}")
        known = dict(zip(names, constants, strict=False)) | named
        return tuple(known.get(constant.name, constant.default) for constant in self.constants)

    @cached_property
    def read(self) -> tuple[Line, ...]:
        """The lines as trees."""
        return tuple(map(read, self.lines))

    @cached_property
    def latex(self) -> str:
        return typesetting.latex(list(self.read))

    @property
    def python(self) -> list[str]:
        """The lines in Python, with the constants by their names, the gradient g and the change dW."""
        script = typesetting.Python(self.names)
        return [*["t = t + 1"] * self.counts, *map(script.line, self.read)]

    def letters(self, slope: str = "dE/dW", weight: str = "W") -> list[str]:
        """The lines as they are read: v ← μ · v + dE/dW."""
        return list(map(typesetting.Letters(slope, weight).line, self.read))

    def numbers(self, end: str = "") -> list[tuple[str, str]]:
        """Of each line a template of its numbers, as core/equations has them, and the name of its result.

        ``end`` is what the names of a weight's own numbers end in: _2 makes slope_2 of slope.
        """
        found, later = [], set[str]()
        for line in self.read:
            template = typesetting.Numbers(self.names, later, end).text(line.tree)
            change = line is self.read[-1]
            found.append((template, f"{plain(line.letter)}{end}" + "'" * (not change)))
            later.add(line.letter)
        return found

    @property
    def symbols(self) -> dict[str, str]:
        """The letters of what is worked out on the way to ΔW, by their names in the memory."""
        return {plain(line.letter): line.letter for line in self.read[:-1]}

    @property
    def remembered(self) -> tuple[str, ...]:
        """The names of what the next step needs, which is 0 before the first; t aside."""
        return tuple(plain(line.letter) for line in self.read if line.remembered)

    @property
    def names(self) -> dict[str, str]:
        """The names of the constants and of the learning rate, by their letters."""
        return {"η": "eta"} | {constant.letter: constant.name for constant in self.constants}

    @cached_property
    def counts(self) -> bool:
        """Whether the number of the step matters."""
        return any("t" in letters(line.tree) for line in self.read)

    @cached_property
    def memory(self) -> Any:
        """The type of the memory: t if it counts, and a field for each line but the last."""
        fields = [plain(line.letter) for line in self.read[:-1]]
        return namedtuple("Memory", ["t"] * self.counts + fields)

    @cached_property
    def _program(self) -> Program:
        return Program(self.read, self.names, self.memory._fields, self.counts)


OPTIMIZERS: dict[str, UpdateRule] = {
    rule.id: rule
    for rule in (
        UpdateRule("gd", ("ΔW = η · g",), source="Cauchy 1847"),
        # The heavy ball.
        UpdateRule(
            "momentum",
            ("v ← μ · v + g", "ΔW = η · v"),
            (decay("momentum", "μ", 0.9),),
            "Polyak 1964",
        ),
        # A momentum that looks ahead, in the form that needs the gradient only at the weights themselves.
        UpdateRule(
            "nesterov",
            ("v ← μ · v + g", "ΔW = η · (g + μ · v)"),
            (decay("momentum", "μ", 0.9),),
            "Nesterov 1983; Sutskever, Martens, Dahl and Hinton 2013",
        ),
        # A rate of its own for each weight.
        UpdateRule(
            "adagrad",
            ("h ← h + g²", "ΔW = η · g / (√h + ε)"),
            (epsilon(1e-10),),
            "Duchi, Hazan and Singer 2011",
        ),
        # AdaGrad that forgets.
        UpdateRule(
            "rmsprop",
            ("h ← α · h + (1 − α) · g²", "ΔW = η · g / (√h + ε)"),
            (decay("smoothing", "α", 0.99), epsilon(1e-8)),
            "Tieleman and Hinton 2012",
        ),
        # Momentum over RMSProp, both corrected for their start at 0.
        UpdateRule(
            "adam",
            (
                "m ← β₁ · m + (1 − β₁) · g",
                "v ← β₂ · v + (1 − β₂) · g²",
                "m̂ = m / (1 − β₁ᵗ)",
                "v̂ = v / (1 − β₂ᵗ)",
                "ΔW = η · m̂ / (√v̂ + ε)",
            ),
            (decay("beta1", "β₁", 0.9), decay("beta2", "β₂", 0.999), epsilon(1e-8)),
            "Kingma and Ba 2015, algorithm 1",
        ),
    )
}


def constants(rule: str) -> tuple[Constant, ...]:
    """The further constants of a rule, in the order in which it takes them."""
    return OPTIMIZERS[rule].constants


class Rule(NamedTuple):
    """An update rule with its numbers: its id, learning rate and further constants in order.

    Constants that are left out have their usual values.
    """

    id: str
    learning_rate: float
    constants: tuple[float, ...] = ()

    @property
    def record(self) -> UpdateRule:
        return OPTIMIZERS[self.id]

    @property
    def values(self) -> tuple[float, ...]:
        """The constants, the usual ones where they are left out."""
        return self.record.values(*self.constants)

    @property
    def optimizer(self) -> Optimizer:
        return self.record(self.learning_rate, *self.constants)

    @property
    def is_plain(self) -> bool:
        """Whether it is gradient descent itself: a step is η times the slope, without memory."""
        return self.id == next(iter(OPTIMIZERS))
