"""gdviz: gradient descent, computed exactly and shown step by step.

    >>> import gdviz as gd
    >>> path = gd.descend(gd.LOSSES["bowl"], gd.OPTIMIZERS["gd"](0.1), 5, 30)
    >>> gd.diagnose(path).sentence().split("; ")[1]
    'each step multiplies the distance by 0.8.'

Numbers need numpy and sympy; what draws, ``plot``, ``plot_losses`` and ``plot_race``, plotly, too.
"""

from typing import TYPE_CHECKING, Any

from gdviz.core.critical_points import critical_points
from gdviz.core.custom_losses import loss
from gdviz.core.descent import Path, descend
from gdviz.core.diagnosis import Claim, Diagnosis, diagnose
from gdviz.core.losses import LOSSES
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.core.thresholds import thresholds
from gdviz.link.notebook import link
from gdviz.link.settings import Settings
from gdviz.network.network import Network
from gdviz.player.rows import worked_step

if TYPE_CHECKING:
    from gdviz.charts.plot import plot, plot_losses, plot_race

__version__ = "0.1.0"

__all__ = [
    "LOSSES", "OPTIMIZERS", "Claim", "Diagnosis", "Network", "Path", "Settings", "critical_points", "descend",
    "diagnose", "link", "loss", "plot", "plot_losses", "plot_race", "thresholds", "worked_step",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """What draws, imported when it is asked for, as it needs plotly."""
    if name not in ("plot", "plot_losses", "plot_race"):
        raise AttributeError(f"module 'gdviz' has no attribute {name!r}")
    try:
        from gdviz.charts import plot
    except ImportError as error:
        raise ImportError(f"gdviz.{name} needs plotly: pip install gdviz[plot]") from error
    return getattr(plot, name)
