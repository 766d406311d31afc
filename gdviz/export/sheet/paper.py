"""Drawings in black lines, in mm: graph paper, curves, points and the words beside them, as SVG."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from markupsafe import Markup

from gdviz.charts.plane import Plane, points_of
from gdviz.core.critical_points import CriticalPoint
from gdviz.core.numbers import number
from gdviz.export.html import parts

MARGINS = (15.0, 5.0, 4.0, 10.0)  # left, top, right, bottom
ARROW = 24.0, 60.0  # the least and the most
APART = 15.0  # between the levels written on contour lines
CLEAR = 1.8  # between a point's label and all else
LETTER, WIDE_LETTER = 1.9, 3.2  # the width of one, and of a Chinese or Japanese one
BESIDE_DOT = 2.2  # from a point to its label
AROUND = np.array([(np.cos(a), np.sin(a)) for a in np.linspace(0, 2 * np.pi, 16, endpoint=False)])


@dataclass(frozen=True)
class Paper:
    """A drawing, in mm, of a part of the plane with axes around it, in lines only."""

    frame: Plane
    width: float
    height: float

    @classmethod
    def to_scale(cls, frame: Plane, width: float) -> "Paper":
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

    def svg(self, drawn: list[Markup], alt: str) -> Markup:
        return parts().svg(f"{self.width:g} {self.height:g}", alt, drawn)

    def graph(self, x_name: str, y_name: str, rules: str = "rule") -> list[Markup]:
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
            path_of(self._rules(across.fine, up.fine), "fine") if rules == "rule" else Markup(),
            path_of(self._rules(across.places, up.places), rules),
            path_of(self._rules(*zeros), "zero" if rules == "rule" else rules),
            path_of([border], "frame"),
            *(text(number(v), x, bottom + 4) for v, x in zip(across.places, columns, strict=True)),
            *(text(number(v), left - 1.2, y + 1.1, "", "end") for v, y in zip(up.places, rows, strict=True)),
            text(x_name, (left + right) / 2, bottom + 8.3, "name"),
            text(y_name, left, top - 1.4, "name"),
        ]

    def _rules(self, across: np.ndarray, up: np.ndarray) -> list[np.ndarray]:
        """Upright and level lines from edge to edge, on the paper."""
        frame = self.frame
        upright = [points_of(x, [frame.bottom, frame.top]) for x in across]
        return [self.place(ends) for ends in (*upright, *(points_of([frame.low, frame.high], y) for y in up))]

    def line(self, points: np.ndarray, kind: str) -> Markup:
        """A line through points of the plane, as far as they are defined and inside the frame."""
        starts, ends = self.frame.clipped(points[:-1], points[1:])
        seen = np.isfinite(starts).all(axis=1) & np.isfinite(ends).all(axis=1)
        pieces: list[list[np.ndarray]] = []
        for i in np.flatnonzero(seen):
            if pieces and (pieces[-1][-1] == starts[i]).all():
                pieces[-1].append(ends[i])
            else:
                pieces.append([starts[i], ends[i]])
        return path_of([self.place(np.array(piece)) for piece in pieces], kind)

    def segment(self, start: np.ndarray, end: np.ndarray, kind: str) -> Markup:
        return self.line(np.stack([start, end]), kind)

    def arrow(self, points: np.ndarray, direction: np.ndarray) -> tuple[Markup, np.ndarray]:
        """An arrow from the first of some points that ends beyond those in its way, and where to name it."""
        ahead = np.array([direction[0], -direction[1]]) / np.linalg.norm(direction)
        side = np.array([-ahead[1], ahead[0]])
        foot, *others = self.place(points)
        in_its_way = [(place - foot) @ ahead for place in others if abs((place - foot) @ side) < APART / 4]
        length = min(max([ARROW[0], *(10 + along for along in in_its_way)]), ARROW[1])
        tip = foot + length * ahead
        head = np.stack([tip - 4 * ahead + 1.3 * side, tip, tip - 4 * ahead - 1.3 * side])
        return path_of([np.stack([foot, tip]), head], "arrow"), tip + 3.5 * ahead

    def dots(self, points: np.ndarray, kind: str = "dot") -> list[Markup]:
        """Marks at the points that are inside the frame."""
        inside = points[self.frame.holds(points)]
        return [parts().dot(kind, f"{x:.2f}", f"{y:.2f}") for x, y in self.place(inside)]

    def diamonds(self, points: list[CriticalPoint]) -> list[Markup]:
        """A mark for each point; small ones for those of a line or an area, which are close together."""
        corners = np.array([[0, -2.2], [1.6, 0], [0, 2.2], [-1.6, 0], [0, -2.2]])
        places = self.place(np.array([point.weights for point in points]).reshape(-1, 2))
        sizes = [1.0 if point.isolated else 0.4 for point in points]
        return [path_of([place + size * corners], "open") for place, size in zip(places, sizes, strict=True)]

    def labels(self, points: np.ndarray, words: Sequence[str], others: np.ndarray) -> list["Word"]:
        """A word beside each point inside the frame, if there is room between the points and ``others``."""
        low, high = self.corners
        known = np.concatenate([points, others])
        taken = self.place(known[self.frame.holds(known)])
        placed: list[Word] = []
        for place, word, inside in zip(self.place(points), words, self.frame.holds(points), strict=True):
            half = np.array([sum(WIDE_LETTER if letter > "⺀" else LETTER for letter in word) / 2, 1.0])
            spots = place + AROUND * (BESIDE_DOT + half)
            spots = spots[((spots > low + half) & (spots < high - half)).all(axis=1)]
            if not inside or not len(spots):
                continue
            clear = np.linalg.norm(spots[:, None] - taken, axis=2).min(axis=1)
            if clear.max() >= CLEAR:
                placed.append(Word(word, spots[clear.argmax()]))
                taken = np.concatenate([taken, [placed[-1].place]])
        return placed

    def levels(self, lines: list[tuple[float, list[np.ndarray]]], taken: np.ndarray) -> list["Word"]:
        """Each level on one of its contour lines, not too near to the others and to the places ``taken``."""
        low, high = self.corners
        placed: list[Word] = []
        for level, level_lines in lines:
            places = self.place(np.concatenate([np.empty((0, 2)), *level_lines]))
            places = places[((places > low + 5) & (places < high - 5)).all(axis=1)]
            if len(places):
                clear = np.linalg.norm(places[:, None] - taken, axis=2).min(axis=1)
                placed.append(Word(number(level), places[np.argmin(np.abs(clear - APART))]))
                taken = np.concatenate([taken, [placed[-1].place]])
        return placed


class Word(NamedTuple):
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


def path_of(pieces: Iterable[np.ndarray], kind: str) -> Markup:
    """Lines through points on the paper, each (m, 2), as one path."""
    d = "".join("M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in piece) for piece in pieces)
    return parts().path(kind, d) if d else Markup()


def text(content: str, x: float, y: float, kind: str = "", anchor: str = "middle") -> Markup:
    return parts().text(kind, f"{x:.2f}", f"{y:.2f}", anchor, content)


def texts(words: list[Word], kind: str = "halo") -> list[Markup]:
    return [text(content, x, y + 1.0, kind) for content, (x, y) in words]
