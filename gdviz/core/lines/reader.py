"""From a line's text to its tree.

line      letter (← | =) sum            ← of what the next step remembers
sum       [−] product {(+ | −) product}
product   power {(· | /) power}
power     atom [superscript digits or ᵗ]
atom      number | letter | √ atom | function ( sum {, sum} ) | ( sum )
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple, NoReturn

SUPERSCRIPTS = {**dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True)), "ᵗ": "t"}
SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True))
MARKS = {"\u0302": "hat", "\u0303": "tilde", "\u0304": "bar"}
FUNCTIONS = {"√": 1, "abs": 1, "sign": 1, "max": 2, "min": 2}  # and how many numbers each takes
POWERS = "".join(SUPERSCRIPTS)
TOKEN = re.compile(
    rf"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<power>[{POWERS}]+)"
    rf"|(?P<letter>(?:[^\W\d{POWERS}][{''.join(MARKS)}]?)+)|(?P<sign>[-−+·*/(),√←=]))"
)
SPELLINGS = {"-": "−", "*": "·"}


class Node(NamedTuple):
    """A part of a line: a "number" or a "letter" by its name, or an operation on its parts."""

    kind: str
    parts: tuple["Node", ...] = ()
    name: str = ""


class Line(NamedTuple):
    """What a line works out, whether the next step remembers it, and from what."""

    letter: str
    remembered: bool
    tree: Node


def read(text: str) -> Line:
    """The tree of a line. ValueError for what is none."""
    return _Reader(text).line()


def plain(letter: str) -> str:
    """A letter as names in code are: m̂ m_hat, β₁ beta1, ΔW dW. ValueError if it has no such name."""
    if letter.startswith("Δ"):
        return f"d{plain(letter[1:])}"
    parts = (_plain(character) for character in unicodedata.normalize("NFD", letter))
    name = "".join(parts)
    if not (name.isascii() and name.isidentifier()):
        raise ValueError(f"no letter for a line: {letter!r}")
    return name


def _plain(character: str) -> str:
    if character in MARKS:
        return f"_{MARKS[character]}"
    words = unicodedata.name(character, "").split()
    greek = words[:2] == ["GREEK", "SMALL"] and len(words) == 4
    return words[-1].lower() if greek else SUBSCRIPTS.get(character, character)


def letters(node: Node) -> Iterator[str]:
    """The letters of a tree, from left to right."""
    if node.kind == "letter":
        yield node.name
    for part in node.parts:
        yield from letters(part)


def expanded(node: Node) -> Node:
    """A tree whose whole powers are products, from the left: a · g² is a · g · g, as PyTorch computes it."""
    parts = tuple(map(expanded, node.parts))
    if node.kind == "^" and parts[1].kind == "number":
        return _product([parts[0]] * int(parts[1].name))
    if node.kind == "·" and node.parts[1].kind == "^" and node.parts[1].parts[1].kind == "number":
        base, exponent = node.parts[1].parts
        return _product([parts[0], *[expanded(base)] * int(exponent.name)])
    return node._replace(parts=parts)


def _product(factors: list[Node]) -> Node:
    first, *rest = factors
    for factor in rest:
        first = Node("·", (first, factor))
    return first


class _Reader:
    def __init__(self, text: str):
        self.text, self.tokens, at = text, [], 0
        while at < len(text.rstrip()):
            found = TOKEN.match(text, at)
            if not found:
                self._fail()
            kind = str(found.lastgroup)
            self.tokens.append((kind, SPELLINGS.get(found[kind], found[kind])))
            at = found.end()
        self.tokens.append(("end", ""))

    def line(self) -> Line:
        kind, letter = self._next()
        sign = self._next()[1]
        if kind != "letter" or sign not in ("←", "="):
            self._fail()
        tree = self._sum()
        if self.tokens[0][0] != "end":
            self._fail()
        return Line(letter, sign == "←", tree)

    def _sum(self) -> Node:
        tree = Node("−", (self._product(),)) if self._takes("−") else self._product()
        while sign := self._takes("+", "−"):
            tree = Node(sign, (tree, self._product()))
        return tree

    def _product(self) -> Node:
        tree = self._power()
        while sign := self._takes("·", "/"):
            tree = Node(sign, (tree, self._power()))
        return tree

    def _power(self) -> Node:
        base, (kind, text) = self._atom(), self.tokens[0]
        if kind != "power":
            return base
        self._next()
        exponent = "".join(SUPERSCRIPTS[digit] for digit in text)
        if exponent != "t" and not (exponent.isdecimal() and int(exponent) > 0):
            self._fail()
        return Node("^", (base, Node("letter" if exponent == "t" else "number", (), exponent)))

    def _atom(self) -> Node:
        kind, text = self._next()
        if kind == "number":
            return Node("number", (), text)
        if text == "√":
            return Node("√", (self._atom(),))
        if text in FUNCTIONS:
            return Node(text, self._arguments(FUNCTIONS[text]))
        if kind == "letter":
            return Node("letter", (), text)
        if text != "(":
            self._fail()
        inner = self._sum()
        self._expect(")")
        return inner

    def _arguments(self, count: int) -> tuple[Node, ...]:
        self._expect("(")
        parts = [self._sum()]
        while self._takes(","):
            parts.append(self._sum())
        self._expect(")")
        if len(parts) != count:
            self._fail()
        return tuple(parts)

    def _next(self) -> tuple[str, str]:
        return self.tokens.pop(0) if len(self.tokens) > 1 else self.tokens[0]

    def _takes(self, *signs: str) -> str:
        return self._next()[1] if self.tokens[0][1] in signs else ""

    def _expect(self, sign: str) -> None:
        if not self._takes(sign):
            self._fail()

    def _fail(self) -> NoReturn:
        raise ValueError(f"no line of arithmetic: {self.text!r}")
