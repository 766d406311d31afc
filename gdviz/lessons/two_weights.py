"""Two weights: the same rule for each of them, on a landscape from above or in space."""

from typing import ClassVar

from gdviz.charts import cuts, fit, landscape, loss_by_step, surface
from gdviz.core.custom_losses import PLANE_DOMAIN
from gdviz.lessons.weights import RunView, Weights


class TwoWeights(Weights):
    """E(W₁, W₂), each weight with its own partial derivative."""

    id = "two"
    count = 2
    fields = (*Weights.fields[:4], "pairs", "scaling", *Weights.fields[4:], "levels")
    typed = ("W1^2 + W2^2", PLANE_DOMAIN)
    views = ("above", "surface")
    runs: ClassVar = {
        "above": RunView([landscape.CHART, cuts.CHART, fit.CHART, loss_by_step.CHART]),
        "surface": RunView([surface.CHART, cuts.CHART, fit.CHART, loss_by_step.CHART]),
    }
