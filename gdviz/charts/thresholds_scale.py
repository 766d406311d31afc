"""What each learning rate does on this curve: the zones on the track of the rate, and in words."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from markupsafe import Markup

from gdviz.charts.html import rendered
from gdviz.core.numbers import number, point, relation
from gdviz.core.thresholds import Thresholds
from gdviz.link.bounds import MAX_ETA, MIN_ETA
from gdviz.texts import Texts


@dataclass(frozen=True)
class Band:
    """One regime: its id, its name, its rates in words and as numbers, and whether η is in it."""

    zone: str
    name: str
    label: str
    low: float
    high: float
    here: bool


# The learning rates of the track: the preferred numbers R″20 of ISO 497, almost even on a
# logarithmic scale, and all of them numbers one would say.
MANTISSAS = (1, 1.1, 1.2, 1.4, 1.6, 1.8, 2, 2.2, 2.5, 2.8, 3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8, 9)
PLAIN = 0.1  # in place of the rate that jumps into the minimum, where there is none


def rates(thresholds_scale: Thresholds, learning_rate: float) -> list[float]:
    """The rates on the track: the decades around the thresholds, and the one of the run."""
    jump, bounce = thresholds_scale.jump or PLAIN, thresholds_scale.bounce or MAX_ETA
    low = max(MIN_ETA, min(jump / 1000, learning_rate, MAX_ETA / 1000))
    high = min(MAX_ETA, max(2 * bounce, learning_rate, 1000 * low))
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    named = [float(f"{m}e{power}") for power in range(first, last) for m in MANTISSAS]
    return sorted({*named, float(f"1e{last}"), learning_rate})


def share(learning_rate: float, track: Sequence[float]) -> float:
    """Where a learning rate lies on a track whose rates stand at even distances: 0 to 1."""
    places = np.linspace(0, 1, len(track))
    return float(np.interp(math.log(learning_rate), np.log(track), places))


def bands(
    thresholds_scale: Thresholds, learning_rate: float, texts: Texts, reached: bool = True
) -> list[Band]:
    """The zones from the smallest rates to the largest; none where there are no thresholds.

    One rate alone, for a jump or a bounce, does what it does on a parabola only. Where a run does
    not reach the minimum, its rate is in a zone only if the thresholds hold everywhere.
    """
    if thresholds_scale.jump is None or thresholds_scale.bounce is None:
        return []
    at_jump, at_bounce = thresholds_scale.jump, thresholds_scale.bounce
    zone = thresholds_scale.zone(learning_rate) if thresholds_scale.exact or reached else None
    jump, bounce = number(thresholds_scale.jump), number(thresholds_scale.bounce)
    beyond = texts("ruler.explode" if thresholds_scale.exact else "ruler.unsettled")

    def band(name: str, text: str, low: float, high: float, **values: str) -> Band:
        values.setdefault("zone", texts(f"ruler.{name}"))
        return Band(name, values["zone"], texts(f"ruler.{text}", **values), low, high, zone == name)

    # One rate jumps into the minimum only where the curvature is the same all around.
    alike = (
        thresholds_scale.exact
        and thresholds_scale.point is not None
        and thresholds_scale.point.curvatures[0] == thresholds_scale.point.curvature
    )
    return [
        band("glide", "below", 0, at_jump, jump=jump),
        *([band("jump", "at", at_jump, at_jump, rate=jump)] if alike else []),
        band("zigzag", "up_to", at_jump, at_bounce, jump=jump, bounce=bounce),
        *([band("bounce", "at", at_bounce, at_bounce, rate=bounce)] if thresholds_scale.exact else []),
        band("explode", "above", at_bounce, math.inf, zone=beyond, bounce=bounce),
    ]


def track(
    thresholds_scale: Thresholds,
    learning_rate: float,
    texts: Texts,
    reached: bool = True,
    schedule: Sequence[tuple[int, float]] = (),
    locked: bool = False,
) -> dict[str, Any]:
    """The track of the learning rate for the player: its rates, the zones between the thresholds, the rates
    that held before, and whether it may not be moved.
    """
    shown = rates(thresholds_scale, learning_rate)

    def place(rate: float) -> float:
        return round(share(min(max(rate, shown[0]), shown[-1]), shown), 4)

    zones = bands(thresholds_scale, learning_rate, texts, reached)
    limits = [limit for limit in (thresholds_scale.jump, thresholds_scale.bounce) if limit and zones]
    return {
        "name": texts("page.eta"),
        "value": learning_rate,
        "rates": shown,
        "zones": [[band.zone, place(band.low), place(band.high)] for band in zones],
        "ticks": [[number(limit, 3), place(limit)] for limit in limits if shown[0] < limit < shown[-1]],
        "earlier": texts("missions.joint").join(
            texts("ruler.until", eta=number(rate), step=step) for step, rate in schedule
        ),
        "restart": texts("ruler.restart", eta=number(learning_rate)),
        "locked": locked,
    }


def note(thresholds_scale: Thresholds, names: Sequence[str], texts: Texts, reached: bool) -> str:
    """Where the thresholds come from, or why there are none; ``reached`` tells whose minimum it is."""
    place = point(names, thresholds_scale.point.weights) if thresholds_scale.point else ""
    if thresholds_scale.jump is None or thresholds_scale.bounce is None:
        return texts(f"ruler.{thresholds_scale.reason}", w=place)
    many, whose = len(names) > 1, "run" if reached else "small"
    key = ("many" if many else "exact") if thresholds_scale.exact else f"{'many' if many else 'near'}-{whose}"
    signs = {"is_jump": relation(thresholds_scale.jump), "is_bounce": relation(thresholds_scale.bounce)}
    return texts(
        f"ruler.{key}",
        jump=number(thresholds_scale.jump),
        bounce=number(thresholds_scale.bounce),
        w=place,
        **signs,
    )


def html(
    thresholds_scale: Thresholds, learning_rate: float, names: Sequence[str], texts: Texts, reached: bool
) -> Markup:
    """The zones in words, and where they come from."""
    return rendered(
        "thresholds_scale.html.j2",
        name=texts("ruler.name"),
        bands=bands(thresholds_scale, learning_rate, texts, reached),
        note=note(thresholds_scale, names, texts, reached),
    )
