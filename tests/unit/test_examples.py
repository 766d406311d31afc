"""What is added from outside is a part of the house: it plays, races, is exported, in any language."""

import csv
import io
import json

import numpy as np
import pytest

from gdviz.charts.theme import THEMES
from gdviz.lessons import LESSONS, view_of
from gdviz.link.bounds import LANGUAGES
from gdviz.link.settings import Settings
from gdviz.network.network import Network
from gdviz.web import tasks
from tests.examples import three_weights
from tests.page.test_page import opened as page_of
from tests.plays import filled


@pytest.fixture(autouse=True)
def _added():
    with three_weights.added():
        yield


def opened(**query):
    settings, notices = Settings.from_query(query)
    assert not notices
    return settings


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_lesson_plays(lang):
    settings = opened(loss="three-bowl", lang=lang)
    assert settings.lesson == "three"
    assert Settings.from_query(settings.to_query()) == (settings, [])
    shown = tasks.worked_out(settings)
    play = json.loads(shown.play)
    # One step by hand: ∂E/∂W₁ = 2 (−4 − 1) = −10, ∂E/∂W₂ = 4 (4 − 2) = 8, ∂E/∂W₃ = 8 (0 − 3) = −24.
    rows = " ".join(filled(play, text, 0) for row in play["worked"]["rows"] for text in row[:2])
    for slope in ("−10", "8", "−24"):
        assert f"= {slope}" in rows
    assert [play["columns"][name][1] for name in ("W", "W_2", "W_3")] == ["−3", "3.2", "2.4"]
    assert {scene["chart"] for scene in play["scenes"]} == {"three_rows", "loss_by_step"}
    assert "(1, 2, 3)" in shown.summary
    assert list(tasks.drawing(settings, THEMES["dark"]).figures) == ["three_rows", "loss_by_step"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_has_a_page(lang):
    for race, count in (("", 2), ("gd:0.1,adam:0.3", 1)):
        page = page_of(loss="three-bowl", lang=lang, race=race)
        assert len(page.get("plotly_chart")) == count
        assert page.number_input(key="w_W3").value == 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_its_race_and_its_files(lang):
    for race in ("", "gd:0.1,signed:0.5,adam:0.3"):
        settings = opened(loss="three-bowl", race=race, lang=lang, steps="5")
        tasks.worked_out(settings)
        for file in view_of(settings).downloads:
            text = tasks.download(settings, file.kind).decode("utf-8-sig")
            assert len(text) > 500
            if file.kind == "csv":
                rows = [row for row in csv.reader(io.StringIO(text)) if row and not row[0].startswith("#")]
                assert rows[0].count("W₃") == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_rule_steps_by_the_sign_of_the_slope(lang):
    settings = opened(loss="bowl", opt="signed", eta="0.75", steps="4", lang=lang)
    play = json.loads(tasks.worked_out(settings).play)
    assert play["columns"]["W"] == ["5", "4.25", "3.5", "2.75", "2"]
    for file in view_of(settings).downloads:
        assert tasks.download(settings, file.kind)


def test_the_activation_learns_and_its_calculation_is_shown():
    settings = opened(data="xor", act="softsign", epochs="5", layers="3")
    network = settings.job.network
    assert isinstance(network, Network)
    weights = settings.job.start
    slope = [network.numerical_derivative(weights, i) for i in range(len(weights))]
    np.testing.assert_allclose(network.gradient(weights), slope, atol=1e-7)
    for view in LESSONS["network"].views:
        settings = opened(data="xor", act="softsign", epochs="5", layers="3", view=view)
        assert tasks.worked_out(settings).play
        for file in view_of(settings).downloads:
            assert tasks.download(settings, file.kind)


def test_in_the_end_it_is_forgotten():
    assert "three" in LESSONS
