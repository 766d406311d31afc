"""What a run did, as claims: each has a condition, and what it says of the future was tried.

To know how a run goes on, its rule takes it LOOK_AHEAD steps further. No claim says more than
these steps and the ones before them show, but for gradient descent on a quadratic loss, whose
distances are known, and for one weight's way down to a minimum, whose steps can be counted.
"""

from dataclasses import dataclass, field

import numpy as np

from gdviz.core.critical_points import CriticalPoint, minimum_at
from gdviz.core.descent import Path
from gdviz.core.diagnosis.arriving import arrived, arriving, manner, resting
from gdviz.core.diagnosis.away import exploding
from gdviz.core.diagnosis.claim import Claim, Place, lower
from gdviz.core.diagnosis.unsettled import going_on
from gdviz.core.loss import names_of
from gdviz.core.outlook import LOOK_AHEAD, REACHED, Outlook, outlook

__all__ = ["LOOK_AHEAD", "REACHED", "Claim", "Diagnosis", "Place", "diagnose"]


@dataclass(frozen=True)
class Diagnosis:
    """The claims on a run, and the minimum that it reaches by its end or within LOOK_AHEAD steps."""

    claims: tuple[Claim, ...]
    minimum: CriticalPoint | None = None
    names: tuple[str, ...] = field(default=("W",), repr=False)

    def sentence(self, lang: str = "en") -> str:
        """The claims in words, in English ("en") or Japanese ("ja").

        Numbers know no words: they are imported here, when somebody wants to read them.

        Raises:
            ValueError: A language that there is not.
        """
        from gdviz.charts import sentences
        from gdviz.texts import load_texts

        return sentences.diagnosis(self, self.names, load_texts(lang))


def diagnose(path: Path) -> Diagnosis:
    """What a run did and where it leads.

    Args:
        path: The run, with its loss and its optimizer, as ``descend`` gives it.

    Returns:
        Diagnosis: ``.claims``, a tuple of Claim(key, numbers), each of which holds, and
        ``.sentence(lang)``, the same in words. What is said of the future was tried: the run is continued
        for 3,000 steps. Of a loss that is no formula of one or two weights it is said which minima a
        search has found, never that there are no others.

    Example:
        >>> import gdviz as gd
        >>> path = gd.descend(gd.LOSSES["bowl"], gd.OPTIMIZERS["gd"](0.1), 5, 30)
        >>> [claim.key for claim in gd.diagnose(path).claims]
        ['reached', 'glide']
        >>> gd.diagnose(path).claims[1].numbers
        {'factor': 0.8}
    """
    found = _found(outlook(path))
    names = names_of(path.loss, path.weights.shape[1])
    return Diagnosis(found.claims, found.minimum, names)


def _found(run: Outlook) -> Diagnosis:
    path = run.path
    if path.beyond is not None:
        return Diagnosis((Claim("undefined", {"step": path.steps, "w": tuple(path.beyond.tolist())}),))
    if _rests(run):
        minimum = minimum_at(run.loss, path.weights[0])
        return Diagnosis(tuple(resting(run, minimum)), minimum)
    if run.ends:
        return Diagnosis(tuple(exploding(run)))
    if run.destination:
        goal, step = run.destination
        claims = arrived(run, goal, step) if step <= path.steps else arriving(run, goal, step)
        return Diagnosis((*claims, *manner(run, goal), *lower(run.loss, goal)), goal)
    return Diagnosis(tuple(going_on(run)))


def _rests(run: Outlook) -> bool:
    """Whether no step ever moves the point, as the slope is 0 at the start."""
    points = np.concatenate([run.path.weights, run.ahead])
    return not run.ends and not run.path.gradients[0].any() and bool((points == points[0]).all())
