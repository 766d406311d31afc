"""What a formula's text is made of: its bounds, its errors, its tokens."""

from typing import NamedTuple

MAX_CHARACTERS = 200
MAX_NODES = 60
MAX_DEPTH = 100  # of parentheses
MAX_EXPONENT = 20
MAX_CONSTANT = 1e12
MAX_BITS = 1000  # of a whole number in a formula: it is still within double range
MAX_POWER = 400  # of powers of powers, which sympy writes as one

KINDS = (
    "empty", "long", "nodes", "end", "unclosed", "unopened", "hollow", "bar", "operator", "numbers", "comma",
    "thousands", "equals", "name", "letters", "index", "which", "pair", "call", "instead", "bare", "one",
    "several", "inverse", "braces", "root_index", "command", "constant", "exponent", "power", "zero", "root",
    "logarithm", "undefined", "derivative", "nowhere", "other",
)  # fmt: skip

OPENING = {"(": ")", "[": "]", "{": "}"}


class FormulaError(ValueError):
    """A formula that is not accepted: what is wrong, with which piece, and where.

    ``kind`` names the reason, one of KINDS, ``piece`` is the offending text, ``at`` its first
    character, from 0; ``remedy`` is what to write instead, where that depends on the piece, and
    ``letters`` are those that the formula may have.
    """

    def __init__(self, kind: str, piece: str, at: int, remedy: str = ""):
        super().__init__(f"{kind}: {piece!r} at character {at + 1}")
        self.kind, self.piece, self.at, self.remedy = kind, piece, at, remedy
        self.letters: tuple[str, ...] = ()


class Token(NamedTuple):
    """A sign of a formula: its kind, what it says, and where it stands.

    Kinds are number, constant, letter (with its ``subscript``, or ""), function, open, close, bar, frac,
    root, the operators + - * / ^, a comma and end.
    """

    kind: str
    text: str
    start: int
    end: int
    subscript: str = ""


def error(kind: str, text: str, start: int, end: int, remedy: str = "") -> FormulaError:
    """An error about a part of a text."""
    return FormulaError(kind, text[start:end], start, remedy)
