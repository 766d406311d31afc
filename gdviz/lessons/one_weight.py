"""One weight: the point slides down the curve E(W) along its tangents."""

from typing import ClassVar

from gdviz.charts import curve, loss_by_step
from gdviz.core.custom_losses import LINE_DOMAIN
from gdviz.lessons.weights import RunView, Weights


class OneWeight(Weights):
    """E(W), with the arithmetic of every step."""

    id = "one"
    count = 1
    typed = ("W^2 + 4", LINE_DOMAIN)
    runs: ClassVar = {"": RunView([curve.CHART, loss_by_step.CHART])}
