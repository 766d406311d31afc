"""The worked step: its rows as templates, and the columns of numbers that they name."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import numpy as np

from gdviz.core.descent import Path
from gdviz.core.equations import PLACE, Equation, Written, expression, written
from gdviz.core.loss import FormulaLoss
from gdviz.core.numbers import MOST_DIGITS, difference, digits_apart, exactly, number
from gdviz.core.optimizers import Rule, UpdateRule
from gdviz.texts import Texts

NAME = re.compile(
    r"(\w+?)(?:_(\d+))?('?)"
)  # m_hat_2': what number, of which weight, at which end of the step
LOSS_ROW = "E: {row_E} → {next_E}  {trend}"
TRENDS = ("fell", "rose", "same", "nearly")

Columns = dict[str, dict[int, str]]


class Worked(NamedTuple):
    """The rows of a step, those of its slopes alone, and the columns and constants that they name.

    Where a column has no text at a step, the constant of its name stands there.
    """

    rows: list[list[str]]
    slopes: list[list[str]]
    columns: Columns
    constants: dict[str, str]


class Row(NamedTuple):
    """What a row is called, what it computes in letters, and in numbers."""

    label: str
    letters: str
    equation: Equation


def worked(
    loss: FormulaLoss,
    rule: Rule,
    path: Path,
    steps: Sequence[int],
    table: Mapping[str, Sequence[str]],
    texts: Texts,
) -> Worked:
    """The worked step of a run at each of these steps; ``table`` has W, slope, dW and E of all steps."""
    section, given = texts.section("worked"), rule_constants(rule)
    rows = rows_of(loss, rule, texts)
    slopes = [row for row in rows if row.equation.result.startswith("slope")]
    moving = [step for step in steps if step < path.steps]
    columns = _losses(path, moving, table["E"]) | rates(path)
    for optimizer, made in groupby(moving, path.optimizer_at):
        at_rate = rule_constants(optimizer.rule or rule)
        _add(columns, rows, path, list(made), at_rate, table)
    _add(columns, slopes, path, [step for step in steps if step == path.steps], given, table)
    return Worked(
        [*(_template(row, given) for row in rows), [section["loss"], LOSS_ROW]],
        [_template(row, given) for row in slopes],
        {name: column for name, column in columns.items() if column},
        given | {key: section[key].format(digits=MOST_DIGITS) for key in TRENDS} | defaults(columns, table),
    )


def rates(path: Path) -> Columns:
    """The learning rates of a run's first steps, where they were others than at its end."""
    begun, columns = 0, Columns()
    for until, optimizer in path.earlier:
        if optimizer.rule:
            eta = exactly(optimizer.rule.learning_rate)
            columns.setdefault("eta", {}).update(dict.fromkeys(range(begun, until), eta))
        begun = until
    return columns


def rule_constants(rule: Rule) -> dict[str, str]:
    """A rule's numbers, which are the same at every step, in full; rest_beta1 is 1 − β₁."""
    named = {"eta": rule.learning_rate}
    for constant, value in zip(rule.record.constants, rule.values, strict=True):
        named |= {constant.name: value, f"rest_{constant.name}": float(1 - Decimal(str(value)))}
    return {name: exactly(value) for name, value in named.items()}


def for_weight(text: str, loss: FormulaLoss, i: int) -> str:
    """A text with a {weight}, and perhaps the {d} of a derivative by it, told of the i-th weight."""
    return text.replace("{weight}", loss.names[i]).replace("{d}", _d(loss))


def _d(loss: FormulaLoss) -> str:
    return "d" if len(loss.names) == 1 else "∂"


def ending(i: int) -> str:
    """What the i-th weight's columns end in; further weights' are named W_2, slope_2 and so on."""
    return f"_{i + 1}" if i else ""


def rows_of(loss: FormulaLoss, rule: Rule, texts: Texts) -> list[Row]:
    """Of each weight: its slope, the lines of the rule, and the new weight."""
    section, record = texts.section("worked"), rule.record
    labels = [texts(f"optimizers.{rule.id}.worked.{name}") for name in record.symbols] + [section["dW"]]
    rows = []
    for i, (name, arithmetic) in enumerate(zip(loss.names, loss.formula.gradient_arithmetic, strict=True)):
        end = ending(i)
        slope = f"{_d(loss)}E/{_d(loss)}{name}"
        place = for_weight(section["slope"], loss, i).replace("{at}", f"{{at{end}}}")
        equation = Equation(_with_columns(arithmetic, loss), f"slope{end}")
        rows.append(Row(place.replace("{W}", f"{{W{end}}}"), slope, equation))
        lines = zip(labels, *_lines(record, slope, name, end), strict=True)
        rows += [Row(label, letters, Equation(*numbers)) for label, letters, numbers in lines]
        moved = Equation(f"{{W{end}}} − {{(dW{end})}}", f"W{end}'")
        rows.append(Row(section["weight"], f"{name} ← {name} − Δ{name}", moved))
    return rows


@lru_cache(maxsize=256)
def _lines(rule: UpdateRule, slope: str, weight: str, end: str) -> tuple[list[str], list[tuple[str, str]]]:
    """A rule's lines for one weight, in letters and in numbers."""
    return rule.letters(slope, weight), rule.numbers(end)


def _with_columns(arithmetic: str, loss: FormulaLoss) -> str:
    """A formula's template over its letters as one over the columns of the weights."""
    for i, letter in enumerate(loss.letters):
        arithmetic = re.sub(rf"\{{(\(?){letter}(\)?)\}}", rf"{{\1W{ending(i)}\2}}", arithmetic)
    return arithmetic


def _template(row: Row, given: Mapping[str, str]) -> list[str]:
    """A row as the player fills it in, with columns of the worked step's own."""

    def renamed(found: re.Match) -> str:
        wrap, name, end = found.groups()
        if name in given or name.startswith("at"):
            return found[0]
        return f"{{({column(name + end)})}}" if wrap else f"{{{column(name + end)}}}"

    line, result = row.equation
    name = column(result)
    right = f"{{is_{name}}} {PLACE.sub(renamed, line)} {{gives_{name}}} {{{name}}}"
    return [PLACE.sub(renamed, row.label), f"{row.letters} {right}"]


@lru_cache(maxsize=1024)
def column(name: str) -> str:
    """The column of a number of the worked step: at the step itself, or at the next one."""
    return f"next_{name[:-1]}" if name.endswith("'") else f"row_{name}"


def _add(
    columns: Columns,
    rows: Sequence[Row],
    path: Path,
    steps: Sequence[int],
    given: Mapping[str, str],
    table: Mapping[str, Sequence[str]],
) -> None:
    """Write the rows at some steps, and put what is written into the columns."""
    if not steps:
        return
    equations = [row.equation for row in rows]
    used = {name for line, result in equations for name in (*expression(line).operands, result)}
    at = np.array(steps)
    values = {name: _values(path, at, name) for name in sorted(used - given.keys())}
    lines = written(equations, values, given)
    stated = {name: f"at{name.removeprefix('W')}" for name in sorted(used) if re.fullmatch(r"W(_\d+)?", name)}
    add_columns(columns, steps, equations, lines, table, stated)


def add_columns(
    columns: Columns,
    steps: Sequence[int],
    equations: Sequence[Equation],
    lines: Written,
    table: Mapping[str, Sequence[str] | Mapping[int, str]],
    stated: Mapping[str, str],
) -> None:
    """Put k lines into columns: texts where the ``table`` does not have them, and = where not ≈ holds.

    ``stated`` names the columns for the signs before numbers that stand alone.
    """
    for name, texts in lines.texts.items():
        known, later = table.get(name.removesuffix("'")), name.endswith("'")
        columns.setdefault(column(name), {}).update(
            (step, text)
            for step, text in zip(steps, texts, strict=True)
            if not known or text != known[step + later]
        )
    signs = {sign: lines.known[name] for name, sign in stated.items()}
    for (_, result), substituted, gives in zip(equations, lines.substituted, lines.gives, strict=True):
        signs |= {f"is_{column(result)}": substituted, f"gives_{column(result)}": gives}
    for name, exact in signs.items():
        equal = (step for step, yes in zip(steps, exact, strict=True) if yes)
        columns.setdefault(name, {}).update(dict.fromkeys(equal, "="))


def defaults(columns: Columns, table: Iterable[str]) -> dict[str, str]:
    """What stands where such a column has no text: the number as the table has it, and ≈."""
    same = {column(name + end): f"{{{name}{end}}}" for name in table for end in ("", "'")}
    return same | dict.fromkeys((name for name in columns if name.startswith(("is_", "gives_", "at"))), "≈")


def _values(path: Path, steps: np.ndarray, name: str) -> np.ndarray:
    """A number of the worked step at each of the steps, (k,)."""
    found = NAME.fullmatch(name)
    assert found
    kind, weight, later = found.groups()
    i, at = int(weight or 1) - 1, steps + bool(later)
    if kind in ("W", "slope", "dW"):
        return {"W": path.weights, "slope": path.gradients, "dW": path.updates}[kind][at, i]
    if kind == "count":
        return at.astype(float)
    parts = [getattr(path.memories[step], kind) for step in at]
    return np.array(parts if isinstance(parts[0], int) else [part[i] for part in parts])


def _losses(path: Path, steps: Sequence[int], shown: Sequence[str]) -> Columns:
    """E at both ends of each step, in digits in which it differs, and what became of it."""
    columns: Columns = {"row_E": {}, "next_E": {}, "trend": {}, "change": {}}
    for step in steps:
        here, there = path.losses[step : step + 2].tolist()
        trend = "same" if here == there else "fell" if there < here else "rose"
        if trend != "same" and shown[step] == shown[step + 1]:
            digits = digits_apart(here, there, MOST_DIGITS)
            trend = trend if digits else "nearly"
            for name, e in (("row_E", here), ("next_E", there)):
                columns[name][step] = number(e, digits or MOST_DIGITS)
        columns["trend"][step], columns["change"][step] = trend, difference(here, there)
    return columns
