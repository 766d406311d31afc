"""What is worked out beside the server: which, as plain data, bounded, and the same as in the server."""

import json
import tomllib
from dataclasses import replace
from pathlib import Path

import plotly.io
import pytest

from gdviz import lesson as module
from gdviz.descent import MAX_STEPS
from gdviz.figures.ink import INKS
from gdviz.lesson import (
    LINES,
    Lesson,
    as_drawn,
    at_once,
    drawing,
    drawn,
    draws_far,
    far_drawing,
    far_lesson,
    is_far,
    lesson,
    line_of,
    network_lesson,
)
from gdviz.optimizers import OPTIMIZERS
from gdviz.settings import MAX_RUNNERS, Settings

ROOT = Path(__file__).parents[2]
SIX = ",".join(f"{rule}:0.001" for rule in OPTIMIZERS)
NETWORK = {"lesson": "network", "data": "xor", "layers": "2", "epochs": "20"}
LONG = {"steps": str(MAX_STEPS), "every": "100", "eta": "0.0001"}
LARGE = [
    {"loss": name, "opt": "adam"} for name in ("bowl", "ripples", "rosenbrock", "himmelblau", "line-fit")
]
LARGE += [{"loss": name, "race": SIX} for name in ("ripples", "himmelblau")]


def settings(**query):
    made, notices = Settings.from_query(query)
    assert not notices
    return made


@pytest.mark.parametrize(
    ("query", "far", "draws", "line"),
    [
        ({}, False, False, "short"),
        ({"steps": "2000", "every": "100"}, False, False, "short"),
        ({"steps": "2001", "every": "100"}, True, False, "runs"),
        ({"race": SIX, "loss": "himmelblau", "steps": "60"}, False, False, "short"),
        ({"race": SIX, "loss": "himmelblau", "steps": "400", "every": "10"}, True, False, "runs"),
        ({"formula": "W^2"}, True, True, "short"),
        ({"formula": "W^2", "race": SIX, "steps": "1000", "every": "10"}, True, True, "runs"),
        ({"lesson": "network"}, True, True, "trainings"),
        ({"lesson": "network", "view": "chain"}, True, True, "short"),
    ],
)
def test_what_takes_long_is_not_done_in_the_server(query, far, draws, line):
    made = settings(**query)
    assert (is_far(made), draws_far(made), line_of(made)) == (far, draws, line)
    assert line in LINES


@pytest.mark.parametrize(
    "query",
    [
        {"loss": "himmelblau", "race": SIX, "steps": "1000", "every": "10"},
        {"loss": "rosenbrock", "opt": "adam", "steps": "3000", "every": "100"},
        {"formula": "W^4/4 - W^2", "eta": "0.05"},
        NETWORK,
        {**NETWORK, "view": "weight", "weight": "1,2"},
        {"lesson": "network", "view": "chain"},
    ],
)
def test_the_same_comes_back_as_plain_data(query):
    made = settings(**query)
    result = at_once(far_lesson(made))
    assert all(type(part) is bytes for part in result)
    told, play = result
    here = network_lesson(made) if made.lesson == "network" else lesson(made)
    assert Lesson(told.decode(), play) == here
    figures = at_once(far_drawing(as_drawn(made), INKS["light"]))
    assert all(type(part) is bytes for part in figures)
    back, expected = drawn(figures), drawing(made, INKS["light"])
    assert back.formulas == expected.formulas
    assert list(back.figures) == list(expected.figures)
    for name, figure in back.figures.items():
        shown = json.loads(plotly.io.to_json(figure, validate=False))
        assert shown == json.loads(plotly.io.to_json(expected.figures[name]))


def test_who_changes_one_runner_does_not_wait_for_the_others(monkeypatch):
    taken = []
    real = module.descend

    def counted(loss, optimizer, start, steps):
        taken.append(steps)
        return real(loss, optimizer, start, steps)

    monkeypatch.setattr(module, "descend", counted)
    race = settings(loss="valley", race=SIX, steps="701", every="10")
    assert len(list(far_lesson(race))) == MAX_RUNNERS
    assert taken == [701] * MAX_RUNNERS
    last = race.race[-1]._replace(learning_rate=0.0123)
    at_once(far_lesson(replace(race, race=(*race.race[:-1], last))))
    assert taken == [701] * (MAX_RUNNERS + 1)
    at_once(far_lesson(replace(race, lang="ja")))
    assert taken == [701] * (MAX_RUNNERS + 1)


def test_a_drawing_is_made_once_for_all_runs_on_it():
    first = settings(formula="W^2 + 1", eta="0.1", steps="30", w="5")
    second = settings(formula="W^2 + 1", eta="0.3", steps="20", w="4", opt="adam", step="7")
    assert as_drawn(first) == as_drawn(second)
    others = [{"domain": "-3,3"}, {"lang": "ja"}, {"hide": "curve-by-step"}, {"race": SIX}]
    made = {as_drawn(settings(formula="W^2 + 1", **other)) for other in others}
    assert len({*made, as_drawn(first), as_drawn(settings(formula="W^2"))}) == 6


@pytest.mark.parametrize("query", LARGE)
def test_what_is_sent_of_the_longest_runs_is_bounded(query):
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    most = config["server"]["maxMessageSize"] * 1e6
    _, play = at_once(far_lesson(settings(**LONG, **query)))
    assert len(play) < 0.5 * most
    last = json.loads(play)
    assert len(last["steps"]) <= 101
