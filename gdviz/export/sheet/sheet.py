"""What a worksheet is made of: its steps, the table of them, and both pages as a document."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from markupsafe import Markup

from gdviz.charts.plane import Plane
from gdviz.core.descent import Path
from gdviz.core.numbers import exactly, number, relation
from gdviz.core.optimizers import Optimizer, Rule
from gdviz.export.html import parts, rendered
from gdviz.network.training import Training
from gdviz.texts import Texts

ROWS = 5  # steps in the table
WIDEST = 9  # columns of a table that has all weights side by side
WIDE = 1.5  # a chart at least this much wider than high has the page's width to itself
ACROSS = 186.0  # what the margins leave of the page's width, in mm, the unit of all drawings
BESIDE = 124.0  # the width of a chart with text beside it


class Row(NamedTuple):
    """One step of n weights: where they stand, (n,), and what the step made of them.

    A step that leads nowhere has no ``update``, ``memory`` and ``after``.
    """

    step: int
    weights: np.ndarray
    slopes: np.ndarray
    update: np.ndarray | None
    memory: Any
    after: np.ndarray | None


class Question(NamedTuple):
    """A question, the room for its answer, and the answer; the latter two are markup."""

    text: str
    room: Markup
    answer: Markup


def rows_of(path: Path) -> list[Row]:
    """The run's first steps; of one that ends at its start, the start."""
    rows = [
        Row(
            step,
            path.weights[step],
            path.gradients[step],
            path.updates[step],
            path.memories[step + 1],
            path.weights[step + 1],
        )
        for step in range(min(ROWS, path.steps))
    ]
    return rows or [Row(0, path.weights[0], path.gradients[0], None, None, None)]


def rows_of_training(training: Training, index: int, in_batches: bool) -> list[Row]:
    """One weight's first epochs, as far as none is left out.

    What the rule remembers of it follows from its slopes alone, unless an epoch is many updates.
    """
    optimizer: Optimizer = training.job.rule.optimizer
    memory = optimizer.init(training.weights[0, [index]])
    rows: list[Row] = []
    for step, epoch in enumerate(training.epochs[:ROWS].tolist()):
        weights, slopes, update = (
            part[step, [index]] for part in (training.weights, training.gradients, training.updates)
        )
        if epoch != step or not np.isfinite(update).all():
            break
        if not in_batches:
            _, memory = optimizer.update(slopes, memory)
        rows.append(Row(step, weights, slopes, update, memory, weights - update))
    return rows or [Row(0, training.weights[0, [index]], training.gradients[0, [index]], None, None, None)]


class Column(NamedTuple):
    """A column of the table: what is in it, of which weight, its head and what stands below that."""

    kind: str
    weight: int
    head: str
    below: str = ""


@dataclass(frozen=True)
class Sheet:
    """What a run's two pages are made of.

    ``names`` are the weights as a reader sees them and ``letters`` as a formula writes them;
    ``map`` is the frame of a map of two weights. ``partial`` says that a slope is one of several,
    ``plain`` that the changes are given, so that nothing is told of the rule's memory.
    """

    texts: Texts
    rule: Rule
    names: tuple[str, ...]
    letters: tuple[str, ...]
    rows: list[Row]
    map: Plane | None = None
    partial: bool = False
    plain: bool = False

    @property
    def many(self) -> bool:
        return len(self.names) > 1

    @property
    def wide(self) -> bool:
        """Whether the chart has the page's width to itself, and not a text beside it."""
        return self.map is None or (self.map.width >= WIDE * self.map.height and not self.stacked)

    @property
    def stacked(self) -> bool:
        """Whether the weights are too many for one table, and have one each."""
        return 1 + len(self._columns(list(range(len(self.names))))) > WIDEST

    @property
    def d(self) -> str:
        return "∂" if self.partial else "d"

    def height(self, key: bool) -> float:
        """About how much height a page has for a chart of its full width, in mm."""
        room = 154.0 if key else 109.0 if self.partial else 126.0
        return room - 3 * len(self.memory) + (5.6 if key else 7.6) * (ROWS - len(self.rows))

    def slope(self, i: int) -> str:
        return f"{self.d}E/{self.d}{self.names[i]}"

    @property
    def memory(self) -> dict[str, str]:
        """What the rule computes on the way to ΔW: each one's field of the memory and its symbol."""
        return {} if self.plain else self.rule.record.symbols

    def given(self) -> list[tuple[str, Markup]]:
        """The update rule and its numbers, as terms and what is said of them."""
        section, record = self.texts.section("worksheet"), self.rule.record
        numbers = [f"η = {exactly(self.rule.learning_rate)}"]
        for constant, value in zip(record.constants, self.rule.values, strict=True):
            name = self.texts(f"constants.{constant.name}")
            numbers.append(section["constant"].format(name=name, value=exactly(value)))
        spans = parts().spans
        rate = (section["eta"], spans(numbers))
        if self.plain:
            return [rate, (section["rule"], spans([record.id]))]
        weight = "W" if self.many else self.names[0]
        lines = record.letters(f"{self.d}E/{self.d}{weight}", weight)
        notes = [section["each"]] if self.many else []
        kept = [record.symbols[name] for name in record.remembered]
        if kept:
            notes.append(section["memory"].format(memory=", ".join(f"{symbol} = 0" for symbol in kept)))
        if record.counts:
            notes.append(section["count"])
        return [rate, (section["rule"], spans([*lines, f"{weight} ← {weight} − Δ{weight}", *notes]))]

    def table(self, step: str, *shown: str) -> Markup:
        """The steps as a table of all numbers, or of those ``shown``: first, slope, update."""
        groups = [self._columns([i]) for i in range(len(self.names))]
        together = self._columns(list(range(len(self.names))))
        tables = []
        for columns in groups if self.stacked else [together]:
            kind = "stack many" if self.stacked else "many" if 1 + len(columns) > 8 else ""
            heads = [(column.head, column.below) for column in columns]
            body = [(row.step, self._cells(row, columns, shown)) for row in self.rows]
            tables.append(parts().table(kind, step, heads, body))
        return Markup().join(tables)

    def _columns(self, weights: list[int]) -> list[Column]:
        """The columns from left to right."""

        def each(kind: str, heads: list[str]) -> list[Column]:
            return [Column(kind, i, head) for i, head in zip(weights, heads, strict=True)]

        names = [self.names[i] for i in weights]
        columns = each("weight", names) + each("slope", [self.slope(i) for i in weights])
        for field, symbol in self.memory.items():
            # v₁, or of the weight b, v_b.
            columns += [
                Column(field, i, symbol, self.letters[i].removeprefix("W") if self.many else "")
                for i in weights
            ]
        columns += each("update", [f"Δ{name}" for name in names])
        return columns + each("new", [self.texts("worksheet.new", name=name) for name in names])

    def _cells(self, row: Row, columns: list[Column], shown: tuple[str, ...]) -> list[str]:
        values = {"weight": row.weights, "slope": row.slopes, "update": row.update, "new": row.after}
        cells = []
        for kind, i, *_ in columns:
            is_first = kind == "weight" and row.step == 0 and "first" in shown
            visible = not shown or kind in shown or is_first
            part = values[kind] if kind in values else getattr(row.memory, kind, None)
            cells.append("" if not visible else "–" if part is None else in_table(float(part[i])))
        return cells

    def document(
        self,
        given: list[tuple[str, Markup]],
        questions: list[Question],
        charts: tuple[Markup, Markup],
        has_key: bool,
    ) -> str:
        """The student's page, and the key, if it has one. The third question is the one with the chart."""
        return str(
            rendered(
                "worksheet.html.j2",
                lang=self.texts.lang,
                words=self.texts.section("worksheet"),
                given=given,
                questions=questions,
                charts=charts,
                wide=self.wide,
                has_key=has_key,
            )
        )


def paragraph(text: str) -> Markup:
    # A Japanese full stop is wide enough without a blank after it.
    return parts().p(text.replace("。 ", "。"))


def with_sign(value: float) -> str:
    """A number as it stands behind a letter: = 5, ≈ 0.333333."""
    return f"{relation(value)} {number(value)}"


def in_table(value: float) -> str:
    """A number in the table, with a mark where digits were left out."""
    return ("≈ " if relation(value) == "≈" else "") + number(value)
