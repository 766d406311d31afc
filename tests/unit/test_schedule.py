"""A run of several learning rates: what a pencil makes of it, rate by rate, on every way that shows it."""

import csv
import io
import json
import re
import subprocess
import sys

import numpy as np
import pytest

import gdviz as gd
from gdviz.core.descent import descend, first_leg
from gdviz.core.diagnosis import diagnose
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.export.csv import run_table
from gdviz.export.script import run_script
from gdviz.export.worksheet import run_worksheet
from gdviz.lessons.runs import runs
from gdviz.link.settings import Settings
from gdviz.texts import load_texts
from gdviz.web import tasks


def of(**query):
    settings, notices = Settings.from_query({"loss": "bowl", "steps": "30", **query})
    assert not notices
    [path] = runs(settings)
    return settings, path


def by_hand(rates, start=5.0):
    """W ← W − η · 2 W, with a rate for each step."""
    weights = [start]
    for eta in rates:
        weights.append(weights[-1] - eta * (2 * weights[-1]))
    return weights


RATES = [0.9] * 12 + [0.1] * 8 + [0.01] * 10


def test_each_step_has_its_own_rate():
    _, path = of(eta="0.01", schedule="0.9@12,0.1@20")
    assert path.weights[:, 0].tolist() == by_hand(RATES)
    assert path.steps == 30
    assert [path.optimizer_at(step).rule.learning_rate for step in (0, 11, 12, 19, 20, 29)] == [
        0.9, 0.9, 0.1, 0.1, 0.01, 0.01,
    ]  # fmt: skip
    assert first_leg(path).weights[:, 0].tolist() == by_hand(RATES[:12])


@pytest.mark.parametrize("rule", OPTIMIZERS)
def test_what_a_rule_remembers_goes_on(rule):
    """The same rate twice is no change, whatever the rule has remembered."""
    _, path = of(opt=rule, eta="0.05", schedule="0.05@7")
    once = descend(path.loss, OPTIMIZERS[rule](0.05), 5, 30)
    assert path.weights.tolist() == once.weights.tolist()
    assert path.memories[-1] == once.memories[-1]


def test_a_run_that_explodes_at_its_first_rate_ends_there():
    _, path = of(eta="0.1", schedule="9@2000", steps="3000")
    assert path.diverged
    assert path.steps < 2000


@pytest.mark.parametrize(
    "schedule", ["0.1@0", "0.1@30", "0.1@12,0.2@12", "0.1@20,0.2@12", "20@12", "0.1", "x@3", "0.1@1.5"]
)
def test_what_cannot_be_is_a_notice(schedule):
    settings, notices = Settings.from_query({"loss": "bowl", "steps": "30", "schedule": schedule})
    assert settings.schedule == ()
    assert [notice.field for notice in notices] == ["schedule"]


@pytest.mark.parametrize(
    "more", [{"predict": "on"}, {"race": "gd:0.1,adam:0.1"}, {"mission": "quick", "eta": "0.1"}]
)
def test_who_guesses_races_or_has_a_mission_has_one_rate(more):
    settings, notices = Settings.from_query({"loss": "bowl", "steps": "30", "schedule": "0.1@3", **more})
    assert settings.schedule == ()
    assert "schedule" in [notice.field for notice in notices]


def test_a_link_holds_it_and_another_rate_starts_over():
    settings, path = of(eta="0.01", schedule="0.9@12,0.1@20")
    assert Settings.from_query(settings.to_query()) == (settings, [])
    for field, text in [("eta", "0.2"), ("w", "3"), ("opt", "adam"), ("loss", "quartic"), ("predict", "on")]:
        assert settings.changed(field, text)[0].schedule == ()
    assert settings.changed("lang", "ja")[0].schedule == settings.schedule
    assert "schedule=0.9%4012,0.1%4020" in gd.link(path)


@pytest.mark.parametrize("step", [0, 11, 12, 19, 20, 29])
def test_the_worked_step_has_the_rate_of_its_step(step):
    settings, path = of(eta="0.01", schedule="0.9@12,0.1@20")
    rows = gd.worked_step(path, step)
    assert rows[1].numbers["eta"] == RATES[step]
    assert float(re.search(r"[=≈] ([\d.]+) × ", rows[1].text)[1]) == RATES[step]
    # And so the player has it, in its table, too.
    play = json.loads(tasks.shown(settings).play)
    eta = play["columns"]["eta"].get(str(step), play["constants"]["eta"])
    assert float(eta) == RATES[step]
    assert ["η", "eta"] in play["table"]["columns"]


def test_of_one_rate_the_table_has_no_column_for_it():
    play = json.loads(tasks.shown(of(eta="0.1")[0]).play)
    assert ["η", "eta"] not in play["table"]["columns"]


def test_the_script_prints_the_very_numbers():
    settings, path = of(eta="0.01", schedule="0.9@12,0.1@20")
    script = run_script(path.loss, settings.rule, settings.w, settings.steps, settings.schedule)
    printed = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout
    lines = [line.split() for line in printed.splitlines() if not line.startswith("#")]
    assert [float(line[1]) for line in lines] == path.weights[:, 0].tolist()


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "up to step 12: 0.9"), ("ja", "12 回目までの学習率：0.9")]
)
def test_the_table_for_a_spreadsheet_names_the_rates(lang, words):
    settings, path = of(eta="0.01", schedule="0.9@12,0.1@20")
    text = run_table(path.loss, settings.rule, path, load_texts(lang))
    assert words in text
    rows = list(csv.reader(io.StringIO("".join(line + "\n" for line in text.splitlines() if line[0] != "#"))))
    assert [float(row[1]) for row in rows[1:]] == by_hand(RATES)


def test_the_worksheet_is_of_the_first_rate():
    _, path = of(eta="0.01", schedule="0.9@2")
    leg = first_leg(path)
    sheet = run_worksheet(leg.loss, leg.optimizer.rule, leg, load_texts("en"))
    assert "η = 0.9" in sheet
    assert "0.01" not in re.sub("within 0.01|0.01 of", "", sheet)


def test_no_factor_is_claimed_of_steps_that_had_another_one():
    _, path = of(eta="0.1", schedule="0.9@12")
    claims = diagnose(path).claims
    assert [claim.key for claim in claims] == ["reached"]
    distances = np.abs(path.weights[:, 0])
    step = claims[0].numbers["step"]
    assert (distances[step:] <= 0.01).all()
    assert distances[step - 1] > 0.01
