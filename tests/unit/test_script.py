"""Scripts, run where there is nothing but Python and NumPy, against the run whose numbers they print."""

import ast
import subprocess
import sys

import pytest

from gdviz.core.descent import descend
from gdviz.core.optimizers import OPTIMIZERS, constants
from gdviz.link.presets import PRESETS
from gdviz.link.settings import Settings
from gdviz.network.datasets import DATASETS
from gdviz.network.network import ACTIVATIONS
from gdviz.network.training import train
from tests.files import script

DRIVER = """
import contextlib, runpy, sys, traceback
import numpy as np

sys.modules["gdviz"] = None  # whoever imports it fails
for path in sys.argv[1:]:
    with open(path + ".txt", "w", encoding="ascii") as out, contextlib.redirect_stdout(out), np.errstate():
        try:
            runpy.run_path(path)
        except Exception:
            traceback.print_exc(file=out)
"""


def read(query):
    settings, notices = Settings.from_query(query)
    assert not notices
    return settings


def other_constants(rule):
    return ",".join(str(c.default / 2) for c in constants(rule))


SHORT = {"lesson": "network", "points": "50", "epochs": "20"}
RUNS = {
    **{f"preset {name}": read(preset) for name, preset in PRESETS.items()},
    **{
        f"{rule} on {loss}": read({"loss": loss, "opt": rule, "eta": "0.01", "steps": "300", "every": "10"})
        for rule in OPTIMIZERS
        for loss in ("ripples", "absolute", "rosenbrock")
    },
    **{
        f"{rule} with other constants": read({"loss": "round", "opt": rule, "const": other_constants(rule)})
        for rule in OPTIMIZERS
        if constants(rule)
    },
    **{
        f"{rule} in batches of {batch}": read(
            {**SHORT, "data": "moons", "layers": "5,3", "opt": rule, "batch": batch, "eta": "0.05"}
        )
        for rule in OPTIMIZERS
        for batch in ("0", "16")
    },
    **{
        f"{act} on {data}": read(
            {**SHORT, "data": data, "act": act, "layers": "4", "batch": "10", "seed": "7"}
        )
        for act in ACTIVATIONS
        for data in DATASETS
    },
    "explodes": read({"loss": "bowl", "eta": "10", "steps": "1000", "every": "10"}),
    "two explode": read({"loss": "rosenbrock", "race": "gd:0.01,gd:0.001,momentum:0.1", "steps": "50"}),
    "leaves the domain of definition": read({"formula": "sqrt(W)", "domain": "-1,6", "w": "2", "eta": "0.9"}),
    "has no real root": read({"formula": "W^(1/3)", "domain": "-1,6", "w": "2", "eta": "0.9"}),
    "stands still": read({"formula": "2", "domain": "-1,6", "w": "3"}),
    "has all functions": read(
        {
            "lesson": "two",
            "formula": "exp(sin(W1)*tanh(W2)) + log(2 + sqrt(abs(W1 - W2))) + cos(W1) + tan(W2)/9*exp(1)",
            "domain": "-5,5,-5,5",
            "w": "1.5,-2.5",
            "eta": "0.02",
            "opt": "adam",
        }
    ),
    "has kinks": read(
        {"formula": "max(0, W - 1)^2 + min(W, 3)/9 + σ(W) + 2^-W + e*|W|", "w": "4", "eta": "0.1"}
    ),
    "of two has kinks": read(
        {"lesson": "two", "formula": "max(0, x + y)^2 + max(x, −x)", "domain": "-5,5,-5,5", "w": "1.5,2.5"}
    ),
    "enters what was cancelled": read({"formula": "sqrt(W)^4", "domain": "-1,6", "w": "3", "eta": "1.5"}),
    "a network explodes": read({"data": "line", "eta": "10", "epochs": "300"}),
}
ENDS = (
    "explodes",
    "two explode",
    "leaves the domain of definition",
    "has no real root",
    "enters what was cancelled",
    "a network explodes",
)
# What a reader may change at the top of a script, and the settings that say the same.
CHANGED = {
    "rate": ("preset article", "eta = 0.001", "eta = 0.25", {**PRESETS["article"], "eta": "0.25"}),
    "steps": ("preset fit", "steps = 40", "steps = 7", {**PRESETS["fit"], "steps": "7"}),
    "start": ("preset chapter4", "[-3.0, 4.0]", "[1, 2]", {**PRESETS["chapter4"], "w": "1,2"}),
    "seed": ("preset neuron", "seed = 1", "seed = 2", {**PRESETS["neuron"], "seed": "2"}),
    "sizes": ("preset too-large", "(1, 8, 1)", "(1, 3, 2, 1)", {**PRESETS["too-large"], "layers": "3,2"}),
}
BEYOND_DOUBLES = read({"loss": "cliff", "opt": "rmsprop", "eta": "5", "w": "5"})


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """What each script prints in an interpreter that has no gdviz."""
    home = tmp_path_factory.mktemp("scripts")
    scripts = {name: script(settings) for name, settings in RUNS.items()}
    for name, (run, old, new, _) in CHANGED.items():
        assert scripts[run].count(old) == 1
        scripts[f"changed {name}"] = scripts[run].replace(old, new)
    scripts["beyond doubles"] = script(BEYOND_DOUBLES)
    for number, text in enumerate(scripts.values()):
        (home / f"{number}.py").write_text(text, "utf-8")
    paths = [f"{number}.py" for number in range(len(scripts))]
    subprocess.run([sys.executable, "-I", "-W", "error", "-c", DRIVER, *paths], cwd=home, check=True)
    return {name: (home / f"{path}.txt").read_text() for name, path in zip(scripts, paths, strict=True)}


def rows(text):
    return [[float(number) for number in line.split()] for line in text.splitlines() if line[0] != "#"]


def paths_of(settings):
    rules = settings.race or (settings.rule,)
    return [descend(settings.loss_function, rule.optimizer, settings.w, settings.steps) for rule in rules]


def expected(settings):
    if settings.lesson == "network":
        run = train(settings.job)
        return [list(row) for row in zip(range(len(run.losses)), run.losses, run.held_out, strict=True)]
    return [
        [step, *path.weights[step], path.losses[step], *path.gradients[step]]
        for path in paths_of(settings)
        for step in range(path.steps + 1)
    ]


@pytest.mark.parametrize("name", RUNS)
def test_a_script_prints_the_run_s_numbers(printed, name):
    assert rows(printed[name]) == expected(RUNS[name]), printed[name][-500:]


@pytest.mark.parametrize("name", CHANGED)
def test_the_numbers_at_the_top_can_be_changed(printed, name):
    assert rows(printed[f"changed {name}"]) == expected(read(CHANGED[name][-1]))


def test_a_run_that_ends_early_says_so(printed):
    for name, settings in RUNS.items():
        runs = [train(settings.job)] if settings.lesson == "network" else paths_of(settings)
        says = [line for line in printed[name].splitlines() if "too large" in line]
        assert len(says) == sum(run.diverged for run in runs), name
        assert says or name not in ENDS, name


def test_a_script_ends_where_the_core_needs_more_than_doubles(printed):
    [path] = paths_of(BEYOND_DOUBLES)
    assert not path.diverged
    found = rows(printed["beyond doubles"])
    assert found == expected(BEYOND_DOUBLES)[: len(found)]
    assert len(found) == 1
    assert printed["beyond doubles"].splitlines()[-1].startswith("# step 1: ")


def test_columns_and_runners_are_named(printed):
    assert printed["preset chapter4"].startswith("# step W1 W2 E dE/dW1 dE/dW2\n0 -3.0 4.0 25.0 -6.0 8.0\n")
    assert printed["preset article"] == "# step W E dE/dW\n0 5.0 29.0 10.0\n1 4.99 28.900100000000002 9.98\n"
    assert printed["preset neuron"].startswith("# epoch E E_held_out\n0 ")
    heads = [line for line in printed["preset chapter6"].splitlines() if line[0] == "#"]
    assert heads[1:] == [
        "# gd, learning rate 0.95",
        "# momentum, learning rate 0.1",
        "# adagrad, learning rate 1.5",
        "# adam, learning rate 0.3",
    ]


def test_a_script_needs_numpy_alone_and_says_what_it_is():
    for name, settings in RUNS.items():
        text = script(settings)
        imports = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Import | ast.ImportFrom)]
        modules = {n.module if isinstance(n, ast.ImportFrom) else n.names[0].name for n in imports}
        assert modules <= {"math", "numpy"}, name
        assert "_lambdifygenerated" not in text, name
        assert "memory" not in text, name
        comments = "\n".join(line for line in text.splitlines() if line.startswith("#"))
        for rule in settings.race or (settings.rule,):
            assert f"{rule.id}, learning rate {rule.learning_rate}" in comments, name
        assert ("Data: " if settings.lesson == "network" else "Loss: E = ") in comments, name


@pytest.mark.parametrize(
    "typed",
    [
        "(W^2\n + 3)",
        "(W^2\t+\f3)",
        "W**2 \\\n + 3",
        "W² ＋ ３",
    ],
)
def test_nothing_that_was_typed_gets_into_a_script_but_its_formula(typed):
    harmless, domain = "W^2 + 3", ((-6.0, 6.0),)
    one, other = (Settings(loss="own", formula=text, domain=domain) for text in (typed, harmless))
    assert script(one) == script(other)
    assert "# Loss: E = W^2 + 3\n" in script(one)
