"""A loss of one's own: from a formula that was typed, or from a Python function."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from gdviz.core.formula import Formula, FormulaError
from gdviz.core.loss import Domain, FormulaLoss, FunctionLoss
from gdviz.core.losses import CUSTOM

# Where a formula of one weight, or of two, is drawn unless it is said.
LINE_DOMAIN: Domain = ((-6.0, 6.0),)
PLANE_DOMAIN: Domain = ((-5.0, 5.0), (-5.0, 5.0))
HIGH_UP = (0.9, 0.85)  # where a typed loss starts, as shares of its domain
# At so many places along each axis it is tried, one axis or two; of more axes in all; at more where it
# has no value at these.
TRIED = ((41, 481), (41, 101), (2000, 20_000))


@lru_cache(maxsize=256)
def custom_loss(text: str, domain: Domain) -> FormulaLoss:
    """A loss that a reader has typed, with a start where it has a value and a slope.

    Raises FormulaError for what is no formula, has no derivative or is defined nowhere on its domain.
    """
    loss = FormulaLoss(CUSTOM, text, domain, (), 0.1)
    formula = loss.formula
    if not formula.has_derivatives:
        raise FormulaError("derivative", text, 0)
    counts = TRIED[min(len(domain), len(TRIED)) - 1]
    places = next(filter(len, (_defined(formula, domain, count) for count in counts)), None)
    if places is None:
        raise FormulaError("nowhere", text, 0)
    low, high = np.array(domain).T
    shares = (places - low) / (high - low)
    high_up = np.resize(HIGH_UP, len(domain))
    start = places[((shares - high_up) ** 2).sum(axis=1).argmin()]
    return replace(loss, start=tuple(start.tolist()))


def _defined(formula: Formula, domain: Domain, count: int) -> np.ndarray:
    """Those of some places, (m, n), at which a formula has a value and a slope.

    They are so many along each axis of one or two; of more axes so many in all, drawn at random.
    """
    low, high = np.array(domain, dtype=float).T
    if len(domain) > 2:
        places = np.random.default_rng(0).uniform(low, high, (count, len(domain)))
    else:
        axes = [np.linspace(*bounds, count) for bounds in domain]
        places = np.stack(np.meshgrid(*axes), axis=-1).reshape(-1, len(domain))
    places = places.round(6).clip(low, high)
    defined = np.isfinite(formula.values(places)) & np.isfinite(formula.gradients(places)).all(axis=1)
    return np.asarray(places[defined])


def loss(
    source: str | Callable[[Any], Any],
    gradient: Callable[[Any], ArrayLike] | None = None,
    domain: ArrayLike | None = None,
) -> FormulaLoss | FunctionLoss:
    """A loss from a formula or from a Python function.

    Args:
        source: A formula of ``W``, or of ``W1`` and ``W2``, or of ``W1`` … ``Wn`` where the ``domain``
            has n pairs, as on paper or in LaTeX; or a function, which is called with a float if there
            is one weight, and with an array, (n,), if there are more.
        gradient: Of a function, its partial derivatives: called in the same way, gives n numbers.
            Left out, they are worked out by central differences. A formula has its own.
        domain: Where the loss is drawn, in the units of the weights: (low, high), or such a pair for
            each weight. Left out, −6 to 6 for a formula of one weight and −5 to 5 for each of two; a
            function is then shown by E at each step alone, of as many weights as a start has.

    Returns:
        A Loss, with ``.value(weights)`` and ``.gradient(weights)`` of float64 arrays, (n,).

    Raises:
        FormulaError: What is no formula, has no derivative, or has a value nowhere on its domain.
        ValueError: A domain that is no list of pairs low < high, or a gradient beside a formula.

    Example:
        >>> import numpy as np
        >>> import gdviz as gd
        >>> gd.loss("W^2 + 4").gradient(np.array([5.0]))
        array([10.])
        >>> bowl = gd.loss(lambda w: w @ w, gradient=lambda w: 2 * w)
        >>> bowl.value(np.array([1.0, 2.0, 2.0]))
        9.0
    """
    bounds = None if domain is None else _pairs(domain)
    if callable(source):
        return FunctionLoss(source, gradient, bounds)
    if gradient is not None:
        raise ValueError("a formula has a gradient of its own")
    if bounds is not None:
        return custom_loss(source, bounds)
    try:
        return custom_loss(source, LINE_DOMAIN)
    except FormulaError as error:
        if error.kind not in ("letters", "index"):
            raise
    return custom_loss(source, PLANE_DOMAIN)


def _pairs(domain: ArrayLike) -> Domain:
    pairs = np.array(domain, dtype=float)
    pairs = pairs[None] if pairs.shape == (2,) else pairs
    if (
        pairs.ndim != 2
        or pairs.shape[1] != 2
        or not (np.isfinite(pairs).all() and (pairs[:, 0] < pairs[:, 1]).all())
    ):
        raise ValueError(f"the domain must be a pair low < high for each weight, not {domain!r}")
    return tuple((low, high) for low, high in pairs.tolist())
