"""What the class's server draws of a page before that has come."""

import re

import numpy as np
import pytest

from gdviz.classroom.missions import MISSIONS
from gdviz.link.bounds import LOOKS
from gdviz.link.presets import PRESETS
from gdviz.link.settings import Settings
from gdviz.link.story import STOPS
from gdviz.web import tasks
from gdviz.web.first_picture import first_picture

LINKS = [*PRESETS.values(), *(mission.start for mission in MISSIONS.values())]
LINKS += [{**stop.query, "stop": name} for name, stop in STOPS.items()]


def drawn(**query):
    return first_picture(tasks.flat(Settings.of_address(query)[0]))


@pytest.mark.parametrize("look", LOOKS)
def test_any_link_can_be_asked_for(look):
    found = [drawn(**{**link, "look": look}) for link in LINKS]
    assert sum(map(bool, found)) > 10


def test_the_curve_is_that_of_its_loss():
    [way] = re.findall(r'class="trace0"[^>]* d="([^"]*)"', drawn(loss="bowl", w="5", eta="0.1"))
    x, y = np.array(re.findall(r"(-?[\d.]+) (-?[\d.]+)", way), dtype=float).T
    assert len(x) > 100
    # E = W² + 4 is a parabola about the middle of its chart, upside down as pixels are counted from above.
    share = ((x - 500) / 500) ** 2
    assert y == pytest.approx(y.max() + share * (y[0] - y.max()), abs=0.5)
    assert (x[0], x[-1]) == (0, 1000)
    # The point stands where the start is, five sixths of the way from the middle to the edge.
    [(left, top)] = re.findall(
        r'left: ([\d.]+)%; top: ([\d.]+)%[^"]*width: 15', drawn(loss="bowl", w="5", eta="0.1")
    )
    assert float(left) == pytest.approx(100 * 11 / 12)
    assert 10 * float(top) == pytest.approx(np.interp(10 * float(left), x, y), abs=0.5)


def test_nothing_gives_an_answer_away():
    open_, asked = (drawn(eta="0.3", predict=mode).count("<path") for mode in ("off", "on"))
    assert 0 < asked < open_
