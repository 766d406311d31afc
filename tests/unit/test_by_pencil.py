"""Numbers found by pencil, each with its work beside it: orders, distances, scales and shares."""

import re
from types import SimpleNamespace

import numpy as np
import pytest

from gdviz.charts import depth, landscape, learning, race, surface
from gdviz.charts.theme import THEMES
from gdviz.core.descent import descend
from gdviz.core.diagnosis import diagnose
from gdviz.core.losses import LOSSES
from gdviz.core.optimizers import OPTIMIZERS, Rule
from gdviz.core.ranking import ranking
from gdviz.lessons.runs import runs_in_slices
from gdviz.link.presets import PRESETS
from gdviz.link.settings import Settings
from gdviz.network.training import train
from gdviz.texts import load_texts
from gdviz.web import waiting

EN, LIGHT = load_texts("en"), THEMES["light"]
BOWL, SADDLE = LOSSES["bowl"], LOSSES["saddle"]


# --- The order of a race ------------------------------------------------------------------

# On W² + 4 from 5 gradient descent is at 5 (1 − 2η)ᵏ. In order: 0.2⁴ and 0.4⁷ of 5 are within 0.01;
# 0.96³⁰ of 5 is 1.47 and 0.98³⁰ of it 2.73, which are on their way; 1.04⁵ of 5 is 6.08 and 1.1² of it 6.05,
# where the chart ends at 6: who stayed on it longer comes first.
IN_ORDER = {0.4: ("since", 4), 0.3: ("since", 7), 0.02: (), 0.01: (), 1.02: ("left", 5), 1.05: ("left", 2)}


@pytest.mark.parametrize("turned", range(6))
def test_who_arrived_first_comes_first_and_who_left_first_comes_last(turned):
    rates = [*list(IN_ORDER)[turned:], *list(IN_ORDER)[:turned]]
    rules = tuple(Rule("gd", rate) for rate in rates)
    results = ranking([descend(BOWL, rule.optimizer, (5,), 30) for rule in rules])
    assert [rates[result.index] for result in results] == list(IN_ORDER)
    for result, expected in zip(results, IN_ORDER.values(), strict=True):
        found = {"since": result.since, "left": result.left}
        assert found == {"since": None, "left": None} | dict([expected] if expected else [])
    told = [race.html(results, BOWL, EN), race.sentence(results, BOWL, EN)]
    for text in told:
        assert [float(rate) for rate in re.findall(r"η = ([\d.]+)", text)] == list(IN_ORDER)
    places = re.findall(r"<tr><td>(\d)</td>", told[0])
    assert places == list("123456")


# --- Near a saddle ------------------------------------------------------------------------

# E = W₁² − W₂² + W₂⁴/8 on a chart 6 wide: near its saddle at (0, 0) is within 0.05 × 6 = 0.3. Each step
# of rate 0.1 makes W₂ on the axis 1.2 W₂ − 0.05 W₂³: 0.25, 0.29922, 0.35773.


@pytest.mark.parametrize(
    ("height", "steps", "expected"),
    [
        (0.25, 1, ("at-saddle", {"distance": pytest.approx(1.2 * 0.25 - 0.05 * 0.25**3)})),
        (0.25, 2, ("past-saddle", {"step": 0})),
        (0.29, 1, ("past-saddle", {"step": 0})),
        (0.31, 1, None),
        (1.1, 1, None),
    ],
)
def test_near_a_saddle_is_within_a_twentieth_of_the_chart(height, steps, expected):
    rule = Rule("gd", 0.1)
    claims = diagnose(descend(SADDLE, rule.optimizer, (0, height), steps)).claims
    found = [(claim.key, claim.numbers) for claim in claims if "saddle" in claim.key]
    assert [key for key, _ in found] == ([expected[0]] if expected else [])
    for _, numbers in found:
        assert numbers["w"] == pytest.approx((0, 0), abs=1e-9)
        assert numbers | {"w": (0, 0)} == {"w": (0, 0)} | expected[1]


# --- What is to come ----------------------------------------------------------------------

# On W² + 4 from 5 at rate 0.1 a run is at 5 × 0.8ᵏ: 0.0121 after 27 steps and 0.0097 after 28.


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (10, ("will-reach", {"n": 18})),
        (27, ("will-reach", {"n": 1})),
        (28, ("reached", {"step": 28})),
        (60, ("reached", {"step": 28})),
    ],
)
def test_when_a_run_arrives(steps, expected):
    claim = diagnose(descend(BOWL, OPTIMIZERS["gd"](0.1), 5, steps)).claims[0]
    assert claim.key == expected[0]
    assert claim.numbers["w"] == pytest.approx((0,), abs=1e-9)
    assert {name: claim.numbers[name] for name in expected[1]} == expected[1]


# At rate 1.1 it is at 5 × (−1.2)ᵏ, outside of 6 from the second step on; at rate 1.2 from 0.001 it is at
# 0.001 × (−1.4)ᵏ: 4.50 after 25 steps, 6.30 after 26.


def test_when_a_run_leaves():
    path = descend(BOWL, OPTIMIZERS["gd"](1.1), 5, 12)
    left = {claim.key: claim.numbers for claim in diagnose(path).claims}
    assert (left["left"]["step"], left["moves-away"]["factor"]) == (2, pytest.approx(-1.2))
    assert left["try-below"]["bounce"] == 1
    assert 0.001 * 1.4**25 < 6 < 0.001 * 1.4**26
    path = descend(BOWL, OPTIMIZERS["gd"](1.2), 0.001, 2)
    later = {claim.key: claim.numbers for claim in diagnose(path).claims}
    assert later["will-leave"]["n"] == 26 - 2


# --- Scales -------------------------------------------------------------------------------


def of(preset):
    settings, notices = Settings.from_query(PRESETS[preset])
    assert not notices
    return settings


def test_vanishing_gradients_are_drawn_on_a_logarithmic_scale():
    """The first layer's bar of a deep sigmoid is a hundredth of the last one's: a line otherwise."""
    figure = depth.base_figure(of("vanishing").job, EN, LIGHT)
    assert figure.layout.yaxis.type == "log"
    assert figure.layout.yaxis.dtick == 1
    assert figure.layout.xaxis.type in (None, "category")
    [bars] = [bar for bar in figure.data if bar.name == "sigmoid"]
    assert bars.y[0] < bars.y[-1] / 100


def test_a_training_s_losses_are_drawn_on_both_scales():
    linear, log = learning.animations(train(of("xor-four").job), EN)
    assert [chart.fixed["layout"]["yaxis.type"] for chart in (linear, log)] == ["linear", "log"]
    assert [chart.variant for chart in (linear, log)] == ["linear", "log"]
    assert linear.fixed["lines"] == log.fixed["lines"]


@pytest.mark.parametrize("name", ["round", "saddle", "himmelblau"])
def test_the_surface_is_as_high_as_the_landscape(name):
    """It ends where all but 7 % of the landscape are lower, or the start; the run floats close above it."""
    loss = LOSSES[name]
    axes = [np.linspace(*bounds, 301) for bounds in loss.domain]
    values = loss.values(np.stack(np.meshgrid(*axes), axis=-1).reshape(-1, 2))
    lowest = values.min()
    highest = max(np.quantile(values, 0.93), loss.value(np.array(loss.start, dtype=float)))
    height = highest - lowest
    figure = surface.base_figure(loss, EN, LIGHT)
    low, high = figure.layout.scene.zaxis.range
    assert low == pytest.approx(lowest, abs=0.01 * height)
    assert 1 <= (high - low) / height <= 1.12
    ratio = figure.layout.scene.aspectratio
    assert (max(ratio.x, ratio.y), ratio.z) == (1, 0.5)
    for x, y, z in zip(*(figure.data[surface.MINIMA][axis] for axis in "xyz"), strict=True):
        assert 0.01 < (z - loss.value(np.array([x, y]))) / height < 0.06
    path = descend(loss, OPTIMIZERS["gd"](loss.learning_rate / 10), loss.start, 3)
    keyframes = surface.animation(loss, path, [0, 1, 2, 3]).all_keyframes
    [points] = [k.points for k in keyframes if k.trace == surface.POINT]
    above = (points[:, 0, 2] - path.losses) / height
    assert ((above > 0.01) & (above < 0.06)).all()


@pytest.mark.parametrize("name", ["round", "rosenbrock"])
def test_the_chart_from_above_has_the_domain_s_axes(name):
    loss = LOSSES[name]
    layout = landscape.base_figure(loss, EN, LIGHT).layout
    for axis, bounds, title in zip((layout.xaxis, layout.yaxis), loss.domain, loss.names, strict=True):
        assert tuple(axis.range) == pytest.approx(bounds, abs=0.1 * (bounds[1] - bounds[0]))
        assert (axis.type, axis.title.text) in ((None, title), ("linear", title))


# --- How far it is ------------------------------------------------------------------------


def test_of_a_heavy_race_each_runner_is_an_equal_share():
    """Six runners and what is made of them: a seventh each."""
    race_of_six = ",".join(f"{rule}:0.0011" for rule in list(OPTIMIZERS)[:6])
    settings, _ = Settings.from_query({"loss": "valley", "race": race_of_six, "steps": "401", "every": "10"})
    assert list(runs_in_slices(settings)) == pytest.approx([k / 7 for k in range(1, 7)])


class Waited:
    """A ticket that is asked for three times before it is done, and what was told meanwhile."""

    before = 0

    def __init__(self):
        self.shares, self.told = [0.02, 0.25, 0.5], []

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    def wait(self, seconds):
        self.share = self.shares.pop(0) if self.shares else None
        return self.share is None

    def result(self):
        return (b"learned",)

    def progress(self, share, text):
        self.told.append((share, text))

    def empty(self):
        self.told.append("empty")


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_who_waits_for_a_training_is_told_how_far_it_is(lang, monkeypatch):
    monkeypatch.setattr(waiting, "session", lambda: SimpleNamespace(settings=Settings(lang=lang)))
    monkeypatch.setattr(waiting, "PATIENCE", -1)
    ticket = Waited()
    assert waiting.outcome(ticket, ticket, learns=True) == (b"learned",)
    told = [(share, re.search(r"\d+ ?%", text)[0]) for share, text in ticket.told[:-1]]
    assert told == [(0.02, "2%"), (0.25, "25%"), (0.5, "50%")]
    assert ticket.told[-1] == "empty"
