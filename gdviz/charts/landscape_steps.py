"""The steps of a run on a landscape from above: −∇E with its two parts, ΔW, and their labels."""

from dataclasses import dataclass

import numpy as np

from gdviz.charts.animation import ALONG, WAYPOINTS, Leg
from gdviz.charts.plane import Plane
from gdviz.core.descent import Path

LABEL = 0.34  # about how much of the chart's width a part's label takes
BETWEEN = 0.06  # the labels of the arrow's parts are so far apart, as a share of the chart's height
NEAR = 0.045  # so far from a point there is none of its mark, as a share of the chart's width or height
LEVEL = 1e-6  # of the losses in view: by less than that E changes along the whole arrow
ARROW = 0.2  # the arrow's length, as a share of the chart's shorter side


@dataclass(frozen=True)
class Moves:
    """The steps from f shown points (W₁, W₂), in one view of them.

    ``points``, ``nexts`` and ``arrow`` are (f, 2), the last point's next is nan; ``rise`` (f,) is how much
    E grows. What is asked of them is (f, m, 2), with nan for what is not shown.
    """

    frame: Plane
    points: np.ndarray
    nexts: np.ndarray
    arrow: np.ndarray
    rise: np.ndarray

    @classmethod
    def of(cls, frame: Plane, path: Path, steps: list[int]) -> "Moves":
        gradients = path.gradients[steps]
        lengths = np.hypot(gradients[:, :1], gradients[:, 1:])
        reach = ARROW * min(frame.width, frame.height)
        with np.errstate(invalid="ignore", divide="ignore"):
            # Where it is level but for rounding nothing points anywhere.
            seen = path.losses[steps][frame.holds(path.weights[steps])]
            least = LEVEL * (np.ptp(seen) if len(seen) else 0) / reach
            arrow = np.where(lengths > least, -gradients / lengths * reach, np.nan)
        nexts = np.append(path.weights[1:], [[np.nan, np.nan]], axis=0)[steps]
        rise = np.append(np.diff(path.losses), np.nan)[steps]
        return cls(frame, path.weights[steps], nexts, arrow, rise)

    @property
    def here(self) -> np.ndarray:
        """Whether each point is in the view, (f,)."""
        return self.frame.holds(self.points)

    def point(self) -> np.ndarray:
        return self._shown(self.here, self.points)

    def step(self) -> np.ndarray:
        return self._shown(self.here, *self.frame.clipped(self.points, self.nexts))

    def arrow_line(self) -> np.ndarray:
        """−∇E, of one length everywhere, with its two barbs."""
        side = np.column_stack([-self.arrow[:, 1], self.arrow[:, 0]])
        barbs = [self._tip - 0.16 * self.arrow + sign * 0.07 * side for sign in (1, -1)]
        return self._shown(self.here, self.points, self._tip, self._gap, barbs[0], self._tip, barbs[1])

    def parts(self) -> np.ndarray:
        """What the arrow is made of: its way across, then its way up."""
        return self._shown(self.here, self.points, self._corner, self._gap, self._corner, self._tip)

    def across_label(self, room: bool, is_after: bool) -> np.ndarray:
        """Where the label of the way across stands: beside its end if there is ``room`` for it, and then
        ``is_after`` it at the right; or else across from the arrow, and then above where that leads down.
        """
        after = self.arrow[:, 0] >= 0 if room else self.arrow[:, 1] < 0
        clear = NEAR * (self.frame.width if room else self.frame.height) * (1 if is_after else -1)
        end = self._corner - self.points
        if room:  # beside the point, where the way is shorter than its mark
            end[:, 0] = np.where(np.abs(end[:, 0]) < abs(clear), clear, end[:, 0])
        else:
            end[:, 1] = clear
        return self._shown(self.here & (self._has_room == room) & (after == is_after), self.points + end)

    def up_label(self, is_up: bool) -> np.ndarray:
        """Where the label of the way up stands: above its end, or below where it leads down."""
        up, frame = self.arrow[:, 1] >= 0, self.frame
        # Where the arrow is level the labels of its two parts would stand on one another.
        least = BETWEEN * frame.height
        rise = np.where(up, np.maximum(self.arrow[:, 1], least), np.minimum(self.arrow[:, 1], -least))
        margin = LABEL / 2 * frame.width
        across = np.clip(self._tip[:, 0], frame.low + margin, frame.high - margin)
        return self._shown(self.here & (up == is_up), np.column_stack([across, self.points[:, 1] + rise]))

    def gone(self) -> np.ndarray:
        """The place on the edge nearest to a point that is out of the view."""
        return self._shown(~self.here, np.clip(self.points, *self.frame.box(-0.015)))

    def words(self, when: np.ndarray, row: int) -> np.ndarray:
        """The place, at the upper edge or in rows below, where something is said ``when`` (f,) it holds."""
        frame = self.frame
        # Just inside, as Plotly shows no text that stands outside.
        place = (frame.low + 0.001 * frame.width, frame.top - (0.001 + 0.06 * row) * frame.height)
        return np.where(when[:, None, None], np.array(place), np.nan)

    def legs(self, path: Path, before: int, after: int) -> list[Leg]:
        """Straight from point to point of some steps, at an even pace."""
        ways = self.frame.rounded(self.frame.held(path.weights[before : after + 1]))
        if len(ways) == 2:
            # Seen from above, the way down from the tangent plane to the surface is no way at all.
            return [(*ways[1].tolist(), ALONG)]
        if len(ways) > WAYPOINTS:
            ways = ways[np.linspace(0, len(ways) - 1, WAYPOINTS).astype(int)]
        lengths = np.linalg.norm(np.diff(ways, axis=0), axis=1)
        shares = lengths / lengths.sum() if lengths.sum() else np.full(len(lengths), 1 / len(lengths))
        return [
            (x, y, round(share, 4)) for (x, y), share in zip(ways[1:].tolist(), shares.tolist(), strict=True)
        ]

    @property
    def _tip(self) -> np.ndarray:
        return self.points + self.arrow

    @property
    def _corner(self) -> np.ndarray:
        return self.points + self.arrow * (1, 0)

    @property
    def _gap(self) -> np.ndarray:
        return np.full_like(self.points, np.nan)

    @property
    def _has_room(self) -> np.ndarray:
        """Whether the chart is wide enough beside the way across, on the side away from the point."""
        corner, frame = self._corner[:, 0], self.frame
        return np.where(self.arrow[:, 0] >= 0, frame.high - corner, corner - frame.low) > LABEL * frame.width

    def _shown(self, when: np.ndarray, *places: np.ndarray) -> np.ndarray:
        return np.where(when[:, None, None], np.stack(places, axis=1), np.nan)
