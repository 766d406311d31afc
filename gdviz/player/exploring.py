"""What a light page needs to make another run where no server is: from another start, with another rate, or
by another rule.

The player's ``src/explore`` descends by the trees of ``hand.py``, and words what it finds by these templates.
"""

from collections.abc import Collection
from typing import Any

from gdviz.charts import curve, curve_frame, cuts, fit, landscape, loss_by_step
from gdviz.core.critical_points import minima
from gdviz.core.lines.reader import Line, expanded, letters, plain
from gdviz.core.loss import FormulaLoss
from gdviz.core.numbers import MOST_DIGITS
from gdviz.core.optimizers import OPTIMIZERS, Rule
from gdviz.link.readers import shown_steps
from gdviz.link.settings import Settings
from gdviz.player.hand import of_function, of_line, rule_of
from gdviz.player.worked_step import TRENDS, ending, rows_of, rule_constants
from gdviz.texts import Texts

# What moves on each chart that the player makes.
CURVE = """
    TRAIL TANGENT TRIANGLE DROP UPDATE UPDATE_LEFT UPDATE_RIGHT SLOPE_LEFT SLOPE_RIGHT
    FELL ROSE GONE_LEFT GONE_RIGHT POINT FELL_WORDS ROSE_WORDS GONE_WORDS MINIMA_WORDS
    LENS_PAPER LENS_CURVE LENS_TANGENT LENS_TRIANGLE LENS_DROP LENS_TEXT LENS_FELL LENS_ROSE
"""
LANDSCAPE = """
    LEVEL_WORDS TRAIL STEP PARTS ARROW_LINE GONE POINT ACROSS_LEFT ACROSS_RIGHT ACROSS_ABOVE
    ACROSS_BELOW UP_ABOVE UP_BELOW FELL_WORDS ROSE_WORDS GONE_WORDS
"""
CUTS = "CURVE TANGENT STEP WORDS POINT"
FIT = "GAPS LINE"
MADE = {curve.ID, landscape.ID, cuts.ID, fit.ID, loss_by_step.ID}


def can_be_made(loss: FormulaLoss, charts: Collection[str]) -> bool:
    """Whether the player can make other runs on these charts, by their names."""
    # Where something has been cancelled away the trees do not tell whether the loss has a value.
    return not loss.formula.guards and set(charts) <= MADE


def exploring(settings: Settings, holds: bool, texts: Texts) -> dict[str, Any]:
    """The data: see ``protocol.Explore``; ``holds`` says that the zones of the rate are any start's."""
    loss, section = settings.loss_function, texts.section("worked")
    rules = [Rule(id, settings.eta) for id in OPTIMIZERS] + [settings.rule]
    floor = min((point.loss for point in minima(loss)), default=None)
    return {
        "explore": {
            "rule": settings.opt,
            "rules": {rule.id: _rule(loss, rule, texts) for rule in rules},
            "steps": shown_steps(settings.steps, settings.every),
            "hold": holds,
            "ends": {name: section[name] for name in ("end", "exploded", "undefined", "unsure")},
            "loss": section["loss"],
            "trends": {name: section[name].format(digits=MOST_DIGITS) for name in TRENDS},
            "data": [list(pair) for pair in loss.data],
            "floor": floor,
            "above": texts("chart.log_loss", above="{above}"),
            "charts": _charts(loss),
        }
    }


def _rule(loss: FormulaLoss, rule: Rule, texts: Texts) -> dict[str, Any]:
    slopes = of_function(loss.formula.functions[1], loss.letters)
    trees: list[tuple[Any, list[tuple[str, str]]]] = []
    for i, slope in enumerate(slopes):
        trees.append((slope, [(letter, f"W{ending(k)}") for k, letter in enumerate(loss.letters)]))
        trees += _lines(rule, ending(i))
        trees.append((["-", "W", "d"], [("W", f"W{ending(i)}"), ("d", f"dW{ending(i)}")]))
    return {
        "rule": rule_of(rule, None),
        "given": {name: text for name, text in rule_constants(rule).items() if name != "eta"},
        "names": {line.letter: plain(line.letter) for line in rule.record.read},
        "lines": [
            {
                "label": row.label,
                "letters": row.letters,
                "expression": row.equation.expression,
                "tree": tree,
                "operands": operands,
                "result": row.equation.result,
            }
            for row, (tree, operands) in zip(rows_of(loss, rule, texts), trees, strict=True)
        ],
    }


def _lines(rule: Rule, end: str) -> list[tuple[Any, list[tuple[str, str]]]]:
    """Of each line of a rule its tree, and whose number each letter of it is."""
    names = rule.record.names | {"g": f"slope{end}", "t": "t'"}
    found, later = [], set[str]()

    def named(letter: str) -> str:
        return names.get(letter) or f"{plain(letter)}{end}" + "'" * (letter in later)

    for line in rule.record.read:
        found.append((of_line(expanded(line.tree)), [(letter, named(letter)) for letter in _letters(line)]))
        later.add(line.letter)
    return found


def _letters(line: Line) -> list[str]:
    return list(dict.fromkeys(letters(line.tree)))


def _charts(loss: FormulaLoss) -> dict[str, Any]:
    """Of each chart that the player makes: its traces, and what it shows of the plane."""
    if len(loss.names) == 1:
        frame = curve_frame.view(loss)
        left, right, low, top = frame.inset
        x = {"left": left, "center": (left + right) / 2, "right": right}[frame.side]
        shown = {"view": _view(frame), "words": [x, top - 0.05], "lens": [left, right, low, top]}
        return {curve.ID: {"traces": _traces(curve, CURVE)} | shown}
    frame_of_two = landscape.view(loss)
    lowest = [landscape.lowest(loss), landscape.low_ground(loss)]
    return {
        landscape.ID: {
            "traces": _traces(landscape, LANDSCAPE),
            "view": _view(frame_of_two),
            "words": [0.001, 0.999],
        },
        cuts.ID: {"traces": _traces(cuts, CUTS), "view": [*_view(frame_of_two)[:2], *lowest], "words": []},
        fit.ID: {"traces": _traces(fit, FIT), "view": _view(frame_of_two), "words": []},
    }


def _view(frame: Any) -> list[float]:
    return [frame.low, frame.high, frame.bottom, frame.top]


def _traces(chart: Any, names: str) -> dict[str, int]:
    return {name.lower(): getattr(chart, name) for name in names.split()}
