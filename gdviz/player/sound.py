"""What is heard of a run: its slopes, and how it ends. The player's src/sound.ts makes tones of it."""

import math
from typing import Any

import numpy as np

from gdviz.core.descent import Path
from gdviz.core.diagnosis import Diagnosis

MOST = 1e308  # what is larger may be no double once it is rounded
DIGITS = 3  # an ear tells no two slopes apart that agree in these
# The keys of the claims that a run ended at a minimum, or that it is off the chart.
ARRIVED = ("reached", "rests-minimum")
GONE = ("left", "left-for-long", "exploded", "undefined")


def sound(gradients: np.ndarray, end: str = "") -> dict[str, Any]:
    """Of the gradient at each frame (frames, n): of one weight its slope, of more its length."""
    sided = gradients.shape[1] == 1
    slopes = [row[0] if sided else math.hypot(*row) for row in gradients.tolist()]
    rounded = [float(f"{max(-MOST, min(slope, MOST)):.{DIGITS}g}") for slope in slopes]
    return {"sound": {"slopes": rounded, "sided": sided, "end": end}}


def of_run(path: Path, found: Diagnosis, steps: list[int]) -> dict[str, Any]:
    """The same of the steps shown of a run, and its end."""
    keys = [claim.key for claim in found.claims]
    if any(key in GONE for key in keys):
        return sound(path.gradients[steps], "gone")
    return sound(path.gradients[steps], "arrived" if any(key.startswith(ARRIVED) for key in keys) else "")
