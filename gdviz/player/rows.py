"""The worked step of a run as rows of text, for whoever has no page."""

import re
from collections.abc import Mapping
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, NamedTuple, cast

from gdviz.core.descent import Path
from gdviz.core.loss import FormulaLoss, names_of
from gdviz.core.numbers import number
from gdviz.core.optimizers import Rule, constants
from gdviz.player.worked_step import Worked, ending, worked
from gdviz.texts import load_texts

PLACE = re.compile(r"\{(\()?(\w+)\)?('?)\}")
TWICE = re.compile(r"^(.* [=≈] )(\S.*) [=≈] \2$")  # a slope for which there is no formula


class Row(NamedTuple):
    """One row of a worked step: what it works out, how, and the exact numbers in it.

    These are named as the field's letters are: W, slope, dW, E, eta, or what the rule remembers; of a
    further weight W_2, slope_2 and so on, and those of the next step with a ', as in W'.
    """

    label: str
    text: str
    numbers: dict[str, float]


def worked_step(path: Path, step: int, lang: str = "en") -> tuple[Row, ...]:
    """The arithmetic of one step, row by row, as the page shows it.

    Args:
        path: The run, by one of OPTIMIZERS.
        step: The step that is worked out, 0 to k; at the last there are the slopes alone.
        lang: The language of the labels, "en" or "ja".

    Returns:
        Rows, each with ``.label``, ``.text`` and ``.numbers``. A text is true as it is written: carried
        out from the digits shown it gives the digits shown, and ≈ stands where some were left out.

    Raises:
        ValueError: A step that the run does not have, or a run by another rule.

    Example:
        >>> import gdviz as gd
        >>> path = gd.descend(gd.LOSSES["bowl"], gd.OPTIMIZERS["gd"](0.001), 5, 1)
        >>> for row in gd.worked_step(path, 0):
        ...     print(row.text)
        dE/dW = 2 × 5 = 10
        ΔW = η · dE/dW = 0.001 × 10 = 0.01
        W ← W − ΔW = 5 − 0.01 = 4.99
        E: 29 → 28.9001  ▼ it falls
        >>> gd.worked_step(path, 0)[2].numbers
        {'W': 5.0, 'dW': 0.01, "W'": 4.99}
    """
    rule = path.optimizer_at(step).rule
    if rule is None:
        raise ValueError("only the rules of OPTIMIZERS have rows")
    if not 0 <= step <= path.steps:
        raise ValueError(f"the step must be 0 to {path.steps}, not {step}")
    loss = path.loss if isinstance(path.loss, FormulaLoss) else cast(FormulaLoss, _without_formula(path))
    table = _table(path)
    found = worked(loss, rule, path, [step], table, load_texts(lang))
    rows = found.rows if step < path.steps else found.slopes
    columns = {name: dict(enumerate(column)) for name, column in table.items()} | found.columns
    given = _numbers(rule)
    return tuple(
        Row(
            _filled(label, columns, found, step),
            TWICE.sub(r"\1\2", _filled(text, columns, found, step)),
            dict(_exact(text, path, step, given)),
        )
        for label, text in rows
    )


def _without_formula(path: Path) -> Any:
    """What stands in for a loss whose slopes are given, and not worked out."""
    names = names_of(path.loss, path.weights.shape[1])
    slopes = tuple(f"{{slope{ending(i)}}}" for i in range(len(names)))
    return SimpleNamespace(names=names, letters=(), formula=SimpleNamespace(gradient_arithmetic=slopes))


def _table(path: Path) -> dict[str, list[str]]:
    """The numbers of all steps as texts: E, and of each weight W, its slope and its change."""
    columns = {"E": [number(e) for e in path.losses.tolist()]}
    for name, part in (("W", path.weights), ("slope", path.gradients), ("dW", path.updates)):
        for i in range(path.weights.shape[1]):
            columns[name + ending(i)] = [number(value) for value in part[:, i].tolist()]
    return columns


def _numbers(rule: Rule) -> dict[str, float]:
    """A rule's numbers by their names; rest_beta1 is 1 − β₁."""
    found = {"eta": rule.learning_rate}
    for constant, value in zip(constants(rule.id), rule.constants, strict=True):
        found |= {constant.name: value, f"rest_{constant.name}": float(1 - Decimal(str(value)))}
    return found


def _filled(template: str, columns: Mapping[str, Mapping[int, str]], found: Worked, step: int) -> str:
    """A template with its texts, as the player fills it in."""

    def text_of(place: re.Match[str]) -> str:
        wrap, name, later = place.groups()
        text = columns.get(name, {}).get(step + bool(later), name)
        if text in found.constants:
            text = _filled(found.constants[text], columns, found, step)
        return f"({text})" if wrap and re.match("−|.*×", text) else text

    return PLACE.sub(text_of, template)


def _exact(template: str, path: Path, step: int, given: Mapping[str, float]) -> Any:
    """The names and numbers of a row's places."""
    for _, place, _ in PLACE.findall(template):
        if place in given:
            yield place, given[place]
        named = re.fullmatch(r"(row|next)_(\w+?)(?:_(\d+))?", place)
        if not named:
            continue
        end, kind, weight = named.groups()
        at, i = step + (end == "next"), int(weight or 1) - 1
        parts = {"W": path.weights, "slope": path.gradients, "dW": path.updates, "E": path.losses[:, None]}
        part = parts[kind][at] if kind in parts else getattr(path.memories[at], kind)
        name = f"{kind}{ending(i)}" + "'" * (end == "next")
        yield name, part if isinstance(part, int) else float(part[i])
