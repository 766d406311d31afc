"""The ruler: what each learning rate does on this curve, on the scale of the slider below it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from gdviz.numbers import number, point
from gdviz.settings import MAX_ETA, MIN_ETA
from gdviz.texts import Texts
from gdviz.thresholds import Thresholds


@dataclass(frozen=True)
class Band:
    """One regime on the ruler: its name, its rates, where it begins and ends (0 to 1), whether η is in it."""

    zone: str
    name: str
    label: str
    start: float
    end: float
    here: bool


def share(learning_rate: float) -> float:
    """Where a learning rate lies between the smallest and the largest, logarithmically: 0 to 1."""
    place = math.log(learning_rate / MIN_ETA) / math.log(MAX_ETA / MIN_ETA)
    return min(max(place, 0.0), 1.0)


def bands(ruler: Thresholds, learning_rate: float, texts: Texts, reached: bool = True) -> list[Band]:
    """The zones from the smallest rates to the largest; none where there are no thresholds.

    One rate alone, for a jump or a bounce, does what it does on a parabola only. Where a run does
    not reach the minimum, its rate is in a zone only if the thresholds hold everywhere.
    """
    if ruler.jump is None or ruler.bounce is None:
        return []
    zone = ruler.zone(learning_rate) if ruler.exact or reached else None
    jump, bounce = number(ruler.jump), number(ruler.bounce)
    beyond = texts("ruler.explode" if ruler.exact else "ruler.unsettled")
    to_jump, to_bounce = share(ruler.jump), share(ruler.bounce)

    def band(name: str, text: str, start: float, end: float, **values: str) -> Band:
        values.setdefault("zone", texts(f"ruler.{name}"))
        return Band(name, values["zone"], texts(f"ruler.{text}", **values), start, end, zone == name)

    # One rate jumps into the minimum only where the curvature is the same all around.
    alike = ruler.exact and ruler.point is not None and ruler.point.curvatures[0] == ruler.point.curvature
    return [
        band("glide", "below", 0, to_jump, jump=jump),
        *([band("jump", "at", to_jump, to_jump, rate=jump)] if alike else []),
        band("zigzag", "up_to", to_jump, to_bounce, bounce=bounce),
        *([band("bounce", "at", to_bounce, to_bounce, rate=bounce)] if ruler.exact else []),
        band("explode", "above", to_bounce, 1, zone=beyond, bounce=bounce),
    ]


def note(ruler: Thresholds, names: Sequence[str], texts: Texts, reached: bool) -> str:
    """Where the thresholds come from, or why there are none; ``reached`` tells whose minimum it is."""
    place = point(names, ruler.point.weights) if ruler.point else ""
    if ruler.jump is None or ruler.bounce is None:
        return texts(f"ruler.{ruler.reason}", w=place)
    many, whose = len(names) > 1, "run" if reached else "small"
    key = ("many" if many else "exact") if ruler.exact else f"{'many' if many else 'near'}-{whose}"
    return texts(f"ruler.{key}", jump=number(ruler.jump), bounce=number(ruler.bounce), w=place)


def html(ruler: Thresholds, learning_rate: float, names: Sequence[str], texts: Texts, reached: bool) -> str:
    """The ruler as a strip of the slider's width with a line of words under it.

    Made of this page's own texts and numbers only.
    """
    strip, words = [], []
    for band in bands(ruler, learning_rate, texts, reached):
        kind = f"gdviz-{band.zone}"
        place = f"left:{band.start:.2%};width:{band.end - band.start:.2%}"
        strip.append(f'<span class="{kind}" style="{place}"></span>')
        current = ' aria-current="true"' if band.here else ""
        words.append(f'<span class="{kind}"{current}>{escape(band.label)}</span>')
    mark = texts("ruler.mark", eta=number(learning_rate))
    at = share(learning_rate)
    # The label keeps inside the strip at both ends.
    label = f'<b style="left:{at:.2%};transform:translateX(-{at:.2%})">{escape(mark)}</b>'
    pin = f'<i style="left:{at:.2%}"></i>'
    return (
        f'<div class="gdviz-ruler" role="group" aria-label="{escape(texts("ruler.name"))}">'
        f'<div class="gdviz-mark">{label}</div>'
        f'<div class="gdviz-strip" aria-hidden="true">{"".join(strip)}{pin}</div>'
        f'<div class="gdviz-zones">{"".join(words)}</div>'
        f"<small>{escape(note(ruler, names, texts, reached))}</small></div>"
    )
