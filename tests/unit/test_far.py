"""What is worked out beside the server: which, as plain data, bounded, and the same as in the server."""

import json
import zlib
from dataclasses import replace

import plotly.io
import pytest

from gdviz.charts.theme import THEMES
from gdviz.core.descent import MAX_STEPS
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.lessons import runs as module
from gdviz.lessons import view_of
from gdviz.lessons.lesson import Message, View
from gdviz.link.bounds import MAX_RUNNERS
from gdviz.link.settings import Settings
from gdviz.network.trainings import at_once
from gdviz.web import tasks
from gdviz.web.tasks import (
    LINES,
    Shown,
    drawing,
    drawing_task,
    drawn,
    is_in_worker,
    line_of,
    shown_task,
)

SIX = ",".join(f"{rule}:0.001" for rule in list(OPTIMIZERS)[:MAX_RUNNERS])
NETWORK = {"lesson": "network", "data": "xor", "layers": "2", "epochs": "20"}
LONG = {"steps": str(MAX_STEPS), "every": "100", "eta": "0.0001"}
LARGE = [{"loss": name, "opt": "adam"} for name in ("ripples", "rosenbrock", "line-fit")]
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
    assert (is_in_worker(made), tasks.draws_in_worker(made), line_of(made)) == (far, draws, line)
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
    result = at_once(shown_task(made))
    assert all(type(part) is bytes for part in result)
    told, packed = result
    here = tasks.shown(made)
    assert Shown(told.decode(), packed) == here
    figures = at_once(drawing_task(view_of(made).as_drawn(made), THEMES["light"]))
    assert all(type(part) is bytes for part in figures)
    back, expected = drawn(figures), drawing(made, THEMES["light"])
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
    assert len(list(shown_task(race))) == MAX_RUNNERS
    assert taken == [701] * MAX_RUNNERS
    last = race.race[-1]._replace(learning_rate=0.0123)
    at_once(shown_task(replace(race, race=(*race.race[:-1], last))))
    assert taken == [701] * (MAX_RUNNERS + 1)
    at_once(shown_task(replace(race, lang="ja")))
    assert taken == [701] * (MAX_RUNNERS + 1)


def drawn_as(**query):
    made = settings(**query)
    return view_of(made).as_drawn(made)


def test_a_drawing_is_made_once_for_all_runs_on_it():
    first = settings(formula="W^2 + 1", eta="0.1", steps="30", w="5")
    second = settings(formula="W^2 + 1", eta="0.3", steps="20", w="4", opt="adam", step="7")
    assert view_of(first).as_drawn(first) == view_of(second).as_drawn(second)
    others = [{"domain": "-3,3"}, {"lang": "ja"}, {"hide": "curve-by-step"}, {"race": SIX}]
    made = {drawn_as(formula="W^2 + 1", **other) for other in others}
    assert len({*made, view_of(first).as_drawn(first), drawn_as(formula="W^2")}) == 6


def test_a_view_that_says_nothing_of_it_is_drawn_in_the_server():
    class Empty(View):
        def charts(self, settings):
            return ()

        def result(self, settings):
            yield from ()

        def message(self, settings, result, texts):
            return Message("", {})

    view, made = Empty(), settings(eta="0.2")
    assert (view.draws_in_worker(made), view.line(made), view.as_drawn(made)) == (False, None, made)


@pytest.mark.parametrize("query", LARGE)
def test_what_is_sent_of_the_longest_runs_is_bounded(query):
    _, packed = at_once(shown_task(settings(**LONG, **query)))
    play = zlib.decompress(packed)
    assert len(play) < 500_000
    last = json.loads(play)
    assert len(last["steps"]) <= 101
