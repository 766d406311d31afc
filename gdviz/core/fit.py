"""Fitting a line to pairs of one's own: the loss is the mean of the squared gaps."""

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from gdviz.core.loss import FormulaLoss
from gdviz.core.losses import mean_square_of_a_line

FIT = "line-fit"  # the id of the loss, whatever the pairs
Pairs = tuple[tuple[float, float], ...]
SPAN = 2.0  # how far the chart reaches from the best weights, in their size or that of the data
START = (-0.75, 0.65)  # where a run begins, as shares of that
DECIMALS = 2  # of standardised pairs: E multiplied out stays short


@lru_cache(maxsize=256)
def fit_loss(pairs: Pairs) -> FormulaLoss:
    """The mean of (w x + b − y)² over pairs (x, y), drawn about its minimum."""
    best, size = best_line(pairs), _sizes(pairs)
    spans = [_round(SPAN * max(abs(value), least)) for value, least in zip(best, size, strict=True)]
    middles = [_round(value, span) for value, span in zip(best, spans, strict=True)]
    domain = tuple((middle - span, middle + span) for middle, span in zip(middles, spans, strict=True))
    start = tuple(
        float(f"{middle + share * span:.3g}")
        for middle, span, share in zip(middles, spans, START, strict=True)
    )
    return FormulaLoss(FIT, mean_square_of_a_line(pairs), domain, start, 0.1, data=pairs)


def best_line(pairs: Pairs) -> tuple[float, float]:
    """w and b of the line with the least squared gaps; of several such lines those nearest to 0."""
    x, y = np.array(pairs).T
    (w, b), *_ = np.linalg.lstsq(np.column_stack([x, np.ones_like(x)]), y, rcond=None)
    return float(w), float(b)


def standardized(pairs: Pairs) -> Pairs:
    """Both columns as (value − mean) / standard deviation, to two decimals; one that is constant as 0."""
    columns = [
        np.round((column - mean) / (deviation or 1), DECIMALS)
        for column, (mean, deviation) in zip(np.array(pairs).T, moments(pairs), strict=True)
    ]
    return tuple(zip(*(column.tolist() for column in columns), strict=True))


def moments(pairs: Pairs) -> list[tuple[float, float]]:
    """The mean and the standard deviation, that of all pairs and not of a sample, of x and of y."""
    return [(float(column.mean()), float(column.std())) for column in np.array(pairs).T]


def _sizes(pairs: Pairs) -> Sequence[float]:
    """How large a slope and a height are that the data could have."""
    (_, across), (_, up) = moments(pairs)
    return (up / across if across and up else 1.0, up or 1.0)


def _round(value: float, unit: float | None = None) -> float:
    """To two digits, or to those of a unit."""
    size = abs(value if unit is None else unit)
    return round(value, 1 - math.floor(math.log10(size))) if size else 0.0
