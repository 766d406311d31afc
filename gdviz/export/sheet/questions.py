"""A worksheet's questions, the room for their answers, and the answers."""

import numpy as np
from markupsafe import Markup

from gdviz.charts import landscape, thresholds_scale
from gdviz.charts.plane import Plane
from gdviz.charts.weight import along
from gdviz.core.critical_points import critical_points, nearest_minimum
from gdviz.core.descent import Path
from gdviz.core.diagnosis import diagnose
from gdviz.core.equations import Equation, alone, evaluated, put, sign, written
from gdviz.core.loss import FormulaLoss
from gdviz.core.numbers import DIGITS, MOST_DIGITS, digits_apart, exactly, number, point
from gdviz.core.thresholds import thresholds
from gdviz.export.html import parts
from gdviz.export.sheet.charts import Cut, curve_frame, table_points
from gdviz.export.sheet.formulas import derivative, equation
from gdviz.export.sheet.sheet import ROWS, Question, Sheet, paragraph, with_sign
from gdviz.network.training import Training
from gdviz.texts import Texts

LINES = 16  # to write on, as far as there is height for them
H = 0.01  # for a difference by hand: the quotient of losses to nine digits then has about four
CHECK_DIGITS = 9
STRAIGHT = 0.1  # degrees


def _notes(sheet: Sheet, path: Path | None = None) -> Markup:
    """What is to be said of a table's numbers."""
    sentences = [sheet.texts("worksheet.rounded", digits=DIGITS)]
    if path and path.diverged and path.steps < ROWS:
        sentences.append(sheet.texts("worksheet.ends", step=path.steps))
    return parts().small(" ".join(sentences))


def differentiation(sheet: Sheet, loss: FormulaLoss) -> Question:
    """E by each weight: left sides to fill in, and the derivatives."""
    blanks, answers = [], []
    for i, (letter, partial) in enumerate(zip(loss.letters, loss.formula.derivatives, strict=True)):
        left = derivative(letter, sheet.d)
        blanks.append(parts().blank(left))
        answers.append(equation(left, sheet.slope(i), partial, sheet.texts))
    key = "differentiate_many" if sheet.many else "differentiate"
    return Question(sheet.texts(f"worksheet.{key}"), parts().formulas(blanks), parts().formulas(answers))


def table_of_steps(sheet: Sheet, path: Path) -> Question:
    """The table with its first weights, and all of it."""
    step = sheet.texts("table.step")
    return Question(
        sheet.texts("worksheet.fill"), sheet.table(step, "first"), sheet.table(step) + _notes(sheet, path)
    )


def table_of_epochs(sheet: Sheet) -> Question:
    """The same of a training, whose slopes are given, and of one in batches its changes, too."""
    step, key = sheet.texts("network.epoch"), "fill_updates" if sheet.plain else "fill_slopes"
    shown = ("first", "slope", "update") if sheet.plain else ("first", "slope")
    return Question(
        sheet.texts(f"worksheet.{key}"), sheet.table(step, *shown), sheet.table(step) + _notes(sheet)
    )


def tangents(sheet: Sheet, loss: FormulaLoss, path: Path) -> Question:
    """The way along the tangents, to be drawn into the curve."""
    off = _off(sheet, curve_frame(loss, path), table_points(sheet, path))
    answer = " ".join([sheet.texts("worksheet.tangents_answer"), *off])
    return Question(sheet.texts("worksheet.tangents"), Markup(), paragraph(answer))


def on_the_map(sheet: Sheet, loss: FormulaLoss, path: Path) -> Question:
    """Where −∇E points from the start, and whether that is at a minimum."""
    off = _off(sheet, landscape.view(loss), table_points(sheet, path))
    answer = " ".join([_direction(loss, path, sheet.texts), *off])
    key = "path" if critical_points(loss).exhaustive else "path_found"
    room = parts().lines(1 if sheet.wide else 3)
    return Question(sheet.texts(f"worksheet.{key}"), room, paragraph(answer))


def on_the_cut(sheet: Sheet, training: Training, cut: Cut) -> Question:
    """Whether the later points of a network's weight lie on the curve of its first epoch."""
    section = sheet.texts.section("worksheet")
    outside = np.flatnonzero(~cut.frame.holds(cut.points))[:1].tolist()
    off = [sheet.texts("worksheet.cut_off", step=i, E=with_sign(training.losses[i])) for i in outside]
    answer = paragraph(" ".join([section["cut_answer"], *off]))
    return Question(section["cut"].format(name=sheet.names[0]), parts().lines(1), answer)


def _direction(loss: FormulaLoss, path: Path, texts: Texts) -> str:
    start, slopes = path.weights[0], path.gradients[0]
    if not slopes.any():
        return texts("worksheet.level")
    steepest = [with_sign(-slope).split(" ", 1) for slope in slopes.tolist()]
    sign = "≈" if any(part == "≈" for part, _ in steepest) else "="
    arrow = f"{sign} ({', '.join(text for _, text in steepest)})"
    goal = nearest_minimum(loss, start)
    way = np.zeros(2) if goal is None else goal.weights - start
    if goal is None or not way.any():
        known = goal is not None or critical_points(loss).exhaustive
        return texts("worksheet.no_minimum" if known else "worksheet.none_found", arrow=arrow)
    cosine = -slopes @ way / (np.linalg.norm(slopes) * np.linalg.norm(way))
    angle = float(np.degrees(np.arccos(np.clip(cosine, -1, 1))))
    place = point(loss.names, goal.weights)
    if angle < STRAIGHT:
        return texts("worksheet.straight", arrow=arrow, w=place)
    return texts("worksheet.angle", arrow=arrow, w=place, angle=number(angle, 3))


def _off(sheet: Sheet, frame: Plane, points: np.ndarray) -> list[str]:
    """Which step leads off the chart, if one does."""
    outside = np.flatnonzero(~frame.holds(points))
    return [sheet.texts("worksheet.off", step=outside[0])] if outside.size else []


def rate(sheet: Sheet, loss: FormulaLoss, path: Path) -> Question:
    """From which rate on gradient descent does not settle, if there is such a rate."""
    texts = sheet.texts
    reached = diagnose(path).minimum
    found = thresholds(loss, tuple(path.weights[0].tolist()), reached)
    sentences = [thresholds_scale.note(found, sheet.names, texts, reached is not None)]
    if found.point and found.bounce is not None:
        factor = 1 - sheet.rule.learning_rate * found.point.curvature
        key = ("many" if sheet.many else "exact") if found.exact else "near"
        sentences.append(texts(f"worksheet.why_{key}", factor=number(factor), bounce=number(found.bounce)))
    return Question(texts("worksheet.rate"), parts().lines(LINES), paragraph(" ".join(sentences)))


def comparison(sheet: Sheet) -> Question:
    """The last step of the table beside the one that gradient descent would take there."""
    texts, row, eta = sheet.texts, sheet.rows[-1], sheet.rule.learning_rate
    update, slope = f"Δ{sheet.names[0]}", sheet.slope(0)
    question = texts("worksheet.compare", update=update, slope=slope)
    rule = texts.section(f"optimizers.{sheet.rule.id}")
    sentences = [rule["remembers"], rule["effect"]]
    if row.update is not None:
        change, plain = float(row.update[0]), float(eta * row.slopes[0])
        apart = digits_apart(abs(change), abs(plain), MOST_DIGITS)
        key = "alike" if not apart else "longer" if abs(change) > abs(plain) else "shorter"
        key = "opposite" if change * plain < 0 else key
        values = {"dW": change, "slope": float(row.slopes[0]), "plain": plain}
        line = Equation("{eta} × {(slope)}", "plain")
        least = dict.fromkeys(("dW", "plain"), np.array([apart or DIGITS]))
        found = written([line], alone(values), {"eta": exactly(eta)}, least)
        numbers = {name: text for name, [text] in found.texts.items()} | {"eta": exactly(eta)}
        right = f"{sign(found.substituted[0][0])} {put(line.expression, numbers)} {sign(found.gives[0][0])}"
        changed = f"{sign(found.known['dW'][0])} {numbers['dW']}"
        plainly = f"{right} {numbers['plain']}"
        compared = texts("worksheet.compared", update=update, slope=slope, dW=changed, plain=plainly)
        sentences = [compared, texts(f"worksheet.{key}"), *sentences]
    return Question(question, parts().lines(LINES), paragraph(" ".join(sentences)))


def sign_of_the_slope(sheet: Sheet) -> Question:
    """Which way the weight goes."""
    texts, row = sheet.texts, sheet.rows[0]
    slope, weight = float(row.slopes[0]), float(row.weights[0])
    key = "positive" if slope > 0 else "negative" if slope < 0 else "zero"
    sentences = [texts(f"worksheet.{key}", slope=number(slope))]
    if row.after is not None:
        after = float(row.after[0])
        digits = digits_apart(weight, after, MOST_DIGITS)
        key = "stays" if not digits else "grows" if after > weight else "shrinks"
        numbers = {"W": number(weight, digits or DIGITS), "after": number(after, digits or DIGITS)}
        sentences.append(texts(f"worksheet.{key}", **numbers))
    return Question(texts("worksheet.sign"), parts().lines(1), paragraph(" ".join(sentences)))


def check(sheet: Sheet, training: Training, index: int) -> Question:
    """The first slope again, from two losses, as a pencil would compute it."""
    texts = sheet.texts
    # At the weight that is told, and with the digits that are: whoever checks it has no others.
    here = float(f"{training.weights[0, index]:.{DIGITS}g}")
    below, above = along(training, 0, index, np.array([here - H, here + H])).tolist()
    losses = {"h": number(H), "above": number(above, CHECK_DIGITS), "below": number(below, CHECK_DIGITS)}
    question = texts("worksheet.check", name=sheet.names[0], W=number(here), **losses)
    line = Equation("({above} − {(below)}) / (2 × {h})", "quotient")
    quotient = float(evaluated(line.expression, losses))
    found = written([line], alone({"quotient": quotient}), losses)
    results = {"is": sign(found.gives[0][0]), "quotient": found.texts["quotient"][0]}
    results["slope"] = number(float(training.gradients[0, index]))
    return Question(
        question, parts().lines(LINES), paragraph(texts("worksheet.checked", **losses, **results))
    )
