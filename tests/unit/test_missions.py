"""Every mission can be solved, is recognised when solved, and not before."""

import json

import pytest

from gdviz.lesson import lesson, mission_state, runs
from gdviz.losses import LOSSES
from gdviz.missions import MISSIONS, Run
from gdviz.settings import LANGUAGES, Settings
from gdviz.texts import texts
from gdviz.training import train

# For each mission, changes that solve it, and ones that do not, each for another reason.
SOLVED = {
    "quick": [{"eta": "0.5"}, {"eta": "0.3"}, {"eta": "0.7"}],
    "edge": [{"eta": "0.43"}],
    "other-valley": [{"w": "-3.5"}, {"w": "-0.5"}],
    "slow": [{"eta": "0.0315"}, {"eta": "0.9685"}],
    "beat-adam": [{"race": "adam:0.3,momentum:0.1"}, {"race": "gd:0.1,momentum:0.1,adam:0.3"}],
    "xor": [{"layers": "3"}],
}
OPEN = {
    "quick": [{}, {"eta": "0.1"}, {"eta": "0.9"}, {"eta": "0.3", "w": "1"}, {"eta": "0.1", "steps": "100"}],
    "edge": [{}, {"eta": "0.42"}, {"eta": "0.44"}, {"eta": "0.431"}, {"eta": "0.5"}],
    "other-valley": [{}, {"w": "0.5"}, {"w": "-3.5", "eta": "0.1"}, {"w": "3.5", "eta": "0.5"}],
    "slow": [{}, {"eta": "0.02"}, {"eta": "0.05"}, {"eta": "1"}, {"eta": "0.000001"}],
    "beat-adam": [
        {},
        {"race": "adam:0.3,momentum:0.5"},
        {"race": "adam:0.001,momentum:0.1"},
        {"race": "momentum:0.1"},
        {"race": "adam:0.3,momentum:0.1", "steps": "60"},
    ],
    "xor": [
        {},
        {"layers": "4"},
        {"layers": "2"},
        {"layers": "3", "epochs": "5"},
        {"layers": "3", "noise": "0"},
    ],
}
CASES = [
    (name, change, solved)
    for solved, table in ((True, SOLVED), (False, OPEN))
    for name, changes in table.items()
    for change in changes
]


def state(name, change, **more):
    query = {**MISSIONS[name].start, **change, "mission": name, **more}
    settings, notices = Settings.from_query(query)
    assert not notices
    if settings.lesson == "network":
        return mission_state(settings, train(settings.job))["mission"]
    rules = settings.race or (settings.rule,)
    return mission_state(settings, Run(settings.record, rules, runs(settings)))["mission"]


@pytest.mark.parametrize(("name", "change", "solved"), CASES)
def test_a_mission_is_solved_by_what_solves_it(name, change, solved):
    assert state(name, change)["solved"] is solved


def test_the_table_has_every_mission():
    assert list(SOLVED) == list(OPEN) == list(MISSIONS)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", MISSIONS)
def test_it_says_what_it_shows_only_when_solved(name, lang):
    said = texts(lang).section(f"missions.{name}")
    before, after = state(name, {}, lang=lang), state(name, SOLVED[name][0], lang=lang)
    assert before["task"] == after["task"] == said["task"]
    assert said["shows"] in after["state"]
    assert said["shows"] not in before["state"]
    assert "step=" not in before["state"]


def test_what_had_to_stay_is_named():
    told = state("quick", {"eta": "0.3", "w": "1"})["state"]
    assert texts("en")("parts.w") in told
    assert texts("en")("parts.eta") not in told
    assert told != texts("en")("missions.open")


@pytest.mark.parametrize(
    "change", [{"step": "3"}, {"hide": "eta"}, {"q": "?"}, {"lang": "ja"}, {"predict": "skip"}]
)
def test_how_a_run_is_seen_is_free(change):
    assert state("quick", {"eta": "0.5"} | change)["solved"]


def test_the_page_gets_it_with_the_run():
    query = {**MISSIONS["quick"].start, "mission": "quick", "eta": "0.5"}
    assert json.loads(lesson(Settings.from_query(query)[0]).play)["mission"]["solved"]
    assert "mission" not in json.loads(lesson(Settings()).play)


@pytest.mark.parametrize("name", MISSIONS)
def test_a_link_may_name_the_mission_alone(name):
    alone, notices = Settings.from_query({"mission": name})
    assert not notices
    assert alone == Settings.from_query({**MISSIONS[name].start, "mission": name})[0]


def test_a_teacher_may_show_what_a_mission_hides():
    shown, _ = Settings.from_query({**MISSIONS["edge"].start, "mission": "edge", "hide": ""})
    assert shown.hide == ()
    assert Settings.from_query(shown.to_query()) == (shown, [])


@pytest.mark.parametrize("name", MISSIONS)
def test_a_mission_belongs_to_its_lesson(name):
    start = Settings.from_query({**MISSIONS[name].start, "mission": name})[0]
    assert start.mission == name
    other = "two" if start.lesson == "one" else "one"
    settings, [notice] = Settings.from_query({"lesson": other, "mission": name})
    assert (settings.mission, notice.field) == ("", "mission")
    assert start.free.mission == ""


def test_the_edge_is_the_landscape_s_own():
    """0.434 is 2/λ by the quadratic formula for the eigenvalues of (mean x², mean x; mean x, 1), doubled."""
    x = [x for x, _ in LOSSES["line-fit"].data]
    a, b, d = 2 * sum(v * v for v in x) / len(x), 2 * sum(x) / len(x), 2
    largest = (a + d) / 2 + (((a - d) / 2) ** 2 + b * b) ** 0.5
    assert round(2 / largest, 3) == 0.434
