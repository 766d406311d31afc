"""Findings as sentences: the diagnosis and the notices, in the reader's language."""

import re
from collections.abc import Sequence

from gdviz.charts.graph import weight_names
from gdviz.core.diagnosis import Claim, Diagnosis, Place
from gdviz.core.formula import FormulaError, letter_latex
from gdviz.core.loss import FormulaLoss
from gdviz.core.numbers import DIGITS, about, agreeing_digits, number, percent, point, relation
from gdviz.link.bounds import LIMITS
from gdviz.link.reading import Notice
from gdviz.link.settings import Settings
from gdviz.link.story import STOPS
from gdviz.network.training import Job, Training
from gdviz.texts import Texts

ESTIMATES = {"more"}  # claims whose numbers are estimates, and are told as such
ROUGH = {"glide-about": 2, "zigzag-about": 2, "stuck": 3, "creeps": 3}  # of the numbers of these claims
STILL = 0.05  # a loss that changed by less than this share of itself is told as nearly the same


def diagnosis(found: Diagnosis, names: Sequence[str], texts: Texts) -> str:
    """The claims on a run over weights of these names as one sentence."""

    def text(claim: Claim, key: str, value: float | Place) -> str:
        if key == "direction" and isinstance(value, tuple):
            return _direction(value, names)
        return point(names, value) if isinstance(value, tuple) else _text(claim, key, value)

    parts = [
        texts(
            f"verdict.{claim.key}",
            **{key: text(claim, key, value) for key, value in claim.numbers.items()},
            **{f"is_{key}": _sign(value) for key, value in claim.numbers.items()},
        )
        for claim in found.claims
    ]
    sentence = texts("verdict.joint").join(parts) + texts("verdict.end")
    return sentence[0].upper() + sentence[1:]


def _sign(value: float | Place) -> str:
    return relation(*value) if isinstance(value, tuple) else relation(value)


def _text(claim: Claim, name: str, value: float) -> str:
    if isinstance(value, int):
        return str(value)
    if claim.key in ESTIMATES and name == "n":
        return about(value)
    return number(value, ROUGH.get(claim.key, DIGITS))


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


def data_of(job: Job, texts: Texts) -> str:
    """What a network learns: a data set by its name, own data pair by pair."""
    if not job.pairs:
        return texts(f"data.{job.data}")
    return texts("data_panel.listed", pairs=listed(job.pairs))


def listed(pairs: Sequence[tuple[float, float]]) -> str:
    """Pairs one after the other: (1, 2.5), (2, 3.1)."""
    return ", ".join(f"({number(x)}, {number(y)})" for x, y in pairs)


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
    bounds = dict(LIMITS)
    if notice.low is not None:
        bounds |= {"low": number(notice.low), "high": number(notice.high or 0)}
    if notice.error:
        bounds["reason"] = formula_error(notice.error, texts)
    return texts(
        f"notices.{kind}", field=notice.field, said=shortened(notice.raw), used=notice.used, **bounds
    )


def formula_error(error: FormulaError, texts: Texts) -> str:
    """What is wrong with a formula, and where."""
    return texts(
        f"formula.wrong.{error.kind}",
        piece=shortened(error.piece),
        at=str(error.at + 1),
        remedy=error.remedy,
        letters=", ".join(error.letters),
        w=error.letters[0] if error.letters else "W",
    )


def formula_read(loss: FormulaLoss, texts: Texts, refused: bool) -> str:
    """How a typed formula was understood, typeset; or which one the charts still show, if one was refused."""
    formula = loss.formula
    key = "still" if refused else "doubtful" if formula.doubtful else "read"
    letters = ", ".join(map(letter_latex, loss.letters))
    parts = texts(f"formula.{key}", formula=f"$E({letters}) = {formula.reading}$")
    return f"{parts} {texts('formula.step')}" if formula.has_step else parts


def shortened(parts: str) -> str:
    """What a reader has written, or its beginning."""
    return parts if len(parts) <= 40 else parts[:40] + "…"


def preview(settings: Settings, texts: Texts) -> str:
    """What a messenger shows of a link: the teacher's question, what the stop says, or what it is about."""
    if settings.q:
        return settings.q
    if settings.is_told:
        return "".join(text for text, _ in story(settings, texts))
    return texts.found(f"page.lead_{settings.lesson}", texts("page.title")).replace("**", "")


def story(settings: Settings, texts: Texts) -> list[tuple[str, str]]:
    """What the present stop of the story says, in parts, each with what it is: "" for plain text, "strong",
    or the field whose value it is.
    """
    stop = STOPS[settings.stop]
    key, values = f"story.{settings.stop}.text", {}
    if stop.varies:
        value = float(settings.to_query()[stop.varies])
        values = {stop.varies: number(value), "is_value": relation(value)}
    if stop.varies and stop.follows:
        follows = stop.follows(value)
        sign = "zero" if follows == 0 else "negative" if follows < 0 else "positive"
        key = f"story.{settings.stop}.{sign}" if sign in texts.section(f"story.{settings.stop}") else key
        values |= {"follows": number(follows), "is_follows": relation(value, follows)}

    def part(text: str) -> tuple[str, str]:
        if text.startswith("**"):
            return text.strip("*").format(**values), "strong"
        name = text.strip("{}")
        return (values[name], name) if text == f"{{{stop.varies}}}" else (text.format(**values), "")

    return [part(text) for text in re.split(r"(\*\*.+?\*\*|\{(?:w|eta)\})", texts(key)) if text]
