"""Tables, read back by the csv module, against the run they are of."""

import csv

import numpy as np
import pytest

from gdviz.core.descent import descend
from gdviz.link.bounds import LANGUAGES
from gdviz.link.presets import PRESETS
from gdviz.link.settings import Settings
from gdviz.network.training import train
from gdviz.texts import load_texts
from tests.cases import in_turn
from tests.files import table

RUNS = [name for name, preset in PRESETS.items() if Settings.from_query(preset)[0].lesson != "network"]


def read(query):
    settings, notices = Settings.from_query(query)
    assert not notices
    return settings


def paths_of(settings):
    rules = settings.race or (settings.rule,)
    return [descend(settings.loss_function, rule.optimizer, settings.w, settings.steps) for rule in rules]


def parts(text):
    """The lines that begin with #, the heads of the columns, and the rows."""
    lines = text.split("\r\n")
    assert lines.pop() == ""
    about = [line for line in lines if line.startswith("#")]
    assert lines[: len(about)] == about
    heads, *rows = csv.reader(lines[len(about) :], strict=True)
    return about, heads, rows


def numbers(cells):
    return [float(cell or "nan") for cell in cells]


@pytest.mark.parametrize("name", RUNS)
def test_every_number_can_be_read_back(name):
    settings = read(PRESETS[name])
    paths = paths_of(settings)
    _, heads, rows = parts(table(settings, paths, load_texts("en")))
    n, runner = len(settings.w), bool(settings.race)
    assert {len(row) for row in rows} == {len(heads)} == {runner + 2 + 3 * n}
    found = np.array([numbers(row[runner:]) for row in rows])
    at = 0
    for path in paths:
        part = found[at : at + path.steps + 1]
        at += path.steps + 1
        assert (part[:, 0] == range(path.steps + 1)).all()
        assert (part[:, 1 : n + 1] == path.weights).all()
        assert (part[:, n + 1] == path.losses).all()
        assert (part[:, n + 2 : 2 * n + 2] == path.gradients).all()
        assert (part[:-1, 2 * n + 2 :] == path.updates).all()
        assert rows[at - 1][-n:] == [""] * n
    assert at == len(rows)


def test_the_article_s_table():
    settings = read(PRESETS["article"])
    assert table(settings, paths_of(settings), load_texts("en")).split("\r\n") == [
        "# Loss: E = W^2 + 4",
        "# Update rule: gd",
        "# Learning rate: η = 0.001",
        "# Start: W = 5",
        "step,W,E,dE/dW,ΔW",
        "0,5,29,10,0.01",
        "1,4.99,28.900100000000002,9.98,",
        "",
    ]


def test_a_race_names_its_runners():
    settings = read(PRESETS["chapter6"])
    about, heads, rows = parts(table(settings, paths_of(settings), load_texts("en")))
    assert about[1:] == [
        "# Runner: gd, η = 0.95",
        "# Runner: momentum (momentum = 0.9), η = 0.1",
        "# Runner: adagrad (eps = 1e-10), η = 1.5",
        "# Runner: adam (beta1 = 0.9; beta2 = 0.999; eps = 1e-08), η = 0.3",
        "# Start: W₁ = -7; W₂ = 2",
    ]
    assert heads == ["runner", "step", "W₁", "W₂", "E", "∂E/∂W₁", "∂E/∂W₂", "ΔW₁", "ΔW₂"]
    runners = ["gd, η = 0.95", "momentum, η = 0.1", "adagrad, η = 1.5", "adam, η = 0.3"]
    assert [row[0] for row in rows] == [runner for runner in runners for _ in range(settings.steps + 1)]


def test_constants_that_were_set_are_the_ones_said():
    settings = read({"loss": "line-fit", "opt": "rmsprop", "const": "0.5,0.001"})
    about, heads, _ = parts(table(settings, paths_of(settings), load_texts("en")))
    assert "# Update rule: rmsprop (smoothing = 0.5; eps = 0.001)" in about
    assert heads == ["step", "w", "b", "E", "∂E/∂w", "∂E/∂b", "Δw", "Δb"]


def test_a_run_that_explodes_ends_with_its_last_number():
    settings = read({"loss": "bowl", "eta": "10", "steps": "1000", "every": "10"})
    [path] = paths_of(settings)
    assert path.diverged
    _, _, rows = parts(table(settings, [path], load_texts("en")))
    assert len(rows) == path.steps + 1
    assert float(rows[-1][2]) == path.losses[-1]


@pytest.mark.parametrize("batch", ["0", "20"])
def test_a_training_s_table(batch):
    query = {"data": "sine", "layers": "4,3", "epochs": "70", "batch": batch, "opt": "adam", "eta": "0.01"}
    settings = read({**query, "seed": "3", "act": "sigmoid"})
    run = train(settings.job)
    about, heads, rows = parts(table(settings, run, load_texts("en")))
    assert about == [
        "# Data: sine: y = sin πx",
        "# Examples: 200 to learn from and 100 held out",
        "# Noise: 0.1",
        "# Network: 1-4-3-1 (inputs - hidden neurons - output)",
        "# Activation: sigmoid",
        "# Update rule: adam (beta1 = 0.9; beta2 = 0.999; eps = 1e-08)",
        "# Learning rate: η = 0.01",
        "# Seed: 3",
        f"# Batch size: {'all examples at once' if batch == '0' else batch}",
    ]
    assert heads == ["epoch", "E", "E held out"]
    assert len(rows) == 71
    found = np.array([numbers(row) for row in rows])
    assert (found == np.column_stack([range(71), run.losses, run.held_out])).all()


@pytest.mark.parametrize(("name", "lang"), in_turn(PRESETS, LANGUAGES))
def test_no_cell_is_a_formula_for_a_spreadsheet(name, lang):
    settings, texts = read(PRESETS[name]), load_texts(lang)
    if settings.lesson == "network":
        text = table(settings, train(settings.job), texts)
    else:
        text = table(settings, paths_of(settings), texts)
    about, heads, rows = parts(text)
    for cell in {cell for row in [*csv.reader(about), heads, *rows] for cell in row}:
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")) or float(cell) < 0


@pytest.mark.parametrize("typed", ["(W^2\n + 3)", "(W^2\t+\f3)", "W**2 \\\n + 3"])
def test_nothing_that_was_typed_becomes_a_cell(typed):
    domain = ((-6.0, 6.0),)
    one, other = (Settings(loss="own", formula=text, domain=domain) for text in (typed, "W^2 + 3"))
    assert table(one, paths_of(one), load_texts("en")) == table(other, paths_of(other), load_texts("en"))
