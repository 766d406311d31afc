"""A race's plain data: each runner is its run, and is named and ranked."""

import json
import re

import numpy as np
import pytest

from gdviz.charts import race, theme
from gdviz.core.descent import descend
from gdviz.core.numbers import number
from gdviz.link.bounds import LANGUAGES
from gdviz.link.presets import PRESETS
from gdviz.link.readers import shown_steps
from gdviz.link.settings import Settings
from gdviz.texts import load_texts
from gdviz.web import tasks
from tests.plays import filled, is_complete, keyframes

RACES = {name: preset for name, preset in PRESETS.items() if "race" in preset}
every_race = pytest.mark.parametrize("preset", RACES.values(), ids=RACES)


@every_race
@pytest.mark.parametrize("steps", ["1", "30", "400"])
def test_the_runners_are_their_runs(preset, steps):
    settings, notices = Settings.from_query(
        {**preset, "steps": steps, "every": "10" if steps == "400" else "1"}
    )
    assert not notices
    loss, shown = settings.loss_function, shown_steps(settings.steps, settings.every)
    paths = [descend(loss, rule.optimizer, settings.w, settings.steps) for rule in settings.race]
    animation = race.animation(loss, paths, shown)
    frame, first = race.view(loss), animation.movers[0] - race.POINTS
    low, high = np.array(loss.domain).T
    for i, path in enumerate(paths):
        for k, step in enumerate(shown):
            place = keyframes(animation, first + race.POINTS + i)[k, 0]
            inside = ((low <= path.weights[step]) & (path.weights[step] <= high)).all()
            assert np.isnan(place).any() != inside
            assert np.isnan(keyframes(animation, first + race.GONE + i)[k]).any() == inside
            if inside:
                where = [path.weights[step, 0], path.losses[step]]
                assert place.tolist() == (where if len(low) == 1 else path.weights[step].tolist())
        for legs, after in zip(animation.legs, shown[1:], strict=True):
            assert sum(leg[-1] for leg in legs) == pytest.approx(1, abs=0.01)
            end = race._places(loss, path)[after]
            reach = (frame.width, frame.height)
            for x, wanted, size in zip(legs[-1][2 * i :], frame.held(end), reach, strict=False):
                assert x == pytest.approx(wanted, abs=1e-3 * size)
    figure = race.base_figure(loss, load_texts("en"), theme.THEMES["light"])
    assert len(figure.data) == first + 3 * race.RUNNERS + 1
    points = figure.data[first + race.POINTS : -1]
    assert len({(trace.marker.color, trace.marker.symbol) for trace in points}) == 6


@every_race
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_race_s_play_is_json_and_complete(preset, lang):
    settings, _ = Settings.from_query(preset, lang=lang)
    ran = tasks.shown(settings)
    text = ran.play.decode()
    assert not re.search(r"NaN|Infinity|\bnan\b|\binf\b|None", text + ran.summary)
    play = json.loads(text)
    is_complete(play)
    assert len(play["worked"]["rows"]) == len(play["worked"]["last"]) == len(settings.race)
    for i, rule in enumerate(settings.race):
        path = descend(settings.loss_function, rule.optimizer, settings.w, settings.steps)
        for step in (0, settings.every, settings.steps):
            assert filled(play, play["worked"]["rows"][i][1], step).endswith(number(path.losses[step]))


def test_a_runner_that_ends_early_says_so():
    settings, _ = Settings.from_query({"loss": "quartic", "race": "gd:10,gd:0.1", "steps": "60"})
    play = json.loads(tasks.shown(settings).play)
    is_complete(play)
    ended = next(step for step in range(61) if "ended" in filled(play, play["worked"]["rows"][0][1], step))
    assert ended < 20
    assert "ended at step" in filled(play, play["worked"]["rows"][0][1], 60)
    assert re.match("W [=≈] ", filled(play, play["worked"]["rows"][1][1], 60))


def test_the_ranking_escapes_nothing_but_its_own_words():
    settings, _ = Settings.from_query(PRESETS["rates"])
    told = tasks.shown(settings).summary
    assert told.count("<tr>") == 5
    assert re.findall(r"η = ([\d.]+)", told) == ["0.1", "0.9", "0.01", "1.05"]
