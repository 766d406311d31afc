"""The pictures' plain data: what the player is sent is complete, and what all charts have in common."""

import itertools
import json
import tomllib
from pathlib import Path

import numpy as np
import pytest

from gdviz.charts import loss_by_step, theme, thresholds_scale
from gdviz.core.critical_points import minima
from gdviz.core.descent import descend
from gdviz.core.losses import losses_of
from gdviz.core.numbers import number
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.core.thresholds import thresholds
from gdviz.link.bounds import LANGUAGES
from gdviz.link.presets import PRESETS
from gdviz.link.settings import Settings
from gdviz.player import messages
from gdviz.texts import load_texts
from gdviz.web import tasks
from tests.cases import in_turn
from tests.plays import is_complete

ROOT = Path(__file__).parents[2]
ALONE = {name: preset for name, preset in PRESETS.items() if "race" not in preset and "loss" in preset}
every_loss = pytest.mark.parametrize("loss", losses_of(1).values(), ids=losses_of(1))


def test_nothing_of_a_charts_layout_is_left_to_what_was_drawn_before():
    """Of margins, turned labels and marks over the edge Plotly decides by what it has drawn so far."""
    for query in ({}, {"loss": "line-fit"}, {"race": "gd:0.1,adam:0.1"}, {"lesson": "network"}):
        settings, _ = Settings.from_query(query)
        for name, figure in tasks.drawing(settings, theme.THEMES["light"]).figures.items():
            layout = figure.layout
            assert layout.margin.autoexpand is False, name
            assert [layout.xaxis.tickangle, layout.yaxis.tickangle] == [0, 0], name
            if name != "depth":  # its bars stay inside
                assert (figure.data[-1].x, figure.data[-1].cliponaxis) == ((None,), False), name


@pytest.mark.parametrize(
    ("low", "high", "longest"),  # as Plotly labels such axes
    [
        (-5, 30, "30"),
        (-2, 1.2, "−1.5"),
        (0, 9.5e-5, "8×10-5"),
        (-2e5, 9.6e5, "8×105"),
        (-12345678.2, -12345676.9, "−1.23456778×107"),
        (-1.9e12, 22e12, "−0.5×1013"),
    ],
)
def test_the_longest_label_has_room(low, high, longest):
    assert len(longest) <= theme.label_length(low, high) <= len(longest) + 4


@pytest.mark.parametrize(
    ("preset", "steps", "lang"), in_turn(ALONE, ["1", "30", "10000"], LANGUAGES, times=2)
)
def test_the_play_is_json_and_complete(preset, steps, lang):
    settings, _ = Settings.from_query({**PRESETS[preset], "steps": steps}, lang=lang)
    text = tasks.shown(settings).play.decode()
    assert "NaN" not in text
    assert "Infinity" not in text
    play = json.loads(text)
    columns = play["columns"]
    if play["last"] <= 1000:
        assert len(columns["W"]) == len(columns["E"]) == len(columns["slope"]) == play["last"] + 1
        assert len(columns["dW"]) == play["steps"][-1]
    else:  # the steps shown, and each next one
        assert play["table"]["shown"]
        shown = {str(step) for step in play["steps"]}
        for name in ("W", "E", "slope"):
            assert shown <= columns[name].keys()
            assert len(columns[name]) <= 2 * len(shown)
    is_complete(play)


def test_the_article_s_numbers():
    play = json.loads(tasks.shown(Settings.from_query(PRESETS["article"])[0]).play)
    columns = play["columns"]
    assert [columns[name][0] for name in ("W", "slope", "dW")] == ["5", "10", "0.01"]
    assert columns["W"][1] == "4.99"
    assert play["constants"]["eta"] == "0.001"


@every_loss
def test_the_loss_by_step_is_the_loss(loss):
    path = descend(loss, OPTIMIZERS["gd"](loss.learning_rate), loss.start, 30)
    linear, log = loss_by_step.animations(loss, [path], list(range(31)), load_texts("en"))
    assert linear.fixed["lines"][0]["y"] == pytest.approx(path.losses.tolist(), rel=1e-5)
    floor = min(p.loss for p in minima(loss))
    for above, e in zip(log.fixed["lines"][0]["y"], path.losses, strict=True):
        assert above is None or above == pytest.approx(e - floor, rel=1e-4)
    assert log.fixed["layout"]["yaxis.type"] == "log"
    title = log.fixed["layout"]["yaxis.title.text"]
    assert title == "E" or title.removeprefix("E ")[2:] == number(abs(floor))


@pytest.mark.parametrize("lang", LANGUAGES)
@every_loss
def test_the_zones_follow_one_another(loss, lang):
    rule = thresholds(loss, loss.start)
    bands = thresholds_scale.bands(rule, 0.1, load_texts(lang))
    if rule.jump is None:
        assert bands == []
        return
    alone = {"jump", "bounce"} if loss.id == "bowl" else set()
    zones = ["glide", "jump", "zigzag", "bounce", "explode"]
    assert [band.zone for band in bands] == [z for z in zones if z in alone | {"glide", "zigzag", "explode"}]
    assert bands[0].low == 0
    assert bands[-1].high == np.inf
    for left, right in itertools.pairwise(bands):
        assert left.high == right.low
    assert bands[0].high == rule.jump
    assert sum(band.here for band in bands) == 1
    # What close by a minimum is a zone says nothing of a run that does not come there.
    assert (
        any(band.here for band in thresholds_scale.bands(rule, 0.1, load_texts(lang), reached=False))
        == rule.exact
    )
    assert number(rule.jump) in bands[0].label


def test_the_track_has_the_thresholds_of_the_bowl_where_its_rates_are():
    """On E = W² + 4 the curvature is 2: 1/E″ = 0.5 and 2/E″ = 1, from 0.0001 to 10 in 20 rates a decade."""
    found = thresholds_scale.track(thresholds(losses_of(1)["bowl"], (5,)), 0.1, load_texts("en"))
    assert (found["rates"][0], found["rates"][-1], len(found["rates"])) == (1e-4, 10, 101)
    assert found["ticks"] == [["0.5", 0.74], ["1", 0.8]]  # 0.5 is the 15th rate of its decade
    assert found["zones"] == [
        ["glide", 0, 0.74],
        ["jump", 0.74, 0.74],
        ["zigzag", 0.74, 0.8],
        ["bounce", 0.8, 0.8],
        ["explode", 0.8, 1],
    ]


@every_loss
@pytest.mark.parametrize("rate", [1e-6, 0.00012, 0.95, 10])
def test_every_track_has_the_rate_of_its_run_and_its_thresholds(loss, rate):
    rule = thresholds(loss, loss.start)
    found = thresholds_scale.track(rule, rate, load_texts("ja"))
    rates = np.array(found["rates"])
    assert rate in rates
    assert (np.diff(rates) > 0).all()
    assert rates[0] >= 1e-6
    assert rates[-1] <= 10
    assert len(rates) >= 50
    for (_, share), limit in zip(found["ticks"], (rule.jump, rule.bounce), strict=bool(found["ticks"])):
        # Between the two rates beside it.
        place = share * (len(rates) - 1)
        assert rates[int(place + 1e-2)] <= limit * 1.001
        assert limit <= rates[min(int(place - 1e-2) + 1, len(rates) - 1)] * 1.001


def test_the_charts_know_their_paper():
    config = tomllib.loads((ROOT / ".streamlit/config.toml").read_text())
    for name, colours in theme.THEMES.items():
        assert config["theme"][name]["backgroundColor"] == colours.paper
        assert config["theme"][name]["textColor"] == colours.text


@pytest.mark.parametrize("name", theme.THEMES)
def test_colours_can_be_read(name):
    """Text and lines stand out from the paper: contrast by WCAG 2.1, 4.5 for text, 3 for lines."""
    colours = theme.THEMES[name]
    for mark in ("text", "tangent", "step", "fell", "rose", "minimum"):
        assert contrast(getattr(colours, mark), colours.paper) >= 4.5, mark
    assert contrast(colours.curve, colours.paper) >= 3


def contrast(one, other):
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_a_run_keeps_its_name_in_another_language():
    one, other = (messages._name(Settings(lang=lang)) for lang in ("en", "ja"))
    assert one == other != messages._name(Settings(eta=0.2))
    assert one != messages._name(Settings.from_query({"opt": "momentum"})[0])
