"""What is worked out beside the server, as the page shows it: also where it breaks off."""

import json
import os
import signal
from dataclasses import replace

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.testing.v1 import AppTest

from gdviz.core.optimizers import OPTIMIZERS
from gdviz.link.bounds import LANGUAGES, MAX_RUNNERS
from gdviz.link.settings import Settings
from gdviz.texts import load_texts
from gdviz.web import worker
from gdviz.web.tasks import shown
from tests.page.test_page import html, opened, play, settings
from tests.server import workers

SIX = list(OPTIMIZERS)[:MAX_RUNNERS]
RACE = {"loss": "himmelblau", "steps": "3000", "race": ",".join(f"{rule}:0.001" for rule in SIX)}


def plain(page):
    return [warning.value for warning in page.warning]


def test_a_worker_that_dies_is_replaced():
    page = opened(formula="W^2/3 + 1")
    for number in range(2):
        [pid] = workers(os.getpid())
        os.kill(pid, signal.SIGKILL)
        page.text_input(key="formula").set_value(f"W^2/{4 + number} + 1").run()
        assert not page.exception
        assert not page.warning
        assert settings(page).formula == f"W^2/{4 + number} + 1"
        assert play(page)["columns"]["E"][0] == lesson_of(page)["columns"]["E"][0]
        assert workers(os.getpid()) != [pid]


def lesson_of(page):
    return json.loads(shown(settings(page)).play)


def test_a_heavy_race_is_that_of_the_settings():
    page = opened(**RACE)
    assert play(page) == lesson_of(page)
    page.number_input(key="eta_of_5").set_value(0.002).run()
    assert settings(page).race[5].learning_rate == 0.002
    assert play(page) == lesson_of(page)
    # Light again, it is worked out in the server.
    page.number_input(key="steps").set_value(20).run()
    assert play(page) == lesson_of(page)


def refused(monkeypatch):
    """No task has a result."""

    def none(ticket):
        raise worker.TaskError("no")

    monkeypatch.setattr(worker.Ticket, "result", none)


def unheard(monkeypatch):
    """Nothing is heard of any task."""
    monkeypatch.setattr(worker, "LIMIT", 0.1)
    monkeypatch.setattr(worker.Ticket, "wait", lambda ticket, seconds: False)
    monkeypatch.setattr(worker.Ticket, "before", 0)
    monkeypatch.setattr(worker.Ticket, "share", 0.0)


@pytest.mark.parametrize(
    ("lang", "breaks", "sentence", "link"),
    [
        ("en", refused, "page.broke_off", {"formula": "W^2/5 + 2"}),
        ("ja", unheard, "page.late", {"formula": "W^2/5 + 3"}),
        (
            "ja",
            refused,
            "page.broke_off",
            {"lesson": "network", "data": "xor", "layers": "2", "epochs": "20"},
        ),
        ("en", unheard, "page.late", {"lesson": "network", "data": "xor", "layers": "2", "epochs": "30"}),
        ("ja", refused, "page.broke_off", {**RACE, "w": "1,1"}),
        ("en", unheard, "page.late", {**RACE, "w": "1,2"}),
    ],
)
def test_what_cannot_be_worked_out_is_said_and_tried_again(lang, breaks, sentence, link, monkeypatch):
    link = {**link, "lang": lang}
    with monkeypatch.context() as broken:
        breaks(broken)
        page = opened(**link)
        assert plain(page) == [load_texts(lang)(sentence)]
        assert bool(page.get("plotly_chart")) is ("race" in link)
        page.run()  # by itself it is not tried again
        assert plain(page) == [load_texts(lang)(sentence)]
    page.run()
    assert plain(page) == [load_texts(lang)(sentence)]
    page.button(key="try_again").click().run()
    assert not page.exception
    assert not page.warning
    assert settings(page) == Settings.from_query(link)[0]
    assert page.get("plotly_chart")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_there_is_a_way_out_of_a_page_that_cannot_be_had(lang, monkeypatch):
    with monkeypatch.context() as broken:
        refused(broken)
        page = opened(formula="W^2/6 + 2", lang=lang)
        page.button(key="plain").click().run()
        assert not page.warning
        assert settings(page) == Settings(lang=lang)
        assert page.get("plotly_chart")


def test_a_change_that_cannot_be_worked_out_leaves_the_controls(monkeypatch):
    page = opened(**{**RACE, "w": "2,1"})
    with monkeypatch.context() as broken:
        refused(broken)
        page.number_input(key="eta_of_5").set_value(0.003).run()
        assert plain(page) == [load_texts("en")("page.broke_off")]
        # What is light needs no worker.
        page.number_input(key="steps").set_value(20).run()
        assert not page.warning
        assert play(page) == lesson_of(page)


def report(page: AppTest, name: str, value: object) -> None:
    """What the player reports, or somebody in its place."""
    [player] = [e.proto for e in page.get("bidi_component") if e.proto.component_name == "gdviz_player"]
    states = WidgetStates()
    text = json.dumps([{"event": name, "value": value}])
    states.widgets.add(id=f"$$STREAMLIT_INTERNAL_KEY_{player.id}__events").json_trigger_value = text
    page._run(states)


def test_a_click_is_heard():
    page = opened()
    report(page, "start", [2.5])
    assert settings(page) == replace(Settings(), w=(2.5,), stop="a-to-b")
    report(page, "panel", {"tool": "home", "step": 3})
    assert settings(page).step == 3
    assert len(page.get("download_button")) == 4
    network = opened(lesson="network", data="xor", layers="2", epochs="20")
    report(network, "weight", 4)
    assert (settings(network).view, settings(network).weight) == ("weight", (4,))
    report(network, "shown", "7")
    assert settings(network).step == 7


LIES = [
    ("start", "x"),
    ("start", [[1, 2]]),
    ("start", [float("nan")]),
    ("start", [float("inf")]),
    ("start", [0.5] * 100_000),
    ("start", {"0": 1}),
    ("weight", "1"),
    ("weight", True),
    ("weight", [1, 2]),
    ("shown", 5),
    ("shown", [1]),
    ("shown", "-1"),
    ("panel", "home"),
    ("panel", {"tool": "home"}),
    ("panel", {"tool": "out", "step": 1}),
    ("panel", {"tool": ["home"], "step": 1}),
    ("panel", {"tool": "home", "step": "1"}),
]


def test_lies_are_ignored(caplog):
    page = opened(q="?")
    before = settings(page), play(page), html(page)
    for name, value in LIES:
        caplog.clear()
        report(page, name, value)
        assert not page.exception, (name, value)
        assert not page.warning, (name, value)
        assert (settings(page), play(page), html(page)) == before
        [record] = [record for record in caplog.records if record.name == "gdviz"]
        assert record.exc_info is None
        assert "\n" not in record.getMessage()
