"""Every mission can be solved, is recognised when solved, and not before."""

import json
import random

import pytest

from gdviz.classroom.missions import MISSIONS, Run
from gdviz.core.losses import LOSSES
from gdviz.lessons.mission import mission_state
from gdviz.lessons.runs import runs
from gdviz.link.bounds import LANGUAGES
from gdviz.link.settings import Settings
from gdviz.network.training import train
from gdviz.texts import load_texts
from gdviz.web.tasks import shown
from tests.mission_judges import JUDGES

# For each mission, changes that solve it, and ones that do not, each for another reason.
SOLVED = {
    "quick": [{"eta": "0.5"}, {"eta": "0.3"}, {"eta": "0.7"}],
    "edge": [{"eta": "0.43"}],
    # From the last three the run is still on its way after the 30 steps that are shown.
    "other-valley": [{"w": "-3.5"}, {"w": "-0.5"}, {"w": "0.25"}, {"w": "0.1"}, {"w": "0.2541"}],
    "slow": [{"eta": "0.0315"}, {"eta": "0.9685"}],
    "beat-adam": [
        {"race": "adam:0.3,momentum:0.15"},
        {"race": "gd:0.1,momentum:0.02,momentum:0.5,adam:0.3"},
        {"race": "momentum:0.07,adam:0.3,adam:0.2"},
    ],
    "xor": [{"layers": "3"}, {"layers": "3", "seed": "3"}],
}
OPEN = {
    "quick": [{}, {"eta": "0.1"}, {"eta": "0.9"}, {"eta": "0.3", "w": "1"}, {"eta": "0.1", "steps": "100"}],
    "edge": [{}, {"eta": "0.42"}, {"eta": "0.44"}, {"eta": "0.431"}, {"eta": "0.5"}],
    "other-valley": [
        {},
        {"w": "0.5"},
        {"w": "0.2542"},
        {"w": "-3.5", "eta": "0.1"},
        {"w": "3.5", "eta": "0.3"},
        {"w": "-0.5", "steps": "100"},
    ],
    "slow": [{}, {"eta": "0.02"}, {"eta": "0.05"}, {"eta": "1"}, {"eta": "0.000001"}],
    "beat-adam": [
        {},
        {"race": "adam:0.3,momentum:0.05"},
        # At step 30 this one is lower than adam, but it stays within 0.1 from the same step on.
        {"race": "adam:0.3,momentum:0.1"},
        {"race": "adam:0.3,momentum:1.9"},
        {"race": "adam:0.001,momentum:0.15"},
        {"race": "adam:0.3,nesterov:0.15"},
        {"race": "momentum:0.15"},
        {"race": "adam:0.3,momentum:0.15", "steps": "60"},
    ],
    "xor": [
        {},
        {"layers": "4"},
        {"layers": "2"},
        {"layers": "3", "epochs": "5"},
        {"layers": "3", "noise": "0"},
        {"layers": "3", "seed": "2"},
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
    return mission_state(settings, Run(settings.loss_function, rules, runs(settings)))["mission"]


@pytest.mark.parametrize(("name", "change", "solved"), CASES)
def test_a_mission_is_solved_by_what_solves_it(name, change, solved):
    assert state(name, change)["solved"] is solved


def test_the_table_has_every_mission():
    assert list(SOLVED) == list(OPEN) == list(MISSIONS)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", MISSIONS)
def test_it_says_what_it_shows_only_when_solved(name, lang):
    texts = load_texts(lang).section(f"missions.{name}")
    before, after = state(name, {}, lang=lang), state(name, SOLVED[name][0], lang=lang)
    assert before["task"] == after["task"] == texts["task"]
    assert texts["shows"] in after["state"]
    assert texts["shows"] not in before["state"]
    assert "step=" not in before["state"]


def test_what_had_to_stay_is_named():
    told = state("quick", {"eta": "0.3", "w": "1"})["state"]
    assert load_texts("en")("parts.w") in told
    assert load_texts("en")("parts.eta") not in told
    assert told != load_texts("en")("missions.open")


@pytest.mark.parametrize(
    "change", [{"step": "3"}, {"hide": "eta"}, {"q": "?"}, {"lang": "ja"}, {"predict": "skip"}]
)
def test_how_a_run_is_seen_is_free(change):
    assert state("quick", {"eta": "0.5"} | change)["solved"]


def test_the_page_gets_it_with_the_run():
    query = {**MISSIONS["quick"].start, "mission": "quick", "eta": "0.5"}
    assert json.loads(shown(Settings.from_query(query)[0]).play)["mission"]["solved"]
    assert "mission" not in json.loads(shown(Settings()).play)


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


def all_of(**query):
    """All that a page gets of a run, as text."""
    found = shown(Settings.from_query(query)[0])
    return found.play.decode() + found.summary


# Two digits of the rates that divide the track: 1/λ and 2/λ of the loss's largest curvature.
EDGES = {"quick": ("0.5", "1"), "slow": ("0.5", "1"), "edge": ("0.217", "0.434")}
SOLUTIONS = {"quick": "0.3", "slow": "0.0323", "edge": "0.43"}


@pytest.mark.parametrize("name", EDGES)
def test_the_zones_that_a_mission_asks_for_are_told_when_it_is_solved(name):
    def ticks(eta):
        play = json.loads(shown(Settings.from_query({"mission": name, "eta": eta})[0]).play)
        return tuple(text for text, _ in play["rate"]["ticks"]), bool(play["rate"]["zones"])

    assert ticks(MISSIONS[name].start["eta"]) == ((), False)
    assert ticks(SOLUTIONS[name]) == (EDGES[name], True)
    said = all_of(mission=name)
    assert load_texts("en")("ruler.mission") in said
    assert "2/λ" not in said


@pytest.mark.parametrize(
    ("asked", "tells"), [({}, True), ({"predict": "on"}, False), ({"q": "Which of the four?"}, False)]
)
def test_a_student_who_is_asked_is_not_told_which_minimum_the_run_reaches(asked, tells):
    said = all_of(loss="himmelblau", eta="0.02", w="0,-4", **asked)
    assert ("which this run reaches" in said) is tells


def test_the_edge_is_the_landscape_s_own():
    """0.434 is 2/λ by the quadratic formula for the eigenvalues of (mean x², mean x; mean x, 1), doubled."""
    x = [x for x, _ in LOSSES["line-fit"].data]
    a, b, d = 2 * sum(v * v for v in x) / len(x), 2 * sum(x) / len(x), 2
    largest = (a + d) / 2 + (((a - d) / 2) ** 2 + b * b) ** 0.5
    assert round(2 / largest, 3) == 0.434


TRIED = 120  # random changes of each mission


@pytest.mark.parametrize("name", MISSIONS)
def test_a_mission_is_solved_by_what_fulfils_its_task(name):
    judge, change = JUDGES[name]
    chance, verdicts = random.Random(name), []
    for _ in range(TRIED):
        changes = change(chance)
        verdicts.append(judge(changes))
        assert state(name, changes)["solved"] is verdicts[-1], changes
    assert 2 < sum(verdicts) < TRIED - 2  # a judge that always says the same has compared nothing


@pytest.mark.parametrize(("name", "changes"), [(name, c) for name in JUDGES for c in SOLVED[name]])
def test_the_judge_agrees_about_the_known_solutions(name, changes):
    plainly = {"layers": "8", "act": "tanh", "opt": "gd", "eta": "0.5", "seed": "1", "epochs": "1000"}
    assert JUDGES[name][0]((plainly if name == "xor" else {}) | changes)
