"""Pairs of numbers, as a spreadsheet gives them, as people type them, and as a link has them."""

import re
import unicodedata
from typing import Literal

from gdviz.core.fit import Pairs, fit_loss
from gdviz.core.formula import FormulaError

FEWEST, MOST = 3, 40  # pairs
LARGEST = 1e5
DIGITS = 6  # of a number, at most
LONGEST = 4000  # letters that are looked at

Kind = Literal["few", "many", "number", "columns", "large", "digits", "long"]
NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d{1,2})?", re.IGNORECASE)


class PairsError(ValueError):
    """A text that is no list of pairs: what is wrong, in which line (from 1; 0 for all), and where in it."""

    def __init__(self, kind: Kind, line: int = 0, piece: str = ""):
        super().__init__(kind, line, piece)
        self.kind, self.line, self.piece = kind, line, piece


def read_pairs(text: str) -> Pairs:
    """Two columns: apart by a tab, a semicolon, blanks or a comma; with decimal point or comma.

    A first line of words is a heading. Raises PairsError; nothing is left out or mended in silence.
    """
    plain = unicodedata.normalize("NFKC", text[:LONGEST]).replace("−", "-").replace("–", "-")
    lines = [(i, line.strip()) for i, line in enumerate(plain.splitlines(), 1) if line.strip()]
    separator = _separator([line for _, line in lines])
    rows = [(i, _cells(line, separator)) for i, line in lines]
    if rows and not any(NUMBER.fullmatch(cell) for cell in rows[0][1]):
        rows = rows[1:]
    pairs = tuple(_pair(i, cells) for i, cells in rows)
    if len(pairs) < FEWEST:
        raise PairsError("few")
    if len(pairs) > MOST or len(text) > LONGEST:
        raise PairsError("many")
    try:
        _ = fit_loss(pairs).formula  # E multiplied out, in exact fractions
    except FormulaError:
        raise PairsError("long") from None
    return pairs


def _separator(lines: list[str]) -> str:
    """What stands between the columns: what is no decimal comma comes first."""
    if any("\t" in line for line in lines):
        return r"\t"
    if any(";" in line for line in lines):
        return ";"
    if any(re.search(r"[\d.],?\s+[-+\d.,]", line) for line in lines):
        return r",?\s+"
    return ","


def _cells(line: str, separator: str) -> list[str]:
    line = re.sub(r"""^[(\[{]|[)\]}][,;]?$|"|'""", "", line)
    cells = [cell.strip() for cell in re.split(separator, line)]
    # A spreadsheet may have an empty column behind the two.
    while len(cells) > 2 and not cells[-1]:
        cells.pop()
    return cells


def _pair(line: int, cells: list[str]) -> tuple[float, float]:
    for cell in cells:
        if not NUMBER.fullmatch(cell):
            raise PairsError("number", line, cell)
    if len(cells) != 2:
        raise PairsError("columns", line, str(len(cells)))
    x, y = (_number(line, cell) for cell in cells)
    return x, y


def _number(line: int, cell: str) -> float:
    value = float(cell.replace(",", "."))
    if abs(value) > LARGEST:
        raise PairsError("large", line, cell)
    if float(f"{value:.{DIGITS}g}") != value:
        raise PairsError("digits", line, cell)
    return value + 0.0  # −0 is 0


def from_link(text: str) -> Pairs:
    """The pairs of a link: 1,2_3.5,4. Raises PairsError."""
    return read_pairs(text.replace("_", "\n"))


def to_link(pairs: Pairs) -> str:
    """The same the other way."""
    return "_".join(f"{x:g},{y:g}" for x, y in pairs)
