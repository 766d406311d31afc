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
EMPTY = re.compile(r"[\s;,]*")  # a line of an empty row

Kind = Literal["few", "many", "number", "columns", "thousands", "large", "digits", "long"]
NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|\.\d+)(?:e[+-]?\d{1,2})?", re.IGNORECASE)
# One, or one thousand.
THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
# Of a heading: words, which may have digits further on, or signs alone.
HEADING = re.compile(r"(?![-+#]?(?:nan|inf(?:inity)?|n/?a|null|none)!?$)(?:[^\W\d].*|\D*)", re.IGNORECASE)


class PairsError(ValueError):
    """A text that is no list of pairs: what is wrong, in which line (from 1; 0 for all), and where in it."""

    def __init__(self, kind: Kind, line: int = 0, piece: str = ""):
        super().__init__(kind, line, piece)
        self.kind, self.line, self.piece = kind, line, piece


def read_pairs(text: str) -> Pairs:
    """Two columns: apart by a tab, a semicolon, blanks or a comma; with decimal point or comma.

    A first line of words is a heading. Raises PairsError; nothing is left out or mended in silence.
    """
    numbered = [(i, _plain(line).strip()) for i, line in enumerate(text.splitlines(), 1)]
    lines = [(i, line) for i, line in numbered if not EMPTY.fullmatch(line)]
    if sum(len(line) for _, line in lines) > LONGEST:
        raise PairsError("many")
    separator = _separator([line for _, line in lines])
    rows = [(i, _cells(line, separator)) for i, line in lines]
    if rows and all(HEADING.fullmatch(cell) for cell in rows[0][1]):
        rows = rows[1:]
    _look_for_thousands(rows)
    pairs = tuple(_pair(i, cells) for i, cells in rows)
    if len(pairs) < FEWEST:
        raise PairsError("few")
    if len(pairs) > MOST:
        raise PairsError("many")
    try:
        _ = fit_loss(pairs).formula  # E multiplied out, in exact fractions
    except FormulaError:
        raise PairsError("long") from None
    return pairs


def _plain(line: str) -> str:
    """Full-width letters as the usual ones; other letters are what they are: 10² is no 102."""
    wide = (unicodedata.normalize("NFKC", c) if unicodedata.east_asian_width(c) == "F" else c for c in line)
    return "".join(wide).replace("−", "-").replace("–", "-").replace("\ufeff", "")


def _look_for_thousands(rows: list[tuple[int, list[str]]]) -> None:
    """A comma before three digits is a decimal one only if others are that for certain."""
    with_comma = [(i, cell) for i, cells in rows for cell in cells if "," in cell and NUMBER.fullmatch(cell)]
    if with_comma and all(THOUSANDS.fullmatch(cell) for _, cell in with_comma):
        raise PairsError("thousands", *with_comma[0])


def _separator(lines: list[str]) -> str:
    """What stands between the columns: what is no decimal comma comes first."""
    if any("\t" in line for line in lines):
        return r"\t"
    if any(";" in line for line in lines):
        return ";"
    if any(re.search(r"[\d.]\s*,?\s+[-+\d.]", line) for line in lines):
        return r"\s*,?\s+"
    return ","


def _cells(line: str, separator: str) -> list[str]:
    line = re.sub(r"""^[(\[{]|[)\]}][,;]?$|(?<!\w)["']|["'](?!\w)""", "", line)
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
