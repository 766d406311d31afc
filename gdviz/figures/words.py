"""Findings as sentences: the verdict and the notices, in the reader's language."""

from collections.abc import Sequence

from gdviz.figures.graph import weight_names
from gdviz.formula import FormulaError
from gdviz.numbers import about, agreeing_digits, number, percent, point
from gdviz.regimes import Clause, Place
from gdviz.settings import Notice
from gdviz.texts import Texts
from gdviz.training import Training

ESTIMATES = {"more"}  # clauses whose numbers are estimates, and are told as such
ROUGH = {"glide-about", "zigzag-about"}
STILL = 0.05  # a loss that changed by less than this share of itself is told as nearly the same


def verdict(clauses: list[Clause], names: Sequence[str], texts: Texts) -> str:
    """The clauses of a run over weights of these names as one sentence."""

    def told(clause: Clause, key: str, value: float | Place) -> str:
        if key == "direction" and isinstance(value, tuple):
            return _direction(value, names)
        return point(names, value) if isinstance(value, tuple) else _told(clause, key, value)

    said = [
        texts(
            f"verdict.{clause.key}",
            **{key: told(clause, key, value) for key, value in clause.numbers.items()},
        )
        for clause in clauses
    ]
    sentence = texts("verdict.joint").join(said) + texts("verdict.end")
    return sentence[0].upper() + sentence[1:]


def _told(clause: Clause, name: str, value: float) -> str:
    if clause.key in ESTIMATES and name == "n":
        return about(value)
    return number(value, 3) if clause.key in ROUGH else number(value)


def _direction(vector: Place, names: Sequence[str]) -> str:
    """The name of the weight along whose axis a unit vector lies, or its components."""
    for name, part in zip(names, vector, strict=True):
        if abs(part) > 1 - 1e-9:
            return name
    return f"({', '.join(number(part, 3) for part in vector)})"


def training(training: Training, texts: Texts) -> str:
    """What a network's training came to."""
    first, last, held = training.losses[0], training.losses[-1], training.held_out[-1]
    epochs = len(training.losses) - 1
    numbers = {"n": epochs, "first": number(first, 3), "last": number(last, 3), "held": number(held, 3)}
    if training.diverged:
        return texts("network.exploded", **numbers)
    still = abs(last - first) < STILL * first
    if last > first and not still:
        return texts("network.rose", **numbers)
    network = training.job.network
    if network.task == "regression":
        return texts("network.still" if still else "network.fitted", **numbers)
    weights = training.weights[-1]
    right, right_held = (percent(part.accuracy(weights)) for part in (network, training.job.held_out))
    key = "network.still_classified" if still else "network.classified"
    return texts(key, right=right, right_held=right_held, **numbers)


def agreement(training: Training, index: int, texts: Texts) -> str:
    """On how many digits backpropagation and differences agree at all epochs shown."""
    network = training.job.network
    digits = [
        agreeing_digits(float(gradient[index]), network.numerical_derivative(weights, index))
        for weights, gradient in zip(training.weights, training.gradients, strict=True)
    ]
    count, name = len(training.epochs), weight_names(training.job.sizes)[index]
    return texts("network.agreement", digits=min(digits), n=count, name=name)


def notice(notice: Notice, texts: Texts) -> str:
    """What was wrong with a value: its field, what it said, what is used instead."""
    kind = "unknown" if notice.low is None else "bounded"
    # Some fields say in words of their own what they take.
    kind = notice.field if notice.field in texts.section("notices") else kind
    kind = "unknown" if notice.field == "formula" and not notice.error else kind
    bounds = {} if notice.low is None else {"low": number(notice.low), "high": number(notice.high or 0)}
    if notice.error:
        bounds["reason"] = formula_error(notice.error, texts)
    return texts(
        f"notices.{kind}", field=notice.field, said=shortened(notice.said), used=notice.used, **bounds
    )


def formula_error(error: FormulaError, texts: Texts) -> str:
    """What is wrong with a formula, and where."""
    return texts(f"formula.{error.kind}", piece=shortened(error.piece), at=str(error.at + 1))


def shortened(said: str) -> str:
    """What a reader has written, or its beginning."""
    return said if len(said) <= 40 else said[:40] + "…"
