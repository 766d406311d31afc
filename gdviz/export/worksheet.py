"""A run as a worksheet on paper: a page for the student and a page with the key, as one HTML document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Any, NamedTuple, cast

import contourpy
import numpy as np
import sympy

from gdviz.critical_points import CriticalPoint, critical_points, minima, nearest_minimum
from gdviz.descent import Path
from gdviz.diagnosis import diagnose
from gdviz.equations import Equation, alone, evaluated, put, sign, written
from gdviz.figures import curve, landscape, ruler
from gdviz.figures.graph import weight_names
from gdviz.figures.plane import Plane, points_of
from gdviz.figures.weight import along
from gdviz.figures.worked import letters_of
from gdviz.formula import mathml, plain
from gdviz.losses import FormulaLoss
from gdviz.numbers import DIGITS, MOST_DIGITS, digits_apart, exactly, number, point, relation
from gdviz.optimizers import Optimizer, constants
from gdviz.settings import Settings
from gdviz.texts import Texts
from gdviz.thresholds import thresholds
from gdviz.training import Training

ROWS = 5  # steps in the table
WIDEST = 9  # columns of a table that has all weights side by side
WIDE = 1.5  # a chart at least this much wider than high has the page's width to itself
ACROSS = 186.0  # what the margins leave of the page's width, in mm, the unit of all drawings
BESIDE = 124.0  # the width of a chart with text beside it
CUT_SAMPLES = 161
FLATTEST = 1e-4  # a chart of a network's E is at least this share of E high
LINES = 16  # to write on, as far as there is height for them
H = 0.01  # for a difference by hand: the quotient of losses to nine digits then has about four
CHECK_DIGITS = 9
STRAIGHT = 0.1  # degrees
TANGENT = 0.09  # a tangent reaches at least this share of the chart's width to both sides
LONG = 0.3  # and where there is one only, this
LINE_OF_MATH = 70  # about so many characters of a formula are a line
LONGEST_FORMULA = 400  # characters; one of more has no place on the page

# On the drawings, in mm.
MARGINS = (15.0, 5.0, 4.0, 10.0)  # left, top, right, bottom
ARROW = 24.0, 60.0  # the least and the most
APART = 15.0  # between the levels written on contour lines
CLEAR = 1.8  # between a point's label and all else
LETTER, WIDE_LETTER = 1.9, 3.2  # the width of one, and of a Chinese or Japanese one
BESIDE_DOT = 2.2  # from a point to its label
AROUND = np.array([(np.cos(a), np.sin(a)) for a in np.linspace(0, 2 * np.pi, 16, endpoint=False)])

STYLE = """
@page { size: A4; margin: 12mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #000; background: #fff; font: 10pt/1.4 Arial, Helvetica, sans-serif; }
.page { width: 186mm; height: 271mm; margin: 0 auto; overflow: hidden; display: flex;
  flex-direction: column; gap: 3mm; }
#sheet { break-after: page; }
h1 { font-size: 15pt; line-height: 1.2; margin: 0; }
header { display: flex; align-items: flex-end; gap: 5mm; padding-bottom: 2mm;
  border-bottom: .5mm solid #000; }
header h1 { flex: 1; }
header span { border-bottom: .2mm solid #000; width: 46mm; }
header span + span { width: 32mm; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 5mm; margin: 0; align-items: baseline; }
dt { font-weight: bold; }
dd { margin: 0; display: flex; flex-wrap: wrap; gap: 0 7mm; }
math { font-size: 12pt; }
p { margin: 0; }
.question { display: flex; gap: 3mm; }
.question > b { flex: none; width: 5mm; height: 5mm; border: .3mm solid #000; border-radius: 50%;
  font-size: 9pt; line-height: 4.4mm; text-align: center; }
.question > div { flex: 1; min-width: 0; }
.line { height: 8.5mm; border-bottom: .2mm solid #000; }
.equation { flex: 1; display: flex; align-items: flex-end; gap: 2mm; height: 11mm; }
.equation i { flex: 1; border-bottom: .2mm solid #000; }
.formulas { display: flex; flex-wrap: wrap; gap: 1.5mm 9mm; }
.plain { font: 8pt/1.3 monospace; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin-top: 1.5mm;
  font-variant-numeric: tabular-nums; }
th, td { border: .2mm solid #000; padding: 0 .8mm; text-align: center; height: 7.6mm; line-height: 1.15; }
th { height: 6mm; border-bottom-width: .5mm; }
th:first-child, td:first-child { width: 17mm; }
#key td { height: 5.6mm; }
.many { font-size: 8pt; }
.stack td { height: 6.4mm; }
.chart { flex: 0 1 auto; min-height: 0; display: flex; }
.chart svg { width: 100%; }
.beside .chart svg { height: 100%; }
.beside { flex: 1; min-height: 0; display: flex; gap: 5mm; }
.beside .chart { flex: 0 0 124mm; }
.beside > div:last-child { display: flex; flex-direction: column; gap: 4mm; }
svg { fill: none; stroke: #000; font: 3.1px Arial, Helvetica, sans-serif; }
svg text { fill: #000; stroke: none; }
svg .name { font-size: 3.6px; }
svg .halo { stroke: #fff; stroke-width: 1.1px; paint-order: stroke; stroke-linejoin: round; }
svg .level { font-size: 2.6px; }
.fine { stroke-width: .1px; stroke-dasharray: .1 .6; }
.rule { stroke-width: .1px; }
.dotted { stroke-width: .2px; stroke-dasharray: .2 .9; }
.zero { stroke-width: .3px; }
.frame { stroke-width: .3px; }
.curve { stroke-width: .6px; }
.contour { stroke-width: .25px; }
.tangent { stroke-width: .35px; }
.dashed { stroke-width: .35px; stroke-dasharray: 1.2 .8; }
.path { stroke-width: .6px; }
.arrow { stroke-width: .4px; }
svg .dot { fill: #000; }
svg .open { fill: #fff; stroke-width: .4px; }
/* As many lines to write on as there is height for. */
#sheet .question:last-child { flex: 1 0 29mm; min-height: 0; overflow: hidden; }
#sheet .beside .question:last-child { flex: 1 1 0; }
small { font-size: 8pt; }
button { position: fixed; top: 4mm; right: 4mm; font-size: 12pt; padding: 1mm 4mm; }
@media screen { .page { margin: 8mm auto; } }
@media print { button { display: none; } }
"""


def worksheet(settings: Settings, path: Path, texts: Texts) -> str:
    """The run of one weight or two as an HTML document that prints on two pages of A4."""
    loss = settings.record
    sheet = _Sheet(settings, texts, loss.names, loss.letters, _rows_of(settings, path))
    given = [
        (texts("worksheet.loss"), _loss(loss, texts)),
        (texts("worksheet.start"), _spans(point(loss.names, settings.w), f"E {_told(path.losses[0])}")),
        *sheet.rule(),
    ]
    fill = _Question(texts("worksheet.fill"), sheet.table("first"), sheet.table() + _notes(sheet, path))
    last = _rate(sheet, path) if settings.opt == "gd" else _comparison(sheet)
    chart = _map if sheet.many else _curve
    drawn = _path(sheet, path) if sheet.many else _tangents(sheet, path)
    charts = (chart(sheet, path, key=False), chart(sheet, path, key=True))
    return sheet.document(given, [_differentiation(sheet, loss), fill, drawn, last], charts)


def network_worksheet(settings: Settings, training: Training, texts: Texts) -> str:
    """One weight of a network, the first that is looked at, in the same form; epochs are its steps."""
    job, index = training.job, settings.weight[0]
    name = weight_names(job.sizes)[index]
    in_batches = 0 < job.batch < job.points
    rows = _rows_of_training(training, index, in_batches)
    sheet = _Sheet(settings, texts, (name,), ("W",), rows, in_batches)
    shown = ("first", "slope", "update") if in_batches else ("first", "slope")
    said = texts.section("worksheet")
    fill = _Question(
        said["fill_updates" if in_batches else "fill_slopes"],
        sheet.table(*shown),
        sheet.table() + _notes(sheet),
    )
    cut = _cut(rows, training, index)
    outside = np.flatnonzero(~cut.frame.holds(cut.points))[:1].tolist()
    off = [texts("worksheet.cut_off", step=i, E=_told(training.losses[i])) for i in outside]
    answer = " ".join([said["cut_answer"], *off])
    drawn = _Question(said["cut"].format(name=name), _lines(1), _p(answer))
    layers = "–".join(map(str, job.sizes))
    described = said["described"].format(
        data=texts(f"data.{job.data}"), points=job.points, layers=layers, act=job.activation, seed=job.seed
    )
    given = [
        (said["network"], escape(described)),
        (
            said["weight"],
            _spans(f"{name} {_told(rows[0].weights[0])}", f"E {_told(training.losses[0])}"),
        ),
        *sheet.rule(),
    ]
    questions = [_sign(sheet), fill, drawn, _check(sheet, training, index)]
    charts = (_cut_chart(sheet, cut, key=False), _cut_chart(sheet, cut, key=True))
    return sheet.document(given, questions, charts)


# --- The sheet: what is given, the table, the questions and their answers -----------------


class _Row(NamedTuple):
    """One step of n weights: where they stand, (n,), and what the step made of them.

    A step that leads nowhere has no ``update``, ``memory`` and ``after``.
    """

    step: int
    weights: np.ndarray
    slopes: np.ndarray
    update: np.ndarray | None
    memory: Any
    after: np.ndarray | None


class _Question(NamedTuple):
    """A question, the room for its answer, and the answer; the latter two are HTML."""

    text: str
    room: str
    answer: str


def _rows_of(settings: Settings, path: Path) -> list[_Row]:
    """The run's first steps; of one that ends at its start, the start."""
    rows = [
        _Row(
            step,
            path.weights[step],
            path.gradients[step],
            path.updates[step],
            path.memories[step + 1],
            path.weights[step + 1],
        )
        for step in range(min(ROWS, path.steps))
    ]
    return rows or [_Row(0, path.weights[0], path.gradients[0], None, None, None)]


def _rows_of_training(training: Training, index: int, in_batches: bool) -> list[_Row]:
    """One weight's first epochs, as far as none is left out.

    What the rule remembers of it follows from its slopes alone, unless an epoch is many updates.
    """
    optimizer: Optimizer = training.job.rule.optimizer
    memory = optimizer.init(training.weights[0, [index]])
    rows: list[_Row] = []
    for step, epoch in enumerate(training.epochs[:ROWS].tolist()):
        weights, slopes, update = (
            part[step, [index]] for part in (training.weights, training.gradients, training.updates)
        )
        if epoch != step or not np.isfinite(update).all():
            break
        if not in_batches:
            _, memory = optimizer.update(slopes, memory)
        rows.append(_Row(step, weights, slopes, update, memory, weights - update))
    return rows or [_Row(0, training.weights[0, [index]], training.gradients[0, [index]], None, None, None)]


@dataclass(frozen=True)
class _Sheet:
    """What a run's two pages are made of.

    ``names`` are the weights as a reader sees them and ``letters`` as a formula writes them;
    ``plain`` says that the changes are given, so that nothing is told of the rule's memory.
    """

    settings: Settings
    texts: Texts
    names: tuple[str, ...]
    letters: tuple[str, ...]
    rows: list[_Row]
    plain: bool = False

    @property
    def many(self) -> bool:
        return len(self.names) > 1

    @property
    def wide(self) -> bool:
        """Whether the chart has the page's width to itself, and not a text beside it."""
        if not self.many:
            return True
        frame = landscape.view(self.settings.record)
        return frame.width >= WIDE * frame.height and not self.stacked

    @property
    def stacked(self) -> bool:
        """Whether the weights are too many for one table, and have one each."""
        return 1 + len(self._columns(list(range(len(self.names))))) > WIDEST

    @property
    def partial(self) -> bool:
        """Whether a slope is one of several partial derivatives."""
        return self.many or self.settings.lesson == "network"

    def height(self, key: bool) -> float:
        """About how much height a page has for a chart of its full width, in mm."""
        room = 154.0 if key else 126.0 if self.settings.lesson == "one" else 109.0
        return room - 3 * len(self.memory) + (5.6 if key else 7.6) * (ROWS - len(self.rows))

    def slope(self, i: int) -> str:
        return f"∂E/∂{self.names[i]}" if self.partial else f"dE/d{self.names[i]}"

    @property
    def memory(self) -> dict[str, str]:
        """What the rule computes on the way to ΔW: each one's field of the memory and its symbol."""
        if self.plain:
            return {}
        worked = self.texts.section(f"optimizers.{self.settings.opt}.worked")
        fields = [term for term in worked if not term.endswith("_row") and term != "dW"]
        return {field: worked[f"{field}_row"].split(" ")[0] for field in fields}

    def rule(self) -> list[tuple[str, str]]:
        """The update rule and its numbers, as terms and what is said of them."""
        said, opt = self.texts.section("worksheet"), self.settings.opt
        numbers = [f"η = {exactly(self.settings.eta)}"]
        for constant, value in zip(constants(opt), self.settings.const, strict=True):
            name = self.texts(f"constants.{constant.name}")
            numbers.append(said["constant"].format(name=name, value=exactly(value)))
        rate = self.texts("worksheet.eta")
        if self.plain:
            return [(rate, _spans(*numbers)), (said["rule"], _spans(opt))]
        worked = self.texts.section(f"optimizers.{opt}.worked")
        # The rule is what stands before the numbers of a worked row.
        lines = [letters_of(worked[f"{term}_row"]) for term in (*self.memory, "dW")]
        lines.append("W ← W − ΔW")
        notes = [said["each"]] if self.many else []
        kept = [text.split(" ")[0] for text in lines[:-1] if "←" in text]
        if kept:
            notes.append(said["memory"].format(memory=", ".join(f"{symbol} = 0" for symbol in kept)))
        if "t" in getattr(self.rows[0].memory, "_fields", ()):
            notes.append(said["count"])
        return [(rate, _spans(*numbers)), (said["rule"], _spans(*map(self._told_of_weights, lines), *notes))]

    def _told_of_weights(self, text: str) -> str:
        """A line about W and dE/dW in the letters of this run."""
        if self.partial:
            text = text.replace("dE/dW", "∂E/∂W")
        return text if self.many else text.replace("W", self.names[0])

    def table(self, *shown: str) -> str:
        """The steps as a table of all numbers, or of those ``shown``: first, slope, update."""
        groups = [self._columns([i]) for i in range(len(self.names))]
        together = self._columns(list(range(len(self.names))))
        step = self.texts("network.epoch" if self.settings.lesson == "network" else "table.step")
        html = []
        for columns in groups if self.stacked else [together]:
            kind = "stack many" if self.stacked else "many" if 1 + len(columns) > 8 else ""
            heads = "".join(f"<th>{head}</th>" for _, _, head in columns)
            body = "".join(self._row(row, columns, shown) for row in self.rows)
            html.append(f'<table class="{kind}"><tr><th>{escape(step)}</th>{heads}</tr>{body}</table>')
        return "".join(html)

    def _columns(self, weights: list[int]) -> list[tuple[str, int, str]]:
        """The columns from left to right: what is in each, of which weight, and its head."""

        def each(kind: str, heads: Iterable[str]) -> list[tuple[str, int, str]]:
            return [(kind, i, escape(head)) for i, head in zip(weights, heads, strict=True)]

        names = [self.names[i] for i in weights]
        columns = each("weight", names) + each("slope", [self.slope(i) for i in weights])
        for field, symbol in self.memory.items():
            columns += [(field, i, escape(symbol) + self._below(i)) for i in weights]
        columns += each("update", [f"Δ{name}" for name in names])
        return columns + each("new", [self.texts("worksheet.new", name=name) for name in names])

    def _below(self, i: int) -> str:
        """The index of what the rule remembers of a weight: v₁, or of the weight b, v_b."""
        return f"<sub>{self.letters[i].removeprefix('W')}</sub>" if self.many else ""

    def _row(self, row: _Row, columns: list[tuple[str, int, str]], shown: tuple[str, ...]) -> str:
        values = {"weight": row.weights, "slope": row.slopes, "update": row.update, "new": row.after}
        cells = []
        for kind, i, _ in columns:
            is_first = kind == "weight" and row.step == 0 and "first" in shown
            visible = not shown or kind in shown or is_first
            part = values[kind] if kind in values else getattr(row.memory, kind, None)
            said = "" if not visible else "–" if part is None else _number(float(part[i]))
            cells.append(f"<td>{said}</td>")
        return f"<tr><td>{row.step} → {row.step + 1}</td>{''.join(cells)}</tr>"

    def document(
        self, given: list[tuple[str, str]], questions: list[_Question], charts: tuple[str, str]
    ) -> str:
        """Both pages. The third question is the one with the chart, to draw on and as drawn."""
        said = self.texts.section("worksheet")
        terms = "".join(f"<dt>{escape(term)}</dt><dd>{told}</dd>" for term, told in given)
        blanks = f"{escape(said['name'])} <span></span> {escape(said['date'])} <span></span>"
        asked = [_numbered(i, _p(q.text), q.room) for i, q in enumerate(questions, 1)]
        answered = [_numbered(i, "", q.answer) for i, q in enumerate(questions, 1)]
        pages = [
            f'<article class="page" id="{name}"><header><h1>{escape(title)}</h1>{line}</header>'
            f"<dl>{terms}</dl>{_arranged(parts, chart, self.wide)}</article>"
            for name, title, line, parts, chart in (
                ("sheet", said["title"], blanks, asked, charts[0]),
                ("key", said["key"], "", answered, charts[1]),
            )
        ]
        return (
            f'<!DOCTYPE html>\n<html lang="{self.texts.lang}"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{escape(said['title'])}</title><style>{STYLE}</style></head><body>"
            f'<button type="button" onclick="print()">{escape(said["print"])}</button>'
            f"{''.join(pages)}</body></html>\n"
        )


def _arranged(parts: list[str], chart: str, wide: bool) -> str:
    """The four questions and the chart of the third, above one another or beside the last two."""
    first, second, third, fourth = parts
    if wide:
        return f'{first}{second}{third}<div class="chart">{chart}</div>{fourth}'
    beside = f'<div class="chart">{chart}</div><div>{third}{fourth}</div>'
    return f'{first}{second}<div class="beside">{beside}</div>'


def _numbered(i: int, *parts: str) -> str:
    return f'<div class="question"><b>{i}</b><div>{"".join(parts)}</div></div>'


def _p(text: str) -> str:
    # A Japanese full stop is wide enough without a blank after it.
    return f"<p>{escape(text.replace('。 ', '。'))}</p>"


def _spans(*texts: str) -> str:
    return "".join(f"<span>{escape(text)}</span>" for text in texts)


def _lines(count: int) -> str:
    """Lines to write on."""
    return '<div class="line"></div>' * count


def _told(value: float) -> str:
    """A number as it stands behind a letter: = 5, ≈ 0.333333."""
    return f"{relation(value)} {number(value)}"


def _number(value: float) -> str:
    """A number in the table, with a mark where digits were left out."""
    return ("≈ " if relation(value) == "≈" else "") + number(value)


def _notes(sheet: _Sheet, path: Path | None = None) -> str:
    """What is to be said of a table's numbers."""
    notes = [sheet.texts("worksheet.rounded", digits=DIGITS)]
    if path and path.diverged and path.steps < ROWS:
        notes.append(sheet.texts("worksheet.ends", step=path.steps))
    return f"<p><small>{escape(' '.join(notes))}</small></p>"


# --- Formulas -----------------------------------------------------------------------------


def _loss(loss: FormulaLoss, texts: Texts) -> str:
    """E(W) = and its formula."""
    names = "<mo>,</mo>".join(_symbol(letter) for letter in loss.letters)
    left = f"<mi>E</mi><mo>(</mo>{names}<mo>)</mo>"
    return _equation(left, f"E({', '.join(loss.names)})", loss.formula.expression, texts)


def _derivative(letter: str, partial: bool) -> str:
    d = "∂" if partial else "d"
    return f"<mfrac><mrow><mi>{d}</mi><mi>E</mi></mrow><mrow><mi>{d}</mi>{_symbol(letter)}</mrow></mfrac>"


def _symbol(letter: str) -> str:
    return mathml(sympy.Symbol(letter))


def _equation(left: str, plain_left: str, expression: sympy.Expr, texts: Texts) -> str:
    """left = expression in MathML; where that would not fit into a line, as plain text that can wrap."""
    text = plain(expression)
    if len(text) > LONGEST_FORMULA:
        said = texts("worksheet.too_long", n=len(text))
        return f"<span>{escape(plain_left)} = … ({escape(said)})</span>"
    if len(text) > 2 * LINE_OF_MATH:
        return f'<span class="plain">{escape(f"{plain_left} = {text}")}</span>'
    small = f' style="font-size:{12 * LINE_OF_MATH / len(text):.1f}pt"' if len(text) > LINE_OF_MATH else ""
    right = mathml(expression)
    return f'<math displaystyle="true"{small}><mrow>{left}<mo>=</mo>{right}</mrow></math>'


# --- The questions ------------------------------------------------------------------------


def _differentiation(sheet: _Sheet, loss: FormulaLoss) -> _Question:
    room, answers = "", ""
    derivatives = loss.formula.derivatives
    for i, (letter, derivative) in enumerate(zip(loss.letters, derivatives, strict=True)):
        left = _derivative(letter, sheet.many)
        room += f'<div class="equation"><math displaystyle="true">{left}<mo>=</mo></math><i></i></div>'
        answers += _equation(left, sheet.slope(i), derivative, sheet.texts)
    key = "differentiate_many" if sheet.many else "differentiate"
    room, answer = (f'<div class="formulas">{part}</div>' for part in (room, answers))
    return _Question(sheet.texts(f"worksheet.{key}"), room, answer)


def _tangents(sheet: _Sheet, path: Path) -> _Question:
    frame = _curve_frame(sheet.settings.record, path)
    said = [sheet.texts("worksheet.tangents_answer"), *_off(sheet, frame, _points(sheet, path))]
    return _Question(sheet.texts("worksheet.tangents"), "", _p(" ".join(said)))


def _path(sheet: _Sheet, path: Path) -> _Question:
    """Where −∇E points from the start, and whether that is at a minimum."""
    loss, texts = sheet.settings.record, sheet.texts
    said = [_direction(loss, path, texts), *_off(sheet, landscape.view(loss), _points(sheet, path))]
    key = "path" if critical_points(loss).exhaustive else "path_found"
    return _Question(texts(f"worksheet.{key}"), _lines(1 if sheet.wide else 3), _p(" ".join(said)))


def _direction(loss: FormulaLoss, path: Path, texts: Texts) -> str:
    start, slopes = path.weights[0], path.gradients[0]
    if not slopes.any():
        return texts("worksheet.level")
    told = [_told(-slope).split(" ", 1) for slope in slopes.tolist()]
    sign = "≈" if any(part == "≈" for part, _ in told) else "="
    arrow = f"{sign} ({', '.join(text for _, text in told)})"
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


def _off(sheet: _Sheet, frame: Plane, points: np.ndarray) -> list[str]:
    """Which step leads off the chart, if one does."""
    outside = np.flatnonzero(~frame.holds(points))
    return [sheet.texts("worksheet.off", step=outside[0])] if outside.size else []


def _rate(sheet: _Sheet, path: Path) -> _Question:
    """From which rate on gradient descent does not settle, if there is such a rate."""
    settings, texts = sheet.settings, sheet.texts
    reached = diagnose(settings.record, settings.rule, path).minimum
    found = thresholds(settings.record, settings.w, reached)
    said = [ruler.note(found, sheet.names, texts, reached is not None)]
    if found.point and found.bounce is not None:
        factor = 1 - settings.eta * found.point.curvature
        key = ("many" if sheet.many else "exact") if found.exact else "near"
        said.append(texts(f"worksheet.why_{key}", factor=number(factor), bounce=number(found.bounce)))
    return _Question(texts("worksheet.rate"), _lines(LINES), _p(" ".join(said)))


def _comparison(sheet: _Sheet) -> _Question:
    """The last step of the table beside the one that gradient descent would take there."""
    texts, row, eta = sheet.texts, sheet.rows[-1], sheet.settings.eta
    update, slope = f"Δ{sheet.names[0]}", sheet.slope(0)
    question = texts("worksheet.compare", update=update, slope=slope)
    rule = texts.section(f"optimizers.{sheet.settings.opt}")
    said = [rule["remembers"], rule["effect"]]
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
        said = [compared, texts(f"worksheet.{key}"), *said]
    return _Question(question, _lines(LINES), _p(" ".join(said)))


def _sign(sheet: _Sheet) -> _Question:
    texts, row = sheet.texts, sheet.rows[0]
    slope, weight = float(row.slopes[0]), float(row.weights[0])
    key = "positive" if slope > 0 else "negative" if slope < 0 else "zero"
    said = [texts(f"worksheet.{key}", slope=number(slope))]
    if row.after is not None:
        after = float(row.after[0])
        digits = digits_apart(weight, after, MOST_DIGITS)
        key = "stays" if not digits else "grows" if after > weight else "shrinks"
        numbers = {"W": number(weight, digits or DIGITS), "after": number(after, digits or DIGITS)}
        said.append(texts(f"worksheet.{key}", **numbers))
    return _Question(texts("worksheet.sign"), _lines(1), _p(" ".join(said)))


def _check(sheet: _Sheet, training: Training, index: int) -> _Question:
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
    told = {"is": sign(found.gives[0][0]), "quotient": found.texts["quotient"][0]}
    told["slope"] = number(float(training.gradients[0, index]))
    return _Question(question, _lines(LINES), _p(texts("worksheet.checked", **losses, **told)))


# --- The charts ---------------------------------------------------------------------------


def _points(sheet: _Sheet, path: Path) -> np.ndarray:
    """The points of the steps in the table, and the last one's end, on the chart, (m, 2)."""
    count = len(sheet.rows) + (path.steps > 0)
    return path.weights[:count] if sheet.many else points_of(path.weights[:count, 0], path.losses[:count])


def _curve_frame(loss: FormulaLoss, path: Path) -> Plane:
    """The domain, as high as the curve and the start need."""
    _, values = curve.samples(loss)
    bottom, top = curve.heights(values[np.isfinite(values)])
    top = max(top, float(path.losses[0]))
    return Plane(*loss.domain[0], bottom - 0.12 * (top - bottom), top + 0.06 * (top - bottom))


def _curve(sheet: _Sheet, path: Path, key: bool) -> str:
    """The curve with the start marked; in the key, the tangents and the way from each point to the next."""
    loss, points = sheet.settings.record, _points(sheet, path)
    paper = _Paper(_curve_frame(loss, path), ACROSS, sheet.height(key))
    samples = points_of(*curve.samples(loss))
    low, high = (number(bound) for bound in loss.domain[0])
    alt = sheet.texts("chart.curve_alt", low=low, high=high)
    drawn = [*paper.graph(loss.names[0], f"E({loss.names[0]})"), paper.line(samples, "curve")]
    if not key:
        start = sheet.texts("worksheet.start")
        words = _texts(paper.labels(points[:1], [start], samples))
        return paper.svg([*drawn, *paper.dots(points[:1]), *words], alt)
    # The last point's tangent belongs to a step that is not in the table.
    for row, place, end in zip(sheet.rows, points, points[1:], strict=False):
        if paper.frame.holds(place[None]).all():
            drawn += [_tangent(paper, row, place, TANGENT), _drop(paper, row, place, end)]
    numbers = [str(i) for i in range(len(points))]
    words = _texts(paper.labels(points, numbers, samples))
    return paper.svg([*drawn, *paper.dots(points), *words], alt)


def _tangent(paper: "_Paper", row: _Row, place: np.ndarray, least: float) -> str:
    """The tangent at a place, to both sides, at least as far as the step goes."""
    update = 0.0 if row.update is None else float(row.update[0])
    reach = least * paper.frame.width
    ahead = np.array([1.0, float(row.slopes[0])])
    low, high = min(-reach, -update), max(reach, -update)
    with np.errstate(over="ignore"):
        return paper.segment(place + low * ahead, place + high * ahead, "tangent")


def _drop(paper: "_Paper", row: _Row, place: np.ndarray, end: np.ndarray) -> str:
    """From where a step lands on the tangent to the curve."""
    update = 0.0 if row.update is None else float(row.update[0])
    with np.errstate(over="ignore"):
        return paper.segment(place - update * np.array([1.0, float(row.slopes[0])]), end, "dashed")


class _Cut(NamedTuple):
    """E along one weight of a network at its start, (m, 2), where it went, (k, 2), and what is shown."""

    curve: np.ndarray
    points: np.ndarray
    frame: Plane


def _cut(rows: list[_Row], training: Training, index: int) -> _Cut:
    last = rows[-1].after
    ends = [float(row.weights[0]) for row in rows] + ([] if last is None else [float(last[0])])
    # After the last step of a training that ends there, no loss is known.
    weights = np.array(ends[: len(training.losses)])
    reach = max(1.5 * float(np.ptp(weights)), 1.0)
    x = np.linspace(weights.min() - reach, weights.max() + reach, CUT_SAMPLES)
    values = along(training, 0, index, x)
    values = np.where(np.isfinite(values), values, np.nan)
    points = points_of(weights, training.losses[: len(weights)])
    lowest, here = float(np.nanmin(values)), float(points[0, 1])
    highest = max(float(np.nanquantile(values, 0.9)), here)
    # Points far below the curve would press it flat; and the numbers at the axis are not all alike.
    height = max(highest - lowest, FLATTEST * abs(here))
    bottom = min(lowest, *(e for e in points[:, 1].tolist() if e >= lowest - height))
    margin = 0.12 * max(highest - bottom, height)
    frame = Plane(float(x[0]), float(x[-1]), bottom - margin, highest + margin)
    return _Cut(points_of(x, values), points, frame)


def _cut_chart(sheet: _Sheet, cut: _Cut, key: bool) -> str:
    """The curve with the start marked; in the key, the tangent there and where the weight went."""
    paper, start = _Paper(cut.frame, ACROSS, sheet.height(key)), cut.points[:1]
    alt = sheet.texts("network.cut_alt")
    drawn = [*paper.graph(sheet.names[0], "E"), paper.line(cut.curve, "curve")]
    if not key:
        words = paper.labels(start, [sheet.texts("worksheet.start")], cut.curve)
        return paper.svg([*drawn, *paper.dots(start), *_texts(words)], alt)
    drawn.append(_tangent(paper, sheet.rows[0], cut.points[0], LONG))
    words = paper.labels(cut.points, [str(i) for i in range(len(cut.points))], cut.curve)
    dots = [*paper.dots(cut.points[1:], "open"), *paper.dots(start)]
    return paper.svg([*drawn, *dots, *_texts(words)], alt)


def _map(sheet: _Sheet, path: Path, key: bool) -> str:
    """The contour lines with the start and the minima marked; in the key, the path and −∇E at the start."""
    loss, points = sheet.settings.record, _points(sheet, path)
    frame, bottoms = landscape.view(loss), minima(loss)
    paper = _Paper.to_scale(frame, ACROSS if sheet.wide else BESIDE)
    lowest = np.array([p.weights for p in bottoms]).reshape(-1, 2)
    generator = contourpy.contour_generator(*landscape.samples(loss), line_type=contourpy.LineType.Separate)
    lines = [(level, cast(list[np.ndarray], generator.lines(level))) for level in landscape.levels(loss)]
    shown = points if key else points[:1]
    names = [str(i) for i in range(len(points))] if key else [sheet.texts("worksheet.start")]
    words = paper.labels(shown, names, np.concatenate([shown, lowest]))
    arrow = ""
    if key and path.gradients[0].any():
        arrow, tip = paper.arrow(points, -path.gradients[0])
        words.append(_Word("−∇E", tip))
    known = [*paper.place(np.concatenate([shown, lowest])), *(place for _, place in words)]
    ends = (frame.low, frame.high, frame.bottom, frame.top)
    bounds = dict(zip(("left", "right", "low", "high"), map(number, ends), strict=True))
    return paper.svg(
        [
            *paper.graph(loss.names[0], loss.names[1], "dotted"),
            *(paper.line(line, "contour") for _, level_lines in lines for line in level_lines),
            *_texts(paper.levels(lines, np.array(known)), "halo level"),
            *paper.diamonds(bottoms),
            *(paper.segment(start, end, "path") for start, end in pairwise(shown)),
            arrow,
            *paper.dots(shown),
            *_texts(words),
        ],
        sheet.texts("chart.landscape_alt", x=loss.names[0], y=loss.names[1], **bounds),
    )


@dataclass(frozen=True)
class _Paper:
    """A drawing, in mm, of a part of the plane with axes around it, in lines only."""

    frame: Plane
    width: float
    height: float

    @classmethod
    def to_scale(cls, frame: Plane, width: float) -> "_Paper":
        """As high as both axes have the same scale."""
        left, top, right, bottom = MARGINS
        return cls(frame, width, (width - left - right) * frame.height / frame.width + top + bottom)

    @property
    def corners(self) -> tuple[np.ndarray, np.ndarray]:
        """The upper left and the lower right corner inside the margins."""
        left, top, right, bottom = MARGINS
        return np.array([left, top]), np.array([self.width - right, self.height - bottom])

    def place(self, points: np.ndarray) -> np.ndarray:
        """Points of the plane, (…, 2), on the paper."""
        (left, top), (right, bottom) = self.corners
        x = left + (points[..., 0] - self.frame.low) / self.frame.width * (right - left)
        y = bottom - (points[..., 1] - self.frame.bottom) / self.frame.height * (bottom - top)
        return points_of(x, y)

    def svg(self, drawn: list[str], alt: str) -> str:
        box = f"0 0 {self.width:g} {self.height:g}"
        role = f'role="img" aria-label="{escape(alt)}"'
        return f'<svg viewBox="{box}" preserveAspectRatio="xMidYMin" {role}>{"".join(drawn)}</svg>'

    def graph(self, x_name: str, y_name: str, rules: str = "rule") -> list[str]:
        """Graph paper with round numbers at its axes; of dotted ``rules`` there are no finer ones."""
        (left, top), (right, bottom) = self.corners
        frame = self.frame
        across = _ticks(frame.low, frame.high, (right - left) / 11)
        up = _ticks(frame.bottom, frame.top, (bottom - top) / 9)
        zeros = (ticks.places[ticks.places == 0] for ticks in (across, up))
        border = np.array([[left, top], [right, top], [right, bottom], [left, bottom], [left, top]])
        columns = self.place(points_of(across.places, frame.bottom))[:, 0]
        rows = self.place(points_of(frame.low, up.places))[:, 1]
        return [
            _path_of(self._rules(across.fine, up.fine), "fine") if rules == "rule" else "",
            _path_of(self._rules(across.places, up.places), rules),
            _path_of(self._rules(*zeros), "zero" if rules == "rule" else rules),
            _path_of([border], "frame"),
            *(_text(number(v), x, bottom + 4) for v, x in zip(across.places, columns, strict=True)),
            *(_text(number(v), left - 1.2, y + 1.1, "", "end") for v, y in zip(up.places, rows, strict=True)),
            _text(x_name, (left + right) / 2, bottom + 8.3, "name"),
            _text(y_name, left, top - 1.4, "name"),
        ]

    def _rules(self, across: np.ndarray, up: np.ndarray) -> list[np.ndarray]:
        """Upright and level lines from edge to edge, on the paper."""
        frame = self.frame
        upright = [points_of(x, [frame.bottom, frame.top]) for x in across]
        return [self.place(ends) for ends in (*upright, *(points_of([frame.low, frame.high], y) for y in up))]

    def line(self, points: np.ndarray, kind: str) -> str:
        """A line through points of the plane, as far as they are defined and inside the frame."""
        starts, ends = self.frame.clipped(points[:-1], points[1:])
        seen = np.isfinite(starts).all(axis=1) & np.isfinite(ends).all(axis=1)
        pieces: list[list[np.ndarray]] = []
        for i in np.flatnonzero(seen):
            if pieces and (pieces[-1][-1] == starts[i]).all():
                pieces[-1].append(ends[i])
            else:
                pieces.append([starts[i], ends[i]])
        return _path_of([self.place(np.array(piece)) for piece in pieces], kind)

    def segment(self, start: np.ndarray, end: np.ndarray, kind: str) -> str:
        return self.line(np.stack([start, end]), kind)

    def arrow(self, points: np.ndarray, direction: np.ndarray) -> tuple[str, np.ndarray]:
        """An arrow from the first of some points that ends beyond those in its way, and where to name it."""
        ahead = np.array([direction[0], -direction[1]]) / np.linalg.norm(direction)
        side = np.array([-ahead[1], ahead[0]])
        foot, *others = self.place(points)
        in_its_way = [(place - foot) @ ahead for place in others if abs((place - foot) @ side) < APART / 4]
        length = min(max([ARROW[0], *(10 + along for along in in_its_way)]), ARROW[1])
        tip = foot + length * ahead
        head = np.stack([tip - 4 * ahead + 1.3 * side, tip, tip - 4 * ahead - 1.3 * side])
        return _path_of([np.stack([foot, tip]), head], "arrow"), tip + 3.5 * ahead

    def dots(self, points: np.ndarray, kind: str = "dot") -> list[str]:
        """Marks at the points that are inside the frame."""
        inside = points[self.frame.holds(points)]
        return [f'<circle class="{kind}" cx="{x:.2f}" cy="{y:.2f}" r="0.9"/>' for x, y in self.place(inside)]

    def diamonds(self, points: list[CriticalPoint]) -> list[str]:
        """A mark for each point; small ones for those of a line or an area, which are close together."""
        corners = np.array([[0, -2.2], [1.6, 0], [0, 2.2], [-1.6, 0], [0, -2.2]])
        places = self.place(np.array([point.weights for point in points]).reshape(-1, 2))
        sizes = [1.0 if point.isolated else 0.4 for point in points]
        return [_path_of([place + size * corners], "open") for place, size in zip(places, sizes, strict=True)]

    def labels(self, points: np.ndarray, words: Sequence[str], others: np.ndarray) -> list["_Word"]:
        """A word beside each point inside the frame, if there is room between the points and ``others``."""
        low, high = self.corners
        known = np.concatenate([points, others])
        taken = self.place(known[self.frame.holds(known)])
        placed: list[_Word] = []
        for place, word, inside in zip(self.place(points), words, self.frame.holds(points), strict=True):
            half = np.array([sum(WIDE_LETTER if letter > "⺀" else LETTER for letter in word) / 2, 1.0])
            spots = place + AROUND * (BESIDE_DOT + half)
            spots = spots[((spots > low + half) & (spots < high - half)).all(axis=1)]
            if not inside or not len(spots):
                continue
            clear = np.linalg.norm(spots[:, None] - taken, axis=2).min(axis=1)
            if clear.max() >= CLEAR:
                placed.append(_Word(word, spots[clear.argmax()]))
                taken = np.concatenate([taken, [placed[-1].place]])
        return placed

    def levels(self, lines: list[tuple[float, list[np.ndarray]]], taken: np.ndarray) -> list["_Word"]:
        """Each level on one of its contour lines, not too near to the others and to the places ``taken``."""
        low, high = self.corners
        placed: list[_Word] = []
        for level, level_lines in lines:
            places = self.place(np.concatenate([np.empty((0, 2)), *level_lines]))
            places = places[((places > low + 5) & (places < high - 5)).all(axis=1)]
            if len(places):
                clear = np.linalg.norm(places[:, None] - taken, axis=2).min(axis=1)
                placed.append(_Word(number(level), places[np.argmin(np.abs(clear - APART))]))
                taken = np.concatenate([taken, [placed[-1].place]])
        return placed


class _Word(NamedTuple):
    """A text and the place on the paper that it is centred at."""

    text: str
    place: np.ndarray


class _Ticks(NamedTuple):
    """Where an axis has numbers, and where graph paper has finer lines."""

    places: np.ndarray
    fine: np.ndarray


def _ticks(low: float, high: float, most: float) -> _Ticks:
    """Multiples of 1, 2 or 5 times a power of ten from low to high, at most so many."""
    span = (high - low) / most
    power = 10.0 ** np.floor(np.log10(span))
    leading, parts = next(
        (n, parts) for n, parts in ((1, 5), (2, 4), (5, 5), (10, 5)) if n * power >= span * (1 - 1e-9)
    )

    def multiples(step: float) -> np.ndarray:
        return np.arange(np.ceil(low / step - 1e-9), np.floor(high / step + 1e-9) + 1) * step

    return _Ticks(multiples(leading * power), multiples(leading * power / parts))


def _path_of(pieces: Iterable[np.ndarray], kind: str) -> str:
    """Lines through points on the paper, each (m, 2), as one path."""
    d = "".join("M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in piece) for piece in pieces)
    return f'<path class="{kind}" d="{d}"/>' if d else ""


def _text(text: str, x: float, y: float, kind: str = "", anchor: str = "middle") -> str:
    return f'<text class="{kind}" x="{x:.2f}" y="{y:.2f}" text-anchor="{anchor}">{escape(text)}</text>'


def _texts(words: list[_Word], kind: str = "halo") -> list[str]:
    return [_text(text, x, y + 1.0, kind) for text, (x, y) in words]
